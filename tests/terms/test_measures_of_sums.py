"""For how many a sum is belongs to its measure, and is no figure of its own: 每培训3名船员奖励900元."""

from __future__ import annotations

import pytest
from support.reading import segmented

from policydiff.terms import extract


def read(sentence: str) -> list[tuple[str, str | None]]:
    return [(term.quote, term.per) for term in extract(segmented(f"第一条 {sentence}"))]


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("每带动3户渔民增收，奖励900元。", [("900元", "每带动3户渔民增收")]),
        ("每培养一名船长给予船校2600元补贴。", [("2600元", "每培养一名船长")]),
        ("每招用4人，给予1300元补助。", [("1300元", "每招用4人")]),
        ("每15万元设备购置额给予2万元补助。", [("2万元", "每15万元设备购置额")]),
        ("每投入30万元给予4万元奖励，最高70万元。", [("4万元", "每投入30万元"), ("最高70万元", None)]),
        ("每消费500元发放80元船票券。", [("80元", "每消费500元")]),
        ("每新增3个泊位，给予7000元补助。", [("7000元", "每新增3个泊位")]),
    ],
)
def test_the_number_behind_each_is_part_of_the_measure(sentence: str, terms: list[tuple[str, str | None]]) -> None:
    assert read(sentence) == terms


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("每增加600万元产值给予8万元奖励。", ["600万元", "8万元"]),
        ("每年培养300名船员，给予10万元补贴。", ["300名", "10万元"]),
        ("每家企业招用5人以上的，给予2万元。", ["5人以上", "2万元"]),
        ("每引进3名船长。", ["3名"]),
        ("每引进3名船长、6名船员，分别给予4万元、2万元。", ["3名", "6名", "4万元", "2万元"]),
    ],
)
def test_what_has_to_be_reached_stays_a_figure(sentence: str, quotes: list[str]) -> None:
    assert [quote for quote, _ in read(sentence)] == quotes
