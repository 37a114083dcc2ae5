"""Tables that fit a terminal: what wraps, what is left out, and that nothing is left out in silence."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from support.texts import version

from policydiff import render
from policydiff.model import (
    Address,
    Attribution,
    CleanText,
    Document,
    Metadata,
    Origin,
    Source,
    Span,
    Term,
    Unit,
    Version,
    Work,
)
from policydiff.render.columns import Column, fitted, table_lines
from policydiff.render.terminal import printed

TEXT = "对首次通过验收的无人机起降场，按照设备购置费用的30%给予运营单位每年最高120万元补助，原则上不超过三年。"
TITLE = "江城市支持低空经济若干措施"
OTHER = "江城市航空消费券发放办法"


def sample(*attributions: str | None) -> Version:
    """A document of one article with three figures."""
    source = Source("sample.txt", "text/plain", "utf-8", "0" * 64, TEXT, ())
    unit = Unit("1", "article", Span(0, len(TEXT)), Address.parse("一、"), "一、", "")
    document = Document(CleanText(source, TEXT, ()), Metadata(), (unit,), Origin("sample.txt"))
    return Version(Work("", TITLE), "sample.txt", "full", (document,))


def figures(*attributions: str | None) -> tuple[Term, ...]:
    facets: list[dict[str, Any]] = [
        {"quote": "30%", "kind": "rate", "bound": "exact", "low": Fraction(3, 10), "high": Fraction(3, 10),
         "basis": "设备购置费用", "subject": "运营单位", "role": "benefit"},
        {"quote": "最高120万元", "kind": "money", "bound": "cap", "low": None, "high": Fraction(1_200_000),
         "unit": "CNY", "subject": "运营单位", "role": "benefit", "recurrence": "每年", "per": "每家"},
        {"quote": "不超过三年", "kind": "duration", "bound": "cap", "low": None, "high": Fraction(3), "unit": "年",
         "hedge": "原则上", "role": "benefit"},
    ]  # fmt: skip
    made = []
    for fields, whose in zip(facets, attributions or (TITLE,) * 3, strict=True):
        start = TEXT.index(fields["quote"])
        span = Span(start, start + len(fields["quote"]))
        told = Attribution(whose) if whose else None
        made.append(
            Term(span=span, unit_id="1", address=Address.parse("一、"), attribution=told, context=span, **fields)
        )
    return tuple(made)


def shown(width: int, *attributions: str | None, lang: render.Lang = "zh") -> list[str]:
    text = render.terms_text(sample(), figures(*attributions), lang, color=False, width=width)
    return text.rstrip("\n").split("\n")


def test_values_stand_right_aligned_beside_the_quote() -> None:
    lines = shown(120)
    rows = [next(row for row in lines if value in row) for value in ("30%", "≤120万元", "≤3年")]
    values = zip(rows, ("30%", "≤120万元", "≤3年"), strict=True)
    ends = {cell_len(row[: row.rindex(value) + len(value)]) for row, value in values}
    assert len(ends) == 1
    assert [word for word in ("基数", "每", "频次·限定", "作用") if word not in lines[3]] == []


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [("FLOPS", 45 * 10**17, "4.5EFLOPS"), ("B", 9_830 * 10**15, "9.83EB"), ("FLOPS", 12, "12FLOPS")],
)
def test_computing_power_is_told_with_a_prefix(unit: str, value: int, words: str) -> None:
    term = replace(figures()[0], kind="quantity", low=Fraction(value), high=Fraction(value), unit=unit)
    assert words in render.terms_text(sample(), (term,), "zh", color=False, width=100)


def test_whose_words_they_are_is_told_once() -> None:
    assert sum(TITLE in line for line in shown(120)) == 1
    several = shown(120, TITLE, OTHER, None)
    assert several[1:3] == [f"[1] 《{TITLE}》", f"[2] 《{OTHER}》"]
    assert [line.split()[-1] for line in several[6:9]] == ["[1]", "[2]", "—"]


def test_nobodys_words_need_no_column() -> None:
    assert not any("文件" in line or "《" in line for line in shown(120, None, None, None))


@pytest.mark.parametrize("width", [20, 33, 40, 60, 80, 100, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_asked(width: int, lang: render.Lang) -> None:
    assert max(cell_len(line) for line in shown(width, TITLE, OTHER, None, lang=lang)) <= width
    outline = render.outline_text(sample(), lang, color=False, width=width)
    assert max(cell_len(line) for line in outline.split("\n")) <= width


def test_a_column_that_is_left_out_is_named() -> None:
    wide, narrow = shown(120), shown(44)
    assert not wide[-1].count("未列")
    assert "作用" in wide[3]
    assert "作用" not in narrow[3]
    assert "作用" in "".join(narrow).split("未列：")[1]
    assert sum("≤120万元" in line for line in narrow) == 1


CELLS = st.lists(st.text(alphabet="甲乙a1，（）“”\n", max_size=30), min_size=3, max_size=3).map(tuple)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(st.tuples(CELLS, st.booleans(), st.integers(0, 3)), max_size=5), st.integers(20, 90))
def test_nothing_is_lost_in_a_column_that_stands(made: list[tuple[Any, bool, int]], width: int) -> None:
    columns = [Column(f"头{n}", c, right=right, rank=rank) for n, (c, right, rank) in enumerate(made)]
    kept = fitted(columns, width)
    text = printed(table_lines(kept), color=False, width=width)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    left = sorted("".join(text.split()).replace("─", ""))
    wanted = sorted("".join("".join(part.split()) for column in kept for part in (column.head, *column.cells)))
    assert left == wanted
    assert [column.head for column in columns if any(column.cells) and not column.rank] == [
        column.head for column in kept if not next(c for c in columns if c.head == column.head).rank
    ]


def test_an_outline_tells_odd_numbering_and_when_the_text_expires() -> None:
    text = (
        "海州市沙滩办法\n第一条 不得采砂。\n第二条 不得倾倒。\n第四条 罚款五十元。\n第四条 另行规定。\n"
        "第五条 本办法自2025年7月1日起施行，有效期三年。\n"
    )
    shown = render.outline_text(version(text), "zh", color=False, width=100)
    assert "失效日期 Expires: 2028-06-30" in shown
    assert "跳号，按顺序应为第三条" in shown
    assert "重号，按顺序应为第五条" in shown
