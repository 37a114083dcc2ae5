"""A limit that was raised beside a new limit for a part; lists of other addressees; shares set out with 分别."""

from __future__ import annotations

import pytest
from support.texts import articles, compared, row

from policydiff.model import Change, Version
from policydiff.render import comparison_markdown

Row = tuple[str, str, str]


def version(text: str) -> Version:
    return articles("为了促进渔港发展，制定本办法。", text)


def changed(old: str, new: str) -> Change:
    return compared(version(old), version(new)).changes[-1]


def rows(old: str, new: str) -> set[Row]:
    return {row(term) for term in changed(old, new).terms}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "对渔港经营者最高补助60万元。",
            "对渔港经营者最高补助90万元，其中航标购置最高补助60万元。",
            {("最高补助60万元", "raised", "最高补助90万元"), ("", "introduced", "最高补助60万元")},
        ),
        (
            "泊位面积不超过40平方米。",
            "泊位面积不超过60平方米，防浪面积不超过40平方米。",
            {("不超过40平方米", "raised", "不超过60平方米"), ("", "introduced", "不超过40平方米")},
        ),
        (
            "船长年龄不超过50周岁，轮机长不超过55周岁。",
            "船长年龄不超过55周岁。",
            {("不超过50周岁", "raised", "不超过55周岁"), ("不超过55周岁", "dropped", "")},
        ),
        (
            "渔港以泊位长度不超过30米的小型泊位为主。",
            "渔港以泊位长度不超过45米的小型泊位为主，长度不超过30米的泊位占比不低于60%。",
            {
                ("不超过30米", "raised", "不超过45米"),
                ("", "introduced", "不超过30米"),
                ("", "introduced", "不低于60%"),
            },
        ),
        (
            "擅自拆除航标的，处2万元以上5万元以下罚款。",
            "擅自拆除航标的，处5万元以上20万元以下罚款；情节轻微的，处2万元以上5万元以下罚款。",
            {
                ("2万元以上5万元以下", "raised", "5万元以上20万元以下"),
                ("", "introduced", "2万元以上5万元以下"),
            },
        ),
    ],
)
def test_the_figure_of_a_new_part_is_not_that_of_the_whole(old: str, new: str, expected: set[Row]) -> None:
    assert rows(old, new) == expected
    swapped = {"raised": "lowered", "introduced": "dropped", "dropped": "introduced"}
    assert rows(new, old) == {(b, swapped[way], a) for a, way, b in expected}


def test_figures_of_lists_for_other_addressees_did_not_become_each_other() -> None:
    old, new = "泊位费为：本地渔船每年500元，外来渔船每年900元。", "泊位费为：一号码头每年400元，二号码头每年700元。"
    assert rows(old, new) == {
        ("500元", "dropped", ""),
        ("900元", "dropped", ""),
        ("", "introduced", "400元"),
        ("", "introduced", "700元"),
    }
    kept = "泊位费为：本市渔船每年450元，外来渔船每年900元。"
    assert ("500元", "lowered", "450元") in rows(old, kept)
    old = "本地渔船每年缴纳泊位费500元，外来渔船每年缴纳泊位费900元。"
    renamed = "在籍船舶每年缴纳泊位费500元，过往船只每年缴纳泊位费900元。"
    assert {way for _, way, _ in rows(old, renamed)} == {"unchanged"}


def test_a_figure_shared_out_merges_nothing() -> None:
    old = "船东缴费比例为9%，船员缴费比例为3%。"
    assert rows(old, "船东和船员缴费比例分别为8%和3%。") == {("9%", "lowered", "8%"), ("3%", "unchanged", "3%")}


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("每吨渔获物收取4000元。", "每吨每年渔获物收取1000元。", "not_comparable"),
        ("每吨渔获物收取4000元。", "每吨渔获物收取1000元。", "lowered"),
    ],
)
def test_a_price_for_a_time_is_no_price_without_one(old: str, new: str, direction: str) -> None:
    assert [term.direction for term in changed(old, new).terms] == [direction]


def test_the_side_that_names_no_period_says_so() -> None:
    found = compared(version("渔港补助80万元。"), version("渔港每年补助90万元。"))
    assert "80万元〔未写明〕 → 90万元〔每年〕" in comparison_markdown(found, "zh")
    assert "〔not stated〕" in comparison_markdown(found, "en")


def test_the_summary_names_both_subjects_and_no_base_twice() -> None:
    found = compared(
        version("本办法自2024年1月1日起试行，试行期2年。检修费用不超过上年营业收入的3%。"),
        version("本办法自2024年7月1日起施行，有效期5年。检修费用不超过上年营业收入的2%。"),
    )
    page = comparison_markdown(found, "zh")
    assert "试行期→有效期：2年 → 5年" in page
    assert "检修费用：不超过上年营业收入的3% → 不超过上年营业收入的2%" in page
    assert "施行日期：2024-01-01 → 2024-07-01" in page
