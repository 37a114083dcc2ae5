"""From clean text to a document: its structure, its metadata, and whose words each part gives.

Post-conditions, each tested:

1. the leaves of the tree are ordered, disjoint and join to the clean text exactly;
2. no text is refused: what is not recognised is kept in place as `statement` or `text`;
3. numbers are kept as written, and noted where they skip, repeat or run backwards;
4. the cost is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from policydiff.model import Attribution, CleanText, Document, Metadata, Origin, Span, Unit
from policydiff.patterns import lazy
from policydiff.segment.annexes import annexes
from policydiff.segment.attribution import Voices
from policydiff.segment.freezing import freeze
from policydiff.segment.lines import Line, lines
from policydiff.segment.metadata import read_metadata
from policydiff.segment.names import names
from policydiff.segment.narration import is_headline, narrates
from policydiff.segment.oddities import oddities
from policydiff.segment.paragraphs import prose
from policydiff.segment.region import Region, find_region
from policydiff.segment.reports import Reporter, is_report
from policydiff.segment.titles import announced_title, own_title
from policydiff.segment.tree import build

__all__ = ["segment"]

_SUPPLEMENT = lazy(r"^\s*附\s*则\s*$")


def segment(
    clean: CleanText,
    *,
    origin: Origin,
    id_prefix: str = "",
    instrument: str | None = None,
    passages: Sequence[Span] = (),
    reported: bool = False,
) -> Document:
    """Find the structure of a text.

    Of a text that is `reported`, as somebody knows who has seen it, numbered lines without the instrument's title above
    them are subheads of the report.

    `passages` are stretches of the clean text that a person has pointed at as speaking of `instrument`: their sentences
    are attributed to it as `inferred`, unless they themselves name another.
    """
    text = clean.text
    rows = tuple(lines(text))
    known = names(text, instrument)
    voices = Voices(text, known)
    headlines = [clean.source.title or "", *(fact.value for fact in clean.source.facts if fact.key == "title")]
    region = find_region(rows, headlines)
    if region and _is_told(text, rows, region, voices, reported=reported):
        region = None
    fallback = None
    if region is None:
        fallback = own_title(rows)
    elif not region.title:
        fallback = announced_title(text, known)
    title, body, first = (region.title, region.body, region.first) if region else (range(0), range(0), len(rows))
    metadata = read_metadata(text, rows, title, body, first, fallback, facts=clean.source.facts)
    reporter = Reporter(text, voices, instrument, passages)
    units = _with_ids(list(_units(text, rows, region, metadata, reporter)), id_prefix)
    return Document(clean, metadata, units, origin, oddities(units))


def _is_told(text: str, rows: Sequence[Line], region: Region, voices: Voices, *, reported: bool) -> bool:
    """Whether numbered lines are a narrator's, and no provisions."""
    title = "".join(line.words for line in rows[region.title.start : region.title.stop])
    if (not title or is_headline(title)) and (reported or narrates(rows[: region.first], rows[region.first :])):
        return True
    return not region.scheme.law and is_report(text, rows, rows[region.first : region.body.stop], voices)


def _units(
    text: str, rows: Sequence[Line], region: Region | None, metadata: Metadata, reporter: Reporter
) -> Iterator[Unit]:
    if region is None:
        yield from reporter.units(rows, whole=True)
        return
    said = Attribution(metadata.title) if metadata.title else None
    yield from reporter.units(rows[: region.body.start])
    if region.title:
        yield Unit("", "title", Span(rows[region.title.start].span.start, rows[region.title.stop - 1].span.end))
    for i in range(region.title.stop if region.title else region.body.start, region.first):
        # status, revision history, table of contents and preamble
        if i not in region.contents and rows[i].words.endswith(("。", "：", ":")):
            yield from prose(text, rows[i].span, "preamble", None, said)
        else:
            yield Unit("", "text", rows[i].span)
    for chapter, under in _by_supplement(rows[region.first : region.closing.start]):
        units = tuple(freeze(node, text, said, region.scheme) for node in build(under, region.scheme))
        if chapter is None or not units:
            yield from units
            continue
        heading = Unit("", "heading", chapter.span, attribution=said)
        span = Span(chapter.span.start, units[-1].span.end)
        yield Unit("", "chapter", span, None, "", chapter.words, said, (heading, *units))
    for line in rows[region.closing.start : region.closing.stop]:
        yield from prose(text, line.span, "closing", None, said)
    yield from annexes(text, rows[region.body.stop :], said, reporter)


def _by_supplement(rows: Sequence[Line]) -> Iterator[tuple[Line | None, Sequence[Line]]]:
    """The numbered lines, parted where an unnumbered 附则 stands as the heading over the last articles."""
    heads = [
        i for i, row in enumerate(rows) if _SUPPLEMENT.match(row.words) and i + 1 < len(rows) and rows[i + 1].marker
    ]
    at, head = 0, None
    for i in heads:
        yield head, rows[at:i]
        at, head = i + 1, rows[i]
    yield head, rows[at:]


def _with_ids(units: Sequence[Unit], prefix: str) -> tuple[Unit, ...]:
    """Number the units in reading order."""
    numbers = count(1)

    def numbered(unit: Unit) -> Unit:
        own = f"{prefix}{next(numbers)}"
        children = tuple(map(numbered, unit.children)) if unit.children else ()
        return Unit(own, unit.kind, unit.span, unit.address, unit.label, unit.heading, unit.attribution, children)

    return tuple(map(numbered, units))
