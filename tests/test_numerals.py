"""Numerals as policy texts write them; what one writes the other reads (see properties/ for the round trip)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from policydiff.numerals import figure, from_han, to_han


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十一", 11),
        ("一十一", 11),
        ("二十", 20),
        ("两百", 200),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一千零一", 1001),
        ("一万零五百", 10_500),
        ("十二万", 120_000),
        ("三千五百万", 35_000_000),
        ("百亿", 10_000_000_000),
        ("千亿", 100_000_000_000),
        ("一万亿", 1_000_000_000_000),
        ("亿", 100_000_000),
        ("二〇二五", 2025),
        ("一九九八", 1998),
        ("伍拾万", 500_000),
        ("壹仟贰佰叁拾肆", 1234),
        ("兩萬", 20_000),
    ],
)
def test_chinese_numerals_are_read(text: str, number: int) -> None:
    assert from_han(text) == number


@pytest.mark.parametrize("text", ["", "甲", "十甲", "5", "一 二"])
def test_what_is_no_chinese_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        from_han(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10_000, "一万"),
        (10_010, "一万零一十"),
        (12_345_678, "一千二百三十四万五千六百七十八"),
    ],
)
def test_numbers_are_written_as_articles_are_numbered(number: int, text: str) -> None:
    assert to_han(number) == text


@pytest.mark.parametrize("number", [-1, 10**8])
def test_no_article_has_such_a_number(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_han(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", "300"),
        ("1,000", "1000"),
        ("1，000", "1000"),
        ("12,345,678.9", "123456789/10"),
        ("0.5", "1/2"),
        ("50万", "500000"),
        ("1.5亿", "150000000"),
        ("2千万", "20000000"),
        ("3百", "300"),
        ("三百", "300"),
        ("0.1", "1/10"),
    ],
)
def test_figures_are_exact(text: str, value: str) -> None:
    assert figure(text) == Fraction(value)


@pytest.mark.parametrize("text", ["", "约50", "50元", "1.2.3", "甲"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"figure|numeral"):
        figure(text)
