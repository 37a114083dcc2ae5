"""Paragraphs and tables as blocks: a line a paragraph, a line a row of data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from policydiff.read.docx.content import Cell, Item, Paragraph, Table, boxes, lines
from policydiff.read.grids import is_data_table
from policydiff.read.reading import Builder

__all__ = ["Writer"]


@dataclass(slots=True)
class Writer:
    """Writes stories down, one after the other.

    A table that holds another is a frame, as on a web page: what it holds is told in order.
    """

    builder: Builder = field(default_factory=Builder)
    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0

    def body(self, items: Iterable[Item]) -> None:
        """The body: text boxes after the paragraph or the table that anchors them."""
        for item in items:
            self._item(item, "p", self._next_paragraph)
            self._boxes(item)

    def aside(self, items: Iterable[Item], kind: str, locator: str) -> None:
        """What stands beside the body: a note, a header, a footer."""
        for item in items:
            self._item(item, kind, lambda: locator)
            self._boxes(item)

    def _boxes(self, item: Item) -> None:
        for box in boxes(item):
            self.boxes += 1
            self.aside(box, "text-box", f"text box {self.boxes}")

    def _next_paragraph(self) -> str:
        self.paragraphs += 1
        return f"¶{self.paragraphs}"

    def _item(self, item: Item, kind: str, locate: Callable[[], str]) -> None:
        if isinstance(item, Table):
            self._table(item, kind, locate)
        elif item.lines:
            locator = locate()
            for line in item.lines:
                self.builder.add(line, kind, locator, links=item.links)

    def _table(self, table: Table, kind: str, locate: Callable[[], str]) -> None:
        cells = [cell for row in table.rows for cell in row]
        frame = any(isinstance(item, Table) for cell in cells for item in cell.items)
        if frame or not is_data_table([[_text(cell) for cell in row] for row in table.rows]):
            for item in (item for cell in cells for item in cell.items):
                self._item(item, kind, locate)
            return
        self.tables += 1
        for at, row in enumerate(table.rows, 1):
            before = 0
            for cell in row:
                if words := " ".join(lines(cell.items)):
                    locator = f"table {self.tables} R{at}C{cell.column}"
                    separator = "\t" * max(1, cell.column - before) if before else "\n"
                    self.builder.add(words, "cell", locator, separator=separator, links=_links(cell))
                    before = cell.column


def _text(cell: Cell) -> str | None:
    """A cell's text, its lines apart."""
    return None if cell.covered else "\n".join(lines(cell.items))


def _links(cell: Cell) -> float:
    """The share of links in a cell: that of its paragraphs, weighed by their length."""
    sizes = [(sum(map(len, item.lines)), item.links) for item in cell.items if isinstance(item, Paragraph)]
    total = sum(size for size, _ in sizes)
    return round(sum(size * links for size, links in sizes) / total, 3) if total else 0.0
