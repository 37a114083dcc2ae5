"""What a person is told who may have named the wrong texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff import pipeline
from policydiff.errors import InputError
from policydiff.pipeline.reports import load_reports, report_of

NAME = "海州市支持渔港发展若干措施"
DRAFT = (
    f"{NAME}（征求意见稿）\n一、电动渔船每艘最高补贴50万元。\n二、本措施自2025年1月1日起施行。\n"
    "海州市渔业局\n2024年9月12日\n"
)
FINAL = f"{NAME}\n一、电动渔船每艘最高补贴60万元。\n二、本措施自2025年3月1日起施行。\n"
REPORT = f"渔港新政\n近日，海州市印发《{NAME}》，共2条。《{NAME}》明确，电动渔船每艘最高补贴60万元。\n"
OTHER = "数据新政\n近日，云泽市印发《云泽市促进数据产业发展若干措施》。《措施》提出，对数据企业给予最高80万元奖励。\n"
TEXTS = {"draft.txt": DRAFT, "final.txt": FINAL, "report.txt": REPORT, "other.txt": OTHER}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def codes(folder: Path, one: str, other: str) -> set[str]:
    old, new = (pipeline.load(str(folder / name), corpus=folder) for name in (one, other))
    return {note.code for note in pipeline.compare(report_of(old, new), report_of(new, old)).notes}


WHOLE = {"other_instrument", "wrong_order", "same_file"}


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("draft.txt", "final.txt", None),
        ("draft.txt", "report.txt", None),
        ("draft.txt", "other.txt", "other_instrument"),
        ("final.txt", "draft.txt", "wrong_order"),
        ("report.txt", "draft.txt", "wrong_order"),
        ("draft.txt", "draft.txt", "same_file"),
    ],
)
def test_only_what_looks_wrong_is_said(folder: Path, one: str, other: str, code: str | None) -> None:
    assert codes(folder, one, other) & WHOLE == ({code} if code else set())


def test_a_report_that_tells_nothing_of_the_text_is_not_counted_among_its_reports(folder: Path) -> None:
    old = pipeline.load(str(folder / "draft.txt"), corpus=folder)
    found = load_reports([str(folder / name) for name in ("report.txt", "other.txt")], old=old)
    assert not found.notes


def test_the_number_of_articles_that_a_report_of_the_publication_gives_is_told(folder: Path) -> None:
    (folder / "draft.txt").write_text(
        DRAFT.replace("二、本", "二、新建泊位，每个补贴8万元。\n三、本"), encoding="utf-8"
    )
    assert "article_count" in codes(folder, "draft.txt", "report.txt")


@pytest.mark.parametrize("text", ["x", "1 2 3\n", "OK, done.\n"])
def test_a_file_with_hardly_a_letter_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "measures.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"measures\.txt holds no text of a policy"):
        pipeline.load(str(path), corpus=tmp_path)
    with pytest.raises(InputError, match="holds no text of a policy"):
        pipeline.add(tmp_path / "corpus", str(path), pipeline.Wishes())
    assert not (tmp_path / "corpus").exists()
