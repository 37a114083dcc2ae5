"""The order in which a page is read: regions across the page, and columns between gutters."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from policydiff.read.layout.lines import Band, Segment
from policydiff.read.layout.options import DEFAULTS

__all__ = ["Region", "regions"]

_CELLS = 400  # a page holds some 60 characters abreast; more steps than this come from coordinates off the paper
_NESTED = 3


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read from top to bottom.

    `slot` says which column they make: nothing across the page, `L` and `R` beside a gutter, `LR` and so on where a
    column is divided again.
    """

    slot: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class _Gutter:
    first: int
    behind: int
    x: float


def regions(bands: list[Band]) -> list[Region]:
    """Take a page apart: what stands above the columns, the columns from left to right, what stands below."""
    if len(bands) > DEFAULTS.column_bands:
        return [Region("", tuple(bands))]
    return _regions(bands, "")


def _regions(bands: list[Band], slot: str) -> list[Region]:
    found: list[Region] = []
    while bands:
        gutter = _gutter(bands, len(slot))
        if gutter is None:
            return [*found, Region(slot, tuple(bands))]
        if gutter.first:
            found += _regions(bands[: gutter.first], slot)
        left, right = _sides(bands[gutter.first : gutter.behind], gutter.x)
        found += _regions(left, slot + "L") + _regions(right, slot + "R")
        bands = bands[gutter.behind :]
    return found


def _sides(bands: list[Band], x: float) -> tuple[list[Band], list[Band]]:
    left: list[Band] = []
    right: list[Band] = []
    for band in bands:
        for side, segments in (
            (left, tuple(segment for segment in band.segments if segment.left < x)),
            (right, tuple(segment for segment in band.segments if segment.left >= x)),
        ):
            if segments:
                side.append(Band(segments))
    return left, right


def _gutter(bands: list[Band], depth: int) -> _Gutter | None:
    """The gutter that divides the most lines, or nothing."""
    if depth >= _NESTED or len(bands) < DEFAULTS.column_lines:
        return None
    em = median(band.size for band in bands) or 1.0
    start, end = min(band.left for band in bands), max(band.right for band in bands)
    step = max(DEFAULTS.gutter_cell * em, (end - start) / _CELLS)
    if not end - start > 2 * DEFAULTS.column_width * em:
        return None
    rows = [_blocked(band.segments, start, step) for band in bands]
    count = int((end - start) / step) + 1
    runs = sorted(
        ((behind - first, first, cell) for cell in range(count) for first, behind in _free_runs(rows, 0b11 << cell)),
        key=lambda run: (-run[0], run[1], run[2]),
    )
    tried: set[tuple[int, ...]] = set()
    for length, top, cell in runs:
        x = start + (cell + 1) * step
        first, behind = _below_headings(bands, top, top + length, x), top + length
        bands_in = bands[first:behind]
        cut = (first, behind, *(sum(segment.left < x for segment in band.segments) for band in bands_in))
        if cut in tried:
            continue
        tried.add(cut)
        if all(_is_column(side, em, depth) for side in _sides(bands_in, x)):
            return _Gutter(first, behind, x)
    return None


def _below_headings(bands: list[Band], first: int, behind: int, x: float) -> int:
    """The first line of columns that hang from one height; a heading above them may stand over the middle one only."""
    left = next((index for index in range(first, behind) if bands[index].left < x), first)
    return left if bands[left].y - bands[first].y > 1.2 * bands[left].size else first


def _blocked(segments: tuple[Segment, ...], start: float, step: float) -> int:
    """The steps of a line that hold text, as bits."""
    mask = 0
    for segment in segments:
        first = max(0, int((segment.left - start) / step))
        last = max(first, int((segment.right - start) / step - 0.01))
        mask |= ((1 << (last - first + 1)) - 1) << first
    return mask


def _free_runs(rows: list[int], mask: int) -> list[tuple[int, int]]:
    """The runs of lines that leave some steps free and are long enough to be columns."""
    runs = []
    first = 0
    for index, row in enumerate([*rows, mask]):
        if row & mask:
            if index - first >= DEFAULTS.column_lines:
                runs.append((first, index))
            first = index + 1
    return runs


def _is_column(side: list[Band], em: float, depth: int) -> bool:
    """Whether what stands on one side of a gutter is running text, not the cells of a table."""
    if len(side) < DEFAULTS.column_lines:
        return False
    edge, full = _common_edge(sorted(band.right for band in side), 2 * em)
    if edge - min(band.left for band in side) < DEFAULTS.column_width * em or full < DEFAULTS.column_full * len(side):
        return False
    single = sum(_is_one_piece(band, em) for band in side)
    return single >= 0.7 * len(side) or _gutter(side, depth + 1) is not None


def _common_edge(places: list[float], reach: float) -> tuple[float, int]:
    """The place that most lines end at or shortly before, and how many do; a wide table may stick out of a column."""
    best = places[0], 0
    first = 0
    for index, place in enumerate(places):
        while place - places[first] > reach:
            first += 1
        best = max(best, (place, index - first + 1), key=lambda edge: (edge[1], edge[0]))
    return best


def _is_one_piece(band: Band, em: float) -> bool:
    """Whether a line is one segment, or a number and what stands behind it: 第一条　为了."""
    segments = band.segments
    return len(segments) == 1 or (len(segments) == 2 and segments[1].left - segments[0].right < 2.5 * em)
