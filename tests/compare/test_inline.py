"""Differences as a person would mark them: whole words, whole figures, no splinters."""

from __future__ import annotations

import pytest

from policydiff.compare import CompareOptions
from policydiff.compare.texts.inline import LARGEST_TABLE, difference
from policydiff.model import Op, Span


def ops(old: str, new: str) -> tuple[Op, ...]:
    return difference(old, Span(0, len(old)), new, Span(0, len(new)), CompareOptions())


def marked(old: str, new: str) -> str:
    """The operations on one sentence as a reader sees them."""
    shown = []
    for op in ops(old, new):
        gone, come = op.old.of(old), op.new.of(new)
        shown.append(gone if op.kind == "equal" else f"[-{gone}-]" * bool(gone) + f"{{+{come}+}}" * bool(come))
    return "".join(shown)


def unmarked(shown: str) -> tuple[str, str]:
    """Both texts, read back from what a reader sees."""
    old, new, at = "", "", 0
    while at < len(shown):
        if shown.startswith("[-", at):
            end = shown.index("-]", at)
            old += shown[at + 2 : end]
            at = end + 2
        elif shown.startswith("{+", at):
            end = shown.index("+}", at)
            new += shown[at + 2 : end]
            at = end + 2
        else:
            old, new, at = old + shown[at], new + shown[at], at + 1
    return old, new


@pytest.mark.parametrize(
    "expected",
    [
        # a member of a list comes with the mark before it, a clause with the mark behind it
        "渔船、网箱{+、浮标+}和码头应当登记。",
        "渔船、网箱{+、浮标+}、码头应当登记。",
        "渔船所有人应当登记，{+并向渔港公告，+}方可出海。",
        "由海洋局{+会同财政局+}审核。",
        "渔船（含辅助船）{+、网箱（含浮标）+}应当登记。",
        # what was inserted before a word stands before it, also where a dictionary knows both as one word
        "由{+县级以上人民政府+}民政部门受理。",
        "具体{+管理+}办法由市海洋局制定。",
        "渔港应当维护社会[-治安-]秩序。",
        "由{+各+}部门负责。",
        "渔船{+不+}应当登记。",
        # ... but not where it makes another word
        "由[-董事-]{+董事会+}决定。",
        "由[-股东大会-]{+股东会+}决定。",
        # small words between replaced ones go with them; between two insertions they stay
        "渔船的[-登记、检验-]{+备案、公示+}由海洋局负责。",
        "[-养殖户的证书-]{+捕捞船的执照+}应当随船携带。",
        "{+远洋+}渔船的{+法定+}检验由海洋局负责。",
        # a comma is a place to rest
        "渔船[-出港-]{+进港+}，[-船长-]{+船员+}应当报告。",
    ],
)
def test_differences_read_well(expected: str) -> None:
    assert marked(*unmarked(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "给予[-五十万元-]{+五百万元+}补助。",
        "给予[-50万元-]{+500万元+}补助。",
        "给予[-50万元-]{+五十万元+}补助。",
        "处[-一万元-]{+二万元+}以上[-十万元-]{+二十万元+}以下罚款。",
        "按船价的[-百分之三-]{+百分之三十+}给予补助。",
        "按船价的[-百分之三十-]{+百分之三十五+}给予补助。",
        "按船价的[-三分之一-]{+三分之二+}给予补助。",
        "依照[-第十二条-]{+第十二条之一+}办理。",
        "依照[-第二条-]{+第十二条+}办理。",
        "依照第二条[-第（一）项-]{+第（二）项+}办理。",
        "自[-2025年3月1日-]{+2025年3月11日+}起施行。",
        "自[-二〇二五年三月一日-]{+二〇二六年三月一日+}起施行。",
        "期限为[-三十日-]{+三十个工作日+}。",
        "年捕捞量增长[-1.5倍-]{+2.5倍+}。",
    ],
)
def test_numbers_are_never_cut_in_two(expected: str) -> None:
    assert marked(*unmarked(expected)) == expected


def test_of_two_readings_the_one_that_keeps_more_is_shown() -> None:
    old, new = "公司可以改变经营范围，但是应当办理变更登记。", "公司可以变更经营范围。"
    assert marked(old, new) == "公司可以[-改变-]{+变更+}经营范围[-，但是应当办理变更登记-]。"


def test_a_sentence_rewritten_beyond_likeness_is_one_replacement() -> None:
    old, new = "渔船应当每年检验一次，检验费用由船主承担。", "台风来临时，任何人不得在防波堤上垂钓。"
    assert marked(old, new) == f"[-{old}-]{{+{new}+}}"


def test_swapping_the_sides_mirrors_the_marks() -> None:
    old = "渔船、网箱和码头应当依法登记，登记费五十万元，由海洋局审核。"
    new = "网箱、渔船、浮标和码头应当登记备案，由市海洋局会同财政局审核，登记费五百万元。"
    mirrored = {"insert": "delete", "delete": "insert"}
    back = [(mirrored.get(op.kind, op.kind), op.new, op.old) for op in ops(new, old)]
    assert back == [(op.kind, op.old, op.new) for op in ops(old, new)]


def test_texts_that_are_the_same_need_no_words() -> None:
    assert [op.kind for op in ops("渔船应当登记。", "渔船应当登记。")] == ["equal"]
    assert ops("", "") == ()
    assert [op.kind for op in ops("", "渔船")] == ["insert"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("的" * 100_000, "的" * 100_001 + "，"),
        ("渔船应当登记，" * 4_000, "渔船应当登记，" * 4_000 + "并且公告，"),
        ("甲，" * 50_000, "乙，" * 50_000),
        ("（" * 9_000, "（" * 4_000 + "甲" + "（" * 4_000),
    ],
    ids=["one run", "many clauses", "many marks", "brackets"],
)
def test_texts_without_end_are_compared_by_larger_pieces(old: str, new: str) -> None:
    assert len(old) * len(new) > LARGEST_TABLE or len(old) < 10_000
    found = ops(old, new)
    assert "".join(op.old.of(old) for op in found) == old
    assert "".join(op.new.of(new) for op in found) == new
    assert all(op.old.of(old) == op.new.of(new) for op in found if op.kind == "equal")


def test_a_long_text_keeps_its_clauses() -> None:
    old = "渔船应当登记，" * 4_000
    assert [op.kind for op in ops(old, old + "并且公告，")] == ["equal", "insert"]
