"""Links to where words were captured: the page, with a text fragment that marks the very words on it.

See https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=start,end`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from policydiff.model import Document, Span, Unit
from policydiff.render.comparison.clauses import Piece
from policydiff.render.wording.places import Side

__all__ = ["OriginLinks", "text_fragment", "web_address"]

_URL_SAFE = ":/?#@!$&'()*+,;=%~"
_WHOLE = 40
_EDGE = 16
_PAGE = re.compile(r"p\. (\d{1,6})")


def web_address(url: str | None) -> str | None:
    """An address that may be followed: one of the web, and nothing that a browser would run.

    >>> web_address("javascript:alert(1)"), web_address("https://x.example/政策 1")
    (None, 'https://x.example/%E6%94%BF%E7%AD%96%201')
    """
    if url is None or not re.match(r"https?://[^/\s]", url, re.IGNORECASE):
        return None
    return quote(url, safe=_URL_SAFE, errors="replace")


def text_fragment(words: str) -> str:
    """The directive that marks a passage: all of it where it is short, else how it begins and ends.

    >>> text_fragment("给予50-80万元")
    'text=%E7%BB%99%E4%BA%8850%2D80%E4%B8%87%E5%85%83'
    """
    lines = [line.strip() for line in re.split(r"[\n\t]", words) if line.strip()]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= _WHOLE:
        return f"text={_encoded(lines[0])}"
    return f"text={_encoded(lines[0][:_EDGE].strip())},{_encoded(lines[-1][-_EDGE:].strip())}"


class OriginLinks:
    """Finds the words of rows in the captures of one side, provision by provision in reading order."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._reached: dict[str, int] = {}

    def of(self, units: Iterable[str], pieces: tuple[Piece, ...]) -> str | None:
        """The address of a row's words, which stand in one of these units."""
        words = "".join(piece.text for piece in pieces).strip()
        if not words:
            return None
        for unit_id in units:
            if unit_id not in self._side.units:
                continue
            document, unit = self._side.units[unit_id]
            url = web_address(document.origin.url)
            span = self._find(document, unit, words) if url else None
            if url and span:
                return _addressed(url, document, span)
        return None

    def _find(self, document: Document, unit: Unit, words: str) -> Span | None:
        opening = words[:_WHOLE]
        reached = self._reached.get(unit.id, unit.span.start)
        start = document.text.find(opening, reached, unit.span.end)
        if start < 0 and reached > unit.span.start:
            start = document.text.find(opening, unit.span.start, unit.span.end)
        if start < 0:
            return None
        end = min(start + len(words), unit.span.end)
        self._reached[unit.id] = end
        return Span(start, end)


def _addressed(url: str, document: Document, span: Span) -> str:
    source = document.clean.source
    there = document.clean.to_source(span)
    if page := _PAGE.match(source.locator(there.start)):
        return url if "#" in url else f"{url}#page={page[1]}"
    directive = text_fragment(there.of(source.text))
    if not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{directive}"


def _encoded(words: str) -> str:
    return quote(words, safe="", errors="replace").replace("-", "%2D")
