"""Tables that a narrow screen shows as cards, and that voices still read as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policydiff.render.html.markup import Content, Markup, element
from policydiff.render.html.view import View

__all__ = ["Cell", "table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; one that is `plain` tells nothing that a card would miss."""

    content: Content
    plain: bool = False


def table(
    view: View,
    caption: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Sequence[Content | Cell]],
    *,
    class_: str,
) -> Markup:
    """A table, its columns given by code and head.

    Where a style sheet lays it out as cards, its roles still say that it is a table, and each cell bears its head.
    """
    named = [
        element("th", view.mixed(name), scope="col", role="columnheader", class_=f"c-{code}") for code, name in columns
    ]
    body = [
        element("tr", [_cell(code, name, cell) for (code, name), cell in zip(columns, row, strict=True)], role="row")
        for row in rows
    ]
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", named, role="row"), role="rowgroup"),
        element("tbody", body, role="rowgroup"),
        role="table",
        class_=f"cards {class_}",
    )


def _cell(code: str, name: str, cell: Content | Cell) -> Markup:
    shown = cell if isinstance(cell, Cell) else Cell(cell)
    class_ = f"c-{code} plain" if shown.plain else f"c-{code}"
    return element("td", shown.content, role="cell", data_label=name, class_=class_)
