"""How often and of how many: what measures a count is no figure of its own."""

from __future__ import annotations

import pytest
from support.reading import terms_of

from policydiff.terms.frequencies import base_of, frequency_in


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("每两年", "每两年"),
        ("每2年", "每两年"),
        ("每二年", "每两年"),
        ("每1年", "每年"),
        ("每年度", "每年"),
        ("每一个季度", "每季度"),
        ("每3个月", "每三个月"),
        ("每半年", "每半年"),
        ("每星期", "每周"),
        ("每天", "每日"),
        ("每12小时", "每十二小时"),
        ("每0年", "每零年"),
        ("每家", None),
    ],
)
def test_one_spelling_of_how_often(text: str, often: str | None) -> None:
    assert frequency_in(text + "至少检查") == often


def test_a_frequency_is_one_term() -> None:
    (term,) = terms_of("经营者应当每半年至少组织一次逃生演练。")
    assert (term.quote, term.recurrence, term.subject) == ("至少组织一次", "每半年", "逃生演练")


def test_who_acts_is_named_without_how_often() -> None:
    (term,) = terms_of("备用电源应当每六个月切换一次。")
    assert (term.recurrence, term.subject) == ("每六个月", "备用电源")


def test_a_period_stays_one_where_nothing_is_counted() -> None:
    (term,) = terms_of("每三年更换的设备由经营者登记。")
    assert (term.kind, term.quote) == ("duration", "三年")


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("灯塔管理站应当每季度公布检修情况。", "每季度"),
        ("灯塔管理站应当每半年公布检修情况。", "每半年"),
        ("灯塔管理站应当每三年对灯塔开展评估。", "每三年"),
        ("灯塔管理站每年应当公布上一年度检修情况。", "每年"),
        ("灯塔管理站应当向社会每月公布检修情况。", "每月"),
        ("灯塔管理站必须每日巡查灯塔。", "每日"),
    ],
)
def test_a_duty_that_recurs_is_one_time_in_each_period(text: str, often: str) -> None:
    (term,) = terms_of(text)
    assert (term.kind, term.unit, term.quote, term.recurrence) == ("count", "次", often, often)
    assert term.low == term.high == 1


@pytest.mark.parametrize(
    "text",
    [
        "灯塔管理站应当每年三月公布检修情况。",
        "灯塔管理站应当每年第一季度公布检修情况。",
        "灯塔管理站应当每年年底前公布检修情况。",
        "灯塔管理站应当每月五日前报送报表。",
        "灯塔管理站应当将每季度的报表公开。",
        "县人民政府应当每年安排灯塔维护经费。",
        "灯塔管理站每年公布检修情况。",
    ],
)
def test_a_date_a_budget_or_a_habit_is_no_duty_that_recurs(text: str) -> None:
    assert terms_of(text) == ()


def test_what_is_counted_behind_a_frequency_is_the_figure() -> None:
    (term,) = terms_of("灯塔管理站应当每年组织演练两次。")
    assert (term.quote, term.recurrence) == ("两次", "每年")


def test_the_last_number_of_so_many_measures_a_count() -> None:
    assert base_of("每百户业主设门岗,每千名居民配备") == "每千名居民"
    assert base_of("每3个月至少") is None


def test_what_is_not_reckoned_by_so_many_keeps_its_own_number() -> None:
    assert [term.quote for term in terms_of("全市新增300名护士，培训2次。")] == ["300名", "2次"]
    assert next(term.quote for term in terms_of("聘请不少于300名居民担任2类职务。")) == "不少于300名"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("灯塔管理站应当至少每十五日对灯塔进行一次清洗。", "至少每十五日对灯塔进行一次"),
        ("灯塔管理站应当至少每季度公布检修情况。", "至少每季度"),
        ("灯塔管理站应当每十五日至少清洗灯塔一次。", "至少清洗灯塔一次"),
    ],
)
def test_at_least_once_whether_before_or_behind_how_often(text: str, quote: str) -> None:
    (term,) = terms_of(text)
    assert (term.quote, term.bound, term.high) == (quote, "floor", None)
