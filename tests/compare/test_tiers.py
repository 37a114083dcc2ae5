"""Ladders of sums: a step is known by its threshold or by its member, never by its place or by its sum alone."""

from __future__ import annotations

import pytest
from support.texts import compared, report, row, version

from policydiff.compare.figures.tiers import other_member
from policydiff.model import Comparison, TermChange, Version

TITLE = "海州市支持海洋产业发展若干措施"
REST = "二、海洋牧场建设。每年遴选3个示范牧场。\n三、海钓运动培育。举办国际海钓赛事，最高资助80万元。\n"

Row = tuple[str, str, str]


def measures(first: str) -> Version:
    return version(f"{TITLE}\n一、远洋捕捞。{first}\n{REST}")


def rows(old: str, new: str) -> list[Row]:
    found = compared(measures(old), measures(new))
    (change,) = (
        change for change in found.changes if change.old and change.new and "远洋捕捞" in _words(found, change.old)
    )
    return [row(term) for term in change.terms]


def _words(found: Comparison, ids: tuple[str, ...]) -> str:
    return "".join(document.text_of(unit) for document, unit in (found.old.index()[one] for one in ids))


SHARED_OUT = "对新获评的{}渔港，分别给予{}奖励。"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ("国家级、省级、市级", "90万元、60万元、20万元"),
            ("世界级、国家级、省级、市级", "150万元、90万元、60万元、20万元"),
            [("90万元", "90万元"), ("60万元", "60万元"), ("20万元", "20万元"), ("", "150万元")],
        ),
        (
            ("国家级、省级、市级", "90万元、60万元、20万元"),
            ("国家级、市级", "95万元、20万元"),
            [("90万元", "95万元"), ("60万元", ""), ("20万元", "20万元")],
        ),
        (
            ("国家级、省级", "90万元、60万元"),
            ("省级、市级", "60万元、90万元"),
            [("90万元", ""), ("60万元", "60万元"), ("", "90万元")],
        ),
        (
            ("国家级、省级", "90万元、60万元"),
            ("省级、国家级", "90万元、60万元"),
            [("90万元", "60万元"), ("60万元", "90万元")],
        ),
    ],
    ids=["one put in", "one taken out", "one at each end", "their order turned round"],
)
def test_members_of_a_list_pair_by_their_names(
    old: tuple[str, str], new: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    found = [(a, b) for a, _, b in rows(SHARED_OUT.format(*old), SHARED_OUT.format(*new))]
    assert found == expected


def test_prizes_pair_by_their_rank() -> None:
    old = "一等奖奖励40万元，二等奖奖励25万元，三等奖奖励8万元。"
    new = "特等奖奖励90万元，一等奖奖励40万元，二等奖奖励30万元。"
    assert rows(old, new) == [
        ("40万元", "unchanged", "40万元"),
        ("25万元", "raised", "30万元"),
        ("8万元", "dropped", ""),
        ("", "introduced", "90万元"),
    ]


LADDER = "年捕捞量达到1000吨的渔业公司，给予30万元奖励；达到5000吨的，给予70万元奖励；达到1万吨的，给予120万元奖励。"


def test_a_step_taken_out_below_leaves_the_others_as_they_are() -> None:
    new = "年捕捞量达到5000吨的渔业公司，给予70万元奖励；达到1万吨的，给予150万元奖励。"
    assert rows(LADDER, new) == [
        ("1000吨", "dropped", ""),
        ("30万元", "dropped", ""),
        ("5000吨", "unchanged", "5000吨"),
        ("70万元", "unchanged", "70万元"),
        ("1万吨", "unchanged", "1万吨"),
        ("120万元", "raised", "150万元"),
    ]


def test_a_step_put_in_between_is_introduced_with_its_sum() -> None:
    new = LADDER.replace("达到1万吨", "达到8000吨的，给予90万元奖励；达到1万吨")
    assert [row for row in rows(LADDER, new) if row[1] != "unchanged"] == [
        ("", "introduced", "8000吨"),
        ("", "introduced", "90万元"),
    ]


def test_a_threshold_raised_within_its_ladder_keeps_its_sum() -> None:
    new = LADDER.replace("达到5000吨", "达到6000吨").replace("70万元", "75万元")
    assert [row for row in rows(LADDER, new) if row[1] != "unchanged"] == [
        ("5000吨", "raised", "6000吨"),
        ("70万元", "raised", "75万元"),
    ]


def test_a_sum_goes_with_its_threshold_though_another_sum_is_the_same() -> None:
    old = "年捕捞量达到1000吨的渔业公司，给予30万元奖励；达到5000吨的，给予70万元奖励。"
    new = "年捕捞量达到5000吨的渔业公司，给予30万元奖励；达到1万吨的，给予70万元奖励。"
    assert rows(old, new) == [
        ("1000吨", "dropped", ""),
        ("30万元", "dropped", ""),
        ("5000吨", "unchanged", "5000吨"),
        ("70万元", "lowered", "30万元"),
        ("", "introduced", "1万吨"),
        ("", "introduced", "70万元"),
    ]


def test_equal_thresholds_of_different_things_are_no_partners() -> None:
    old = "年营业收入达到1亿元的公司，给予20万元奖励；造船订单额达到3亿元的，给予50万元奖励。"
    new = "造船订单额达到1亿元的公司，给予20万元奖励；年营业收入达到3亿元的，给予50万元奖励。"
    assert rows(old, new) == [
        ("1亿元", "raised", "3亿元"),
        ("20万元", "raised", "50万元"),
        ("3亿元", "lowered", "1亿元"),
        ("50万元", "lowered", "20万元"),
    ]


def test_nameless_lists_of_one_length_pair_by_place_and_of_two_lengths_by_what_stayed() -> None:
    old = "航次补贴分别按照70%、50%、30%执行。"
    assert [(a, b) for a, _, b in rows(old, "航次补贴分别按照90%、70%、50%执行。")] == [
        ("70%", "90%"),
        ("50%", "70%"),
        ("30%", "50%"),
    ]
    assert [(a, b) for a, _, b in rows(old, "航次补贴分别按照90%、70%、50%、30%执行。")] == [
        ("70%", "70%"),
        ("50%", "50%"),
        ("30%", "30%"),
        ("", "90%"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "listed", "different"),
    [
        ("省级渔港", "市级渔港", False, True),
        ("国家级、省级渔港", "省级渔港", False, False),
        ("中心渔港", "一级渔港", True, True),
        ("中心渔港", "一级渔港", False, False),
        ("国家级中心渔港", "中心渔港", True, False),
        ("营业收入首次突破5亿元", "10亿元", True, True),
        (None, "中心渔港", True, False),
    ],
)
def test_other_members(one: str | None, other: str | None, listed: bool, different: bool) -> None:
    assert other_member(one, other, listed=listed) is different
    assert other_member(other, one, listed=listed) is different


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [("连续补贴3年。", "连续补贴2年。", "lowered"), ("连续补贴3年。", "连续补贴3年。", "unchanged")],
)
def test_a_run_of_years_is_compared_by_its_length(old: str, new: str, direction: str) -> None:
    ((_, found, _),) = rows(f"对新建远洋渔船，{old}", f"对新建远洋渔船，{new}")
    assert found == direction


DRAFT = f"""{TITLE}（征求意见稿）
一、支持远洋捕捞。对新建远洋渔船，按照船价的20%给予最高300万元补助。
二、发展海洋牧场。每年遴选一批示范牧场，每个牧场给予50万元奖励。
三、培育海钓运动。举办国际海钓赛事，按活动费用的50%给予最高80万元资助。
"""
TELLS = "《{}》提出，对新建远洋渔船，按照船价的{}给予最高{}补助。\n"


def told(*reports: tuple[str, str]) -> list[TermChange]:
    texts = [TELLS.format(TITLE, *report) for report in reports]
    found = compared(version(DRAFT), report(*texts, title=TITLE))
    return [term for change in found.changes for term in change.terms if term.new]


def test_reports_that_disagree_give_one_conflicting_reading_each() -> None:
    changes = told(("20%", "500万元"), ("25%", "500万元"))
    assert [(*row(change), change.certainty) for change in changes] == [
        ("20%", "unchanged", "20%", "conflicting"),
        ("20%", "raised", "25%", "conflicting"),
        ("最高300万元", "raised", "最高500万元", "stated"),
    ]
    assert [[other.term.quote for other in change.alternatives] for change in changes] == [["25%"], ["20%"], []]
    assert [len(change.witnesses) for change in changes] == [1, 1, 2]


def test_three_readings_name_each_other() -> None:
    changes = [
        change for change in told(("20%", "300万元"), ("20%", "400万元"), ("20%", "500万元")) if change.alternatives
    ]
    assert [row(change) for change in changes] == [
        ("最高300万元", "unchanged", "最高300万元"),
        ("最高300万元", "raised", "最高400万元"),
        ("最高300万元", "raised", "最高500万元"),
    ]
    assert {len(change.alternatives) for change in changes} == {2}


def test_a_report_that_tells_both_figures_contradicts_nobody() -> None:
    both = f"《{TITLE}》提出，对新建远洋渔船，给予最高400万元补助。对改造远洋渔船，给予最高100万元补助。\n"
    one = f"《{TITLE}》提出，对新建远洋渔船，给予最高400万元补助。\n"
    found = compared(version(DRAFT), report(both, one, title=TITLE))
    assert {term.certainty for change in found.changes for term in change.terms} == {"stated"}


def test_conflicting_readings_of_the_old_side() -> None:
    texts = [TELLS.format(TITLE, *report) for report in (("20%", "500万元"), ("25%", "500万元"))]
    found = compared(report(*texts, title=TITLE), version(DRAFT))
    rates = [term for change in found.changes for term in change.terms if term.old and term.old[0].kind == "rate"]
    assert [(*row(change), change.certainty) for change in rates] == [
        ("20%", "unchanged", "20%", "conflicting"),
        ("25%", "lowered", "20%", "conflicting"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("由市渔业局负责解释。", "由市渔业局会同市财政局负责解释。", "substantive"),
        ("由市渔业局负责解释。", "由市渔业局会同市发展改革委负责解释。", "substantive"),
        ("由市渔业局受理登记申请。", "由市交通局受理登记申请。", "substantive"),
        ("由市渔业局受理登记申请。", "由市海洋渔业局受理登记申请。", "editorial"),
        ("渔船凭证照办理登记。", "渔船凭证照申办登记。", "editorial"),
    ],
)
def test_another_organ_is_another_duty(old: str, new: str, expected: str) -> None:
    found = compared(measures(old), measures(new))
    (change,) = (change for change in found.changes if change.old and "远洋捕捞" in _words(found, change.old))
    assert change.substance == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "年捕捞量首次突破5万吨、9万吨的企业，分别给予60万元、90万元奖励。",
            "年捕捞量首次突破4万吨、9万吨的企业，分别给予40万元、90万元奖励。",
            [("突破5万吨", "突破4万吨"), ("9万吨", "9万吨"), ("60万元", "40万元"), ("90万元", "90万元")],
        ),
        (
            "年产值达到2亿元、6亿元的，分别奖励60万元、90万元。",
            "年产值达到3亿元、9亿元的，分别奖励60万元、95万元。",
            [("2亿元", "3亿元"), ("6亿元", "9亿元"), ("60万元", "60万元"), ("90万元", "95万元")],
        ),
    ],
    ids=["one threshold moved", "both moved"],
)
def test_the_sums_of_thresholds_that_moved_go_with_them(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(before, after) for before, _, after in rows(old, new)] == expected


def test_a_ladder_of_thresholds_and_a_list_of_holders_have_no_figure_in_common() -> None:
    old = "损失在2万元以下的部分，支付70%；2万元以上至9万元的部分，支付80%；9万元以上的部分，支付90%。"
    new = "免赔额以上的部分，渔户支付95%，合作社支付85%，航运公司支付75%。"
    found = [one for one in rows(old, new) if "%" in one[0] + one[2]]
    assert sorted(one for _, one, _ in found) == ["dropped"] * 3 + ["introduced"] * 3


def test_what_stands_before_a_condition_is_not_what_hangs_on_it() -> None:
    old = "引航员每人每天600元；出海超过三天的，第四天起每人每天350元。"
    new = "船长每人每天2000元，引航员每人每天600元；出海超过三天的，第四天起减半。"
    assert rows(old, new) == [
        ("600元", "unchanged", "600元"),
        ("超过三天", "unchanged", "超过三天"),
        ("350元", "dropped", ""),
        ("", "introduced", "2000元"),
    ]


def test_a_step_begins_where_the_one_before_it_ends() -> None:
    old = "休渔未满3个月的，享受15天补休；满3个月的，享受40天补休。"
    new = "休渔未满10周的，享受20天补休；满10周不满20周的，享受40天补休；满20周的，享受60天补休。"
    assert [one for one in rows(old, new) if "天" in one[0] + one[2]] == [
        ("15天", "raised", "20天"),
        ("40天", "unchanged", "40天"),
        ("", "introduced", "60天"),
    ]


def test_a_step_of_time_is_not_the_first_minutes() -> None:
    found = rows("渡轮等候每10分钟计收1元，高峰每4分钟计收1元。", "渡轮等候每8分钟计收1元，每日前6分钟免收。")
    assert ("4分钟", "dropped", "") in found
    assert ("", "introduced", "6分钟") in found
