"""What a text says of one end of a range, of each member of a list, and of children counted in order."""

from __future__ import annotations

import pytest
from support.texts import changed, row

from policydiff.model import TermChange


def test_a_limit_that_the_new_text_moves_is_that_end_of_the_old_range() -> None:
    (found,) = _terms("拒绝停靠检查的，处2000元以上1万元以下罚款。", "拒绝停靠检查的，罚款上限由1万元提高到2万元。")
    assert (row(found), found.changed) == (("2000元以上1万元以下", "raised", "2万元"), ())


def test_a_limit_of_another_value_says_nothing_of_the_range() -> None:
    (found,) = _terms("拒绝停靠检查的，处2000元以上1万元以下罚款。", "拒绝停靠检查的，罚款上限由3万元提高到4万元。")
    assert found.direction == "not_comparable"


@pytest.mark.parametrize("words", ["最高分别为", "最高分别给予"])
def test_a_limit_before_a_list_is_that_of_each(words: str) -> None:
    found = _terms(f"引航费、拖轮费补贴{words}3万元、6万元。", f"引航费、拖轮费补贴{words}5万元、8万元。")
    assert [(one.new[0].bound, one.new[0].subject, one.direction) for one in found] == [
        ("cap", "引航费", "raised"),
        ("cap", "拖轮费补贴", "raised"),
    ]


@pytest.mark.parametrize(
    "new",
    [
        "生育一孩的给予600元、二孩的给予3000元、三孩的给予8000元补贴。",
        "生育补贴：一孩600元、二孩3000元、三孩8000元。",
    ],
)
def test_sums_for_children_go_by_their_order(new: str) -> None:
    found = _terms("对生育二孩、三孩的渔户，分别给予2000元、5000元补贴。", new)
    assert [row(one) for one in found] == [
        ("2000元", "raised", "3000元"),
        ("5000元", "raised", "8000元"),
        ("", "introduced", "600元"),
    ]


@pytest.mark.parametrize(
    ("words", "yearly"),
    [
        ("按年度合同履行金额的5%给予最高20万元补助", False),
        ("按年度给予最高20万元补助", True),
        ("按年给予最高20万元补助", True),
    ],
)
def test_a_base_of_a_year_is_no_frequency(words: str, yearly: bool) -> None:
    found = _terms(f"对渔户{words}。", f"对渔户{words}，直接发放。")
    assert {one.new[0].recurrence for one in found if one.new[0].kind == "money"} == {"每年" if yearly else None}


def _terms(old: str, new: str) -> tuple[TermChange, ...]:
    return changed(old, new).terms
