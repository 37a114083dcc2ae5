"""Figures as values, and queries as words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.index.figures import figures
from policydiff.index.query import parse_query
from policydiff.numerals import to_han


@given(st.integers(10, 10**8 - 1).filter(lambda n: len(to_han(n)) > 1))
@settings(deadline=None, derandomize=True, max_examples=500)
def test_every_numeral_that_we_write_is_well_formed(number: int) -> None:
    text = to_han(number)
    (found,) = figures(text)
    assert (found.span.of(text), found.value) == (text, str(number))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("百亿", "10000000000"),
        ("一万亿", "1000000000000"),
        ("一亿二千万", "120000000"),
        ("两千零五", "2005"),
        ("贰佰万", "2000000"),
        ("二〇二五", "2025"),
        ("007", "7"),
        ("0.50", "1/2"),
        ("2千万", "20000000"),
    ],
)
def test_values(text: str, value: str) -> None:
    (found,) = figures(text)
    assert (found.span.of(text), found.value) == (text, value)


@pytest.mark.parametrize(
    "text", ["三三两两", "万千气象", "千方百计", "统一", "万一之事", "三农", "百姓", "一次性", "亿元级"]
)
def test_words_that_look_like_figures_are_none(text: str) -> None:
    assert list(figures(text)) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("算力 补贴", ("算力", "补贴")),
        ("　算力\t补贴\n", ("算力", "补贴")),
        ('"算力 补贴" 券', ("算力 补贴", "券")),
        ("“算力 补贴”券", ("算力 补贴", "券")),
        ('算力"补贴', ("算力", "补贴")),
        ("算力 算力", ("算力",)),
        ('"" ', ()),
    ],
)
def test_words_of_a_query(query: str, expected: tuple[str, ...]) -> None:
    assert tuple(one.text for one in parse_query(query).positive) == expected
