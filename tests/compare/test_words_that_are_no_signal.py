"""What only looks like a person, an organ or a negation; and lists of departments that share one head."""

from __future__ import annotations

import pytest
from support.texts import changed

from policydiff.compare.weight.organs import exchanged, organs
from policydiff.compare.weight.signals import words_of


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("注册资本超过300万元的渔业公司可以申请。", "注册资本不低于300万元的渔业公司可以申请。"),
        ("船长大于5米的渔船可以登记。", "船长不小于5米的渔船可以登记。"),
        ("船员不足5人的渔船可以登记。", "船员不超过5人的渔船可以登记。"),
    ],
)
def test_a_bound_that_takes_the_figure_in_is_the_same_figure(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        change = changed(before, after)
        (figure,) = change.terms
        assert change.substance == "substantive"
        assert change.signals == ("number",)
        if figure.old[0].bound == figure.new[0].bound:
            assert figure.direction == "unchanged"
            assert figure.delta == 0
            assert figure.changed == ("bound",)


def test_two_ways_to_take_the_figure_in_change_nothing() -> None:
    (figure,) = changed("船龄不低于3年的可以登记。", "船龄3年以上的可以登记。").terms
    assert (figure.direction, figure.changed) == ("unchanged", ())


@pytest.mark.parametrize(
    "word", ["载人", "有人", "无人", "救人", "致人", "两人", "三人", "5人", "每人", "机器人", "人"]
)
def test_words_that_end_like_persons_and_name_nobody(word: str) -> None:
    assert not words_of("actor", (word,))


@pytest.mark.parametrize("word", ["申请人", "当事人", "负责人", "个人", "行人", "所有人", "持有人", "第三人", "承运人"])
def test_persons_act(word: str) -> None:
    assert words_of("actor", (word,))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("渔船不得载货。", "渔船不得载货，不得载人。"),
        ("渔船应当配备船员。", "渔船应当配备不少于5人的船员。"),
        ("渔船可以载5人。", "渔船可以载8人。"),
    ],
)
def test_a_number_of_people_and_a_cargo_are_no_actors(old: str, new: str) -> None:
    assert "actor" not in changed(old, new).signals


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("渔船检验两次的，注销登记。", "渔船检验连续两次不合格的，注销登记。"),
        ("渔船检验记录真实的，准予登记。", "渔船检验记录不真实的，准予登记。"),
        ("噪声大于60分贝的渔船可以登记。", "噪声不小于60分贝的渔船可以登记。"),
    ],
)
def test_a_negated_quality_and_a_bound_are_no_negation(old: str, new: str) -> None:
    change = changed(old, new)
    assert change.substance == "substantive"
    assert "negation" not in change.signals


@pytest.mark.parametrize("ban", ["不得", "不予", "不再", "禁止", "未经批准不得"])
def test_bans_stay_negations(ban: str) -> None:
    assert "negation" in changed("渔船可以登记。", f"渔船{ban}登记。").signals


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("公安、交通运输、市场监管部门负责。", "公安、交通运输、市场监管、应急管理部门负责。", "", "应急管理部门"),
        ("公安、交通运输等部门负责。", "公安、海事等部门负责。", "交通运输部门", "海事部门"),
        ("公安、财政部门负责。", "公安、住房和城乡建设、财政部门负责。", "", "住房和城乡建设部门"),
        ("由公安部门和财政部门负责。", "由公安、财政部门负责。", "", ""),
        ("由公安和海事主管部门负责。", "由公安主管部门负责。", "海事主管部门", ""),
    ],
)
def test_a_list_of_departments_shares_its_head(old: str, new: str, gone: str, come: str) -> None:
    assert exchanged(old, new) == (gone, come)


def test_an_added_department_is_told_alone() -> None:
    change = changed("公安、海事、市场监管部门应当巡查。", "公安、海事、市场监管、应急管理部门应当巡查。")
    assert [(one.old, one.new) for one in change.touched if one.signal == "actor"] == [("", "应急管理部门")]


def test_things_in_a_list_before_a_department_are_no_departments() -> None:
    assert organs("渔船、渔港管理部门应当巡查。") == ["渔港管理部门"]
    assert len(organs("公安、" * 10_000 + "财政部门负责。")) <= 100
