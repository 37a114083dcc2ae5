"""Whom a figure is about, in what role, and for what each."""

from __future__ import annotations

import time

import pytest
from support.reading import terms_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("区渡口管理部门应当自收到摆渡申请之日起10个工作日内答复。", "区渡口管理部门"),
        ("船票押金应当自申请退票之日起3日内退还。", "船票押金"),
        ("优先设置在码头出入口周边50米范围内。", None),
        ("候船亭优先设置在码头出入口周边50米范围内。", "候船亭"),
        ("渡口设备应当每年清点1次。", "渡口设备"),
        ("船东应当在开航前30日内备案。", "船东"),
        ("船东自领取船舶证书之日起30日内投保。", "船东"),
        ("船员收到通知后15日内报到。", "船员"),
        ("自收到摆渡申请之日起30日内作出决定。", "收到摆渡申请之日起"),
        ("自行设计的浮桥长度不超过30米。", "浮桥长度"),
        ("自动扶梯宽度不小于1米。", "自动扶梯宽度"),
    ],
)
def test_the_noun_without_what_it_must_do(text: str, subject: str | None) -> None:
    (term,) = terms_of(text)
    assert term.subject == subject


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("摆渡车最高时速不超过25公里。", "25", "公里/小时"),
        ("摆渡车行驶速度不超过25公里/小时。", "25", "公里/小时"),
        ("快艇设计速度为每小时80公里。", "80", "公里/小时"),
        ("航道全长25公里。", "25000", "米"),
        ("摆渡车每次行驶不超过25公里。", "25000", "米"),
    ],
)
def test_a_speed_is_no_distance(text: str, value: str, unit: str) -> None:
    (term,) = terms_of(text)
    assert (str(term.high), term.unit, term.per if unit != "米" else None) == (value, unit, None)


def test_a_range_of_speeds_and_the_distance_beside_it() -> None:
    speed, distance = terms_of("摆渡车时速20至25公里，续航100公里。")
    assert (str(speed.low), str(speed.high), speed.unit) == ("20", "25", "公里/小时")
    assert (str(distance.low), distance.unit) == ("100000", "米")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("渡船使用年限不得超过3年。", [None]),
        ("船东应当于届满前30日提出续航申请。", [None]),
        ("摆渡服务期满60日前续签。", [None]),
        ("候船公示不得少于5日。", [None]),
        ("年满16周岁的可以掌舵，不满16周岁的不得掌舵。", ["condition", "condition"]),
        ("掌舵应当年满16周岁。", ["condition"]),
        ("船员退休年龄为60周岁。", [None]),
        ("连续两次考核不合格的，收回舵手证。", ["condition"]),
        ("申请人近三年内无海损记录。", ["condition"]),
        ("近三年来共摆渡旅客。", [None]),
        ("经营渡口满3年，可以申请。", ["condition"]),
    ],
)
def test_what_is_asked_and_what_is_laid_down(text: str, roles: list[str | None]) -> None:
    assert [term.role for term in terms_of(text)] == roles


def test_steps_of_a_ladder_are_named_by_their_conditions() -> None:
    terms = terms_of("船况得分95分以上的，给予80万元；90分以上不满95分的，给予50万元；其余不予补助。")
    assert [(term.quote, term.subject) for term in terms if term.role == "benefit"] == [
        ("80万元", "船况得分95分以上"),
        ("50万元", "90分以上不满95分"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("船况得分95分以上给予80万元。", "船况得分95分以上"),
        ("连续两次考核不合格的，处5万元罚款。", "连续两次考核不合格"),
        ("向80周岁以上老年人给予每月100元补贴。", "80周岁以上老年人"),
        ("投资500万元以上给予80万元。", "投资500万元以上"),
        ("船况得分95分以上的；给予80万元。", None),
        ("对船况得分95分以上的船东，给予80万元。", "船东"),
        ("渡口年客运量和货运量以及过境车辆折算合计达到500万人次以上的，给予80万元。", None),
    ],
)
def test_a_sum_without_a_subject_is_named_by_what_it_hangs_on(text: str, subject: str | None) -> None:
    assert terms_of(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每新开一条渡线给予20万元。", "每新开一条渡线"),
        ("每新开1条渡线，给予20万元。", "每新开1条渡线"),
        ("每航行一班次补贴100元。", "每航行一班次"),
        ("每运行一班次补贴100元。", "每运行一班次"),
        ("每架次给予2000元补贴。", "每架次"),
        ("每新增一个班次补贴5万元。", "每新增一个班次"),
    ],
)
def test_what_is_done_once_for_each_sum(text: str, per: str | None) -> None:
    (term,) = terms_of(text)
    assert term.per == per


@pytest.mark.parametrize(
    "words", ["应当自", "在停前", "得分95分以上的，给予80万元", "时速25公里、", "每新开1条", "会议召开前15日"]
)
def test_long_repetitions_are_read_in_linear_time(words: str) -> None:
    started = time.process_time()
    terms_of(words * (60_000 // len(words)))
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "对新建的渔港给予补贴，中心渔港不超过90万元，小型渔港60万元，避风锚地20万元。",
            ["中心渔港", "小型渔港", "避风锚地"],
        ),
        ("渔船奖励50万元，运船奖励30万元。", ["渔船", "运船"]),
        ("对渔业企业给予最高90万元补助，年度总额600万元。", ["渔业企业", "年度总额"]),
        ("对渔业企业给予补助，租金补贴10万元，装修补贴20万元。", ["渔业企业", "渔业企业"]),
        ("生育一孩的给予600元、二孩的给予900元补贴。", ["一孩", "二孩"]),
        ("甲港、乙港泊位费率统一为20%。", ["乙港泊位费率"]),
        ("引航费、拖轮费补贴最高分别为3万元、6万元。", ["引航费", "拖轮费补贴"]),
    ],
)
def test_those_who_share_what_is_given(text: str, subjects: list[str]) -> None:
    assert [term.subject for term in terms_of(text)] == subjects
