"""Sheets to a reading: pages in order, furniture and notes as blocks of their own kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from policydiff.model import Fact
from policydiff.read.layout.columns import regions
from policydiff.read.layout.furniture import Framed, frame
from policydiff.read.layout.glyphs import Sheet, Upright, upright
from policydiff.read.layout.lines import Band, bands_of, words
from policydiff.read.layout.paragraphs import Line, continuations
from policydiff.read.layout.tables import rows_of
from policydiff.read.reading import Builder, Reading

__all__ = ["lay_out"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line to write down: its cells, and the line that decides whether it goes on with the one before."""

    cells: tuple[str, ...]
    line: Line


def lay_out(sheets: Iterable[Sheet], title: str | None = None, facts: tuple[Fact, ...] = ()) -> Reading:
    """The text of some pages, a line a block, in the order in which a person reads it.

    Furniture stands where its page has it; notes at the foot of pages stand behind the text, so that a paragraph that
    runs over a page stays in one piece.
    """
    pages = [(sheet.number, turned, bands_of(turned.glyphs)) for sheet in sheets for turned in (upright(sheet),)]
    framed = frame([(number, turned.height, bands) for number, turned, bands in pages])
    rows = _rows([place for page, frames in zip(pages, framed, strict=True) for place in _places(*page[:2], frames)])
    goes_on = continuations([row.line for row in rows])
    by_page: dict[int, list[tuple[_Row, bool]]] = defaultdict(list)
    for row, more in zip(rows, goes_on, strict=True):
        by_page[row.line.page].append((row, more))
    builder = Builder()
    for (number, turned, _), frames in zip(pages, framed, strict=True):
        _write(builder, f"p. {number}", turned, frames, by_page[number])
    for (number, _, _), frames in zip(pages, framed, strict=True):
        for band in frames.notes:
            builder.add(words(band.glyphs()), "footnote", f"p. {number}")
    return builder.reading(title, facts)


_Measure = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of the text with its page and its region there."""

    page: int
    region: int
    measure: _Measure
    band: Band


def _places(number: int, turned: Upright, frames: Framed) -> Iterator[_Place]:
    """The lines of a page in reading order."""
    for index, region in enumerate(regions(list(frames.body))):
        measure = (round(turned.width, 0), round(turned.height, 0), region.slot)
        for band in region.bands:
            yield _Place(number, index, measure, band)


def _rows(places: list[_Place]) -> list[_Row]:
    """Lines with their cells; a table is looked for over columns and pages, since it may run over them."""
    rows: list[_Row] = []
    for _, group in groupby(places, key=lambda place: (*place.measure[:2], len(place.measure[2]))):
        alike = list(group)
        cells = rows_of(tuple(_from_one_edge(alike)))
        rows += [_row(place, words_of) for place, words_of in zip(alike, cells, strict=True) if words_of]
    return rows


def _from_one_edge(places: list[_Place]) -> Iterator[Band]:
    """The lines as if all columns stood in one place."""
    for _, group in groupby(places, key=lambda place: (place.page, place.region)):
        column = list(group)
        if not column[0].measure[2]:
            yield from (place.band for place in column)
            continue
        left = min(place.band.left for place in column)
        yield from (place.band.moved(-left) for place in column)


def _row(place: _Place, cells: tuple[str, ...]) -> _Row:
    band = place.band
    glyphs = band.glyphs()
    text = cells[0] if len(cells) == 1 else words(glyphs)
    plain = len(cells) == 1 and len(band.segments) < 3  # else a lone row of a table
    line = Line(text, place.page, place.region, place.measure, glyphs, band.left, band.right, band.y, band.size, plain)
    return _Row(cells, line)


def _write(builder: Builder, locator: str, turned: Upright, page: Framed, rows: list[tuple[_Row, bool]]) -> None:
    for text, kind in page.above:
        builder.add(text, kind, locator)
    for row, goes_on in rows:
        if len(row.cells) == 1:
            builder.add(row.cells[0], "line", locator, continues=goes_on)
            continue
        for index, cell in enumerate(row.cells):
            builder.add(cell, "cell", locator, separator="\t" if index else "\n")
    for text in turned.sideways:
        builder.add(text, "text-box", locator)
    for text in turned.slanted:
        builder.add(text, "page-header", locator)
    for text, kind in page.below:
        builder.add(text, kind, locator)
