"""Something is done more often, or less: two periods are compared where one is surely the shorter one."""

from __future__ import annotations

import pytest
from support import texts
from support.texts import compared

from policydiff.model import TermChange


def row(old: str, new: str) -> TermChange:
    title = "海州市灯塔管理办法"
    found = compared(texts.articles(old, title=title), texts.articles(new, title=title))
    (one,) = (term for change in found.changes for term in change.terms)
    return one


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("灯塔每十五日清洗一次。", "灯塔每十日清洗一次。", "raised"),
        ("灯塔每十日至少清洗一次。", "灯塔每十五日至少清洗一次。", "lowered"),
        ("灯塔每年清洗两次。", "灯塔每季度清洗一次。", "raised"),
        ("灯塔每月清洗一次。", "灯塔每十五日清洗一次。", "raised"),
        ("灯塔每季度清洗一次。", "灯塔每三个月清洗一次。", "unchanged"),
        ("灯塔每月清洗一次。", "灯塔每三十日清洗一次。", "not_comparable"),
        ("灯塔每年清洗两次。", "灯塔每半年清洗一次。", "not_comparable"),
        ("灯塔每年至少清洗一次。", "灯塔每月清洗不超过一次。", "not_comparable"),
    ],
)
def test_two_frequencies_are_compared(old: str, new: str, direction: str) -> None:
    found = row(old, new)
    assert (found.direction, found.percent) == (direction, 0 if direction == "unchanged" else None)
    assert ("recurrence" in found.changed) == (direction != "unchanged")


def test_a_duty_without_a_number_is_one_time() -> None:
    found = row("灯塔管理站应当每季度公布收支。", "灯塔管理站应当每月公布收支。")
    assert (found.direction, found.old[0].quote, found.new[0].quote) == ("raised", "每季度", "每月")
    found = row("灯塔管理站应当每季度公布一次收支。", "灯塔管理站应当每半年公布收支。")
    assert (found.direction, found.old[0].recurrence, found.new[0].recurrence) == ("lowered", "每季度", "每半年")
