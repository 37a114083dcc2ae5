"""Whether a table holds data or only lays out a page.

A page that stands in a table for its frame's sake has to keep its lines: provisions that all stand in one cell are
not one line.  A table of data has one line a row.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.patterns import lazy

__all__ = ["is_data_table"]

_PROVISION = lazy(
    r"第[零〇一二三四五六七八九十百千两\d]{1,7}[编編章节節条條](?![的、和或及至第所中规規])|[一二三四五六七八九十]{1,3}、"
)
_PARAGRAPHS = 4  # a cell of so many lines that holds most of a table is a text, and the table its frame
_FRAME_SHARE = 0.6
_SINGLE_ROWS = 3  # rows of one provision each, for each row where a cell holds several


def is_data_table(rows: Sequence[Sequence[str | None]]) -> bool:
    """Whether a table's rows are data.

    A cell's paragraphs are the lines of its text; a cell that belongs to a merged one above it is null.

    >>> is_data_table([["档次", "奖励"], ["一档", "最高50万元"]])
    True
    >>> is_data_table([["第一条 为了促进发展，制定本办法。\\n第二条 本办法适用于本市。", "附件下载"]])
    False

    A table lays out a page where few rows have two cells that say something, where cells hold several articles each
    (in a comparison of two versions, 新旧条文对照表, most rows hold one), or where one cell of several paragraphs holds
    most of the text.
    """
    filled = [[cell for cell in row if cell is None or cell.strip()] for row in rows]
    filled = [row for row in filled if any(row)]
    paired = sum(len(row) > 1 for row in filled)
    if paired < 2 or paired * 3 < len(filled):
        return False
    crowded = sum(any(_provisions(cell) > 1 for cell in row) for row in filled)
    if crowded and paired - crowded < _SINGLE_ROWS * crowded:
        return False
    cells = [cell for row in filled for cell in row if cell]
    largest = max(cells, key=len)
    framed = sum(bool(line.strip()) for line in largest.split("\n")) >= _PARAGRAPHS
    return not (framed and len(largest) > _FRAME_SHARE * sum(map(len, cells)))


def _provisions(cell: str | None) -> int:
    """How many of a cell's lines start a provision."""
    return sum(_PROVISION.match(line.lstrip()) is not None for line in cell.split("\n")) if cell else 0
