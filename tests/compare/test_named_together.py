"""What one figure for several who are named together continues, and what a list of figures divides."""

from __future__ import annotations

import pytest
from support.texts import articles, changed, compared, report, row

REST = "鲜活渔获物免收码头费。"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "甲港泊位费率为20%，乙港泊位费率为30%。",
            "甲港、乙港泊位费率统一为20%。丙港泊位费率为15%。",
            [("20%+30%", "merged", "20%"), ("", "introduced", "15%")],
        ),
        ("船东出资8%、船员出资2%。", "船东、船员出资均为6%。", [("8%+2%", "merged", "6%")]),
        (
            "渔业企业奖励50万元，航运企业奖励50万元。",
            "渔业企业、航运企业均奖励40万元。",
            [("50万元+50万元", "lowered", "40万元")],
        ),
        (
            "渔业企业、航运企业均奖励40万元。",
            "渔业企业奖励60万元，航运企业奖励30万元。",
            [("40万元", "split", "60万元+30万元")],
        ),
        (
            "对取得适航证和捕捞证的渔户，奖励15万元。",
            "对取得适航证、捕捞证的渔户，分别给予10万元、5万元奖励。",
            [("15万元", "split", "10万元+5万元")],
        ),
        ("船东、船员出资均为6%。", "船东、船员出资均为8%。", [("6%", "raised", "8%")]),
    ],
)
def test_one_figure_for_several_continues_the_figure_of_each(
    old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [row(one) for one in changed(old, new).terms] == expected


def test_a_figure_for_one_of_several_continues_its_own() -> None:
    found = changed(
        "渔业企业奖励50万元，航运企业奖励30万元。",
        "渔业企业奖励60万元，航运企业奖励40万元，渔业企业、航运企业每年检验。",
    )
    assert [row(one) for one in found.terms] == [("50万元", "raised", "60万元"), ("30万元", "raised", "40万元")]


def test_a_report_that_names_two_together_merges_their_figures() -> None:
    old = articles("渔业企业奖励50万元，航运企业奖励30万元。", REST)
    found = compared(
        old, report("海州市渔港管理办法发布\n《海州市渔港管理办法》规定，渔业企业、航运企业均奖励40万元。\n")
    )
    rows = [row(one) for change in found.changes for one in change.terms]
    assert ("50万元+30万元", "merged", "40万元") in rows


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("女船员产假98天基础上延长50天。", "女船员产假延长至148天。", [("98天+50天", "merged", "148天")]),
        ("渔户补助300元，在此基础上增加200元。", "渔户补助提高到500元。", [("300元+200元", "merged", "500元")]),
        (
            "女船员产假98天，陪产假50天。",
            "女船员产假延长至148天。",
            [("98天", "raised", "148天"), ("50天", "dropped", "")],
        ),
    ],
)
def test_what_was_given_on_top_and_its_base_are_added_up(
    old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [row(one) for one in changed(old, new).terms] == expected
