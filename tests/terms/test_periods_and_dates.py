"""Days counted from what happens are periods; days of a month are dates, and 日报 is a newspaper."""

from __future__ import annotations

import pytest
from support.reading import terms_of


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("渡口经营者停业的，应当提前3个月报告海事部门。", ("3个月", "3", "月")),
        ("渡口经营者应当在10个工作日报送材料。", ("10个工作日", "10", "工作日")),
        ("渡口经营者应当提前60日报送材料。", ("60日", "60", "日")),
        ("摆渡船应当在开工前60日报备。", ("60日", "60", "日")),
        ("停止摆渡的，应当提前30日报请批准。", ("30日", "30", "日")),
        ("灯塔守护人应当提前10日会同渔政部门检查。", ("10日", "10", "日")),
        ("船票规则自公布后30日生效。", ("30日", "30", "日")),
        ("应当于船员大会召开15日前通知全体船员。", ("15日", "15", "日")),
        ("船员大会召开前15日，应当公告议题。", ("15日", "15", "日")),
        ("船员大会召开15日以前书面通知。", ("15日", "15", "日")),
        ("浮标应当在投放前30日备案。", ("30日", "30", "日")),
        ("摆渡许可届满前30日提出申请。", ("30日", "30", "日")),
        ("经营者应当在停渡20日前向社会公告。", ("20日", "20", "日")),
        ("自触礁发生之日起3日报案。", ("3日", "3", "日")),
        ("触礁发生后30日报社保部门。", ("30日", "30", "日")),
        ("合同终止之日前10日结清船款。", ("10日", "10", "日")),
    ],
)
def test_a_period_before_or_after_what_happens(text: str, period: tuple[str, str, str]) -> None:
    (term,) = terms_of(text)
    assert (term.quote, str(term.low), term.unit) == period
    assert term.kind == "duration"


@pytest.mark.parametrize(
    "text",
    [
        "《海角日报》5日报道，渡口已经开放。",
        "本报20日报道了渡口开放。",
        "渡口管理处应当于每月10日前报送客流。",
        "3月15日前完成检修。",
        "每年6月底前完成检修。",
        "船东应当于次月5日前缴费。",
        "各渡口请于15日前报送材料。",
        "各渡口15日前报送材料。",
        "请在收到通知后15日前答复。",
        "日前15日的消息属实。",
        "应当在规定的15日前缴款。",
        "灯会节后8日恢复摆渡。",
        "船员应当参加三年级航海课程。",
    ],
)
def test_a_date_or_a_word_is_no_period(text: str) -> None:
    assert [term.quote for term in terms_of(text)] == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("救生艇应当在半小时内抵达。", ("半小时内", "1/2", "小时")),
        ("救生艇应当在半个钟头内抵达。", ("半个钟头内", "1/2", "小时")),
        ("灯塔检修时间不超过半日。", ("不超过半日", "1/2", "日")),
        ("灯塔停用的，应当提前半天公告。", ("半天", "1/2", "日")),
        ("救生艇应当在一个半小时内抵达。", ("一个半小时内", "3/2", "小时")),
        ("灯塔应当在两个半月内修复。", ("两个半月内", "5/2", "月")),
        ("灯塔应当在半月内修复。", ("半月内", "1/2", "月")),
    ],
)
def test_half_of_a_time(text: str, period: tuple[str, str, str]) -> None:
    (term,) = terms_of(text)
    value = term.low if term.low is not None else term.high
    assert (term.quote, str(value), term.unit, term.kind) == (*period, "duration")


@pytest.mark.parametrize("text", ["上半年完成检修，下半年验收。", "半日制船校可以招生。", "半月形码头应当设灯。"])
def test_a_half_that_is_part_of_a_name_is_no_period(text: str) -> None:
    assert terms_of(text) == ()
