"""What of a version is aligned: its articles, or the statements of a report that are the instrument's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.model import Document, Unit, Version
from policydiff.patterns import lazy
from policydiff.similarity import Grams, grams

__all__ = ["FIGURES", "Text", "content", "texts"]

FIGURES = lazy(
    r"(?<![\d.,])[.,]*+\d[\d.,%％万亿千百元年个]*+"
    r"|[一二三四五六七八九十百千万亿]{1,32}(?=[元年个亿万])"
)
"""Amounts, rates and periods: one sum plays many roles in one text."""


@dataclass(frozen=True, slots=True)
class Text:
    """A unit to align, with its words: the number it bears is no part of them, nor is the unit in charge of it, since
    one office has charge of many articles.

    `reported` tells a report's statement about the instrument from the instrument's own text.
    """

    unit: Unit
    document: Document
    words: str
    reported: bool = False


def texts(version: Version) -> tuple[Text, ...]:
    """The units of a version that are aligned, in reading order.

    Of a full text: articles, preamble, closing provisions, and each annex as a whole; a text without any numbering is
    taken paragraph by paragraph.  Of an excerpt: its articles, if it quotes any, and the statements that are this
    work's, and no others.
    """
    found = tuple(_found(version))
    if not found and version.coverage == "full":
        found = tuple(_everything(version))
    return (*found, *_annexes(version))


def _annexes(version: Version) -> Iterator[Text]:
    """A rate may stand in a table behind the text (标准见附件); an explanation that is annexed lays nothing down."""
    if version.coverage == "full":
        for document in version.documents:
            for unit in document.units:
                if unit.kind == "annex" and not any(part.kind == "statement" for part in unit.walk()):
                    yield Text(unit, document, document.text_of(unit).strip().removeprefix(unit.label))


def _found(version: Version) -> Iterator[Text]:
    for document in version.documents:
        for unit in _outside_annexes(document):
            if unit.kind == "article":
                yield Text(unit, document, _words(unit, document).strip().removeprefix(unit.label))
            elif unit.kind in {"preamble", "closing"}:
                yield Text(unit, document, document.text_of(unit))
            elif version.reported_in(unit):
                yield Text(unit, document, document.text_of(unit), reported=True)


def _outside_annexes(document: Document) -> Iterator[Unit]:
    return (unit for top in document.units if top.kind != "annex" for unit in top.walk())


def _everything(version: Version) -> Iterator[Text]:
    for document in version.documents:
        for unit in _outside_annexes(document):
            if not unit.children and unit.kind in {"statement", "text"}:
                yield Text(unit, document, document.text_of(unit))


def _words(unit: Unit, document: Document) -> str:
    kept, start = [], unit.span.start
    for duty in unit.walk():
        if duty.kind == "responsibility":
            kept.append(document.text[start : duty.span.start])
            start = duty.span.end
    return "".join((*kept, document.text[start : unit.span.end]))


def content(words: str) -> Grams:
    """The pairs of characters of a text without its figures."""
    return grams(FIGURES.sub(" ", words))
