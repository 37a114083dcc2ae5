"""The redline: all changes accepted give the new text, all rejected the old one, by our reading and an office's."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from support.libreoffice import PROGRAM, settled
from support.spoilt_comparisons import excerpt_with, full_with
from support.versions import FIRST, SECOND, THIRD
from support.word_files import misplaced, parts, settled_text

from policydiff import pipeline
from policydiff.errors import OutputError
from policydiff.model import Comparison
from policydiff.read.docx import read_docx
from policydiff.read.options import ReadOptions
from policydiff.render import comparison_redline
from policydiff.render.docx.revisions import Text, revisions
from policydiff.render.docx.steps import Step
from policydiff.render.docx.steps import settled as settle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOVED = """海州市促进渔港发展若干规定

第一章　管理
第一条　渔船进出渔港，应当服从渔港经营者的调度，不得在航道内停泊。
第二条　对新建渔港的经营者，按照下列标准给予补助：
（一）中心渔港，最高300万元；
（二）一级渔港，最高100万元。
第二章　附则
第三条　渔港经营者应当依法登记，并在每年三月底以前报送上一年度的经营情况。
第四条　本规定自公布之日起施行。
"""
TEXTS = [FIRST, SECOND, THIRD, MOVED]
PAIRS = [(a, b) for a in range(len(TEXTS)) for b in range(len(TEXTS))]


def compared(folder: Path, old: str, new: str) -> Comparison:
    names = []
    for name, text in (("old.txt", old), ("new.txt", new)):
        (folder / name).write_text(text, encoding="utf-8")
        names.append(str(folder / name))
    return pipeline.compare(*(pipeline.load(name, corpus=folder) for name in names))


def texts(comparison: Comparison) -> tuple[str, str]:
    return Text.of(comparison.old).text, Text.of(comparison.new).text


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_both_texts_can_be_had_back(old: int, new: int, tmp_path: Path) -> None:
    comparison = compared(tmp_path, TEXTS[old], TEXTS[new])
    data = comparison_redline(comparison, "zh")
    before, after = texts(comparison)
    assert settled_text(data, "ins", "del") == after
    assert settled_text(data, "del", "ins") == before
    assert misplaced(data) == []
    root = etree.fromstring(parts(data)["word/document.xml"])
    changes = list(root.iter(f"{W}ins", f"{W}del"))
    assert bool(changes) == (before != after)
    ids = [change.get(f"{W}id") for change in changes]
    assert len(set(ids)) == len(ids)
    assert {change.get(f"{W}author") for change in changes} <= {"policydiff"}
    assert not any(change.get(f"{W}date") for change in changes)
    for run in root.iter(f"{W}del"):
        assert not list(run.iter(f"{W}t"))


def test_what_stayed_is_not_marked(tmp_path: Path) -> None:
    comparison = compared(tmp_path, FIRST, SECOND)
    found = revisions(comparison, *(Text.of(version) for version in (comparison.old, comparison.new)))
    stayed = "".join(revision.text for revision in found if revision.kind == "equal")
    assert "为了促进渔港发展，保障渔业生产，根据有关法律、法规，结合本市实际，制定本规定。" in stayed
    assert ("delete", "300万元") in {(revision.kind, revision.text) for revision in found}
    assert ("insert", "500万元") in {(revision.kind, revision.text) for revision in found}


def test_what_moved_is_deleted_there_and_inserted_here(tmp_path: Path) -> None:
    comparison = compared(tmp_path, FIRST, MOVED)
    found = revisions(comparison, *(Text.of(version) for version in (comparison.old, comparison.new)))
    words = "应当服从渔港经营者的调度"
    assert sum(words in revision.text for revision in found if revision.kind != "equal") == 2


def test_a_table_stays_a_table(tmp_path: Path) -> None:
    head = "海州市渔港收费办法\n第一条　收费标准见附件。\n第二条　本办法自公布之日起施行。\n附件\n收费标准\n"
    old = head + "船舶\t停泊费（元/天）\t引航费（元/次）\n小型渔船\t30\t80\n大型渔船\t90\t200\n"
    new = head + "船舶\t停泊费（元/天）\n小型渔船\t20\n中型渔船\t50\n大型渔船\t90\n"
    comparison = compared(tmp_path, old, new)
    redline = tmp_path / "redline.docx"
    redline.write_bytes(comparison_redline(comparison, "zh"))
    assert b"<w:tbl>" in parts(redline.read_bytes())["word/document.xml"]
    assert misplaced(redline.read_bytes()) == []
    before, after = texts(comparison)
    kept = read_docx(redline.read_bytes(), "redline", ReadOptions(revisions="original")).text
    assert before.strip() in kept
    assert after.strip() in read_docx(redline.read_bytes(), "redline", ReadOptions()).text


def test_a_report_is_no_text_to_track_changes_in() -> None:
    with pytest.raises(OutputError, match="known only through reports"):
        comparison_redline(excerpt_with(""), "zh")


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert comparison_redline(full_with("甲"), "zh") == comparison_redline(full_with("甲"), "zh")


LINES = st.lists(st.sampled_from(["甲", "乙", "\n", "丙丁", "\n\n"]), max_size=3).map("".join)
STEPS = st.lists(st.tuples(st.sampled_from(["equal", "delete", "insert"]), LINES), max_size=12)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(STEPS)
@example([("equal", "甲"), ("insert", "乙"), ("equal", "\n"), ("insert", "丙丁\n"), ("equal", "甲")])
@example([("equal", "甲"), ("delete", "乙"), ("equal", "\n"), ("delete", "丙"), ("equal", "甲")])
@example([("equal", "甲"), ("insert", "乙\n丙"), ("delete", "丁\n乙"), ("equal", "甲")])
def test_steps_are_told_otherwise_and_say_the_same(steps: list[Step]) -> None:
    made = settle(steps)
    for dropped in ("insert", "delete"):
        assert joined(made, dropped) == joined(steps, dropped)
    assert all(text for _, text in made)
    for first, second in pairwise(made):
        assert first[0] != second[0]
        assert (first[0], second[0]) != ("insert", "delete") or first[1].endswith("\n")
    for first, middle, last in zip(made, made[1:], made[2:], strict=False):
        assert middle != ("equal", "\n") or first[0] != last[0]


def joined(steps: list[Step] | tuple[Step, ...], dropped: str) -> str:
    return "".join(text for kind, text in steps if kind != dropped)


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
def test_an_office_accepts_and_rejects_alike(tmp_path: Path) -> None:
    comparison = compared(tmp_path, SECOND, MOVED)
    data = comparison_redline(comparison, "zh")
    before, after = texts(comparison)
    assert settled(data, tmp_path, "Accept") == after
    assert settled(data, tmp_path, "Reject") == before


def test_a_line_of_more_cells_than_word_opens_is_no_row(tmp_path: Path) -> None:
    wide = "\n".join("渔船\t" * 80 + end for end in ("甲", "乙"))
    old = f"海州市渔港办法\n第一条 渔港补助见附件。\n附件\n{wide}\n"
    redline = comparison_redline(compared(tmp_path, old, old.replace("补助", "补贴")), "zh")
    assert b"<w:tbl>" not in parts(redline)["word/document.xml"]
