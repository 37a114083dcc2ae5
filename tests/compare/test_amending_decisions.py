"""A decision to amend beside the text that it amends: only what it speaks of is told."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.texts import compared, version

from policydiff.model import Comparison, Version, amending_side, relations
from policydiff.pipeline import align
from policydiff.render import comparison_html, comparison_markdown

DECISION = """海州市人民政府关于修改《海州市渔港办法》的决定

一、将第二条修改为：“渔港经营者应当每月巡查航标，并在3日内公布巡查结果。”
二、增加一条，作为第四条：“渔港应当设置含油污水接收装置，并向渔船公布位置。”
三、本决定自2024年6月1日起施行。
"""
TEXT = """海州市渔港办法

第一条　为了促进渔港发展，制定本办法。
第二条　渔港经营者应当每月巡查航标，并在{days}日内公布巡查结果。
第三条　渔船进出渔港，应当服从调度，停泊不超过12小时的免费。
第四条　渔港应当设置含油污水接收装置，并向渔船公布位置。
第五条　本办法自2020年1月1日起施行。
"""


def told(found: Comparison) -> list[str]:
    return [change.relation for change in found.changes if change.relation != "unplaced"]


@pytest.fixture(params=[False, True], ids=["decision first", "decision last"])
def sides(request: pytest.FixtureRequest) -> tuple[Version, Version]:
    pair = version(DECISION), version(TEXT.format(days=3))
    return (pair[1], pair[0]) if request.param else pair


def test_what_a_decision_is_silent_on_was_neither_added_nor_removed(sides: tuple[Version, Version]) -> None:
    found = compared(*sides)
    assert sorted(told(found)) == ["not_reported"] * 3 + ["reported"] * 2
    assert {change.substance for change in found.changes} == {"none"}
    assert {term.direction for change in found.changes for term in change.terms} <= {"unchanged", "not_reported"}
    assert [note.code for note in found.notes if note.code in {"amending_decision", "effective"}] == [
        "amending_decision"
    ]
    page = comparison_markdown(found, "zh")
    assert "新增、" not in page.split("摘要")[1].split("决定未涉及”")[0]
    assert "是修改决定" in page


def test_the_alignment_says_the_same(sides: tuple[Version, Version]) -> None:
    links = align(*sides).links
    assert len(links) == 2
    assert set(relations(links, *sides).values()) == {"reported"}


def test_a_figure_that_the_decision_changes_is_told() -> None:
    found = compared(version(TEXT.format(days=5)), version(DECISION))
    (change,) = (one for one in found.changes if one.substance == "substantive")
    (term,) = (one for one in change.terms if one.direction == "lowered")
    assert (term.old[0].quote, term.new[0].quote) == ("5日内", "3日内")


def test_a_decision_on_another_text_is_a_text_like_any_other() -> None:
    other = version(TEXT.format(days=3).replace("渔港办法", "海滩养护条例"))
    assert amending_side(version(DECISION), other) is None
    assert amending_side(version(DECISION), version(TEXT.format(days=3))) == "old"


BEFORE = """海州市渔港办法

第一条　为了促进渔港发展，制定本办法。
第二条　对新建浮码头的，最高补助500万元。申请应当在30日内提出。
第三条　对改造灯塔的，最高补助400万元。
第四条　渔港应当配备救生圈二十个。
第五条　渔船应当报港。渔船离港的，应当在6小时内告知。
第六条　本办法自2020年1月1日起施行。
"""


def ordered(*said: str) -> Comparison:
    rows = "\n".join(f"{number}、{words}" for number, words in zip("一二三四五", said, strict=False))
    head = "海州市人民政府关于修改《海州市渔港办法》的决定\n\n海州市人民政府决定对《海州市渔港办法》作如下修改：\n"
    return compared(version(BEFORE), version(f"{head}{rows}\n本决定自2024年6月1日起施行。\n"))


def by_article(found: Comparison) -> dict[str, str]:
    units = found.old.index()
    return {
        str(units[unit][1].address): change.relation
        for change in found.changes
        for unit in change.old
        if units[unit][1].address
    }


def test_an_article_that_the_decision_strikes_is_removed_with_its_figures() -> None:
    found = ordered("删去第三条。", "将第二条中的“500万元”修改为“800万元”。")
    assert by_article(found) == {
        "第一条": "not_reported",
        "第二条": "reported",
        "第三条": "removed",
        "第四条": "not_reported",
        "第五条": "not_reported",
        "第六条": "not_reported",
    }
    (struck,) = (change for change in found.changes if change.relation == "removed")
    assert (struck.substance, [(term.direction, term.certainty) for term in struck.terms]) == (
        "substantive",
        [("dropped", "stated")],
    )
    assert struck.terms[0].witnesses[0].span.of(found.new.documents[0].text).strip() == "一、删去第三条。"


def test_words_that_the_decision_exchanges_change_the_figure_they_hold() -> None:
    found = ordered("将第二条中的“500万元”修改为“800万元”。")
    (change,) = (one for one in found.changes if one.relation == "reported")
    raised, silent = change.terms
    assert (raised.direction, raised.new[0].bound, raised.new[0].quote) == ("raised", "cap", "800万元")
    assert raised.delta == 3_000_000
    assert (silent.direction, silent.old[0].quote) == ("not_reported", "30日内")
    assert change.signals == ("number",)


def test_a_bare_number_that_is_exchanged_counts_what_the_text_counts() -> None:
    found = ordered("将第四条中的“二十”修改为“三十”。")
    (term,) = (one for change in found.changes for one in change.terms if one.direction == "raised")
    assert (term.old[0].high, term.new[0].high) == (Fraction(20), Fraction(30))


def test_an_exchange_of_other_words_leaves_the_figures_alone() -> None:
    found = ordered("将第二条中的“浮码头”修改为“栈桥”。")
    (change,) = (one for one in found.changes if one.relation == "reported")
    assert {term.direction for term in change.terms} == {"not_reported"}


def test_words_struck_without_others_drop_their_figure() -> None:
    found = ordered("删去第五条中的“渔船离港的，应当在6小时内告知。”")
    (change,) = (one for one in found.changes if one.relation == "reported")
    assert [(term.direction, term.old[0].quote) for term in change.terms] == [("dropped", "6小时内")]


def test_an_article_that_the_decision_adds_is_added() -> None:
    found = ordered("增加一条，作为第七条：“养殖户用海缆的，每米补贴12元。”")
    (added,) = (change for change in found.changes if change.relation == "added")
    assert [term.direction for term in added.terms] == ["introduced"]


def test_the_words_are_those_of_a_decision_and_of_no_report() -> None:
    found = ordered("删去第三条。", "将第二条中的“500万元”修改为“800万元”。")
    for page in (comparison_markdown(found, "zh"), comparison_html(found, "zh")):
        assert "决定未涉及" in page
        assert "报道" not in page
    assert "not reported" not in comparison_markdown(found, "en")


def test_a_notice_that_repeals_the_whole_text_is_said_to_do_so() -> None:
    notice = version("关于废止《海州市渔港办法》的通知\n经研究，决定自2025年1月1日起废止《海州市渔港办法》。\n")
    found = compared(version(BEFORE), notice)
    assert [note.code for note in found.notes if note.code == "repealed"] == ["repealed"]
    assert "整体废止" in comparison_markdown(found, "zh")
    other = version("关于废止《海滩养护条例》的通知\n经研究，废止《海滩养护条例》。\n")
    assert not [note for note in compared(version(BEFORE), other).notes if note.code == "repealed"]


@pytest.mark.parametrize(
    ("before", "order", "ends"),
    [
        ("处1万元以上5万元以下罚款。", "将第一条中的“1万元”修改为“2万元”。", (20_000, 50_000)),
        ("处1万元以上5万元以下罚款。", "将第一条中的“5万元”修改为“8万元”。", (10_000, 80_000)),
        (
            "处1万元以上5万元以下罚款。",
            "将第一条中的“1万元以上5万元以下”修改为“2万元以上8万元以下”。",
            (20_000, 80_000),
        ),
        ("对浮码头每平方米补助50元。", "将第一条中的“50元”修改为“60元”。", (60, 60)),
    ],
)
def test_one_end_of_a_range_may_be_exchanged(before: str, order: str, ends: tuple[int, int]) -> None:
    law = f"海州市渔港办法\n第一条 {before}\n第二条 本办法自2020年1月1日起施行。\n"
    said = f"海州市人民政府关于修改《海州市渔港办法》的决定\n一、{order}\n本决定自2024年6月1日起施行。\n"
    found = compared(version(law), version(said))
    (term,) = (one for change in found.changes for one in change.terms if one.new)
    assert term.direction == "raised"
    assert (term.new[0].low, term.new[0].high) == tuple(map(Fraction, ends))
    assert term.changed == ()
