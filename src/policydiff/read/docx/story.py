"""A story of a document (its body, a header, a note, a text box): its paragraphs and tables, in order.

Word joins a paragraph to the next where the mark between them is gone: deleted by a revision, or hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from policydiff.patterns import lazy
from policydiff.read.docx.content import Cell, Item, Paragraph, Table
from policydiff.read.docx.fields import Fields, unfinished
from policydiff.read.docx.inline import Inline, Setting
from policydiff.read.docx.markup import MC, W, branch, integer, is_on, value
from policydiff.read.docx.numbering import Counting, Label, Outlines
from policydiff.read.docx.styles import NumberProperty, Styles, number_property

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Story"]

_P, _TBL, _TR, _TC = (W + name for name in ("p", "tbl", "tr", "tc"))
_OUT = {
    "accepted": (frozenset((f"{W}del", f"{W}moveFrom")), ("del", "moveFrom"), "cellDel"),
    "original": (frozenset((f"{W}ins", f"{W}moveTo")), ("ins", "moveTo"), "cellIns"),
}
_PROPERTIES = frozenset(W + name for name in ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "altChunk"))
_SELF_PARTED = lazy(r"[、，,．.。：:；;）)】〕\]①-⑳⑴-⒛㊀-㊉]$")
_WIDEST = 1024  # columns that one cell may span; Word has 63


@dataclass(slots=True)
class Story:
    """Reads one story; `counting` and `notes` go on from story to story of one document."""

    styles: Styles
    outlines: Outlines
    counting: Counting
    revisions: Literal["accepted", "original"]
    notes: list[tuple[str, str]]

    def read(self, root: _Element) -> tuple[Item, ...]:
        """The paragraphs and tables of a story."""
        removed = _OUT[self.revisions][0]
        return self._items(
            root, Setting(self.styles, removed, Fields(unfinished(root, removed)), struck=self.revisions == "original")
        )

    def _items(self, parent: _Element, setting: Setting) -> tuple[Item, ...]:
        items: list[Item] = []
        running: Inline | None = None
        number: NumberProperty | None = None
        for element in _flat(parent, frozenset((_P, _TBL)), setting.removed):
            if element.tag == _TBL:
                if running is not None and running.shows:
                    items.append(self._paragraph(running, number, setting))
                items.append(self._table(element, setting))
                running = None
                continue
            joined = running is not None and running.has_words
            running = running or Inline(setting)
            if not joined:  # the first words decide what the joined paragraph looks like
                running.style, number = self._properties(element)
            running.read(element)
            if not self._joins_next(element):
                items.append(self._paragraph(running, number, setting))
                running = None
        if running is not None and running.shows:
            items.append(self._paragraph(running, number, setting))
        return tuple(items)

    def _properties(self, paragraph: _Element) -> tuple[str | None, NumberProperty]:
        """A paragraph's style and number, those before a change where the original is wanted."""
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and self.revisions == "original":
            former = properties.find(f"{W}pPrChange/{W}pPr")
            properties = properties if former is None else former
        number = number_property(properties)
        if properties is not None and properties.find(f"{W}numPr/{W}{_OUT[self.revisions][1][0]}") is not None:
            number = NumberProperty(None, None)
        style = value(properties, "pStyle")
        return (style if style in self.styles.by_id else self.styles.default), number

    def _joins_next(self, paragraph: _Element) -> bool:
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None:
            return False
        gone = any(mark.find(W + name) is not None for name in _OUT[self.revisions][1])
        return gone or bool(is_on(mark, "vanish"))

    def _paragraph(self, inline: Inline, number: NumberProperty | None, setting: Setting) -> Paragraph:
        label = None
        place = self.outlines.placed(number, inline.style, self.styles) if number is not None else None
        if place is not None:
            label = self.counting.next(*place)
        self.notes += inline.notes
        text = inline.text
        lines = [line.strip() for line in _headed(label, text).split("\n")]
        total = len(text.strip())
        return Paragraph(
            tuple(line for line in lines if line),
            round(min(inline.linked / total, 1.0), 3) if total else 0.0,
            inline.counts_pages,
            tuple(self._items(box, replace(setting, fields=Fields(setting.fields.unfinished))) for box in inline.boxes),
        )

    def _table(self, table: _Element, setting: Setting) -> Table:
        _, marks, cell_mark = _OUT[self.revisions]
        rows: list[tuple[Cell, ...]] = []
        above: set[int] = set()  # the columns where a cell that goes on downwards has begun
        for row in _flat(table, frozenset((_TR,)), setting.removed):
            properties = row.find(f"{W}trPr")
            if properties is not None and any(properties.find(W + name) is not None for name in marks):
                continue
            cells: list[Cell] = []
            column = 1 + integer(value(properties, "gridBefore"), 0, 0, _WIDEST)
            for cell in _flat(row, frozenset((_TC,)), setting.removed):
                own = cell.find(f"{W}tcPr")
                if own is not None and own.find(W + cell_mark) is not None:
                    continue
                if not cells or value(own, "hMerge") != "continue":  # as Word 97 merged cells across
                    covered = _covered(own, column, above)
                    cells.append(Cell(column, () if covered else self._items(cell, setting), covered))
                column += integer(value(own, "gridSpan"), 1, 1, _WIDEST)
            rows.append(tuple(cells))
        return Table(tuple(rows))


def _covered(properties: _Element | None, column: int, above: set[int]) -> bool:
    """Whether a cell belongs to a merged one above it: `above` tells of the row before, and learns of this one."""
    down = properties.find(f"{W}vMerge") if properties is not None else None
    if down is None:
        above.discard(column)
    elif down.get(f"{W}val", "continue") != "restart" and column in above:
        return True
    else:
        above.add(column)
    return False


def _flat(parent: Iterable[_Element], wanted: frozenset[str], removed: frozenset[str]) -> Iterator[_Element]:
    """The wanted elements, whatever wraps them (content controls, custom XML, revisions), in order."""
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in wanted:
            yield element
        elif not isinstance(element.tag, str) or element.tag in removed or element.tag in _PROPERTIES:
            continue
        elif element.tag == f"{MC}AlternateContent":
            stack.append(branch(element))
        elif len(element):
            stack.append(iter(element))


def _headed(label: Label | None, text: str) -> str:
    """A paragraph with its number at its head.

    第一条 and 1.1 keep the gap that Word draws behind them; 一、, （二） and ③ part themselves from what follows, and
    so does 1. unless a figure follows it.
    """
    if label is None:
        return text
    body = text.lstrip(" \u3000\xa0\n")
    parted = _SELF_PARTED.search(label.text)
    if parted and label.text[-1] in ".．" and body[:1].isdigit():
        parted = None
    gap = " " if label.gap and not parted else ""
    return label.text + gap + body
