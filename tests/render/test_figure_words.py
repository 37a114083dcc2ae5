"""Figures, places and notes in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, get_args

import pytest

from policydiff.model import (
    Address,
    Bound,
    Certainty,
    Coverage,
    Direction,
    Facet,
    Flag,
    Kind,
    Note,
    Relation,
    Role,
    Span,
    Status,
    Substance,
    Term,
    TermChange,
    UnitKind,
)
from policydiff.render.labels import word
from policydiff.render.notes import note_words
from policydiff.render.places import address_words
from policydiff.render.values import amount, change_words, delta_words, facet_words, number, reading, written


def term(quote: str, kind: Kind = "money", bound: Bound = "exact", **fields: Any) -> Term:
    values: dict[str, Any] = {"low": None, "high": None, "unit": "CNY" if kind == "money" else None} | fields
    values |= {k: Fraction(values[k]) for k in ("low", "high") if values[k] is not None}
    return Term(quote, Span(0, 0), "u", None, None, kind, bound, context=Span(0, 0), **values)


@pytest.mark.parametrize(
    ("value", "kind", "unit", "zh", "en"),
    [
        (1_0000_0000_00, "money", "CNY", "100亿元", "CNY 10 billion"),
        (1_2345_6789, "money", "CNY", "123456789元", "CNY 123,456,789"),
        (1_5000, "money", "CNY", "1.5万元", "CNY 15,000"),
        (800, "money", "USD", "800美元", "USD 800"),
        ("3/1000", "rate", None, "0.3%", "0.3%"),
        ("1/3", "rate", None, "33.33%", "33.33%"),
        ("3/2", "multiple", None, "1.5倍", "1.5 times"),
        (6, "duration", "月", "6个月", "6 months"),
        (1, "duration", "工作日", "1个工作日", "1 working day"),
        (100_000_000_000, "count", None, "1000亿", "100 billion"),
        (3, "count", "家", "3家", "3 家"),
    ],
)
def test_amounts(value: str | int, kind: str, unit: str | None, zh: str, en: str) -> None:
    assert amount(Fraction(value), kind, unit, "zh") == zh
    assert amount(Fraction(value), kind, unit, "en") == en


def test_numbers_are_rounded_only_where_they_do_not_end() -> None:
    assert [number(Fraction(v)) for v in ("0", "-1/2", "200/3", "-1/100000", "1000000")] == [
        *("0", "−0.5", "66.6667", "0", "1,000,000")
    ]


def test_a_reading_says_whether_the_figure_is_included() -> None:
    assert reading(term("不超过30%", "rate", "cap", high="3/10"), "zh") == "≤30%"
    assert reading(term("不足30%", "rate", "cap", high="3/10", high_open=True), "zh") == "<30%"
    assert reading(term("超过5年", "duration", "floor", low=5, low_open=True, unit="年"), "en") == ">5 years"
    assert reading(term("20万元至50万元", bound="range", low=200_000, high=500_000), "zh") == "20万元–50万元"
    assert reading(term("…", "count", "range", low=1, high=5, high_open=True), "zh") == "[1, 5)"
    assert reading(term("近百家", "count", low=100, high=100, unit="家", approximate=True), "zh") == "约100家"


def test_the_reading_stands_behind_words_that_do_not_give_it() -> None:
    assert written(term("伍拾万元", low=500_000, high=500_000), "zh") == "伍拾万元（50万元）"
    assert written(term("最高 50 万元", bound="cap", high=500_000), "zh") == "最高 50 万元"
    assert written(term("三成", "rate", low="3/10", high="3/10"), "en") == "三成 (30%)"
    assert written(term("30%", "rate", low="3/10", high="3/10"), "en") == "30%"


def change(direction: Direction, **fields: Any) -> TermChange:
    old, new = (
        term("不超过6个月", "duration", "cap", high=6, unit="月"),
        term("6个月", "duration", high=9, low=9, unit="月"),
    )
    return TermChange((old,), (new,), direction, "stated", **fields)


def test_changes_carry_a_sign_and_a_word() -> None:
    longer = change("raised", delta=Fraction(3), percent=Fraction(50))
    assert change_words(longer, "zh") == "↑ 提高 3个月（+50%）"
    assert change_words(longer, "en") == "↑ raised by 3 months (+50%)"
    assert delta_words(longer, "zh") == "+3个月，+50%"
    fewer = change("lowered", delta=Fraction(-1, 10), percent=Fraction(-20), points=Fraction(-10))
    assert change_words(fewer, "zh") == "↓ 降低（−10个百分点）"
    assert change_words(change("not_comparable", delta=Fraction(3)), "en") == "≠ not comparable"
    assert delta_words(change("not_comparable", delta=Fraction(3)), "en") == ""


def test_what_else_changed_is_named() -> None:
    assert facet_words(change("not_comparable", changed=("bound",)), "zh", excerpt=False) == ("界限由“上限”改为“定值”",)
    assert facet_words(change("raised", changed=("hedge",)), "en", excerpt=True) == ("qualifier differs",)


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("direction", get_args(Direction)),
        ("relation", get_args(Relation)),
        ("flag", get_args(Flag)),
        ("substance", get_args(Substance)),
        ("certainty", get_args(Certainty)),
        ("kind", get_args(Kind)),
        ("bound", get_args(Bound)),
        ("role", get_args(Role)),
        ("facet", get_args(Facet)),
        ("status", get_args(Status)),
        ("coverage", get_args(Coverage)),
        ("unit", get_args(UnitKind)),
    ],
)
def test_every_code_has_a_chinese_word(group: str, codes: tuple[str, ...]) -> None:
    assert codes
    assert all(word(group, code, "zh") != code for code in codes)


def test_addresses() -> None:
    for text, zh, en in (
        ("第二编第三章", "第二编第三章", "Part 2 Ch. 3"),
        ("第十条之二", "第十条之二", "Art. 10-2"),
        ("三、（二）1.", "三、（二）1.", "三、（二）1. (3.2.1)"),
    ):
        assert (address_words(Address.parse(text), "zh"), address_words(Address.parse(text), "en")) == (zh, en)


def test_a_note_with_values_it_does_not_expect_still_tells_them() -> None:
    assert note_words(Note("unplaced", (("number", "3"),)), "zh") == "unplaced: number=3"
    assert note_words(Note("novel"), "en") == "novel"
    hostile = Note("article_count", (("old", "{new}"), ("new", "2"), ("quote", "{0}{x.y}")))
    assert "{0}{x.y}" in note_words(hostile, "en")
