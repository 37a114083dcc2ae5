"""A table of Word: heads that repeat on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.render.docx.elements import Xml, element, paragraph, shading
from policydiff.render.docx.runs import Words, bold, lines

__all__ = ["Row", "grid"]

_WIDTH = 14570
"""What a landscape page of A4 holds between its margins, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells; `joined` says that it goes on with the provision above, so that only a thin line parts them."""

    cells: tuple[list[Words], ...]
    joined: bool = False


def grid(heads: Sequence[str], rows: Sequence[Row], shares: Sequence[int], *, small: bool = False) -> Xml:
    """A table as wide as the page, its columns by their shares; `small` is for a table of many columns."""
    widths = [_WIDTH * share // sum(shares) for share in shares]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("tblBorders", *(element(side, val="single", sz=4, space=0, color="auto") for side in sides)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("left", w=85, type="dxa"), element("right", w=85, type="dxa")),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    size = 18 if small else 21
    made = [_row([bold(head) for head in heads], widths, size, head=True)]
    for at, row in enumerate(rows):
        ends = at + 1 == len(rows) or not rows[at + 1].joined
        made.append(_row(row.cells, widths, size, joined=row.joined, goes_on=not ends))
    return element("tbl", properties, columns, *made)


def _row(
    cells: Sequence[list[Words]],
    widths: Sequence[int],
    size: int,
    *,
    head: bool = False,
    joined: bool = False,
    goes_on: bool = False,
) -> Xml:
    made = [element("trPr", element("cantSplit"), element("tblHeader") if head else None)]
    for words, width in zip(cells, widths, strict=True):
        made.append(
            element(
                "tc",
                element(
                    "tcPr",
                    element("tcW", w=width, type="dxa"),
                    _borders(joined=joined, goes_on=goes_on),
                    shading("E7E6E6") if head else None,
                    element("vAlign", val="center") if head else None,
                ),
                *_paragraphs(words, size, head=head),
            )
        )
    return element("tr", *made)


def _borders(*, joined: bool, goes_on: bool) -> Xml | None:
    thin: dict[str, str | int] = {"val": "dotted", "sz": 4, "space": 0, "color": "A6A6A6"}
    if not joined and not goes_on:
        return None
    top = element("top", **thin) if joined else None
    return element("tcBorders", top, element("bottom", **thin) if goes_on else None)


def _paragraphs(words: list[Words], size: int, *, head: bool) -> Iterator[Xml]:
    for line in lines(words, size):
        tight = element("spacing", before=20, after=20)
        yield paragraph(line, [element("keepNext"), tight, element("jc", val="center")] if head else [tight])
