"""The row of a table: what its figures belong to stands in the cell that names the row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policydiff.fold import HAN
from policydiff.model import Term
from policydiff.patterns import lazy

__all__ = ["RowName", "in_row", "row_name"]

_NAMES = lazy(f"{HAN}[^\n]*?{HAN}")
_SERIAL = lazy(r"[\d一二三四五六七八九十]{1,4}[.、)]?|第[\d一二三四五六七八九十]{1,4}[类档项条]?")
_LONGEST = 24


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
    for cell in view.split("\n"):
        words = cell.strip()
        if _NAMES.match(words) and not _SERIAL.fullmatch(words):
            return RowName(words, at + len(cell)) if len(words) <= _LONGEST else None
        at += len(cell) + 1
    return None


def in_row(term: Term, name: RowName, at: int, last: int) -> Term:
    """A term of a row, which begins at `at` and the last of the row's terms at `last`.

    逾期不足30日｜处1000元以下罚款: what the name itself holds is the condition of the others.
    """
    if at >= name.end:
        return term if term.subject else replace(term, subject=name.words)
    return replace(term, role="condition") if term.role is None and last >= name.end else term
