"""What became of the words: clauses side by side, flags, substance, replacements and notes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.texts import clean_text, compared, version

from policydiff.compare import CompareOptions
from policydiff.compare.texts.inline import difference
from policydiff.model import (
    Change,
    Flag,
    Note,
    Op,
    Span,
    Step,
    Substance,
    Version,
)

TITLE = "海州市渔船管理办法"
REST = "二、海洋牧场建设。每年遴选3个示范牧场。\n三、海钓运动培育。举办国际海钓赛事，最高资助80万元。\n"


def rules(*articles: str) -> Version:
    rows = [f"{number}、{article}\n" for number, article in zip("一二三四五六七", articles, strict=False)]
    return version("".join((f"{TITLE}\n", *rows)))


def first_change(old: str, new: str) -> Change:
    before, after = (version(f"{TITLE}\n一、远洋捕捞。{text}\n{REST}") for text in (old, new))
    return compared(before, after).changes[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # nothing changed
        ("远洋渔船应当登记。", "远洋渔船应当登记。", "none"),
        # typography only
        ("远洋渔船，应当登记；", "远洋渔船应当登记。", "format_only"),
        ("远洋渔船(含辅助船)应当登记。", "远洋渔船（含辅助船）应当登记。", "format_only"),
        ("远洋渔船应当登记。辅助船应当备案。", "远洋渔船应当登记；辅助船应当备案。", "format_only"),
        # only the numbers of other provisions
        ("远洋渔船依照第二条第一款办理登记。", "远洋渔船依照第三条第二款办理登记。", "reference_shift"),
        # words that order nothing else
        ("鼓励渔民开展休闲渔业活动。", "鼓励渔民从事休闲渔业活动。", "editorial"),
        ("远洋渔船的所有人应当办理登记。", "远洋渔船的所有人必须办理登记。", "editorial"),
        # a modal, a negation
        ("远洋渔船的所有人应当办理登记。", "远洋渔船的所有人可以办理登记。", "substantive"),
        ("远洋渔船的所有人不得转让配额。", "远洋渔船的所有人可以转让配额。", "substantive"),
        ("未登记的远洋渔船出海的，责令改正。", "远洋渔船出海的，责令改正。", "substantive"),
        # an actor
        ("远洋渔船由渔业主管部门登记。", "远洋渔船由渔业行业协会登记。", "substantive"),
        # a date, a condition, a sum
        ("远洋渔船应当在2025年3月1日前登记。", "远洋渔船应当在2025年5月1日前登记。", "substantive"),
        ("远洋渔船登记后，可以出海作业，但台风期间除外。", "远洋渔船登记后，可以出海作业。", "substantive"),
        ("对远洋渔船给予最高50万元补助。", "对远洋渔船给予最高500万元补助。", "substantive"),
        # a sentence more or less
        ("远洋渔船应当登记。", "远洋渔船应当登记。配额不得转让。", "substantive"),
        # the same sum, in other numerals
        ("对远洋渔船给予最高300万元补助。", "对远洋渔船给予最高三百万元补助。", "editorial"),
    ],
)
def test_substance(old: str, new: str, expected: Substance) -> None:
    change = first_change(old, new)
    assert change.substance == expected
    assert ("edited" in change.flags) == (expected != "none")


@pytest.mark.parametrize(
    ("old", "new", "flags"),
    [
        (
            ("捕捞。甲类渔船应当登记。", "牧场。乙类网箱应当备案。"),
            ("捕捞。甲类渔船应当登记。", "牧场。乙类网箱应当备案。"),
            ((), ()),
        ),
        (
            ("牧场。乙类网箱应当备案。",),
            ("捕捞。甲类渔船应当登记。", "牧场。乙类网箱应当备案。"),
            ((), ("renumbered",)),
        ),
        (
            ("捕捞。甲类渔船应当登记。", "牧场。乙类网箱应当备案。"),
            ("作业。甲类渔船应当登记。", "牧场。乙类网箱应当备案。"),
            (("retitled",), ()),
        ),
        (
            ("捕捞。甲类渔船应当登记。", "牧场。乙类网箱应当备案。", "海钓。丙类赛事应当报批。"),
            ("海钓。丙类赛事应当报批。", "捕捞。甲类渔船应当登记。", "牧场。乙类网箱应当备案。"),
            (("renumbered",), ("renumbered",), ("moved", "renumbered")),
        ),
        (
            ("捕捞。甲类渔船应当登记入册。", "牧场。乙类网箱应当备案。"),
            ("捕捞。甲类渔船不得登记入册。", "牧场。乙类网箱应当备案。"),
            (("edited",), ()),
        ),
    ],
    ids=["nothing", "renumbered", "retitled", "moved", "edited"],
)
def test_flags(old: Sequence[str], new: Sequence[str], flags: tuple[tuple[Flag, ...], ...]) -> None:
    assert tuple(change.flags for change in compared(rules(*old), rules(*new)).changes) == flags


def test_added_and_removed_articles_stand_in_reading_order() -> None:
    ranch, angling, catch = "牧场。乙类网箱应当备案。", "海钓。丙类赛事应当报批。", "捕捞。甲类渔船应当登记。"
    added = compared(rules(catch, angling), rules(catch, ranch, angling))
    assert [change.relation for change in added.changes] == ["same", "added", "same"]
    removed = compared(rules(catch, ranch, angling), rules(catch, angling))
    assert [change.relation for change in removed.changes] == ["same", "removed", "same"]
    assert [change.substance for change in removed.changes] == ["none", "substantive", "none"]


def marked(old: str, new: str) -> str:
    """The operations on one sentence as a reader sees them."""
    shown = []
    for op in difference(old, Span(0, len(old)), new, Span(0, len(new)), CompareOptions()):
        gone, come = op.old.of(old), op.new.of(new)
        shown.append(gone if op.kind == "equal" else f"[-{gone}-]" * bool(gone) + f"{{+{come}+}}" * bool(come))
    return "".join(shown)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("对渔船给予最高50万元补助。", "对渔船给予最高500万元补助。", "对渔船给予最高[-50万元-]{+500万元+}补助。"),
        ("对渔船给予最高50万元补助。", "对渔船给予最高50.5万元补助。", "对渔船给予最高[-50万元-]{+50.5万元+}补助。"),
        ("登记期限为一年。", "登记期限为十一年。", "登记期限为[-一年-]{+十一年+}。"),
        ("按船价的5%给予补助。", "按船价的15%给予补助。", "按船价的[-5%-]{+15%+}给予补助。"),
        ("依照第一条办理。", "依照第十一条办理。", "依照[-第一条-]{+第十一条+}办理。"),
        ("自2025年3月1日起登记。", "自2025年3月11日起登记。", "自[-2025年3月1日-]{+2025年3月11日+}起登记。"),
        ("遴选2-3个牧场。", "遴选2-5个牧场。", "遴选[-2-3个-]{+2-5个+}牧场。"),
        ("补助50万元至100万元。", "补助50万元至150万元。", "补助50万元至[-100万元-]{+150万元+}。"),
        ("渔船应当登记。", "渔船应当登记。", "渔船应当登记。"),
        ("渔船应当登记。", "渔船应当依法登记。", "渔船应当{+依法+}登记。"),
        ("渔船应当依法登记。", "渔船应当登记。", "渔船应当[-依法-]登记。"),
        ("渔船应当登记。", "台风来临时禁止垂钓", "[-渔船应当登记。-]{+台风来临时禁止垂钓+}"),
        ("", "渔船应当登记。", "{+渔船应当登记。+}"),
    ],
)
def test_differences_keep_words_and_figures_whole(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_white_space_behind_the_last_word_is_no_change() -> None:
    text = "海州市渔港管理办法\n第一条 渔港不得采砂。\n第二条 违者处罚款{}。"
    same = compared(version(text.format("")), version(text.format("") + "\n附件1\n申请表\n姓名和船号。\n"))
    *articles, annex = same.changes
    assert [(change.flags, change.substance) for change in articles] == [((), "none"), ((), "none")]
    assert annex.relation == "added"
    other = compared(version(text.format("")), version(text.format("五万元") + "\n附件1\n申请表\n姓名和船号。\n"))
    ops = [op for change in other.changes[:-1] for row in change.clauses for op in row.ops if op.kind != "equal"]
    assert [op.new.of(other.new.documents[0].text) for op in ops] == ["五万元"]


def test_clauses_pair_across_a_move_inside_an_article() -> None:
    one, other, last = "远洋渔船应当每年检验。", "近海渔船应当安装定位终端。", "休闲渔船不得夜航。"
    change = first_change(one + other + last, last + one + other)
    assert [(row.old is not None, row.new is not None, row.moved) for row in change.clauses] == [
        (True, True, False),
        (True, True, False),
        (True, True, False),
        (True, True, True),
    ]


def test_every_sentence_stands_in_one_row_with_operations_from_end_to_end() -> None:
    change = first_change(
        "远洋渔船应当每年检验。近海渔船应当安装定位终端。", "近海渔船必须安装定位终端。休闲渔船不得夜航。"
    )
    shapes = [(row.old is not None, row.new is not None) for row in change.clauses]
    assert shapes == [(True, True), (True, False), (True, True), (False, True)]
    assert [op.kind for op in change.clauses[1].ops] == ["delete"]
    assert [op.kind for op in change.clauses[3].ops] == ["insert"]


CATCH = "远洋捕捞。由市海洋局审核远洋渔船的补助申请。"
RANCH = "海洋牧场。由市海洋局遴选示范牧场并授予牌匾。"
ANGLING = "海钓运动。由市海洋局批准国际海钓赛事。"
HARBOUR = "智慧港口。码头自动化改造给予专项支持。"


def test_a_wording_replaced_in_three_articles_is_told_once() -> None:
    articles = (CATCH, RANCH, ANGLING, HARBOUR)
    found = compared(rules(*articles), rules(*(a.replace("海洋局", "港航局") for a in articles)))
    assert found.replacements == (("海洋局", "港航局", 3),)
    assert [change.substance for change in found.changes] == ["editorial"] * 3 + ["none"]


def test_a_wording_replaced_in_two_articles_is_not() -> None:
    articles = (CATCH, RANCH, HARBOUR)
    found = compared(rules(*articles), rules(*(a.replace("海洋局", "港航局") for a in articles)))
    assert found.replacements == ()


@pytest.mark.parametrize(("kept", "told"), [(2, (("海洋局", "港航局", 3),)), (4, ())])
def test_a_wording_that_stays_in_more_articles_is_not_replaced(
    kept: int, told: tuple[tuple[str, str, int], ...]
) -> None:
    stays = ("船员培训由市海洋局组织。", "市海洋局公布禁渔区。", "养殖用海向市海洋局申报。", "市海洋局每年评选渔村。")[
        :kept
    ]
    old = (CATCH, RANCH, ANGLING)
    assert (
        compared(rules(*old, *stays), rules(*(a.replace("海洋局", "港航局") for a in old), *stays)).replacements == told
    )


def test_article_numbers_and_figures_are_no_replaced_wording() -> None:
    old = [f"{a}依照第九条，给予5万元。" for a in (CATCH, RANCH, ANGLING)]
    new = [a.replace("第九条", "第十条").replace("5万元", "8万元") for a in old]
    assert compared(rules(*old), rules(*new)).replacements == ()


def test_texts_without_articles_are_noted_on_their_side() -> None:
    plain, ruled = version("海边风大。\n请勿下海。\n"), rules(CATCH)
    assert compared(plain, version("海边风大。\n请勿靠近。\n")).notes == (
        Note("no_articles", (("side", "old"),)),
        Note("no_articles", (("side", "new"),)),
    )
    assert compared(plain, ruled).notes == (Note("no_articles", (("side", "old"),)),)
    assert compared(ruled, rules(CATCH, RANCH)).notes == ()


def test_a_converted_script_is_noted() -> None:
    converted = version(clean_text(f"{TITLE}\n一、{CATCH}\n", steps=(Step("script", ()),)), names=["page"])
    assert compared(converted, rules(CATCH, RANCH)).notes == (Note("script_converted", (("document", "page"),)),)


def test_operations_point_into_their_own_texts() -> None:
    old, new = rules(CATCH, RANCH), rules(HARBOUR, CATCH.replace("审核", "复核"), RANCH)
    (edited,) = (change for change in compared(old, new).changes if "edited" in change.flags)
    ops: list[Op] = [op for row in edited.clauses for op in row.ops if op.kind != "equal"]
    assert [(op.old.of(old.documents[0].text), op.new.of(new.documents[0].text)) for op in ops] == [
        ("一", "二"),
        ("审核", "复核"),
    ]


def test_an_unnumbered_text_of_lines_and_sentences_compared_with_itself_has_not_changed() -> None:
    page = version("海边守则\n海边风大，请勿下海。\n海风大时，任何人不得出海垂钓。\n")
    assert [(change.relation, change.substance) for change in compared(page, page).changes] == [("same", "none")] * 3
