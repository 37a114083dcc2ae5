"""Lines drawn on a page, and the grids of cells that they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policydiff.read.layout.options import DEFAULTS

__all__ = ["Grid", "Rule", "bounds", "drawn", "grids"]


class Rule(NamedTuple):
    """A straight thin line along the page or down it, as the box that it fills (y down)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def thickness(self) -> float:
        """How thick it is, whichever way it runs."""
        return min(self.right - self.left, self.bottom - self.top)


def bounds(points: Sequence[tuple[float, float]]) -> Rule:
    """The box around some places."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rule(min(xs), min(ys), max(xs), max(ys))


def drawn(points: Sequence[tuple[float, float]], *, thin: float, straight: float, stroked: bool) -> Iterator[Rule]:
    """The lines that one trace of a pen makes.

    A box no thicker than `thin` is a line itself; of what is larger, the strokes that leave the horizontal or the
    vertical by no more than `straight` are.
    """
    box = bounds(points)
    if box.thickness <= thin:
        yield box
    elif stroked:
        for pair in pairwise(points):
            stroke = bounds(pair)
            if stroke.thickness <= straight:
                yield stroke


class _Stroke(NamedTuple):
    """A rule without its thickness: at which height it runs from where to where; or at which x, from top to bottom."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells: the places of its lines, and for each small box between them the first box of its cell.

    A merged cell is the boxes that no line parts.  Boxes count from left to right and from top to bottom.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[int, ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell that holds a place."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        return self.owners[row * (len(self.xs) - 1) + column]

    def place(self, cell: int) -> tuple[int, int]:
        """The first row of a cell, and its column there."""
        return divmod(cell, len(self.xs) - 1)

    def sides(self, cell: int) -> tuple[float, float]:
        """Where a cell starts and ends from left to right, in its first row."""
        row, column = self.place(cell)
        behind = column + 1
        while behind < len(self.xs) - 1 and self.owners[row * (len(self.xs) - 1) + behind] == cell:
            behind += 1
        return self.xs[column], self.xs[behind]

    def holds(self, other: Grid) -> bool:
        """Whether another grid lies in this one, as a table in a table that only frames it."""
        return (
            self.xs[0] <= other.xs[0]
            and other.xs[-1] <= self.xs[-1]
            and self.ys[0] <= other.ys[0]
            and other.ys[-1] <= self.ys[-1]
        )


def grids(rules: Sequence[Rule], em: float) -> list[Grid]:
    """The grids that lines make where they touch each other; `em` is the size of the characters of the page.

    A table's outer lines may be missing at its sides.  A grid that holds another one is a frame, and none.
    """
    reach = DEFAULTS.rule_reach * em
    flat = _joined([_Stroke((r.top + r.bottom) / 2, r.left, r.right) for r in rules if not _is_steep(r)], reach)
    steep = _joined([_Stroke((r.left + r.right) / 2, r.top, r.bottom) for r in rules if not _is_flat(r)], reach)
    if len(flat) + len(steep) > DEFAULTS.rules_of_tables:
        return []
    found = [grid for group in _touching(flat, steep, reach) if (grid := _grid(*group, reach)) is not None]
    frames = [one for one in found if any(one is not other and one.holds(other) for other in found)]
    return [grid for grid in found if grid not in frames]


def _is_flat(rule: Rule) -> bool:
    return rule.right - rule.left > 2 * (rule.bottom - rule.top)


def _is_steep(rule: Rule) -> bool:
    """Whether a line runs down the page; a dot may belong to a dotted line in either direction."""
    return rule.bottom - rule.top > 2 * (rule.right - rule.left)


def _joined(strokes: list[_Stroke], reach: float) -> list[_Stroke]:
    """Strokes drawn in pieces, or twice side by side, as one; what is shorter than a character is a dot or a dash."""
    lines: list[list[_Stroke]] = []
    for stroke in sorted(strokes):
        if not lines or stroke.at - lines[-1][0].at > reach:
            lines.append([])
        lines[-1].append(stroke)
    pieces = [piece for line in lines for piece in _pieces(line, reach)]
    return sorted(
        _Stroke(max(piece, key=lambda stroke: stroke.end - stroke.start).at, start, end)
        for piece in pieces
        for start, end in ((piece[0].start, max(stroke.end for stroke in piece)),)
        if end - start > 2 * reach
    )


def _pieces(line: list[_Stroke], reach: float) -> Iterable[list[_Stroke]]:
    """Strokes of one line, group by group as they follow each other without a gap."""
    piece: list[_Stroke] = []
    end = 0.0
    for stroke in sorted(line, key=lambda stroke: (stroke.start, stroke.end)):
        if piece and stroke.start - end > reach:
            yield piece
            piece = []
        end = max(end, stroke.end) if piece else stroke.end
        piece.append(stroke)
    yield piece


def _touching(flat: list[_Stroke], steep: list[_Stroke], reach: float) -> Iterable[tuple[list[_Stroke], list[_Stroke]]]:
    """Strokes that touch each other, group by group."""
    names = list(range(len(flat) + len(steep)))
    for at, across in enumerate(flat):
        first = bisect_left(steep, across.start - reach, key=lambda stroke: stroke.at)
        behind = bisect_right(steep, across.end + reach, key=lambda stroke: stroke.at)
        for other in range(first, behind):
            if steep[other].start - reach <= across.at <= steep[other].end + reach:
                _unite(names, at, len(flat) + other)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for at, stroke in enumerate([*flat, *steep]):
        group = groups.setdefault(_root(names, at), ([], []))
        group[at >= len(flat)].append(stroke)
    return groups.values()


def _root(names: list[int], at: int) -> int:
    while names[at] != at:
        names[at] = names[names[at]]
        at = names[at]
    return at


def _unite(names: list[int], here: int, there: int) -> None:
    """Give two groups one name: that of their first member."""
    here, there = _root(names, here), _root(names, there)
    names[max(here, there)] = min(here, there)


def _grid(flat: list[_Stroke], steep: list[_Stroke], reach: float) -> Grid | None:
    """The grid of strokes that touch each other; nothing where there is one cell only, or no end of them."""
    if len(flat) < 2 or not steep:
        return None
    ends_x = [end for stroke in flat for end in (stroke.start, stroke.end)]
    ends_y = [end for stroke in steep for end in (stroke.start, stroke.end)]
    xs = _places([stroke.at for stroke in steep] + [min(ends_x), max(ends_x)], reach)
    ys = _places([stroke.at for stroke in flat] + [min(ends_y), max(ends_y)], reach)
    across, down = len(xs) - 1, len(ys) - 1
    if across < 2 or down < 1 or across * down > DEFAULTS.boxes_of_tables:
        return None
    right = _borders(steep, xs, ys)
    below = _borders(flat, ys, xs)
    names = list(range(across * down))
    for row in range(down):
        for column in range(across):
            box = row * across + column
            if column + 1 < across and (column + 1, row) not in right:
                _unite(names, box, box + 1)
            if row + 1 < down and (row + 1, column) not in below:
                _unite(names, box, box + across)
    owners = tuple(_root(names, box) for box in range(across * down))
    return Grid(tuple(xs), tuple(ys), owners) if len(set(owners)) > 1 else None


def _places(places: list[float], reach: float) -> list[float]:
    """Places in order, those that lie together as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > reach:
            found.append(place)
    return found


def _borders(strokes: list[_Stroke], places: list[float], crossing: list[float]) -> set[tuple[int, int]]:
    """The borders that are drawn: which line, and which stretch of it; a border is drawn if most of it is."""
    drawn: set[tuple[int, int]] = set()
    for stroke in strokes:
        line = min(max(bisect_right(places, stroke.at) - 1, 0), len(places) - 1)
        if line + 1 < len(places) and places[line + 1] - stroke.at < stroke.at - places[line]:
            line += 1
        for at, (start, end) in enumerate(pairwise(crossing)):
            if min(stroke.end, end) - max(stroke.start, start) > DEFAULTS.border_share * (end - start):
                drawn.add((line, at))
    return drawn
