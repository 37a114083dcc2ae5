"""What a story holds, once it is read and before it is written down as blocks."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cell", "Item", "Paragraph", "Table", "boxes", "lines"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its lines (Shift+Enter makes several), its number among them, and the text boxes it anchors.

    `links` is the share of its characters in links to elsewhere; `counts_pages` says that a page number stands in it.
    """

    lines: tuple[str, ...]
    links: float = 0.0
    counts_pages: bool = False
    boxes: tuple[tuple[Item, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, at its column in the grid, counted from 1.

    Cells merged across are one; of cells merged downwards, those below the first are `covered` and hold nothing.
    """

    column: int
    items: tuple[Item, ...] = ()
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of each row."""

    rows: tuple[tuple[Cell, ...], ...]


Item = Paragraph | Table


def lines(items: tuple[Item, ...]) -> list[str]:
    """The lines of a cell's paragraphs."""
    return [line for item in items if isinstance(item, Paragraph) for line in item.lines]


def boxes(item: Item) -> list[tuple[Item, ...]]:
    """The text boxes that an item anchors, in order; those anchored in a box come with that box."""
    if isinstance(item, Paragraph):
        return list(item.boxes)
    return [box for row in item.rows for cell in row for inner in cell.items for box in boxes(inner)]
