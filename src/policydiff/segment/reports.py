"""What stands outside an instrument's own text: reports of it, notices, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.model import Attribution, Span, Unit
from policydiff.patterns import lazy
from policydiff.segment.attribution import Voices
from policydiff.segment.lines import Line
from policydiff.segment.sentences import sentences
from policydiff.segment.signatures import signs

__all__ = ["Reporter", "is_report"]

_TELLS = lazy("解读|问答|一图读懂|答记者问|发布会|来了|出台|发布")
_HEAD = 3  # lines of a page that can be its headline


def is_report(text: str, lines: Sequence[Line], numbered: Sequence[Line], voices: Voices) -> bool:
    """Whether numbered lines are the subheads of a report or an explanation (政策解读), not provisions.

    An instrument's own text does not speak of itself in the third person; a report does so all the time.
    """
    spoken = 0
    for line in numbered:
        spoken += sum(voices.names_itself(piece.of(text)) for piece in sentences(text, line.span))
    headline = any(_TELLS.search(line.text) for line in lines[:_HEAD])
    return spoken >= (1 if headline else 2)


class Reporter:
    """Reads prose outside the provisions into statements, each with whose words it gives."""

    def __init__(self, text: str, voices: Voices, instrument: str | None, passages: Sequence[Span]) -> None:
        self._text = text
        self._voices = voices
        self._instrument = instrument
        self._passages = tuple(passages)

    def units(self, rows: Sequence[Line]) -> Iterator[Unit]:
        """The units of some lines: statements, signatures, and lines that are no sentence."""
        for i, line in enumerate(rows):
            words = line.words
            if signs(rows, i):
                yield Unit("", "signature", line.span)
            elif not any(mark in words for mark in "。；！？，"):
                yield Unit("", "text", line.span)
            else:
                yield from self._statements(line.span)

    def _statements(self, span: Span) -> Iterator[Unit]:
        whole = sentences(self._text, span)
        cuts = [cut for passage in self._passages for cut in (passage.start, passage.end)]
        pieces = sentences(self._text, span, [*cuts, *self._voices.cuts(whole)])
        for piece, said in zip(pieces, self._voices.attribute(span, pieces), strict=True):
            yield Unit("", "statement", piece, attribution=said or self._pointed(piece))

    def _pointed(self, piece: Span) -> Attribution | None:
        """A person's pointer stands in where the text itself names no instrument."""
        pointed = self._instrument and any(piece in passage for passage in self._passages)
        return Attribution(self._instrument, "inferred") if pointed and self._instrument else None
