"""Furniture goes, lines that were full go on, and both leave a text alone that no page laid out."""

from __future__ import annotations

import pytest

from policydiff.clean import clean
from policydiff.clean.layout import LAID_OUT_LINES, PAGE_FURNITURE
from policydiff.clean.page import Page
from policydiff.model import Block, Source, Span


def laid_out(*lines: tuple[str, str, bool]) -> Source:
    """A source of lines: their text, their kind, and whether they go on with the text above."""
    blocks, at = [], 0
    for text, kind, continues in lines:
        blocks.append(Block(Span(at, at + len(text)), kind, "p. 1", continues=continues))
        at += len(text) + 1
    return Source("政策.pdf", "application/pdf", "", "", "\n".join(line[0] for line in lines), tuple(blocks))


def test_a_paragraph_over_a_page_comes_out_whole() -> None:
    source = laid_out(
        ("某市公报", "page-header", False),
        ("第一条 对符合条件的企业，给予最高50", "line", False),
        ("— 1 —", "page-number", False),
        ("某市公报", "page-header", False),
        ("0万元奖励，支持采购AI for", "line", True),
        ("Science服务。", "line", True),
        ("第二条 略。", "line", False),
        ("某市办公室印发", "page-footer", False),
    )
    cleaned = clean(source)
    assert cleaned.text == "第一条 对符合条件的企业，给予最高500万元奖励，支持采购AI for Science服务。\n第二条 略。"
    assert [step.rule for step in cleaned.steps] == ["page-furniture", "laid-out-lines"]
    at = cleaned.text.index("500万元")
    assert cleaned.to_source(Span(at, at + 3)).of(source.text).replace("\n", "") == "50— 1 —某市公报0"


@pytest.mark.parametrize("kind", ["footnote", "text-box", "cell"])
def test_a_line_does_not_go_on_with_what_stands_beside_the_text(kind: str) -> None:
    source = laid_out(("① 平台是指公共服务平台", kind, False), ("并给予奖励。", "line", True))
    assert LAID_OUT_LINES.find(Page.of(source.text, source.blocks)) == ()


def test_the_first_line_goes_on_with_nothing() -> None:
    source = laid_out(("并给予奖励。", "line", True), ("第二条 略。", "line", False))
    assert LAID_OUT_LINES.find(Page.of(source.text, source.blocks)) == ()


def test_a_page_of_nothing_but_furniture_leaves_nothing() -> None:
    source = laid_out(("某市公报", "page-header", False), ("— 1 —", "page-number", False))
    assert clean(source).text == ""


@pytest.mark.parametrize("rule", [PAGE_FURNITURE, LAID_OUT_LINES])
def test_text_that_no_page_laid_out_stays(rule: object) -> None:
    text = "某市公报\n第一条 对符合条件的企业，给予最高50\n万元奖励。\n— 1 —"
    assert PAGE_FURNITURE.find(Page.of(text)) == LAID_OUT_LINES.find(Page.of(text)) == ()


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("支持企业", "发展。", "支持企业发展。"),
        ("给予50", "万元", "给予50万元"),
        ("共计1,00", "0元", "共计1,000元"),
        ("采购AI for", "Science", "采购AI for Science"),
        ("采购GPU，", "A100", "采购GPU，A100"),
        ("on-site,", "remote", "on-site, remote"),
    ],
)
def test_words_of_letters_are_parted_by_a_space_and_nothing_else_is(left: str, right: str, joined: str) -> None:
    source = laid_out((left, "line", False), (right, "line", True))
    page = Page.of(source.text, source.blocks)
    assert page.edited(LAID_OUT_LINES.find(page)).text == joined
