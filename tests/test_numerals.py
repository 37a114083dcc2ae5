"""Numerals as policy texts write them: 0–99,999 in every writing, the large magnitudes, and cn2an as an oracle."""

from __future__ import annotations

from collections.abc import Callable
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
        ("一万五", "15000"),
        ("二百五", "250"),
        ("三千八", "3800"),
        ("三亿五", "350000000"),
        ("一万零五", "10005"),
        ("十五", "15"),
        ("五百万", "5000000"),
    ],
)
def test_figures_are_exact(text: str, value: str) -> None:
    assert figure(text) == Fraction(value)


@pytest.mark.parametrize("text", ["", "约50", "50元", "1.2.3", "甲"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"figure|numeral"):
        figure(text)


FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿", "萬億")
TRADITIONAL_FINANCIAL = str.maketrans("一二三四五六七八九十百千万", "壹貳叄肆伍陸柒捌玖拾佰仟萬")


@pytest.mark.parametrize(
    "signs",
    [{}, str.maketrans("零", "〇"), FINANCIAL, TRADITIONAL, TRADITIONAL_FINANCIAL],
    ids=["han", "circled_zero", "financial", "traditional", "old_financial"],
)
def test_every_number_to_a_hundred_thousand_is_read_as_it_was_written(signs: dict[int, int]) -> None:
    assert [n for n in range(100_000) if from_han(to_han(n).translate(signs)) != n] == []


@pytest.mark.parametrize(
    "written", [str, "{:,}".format, lambda n: f"{n:,}".replace(",", "，")], ids=["plain", "separated", "wide_separated"]
)
def test_every_number_to_a_hundred_thousand_is_read_in_digits(written: Callable[[int], str]) -> None:
    assert [n for n in range(100_000) if figure(written(n)) != n] == []


def test_every_number_to_a_hundred_thousand_has_a_writing_of_its_own() -> None:
    assert len({to_han(n) for n in range(100_000)}) == 100_000


UNITS = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "十万亿": 10**13,
    "百万亿": 10**14,
}
OLD = str.maketrans("万亿", "萬億")


@pytest.mark.parametrize("unit", UNITS)
def test_large_units_stand_alone_and_behind_figures(unit: str) -> None:
    value = UNITS[unit]
    for magnitude in (unit, unit.translate(OLD), unit.translate(FINANCIAL)):
        assert from_han(magnitude) == value
        for count in "123456789":
            assert figure(f"{count}{magnitude}") == int(count) * value
            assert figure(f"{count}.5{magnitude}") == (int(count) + Fraction(1, 2)) * value
            assert figure(f"1,{count}00{magnitude}") == (1000 + 100 * int(count)) * value
        for digit, times in zip("两兩二三壹贰貳叁玖", (2, 2, 2, 3, 1, 2, 2, 3, 9), strict=True):
            assert figure(digit + magnitude) == times * value


@pytest.mark.parametrize("unit", ["万", "亿", "万亿", "萬", "億"])
def test_whole_numbers_before_a_large_unit_round_trip(unit: str) -> None:
    value = UNITS[unit.translate(str.maketrans("萬億", "万亿"))]
    assert [n for n in range(1, 10_000) if from_han(to_han(n) + unit) != n * value] == []
    assert [n for n in range(1, 10_000) if figure(f"{n}{unit}") != n * value] == []
    assert [n for n in range(1, 10_000) if figure(f"{n / 100}{unit}") != Fraction(n, 100) * value] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("兩萬", 20_000),
        ("兩億五千萬", 250_000_000),
        ("兩千兩百萬", 22_000_000),
        ("壹億貳仟萬", 120_000_000),
        ("叄拾陸萬", 360_000),
        ("叁佰参拾万", 3_300_000),
        ("一亿零五万", 100_050_000),
        ("十亿五千万", 1_050_000_000),
        ("一万零三十亿", 1_003_000_000_000),
        ("一万二千亿", 1_200_000_000_000),
        ("三千五百亿", 350_000_000_000),
    ],
)
def test_traditional_and_composed_numerals_are_read(text: str, number: int) -> None:
    assert from_han(text) == number


# cn2an 0.5 gives up on a magnitude with nothing before it
CN2AN_RAISES = {"百亿", "千亿", "百万", "千万", "百", "千", "万", "亿", "万亿", "百万亿"}


def test_cn2an_agrees_on_every_number_to_a_hundred_thousand() -> None:
    cn2an = pytest.importorskip("cn2an", reason="a development dependency: make dev")
    assert [n for n in range(100_000) if cn2an.an2cn(n, "low") != to_han(n)] == []
    assert [n for n in range(100_000) if from_han(cn2an.an2cn(n, "up")) != n] == []
    assert [n for n in range(0, 10**8, 99_991) if cn2an.an2cn(n, "low") != to_han(n)] == []
    for limit in (10**10, 10**13, 10**16):
        assert [n for n in range(0, limit, limit // 997) if from_han(cn2an.an2cn(n, "low")) != n] == []


@pytest.mark.parametrize("text", sorted({*UNITS, "两万", "一万五", "三千八", "1.5亿", "2千万", "一百万亿", "伍拾万"}))
def test_cn2an_agrees_where_it_reads_at_all(text: str) -> None:
    cn2an = pytest.importorskip("cn2an", reason="a development dependency: make dev")
    if text in CN2AN_RAISES:
        with pytest.raises(ValueError, match=text[0]):
            cn2an.cn2an(text, "smart")
        return
    assert Fraction(cn2an.cn2an(text, "smart")) == figure(text)
