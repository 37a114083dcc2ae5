"""Rows and cells: lines that keep the same gaps, row after row."""

from __future__ import annotations

from policydiff.patterns import lazy
from policydiff.read.layout.glyphs import Glyph
from policydiff.read.layout.lines import Band, segments_of, words
from policydiff.read.layout.options import DEFAULTS

__all__ = ["rows_of"]

_MARKER = lazy(
    r"第[一二三四五六七八九十百千零〇两\d]{1,7}[编章节条款]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,3}[.、．)）]|[①-⑳•·●■◆○]"
)
_Gap = tuple[float, float]
_FAR = 1e9


def rows_of(bands: tuple[Band, ...]) -> list[tuple[str, ...]]:
    """The texts of lines: one for a plain line, several for a row of a table, none where the row above took it in.

    A number with a gap behind it (第一条　为了) is no first cell, however many of them stand below each other.
    """
    cut = [Band(tuple(segments_of(band.glyphs(), DEFAULTS.cell_gap))) for band in bands]
    rows: list[tuple[str, ...]] = []
    at = 0
    while at < len(bands):
        behind, gaps = _table(cut, at)
        if behind == at:
            rows.append((words(bands[at].glyphs()),))
            at += 1
            continue
        rows_in, at = _rows(cut, at, behind, gaps)
        rows += rows_in
    return rows


def _table(bands: list[Band], at: int) -> tuple[int, list[_Gap]]:
    """Where the table that starts at a line ends, and the gaps between its columns; `at` itself where there is none."""
    none: tuple[int, list[_Gap]] = at, []
    if not _is_row(bands[at]):
        return none
    gaps = _gaps(bands[at])
    kept, behind, full = gaps, at + 1, 1
    for index in range(at + 1, len(bands)):
        gaps = _common(gaps, _gaps(bands[index]))
        inner = [gap for gap in gaps if gap[0] > -_FAR and gap[1] < _FAR]
        if not inner:
            break
        if _is_row(bands[index]):
            kept, behind, full = inner, index + 1, full + 1
    rows = 2 if all(len(band.segments) > 2 for band in bands[at:behind]) and len(kept) > 1 else DEFAULTS.table_rows
    return (behind, kept) if full >= rows else none


def _is_row(band: Band) -> bool:
    pieces = band.segments
    if len(pieces) < 2:
        return False
    return len(pieces) > 2 or not _MARKER.fullmatch(words(pieces[0].glyphs))


def _gaps(band: Band) -> list[_Gap]:
    """The free stretches of a line, those beside its text included."""
    gaps = [(-_FAR, band.left)]
    end = band.segments[0].right
    for segment in band.segments[1:]:
        if segment.left > end:
            gaps.append((end, segment.left))
        end = max(end, segment.right)
    return [*gaps, (end, _FAR)]


def _common(here: list[_Gap], there: list[_Gap]) -> list[_Gap]:
    """What two lists of gaps share; both run from left to right."""
    shared = []
    left = right = 0
    while left < len(here) and right < len(there):
        start, end = max(here[left][0], there[right][0]), min(here[left][1], there[right][1])
        if end > start:
            shared.append((start, end))
        if here[left][1] < there[right][1]:
            left += 1
        else:
            right += 1
    return shared


_Cell = tuple[Glyph, ...]


def _cells(band: Band, gaps: list[_Gap]) -> list[_Cell]:
    """The glyphs of a row, cut at the gaps; an empty cell holds none."""
    cells = []
    rest = list(band.segments)
    for _, end in [*gaps, (_FAR, _FAR)]:
        here = [segment for segment in rest if segment.left < end]
        rest = rest[len(here) :]
        cells.append(tuple(glyph for segment in here for glyph in segment.glyphs))
    return cells


def _rows(bands: list[Band], first: int, behind: int, gaps: list[_Gap]) -> tuple[list[tuple[str, ...]], int]:
    """The texts of a table's rows, and the line behind it; a last row may go on below the last that has all cells."""
    cells = [_cells(band, gaps) for band in bands[first:behind]]
    edges = [max((cell[-1].end for cell in column if cell), default=0.0) for column in zip(*cells, strict=True)]
    texts: list[list[str]] = []
    whole = 0  # the last line that starts a row
    above: list[_Cell] = []
    for index in range(first, len(bands)):
        here = _cells(bands[index], gaps)
        rest = bool(above) and bands[index].left > gaps[0][0] and _is_rest(here, above, edges)
        if not rest and index >= behind:
            break
        texts.append([words(cell) for cell in here])
        if rest:
            texts[whole] = [cell + more for cell, more in zip(texts[whole], texts[-1], strict=True)]
            texts[-1] = []
        else:
            whole = len(texts) - 1
        above = here
    return [tuple(text for text in row if text) for row in texts], first + len(texts)


def _is_rest(here: list[_Cell], above: list[_Cell], edges: list[float]) -> bool:
    """Whether the cells of a line go on with those above: these are full and as wide, and start or lie above."""
    for cell, over, edge in zip(here, above, edges, strict=True):
        if not cell:
            continue
        if not over or over[-1].end < edge - 1.3 * over[-1].size or over[0].size != cell[0].size:
            return False
        if cell[-1].end - cell[0].x > over[-1].end - over[0].x + over[0].size / 2:
            return False
        reach = DEFAULTS.indent * cell[0].size
        middle = abs(cell[0].x + cell[-1].end - over[0].x - over[-1].end) / 2
        if abs(cell[0].x - over[0].x) > reach and middle > reach:
            return False
    return True
