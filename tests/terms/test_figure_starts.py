"""Figures are looked for only where one can begin: none is lost by that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.terms import figures as module
from policydiff.terms.figures import figures_of, may_speak
from policydiff.terms.view import view_of

PIECES = st.sampled_from(
    (
        *"〇一二两三半过翻十百千万亿第条年月日个家元%:/-、和至比点0123456789渔船兩萬億５",
        "百分之",
        "分之",
        "一半",
        "过半数",
        "半数",
        "翻两番",
        "半年",
        "https://a.b/1",
        "www.a1.cn",
        "***亿元",
        "2024年3月1日",
        "第三条、第五条至第九条",
        "3:2",
        "1/3",
        "百分百",
        "三五年",
        "*",
        "，",
    )
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@settings(derandomize=True, deadline=None, max_examples=600)
@given(TEXTS)
def test_a_figure_begins_where_it_is_looked_for(text: str) -> None:
    text = view_of(text).text
    for at in range(len(text)):
        if module._FIGURE.match(text, at):
            assert module._START.match(text, at), text[at:]


@settings(derandomize=True, deadline=None, max_examples=600)
@given(TEXTS)
def test_a_text_that_may_not_speak_has_no_figure(text: str) -> None:
    assert may_speak(text) or not figures_of(view_of(text).text)


@pytest.mark.parametrize("text", ["最高补助5O0万元", "补助l00万元", "补助00万元", "不超过12 5万元", "补助5\ufffd0万元"])
def test_of_a_broken_figure_no_part_is_read(text: str) -> None:
    assert figures_of(text) == []


def test_how_much_of_a_page_is_not_shown_is_no_figure() -> None:
    assert figures_of("剩余80%未读") == []
    assert [figure.value * 100 for figure in figures_of("剩余80%按期返还")] == [80]
