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
from policydiff.read.layout.lines import Band, Row, words
from policydiff.read.layout.paragraphs import Line, continuations
from policydiff.read.layout.ruled import is_same_table, joined_row, page_bands, texts_of
from policydiff.read.layout.tables import rows_of
from policydiff.read.reading import Builder, Reading

__all__ = ["lay_out"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line to write down: its cells, and the line that decides whether it goes on with the one before."""

    cells: tuple[str, ...]
    line: Line
    kind: str = "line"


def lay_out(sheets: Iterable[Sheet], title: str | None = None, facts: tuple[Fact, ...] = ()) -> Reading:
    """The text of some pages, a line a block, in the order in which a person reads it.

    Furniture stands where its page has it; notes at the foot of pages stand behind the text, so that a paragraph that
    runs over a page stays in one piece.
    """
    numbered = [(sheet.number, upright(sheet)) for sheet in sheets]
    bands_by_page = page_bands([turned for _, turned in numbered])
    pages = [(number, turned, bands) for (number, turned), bands in zip(numbered, bands_by_page, strict=True)]
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
    for (*_, ruled), group in groupby(places, key=_likeness):
        alike = list(group)
        if ruled:
            rows += _ruled_rows([(place, row) for place in alike if (row := place.band.row)])
            continue
        cells = rows_of(tuple(_from_one_edge(alike)))
        rows += [_row(place, words_of) for place, words_of in zip(alike, cells, strict=True) if words_of]
    return rows


def _likeness(place: _Place) -> tuple[float, float, int, bool]:
    width, height, slot = place.measure
    return width, height, len(slot), place.band.row is not None


def _ruled_rows(places: list[tuple[_Place, Row]]) -> Iterator[_Row]:
    """The rows of ruled tables that follow each other; where a page is turned, the head is repeated or a row is cut."""
    written: list[tuple[_Place, Row, str]] = []
    top = head = last = 0  # where the table starts; how many rows of its head this page repeats; the last row of all
    turned = False
    for at, (place, row) in enumerate(places):
        if row.first:
            above = places[at - 1] if at else None
            turned = above is not None and above[0].page != place.page and is_same_table(above[1], row)
            top, head = (top if turned else len(written)), 0
        if turned and top + head < last and texts_of(written[top + head][1]) == texts_of(row):
            written.append((place, row, "page-header"))
            head += 1
            continue
        whole = joined_row(written[last][1], row) if turned else None
        if whole is None:
            last = len(written)
            written.append((place, row, "line"))
        else:
            written[last] = (written[last][0], whole, "line")
        turned = False
    for place, row, kind in written:
        yield _row(place, texts_of(row), kind)


def _from_one_edge(places: list[_Place]) -> Iterator[Band]:
    """The lines as if all columns stood in one place."""
    for _, group in groupby(places, key=lambda place: (place.page, place.region)):
        column = list(group)
        if not column[0].measure[2]:
            yield from (place.band for place in column)
            continue
        left = min(place.band.left for place in column)
        yield from (place.band.moved(-left) for place in column)


def _row(place: _Place, cells: tuple[str, ...], kind: str = "line") -> _Row:
    band = place.band
    glyphs = band.glyphs()
    ruled = band.row is not None
    text = cells[0] if len(cells) == 1 else words(glyphs)
    plain = len(cells) == 1 and len(band.segments) < 3 and not ruled  # else a lone row of a table
    edges = (band.left, band.right, band.y, band.size)
    return _Row(cells, Line(text, place.page, place.region, place.measure, glyphs, *edges, plain, ruled), kind)


def _write(builder: Builder, locator: str, turned: Upright, page: Framed, rows: list[tuple[_Row, bool]]) -> None:
    for text, kind in page.above:
        builder.add(text, kind, locator)
    for row, goes_on in rows:
        if row.kind != "line":
            builder.add(" ".join(row.cells), row.kind, locator)
            continue
        if len(row.cells) == 1:
            builder.add(row.cells[0], "cell" if row.line.ruled else "line", locator, continues=goes_on)
            continue
        for index, cell in enumerate(row.cells):
            builder.add(cell, "cell", locator, separator="\t" if index else "\n")
    for text in turned.sideways:
        builder.add(text, "text-box", locator)
    for text in turned.slanted:
        builder.add(text, "page-header", locator)
    for text, kind in page.below:
        builder.add(text, kind, locator)
