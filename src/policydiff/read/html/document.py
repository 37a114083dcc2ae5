"""HTML: all visible text of a page, block by block, in reading order.

The tree is walked with a stack of our own, so that a page of ten thousand nested elements is a page like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydiff.read.html.blocks import Collector
from policydiff.read.html.facts import page_facts, page_title
from policydiff.read.html.lists import sheet_styles
from policydiff.read.html.page import parse
from policydiff.read.html.visible import unseen, weigh
from policydiff.read.options import ReadOptions
from policydiff.read.reading import Reading

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

__all__ = ["read_html"]

_DEFAULTS = ReadOptions()


def read_html(text: str, uri: str = "the page", options: ReadOptions = _DEFAULTS) -> Reading:
    """The visible text of a page, its blocks, its title, and what it says of its document in its tables and meta tags.

    Every block-level element and every `<br>` starts a block; the blocks are joined by line ends.  White space
    collapses as a browser collapses it; a line break in the markup between two Chinese characters is nothing at all.
    A row of a table of data is one line, its cells parted by tabs; a table that only lays out the page is no table.
    Numbers that a browser draws before the items of a list are text; pinyin set over characters follows in brackets.
    Raises InputError where the page has more elements than the options allow.
    """
    soup = parse(text, uri, options)
    weights = weigh(soup)
    collector = Collector(
        weights, unseen(weights, struck=options.revisions == "original"), sheet_styles(soup), options.max_blocks
    )
    _walk(soup, collector)
    reading = collector.reading()
    title = page_title(soup)
    return Reading(reading.text, reading.blocks, title, page_facts(soup, reading, title))


def _walk(root: Tag, collector: Collector) -> None:
    from bs4.element import CData, NavigableString, PreformattedString, Tag  # noqa: PLC0415 - plain text does without

    stack: list[Iterator[PageElement]] = [iter(root.contents)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if stack:
                collector.leave()
        elif isinstance(node, Tag):
            if id(node) not in collector.unseen:
                collector.enter(node)
                stack.append(iter(node.contents))
        elif isinstance(node, NavigableString) and (
            not isinstance(node, PreformattedString) or isinstance(node, CData)
        ):
            collector.add(str(node))
