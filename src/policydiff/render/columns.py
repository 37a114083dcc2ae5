"""A table for the terminal that fits its width: narrow columns wrap first, then the least important ones are left out.

What is left out is never silent: the caller is told which columns stand in the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from policydiff.render.escape import one_line
from policydiff.render.folding import extent, folded
from policydiff.render.terminal import Line

__all__ = ["Column", "fitted", "table_lines"]

_GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of plain text: `least` is how narrow it may become, `rank` how soon it is left out (0: never)."""

    head: str
    cells: tuple[str, ...]
    right: bool = False
    least: int = 8
    rank: int = 0
    width: int = 0


def fitted(columns: Sequence[Column], width: int) -> tuple[Column, ...]:
    """The columns that a width holds, each as wide as it is printed; empty ones are left out."""
    kept = [_measured(column) for column in columns if any(column.cells)]
    if not kept:
        return ()
    while (chosen := _narrowed(kept, width)) is None:
        last = max(kept, key=lambda column: column.rank)
        if not last.rank:
            share = max(width // len(kept) - _GAP, 2)
            return tuple(replace(column, width=min(column.width, share)) for column in kept)
        kept.remove(last)
    return chosen


def table_lines(columns: Sequence[Column]) -> Iterator[Line]:
    """The head, a rule and the rows of fitted columns; a cell that does not fit goes on below."""
    if not columns:
        return
    heads = [_wrapped(column.head, column.width) for column in columns]
    for parts in zip_longest(*heads, fillvalue=""):
        yield _row(list(zip(parts, columns, strict=True)), "bold")
    yield Line((("─" * (sum(column.width + _GAP for column in columns) - _GAP), "dim"),))
    for cells in zip(*(column.cells for column in columns), strict=True):
        wrapped = [_wrapped(cell, column.width) for cell, column in zip(cells, columns, strict=True)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            yield _row(list(zip(parts, columns, strict=True)), "")


def _measured(column: Column) -> Column:
    cells = tuple(one_line(cell) for cell in column.cells)
    widest = max(extent(text) for text in (column.head, *cells))
    return replace(column, cells=cells, width=widest, least=max(min(column.least, widest), extent(column.head)))


def _narrowed(columns: list[Column], width: int) -> tuple[Column, ...] | None:
    """Take from the widest column that can spare it until all fit; None where they cannot."""
    found = list(columns)
    over = sum(column.width for column in found) + _GAP * (len(found) - 1) - width
    while over > 0:
        spare = [column for column in found if column.width > column.least]
        if not spare:
            return None
        widest = max(spare, key=lambda column: column.width)
        next_widest = max((c.width for c in spare if c.width < widest.width), default=widest.least)
        cut = min(over, widest.width - max(widest.least, next_widest - 1))
        found[found.index(widest)] = replace(widest, width=widest.width - cut)
        over -= cut
    return tuple(found)


def _row(cells: list[tuple[str, Column]], style: str) -> Line:
    pieces = []
    for number, (text, column) in enumerate(cells):
        blank = " " * (column.width - extent(text))
        shown = blank + text if column.right else text + blank
        pieces.append((shown if number == len(cells) - 1 else shown + " " * _GAP, style))
    return Line(tuple(pieces))


def _wrapped(text: str, width: int) -> list[str]:
    """The rows of a cell, none wider than its column."""
    return ["".join(words for words, _ in row).rstrip() for row in folded([(text, "")], width)]
