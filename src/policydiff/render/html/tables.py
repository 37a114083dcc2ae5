"""Tables that a narrow screen shows as cards, and that voices still read as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policydiff.render.html.markup import Content, Markup, element
from policydiff.render.html.view import View

__all__ = ["table"]


def table(view: View, caption: str, heads: Sequence[str], rows: Iterable[Sequence[Content]], *, class_: str) -> Markup:
    """A table.

    Where a style sheet lays it out as cards, its roles still say that it is a table, and each cell bears its head.
    """
    named = [element("th", view.mixed(name), scope="col", role="columnheader") for name in heads]
    body = [
        element(
            "tr",
            [element("td", cell, role="cell", data_label=name) for name, cell in zip(heads, row, strict=True)],
            role="row",
        )
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
