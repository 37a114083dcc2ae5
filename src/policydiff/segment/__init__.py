"""From clean text to a document: its structure, its metadata, and whose words each part gives.

Post-conditions, each tested:

1. the leaves of the tree are ordered, disjoint and join to the clean text exactly;
2. no text is refused: what is not recognised is kept in place as `statement` or `text`;
3. numbers are kept as written, also where they skip or repeat;
4. the cost is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from policydiff.model import Attribution, CleanText, Document, Metadata, Origin, Span, Unit
from policydiff.segment.attribution import Names, attribute, names
from policydiff.segment.lines import Line, lines
from policydiff.segment.metadata import DATE_LINE, read_metadata
from policydiff.segment.region import Region, find_region
from policydiff.segment.sentences import sentences
from policydiff.segment.titles import announced_title
from policydiff.segment.tree import build, freeze, prose

__all__ = ["segment"]


def segment(
    clean: CleanText,
    *,
    origin: Origin,
    id_prefix: str = "",
    instrument: str | None = None,
    passages: Sequence[Span] = (),
) -> Document:
    """Find the structure of a text.

    `passages` are stretches of the clean text that a person has pointed at as speaking of `instrument`: their sentences
    are attributed to it as `inferred`, unless they themselves name another.
    """
    text = clean.text
    rows = tuple(lines(text))
    region = find_region(rows)
    known = names(text)
    fallback = announced_title(text, known) if region and not region.title else None
    metadata = read_metadata(
        text,
        rows,
        (region.title.start, region.title.stop) if region and region.title else None,
        region.body if region else range(0),
        fallback,
    )
    reader = _Reader(text, known, instrument, tuple(passages))
    units = list(_units(reader, rows, region, metadata))
    return Document(clean, metadata, _with_ids(units, id_prefix), origin)


def _units(reader: _Reader, rows: Sequence[Line], region: Region | None, metadata: Metadata) -> Iterator[Unit]:
    if region is None:
        yield from reader.report(rows)
        return
    said = Attribution(metadata.title) if metadata.title else None
    yield from reader.report(rows[: region.body.start])
    if region.title:
        span = Span(rows[region.title.start].span.start, rows[region.title.stop - 1].span.end)
        yield Unit("", "title", span)
    opening = range(region.title.stop if region.title else region.body.start, region.first)
    yield from reader.opening(rows, opening, region.contents, said)
    for node in build(rows[region.first : region.closing.start], law=region.law):
        yield freeze(node, reader.text, said, region.law)
    for line in rows[region.closing.start : region.closing.stop]:
        leaves = tuple(prose(reader.text, line.span, "closing", None, said))
        yield from leaves
    yield from reader.report(rows[region.body.stop :])


class _Reader:
    """Reads the lines outside the numbered provisions."""

    def __init__(self, text: str, known: Names, instrument: str | None, passages: tuple[Span, ...]) -> None:
        self.text = text
        self._known = known
        self._passages = passages
        self._instrument = instrument

    def opening(
        self, rows: Sequence[Line], between: range, contents: range, said: Attribution | None
    ) -> Iterator[Unit]:
        """Status, revision history, table of contents and preamble, between the title and the first number."""
        for i in between:
            line = rows[i]
            if i not in contents and line.text.rstrip().endswith(("。", "：", ":")):
                yield from prose(self.text, line.span, "preamble", None, said)
            else:
                yield Unit("", "text", line.span)

    def report(self, rows: Sequence[Line]) -> Iterator[Unit]:
        """Prose outside the instrument's text: sentences with whose words they give; other lines as they are."""
        for i, line in enumerate(rows):
            words = line.text.strip()
            stamp = DATE_LINE.match(words) or (
                i + 1 < len(rows) and DATE_LINE.match(rows[i + 1].text.strip()) and len(words) <= 40
            )
            if stamp and not words.endswith("。"):
                yield Unit("", "signature", line.span)
            elif not any(mark in words for mark in "。；！？，"):
                yield Unit("", "text", line.span)
            else:
                yield from self._statements(line.span)

    def _statements(self, span: Span) -> Iterator[Unit]:
        cuts = [cut for passage in self._passages for cut in (passage.start, passage.end)]
        pieces = sentences(self.text, span, cuts)
        for piece, said in zip(pieces, attribute(self.text, span, pieces, self._known), strict=True):
            pointed = any(piece in passage for passage in self._passages)
            if said is None and pointed and self._instrument:
                said = Attribution(self._instrument, "inferred")  # noqa: PLW2901 — a person's pointer stands in
            yield Unit("", "statement", piece, attribution=said)


def _with_ids(units: Sequence[Unit], prefix: str) -> tuple[Unit, ...]:
    """Number the units in reading order."""
    numbers = count(1)

    def numbered(unit: Unit) -> Unit:
        own = f"{prefix}{next(numbers)}"
        return replace(unit, id=own, children=tuple(map(numbered, unit.children)))

    return tuple(map(numbered, units))
