"""What holds for the difference of any two sentences: it replays, it mirrors, and it never cuts a figure in two."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from policydiff.compare import CompareOptions
from policydiff.compare.texts.inline import difference
from policydiff.model import Op, OpKind, Span
from policydiff.numerals import to_han
from policydiff.tokens import tokens

THOROUGH = settings(derandomize=True, deadline=None, max_examples=250)
OPTIONS = CompareOptions()
MIRRORED: dict[OpKind, OpKind] = {"insert": "delete", "delete": "insert"}
WORDS = (
    *(
        "渔船",
        "远洋渔船",
        "网箱",
        "海洋局",
        "市海洋局",
        "财政局",
        "部门",
        "民政部门",
        "县级以上人民政府",
        "管理办法",
        "具体办法",
    ),
    *(
        "登记",
        "检验",
        "补助",
        "应当",
        "可以",
        "不得",
        "的",
        "和",
        "或者",
        "、",
        "，",
        "；",
        "。",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
    ),
)

amount = st.one_of(
    st.integers(1, 9999).map(lambda number: f"{number}万元"),
    st.integers(1, 9999).map(lambda number: f"{to_han(number)}元"),
    st.integers(1, 99).map(lambda number: f"百分之{to_han(number)}"),
    st.integers(1, 99).map(lambda number: f"{number}%"),
    st.integers(1, 300).map(lambda number: f"第{to_han(number)}条"),
    st.integers(1, 28).map(lambda number: f"2025年3月{number}日"),
    st.integers(1, 60).map(lambda number: f"{number}个工作日"),
    st.tuples(st.integers(1, 9), st.integers(1, 9)).map(lambda pair: f"{pair[0]}.{pair[1]}倍"),
)
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map("".join)
any_text = st.text(alphabet="渔船登记的、，。（）“”12万元年%AＢ \n\t\u3000𠮷", max_size=40)


def ops(old: str, new: str) -> tuple[Op, ...]:
    return difference(old, Span(0, len(old)), new, Span(0, len(new)), OPTIONS)


@THOROUGH
@given(st.one_of(st.tuples(phrases, phrases), st.tuples(any_text, any_text)))
def test_operations_cover_both_texts_and_keep_only_what_is_the_same(texts: tuple[str, str]) -> None:
    old, new = texts
    found = ops(old, new)
    assert "".join(op.old.of(old) for op in found) == old
    assert "".join(op.new.of(new) for op in found) == new
    for op in found:
        assert (len(op.old) > 0, len(op.new) > 0) == {
            "equal": (True, True),
            "replace": (True, True),
            "delete": (True, False),
            "insert": (False, True),
        }[op.kind]
        if op.kind == "equal":
            assert op.old.of(old) == op.new.of(new)
    changed = [op.kind != "equal" for op in found]
    assert not any(here and there for here, there in pairwise(changed))


@THOROUGH
@given(st.one_of(st.tuples(phrases, phrases), st.tuples(any_text, any_text)))
def test_swapping_the_texts_mirrors_the_operations(texts: tuple[str, str]) -> None:
    old, new = texts
    back = tuple((MIRRORED.get(op.kind, op.kind), op.new, op.old) for op in ops(new, old))
    assert back == tuple((op.kind, op.old, op.new) for op in ops(old, new))


@THOROUGH
@given(
    st.lists(
        st.tuples(st.sampled_from(("给予", "处", "依照", "自", "不超过")), amount, amount), min_size=1, max_size=4
    ),
    st.sampled_from(("补助。", "以下罚款。", "办理登记。", "起施行。")),
)
def test_a_figure_stays_or_changes_as_a_whole(clauses: list[tuple[str, str, str]], end: str) -> None:
    old = "，".join(verb + before for verb, before, _ in clauses) + end
    new = "，".join(verb + after for verb, _, after in clauses) + end
    found = ops(old, new)
    for text, figures, side in ((old, [c[1] for c in clauses], 0), (new, [c[2] for c in clauses], 1)):
        cuts = {(op.old, op.new)[side].start for op in found} | {len(text)}
        at = 0
        for (verb, *_), figure in zip(clauses, figures, strict=True):
            start = text.index(verb + figure, at) + len(verb)
            at = start + len(figure)
            assert not any(start < cut < at for cut in cuts), (text, figure)


@THOROUGH
@given(phrases, st.sampled_from(WORDS), st.integers(0, 14))
def test_one_word_put_in_is_one_insertion(words: str, word: str, place: int) -> None:
    pieces = tokens(words)
    cut = min(place, len(pieces))
    new = (*pieces[:cut], word, *pieces[cut:])
    assume(tokens("".join(new)) == new)  # the word did not grow together with its neighbours
    assert [op.kind for op in ops(words, "".join(new)) if op.kind != "equal"] == ["insert"]
