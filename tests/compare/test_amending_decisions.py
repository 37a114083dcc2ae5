"""A decision to amend beside the text that it amends: only what it speaks of is told."""

from __future__ import annotations

import pytest
from support.texts import compared, version

from policydiff.model import Comparison, Version, amending_side, relations
from policydiff.pipeline import align
from policydiff.render import comparison_markdown

DECISION = """海州市人民政府关于修改《海州市渔港办法》的决定

一、将第二条修改为：“渔港经营者应当每月巡查航标，并在3日内公布巡查结果。”
二、增加一条，作为第四条：“渔港应当设置含油污水接收装置，并向渔船公布位置。”
三、本决定自2024年6月1日起施行。
"""
TEXT = """海州市渔港办法

第一条　为了促进渔港发展，制定本办法。
第二条　渔港经营者应当每月巡查航标，并在{days}日内公布巡查结果。
第三条　渔船进出渔港，应当服从调度，停泊不超过12小时的免费。
第四条　渔港应当设置含油污水接收装置，并向渔船公布位置。
第五条　本办法自2020年1月1日起施行。
"""


def told(found: Comparison) -> list[str]:
    return [change.relation for change in found.changes if change.relation != "unplaced"]


@pytest.fixture(params=[False, True], ids=["decision first", "decision last"])
def sides(request: pytest.FixtureRequest) -> tuple[Version, Version]:
    pair = version(DECISION), version(TEXT.format(days=3))
    return (pair[1], pair[0]) if request.param else pair


def test_what_a_decision_is_silent_on_was_neither_added_nor_removed(sides: tuple[Version, Version]) -> None:
    found = compared(*sides)
    assert sorted(told(found)) == ["not_reported"] * 3 + ["reported"] * 2
    assert {change.substance for change in found.changes} == {"none"}
    assert {term.direction for change in found.changes for term in change.terms} <= {"unchanged", "not_reported"}
    assert [note.code for note in found.notes if note.code in {"amending_decision", "effective"}] == [
        "amending_decision"
    ]
    page = comparison_markdown(found, "zh")
    assert "新增、" not in page.split("摘要")[1].split("报道未提及”")[0]
    assert "是修改决定" in page


def test_the_alignment_says_the_same(sides: tuple[Version, Version]) -> None:
    links = align(*sides).links
    assert len(links) == 2
    assert set(relations(links, *sides).values()) == {"reported"}


def test_a_figure_that_the_decision_changes_is_told() -> None:
    found = compared(version(TEXT.format(days=5)), version(DECISION))
    (change,) = (one for one in found.changes if one.substance == "substantive")
    (term,) = (one for one in change.terms if one.direction == "lowered")
    assert (term.old[0].quote, term.new[0].quote) == ("5日内", "3日内")


def test_a_decision_on_another_text_is_a_text_like_any_other() -> None:
    other = version(TEXT.format(days=3).replace("渔港办法", "海滩养护条例"))
    assert amending_side(version(DECISION), other) is None
    assert amending_side(version(DECISION), version(TEXT.format(days=3))) == "old"
