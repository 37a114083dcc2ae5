"""Spans, edits and the way back to the source, by example (see properties/ for any text)."""

from __future__ import annotations

import pytest

from policydiff.model import Block, CleanText, Edit, Source, Span, Step, apply_edits


def test_spans() -> None:
    span = Span(1, 3)
    assert (len(span), span.of("甲乙丙丁")) == (2, "乙丙")
    assert Span(2, 3) in span
    assert Span(0, 2) not in span
    assert Span(0, 5) < Span(1, 2)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_edits_apply_in_order() -> None:
    edits = (Edit(Span(0, 1), ""), Edit(Span(2, 2), "新"), Edit(Span(3, 4), "丁丁"))
    assert apply_edits("甲乙丙丁", edits) == "乙新丙丁丁"
    assert apply_edits("甲乙", ()) == "甲乙"


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(Span(0, 2), ""), Edit(Span(1, 3), "")),
        (Edit(Span(2, 3), ""), Edit(Span(0, 1), "")),
        (Edit(Span(3, 9), ""),),
    ],
    ids=["overlapping", "backwards", "outside"],
)
def test_edits_out_of_order_are_refused(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        apply_edits("甲乙丙丁", edits)


def clean(text: str, *steps: tuple[Edit, ...]) -> CleanText:
    source = Source("page", "text/plain", "utf-8", "", text, ())
    for edits in steps:
        text = apply_edits(text, edits)
    return CleanText(source, text, tuple(Step("rule", edits) for edits in steps))


@pytest.mark.parametrize(
    ("edits", "words", "came_from"),
    [
        (((Edit(Span(1, 2), ""),),), "甲丙", "甲 丙"),
        (((Edit(Span(1, 2), ""),),), "丙", "丙"),
        (((Edit(Span(1, 2), "！"),),), "！", " "),
        (((Edit(Span(0, 2), "壹贰"),),), "贰", " "),
        (((Edit(Span(0, 2), "一二三"),),), "二", "甲 "),
        (((Edit(Span(1, 2), ""),), (Edit(Span(0, 1), "子"),)), "子丙", "甲 丙"),
    ],
)
def test_words_of_the_clean_text_lead_back(edits: tuple[tuple[Edit, ...], ...], words: str, came_from: str) -> None:
    text = clean("甲 丙", *edits)
    start = text.text.index(words)
    assert text.to_source(Span(start, start + len(words))).of(text.source.text) == came_from


def test_a_place_in_a_source_is_named_by_its_block() -> None:
    blocks = (Block(Span(0, 2), "p", "¶1"), Block(Span(3, 5), "p", "¶2"))
    source = Source("page", "text/html", "utf-8", "", "甲乙\n丙丁", blocks)
    assert [source.locator(offset) for offset in (0, 1, 2, 3, 4, 9)] == ["¶1", "¶1", "¶1", "¶2", "¶2", "¶2"]
    assert Source("page", "text/plain", "utf-8", "", "甲", ()).locator(0) == ""
