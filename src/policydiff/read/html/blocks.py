"""Putting a page's text together, block by block, while its tree is walked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.model import Block, Span
from policydiff.patterns import lazy
from policydiff.read.html.landmarks import CHROME, SECTIONS, landmark
from policydiff.read.html.lists import LISTS, Numbering, marked, numbering
from policydiff.read.html.page import attribute
from policydiff.read.html.raised import raised
from policydiff.read.html.tables import BLOCKS, data_cells
from policydiff.read.html.visible import Weights
from policydiff.read.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4.element import Tag

__all__ = ["Collector"]

_PREFORMATTED = frozenset(("pre", "textarea", "listing", "xmp"))
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "caption", "legend", "pre", "hr"))
_ANNOTATIONS = frozenset(("rt", "rtc"))
_SHOWN_AS_BLOCK = lazy(r"display\s*:\s*(?:block|list-item|table|flex|grid)\b", re.IGNORECASE)
_GAP = lazy(r"[ \t\n\f\r]+")  # what HTML calls white space: neither U+00A0 nor U+3000, which authors set on purpose
_EAST_ASIAN = r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’—…]"
_SEGMENT_BREAK = lazy(rf"(?<={_EAST_ASIAN})[ \t\f]*\n[ \t\n\f]*(?={_EAST_ASIAN})")


@dataclass(slots=True)
class _Open:
    """An element that has been entered, with what leaving it restores."""

    name: str
    block: bool
    landmark: str
    element: int
    cell: bool = False
    data: bool = False
    numbered: bool = False
    sectioned: bool = False


@dataclass(slots=True)
class _Line:
    """A line of text: how many characters it has without white space, and how many of them stand inside links."""

    words: str
    size: int
    linked: int


@dataclass(slots=True)
class _List:
    """A list that is open, and the number of its next item."""

    numbering: Numbering
    number: int


@dataclass(slots=True)
class Collector:
    """The blocks so far, and the one being filled.

    An element that may be a container of blocks is known by a number; `parents` holds that of the element around each,
    and `owners` the element of each block.
    """

    weights: Weights
    unseen: frozenset[int]
    styles: Mapping[str, str]
    most: int
    texts: list[str] = field(default_factory=list)
    features: list[tuple[Span, str, str, float, int, str]] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    opened: list[_Open] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)
    raisings: list[tuple[list[tuple[str, bool]], int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=lambda: ["body"])
    lists: list[_List] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    cells: dict[int, tuple[int, int]] = field(default_factory=dict)
    cell: tuple[int, int] | None = None
    cell_lines: list[_Line] = field(default_factory=list)
    row: int = 0
    column: int = 0
    tables: int = 0
    paragraphs: int = 0
    element: int = 0
    landmark: str = ""
    data: int = 0
    sectioned: int = 0
    links: int = 0
    preformatted: int = 0
    at: int = 0

    def add(self, words: str) -> None:
        """Take in a run of text; in preformatted text every line is a block."""
        if not self.preformatted:
            # white space between two elements parts them, be it a line end of the markup
            self.parts.append((" " if words.isspace() and "\u3000" not in words else words, self.links > 0))
            return
        for number, line in enumerate(words.split("\n")):
            if number:
                self.flush()
            self.parts.append((line, self.links > 0))

    def enter(self, tag: Tag) -> None:
        """Step into an element."""
        name = tag.name
        block = name in BLOCKS or _SHOWN_AS_BLOCK.search(attribute(tag, "style")) is not None
        opened = _Open(name, block, self.landmark, self.element)
        if block or name == "br":
            self.flush()
        self.opened.append(opened)
        self.links += name == "a"
        self.preformatted += name in _PREFORMATTED
        if name in _ANNOTATIONS:
            self.add("(")
        elif name == "sup":
            self.raisings.append((self.parts, len(self.parts)))
        if block:
            self.kinds.append(name if name in BLOCKS else self.kinds[-1])
            self._enter_block(tag, opened)

    def leave(self) -> None:
        """Step out of it again."""
        opened = self.opened[-1]
        name = opened.name
        if name in _ANNOTATIONS:
            self._close_annotation()
        elif name == "sup":
            self._close_raising()
        if opened.block:
            self.flush()
            self.kinds.pop()
        if opened.cell:
            self._leave_cell()
        if opened.numbered:
            self.lists.pop()
        if name == "li":
            self.marks.clear()
        self.opened.pop()
        self.landmark, self.element = opened.landmark, opened.element
        self.sectioned -= opened.sectioned
        self.data -= opened.data
        self.links -= name == "a"
        self.preformatted -= name in _PREFORMATTED

    def flush(self) -> None:
        """End the line being filled; in a cell of a table of data it is one of the lines that make up the cell."""
        line = self._line()
        if line is None:
            return
        if self.cell is None:
            self.paragraphs += 1
            self.row = 0
            self._add_block(line, self.kinds[-1], f"¶{self.paragraphs}", "\n")
        else:
            self.cell_lines.append(line)

    def reading(self) -> Reading:
        """What was put together."""
        self.flush()
        containers = _containers(self.parents, self.owners)
        blocks = (Block(*own, container) for own, container in zip(self.features, containers, strict=True))
        return Reading("".join(self.texts), tuple(blocks))

    def _line(self) -> _Line | None:
        if not self.parts:
            return None
        parts, self.parts = self.parts, []
        raw = parts[0][0] if len(parts) == 1 else "".join(words for words, _ in parts)
        words = raw.rstrip() if self.preformatted else _GAP.sub(" ", _SEGMENT_BREAK.sub("", raw)).strip(" ")
        if not words or words.isspace():
            return None
        size = len("".join(words.split()))
        linked = sum(len("".join(part.split())) for part, link in parts if link)
        marks, self.marks = self.marks, []
        return _Line(marked(words, " ".join(marks)), size, linked)

    def _add_block(self, line: _Line, kind: str, locator: str, separator: str) -> None:
        if len(self.features) > self.most:  # enough to tell that there are too many
            return
        if self.features:
            self.texts.append(separator)
            self.at += len(separator)
        span = Span(self.at, self.at + len(line.words))
        links = round(line.linked / line.size, 3) if line.linked else 0.0
        self.features.append((span, kind, locator, links, len(self.opened), self.landmark))
        self.owners.append(self.element)
        self.texts.append(line.words)
        self.at = span.end

    def _enter_block(self, tag: Tag, opened: _Open) -> None:
        name = tag.name
        own, page = self.weights.of[id(tag)], self.weights.of[id(self.weights.tags[0])]
        self.landmark = landmark(tag, sectioned=self.sectioned > 0, own=own, page=page) or self.landmark
        opened.sectioned = name in SECTIONS
        self.sectioned += opened.sectioned
        if self.data:
            opened.cell = id(tag) in self.cells
            self.cell = self.cells.get(id(tag), self.cell)
        elif name not in _PARAGRAPHS:
            self.parents.append(self.element)
            self.element = len(self.parents) - 1
        if name == "table" and (cells := data_cells(tag, self.unseen)):
            self.cells, opened.data = cells, True
            self.data += 1
            self.tables += 1
            self.row = 0
        elif name in LISTS:
            self._enter_list(tag, opened)
        elif name == "li" and self.lists:
            around = self.lists[-1]
            mark, around.number = around.numbering.item(tag, around.number)
            self.marks += [mark] if mark else []

    def _enter_list(self, tag: Tag, opened: _Open) -> None:
        weight = self.weights.of[id(tag)]
        # a list of links is a menu or a breadcrumb, which the style sheet of its page strips of numbers
        menu = self.landmark in CHROME or weight.linked * 2 > weight.han
        style = Numbering() if menu else numbering(tag, self.styles)
        self.lists.append(_List(style, style.first))
        opened.numbered = True

    def _leave_cell(self) -> None:
        cell, lines = self.cell, self.cell_lines
        self.cell, self.cell_lines = None, []
        if cell is None or not lines:
            return
        row, column = cell
        words = " ".join(line.words.strip() for line in lines)
        whole = _Line(words, sum(line.size for line in lines), sum(line.linked for line in lines))
        separator = "\t" * max(1, column - self.column) if self.row == row else "\n"
        self.row, self.column = row, column
        self._add_block(whole, "cell", f"table {self.tables} R{row}C{column}", separator)

    def _close_raising(self) -> None:
        parts, start = self.raisings.pop()
        if parts is self.parts and 0 < start < len(parts):  # it holds no block, and stands behind other words
            words = "".join(own for own, _ in parts[start:])
            parts[start:] = [(raised(words, parts[start - 1][0]), any(link for _, link in parts[start:]))]

    def _close_annotation(self) -> None:
        if self.parts and self.parts[-1][0] == "(":
            self.parts.pop()
        else:
            self.add(")")


def _containers(parents: list[int], owners: list[int]) -> list[int]:
    """For each block the nearest element that holds several, as a number that counts from 1 in reading order."""
    held = [0] * len(parents)
    for owner in owners:
        held[owner] += 1
    for element in range(len(parents) - 1, 0, -1):
        held[parents[element]] += held[element]
    nearest = [0] * len(parents)
    for element in range(1, len(parents)):
        nearest[element] = element if held[element] >= 2 else nearest[parents[element]]
    numbers: dict[int, int] = {}
    return [numbers.setdefault(nearest[owner], len(numbers) + 1) for owner in owners]
