"""HTML: all visible text of a page, block by block, in reading order.

Beautiful Soup over lxml, because lxml on its own drops text without a word from about 255 nested elements on.  Both are
imported when the first page is read: they cost more than the rest of a run on plain text.  The tree is walked with a
stack of our own, so that a page of ten thousand nested elements is a page like any other.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.model import Block, Span

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

__all__ = ["read_html"]

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol optgroup option
    p pre section select summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of fifty quoted names is no easier to read
)
_UNSEEN = frozenset(
    (
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "svg",
        "iframe",
        "audio",
        "video",
        "canvas",
        "datalist",
    )
)
_PREFORMATTED = frozenset(("pre", "textarea", "listing", "xmp"))
_KINDS = {"td": "cell", "th": "cell"}
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_GAP = re.compile(
    r"[ \t\n\f\r]+"
)  # what HTML calls white space: neither U+00A0 nor U+3000, which authors set on purpose
_EAST_ASIAN = r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’—…]"
_SEGMENT_BREAK = re.compile(rf"(?<={_EAST_ASIAN})[ \t\f]*\n[ \t\n\f]*(?={_EAST_ASIAN})")


def read_html(text: str) -> tuple[str, tuple[Block, ...], str | None]:
    """The visible text of a page, its blocks, and its title.

    Every block-level element and every `<br>` starts a block; the blocks are joined by line ends.  White space
    collapses as a browser collapses it; a line break in the markup between two Chinese characters is nothing at all.
    """
    soup = _parse(text)
    collector = _Collector()
    _walk(soup, collector)
    collector.flush()
    title = soup.find("title")
    words = _GAP.sub(" ", "".join(title.strings)).strip() if title is not None else ""
    return "\n".join(collector.texts), tuple(collector.blocks), words or None


def _parse(text: str) -> Tag:
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning  # noqa: PLC0415

    # libxml2 ends the page at a NUL, and takes an XML declaration for a charset that the decoded text no longer has
    markup = _XML_DECLARATION.sub("", text.replace("\0", ""), count=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(markup, "lxml")


@dataclass(slots=True)
class _Collector:
    """The blocks so far, and the one being filled."""

    texts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=lambda: ["body"])
    depth: int = 0
    links: int = 0
    preformatted: int = 0
    at: int = 0

    def add(self, words: str) -> None:
        """Take in a run of text; in preformatted text every line is a block."""
        if not self.preformatted:
            self.parts.append((words, self.links > 0))
            return
        for number, line in enumerate(words.split("\n")):
            if number:
                self.flush()
            self.parts.append((line, self.links > 0))

    def flush(self) -> None:
        """End the block being filled."""
        if not self.parts:
            return
        parts, self.parts = self.parts, []
        raw = "".join(words for words, _ in parts)
        words = raw.rstrip() if self.preformatted else _GAP.sub(" ", _SEGMENT_BREAK.sub("", raw)).strip(" ")
        if not words.strip():
            return
        total = len("".join(raw.split()))
        linked = sum(len("".join(part.split())) for part, link in parts if link)
        self.blocks.append(
            Block(
                span=Span(self.at, self.at + len(words)),
                kind=_KINDS.get(self.kinds[-1], self.kinds[-1]),
                locator=f"¶{len(self.blocks) + 1}",
                links=round(linked / total, 3),
                depth=self.depth,
            )
        )
        self.texts.append(words)
        self.at += len(words) + 1

    def enter(self, name: str) -> None:
        """Step into an element."""
        if name in _BLOCKS:
            self.flush()
            self.kinds.append(name)
        elif name == "br":
            self.flush()
        self.depth += 1
        self.links += name == "a"
        self.preformatted += name in _PREFORMATTED

    def leave(self, name: str) -> None:
        """Step out of it again."""
        if name in _BLOCKS:
            self.flush()
            self.kinds.pop()
        self.depth -= 1
        self.links -= name == "a"
        self.preformatted -= name in _PREFORMATTED


def _walk(root: Tag, collector: _Collector) -> None:
    from bs4.element import CData, NavigableString, PreformattedString, Tag  # noqa: PLC0415

    stack: list[tuple[str, Iterator[PageElement]]] = [("", iter(root.contents))]
    while stack:
        node = next(stack[-1][1], None)
        if node is None:
            name, _ = stack.pop()
            if name:
                collector.leave(name)
        elif isinstance(node, Tag):
            if node.name not in _UNSEEN:
                collector.enter(node.name)
                stack.append((node.name, iter(node.contents)))
        elif isinstance(node, NavigableString) and (
            not isinstance(node, PreformattedString) or isinstance(node, CData)
        ):
            collector.add(str(node))
