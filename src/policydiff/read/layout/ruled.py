"""Tables with ruled lines: a character belongs to the cell it stands in, whatever gaps the text leaves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from policydiff.read.grids import is_data_table
from policydiff.read.layout.glyphs import Glyph, Upright
from policydiff.read.layout.lines import Band, Cell, Row, Segment, bands_of, words
from policydiff.read.layout.options import DEFAULTS
from policydiff.read.layout.paragraphs import ENDED, MARKER, first_word
from policydiff.read.layout.rules import Grid, grids

__all__ = ["is_same_table", "joined_row", "page_bands", "texts_of"]

_PARAGRAPHS = 4  # a lone row with a cell of so many is two columns of text and the line between them
_SLACK = 0.35  # em; what a line may leave free beside its last character


@dataclass(frozen=True, slots=True)
class _Table:
    """A table on one page: its grid, its rows from top to bottom, and the glyphs in them."""

    grid: Grid
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    inside: frozenset[int]


def page_bands(pages: Sequence[Upright]) -> list[list[Band]]:
    """The lines of pages from top to bottom, each row of a ruled table being one.

    What only frames a text (a box around columns, a cell that is a page of its own) is no table, and its text stays
    as it stands.  A table that goes on over pages is judged as one.
    """
    tables = [_tables(page) for page in pages]
    for chain in _chains(tables):
        if not _is_data([table for number, table in chain]):
            for number, table in chain:
                tables[number].remove(table)
    return [_bands(page, found) for page, found in zip(pages, tables, strict=True)]


def texts_of(row: Row) -> tuple[str, ...]:
    """What the cells of a row say, each in one line: the paragraphs of a cell are parted by a space."""
    return tuple(" ".join(_paragraphs(cell)) for cell in row.cells)


def is_same_table(above: Row, below: Row) -> bool:
    """Whether two rows have the same columns, though a page may be set further to the left than the one before it."""
    widths = [[x - row.xs[0] for x in row.xs] for row in (above, below)]
    reach = min((cell.lines[0].size for cell in below.cells), default=1.0) / 2
    return len(widths[0]) == len(widths[1]) and all(abs(a - b) <= reach for a, b in zip(*widths, strict=True))


def joined_row(above: Row, below: Row) -> Row | None:
    """A row that a page's end cuts, in one piece; nothing where the second is a row of its own.

    Either one of its cells goes on in the middle of a sentence, or most cells say nothing more; and every cell that
    says something may go on with the one above it.
    """
    over = {cell.column: cell for cell in above.cells}
    cut = 2 * len(below.cells) <= len(above.cells)
    for cell in below.cells:
        before = over.get(cell.column)
        if before is None:
            return None
        ended = bool(ENDED.search(words(before.lines[-1].glyphs())))
        goes_on = _goes_on(before, before.lines[-1], cell.lines[0])
        if not (goes_on or ended):
            return None
        cut = cut or (goes_on and not ended)
        over[cell.column] = replace(before, lines=before.lines + cell.lines)
    return replace(above, cells=tuple(over.values())) if cut else None


def _tables(page: Upright) -> list[_Table]:
    """The grids of a page that hold text, from top to bottom."""
    sizes = [glyph.size for glyph in page.glyphs if not glyph.char.isspace()] if page.rules else []
    if not sizes:
        return []
    found = sorted(grids(page.rules, median(sizes)), key=lambda grid: (grid.ys[0], grid.xs[0]))
    if not found or len(found) > DEFAULTS.tables_of_pages:
        return []
    order = sorted(range(len(page.glyphs)), key=lambda index: _middle(page.glyphs[index]))
    heights = [_middle(page.glyphs[index]) for index in order]
    tables = []
    for grid in found:
        within = sorted(order[bisect_left(heights, grid.ys[0]) : bisect_right(heights, grid.ys[-1])])
        table = _table(grid, page.glyphs, within)
        if table.rows:
            tables.append(table)
    return tables


def _middle(glyph: Glyph) -> float:
    """Half the height of a character above the line that it stands on."""
    return glyph.y - 0.35 * glyph.size


def _table(grid: Grid, glyphs: Sequence[Glyph], within: Sequence[int]) -> _Table:
    held: dict[int, list[Glyph]] = defaultdict(list)
    inside: set[int] = set()
    for index in within:
        glyph = glyphs[index]
        cell = grid.cell_at(glyph.x + glyph.advance / 2, _middle(glyph))
        if cell is not None:
            inside.add(index)
            held[cell].append(glyph)
    lines = {cell: tuple(bands) for cell in sorted(held) if (bands := bands_of(held[cell]))}
    padding: dict[tuple[float, float], float] = {}
    for cell, found in lines.items():
        sides = grid.sides(cell)
        free = min(min(band.left - sides[0], sides[1] - band.right) for band in found)
        most = padding.get(sides, DEFAULTS.cell_padding * found[0].size)
        padding[sides] = max(0.0, min(most, free))
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell, found in lines.items():
        row, column = grid.place(cell)
        left, right = grid.sides(cell)
        rows[row].append(Cell(column, left + padding[left, right], right - padding[left, right], found))
    return _Table(grid, tuple((row, tuple(rows[row])) for row in sorted(rows)), frozenset(inside))


def _chains(tables: list[list[_Table]]) -> list[list[tuple[int, _Table]]]:
    """Tables by page; the last of a page and the first of the next make one if they have the same columns."""
    chains: list[list[tuple[int, _Table]]] = []
    for number, found in enumerate(tables):
        for at, table in enumerate(found):
            before = chains[-1][-1] if chains else None
            if at == 0 and before and before[0] == number - 1 and is_same_table(_head(before[1]), _head(table)):
                chains[-1].append((number, table))
            else:
                chains.append([(number, table)])
    return chains


def _head(table: _Table) -> Row:
    return Row(table.grid.xs, table.rows[0][1], first=True)


def _is_data(tables: Sequence[_Table]) -> bool:
    """Whether ruled boxes hold data: rows of cells, not columns of text."""
    rows = [row for table in tables for row in _judged(table)]
    paired = [row for row in rows if len(row) > 1]
    if len(paired) == 1:
        short = all(cell is None or cell.count("\n") < _PARAGRAPHS - 1 for cell in paired[0])
        return short and is_data_table([*paired, *paired])
    return is_data_table(rows)


def _judged(table: _Table) -> Iterator[list[str | None]]:
    """The rows of a table with what they say, and nothing for a cell that reaches down from above."""
    grid = table.grid
    said = {
        (row, cell.column): "\n".join(_paragraphs(cell)) for row, cells in table.rows for cell in cells
    }  # by the place of its first box
    across = len(grid.xs) - 1
    for row in range(len(grid.ys) - 1):
        owners = sorted(set(grid.owners[row * across : (row + 1) * across]), key=lambda owner: owner % across)
        places = [grid.place(owner) for owner in owners]
        filled = [said[place] if place[0] == row else None for place in places if place in said]
        if any(filled):
            yield filled


def _bands(page: Upright, tables: Sequence[_Table]) -> list[Band]:
    if not tables:
        return bands_of(page.glyphs)
    inside = frozenset().union(*(table.inside for table in tables))
    rest = bands_of(glyph for index, glyph in enumerate(page.glyphs) if index not in inside)
    rows = [band for table in tables for band in _row_bands(table)]
    return sorted(rest + rows, key=lambda band: (band.y, band.left))


def _row_bands(table: _Table) -> Iterator[Band]:
    """The rows of a table as lines of a page, as wide as the table is."""
    xs, ys = table.grid.xs, table.grid.ys
    for at, (row, cells) in enumerate(table.rows):
        glyphs = tuple(glyph for cell in cells for line in cell.lines for glyph in line.glyphs())
        y = min(*(cell.lines[0].y for cell in cells), ys[row + 1])
        size = median(glyph.size for glyph in glyphs)
        yield Band((Segment(glyphs, xs[0], xs[-1], y, size, Row(xs, cells, at == 0)),))


def _paragraphs(cell: Cell) -> list[str]:
    """What a cell says, its lines put together again."""
    paragraphs = [words(cell.lines[0].glyphs())]
    for before, line in pairwise(cell.lines):
        text = words(line.glyphs())
        if not _goes_on(cell, before, line):
            paragraphs.append(text)
        elif _is_letter(paragraphs[-1][-1]) and _is_letter(text[0]):
            paragraphs[-1] += f" {text}"
        else:
            paragraphs[-1] += text
    return paragraphs


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _goes_on(cell: Cell, before: Band, line: Band) -> bool:
    """Whether a line of a cell is the rest of the one before it: its first word no longer fitted there."""
    em = before.size
    left, right = before.left - cell.left, cell.right - before.right
    centred = abs(left - right) <= em / 2
    flushed = right < em / 2 and left > 3 * em  # set to the right, where it is no first line that is set in
    free = left + right if centred else left if flushed else right
    if free >= first_word(line.glyphs()) + _SLACK * em:
        return False
    if not ENDED.search(words(before.glyphs())):
        return True
    return not MARKER.match(words(line.glyphs())) and (centred or line.left - before.left <= DEFAULTS.indent * em)
