"""What holds for the cleaning of any text, and what a person can ask about it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.clean import RULES, clean, explain
from policydiff.clean.page import Page
from policydiff.model import CleanText, Source, Span, apply_edits
from policydiff.read.plain import line_blocks

PIECES = st.sampled_from(
    [example for rule in RULES for pair in rule.examples for example in pair]
    + [text for rule in RULES for text in rule.negatives]
    + [
        "\n",
        "\n",
        " ",
        "\u3000",
        "&amp;",
        "&lt;p&gt;",
        "<p>",
        "</",
        ">",
        "，",
        "。",
        "一、",
        "第一条 ",
        "附件",
        "首页 > ",
        "100 ",
        "萬元",
        "(jìn)",
        "不*过",
        "****万元",
        "\ufffd",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=12).map("".join),
    st.text(max_size=200),
    st.text(alphabet="一、第条（）《》，。：: \n\u3000<p/>&;amp附件来源记者首页>2024年月日萬補助", max_size=120),
)


def source_of(text: str) -> Source:
    return Source("文本", "text/plain", "utf-8", "", text, line_blocks(text))


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=400)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(source_of(text))
    again = clean(source_of(once.text))
    assert again.steps == ()
    assert again.text == once.text


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_replaying_the_steps_gives_the_clean_text(text: str) -> None:
    cleaned = clean(source_of(text))
    replayed = text
    for step in cleaned.steps:
        assert step.edits
        assert all(edit.span.of(replayed) != edit.replacement for edit in step.edits)
        replayed = apply_edits(replayed, step.edits)
    assert replayed == cleaned.text


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_the_clean_text_is_one_paragraph_a_line(text: str) -> None:
    cleaned = clean(source_of(text)).text
    assert cleaned == "" or all(line and line == line.strip() for line in cleaned.split("\n"))


@given(TEXTS, st.data())
@settings(deadline=None, derandomize=True, max_examples=200)
def test_every_span_maps_back_inside_the_source(text: str, data: st.DataObject) -> None:
    cleaned = clean(source_of(text))
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    span = cleaned.to_source(Span(start, end))
    assert span in Span(0, len(text))


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_character_that_no_edit_touched_maps_to_itself(text: str) -> None:
    cleaned = clean(source_of(text))
    # which characters are untouched, found the slow way: by carrying every place through every step
    places: list[int | None] = list(range(len(text)))
    for step in cleaned.steps:
        after: list[int | None] = []
        at = 0
        for edit in step.edits:
            after += places[at : edit.span.start] + [None] * len(edit.replacement)
            at = edit.span.end
        places = after + places[at:]
    assert len(places) == len(cleaned.text)
    for at, place in enumerate(places):
        if place is not None:
            assert cleaned.to_source(Span(at, at + 1)) == Span(place, place + 1)
            assert cleaned.text[at] == text[place]


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_an_explanation_names_the_same_places_as_the_slow_way(text: str) -> None:
    cleaned = clean(source_of(text))
    told = iter(explain(cleaned))
    before = text
    for number, step in enumerate(cleaned.steps):
        so_far = CleanText(cleaned.source, before, cleaned.steps[:number])
        for edit in step.edits:
            explained = next(told)
            assert explained.rule == step.rule
            assert explained.before == edit.span.of(before)
            assert explained.after == edit.replacement
            assert explained.span == so_far.to_source(edit.span)
            assert explained.locator == cleaned.source.locator(explained.span.start)
        before = apply_edits(before, step.edits)
    assert next(told, None) is None


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_key_is_as_long_as_its_line(text: str) -> None:
    for line in Page.of(text).lines:
        assert len(line.key) == line.end - line.start
        assert text[line.start : line.end] == text[line.start : line.end].strip()


def test_an_explanation_reads_like_one() -> None:
    explained = explain(clean(source_of("首页 > 新闻\n  一、给予最高 50 万元补助，期限三年。")))
    assert [(each.rule, each.before, each.after, each.locator) for each in explained] == [
        ("portal-head", "首页 > 新闻\n  ", "", "¶1"),
        ("gaps", " ", "", "¶2"),
        ("gaps", " ", "", "¶2"),
    ]
    assert explained[1].span == Span(16, 17)


def test_a_clean_text_has_no_steps() -> None:
    text = "某市若干措施\n第一条 为了促进发展，制定本措施。"
    assert clean(source_of(text)).steps == ()


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_what_a_text_leaves_in_doubt_stands_in_the_clean_text(text: str) -> None:
    cleaned = clean(source_of(text))
    whole = Span(0, len(cleaned.text))
    assert len({doubt.code for doubt in cleaned.doubts}) == len(cleaned.doubts)
    assert all(0 < len(doubt.spans) <= doubt.count for doubt in cleaned.doubts)
    assert all(span in whole and len(span) for doubt in cleaned.doubts for span in doubt.spans)
    assert clean(source_of(cleaned.text)).doubts == cleaned.doubts


def test_a_doubt_is_about_what_is_left() -> None:
    cleaned = clean(source_of("首页 > 新闻\n  一、给予最高****万元补助，增长\ufffd成，期限三年。"))
    assert [(doubt.code, doubt.count) for doubt in cleaned.doubts] == [("replaced", 1), ("masked", 1)]
    assert [doubt.spans[0].of(cleaned.text) for doubt in cleaned.doubts] == ["\ufffd", "****万元"]


HOSTILE = [
    "a",
    "一",
    " ",
    "\n",
    "<",
    "&",
    "&amp;",
    "<p ",
    "<!--",
    "<script>",
    '"',
    "1.",
    "（",
    "《",
    "，",
    "> ",
    "記",
    "位",
    "http://",
    "·",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_megabyte_of_one_thing_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        source = source_of("一、" + unit * (size // len(unit)))
        begin = time.process_time()
        clean(source)
        return time.process_time() - begin

    # ten times the text may take ten times as long, with room for a busy machine; quadratic work takes a hundred times
    assert seconds(1_000_000) <= 40 * max(seconds(100_000), 0.02)


def test_many_passes_over_nested_markup_come_to_an_end() -> None:
    source = source_of("<b" * 20_000 + ">" * 20_000)
    assert len(clean(source).steps) <= 13 * len(RULES)
