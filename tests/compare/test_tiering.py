"""A penalty that was divided into tiers was neither lowered nor joined by another one."""

from __future__ import annotations

import pytest
from support import texts
from support.texts import compared

TITLE = "海州市浮桥管理办法"
WHOLE = "在浮桥上停车的，可以处{}罚款。"
TIERS = "在浮桥上停车的，可以处{}罚款；造成浮桥损坏的，处{}罚款。"


def rows(old: str, new: str) -> list[tuple[list[str], list[str], str, str]]:
    found = compared(texts.articles(old, title=TITLE), texts.articles(new, title=TITLE))
    return [
        ([one.quote for one in term.old], [one.quote for one in term.new], term.direction, term.certainty)
        for change in found.changes
        for term in change.terms
    ]


@pytest.mark.parametrize(
    ("whole", "tiers"),
    [
        ("六千元以下", ["三千元以下", "三千元以上六千元以下"]),
        ("一千元以上六千元以下", ["一千元以上三千元以下", "三千元以上六千元以下"]),
        ("通行费一倍以上五倍以下", ["通行费一倍以上二倍以下", "通行费二倍以上五倍以下"]),
    ],
)
def test_tiers_that_reach_as_far_as_before_split_a_penalty(whole: str, tiers: list[str]) -> None:
    before, after = WHOLE.format(whole), TIERS.format(*tiers)
    told = [tier.removeprefix("通行费") for tier in tiers]
    assert rows(before, after) == [([whole.removeprefix("通行费")], told, "split", "inferred")]
    assert rows(after, before) == [(told, [whole.removeprefix("通行费")], "merged", "inferred")]


@pytest.mark.parametrize("tiers", [("三千元以下", "三千元以上九千元以下"), ("三千元以下", "四千元以上六千元以下")])
def test_tiers_that_reach_further_or_leave_a_gap_are_told_one_by_one(tiers: tuple[str, str]) -> None:
    found = rows(WHOLE.format("六千元以下"), TIERS.format(*tiers))
    assert [direction for *_, direction, _ in found] == ["lowered", "introduced"]


def test_sums_that_are_given_are_no_tiers_of_a_penalty() -> None:
    old = "对浮桥养护单位，给予六千元以下补助。"
    new = "对浮桥养护单位，给予三千元以下补助；对浮桥抢修单位，给予三千元以上六千元以下补助。"
    assert all(direction != "split" for *_, direction, _ in rows(old, new))
