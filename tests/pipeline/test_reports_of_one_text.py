"""Several reports given as files are compared as a corpus compares them, each figure with the report that tells it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from support.press_reports import FILES, TITLE, write_files

from policydiff import pipeline
from policydiff.errors import InputError
from policydiff.model import Comparison, Note, Version
from policydiff.pipeline import Wishes
from policydiff.render import comparison_json, note_words
from policydiff.render.wording.corpus_words import corpus_words

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "wuhan-ai"
ALIAS = "海州支持海洋产业发展若干政策措施"


def of_files(folder: Path, *chosen: str) -> Comparison:
    draft, reports = write_files(folder)
    old = pipeline.load(str(draft), corpus=folder)
    named = [str(report) for report in reports if not chosen or report.name in chosen]
    return pipeline.compare(old, pipeline.load_reports(named, old=old).version)


def of_corpus(folder: Path) -> Comparison:
    """The same by way of a corpus, where a person has written down what else the instrument is called."""
    draft, reports = write_files(folder)
    root = folder / "corpus"
    pipeline.add(root, str(draft), Wishes("sea", "draft"))
    for report in reports:
        pipeline.add(root, str(report), Wishes("sea", "final", "excerpt"))
    table = root / "sea" / "work.toml"
    table.write_text(table.read_text("utf-8").replace("aliases = []", f'aliases = ["{ALIAS}"]'), encoding="utf-8")
    old, new = (pipeline.load(f"sea@{name}", corpus=root) for name in ("draft", "final"))
    return pipeline.compare(old, new)


def told(comparison: Comparison) -> dict[str, Any]:
    """What a comparison says, without what its versions are called."""
    data = json.loads(comparison_json(comparison))
    return {key: data[key] for key in ("changes", "replacements", "counts")}


def figures(comparison: Comparison) -> list[tuple[str, str, str, list[str]]]:
    """Each figure that a report tells: the new words, what became of it, how sure that is, and who says so."""
    return sorted(
        (term.new[0].quote, term.direction, term.certainty, [witness.document for witness in term.witnesses])
        for change in comparison.changes
        for term in change.terms
        if term.new
    )


def test_files_say_what_the_corpus_says(tmp_path: Path) -> None:
    files, corpus = of_files(tmp_path / "one"), of_corpus(tmp_path / "two")
    assert told(files) == told(corpus)
    assert told(files)["counts"]["directions"]["raised"] == 4


def test_the_shipped_reports_say_the_same_as_files_and_in_the_corpus(tmp_path: Path) -> None:
    """Without the passages that a person has pointed at: files have none."""
    root = tmp_path / "wuhan-ai"
    (root / "2025-final" / "raw").mkdir(parents=True)
    (root / "2024-draft" / "raw").mkdir(parents=True)
    captures = sorted(SHIPPED.glob("2025-final/raw/*.txt"))
    for file in (*captures, *SHIPPED.glob("2024-draft/raw/*"), SHIPPED / "work.toml", *SHIPPED.glob("*/version.toml")):
        data = file.read_bytes()
        if file.suffix == ".toml":
            data = re.sub(rb"\n\[\[source\.passage\]\]\nfirst[^\n]*\nlast[^\n]*", b"", data)
        (root / file.relative_to(SHIPPED)).write_bytes(data)
    old, new = (pipeline.load(f"wuhan-ai@{name}", corpus=tmp_path) for name in ("2024-draft", "2025-final"))
    by_name = {document.origin.name: document for document in new.documents}
    named = [str(next(one for one in captures if one.name == Path(name).name)) for name in by_name]
    draft = pipeline.load(str(next(SHIPPED.glob("2024-draft/raw/*"))), corpus=tmp_path)
    reports = pipeline.load_reports(named, old=draft).version
    assert told(pipeline.compare(draft, reports)) == told(pipeline.compare(old, new))


def test_each_figure_names_the_reports_that_tell_it(tmp_path: Path) -> None:
    page, news, bulletin = FILES
    assert figures(of_files(tmp_path)) == [
        ("30%", "raised", "stated", [bulletin]),
        ("8万元", "raised", "conflicting", [page]),
        ("9万元", "raised", "conflicting", [news]),
        ("最高100万元", "unchanged", "stated", [bulletin]),
        ("最高60万元", "raised", "stated", [page, news]),
    ]


def test_a_round_up_is_read_for_the_instrument_that_is_compared(tmp_path: Path) -> None:
    """Alone or among others: most of the page speaks of another city's instrument."""
    draft, (page, *_) = write_files(tmp_path)
    old = pipeline.load(str(draft), corpus=tmp_path)
    alone = pipeline.load(str(page), corpus=tmp_path)
    assert alone.work.title != TITLE
    read = pipeline.report_of(alone, old)
    assert read.work.title == TITLE
    assert [row[0] for row in figures(pipeline.compare(old, read))] == ["8万元", "最高60万元"]


def test_a_report_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    draft, _ = write_files(tmp_path)
    old = pipeline.load(str(draft), corpus=tmp_path)
    other = tmp_path / "other.txt"
    other.write_text("近日，《云泽市停车管理办法》印发。《云泽市停车管理办法》规定，每小时收费5元。", encoding="utf-8")
    silent = tmp_path / "silent.txt"
    silent.write_text("今日多云。《渔港人家》热播。", encoding="utf-8")
    for file, title in ((other, "云泽市停车管理办法"), (silent, "silent.txt")):
        version = pipeline.load(str(file), corpus=tmp_path, coverage="excerpt")
        assert pipeline.report_of(version, old).work.title == title
    assert pipeline.report_of(old, old) is old


def test_a_report_that_tells_nothing_of_the_instrument_is_named(tmp_path: Path) -> None:
    draft, reports = write_files(tmp_path)
    stray = tmp_path / "stray.txt"
    stray.write_text("近日，《云泽市停车管理办法》印发。《云泽市停车管理办法》规定，每小时收费5元。", encoding="utf-8")
    old = pipeline.load(str(draft), corpus=tmp_path)
    new = pipeline.load_reports([str(reports[1]), str(stray)], old=old).version
    (note,) = (one for one in pipeline.compare(old, new).notes if one.code == "report_silent")
    assert dict(note.values) == {"document": "stray.txt", "other": "云泽市停车管理办法"}
    assert "它说的是《云泽市停车管理办法》" in note_words(note, "zh")
    assert note_words(Note("report_silent", (("document", "a"), ("other", ""))), "en").startswith(
        "No sentence of a can"
    )
    alone = pipeline.load_reports([str(stray), str(stray.with_name("news.txt"))], old=new).version
    assert {one.code for one in pipeline.compare(alone, alone).notes} >= {"report_silent"}


def test_reports_that_name_no_instrument_are_of_the_one_compared(tmp_path: Path) -> None:
    draft, _ = write_files(tmp_path)
    old = pipeline.load(str(draft), corpus=tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"渔民{name}说，每艘补助60万元，是好事。", encoding="utf-8")
    new = pipeline.load_reports([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], old=old).version
    assert new.work.title == TITLE
    comparison = pipeline.compare(old, new)
    assert figures(comparison) == []
    assert {"nothing_attributed"} <= {note.code for note in comparison.notes}
    assert "report_silent" not in {note.code for note in comparison.notes}


def test_a_renamed_final_text_is_not_mistaken_for_the_draft_that_a_report_quotes(tmp_path: Path) -> None:
    draft, _ = write_files(tmp_path)
    old = pipeline.load(str(draft), corpus=tmp_path)
    words = "《海州市渔业振兴条例》规定，对购置电动渔船的企业，每艘给予最高60万元补助。"
    (tmp_path / "a.txt").write_text(f"{words}《{TITLE}（征求意见稿）》提出，最高50万元。", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"近日印发。{words}", encoding="utf-8")
    new = pipeline.load_reports([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], old=old).version
    assert new.work.title == "海州市渔业振兴条例"
    assert [row[0] for row in figures(pipeline.compare(old, new))] == ["最高60万元"]


def test_two_files_of_one_name_go_by_their_folders(tmp_path: Path) -> None:
    _, reports = write_files(tmp_path)
    for number, (folder, report) in enumerate(zip(("x/one", "x/two", "y/two"), reports, strict=True)):
        (tmp_path / folder).mkdir(parents=True)
        suffix = report.suffix if number == 2 else ".txt"
        (tmp_path / folder / f"report{suffix}").write_bytes(reports[(1, 0, 2)[number]].read_bytes())
    (tmp_path / "y" / "two" / "report.txt").write_text("另一篇。", encoding="utf-8")
    named = [str(tmp_path / name) for name in ("x/one/report.txt", "x/two/report.txt", "y/two/report.txt")]
    old = pipeline.load(str(tmp_path / "draft.txt"), corpus=tmp_path)
    version = pipeline.load_reports([*named, str(tmp_path / "y/two/report.docx")], old=old).version
    assert [document.origin.name for document in version.documents] == [
        "one/report.txt",
        "x/two/report.txt",
        "y/two/report.txt",
        "report.docx",
    ]


def test_the_same_bytes_count_once(tmp_path: Path) -> None:
    draft, (_, news, _) = write_files(tmp_path)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(news.read_bytes())
    old = pipeline.load(str(draft), corpus=tmp_path)
    found = pipeline.load_reports([str(news), str(copy)], old=old)
    assert names(found.version) == ["news.txt"]
    assert [note.code for note in found.notes] == ["same_report"]
    assert corpus_words(found.notes[0], "en") == f"{copy} has the same bytes as {news}, and counts once"


def names(version: Version) -> list[str]:
    return [document.origin.name for document in version.documents]


def test_a_whole_text_among_reports_is_refused_unless_a_person_trusts_it(tmp_path: Path) -> None:
    draft, (page, news, _) = write_files(tmp_path)
    whole = tmp_path / "whole.txt"
    whole.write_text(draft.read_text("utf-8").replace("（征求意见稿）", ""), encoding="utf-8")
    old = pipeline.load(str(draft), corpus=tmp_path)
    with pytest.raises(InputError, match=r"whole\.txt has provisions of its own.*compare it alone"):
        pipeline.load_reports([str(news), str(whole)], old=old)
    trusted = pipeline.load_reports([str(news), str(whole)], old=old, trusted=True).version
    assert (trusted.coverage, names(trusted)) == ("excerpt", ["news.txt", "whole.txt"])
    with pytest.raises(InputError, match="sea@final is a version of the corpus"):
        pipeline.load_reports([str(page), "sea@final"], old=old)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    draft, (page, *_) = write_files(tmp_path)
    (tmp_path / "broken.docx").write_bytes(page.read_bytes()[:40] + b"\0" * 60)
    old = pipeline.load(str(draft), corpus=tmp_path)
    for name in ("missing.html", "broken.docx"):
        with pytest.raises(InputError, match=re.escape(name)):
            pipeline.load_reports([str(page), str(tmp_path / name)], old=old)


def test_thousands_of_titles_are_no_trouble(tmp_path: Path) -> None:
    draft, (page, *_) = write_files(tmp_path)
    crowd = tmp_path / "crowd.txt"
    crowd.write_text(
        "".join(f"《某市第{number}号停车办法》规定，每小时{number}元。\n" for number in range(3000)), encoding="utf-8"
    )
    old = pipeline.load(str(draft), corpus=tmp_path)
    assert pipeline.load_reports([str(page), str(crowd)], old=old).version.documents[1].origin.name == "crowd.txt"
