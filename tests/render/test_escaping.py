"""Text of unknown origin in Markdown: what a reader sees is what the document says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policydiff.render.escape import cell, inline, link, mark, one_line, visible

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str) -> str:
    """What a reader sees of a table cell."""
    text = ""
    for token in READER.parseInline(markdown)[0].children or ():
        text += token.content if token.type != "html_inline" else "\n" if token.content == "<br>" else ""
    return text


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.sampled_from("a长 \n|*_~`<>[]()!#+-.1\\&;:/\u202e“”。"), max_size=30))
def test_a_cell_shows_its_text_as_written(text: str) -> None:
    lines = [" ".join(line.split(" ")).strip() for line in visible(text).strip().split("\n")]
    assert "\n" not in cell(text)
    assert shown(cell(text)) == "\n".join(line for line in lines if line)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.sampled_from("a长 1.-+=#>*_~`<[]()!&\\|"), max_size=20))
def test_a_line_shows_its_text_as_written_and_starts_no_block(text: str) -> None:
    tokens = READER.parse(inline(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert shown(inline(text)) == " ".join(text.split())


def test_what_has_no_shape_gets_a_name() -> None:
    assert visible("a\x00b\u202ec\u200bd\ud800e\x85f\tg") == "a␀b⟦U+202E⟧c⟦U+200B⟧d⟦U+D800⟧e\nf g"
    assert visible("第三条　（一）①２０％“‘’”") == "第三条　（一）①２０％“‘’”"


def test_a_broken_line_of_chinese_joins_without_a_blank() -> None:
    assert one_line("给予\n奖励\nof 50\n万元") == "给予奖励 of 50 万元"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", None])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert link("来源", url) == "来源"


def test_an_address_cannot_leave_its_brackets() -> None:
    assert link("a", "https://x.example/a) <b>|c") == "[a](https://x.example/a%29%20%3Cb%3E%7Cc)"


@pytest.mark.parametrize("char", ["*", "<", " ", "\u202e", "长", "\n"])
def test_a_megabyte_of_one_character_is_no_burden(char: str) -> None:
    before = time.process_time()
    for escape in (cell, inline, one_line, lambda text: mark(text, "**", "", "")):
        escape(char * 1_000_000)
    assert time.process_time() - before < 20
