"""Heads of tables in two rows: 类别｜资助（万元）｜年度上限（万元） over Ⅰ期｜Ⅱ期｜Ⅲ期, which 资助 spans.

A cell that spans several columns leaves gaps behind it in its row; what is written under it stands from its own column
on.  A head of two cells has no gap: there the second one spans whatever the next row holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.patterns import lazy

__all__ = ["as_row", "joined_heads"]

_WITH_UNIT = lazy(r"(?P<label>[^\t\n]{1,60}?)(?P<unit>[（(][^（()）\t\n]{1,24}[）)])")
_PIPES = lazy(r"[|｜][^\n]*[|｜]\s*")
_RULE = lazy(r"[\s|｜:-]*")
_AS_ROW = str.maketrans("|｜", "\t\t")
_PAIR = 2


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


def _joined(above: str, own: str) -> str:
    match = _WITH_UNIT.fullmatch(above)
    if match is None:
        return f"{above} {own}"
    return f"{match['label']} {own}" + ("" if _WITH_UNIT.fullmatch(own) else match["unit"])
