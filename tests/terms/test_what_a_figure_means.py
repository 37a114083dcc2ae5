"""What penalties are asked about, how often in schools, what a word with a number in it counts, what falls."""

from __future__ import annotations

import pytest
from support.reading import terms_of

from policydiff.terms.table_rows import header_of
from policydiff.terms.view import view_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("拟作出10万元以上罚款的，应当集体讨论。", "condition"),
        ("对船东处2000元以上罚款的案件，应当听证。", "condition"),
        ("二年内因超载受过行政处罚的，从重处罚。", "condition"),
        ("三年内未受过行政处罚的船东，可以申请。", "condition"),
        ("超载的，处5万元以上10万元以下罚款。", "penalty"),
        ("超载的，处违法所得一倍以上五倍以下的罚款。", "penalty"),
        ("超载的，处十日以上十五日以下拘留。", "penalty"),
        ("设立规模10亿元的航运基金。", "target"),
    ],
)
def test_roles_beside_penalties(text: str, role: str) -> None:
    (term,) = terms_of(text)
    assert term.role == role


@pytest.mark.parametrize(
    ("text", "recurrence", "per"),
    [
        ("船校住宿费每学年1200元。", "每学年", None),
        ("船校住宿费每学期800元。", "每学期", None),
        ("船校学费4500元/生·学年。", "每学年", "每生"),
        ("船校学费800元/学期。", "每学期", None),
        ("清洁费每周20元。", "每周", None),
        ("停船费每小时5元。", None, "每小时"),
        ("停船费5元/小时。", None, "每小时"),
        ("船票每人一次性不超过30元。", "一次性", "每人"),
        ("船票0.5元/人·次·天。", "每日", "每人"),
    ],
)
def test_sums_have_the_periods_of_counts(text: str, recurrence: str | None, per: str | None) -> None:
    (term,) = terms_of(text)
    assert (term.recurrence, term.per) == (recurrence, per)


def test_a_mean_speaks_of_the_figure_behind_it() -> None:
    first, second = terms_of("摆渡量达到年均300吨后兑付剩余40%补贴资金。")
    assert (first.recurrence, second.recurrence, second.subject) == ("每年", None, None)


@pytest.mark.parametrize(
    "text",
    ["二次供水设施应当验收。", "防止二次污染。", "发展三次产业。", "按照1年期贷款市场报价利率计息。"],
)
def test_numbers_in_words(text: str) -> None:
    assert terms_of(text) == ()


def test_a_count_of_times_is_none_of_them() -> None:
    assert [term.quote for term in terms_of("二次以上超载的，每年不少于二次检查。")] == ["二次以上", "不少于二次"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("民营渡口票价不得超过同等公办渡口的1.5倍。", "同等公办渡口"),
        ("逾期的，按日加收滞纳费用万分之五的滞纳金。", "滞纳费用"),
        ("按照2023年度船员工资水平的2.5%定额划入。", "2023年度船员工资水平"),
        ("补助不超过2023年度营业收入的30%。", "2023年度营业收入"),
    ],
)
def test_what_a_rate_is_taken_of(text: str, basis: str) -> None:
    (term,) = terms_of(text)
    assert term.basis == basis


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("夜间船票每公里降低0.17元。", "夜间船票降低"),
        ("对船员子女每学期减收300元学费。", "减收学费"),
        ("对船员子女减收学费300元。", "船员子女减收学费"),
        ("夜间船票下浮5%。", "夜间船票下浮"),
        ("夜间船票降低至5元。", "夜间船票"),
        ("船员年龄不超过45周岁。", "船员"),
        ("海图有效期为3日。", "海图有效期"),
        ("处方有效期为3日。", "处方有效期"),
        ("船位一次性签约最长不超过3年。", "船位"),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    (term,) = terms_of(text)
    assert term.subject == subject


def test_a_measure_that_opens_the_first_of_several_prices() -> None:
    assert [term.per for term in terms_of("每吨河沙基准价40元，卵石基准价20元，碎石基准价30元。")] == ["每吨"] * 3
    assert [term.per for term in terms_of("每人补助500元，船只补助2000元。")] == ["每人", None]


@pytest.mark.parametrize(
    ("head", "row", "read"),
    [
        ("等级\t城区（元/生·月）", "一级\t600", "一级\n600元/生·月"),
        ("序号\t收费项目\t计费单位\t收费标准", "1\t渡水费\t元/立方米\t1.2", "1\n渡水费\n元/立方米\n1.2元/立方米"),
        ("设备\t单位\t数量\t单价", "水泵\t台\t5\t2000", "水泵\n台\n5台\n2000"),
    ],
)
def test_units_of_a_table(head: str, row: str, read: str) -> None:
    header = header_of(head, None)
    assert header is not None
    assert header.read(view_of(row), row, 0).text == read
