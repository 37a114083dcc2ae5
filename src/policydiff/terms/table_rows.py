"""The rows of a table: a figure belongs to what the first cell names, and its unit often stands over its column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from policydiff.model import Term
from policydiff.patterns import lazy
from policydiff.terms.column_units import PRICE, SUM, UNIT
from policydiff.terms.two_row_heads import joined_heads, with_units_below
from policydiff.terms.view import View, inserted

__all__ = ["Header", "RowName", "header_of", "in_row", "row_name"]

_SERIAL = lazy(r"[\d一二三四五六七八九十]{1,4}[.、)]?|第[\d一二三四五六七八九十]{1,4}[类档项条]?|[-—/]*")
_AMOUNT = lazy(r"[^\W\d_]{0,6}\d[\d.,]*\s?(?:[%‰]|[十百千万亿]{0,2}元[^\n]*)?")
_TIER = lazy(r"第[\d一二三四五六七八九十]{1,4}[类档]")
_FIGURES = lazy(r"[^\W\d_]{0,4}\d")
"""第一档 of 第一档｜0—2160｜0.52 is what the row is called; before 第一档｜居民｜0.52 it only counts."""
_LONGEST = 24
_COLUMN = lazy(rf"(?P<label>[^\t\n]{{1,30}}?)[（(](?:单位[:：]\s?)?(?P<unit>{UNIT})[）)]")
_ALL = lazy(rf"[（(]?单位[:：]\s?(?P<unit>{UNIT})[）)]?")
_TOLD = lazy(UNIT)
_UNITS = lazy(r"(?:计费|计价|收费|价格|费用|计量|计算)?单位")
_AMOUNTS = lazy(
    r"(?:指标|目标|标准|计划|规划|实际)?(?:值|数值|指标值?|目标值?|数量|限[值额]|定额|面积|规模|容量|产量)|20\d\d年(?:目标|实际|规划|现状|基期)?值?"
)
"""What such a column holds is counted in the unit beside it, whatever that is: 平方米 of 指标 is an area."""
_SCORES = lazy(r"[^\t\n]{0,6}?(?:分值|分数|得分|计分|赋分|扣分|加分|满分|标准分|基[准本础]分)(?:值|标准)?")
_TIMES = lazy(
    r"[^\t\n]{0,10}?(?:时限|期限|时长|天数|周期|(?:办[理结]|审[批核查理]|处[理置]|答复|响应|整改|保[存管])时间)(?:要求)?"
)
_OF_MONEY = lazy(rf"(?={SUM}){UNIT}")
"""A column of units stands beside one of prices; 台 beside a number of things says nothing of its price."""
_NUMBER = lazy(r"\d[\d,，]*(?:\.\d+)?(?:\s?[-~—～至]\s?\d[\d,，]*(?:\.\d+)?)?")


@dataclass(frozen=True, slots=True)
class RowName:
    """What a row is called, and where the cell that says so ends in the row's view."""

    words: str
    end: int


def row_name(view: str) -> RowName | None:
    """The first cell that holds words, behind the serial number; cells are lines of the view.

    垃圾清运费 names the 8元 in `3｜垃圾清运费｜每户每月8元｜低保户免收`; what stands behind a figure does not.

    >>> row_name("3\\n垃圾清运费\\n每户每月8元\\n低保户免收")
    RowName(words='垃圾清运费', end=7)
    """
    at = 0
    tier = None
    for cell in view.split("\n"):
        words = cell.strip()
        if tier and _FIGURES.match(words):
            return tier
        if not _SERIAL.fullmatch(words):
            named = len(words) <= _LONGEST and not _AMOUNT.fullmatch(words)
            return RowName(words, at + len(cell)) if named else None
        tier = RowName(words, at + len(cell)) if _TIER.fullmatch(words) else tier
        at += len(cell) + 1
    return None


def in_row(term: Term, name: RowName, at: int, last: int, column: str = "") -> Term:
    """A term of a row, which begins at `at` and the last of the row's terms at `last`; `column` is what its column is.

    逾期不足30日｜处1000元以下罚款: what the name itself holds is the condition of the others.
    """
    if at >= name.end:
        return term if term.subject else replace(term, subject=f"{name.words} {column}".rstrip())
    return replace(term, role="condition") if term.role is None and last >= name.end else term


@dataclass(frozen=True, slots=True)
class Header:
    """The units that the head of a table gives its columns, by the number of the column, with what each is called.

    -1 stands for all columns.  `beside` is the column that holds the unit of each row's prices, which stand in the
    columns of `priced`, and of its other amounts, in those of `counted`.  The cells of `timed` say how long something
    takes.  `width` counts the columns, `open` are the cells of the line before, which the next one may divide, and
    `wide` is the head for rows as wide as both lines together.
    """

    units: tuple[tuple[int, str, str], ...]
    beside: int | None = None
    priced: tuple[tuple[int, str], ...] = ()
    counted: tuple[tuple[int, str], ...] = ()
    timed: tuple[int, ...] = ()
    open: tuple[str, ...] = field(default=(), repr=False, compare=False)
    wide: Header | None = field(default=None, repr=False)
    width: int = field(default=0, repr=False)

    def over(self, text: str) -> Header | None:
        """What holds for one row: the head of two lines where the row is as wide as that.

        Where a row has numbers beyond the last column of the head, nothing tells which columns its others stand in.
        """
        cells = [cell for _, cell in _cells(text)]
        if self.wide is not None and len(cells) == self.wide.width:
            return self.wide
        beyond = any(_NUMBER.fullmatch(cell.strip()) for cell in cells[self.width :])
        return None if beyond and len(self.units) > 1 else self

    def column(self, text: str, at: int) -> str:
        """What the column is called that a place of a row stands in, where several columns have units."""
        labels = {number: label for number, _, label in self.units} | dict(self.priced) | dict(self.counted)
        return labels.get(_column(text, at, max(labels)), "") if len(labels) > 1 else ""

    def is_timed(self, text: str, at: int) -> bool:
        """Whether a place of a row stands in a column of times: 20日 under 办理时限 is a period."""
        return bool(self.timed) and _column(text, at, self.timed[-1]) in self.timed

    def read(self, view: View, text: str, offset: int) -> View:
        """The view of a row with each bare number followed by its column's unit; places lead back to the number."""
        cells = list(_cells(text))
        units = {number: unit for number, unit, _ in self.units}
        if self.beside is not None and self.beside < len(cells):
            told = cells[self.beside][1].strip()
            units |= {number: told for number, _ in self.priced if _OF_MONEY.fullmatch(told)}
            units |= {number: told for number, _ in self.counted if _TOLD.fullmatch(told)}
        added: list[tuple[int, str]] = []
        for number, (start, cell) in enumerate(cells):
            unit = units.get(number, units.get(-1))
            if unit and number and _NUMBER.fullmatch(cell.strip()):
                added.append((offset + start + len(cell.rstrip()), unit))
        return inserted(view, added) if added else view


def header_of(text: str, before: Header | None) -> Header | None:
    """The header that holds for what stands behind a line: 人才类别｜购房补贴（万元） begins one, prose ends it.

    >>> header_of("人才类别\\t购房补贴（万元）", None)
    Header(units=((1, '万元', '购房补贴'),), beside=None, priced=(), counted=(), timed=())
    """
    heads = tuple(cell.strip() for _, cell in _cells(text))
    if before and before.open and (named := with_units_below(before.open, heads)):
        return replace(_named(named) or before, open=())
    if "\t" not in text:
        match = _ALL.fullmatch(text.strip())
        return Header(((-1, match["unit"], ""),)) if match else None
    closed = replace(before, open=()) if before and before.open else before
    if any(_NUMBER.fullmatch(head) for head in heads):
        return closed
    if before and before.open and closed and (named := joined_heads(before.open, heads)) and (wide := _named(named)):
        wide = replace(wide, open=())
        return wide if "" in before.open else replace(closed, wide=wide)
    return _named(heads) or closed or Header((), open=heads, width=len(heads))


def _named(heads: tuple[str, ...]) -> Header | None:
    """The header that these cells are, if any of them says what its column is counted in."""
    columns = ((number, _COLUMN.fullmatch(head)) for number, head in enumerate(heads))
    found = tuple((number, match["unit"], match["label"]) for number, match in columns if match)
    found += tuple((number, "分", head) for number, head in enumerate(heads) if number and _SCORES.fullmatch(head))
    beside = next((number for number, head in enumerate(heads) if _UNITS.fullmatch(head)), None)
    known = {number for number, *_ in found} | {0, beside}
    free = [(number, head) for number, head in enumerate(heads) if number not in known and beside is not None]
    priced = tuple(column for column in free if PRICE.fullmatch(column[1]) and not _AMOUNTS.fullmatch(column[1]))
    counted = tuple(column for column in free if _AMOUNTS.fullmatch(column[1]))
    timed = tuple(number for number, head in enumerate(heads) if number and _TIMES.fullmatch(head))
    if not (found or priced or counted or timed):
        return None
    return Header(found, beside if priced or counted else None, priced, counted, timed, open=heads, width=len(heads))


def _column(text: str, at: int, most: int) -> int:
    """The number of the column a place of a row stands in; `most` and one more where it lies further on."""
    end = -1
    for number in range(most + 1):
        end = text.find("\t", end + 1)
        if not 0 <= end < at:
            return number
    return most + 1


def _cells(text: str) -> Iterator[tuple[int, str]]:
    """The cells of a row, each with its place."""
    at = 0
    for cell in text.split("\t"):
        yield at, cell
        at += len(cell) + 1
