"""PDF files for the tests: a small typesetter that puts paragraphs on pages the way official documents look.

The font is one that PDF names without holding it, so that no font is shipped; readers know its characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from support.policy import Policy

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

__all__ = ["A4", "FONT", "Look", "Paragraph", "blank_pdf", "canvas", "paragraphs_of", "pdf_of", "wrapped"]

A4 = (595.3, 841.9)
FONT = "STSong-Light"
_CLOSERS = "，。、；：！？）》」』】〕”’％%"
_OPENERS = "（《「『【〔“‘"

Role = Literal["title", "centred", "body", "right", "row"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and how it is set; the cells of a row are parted by tabs."""

    text: str
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Look:
    """How a document looks; lengths in points, indents in em."""

    paper: tuple[float, float] = A4
    margin: float = 80.0
    size: float = 16.0
    leading: float = 28.0
    columns: int = 1
    gutter: float = 26.0
    indent: int = 2
    justified: bool = True
    header: str = ""
    number: str = "— {page} —"
    gap: float = 0.0  # between paragraphs
    full_width_head: int = 0  # so many paragraphs run over the columns
    shares: tuple[float, ...] = (0.32, 0.48, 0.2)  # of a table's columns
    row_size: float = 1.0  # of its characters, to those of the text


def canvas(target: BytesIO, paper: tuple[float, float] = A4, lock: object = None) -> Canvas:
    """An empty page that the font is at hand for; no date is written, so that equal files have equal bytes."""
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # noqa: PLC0415 - few tests draw pages
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Canvas(target, pagesize=paper, invariant=1, encrypt=lock)


def blank_pdf(pages: int = 1) -> bytes:
    """Pages without text, as a scanner that knows no letters makes them."""
    target = BytesIO()
    page = canvas(target)
    for _ in range(pages):
        page.rect(100, 100, 200, 300)
        page.showPage()
    page.save()
    return target.getvalue()


def paragraphs_of(policy: Policy) -> list[Paragraph]:
    """A policy's lines with the role that each has on paper."""
    centred = {chapter.line for chapter in policy.chapters} | {policy.number}
    roles: dict[str, Role] = dict.fromkeys(centred, "centred")
    roles |= {policy.title: "title", policy.issuer: "right", policy.date: "right"}
    return [Paragraph(line, "row" if "\t" in line else roles.get(line, "body")) for line in policy.lines()]


def pdf_of(paragraphs: Iterable[Paragraph], look: Look | None = None) -> bytes:
    """Set paragraphs on as many pages as they need."""
    look = look or Look()
    target = BytesIO()
    press = _Press(canvas(target, look.paper), look)
    for index, paragraph in enumerate(paragraphs):
        press.put(paragraph, across=look.columns == 1 or index < look.full_width_head)
    press.close_page()
    press.page.save()
    return target.getvalue()


@dataclass(slots=True)
class _Press:
    page: Canvas
    look: Look
    number: int = 1
    column: int = 0
    y: float = 0.0
    top: float = 0.0
    across: bool = True

    def __post_init__(self) -> None:
        self.y = self.top = self.look.paper[1] - self.look.margin

    def put(self, paragraph: Paragraph, *, across: bool) -> None:
        """Set one paragraph, turning columns and pages where they are full."""
        if self.across and not across:
            self.top = self.y  # the columns hang below what runs over them
        self.across = across
        look = self.look
        size = look.size * 1.375 if paragraph.role == "title" else look.size
        full = look.paper[0] - 2 * look.margin
        width = full if across else (full - (look.columns - 1) * look.gutter) / look.columns
        indent = look.indent * size if paragraph.role == "body" else 0.0
        pieces = (
            [paragraph.text]
            if paragraph.role == "row"
            else list(wrapped(paragraph.text, width, indent, lambda words: _width(words, size)))
        )
        for at, piece in enumerate(pieces):
            self._down(look.leading * (1.375 if paragraph.role == "title" else 1.0))
            left = look.margin + (0 if across else self.column * (width + look.gutter))
            last = at == len(pieces) - 1
            self._line(piece, paragraph.role, (left, width, size, 0.0 if at else indent), last=last)
        self.y -= look.gap

    def _line(self, text: str, role: Role, place: tuple[float, float, float, float], *, last: bool) -> None:
        left, width, size, indent = place
        if role == "row":
            cells = text.split("\t")
            shares = self.look.shares or (1 / len(cells),) * len(cells)
            for at, cell in enumerate(cells):
                self._draw(left + width * sum(shares[:at]), cell, size * self.look.row_size)
            return
        free = width - indent - _width(text, size)
        if role in ("title", "centred"):
            self._draw(left + free / 2, text, size)
        elif role == "right":
            self._draw(left + free - 2 * size, text, size)
        else:
            spread = free / (len(text) - 1) if self.look.justified and not last and len(text) > 1 else 0.0
            self._draw(left + indent, text, size, spread)

    def _draw(self, x: float, text: str, size: float, spread: float = 0.0) -> None:
        line = self.page.beginText(x, self.y)
        line.setFont(FONT, size)
        line.setCharSpace(spread)
        line.textOut(text)
        self.page.drawText(line)

    def _down(self, step: float) -> None:
        if self.y - step < self.look.margin:
            if self.across or self.column == self.look.columns - 1:
                self.close_page()
            else:
                self.column += 1
                self.y = self.top
        self.y -= step

    def close_page(self) -> None:
        """Set the running title and the page number, and turn the page."""
        look = self.look
        if look.header:
            self.page.setFont(FONT, look.size * 0.6)
            self.page.drawCentredString(look.paper[0] / 2, look.paper[1] - look.margin / 2, look.header)
        if look.number:
            self.page.setFont(FONT, look.size * 0.8)
            self.page.drawCentredString(look.paper[0] / 2, look.margin / 2, look.number.format(page=self.number))
        self.page.showPage()
        self.number += 1
        self.column = 0
        self.y = self.top = look.paper[1] - look.margin


def _width(text: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

    return float(stringWidth(text, FONT, size))


def wrapped(text: str, width: float, indent: float, width_of: Callable[[str], float]) -> Iterator[str]:
    """The lines that a text fills: no mark at the start of one, no bracket at its end, no word or figure cut."""
    units = _units(text)
    line, room = "", width - indent
    for unit in units:
        if line and width_of(line + unit.rstrip()) > room:
            yield line.rstrip()
            line, room = "", width
            unit = unit.lstrip(" ")  # noqa: PLW2901 - the space stays behind, at the end of the line
        line += unit
    if line:
        yield line


def _units(text: str) -> list[str]:
    units: list[str] = []
    for char in text:
        last = units[-1] if units else ""
        word = char.isascii() and char != " " and last[-1:].isascii() and last[-1:] not in ("", " ")
        if units and (char in _CLOSERS or last[-1] in _OPENERS or word):
            units[-1] += char
        else:
            units.append(char)
    return units
