"""Which tables hold data and which only lay out a page, told by their structure alone.

A table of data is read row by row: 序号, 项目, 标准 and what stands under them, or the two columns of a comparison
(现行条文, 修订条文).  Many government pages put the whole text into one cell, or the page into a frame of two columns:
such a table is no table for a reader, and its lines are the page's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.patterns import lazy
from policydiff.read.html.lists import whole
from policydiff.read.html.page import attribute

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from bs4.element import PageElement, Tag

__all__ = ["BLOCKS", "data_cells"]

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol optgroup option
    p pre search section select summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of fifty quoted names is no easier to read
)
"""The elements that start a new line."""

_WIDEST = 100  # no table of a document has as many columns
_PARAGRAPHS = 4  # a cell of so many lines that holds most of a table is a text, and the table its frame
_LINKS = 4  # so many lines of links in one cell are a menu
_PAGE_PARTS = frozenset(("h1", "h2", "h3", "nav", "header", "footer", "article", "main", "form", "iframe"))
_PROVISION = lazy(
    r"第[一二三四五六七八九十百千零〇两\d]{1,7}[编編章节節条條](?![的、和或及至第所中规])|[一二三四五六七八九十]{1,3}、"
)
_CROWDED_LEAST = 3  # rows of one provision each, for each row that holds several


@dataclass(slots=True)
class _Cell:
    """One cell: where it stands, and the text in it, a line end where a line ends."""

    element: int
    row: int
    column: int
    across: int
    down: int
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    lines: tuple[str, ...] = ()
    size: int = 0

    def finish(self) -> None:
        """Take the lines together once the table is read."""
        stripped = (line.strip() for line in "".join(self.parts).split("\n"))
        self.lines = tuple(line for line in stripped if line)
        self.size = sum(map(len, self.lines))

    def provisions(self) -> int:
        """How many of the lines start a provision."""
        return sum(_PROVISION.match(line) is not None for line in self.lines)


@dataclass(slots=True)
class _Scan:
    """The cells of a table as they come, with the column that each takes beside those that reach down from above."""

    rows: int = 0
    column: int = 0
    reaching: dict[int, int] = field(default_factory=dict)
    cells: list[_Cell] = field(default_factory=list)
    cell: _Cell | None = None
    ends: dict[int, int] = field(default_factory=dict)
    headed: bool = False
    links: int = 0

    def start_row(self) -> None:
        self.rows += 1
        self.column = 1
        self.cell = None
        self.reaching = {column: last for column, last in self.reaching.items() if last >= self.rows}
        self.ends[self.rows] = max(self.reaching, default=0)

    def start_cell(self, tag: Tag) -> bool:
        """Place a cell; false where the table grows wider than any table of a document."""
        if self.rows == 0:
            self.start_row()
        while self.column in self.reaching:
            self.column += 1
        across = max(1, min(whole(attribute(tag, "colspan"), 1), _WIDEST))
        down = max(1, min(whole(attribute(tag, "rowspan"), 1), 65_534))
        if self.column + across > _WIDEST + 1:
            return False
        self.cell = _Cell(id(tag), self.rows, self.column, across, down)
        self.cells.append(self.cell)
        if down > 1:
            self.reaching.update(dict.fromkeys(range(self.column, self.column + across), self.rows + down - 1))
        self.column += across
        self.ends[self.rows] = max(self.ends[self.rows], self.column - 1)
        self.headed |= tag.name == "th"
        return True


def data_cells(table: Tag, unseen: Container[int]) -> dict[int, tuple[int, int]]:
    """The row and column of every cell of a table of data, by the cell's identity; nothing for one that lays out.

    Rows and columns count from 1, and count what spans them.
    """
    if attribute(table, "role").lower() in ("presentation", "none"):
        return {}
    scan = _scan(table, unseen)
    if scan is None or not _is_data(scan):
        return {}
    return {cell.element: (cell.row, cell.column) for cell in scan.cells}


def _scan(table: Tag, unseen: Container[int]) -> _Scan | None:
    """Read the cells; nothing where the table holds another, or parts of a page: such a table is a frame."""
    from bs4.element import NavigableString, PreformattedString, Tag  # noqa: PLC0415 - a run on plain text does without

    scan = _Scan()
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(table, iter(table.contents))]
    while stack:
        node = next(stack[-1][1], None)
        if node is None:
            scan.links -= stack.pop()[0].name == "a"
        elif isinstance(node, Tag):
            if id(node) in unseen:
                continue
            if node.name == "table" or node.name in _PAGE_PARTS:
                return None
            if not _enter(scan, node):
                return None
            scan.links += node.name == "a"
            stack.append((node, iter(node.contents)))
        elif scan.cell is not None and isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            scan.cell.parts.append(str(node).replace("\n", " "))
            scan.cell.linked += len(node.strip()) if scan.links else 0
    return scan


def _enter(scan: _Scan, tag: Tag) -> bool:
    if tag.name == "tr":
        scan.start_row()
    elif tag.name in ("td", "th"):
        return scan.start_cell(tag)
    elif tag.name in ("caption", "thead"):
        scan.headed = True
        scan.cell = None
    elif scan.cell is not None and (tag.name == "br" or tag.name in BLOCKS):
        scan.cell.parts.append("\n")
    return True


def _is_data(scan: _Scan) -> bool:
    """Two rows or more of two filled cells or more in a consistent grid, and no cell that is a page of its own."""
    for cell in scan.cells:
        cell.finish()
    full = [cell for cell in scan.cells if cell.lines]
    rows: dict[int, list[_Cell]] = {}
    for cell in full:
        for row in range(cell.row, min(cell.row + cell.down, scan.rows + 1)):
            rows.setdefault(row, []).append(cell)
    paired = sum(len(cells) >= 2 for cells in rows.values())
    if paired < 2 or paired * 3 < len(rows) or not _consistent(scan):
        return False
    if any(len(cell.lines) >= _LINKS and cell.linked * 5 > cell.size * 4 for cell in full):
        return False
    crowded = len({cell.row for cell in full if cell.provisions() > 1})
    if crowded and paired - crowded < _CROWDED_LEAST * crowded:
        return False
    largest = max(full, key=lambda cell: cell.size)
    dominant = len(largest.lines) >= _PARAGRAPHS and largest.size * 10 > 6 * sum(cell.size for cell in full)
    return scan.headed or not dominant


def _consistent(scan: _Scan) -> bool:
    """Whether most rows reach to one column of the table, with what spans them counted in."""
    widths: dict[int, int] = {}
    for width in scan.ends.values():
        if width:
            widths[width] = widths.get(width, 0) + 1
    width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return width >= 2 and often * 2 >= sum(widths.values())
