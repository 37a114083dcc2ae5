"""Heads of tables in two rows: 类别｜资助（万元）｜年度上限（万元） over Ⅰ期｜Ⅱ期｜Ⅲ期, which 资助 spans.

A cell that spans several columns leaves gaps behind it in its row; what is written under it stands from its own column
on.  A head of two cells has no gap: there the second one spans whatever the next row holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.patterns import lazy
from policydiff.terms.column_units import PRICE, for_each, unit_in

__all__ = ["as_row", "joined_heads", "with_units_below"]

_WITH_UNIT = lazy(r"(?P<label>[^\t\n]{1,60}?)(?P<unit>[（(][^（()）\t\n]{1,24}[）)])")
_PIPES = lazy(r"[|｜][^\n]*[|｜]\s*")
_RULE = lazy(r"[\s|｜:-]*")
_AS_ROW = str.maketrans("|｜", "\t\t")
_PAIR = 2
_REMARKS = lazy("备注|说明|附注|(?:收费|政策|文件|定价)?依据|(?:批准)?文号")
"""What the last columns of a table are called that hold no figures."""


def as_row(text: str) -> str:
    """A line of a table that is drawn with upright strokes, with tabs in their place; any other line as it is.

    >>> as_row("|居民|0.85|"), as_row("|---|---|"), as_row("居民|0.85")
    (' 居民\\t0.85 ', '', '居民|0.85')
    """
    if not _PIPES.fullmatch(text):
        return text
    if _RULE.fullmatch(text):
        return ""
    end = max(text.rfind("|"), text.rfind("｜"))
    return f" {text[1:end].translate(_AS_ROW)} {text[end + 1 :]}"


def joined_heads(over: Sequence[str], below: Sequence[str]) -> tuple[str, ...] | None:
    """What each column is called under both rows of a head; None where the second row does not fit the gaps.

    >>> joined_heads(("类别", "资助（万元）", "", "年度上限（万元）"), ("首次", "再次"))
    ('类别', '资助 首次（万元）', '资助 再次（万元）', '年度上限（万元）')
    >>> joined_heads(("类别", "资助（万元）"), ("首次", "再次"))
    ('类别', '资助 首次（万元）', '资助 再次（万元）')
    >>> joined_heads(("类别", "单位", "资助（万元）"), ("首次", "再次")) is None
    True
    """
    first = over.index("") - 1 if "" in over else len(over) - 1
    if first < 1 or ("" not in over and len(over) != _PAIR):
        return None
    width = max(len(over), first + len(below))
    heads = (*over, *[""] * (width - len(over) + 1))
    named: list[str] = []
    above = ""
    for column in range(width):
        own = below[column - first] if 0 <= column - first < len(below) else ""
        spanned = not heads[column] or (column + 1 < width and not heads[column + 1])
        if spanned != bool(own):
            return None
        above = heads[column] or above
        named.append(_joined(above, own) if own else above)
    return tuple(named)


def with_units_below(over: Sequence[str], below: Sequence[str]) -> tuple[str, ...] | None:
    """The cells of a head with the units that stand in a row of their own beneath them; None where that is no such row.

    服务项目｜起降费｜停放费 over 元/架次｜元/小时: what names the rows spans both lines, and so do 备注 at the end.

    >>> with_units_below(("服务项目", "起降费", "停放费", "备注"), ("元/架次", "（元/小时）"))
    ('服务项目', '起降费（元/架次）', '停放费（元/小时）', '备注')
    >>> with_units_below(("服务项目", "起降费", "停放费"), ("元/架次",)) is None  # of which of them?
    True
    """
    units = [unit_in(cell) for cell in below if cell]
    columns = [i for i, head in enumerate(over) if i and not _REMARKS.fullmatch(head)]
    named, bare = columns[len(columns) - len(units) :], columns[: len(columns) - len(units)]
    if not units or None in units or "" in over or len(units) > len(columns):
        return None
    if any(PRICE.fullmatch(over[i]) for i in bare) or any(_bracket_of(over[i])[1] for i in named):
        return None
    told = dict(zip(named, units, strict=True))
    return tuple(f"{head}（{told[i]}）" if i in told else head for i, head in enumerate(over))


def _joined(above: str, own: str) -> str:
    """收费标准（元） over 停放（每小时）, over 每小时 or over 元/小时 is 元/小时; over 停放（含夜间） it is 元."""
    label, unit = _bracket_of(above)
    if told := unit_in(own):
        return f"{label}（{told}）"
    part, bracket = _bracket_of(own)
    if unit is None:
        return f"{above} {own}"
    if unit_in(bracket or ""):
        return f"{label} {own}"
    inner = unit_in(unit)
    if inner and (each := for_each(own)):
        return f"{label}（{_by(inner, each)}）"
    if inner and bracket and (each := for_each(bracket)):
        return f"{label} {part}（{_by(inner, each)}）"
    return f"{label} {own}{unit}"


def _by(unit: str, each: str) -> str:
    """A unit for each of what; one that says so itself already stays as it is."""
    return unit if unit.endswith(each) else unit + each


def _bracket_of(head: str) -> tuple[str, str | None]:
    """What a head is called, and the bracket it ends with."""
    match = _WITH_UNIT.fullmatch(head)
    return (match["label"], match["unit"]) if match else (head, None)
