"""The lines of a redline that are rows of a table: told as a whole row, or cell by cell where all its cells stay.

A text keeps a table as lines whose cells are divided by tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Literal

from policydiff.render.docx.revisions import Revision

__all__ = ["Line", "cells", "rowed", "tables"]

Line = list[Revision]
_END = "\n"
_MOST = 63
"""Word opens no table of more columns."""


def rowed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with no row half changed: one whose cells came, went or changed lines is deleted and set anew."""
    held: list[Line] = []
    for line in lines:
        held.append(line)
        if line and line[-1].text == _END and line[-1].kind == "equal":
            yield from _whole(held)
            held = []
    yield from _whole(held)


def _whole(lines: list[Line]) -> Iterator[Line]:
    """Lines up to the next end of a line that stays, the deleted ones before the inserted if a row is among them."""
    changed = len(lines) > 1 or any("\t" in one.text and one.kind != "equal" for line in lines for one in line)
    if not changed or not any(is_row(line) for line in lines):
        yield from lines
        return
    last = lines[-1]
    exchange: tuple[tuple[Literal["delete", "insert"], str], ...] = (("delete", "insert"), ("insert", "delete"))
    for kind, other in exchange:
        line: Line = []
        for one in (one for part in lines for one in part if one.kind != other):
            line.append(replace(one, kind=kind))
            if one.text == _END:
                yield line
                line = []
        if line or not last:
            yield line


def is_row(line: Line) -> bool:
    """Whether a line is divided into cells."""
    return any("\t" in one.text for one in line)


def tables(lines: Iterable[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The lines in stretches, with whether one is a table; a line with a tab that stands alone is none."""
    for found, group in groupby(lines, key=is_row):
        stretch = list(group)
        yield found and len(stretch) > 1 and max(map(_tabs, stretch)) < _MOST, stretch


def _tabs(line: Line) -> int:
    return sum(one.text.count("\t") for one in line)


def cells(line: Line) -> list[Line]:
    """What stands in each cell of a row."""
    found: list[Line] = [[]]
    for one in line:
        if one.text == _END:
            continue
        for at, words in enumerate(one.text.split("\t")):
            if at:
                found.append([])
            if words:
                found[-1].append(replace(one, text=words))
    return found
