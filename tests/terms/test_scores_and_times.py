"""Scores, the time a matter takes, payments in two parts: figures that few words announce."""

from __future__ import annotations

import pytest
from support.reading import segmented, terms_of

from policydiff.terms import extract
from policydiff.terms.table_rows import header_of


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("建立护林站台账的得6分，配齐巡山车辆的得8分。", ["6分", "8分"]),
        ("三、护林队伍建设（25分）", ["25分"]),
        ("三、护林队伍建设（二十分）", ["二十分"]),
        ("按时上报火情的，记十二分。", ["十二分"]),
        ("其中护林70分，造林30分。", ["70分", "30分"]),
        ("漏报火情的每次扣4分，主动报告的计2分。", ["4分", "2分"]),
        ("评审会于9时30分开始，10点15分结束。", []),
        ("护林站位于东经110度20分。", []),
        ("每株收取1元5角2分。", ["1元"]),
        ("护林工作十分重要，须十分警惕。", []),
    ],
)
def test_scores(text: str, scores: list[str]) -> None:
    assert [term.quote for term in terms_of(text)] == scores


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("护林补贴办理时限为25日。", ["25日"]),
        ("办理时间：20日。", ["20日"]),
        ("承诺办结时限为10日，法定20日。", ["10日", "20日"]),
        ("申报时限为3月20日。", []),
        ("申报时限截至20日。", []),
        ("受理时间为每月10日。", []),
        ("报名时间：20日。", []),
        ("植树活动时间为20日。", []),
    ],
)
def test_how_long_a_matter_takes(text: str, days: list[str]) -> None:
    assert [term.quote for term in terms_of(text)] == days


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("造林补助分两年按6:4拨付。", ["3/5", "2/5"]),
        ("造林补助按7:3分两批兑现。", ["7/10", "3/10"]),
        ("造林补助分期按6:4的比例发放。", ["3/5", "2/5"]),
        ("造林补助分两年按1:1配套。", ["1"]),
        ("造林补助按1:1比例分两年配套。", ["1"]),
        ("造林补助按6:4的比例配套。", ["2/3"]),
    ],
)
def test_what_is_paid_in_two_parts_is_shared_out(text: str, shares: list[str]) -> None:
    assert [str(term.low) for term in terms_of(text) if term.kind == "rate"] == shares


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("护林站每3年考评一次，考评结果分为四个等次。", "一次", "护林站"),
        ("护林站每三年考评一次，考评结果分为四个等次。", "一次", "护林站"),
        ("护林站每三年考评一次，考评结果分为四个等次。", "四个", "考评结果"),
        ("对个人处三万元罚款，对单位处三十万元罚款。", "三十万元", "单位"),
        ("对个人处三万元罚款，对其他单位可以并处三十万元罚款。", "三十万元", "其他单位"),
        ("对街道办事处三次通报的，处三百元罚款。", "三次", "通报"),
    ],
)
def test_whom_it_is_about_whatever_the_numerals(text: str, quote: str, subject: str | None) -> None:
    assert [term.subject for term in terms_of(text) if term.quote == quote] == [subject]


def told(*rows: str) -> list[tuple[str, str, str | None]]:
    """The terms of the rows of a table, whose cells tabs part."""
    text = "海角市护林办法\n第一条 标准如下：\n" + "\n".join(rows) + "\n第二条 本办法自公布之日起施行。\n"
    return [(term.quote, str(term.low), term.unit) for term in extract(segmented(text))]


@pytest.mark.parametrize(
    ("rows", "terms"),
    [
        (("指标\t分值\t说明", "台账\t15\t按月核对", "培训\t25分\t-"), [("15", "15", "分"), ("25分", "25", "分")]),
        (("事项\t办理时限", "登记\t20日", "变更\t10日"), [("20日", "20", "日"), ("10日", "10", "日")]),
        (("项目\t单位\t指标", "苗圃\t平方米\t61"), [("61", "61", "平方米")]),
        (("指标\t单位\t2020年\t2025年", "林地\t亩\t90\t120"), [("90", "90", "亩"), ("120", "120", "亩")]),
        (("日期\t节目", "20日\t灯会"), []),
        (("服务\t单位\t标准", "清扫\t平方米\t2.5"), []),
        (("指标\t责任单位\t数量", "台账\t林业局\t15"), []),
    ],
)
def test_columns_of_scores_times_and_amounts(rows: tuple[str, ...], terms: list[tuple[str, str, str | None]]) -> None:
    assert told(*rows) == terms


def test_a_row_of_figures_is_no_head() -> None:
    head = header_of("人才类别\t补贴（万元）\t分值", None)
    assert header_of("3\t基础分\t20", head) == head
