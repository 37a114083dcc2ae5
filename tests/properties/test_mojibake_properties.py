"""Mojibake put in is taken out exactly, marked as inferred, or counted as damage: never silently wrong."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.clean.mojibake import MOJIBAKE, WRONG_CHARSET, damaged_runs
from policydiff.clean.mojibake.gbk import MARKS, View, corrupt, encoded
from policydiff.clean.page import Page
from policydiff.model import apply_edits

QUICK = settings(derandomize=True, deadline=None, max_examples=25)
HEADS = (
    "支持海州市渔业", "推动全市造船产业", "鼓励园区企业", "对符合条件的渔民", "各县应当加强", "市海洋局负责",
    "申请人依法取得", "主管部门定期公布", "港口经营单位落实", "本办法所称养殖户",
)  # fmt: skip
# each holds two characters between which the bytes of a mark lie: 模化, 停或, 护 behind 保, 海口, 危和, 。《, 。“
BODIES = (
    "规模化经营水平，", "暂停或者终止合同，", "海洋环境保护工作，", "在海口设立基地，", "排查隐患危害程度，",
    "发展。《若干措施》明确，", "建设。“一港两区”格局形成，", "远程遥控设备更新，", "担保合同的履行，",
    "学校和医院的供给，", "稳定发展。会议要求落实，", "创新。可以优先申请资金，",
)  # fmt: skip
TAILS = ("按照有关规定给予补助。", "最高不超过五十万元。", "具体办法另行制定。")
SENTENCES = tuple(head + body + tail for head in HEADS for body in BODIES for tail in TAILS[:1]) + tuple(
    HEADS[0] + body + tail for body in BODIES for tail in TAILS[1:]
)
VIEWS = tuple(
    View(orphan, swallow, "", ascii_marks)
    for orphan in ("?", "", "\ufffd")
    for swallow in (False, True)
    for ascii_marks in (False, True)
)


@cache
def traditional(text: str) -> str:
    from opencc import OpenCC  # noqa: PLC0415

    converted: str = OpenCC("s2t").convert(text)
    return converted


def judged(truth: str, page: str) -> str:
    """What became of a spoiled sentence: exact, inferred, damaged or unseen; what is silently wrong fails."""
    edits = MOJIBAKE.find(Page.of(page))
    repaired = apply_edits(page, edits)
    for edit in edits:
        assert edit.note == "inferred" or edit.replacement in truth, (truth, page, edit)
    if any(edit.note for edit in edits):
        return "inferred" if repaired == truth else "wrongly inferred"
    if repaired == truth:
        return "exact"
    return "damaged" if damaged_runs(repaired) else "unseen"


@QUICK
@given(st.sampled_from(SENTENCES), st.booleans(), st.sampled_from(VIEWS))
def test_what_is_read_one_byte_late_is_never_silently_wrong(sentence: str, full: bool, view: View) -> None:
    truth = traditional(sentence) if full else sentence
    page = corrupt(truth, view)
    if view.ascii_marks:
        truth = truth.translate({ord(mark): ord(mark) - 0xFEE0 for mark in MARKS})
    judged(truth, page)


def test_most_of_what_can_be_read_is() -> None:
    fates = []
    for sentence in SENTENCES[::5]:
        truth = traditional(sentence)
        page = corrupt(truth, View())
        if page != truth:
            fates.append(judged(truth, page))
    assert len(fates) >= 15
    assert fates.count("exact") + fates.count("inferred") >= len(fates) / 3
    assert fates.count("wrongly inferred") <= len(fates) / 12


def test_every_view_of_the_accident_starts_from_bytes_that_hold_a_mark() -> None:
    spoiled = [sentence for sentence in SENTENCES if corrupt(sentence, View()) != sentence]
    assert len(SENTENCES) >= 100
    assert len(spoiled) >= 60
    for sentence in set(SENTENCES) - set(spoiled):
        pairs = [encoded(char) for char in sentence]
        lows = [(here[1], there[0]) for here, there in pairwise(pairs) if here and there]
        assert not {encoded(mark) for mark in MARKS} & set(lows)


@pytest.mark.parametrize("wrong", ["latin-1", "gbk", "big5hkscs"])
@QUICK
@given(sentence=st.sampled_from(SENTENCES), full=st.booleans(), rounds=st.integers(1, 2))
def test_misread_utf8_comes_back_or_is_damaged(wrong: str, sentence: str, full: bool, rounds: int) -> None:
    truth = page = traditional(sentence) if full else sentence
    for _ in range(rounds):
        page = page.encode().decode(wrong, "ignore")
    whole = page
    for _ in range(rounds):
        whole = whole.encode(wrong, "ignore").decode(errors="ignore")
    edits = WRONG_CHARSET.find(Page.of(page))
    repaired = apply_edits(page, edits)
    assert repaired == truth or whole != truth
    assert all(edit.note == "inferred" or edit.replacement in truth for edit in edits)
    assert edits or damaged_runs(page)


@QUICK
@given(sentence=st.sampled_from(SENTENCES), full=st.booleans())
def test_healthy_sentences_stay(sentence: str, full: bool) -> None:
    text = traditional(sentence) if full else sentence
    assert WRONG_CHARSET.find(Page.of(text)) == MOJIBAKE.find(Page.of(text)) == ()
    assert damaged_runs(text) == ()
