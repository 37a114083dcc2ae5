"""Bounds in other words than 不超过: firmer or softer, two at once, before a day; and the symbols of units."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from support.reading import terms_of


@pytest.mark.parametrize("verb", ["", "得", "应", "应当", "宜", "能", "可", "准", "许"])
@pytest.mark.parametrize(
    ("word", "bound"),
    [("超过", "cap"), ("大于", "cap"), ("高于", "cap"), ("小于", "floor"), ("低于", "floor"), ("少于", "floor")],
)
def test_whatever_stands_between_not_and_the_bound(verb: str, word: str, bound: str) -> None:
    (term,) = terms_of(f"候船厅面积不{verb}{word}300平方米。")
    assert (term.bound, term.subject, term.low_open or term.high_open) == (bound, "候船厅面积", False)


@pytest.mark.parametrize(
    ("text", "bound", "quote"),
    [
        ("摆渡费用不应超过定额费用的60%。", "cap", "不应超过定额费用的60%"),
        ("船员配比不应低于1:15。", "floor", "不应低于1:15"),
        ("跳板坡度不宜大于1:12。", "cap", "不宜大于1:12"),
        ("严禁超过30人。", "cap", "严禁超过30人"),
        ("补贴超过定额50%的部分自行承担。", "floor", "超过定额50%"),
    ],
)
def test_rates_and_ratios_too(text: str, bound: str, quote: str) -> None:
    (term,) = terms_of(text)
    assert (term.bound, term.quote) == (bound, quote)


def test_a_time_of_day_is_no_ratio() -> None:
    assert terms_of("渡口9:00至17:30开放，晚于17:30停航。") == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("船票上浮比例不低于5%，不高于12%。", "1/20", "3/25"),
        ("船票上浮比例不高于12%，不低于5%。", "1/20", "3/25"),
        ("船票上浮比例为5%至12%。", "1/20", "3/25"),
        ("摆渡补贴每人每月不低于200元，最高不超过500元。", "200", "500"),
        ("租船期限不少于6个月，最长不超过3年。", "6", "36"),
        ("租船期限不少于1年，不超过18个月。", "12", "18"),
        ("年满18周岁，不满60周岁的船员。", "18", "60"),
        ("载客30人以上，60人以下的渡船。", "30", "60"),
    ],
)
def test_a_floor_and_a_cap_side_by_side_are_one_range(text: str, low: str, high: str) -> None:
    (term,) = terms_of(text)
    assert (term.bound, term.low, term.high) == ("range", Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    "text",
    [
        "罚款不低于1万元，奖励不高于5万元。",
        "对投资不低于100万元，不超过20万元补助。",
        "补助不低于2万元，最高累计不超过10万元。",
        "补助不低于2万元，每户不超过10万元。",
        "经营满1年，最长享受3年补贴。",
        "船员不少于3人，不超过5台船。",
        "高于50%，低于30%的，重新核定。",
    ],
)
def test_bounds_of_two_things_stay_two(text: str) -> None:
    assert [term.bound for term in terms_of(text)] in (["floor", "cap"], ["floor", "floor"], ["cap", "floor"])


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("借款期限不得超过船东法定退休年龄后5年。", "cap"),
        ("不得晚于停航通知发布后15日。", "cap"),
        ("停航通知发布后15日。", "exact"),
    ],
)
def test_a_bound_before_the_day_it_counts_from(text: str, bound: str) -> None:
    (term,) = terms_of(text)
    assert term.bound == bound


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("噪声不应大于45dB(A)。", "45", "分贝"),
        ("响应时间不超过5 min。", "5", "分钟"),
        ("航行不超过48 h。", "48", "小时"),
        ("记录保存不少于30d。", "30", "日"),
        ("救生衣重量不超过125 g。", "1/8", "千克"),
        ("净高不低于2.6 m。", "13/5", "米"),
        ("缆绳直径不小于20 mm。", "1/50", "米"),
        ("风速不超过10m/s。", "10", "米/秒"),
        ("水箱容量不小于150 L。", "150", "升"),
        ("载重不超过3t。", "3", "吨"),
        ("主机功率不低于100马力。", "100", "马力"),
    ],
)
def test_symbols_of_units(text: str, value: str, unit: str) -> None:
    (term,) = terms_of(text)
    assert (term.low if term.high is None else term.high, term.unit) == (Fraction(value), unit)


@pytest.mark.parametrize("text", ["推行5s管理。", "建设4s店。", "推广3d打印。", "覆盖5g网络。", "按第3 the条。"])
def test_letters_that_are_no_units(text: str) -> None:
    assert terms_of(text) == ()


@pytest.mark.parametrize("unit", ["不得超过", "不低于5%，", "不低于5%，不高于9%，", "不得超过某某后", "5 m", "1:1"])
def test_bounds_in_linear_time(unit: str) -> None:
    start = time.process_time()
    terms_of(unit * (20_000 // len(unit)))
    assert time.process_time() - start < 10


@pytest.mark.parametrize("verb", ["可获", "可享", "能拿", "可以领", "可得", "可拿到", "能获得", "可申请"])
@pytest.mark.parametrize("word", ["最高", "最多"])
def test_however_one_gets_what_is_the_most_there_is(word: str, verb: str) -> None:
    (term,) = terms_of(f"渔船更新{word}{verb}60万元补助。")
    assert (term.bound, term.quote) == ("cap", f"{word}{verb}60万元")
