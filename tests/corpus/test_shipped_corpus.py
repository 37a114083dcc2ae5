"""The corpus that comes with the project is whole, and says whose each page is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from policydiff.corpus import find_version, read_capture, works

CORPUS = Path(__file__).parents[2] / "corpus"


def test_its_works_and_versions() -> None:
    names = [version.name for record in works(CORPUS) for version in record.versions]
    assert names == [
        "nantong-ai-action-plan@2024-report",
        "wuhan-ai@2024-draft",
        "wuhan-ai@2025-final",
        "wuhan-ai-action-plan@2025",
    ]


def test_the_draft_is_a_full_text_and_the_final_known_by_two_reports() -> None:
    draft, final = (find_version(CORPUS, "wuhan-ai", name) for name in ("2024-draft", "2025-final"))
    assert (draft.status, draft.date, draft.coverage) == ("draft", date(2024, 3, 27), "full")
    assert (final.status, final.date, final.coverage) == ("official", date(2025, 2, 18), "excerpt")
    assert final.document_number == "武政规〔2025〕3号"
    assert [source.kind for source in draft.sources] == ["text"]
    assert [source.kind for source in final.sources] == ["report", "report"]
    assert final.url is not None
    assert "wuhan.gov.cn" in final.url


def test_every_capture_is_the_one_that_was_recorded_and_every_passage_stands_in_it() -> None:
    for record in works(CORPUS):
        for version in record.versions:
            for source in version.sources:
                text = read_capture(source).decode()
                for passage in source.passages:
                    assert text.count(passage.first) == 1
                    assert passage.last in text[text.index(passage.first) :]


def test_no_capture_lies_unlisted_and_the_readme_speaks_of_each() -> None:
    listed = {source.path for record in works(CORPUS) for version in record.versions for source in version.sources}
    assert {path for path in CORPUS.glob("*/*/raw/*") if path.is_file()} == listed
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    rights = {line.split("`")[1] for line in readme.splitlines() if line.startswith("- `")}
    assert rights == {path.relative_to(CORPUS).as_posix() for path in listed}
