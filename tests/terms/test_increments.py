"""By how much something moved is told apart from the level that it reached."""

from __future__ import annotations

import time

import pytest
from support.reading import document_of

from policydiff.model import Span, Unit, UnitKind
from policydiff.terms import extract


def roles(text: str, kind: UnitKind = "statement") -> list[tuple[str, str | None]]:
    document = document_of(text, Unit("u1", kind, Span(0, len(text))))
    return [(term.quote, term.role) for term in extract(document)]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("民宿升级奖励标准提高4万元。", "4万元"),
        ("《办法》将展位补助比例提高15个百分点。", "15个百分点"),
        ("对骑行驿站，补贴标准下调5000元。", "5000元"),
        ("护理补贴较去年每人每月增加60元。", "60元"),
        ("失业保险金标准比2024年提高120元。", "120元"),
        ("奖励上限比原来分别提高20万元、10万元。", "20万元"),
        ("基金总额比旧版多2亿元。", "2亿元"),
        ("受理时限缩短3个工作日。", "3个工作日"),
    ],
)
def test_what_a_report_says_of_a_standard_that_moved_is_a_step(text: str, step: str) -> None:
    assert (step, "increment") in roles(text)


def test_a_step_beside_a_rule_that_works_by_steps_is_one() -> None:
    assert roles("每培养1名技师奖励3万元，比原来提高1万元。")[-1] == ("1万元", "increment")


def test_every_figure_of_a_list_of_steps_is_one() -> None:
    assert [role for _, role in roles("两档奖励比原来分别提高20万元、10万元。")] == ["increment"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "对革命老区企业，奖励标准上浮25%。",
        "每提高一个等级，奖励增加6万元。",
        "对研发投入较上年增加300万元的工厂给予奖励。",
        "到2029年，养老床位较2024年增加900张。",
        "对营业收入比以前增加200万元以上的企业给予补助。",
        "补贴标准提高到9万元。",
        "补贴标准由5万元提高至9万元。",
        "保障期限可以延长2年。",
        "贷款贴息给予提高额度的企业3万元。",
    ],
)
def test_rules_that_work_by_steps_conditions_targets_and_levels_are_none(text: str) -> None:
    assert "increment" not in {role for _, role in roles(text)}


def test_a_provision_that_names_no_former_state_states_a_rule() -> None:
    assert roles("奖励标准提高4万元。", "sentence") == [("4万元", "benefit")]
    assert roles("奖励标准比原来提高4万元。", "sentence") == [("4万元", "increment")]


def test_the_level_told_beside_a_step_stays_a_level() -> None:
    assert roles("高龄津贴每人每月提高40元，达到240元。")[1] == ("240元", "target")
    assert roles("每台补贴6000元，较去年增加1000元。") == [("6000元", "benefit"), ("1000元", "increment")]
    assert roles("在原每亩150元的基础上提高到210元。") == [("150元", "former"), ("210元", None)]


@pytest.mark.parametrize(
    "piece",
    ["比原来提高1元", "提高1元,达到", "在原1元基础上提高1元、", "每两年1次", "1000名居民配备1名", "八成五", "比一比一"],
)
def test_a_sentence_as_long_as_its_document_is_read_in_bounded_steps(piece: str) -> None:
    began = time.process_time()
    roles(piece * (30_000 // len(piece)))
    assert time.process_time() - began < 10
