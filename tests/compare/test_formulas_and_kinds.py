"""Phrases that drafters write in two ways, words that only name a kind of thing, and lists of which one is enough."""

from __future__ import annotations

import pytest
from support.texts import changed, revised

from policydiff.compare.weight.formulas import in_standard_form
from policydiff.compare.weight.organs import organs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("任何单位或者个人不得侵占航标。", "任何单位和个人不得侵占航标。"),
        ("任何组织、个人可以认养航标。", "任何组织和个人可以认养航标。"),
        ("船东给渔民造成损失的，应当补偿。", "船东造成渔民损失的，应当补偿。"),
        ("自收到报告之日起五日内答复。", "在收到报告之日起5日内答复。"),
        ("船东补交材料的，应予受理。", "船东补交材料的，应当予以受理。"),
        ("航标记录保存不得少于十年。", "航标记录保存不少于十年。"),
        ("不得超过核定载重。", "禁止超过核定载重。"),
        ("由市政府负责护渔。", "由市人民政府负责护渔。"),
        ("省人大常委会监督护渔。", "省人民代表大会常务委员会监督护渔。"),
        ("渔民有权举报。", "渔民均有权举报。"),
        ("禁渔期不超过九十日。", "禁渔期不得超过九十日。"),
    ],
)
def test_two_ways_to_say_one_thing_are_style(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert (changed(one, other).substance, changed(one, other).signals) == ("editorial", ())


@pytest.mark.parametrize(
    ("old", "new", "never"),
    [
        ("渔港使用能源。", "渔港使用可再生能源。", "modal"),
        ("船东登记船具。", "船东登记可移动船具。", "modal"),
        ("船东登记船具。", "船东登记不可移动船具。", "negation"),
        ("船东知道险情的，应当鸣笛。", "船东知道或者应当知道险情的，应当鸣笛。", "modal"),
        ("渔港检修航标。", "渔港检修航标，并公布记录。", "condition"),
        ("船东应当到场。", "船东应当到场补办证书。", "actor"),
    ],
)
def test_a_word_that_binds_nobody_is_no_signal(old: str, new: str, never: str) -> None:
    change = changed(old, new)
    assert change.substance == "substantive"
    assert never not in change.signals


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("渔获可分配给船员。", "渔获应当分配给船员。"),
        ("船具可移动至泊位。", "船具不得移动至泊位。"),
        ("收益可再次分红。", "收益应当再次分红。"),
    ],
)
def test_a_permission_stays_one(old: str, new: str) -> None:
    assert "modal" in changed(old, new).signals


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("第一条、第二条", "第一条或者第二条", "substantive"), ("第一条和第二条", "第一条、第二条", "reference_shift")],
)
def test_one_of_several_provisions_is_not_all_of_them(old: str, new: str, expected: str) -> None:
    rest = ("渔港应当设置航标。", "渔船应当服从调度。")
    sides = [[*rest, f"违反{named}规定的，责令离港。"] for named in (old, new)]
    for one, other in (sides, sides[::-1]):
        (change,) = (change for change in revised(one, other).changes if change.flags)
        assert (change.substance, change.signals) == (expected, ("condition",) if expected == "substantive" else ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由国务院海事、气象等部门负责。", ["国务院海事部门", "国务院气象部门"]),
        ("由市发展和改革部门负责。", ["市发展和改革部门"]),
        ("由国务院会同海事、气象部门制定。", ["国务院", "海事部门", "气象部门"]),
        ("由省人民政府、海事机构负责。", ["省人民政府", "海事机构"]),
        ("按照省海事主管部门的要求检修。", ["省海事主管部门"]),
        ("由海事部门或者其委托的机构负责。", ["海事部门", "机构"]),
        ("船东补办证书。", []),
        ("由市外事办和承办单位负责。", ["市外事办", "承办单位"]),
    ],
)
def test_organs_are_named_as_they_are(text: str, expected: list[str]) -> None:
    assert organs(text) == expected


@pytest.mark.parametrize("text", ["任何单位或者" * 9_000, "给造成" * 9_000, "在从" * 9_000 + "之日起", "应予" * 9_000])
def test_any_number_of_phrases_is_read(text: str) -> None:
    assert in_standard_form(text)
