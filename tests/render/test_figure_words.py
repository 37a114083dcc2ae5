"""Figures, places and notes in words."""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest

import policydiff
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
from policydiff.render.wording.figure_changes import change_words, delta_words, percent, told_end
from policydiff.render.wording.labels import word
from policydiff.render.wording.notes import note_words
from policydiff.render.wording.places import address_words
from policydiff.render.wording.values import amount, facet_words, number, reading, written

SOURCE = Path(policydiff.__file__).parent


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
    assert change_words(longer, "zh") == "↑ 延长 3个月（+50%）"
    assert change_words(longer, "en") == "↑ extended by 3 months (+50%)"
    assert delta_words(longer, "zh") == "+3个月，+50%"
    fewer = change("lowered", delta=Fraction(-1, 10), percent=Fraction(-20), points=Fraction(-10))
    assert change_words(fewer, "zh") == "↓ 缩短（−10个百分点）"
    assert change_words(change("not_comparable", delta=Fraction(3)), "en") == "≠ not comparable"
    assert delta_words(change("not_comparable", delta=Fraction(3)), "en") == ""


def test_what_else_changed_is_named() -> None:
    assert facet_words(change("not_comparable", changed=("bound",)), "zh", excerpt=False) == ("界限由“上限”改为“定值”",)
    assert facet_words(change("raised", changed=("hedge",)), "en", excerpt=True) == ("qualifier differs",)


def test_a_bound_that_stayed_says_what_it_includes() -> None:
    over = term("超过3年", "duration", "floor", low=3, low_open=True, unit="年")
    least = term("3年以上", "duration", "floor", low=3, unit="年")
    told = TermChange((over,), (least,), "unchanged", "stated", changed=("bound",))
    assert facet_words(told, "zh", excerpt=False) == ("界限由“不含本数”改为“含本数”",)
    assert facet_words(told, "en", excerpt=False) == ("bound: “figure not included” became “figure included”",)
    below = term("…", bound="range", low=1, high=5, low_open=True)
    both = term("…", bound="range", low=1, high=5)
    told = TermChange((below,), (both,), "unchanged", "stated", changed=("bound",))
    assert facet_words(told, "zh", excerpt=False) == ("界限由“不含下端”改为“两端均含”",)


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


def ranges(old: tuple[str, str], new: tuple[str, str], direction: Direction = "raised", /, **fields: Any) -> TermChange:
    """A range of money, or of what `kind` and `unit` say, that became another one."""
    kind, unit = fields.pop("kind", "money"), fields.pop("unit", "CNY")
    before, after = (term("…", kind, "range", low=low, high=high, unit=unit) for low, high in (old, new))
    return TermChange((before,), (after,), direction, "stated", **fields)


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (
            ranges(("10000", "50000"), ("20000", "100000"), delta=Fraction(50_000), percent=Fraction(100)),
            "↑ 提高：下限 +1万元；上限 +5万元",
            "↑ raised: lower end +CNY 10,000; upper end +CNY 50,000",
        ),
        (
            ranges(("10000", "50000"), ("10000", "75000"), delta=Fraction(25_000), percent=Fraction(50)),
            "↑ 提高：上限 +2.5万元（+50%）",
            "↑ raised: upper end +CNY 25,000 (+50%)",
        ),
        (
            ranges(("1/10", "3/10"), ("1/20", "1/5"), "lowered", kind="rate", unit=None),
            "↓ 降低：下限 −5个百分点；上限 −10个百分点",
            "↓ lowered: lower end −5 percentage points; upper end −10 percentage points",
        ),
        (
            ranges(("60", "65"), ("62", "65"), kind="age", unit="岁", delta=Fraction(2), percent=Fraction(10, 3)),
            "↑ 提高：下限 +2岁",
            "↑ raised: lower end +2 years",
        ),
        (
            ranges(("10000", "50000"), ("20000", "40000"), "not_comparable"),
            "≠ 不可比：下限 +1万元；上限 −1万元",
            "≠ not comparable: lower end +CNY 10,000; upper end −CNY 10,000",
        ),
        (ranges(("1", "5"), ("2", "4"), "not_comparable", changed=("per",)), "≠ 不可比", "≠ not comparable"),
        (ranges(("1", "5"), ("1", "5"), "unchanged"), "= 未变", "= unchanged"),
    ],
)
def test_a_range_is_compared_end_by_end(found: TermChange, zh: str, en: str) -> None:
    assert change_words(found, "zh") == zh
    assert change_words(found, "en") == en


def test_a_cap_that_became_a_range_says_which_end_moved() -> None:
    old = term("5万元以下", bound="cap", high=50_000)
    new = term("1万元以上8万元以下", bound="range", low=10_000, high=80_000)
    found = TermChange((old,), (new,), "raised", "stated", delta=Fraction(30_000), percent=Fraction(60))
    assert change_words(found, "zh") == "↑ 提高：上限 +3万元（+60%）"
    assert delta_words(found, "zh") == "上限 +3万元，+60%"


def test_the_end_that_a_table_gives_is_the_one_that_moved() -> None:
    assert told_end(ranges(("1", "5"), ("2", "5"))) == "low"
    assert told_end(ranges(("1", "5"), ("2", "6"))) == "high"
    assert told_end(ranges(("1", "5"), ("1", "6"))) == "high"
    assert told_end(ranges(("1", "5"), ("1", "5"), "unchanged")) == "high"


@pytest.mark.parametrize(("kind", "unit"), [("count", "分"), ("count", "级"), ("age", "岁")])
def test_steps_of_a_scale_without_a_nought_have_no_percentage(kind: Kind, unit: str) -> None:
    old, new = (term("…", kind, "floor", low=low, unit=unit) for low in (60, 80))
    found = TermChange((old,), (new,), "raised", "stated", delta=Fraction(20), percent=Fraction(100, 3))
    assert percent(found) is None
    assert change_words(found, "zh") == f"↑ 提高 20{unit}"
    assert delta_words(found, "zh") == f"+20{unit}"
    assert percent(TermChange((), (), "dropped", "stated")) is None


RAW = re.compile(r"[a-z]+_[a-z_]+|\b[a-z]+=")


def told_codes() -> dict[str, set[str]]:
    """The codes that the stages and the pipeline give to a comparison's notes, with the names of their values."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if not {"compare", "align"} & set(path.relative_to(SOURCE).parts) and path.name != "ordering.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Note"):
                continue
            if isinstance(node.args[0], ast.Constant):
                pairs = node.args[1].elts if len(node.args) > 1 and isinstance(node.args[1], ast.Tuple) else []
                names = {each.elts[0].value for each in pairs if isinstance(each, ast.Tuple)}  # type: ignore[attr-defined]
                found.setdefault(str(node.args[0].value), set()).update(names)
    return found


@pytest.mark.parametrize(("code", "names"), sorted((c, tuple(sorted(n))) for c, n in told_codes().items()))
def test_every_note_of_a_comparison_has_words_of_its_own(code: str, names: tuple[str, ...]) -> None:
    note = Note(code, tuple((name, "3") for name in names))
    told = note_words(note, "zh"), note_words(note, "en")
    assert not any(words.startswith(("另有一项说明", "One more thing")) for words in told)
    assert not any(RAW.search(words.replace("version.toml", "")) for words in told)
    assert told[0] != told[1]


def test_the_notes_looked_at_are_those_there_are() -> None:
    assert {"order_inferred", "unplaced", "folded", "little_in_common", "effective"} <= told_codes().keys()


def test_no_code_of_a_note_reaches_a_reader() -> None:
    assert note_words(Note("unplaced", (("number", "3"),)), "zh") == "另有一项说明：3"
    assert note_words(Note("novel_thing"), "en") == "One more thing to know: —"
    hostile = Note("article_count", (("old", "{new}"), ("new", "2"), ("quote", "{0}{x.y}")))
    assert "{0}{x.y}" in note_words(hostile, "en")
