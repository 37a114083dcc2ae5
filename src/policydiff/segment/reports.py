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

_TELLS = lazy("解读|问答|一图读懂|图解|答记者问|发布会|来了|出台|发布|速递|速读|速览|划重点|亮点|(?<!工作)要点")
_ISSUES = lazy(
    r"(?<!关于)(?:发布|印发|出台|公布|颁布|下发|推出|制定)(?:实施)?(?:了)?(?:关于)?《[^《》]{4,80}》(?!的?通知)|"
    r"《[^《》]{4,80}》[^。《》]{0,40}?(?:正式|日前|近日|已)(?:发布|印发|出台|公布|颁布|施行|实施)"
)
_SUMS_UP = lazy(
    r"(?<!工作)要点(?:如下|来了|速览|一览|[：:])|(?:主要|核心|重点)(?:内容|举措|措施|条款)(?:如下|包括|有)?[：:。]|(?:内容|亮点)(?:如下|包括)"
)
_HEADING = lazy(r"[\d一二三四五六七八九十]{1,3}[、.． ]?[^\d。；！？]{2,24}$")
"""02 送托，有补贴: a subhead, which ends nothing."""
_HEAD = 3  # lines of a page that can be its headline


def is_report(text: str, lines: Sequence[Line], numbered: Sequence[Line], voices: Voices) -> bool:
    """Whether numbered lines are the subheads of a report or an explanation (政策解读), not provisions.

    An instrument's own text does not speak of itself in the third person; a report does so all the time, or tells who
    issued it and announces what follows as a summary: 某局印发《办法》，要点如下：.
    """
    head = [line.text for line in lines if numbered and line.span.end <= numbered[0].span.start and line.words]
    if _summary(head) or (head and head[-1].rstrip().endswith(("：", ":")) and voices.names_itself(head[-1])):
        return True
    spoken = 0
    for line in numbered:
        spoken += sum(voices.names_itself(piece.of(text)) for piece in sentences(text, line.span))
    headline = any(_TELLS.search(line.text) for line in lines[:_HEAD])
    return spoken >= (1 if headline else 2)


def _summary(head: Sequence[str]) -> bool:
    """Whether the lines before the first number tell of an instrument's publication and lead to a summary of it."""
    return any(_SUMS_UP.search(text) for text in head[-_HEAD:]) and any(_ISSUES.search(text) for text in head)


class Reporter:
    """Reads prose outside the provisions into statements, each with whose words it gives."""

    def __init__(self, text: str, voices: Voices, instrument: str | None, passages: Sequence[Span]) -> None:
        self._text = text
        self._voices = voices
        self._instrument = instrument
        self._passages = tuple(passages)

    def units(self, rows: Sequence[Line], *, whole: bool = False) -> Iterator[Unit]:
        """The units of some lines: statements, signatures, and lines that are no sentence.

        Of a `whole` report that speaks of one instrument only, the lines under one that leads to its content go on
        with it until somebody else speaks.
        """
        one = (
            self._voices.the_one([part for row in rows for part in sentences(self._text, row.span)]) if whole else None
        )
        lead: str | None = None
        before: str | None = None
        told = not whole  # nothing signs a report above its first sentence: there stand its headline and its day
        for i, line in enumerate(rows):
            words = line.words
            told = told or "。" in words
            if told and signs(rows, i):
                yield Unit("", "signature", line.span)
                continue
            below = rows[i + 1].marker if i + 1 < len(rows) else None
            opens = below is not None and below.place.number == 1
            leads = bool(one) and self._voices.leads(words, one or "", opens=opens)
            if not any(mark in words for mark in "。；！？，") and not (lead and self._voices.states(words, lead)):
                yield Unit("", "text", line.span)
                lead = one if leads else lead
                continue
            said = tuple(self._statements(line.span, lead, before))
            yield from said
            if _HEADING.match(words) and said[-1].attribution is None:
                continue
            speaking = {part.attribution.instrument for part in said if part.attribution}
            if speaking or not words.startswith("“"):
                before = one if speaking == {one} else None
            if leads:
                lead = one
            elif said[-1].attribution is None and not words.endswith(("？", "?")) and not self._voices.is_listed(words):
                lead = None

    def _statements(self, span: Span, lead: str | None, before: str | None) -> Iterator[Unit]:
        whole = sentences(self._text, span)
        cuts = [cut for passage in self._passages for cut in (passage.start, passage.end)]
        pieces = sentences(self._text, span, [*cuts, *self._voices.cuts(whole)])
        for piece, said in zip(pieces, self._voices.attribute(span, pieces, lead, before), strict=True):
            yield Unit("", "statement", piece, attribution=said or self._pointed(piece))

    def _pointed(self, piece: Span) -> Attribution | None:
        """A person's pointer stands in where the text itself names no instrument."""
        pointed = self._instrument and any(piece in passage for passage in self._passages)
        return Attribution(self._instrument, "inferred") if pointed and self._instrument else None
