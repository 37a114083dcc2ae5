"""Shares that have a name, surcharges, words that open with 不 or 即, ordinals of homes, instalments, 个 cut short."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.reading import terms_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("船坞间接费用比例不超过40%。", "船坞间接费用比例"),
        ("船员培训费用比例控制在20%。", "船员培训费用比例"),
        ("引航基金出资比例最高不超过30%。", "引航基金出资比例"),
        ("购船贷款年利率为2.525%。", "购船贷款年利率"),
        ("单位缴费8%。", "单位缴费"),
    ],
)
def test_a_share_with_a_name_has_no_base(text: str, subject: str) -> None:
    (term,) = terms_of(text)
    assert (term.subject, term.basis) == (subject, None)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("按照造船费用的30%给予补助。", "造船费用"),
        ("船票不超过市场价格的80%。", "市场价格"),
        ("泊位费最高不超过50%。", "泊位费"),
    ],
)
def test_what_a_share_is_taken_of_stays(text: str, basis: str) -> None:
    (term,) = terms_of(text)
    assert term.basis == basis


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("夜间渡船票价加收20%。", None),
        ("节假日加收10%。", None),
        ("起步价加收1元。", None),
        ("空船返程时加收50%的返航费。", None),
        ("逾期不缴的，按日加收万分之五。", "penalty"),
        ("逾期不缴的，按日加收万分之五的滞纳金。", "penalty"),
        ("未按时交还渡船的，每日加收100元。", "penalty"),
        ("处级船长每人每年5000元。", None),
        ("处方药每种每月限额300元。", None),
        ("处2000元以上1万元以下罚款。", "penalty"),
        ("并处3000元罚款。", "penalty"),
    ],
)
def test_a_surcharge_is_a_penalty_where_one_is_late(text: str, role: str | None) -> None:
    (term,) = terms_of(text)
    assert term.role == role


def test_what_is_charged_is_no_base() -> None:
    (term,) = terms_of("空船返程时加收50%的返航费。")
    assert term.basis is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("不良率不超过5%。", "不良率"),
        ("不动产评估价值不低于100万元。", "不动产评估价值"),
        ("不含税船价不超过50万元。", "不含税船价"),
        ("即期结汇费率为0.1%。", "即期结汇费率"),
        ("即时电召服务费为3元。", "即时电召服务费"),
        ("92号汽油价格为8.5元。", "92号汽油价格"),
        ("2号线每公里2元。", "2号线"),
        ("每月5号前缴纳200元。", None),
    ],
)
def test_a_word_keeps_its_first_letter(text: str, subject: str | None) -> None:
    (term,) = terms_of(text)
    assert term.subject == subject


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("二套贷款首付款比例为30%。", ["30%"]),
        ("首套、二套首付款比例为20%。", ["20%"]),
        ("三套住房贷款利率上浮20%。", ["20%"]),
        ("名下有三套住房贷款的，不予受理。", ["三套"]),
        ("配备三套救生设备。", ["三套"]),
        ("第二、三家通过的，奖励20万元。", ["20万元"]),
        ("第3和4名奖励2万元。", ["2万元"]),
        ("三家通过的，奖励20万元。", ["三家", "20万元"]),
    ],
)
def test_which_one_is_no_number(text: str, quotes: list[str]) -> None:
    assert [term.quote for term in terms_of(text)] == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("连续3期或者累计6期未按时还款的，应当清退。", ["3期", "6期"]),
        ("拖欠租金累计达到2期以上的，收回泊位。", ["2期以上"]),
        ("码头二期未开工的，不予补助。", []),
    ],
)
def test_instalments_that_were_missed(text: str, quotes: list[str]) -> None:
    assert [term.quote for term in terms_of(text)] == quotes


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("补助比例分别为10个、5个和3个百分点。", "rate", [Fraction(1, 10), Fraction(1, 20), Fraction(3, 100)]),
        ("期限分别为6个、12个月。", "duration", [6, 12]),
        ("时限分别为5个、3个工作日。", "duration", [5, 3]),
        ("建设5个、3个泊位。", "count", [5, 3]),
    ],
)
def test_a_measure_cut_short_is_that_of_its_list(text: str, kind: str, values: list[Fraction]) -> None:
    terms = terms_of(text)
    assert [term.low for term in terms] == values
    assert {term.kind for term in terms} == {kind}
