"""One table as CSV (RFC 4180): UTF-8 with a byte order mark, by which Excel knows it, and no cell that is a formula."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Literal

from policydiff.model import Comparison
from policydiff.render.comparison.facts import Facts
from policydiff.render.printable import printable
from policydiff.render.tabular.sheets import Cell, Web, articles, figures
from policydiff.render.wording.labels import Lang

__all__ = ["comparison_csv"]

_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*+[=+\-@＝＋－＠]")


def comparison_csv(c: Comparison, lang: Lang = "zh", *, table: Literal["figures", "articles"] = "figures") -> str:
    """The figures or the articles of a comparison as CSV."""
    facts = Facts.of(c)
    sheet = figures(facts, lang) if table == "figures" else articles(facts, lang)
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([_text(column.head) for column in sheet.columns])
    writer.writerows([_shown(cell) for cell in row] for row in sheet.rows)
    return _MARK + buffer.getvalue()


def _shown(cell: Cell) -> str | int | float:
    """A number stays one, a negative one too; words get an apostrophe where a spreadsheet would calculate with them."""
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return cell
    return _text(cell.url if isinstance(cell, Web) else str(cell))


def _text(text: str) -> str:
    shown = printable(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
