"""Addresses as texts write them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from policydiff.model import Address, Level, Place


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("第三条", "第三条"),
        ("第3条", "第三条"),
        ("第3-1条", "第三条之一"),
        ("第三条之一第二款第（一）项", "第三条之一第二款第（一）项"),
        ("第三条第一项", "第三条第（一）项"),
        ("第三条第(1)项", "第三条第（一）项"),
        ("第二编第一章第三节", "第二编第一章第三节"),
        ("三、（二）", "三、（二）"),
        ("三、(二)1.（1）①", "三、（二）1.（1）①"),
        ("第一百二十条之二", "第一百二十条之二"),
    ],
)
def test_an_address_prints_in_the_standard_form(written: str, printed: str) -> None:
    assert str(Address.parse(written)) == printed


@pytest.mark.parametrize("text", ["", "甲", "第三", "第条", "三、甲", "第三条 第二款x"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        Address.parse(text)


def test_addresses_are_ordered_as_provisions_stand() -> None:
    in_order = [
        "第二条",
        "第九条",
        "第九条第一款",
        "第九条第二款第（一）项",
        "第九条之一",
        "第十条",
        "一、",
        "一、（一）",
        "二、",
    ]
    addresses = [Address.parse(text) for text in in_order]
    assert all(one < other for one, other in pairwise(addresses))


def test_a_child_stands_one_rank_further_in() -> None:
    assert str(Address.parse("第三条").child(Place(Level.PARAGRAPH, 2))) == "第三条第二款"
