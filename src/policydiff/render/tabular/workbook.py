"""A comparison as an Excel workbook: figures, articles, clauses, sources.

Words are always written as words: no cell of a document can become a formula or a link.  The file holds no time and no
random name, so that the same comparison gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from policydiff.model import Comparison
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.summary import comparison_title
from policydiff.render.folding import extent
from policydiff.render.printable import has_symbols, printable
from policydiff.render.tabular.provenance import provenance
from policydiff.render.tabular.sheets import Cell, Column, Marked, Sheet, Web, articles, clauses, figures
from policydiff.render.tabular.words import PHRASES
from policydiff.render.wording.labels import Lang, pick

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["MAX_CELL", "comparison_xlsx"]

MAX_CELL = 32_767
"""What a cell of Excel holds, in UTF-16 units."""
_MAX_URL = 2_079
_MAX_LINKS = 60_000
"""Excel takes 65,530 links on a sheet; addresses beyond stand there as words."""
_SHOWN_URL = 255
_FIRST_YEAR = 1900
"""Excel has no days before it."""
_A3, _A4 = 8, 9
_WIDE = 300
"""A table of more characters would be too small to read on A4."""
_LINE, _PADDING, _HIGHEST = 13.5, 3.0, 409.0
"""Heights in points: a line of letters of 10 points, what a row has besides, and the most that Excel takes."""
_MARKS: dict[str, dict[str, object]] = {
    "-": {"font_name": "宋体", "font_strikeout": True, "font_color": "#9C1C1C"},
    "+": {"font_name": "黑体", "bold": True, "font_color": "#0B4F8A"},
}
_BORDER: dict[str, object] = {"border_color": "#BFBFBF"}
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - the file format knows no time zone


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a workbook's cells."""

    head: Format
    words: Format
    whole: Format
    decimal: Format
    day: Format
    link: Format
    marks: dict[str, Format]
    cells: dict[str, Format]


def comparison_xlsx(c: Comparison, lang: Lang = "zh") -> bytes:
    """The workbook: every figure, article and clause, and where all of it comes from."""
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - nothing else needs it

    facts = Facts.of(c)
    tables = [figures(facts, lang), articles(facts, lang), clauses(facts, lang)]
    fitted = [_fitted(table, lang) for table in tables]
    cuts = [cut for _, found in fitted for cut in found]
    symbols = has_symbols(text for table, _ in fitted for row in table.rows for text in _words(row))
    sheets = [table for table, _ in fitted] + [_fitted(provenance(facts, lang, cuts, symbols=symbols), lang)[0]]
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(buffer, options)
    book.set_properties(
        {"title": printable(comparison_title(facts, lang))[:250], "author": "policydiff", "created": _EPOCH}
    )
    looks = _looks(book)
    for number, sheet in enumerate(sheets):
        _write(book.add_worksheet(sheet.name), sheet, looks, filters=number < len(tables))
    book.close()
    return buffer.getvalue()


def _words(row: tuple[Cell, ...]) -> Iterator[str]:
    return (cell for cell in row if isinstance(cell, str))


def _fitted(sheet: Sheet, lang: Lang) -> tuple[Sheet, list[str]]:
    """The sheet with visible characters only, no cell larger than Excel takes, and a sentence for each one cut."""
    cuts: list[str] = []
    rows = []
    for at, row in enumerate(sheet.rows, start=2):
        cells: list[Cell] = []
        for number, cell in enumerate(row, start=1):
            words = printable(str(cell)) if isinstance(cell, str | Marked) else ""
            if (length := _size(words)) > MAX_CELL:
                place = {"sheet": sheet.name, "row": at, "column": number, "length": length, "limit": f"{MAX_CELL:,}"}
                cuts.append(pick(PHRASES["cut"], lang).format(**place))
                cells.append(_held(words, lang))
            else:
                cells.append(words if isinstance(cell, str) else cell)
        rows.append(tuple(cells))
    columns = tuple(Column(printable(column.head), column.width) for column in sheet.columns)
    return Sheet(sheet.name, columns, tuple(rows)), cuts


def _size(text: str) -> int:
    """How long Excel finds a text: a character beyond the first plane counts twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def _held(text: str, lang: Lang) -> str:
    """The beginning of a text, as much as a cell holds, and a word on what is missing."""
    ending = pick(PHRASES["cut_here"], lang).format(length=_size(text))
    room, used = MAX_CELL - len(ending), 0
    for at, char in enumerate(text):
        used += 2 if char > "\uffff" else 1
        if used > room:
            return text[:at] + ending
    return text


def _looks(book: Workbook) -> _Looks:
    body = {"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "top", "border": 1} | _BORDER
    return _Looks(
        head=book.add_format({**body, "font_name": "黑体", "bold": True, "bg_color": "#DDE6EE", "valign": "vcenter"}),
        words=book.add_format(body),
        whole=book.add_format({**body, "num_format": "#,##0"}),
        decimal=book.add_format({**body, "num_format": "#,##0.######"}),
        day=book.add_format({**body, "num_format": "yyyy-mm-dd", "align": "left"}),
        link=book.add_format({**body, "font_color": "#0B4F8A", "underline": 1}),
        marks={sign: book.add_format({"font_size": 10, **mark}) for sign, mark in _MARKS.items()},
        cells={sign: book.add_format({**body, **mark}) for sign, mark in _MARKS.items()},
    )


def _write(page: Worksheet, sheet: Sheet, looks: _Looks, *, filters: bool) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.head, looks.head)
    page.set_row(0, _height(sheet.columns, [column.head for column in sheet.columns]))
    links = 0
    for at, row in enumerate(sheet.rows, start=1):
        page.set_row(at, _height(sheet.columns, row))
        for number, cell in enumerate(row):
            links += isinstance(cell, Web)
            _cell(page, (at, number), cell, looks, linked=links <= _MAX_LINKS)
    page.freeze_panes(1, 1 if filters else 0)
    if filters:
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(_A4 if sheet.width <= _WIDE else _A3)
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&C&P / &N")


def _height(columns: Sequence[Column], row: Sequence[Cell]) -> float:
    """The height of a row whose words wrap: not every program works it out by itself. Excel allows no more than 409."""
    lines = max(
        (
            sum(-(-extent(line) // max(column.width - 1, 1)) or 1 for line in _told(cell).split("\n"))
            for column, cell in zip(columns, row, strict=True)
        ),
        default=1,
    )
    return min(lines * _LINE + _PADDING, _HIGHEST)


def _told(cell: Cell) -> str:
    """What a cell shows, as far as it can make its row higher."""
    if isinstance(cell, Web):
        return cell.url.split("#")[0][:_SHOWN_URL]
    return str(cell) if isinstance(cell, str | Marked) else ""


def _cell(page: Worksheet, at: tuple[int, int], cell: Cell, looks: _Looks, *, linked: bool) -> None:
    if cell is None or cell == "":
        page.write_blank(*at, None, looks.words)
    elif isinstance(cell, int | float):
        page.write_number(*at, cell, looks.whole if isinstance(cell, int) else looks.decimal)
    elif isinstance(cell, date):
        if cell.year >= _FIRST_YEAR:
            page.write_datetime(*at, datetime(cell.year, cell.month, cell.day), looks.day)  # noqa: DTZ001 - a day
        else:
            page.write_string(*at, cell.isoformat(), looks.words)
    elif isinstance(cell, Marked):
        _marked(page, at, cell, looks)
    elif isinstance(cell, Web):
        if linked and all(len(part) <= _MAX_URL for part in (cell.url, *cell.url.split("#"))):
            page.write_url(*at, cell.url, looks.link, string=_told(cell))
        else:
            page.write_string(*at, cell.url[:MAX_CELL], looks.words)
    else:
        page.write_string(*at, cell, looks.words)


def _marked(page: Worksheet, at: tuple[int, int], cell: Marked, looks: _Looks) -> None:
    """Words with their marks; a text that is marked throughout is marked as a cell."""
    look = looks.marks[cell.sign]
    parts: list[object] = [cell.lead] if cell.lead else []
    for piece in cell.pieces:
        parts += [look, piece.text] if piece.changed else [piece.text]
    parts += [cell.tail] if cell.tail else []
    if sum(isinstance(part, str) for part in parts) == 1:
        page.write_string(*at, str(cell), looks.cells[cell.sign])
    else:
        page.write_rich_string(*at, *parts, looks.words)
