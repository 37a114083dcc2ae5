"""Marked words as runs of a paragraph, and texts of several lines as paragraphs of a cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from policydiff.render.comparison.clauses import Piece, trimmed
from policydiff.render.docx.elements import Xml, element, fonts, run
from policydiff.render.docx.package import GOTHIC
from policydiff.render.printable import printable

__all__ = ["Marks", "Words", "bold", "inline", "lines", "marked", "plain"]

Marks = Literal["bold", "underline"]
Words = tuple[str, tuple[str, ...]]
"""A stretch of words with the names of its marks."""


def plain(text: str) -> list[Words]:
    """Words without a mark."""
    return [(printable(text), ())] if text else []


def bold(text: str) -> list[Words]:
    """Words of a head."""
    return [(printable(text), ("bold",))] if text else []


def marked(pieces: Iterable[Piece], style: Marks, *, old: bool) -> list[Words]:
    """A clause of one side with what was deleted or added marked, and no white space at its ends."""
    mark = ("strike",) if old else (style,)
    shown = trimmed(tuple(Piece(piece.changed, printable(piece.text)) for piece in pieces))
    return [(piece.text, mark if piece.changed else ()) for piece in shown]


def inline(words: Iterable[Words]) -> list[Xml]:
    """The runs of one paragraph, its line breaks within it."""
    return [run(text, _looks(marks)) for text, marks in words]


def lines(words: Iterable[Words], size: int) -> Iterator[list[Xml]]:
    """The runs of each line, in letters of so many half-points."""
    line: list[Xml] = []
    for text, marks in words:
        first, *others = text.split("\n")
        if first:
            line.append(run(first, _looks(marks, size)))
        for other in others:
            if line:
                yield line
            line = [run(other, _looks(marks, size))] if other else []
    yield line


def _looks(marks: tuple[str, ...], size: int = 0) -> list[Xml]:
    """The properties of a run, in the order that the standard asks for."""
    found = []
    if "bold" in marks:
        found += [fonts(GOTHIC), element("b")]
    if "strike" in marks:
        found.append(element("strike"))
    if size:
        found += [element("sz", val=size), element("szCs", val=size)]
    if "underline" in marks:
        found.append(element("u", val="single"))
    return found
