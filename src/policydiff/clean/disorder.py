"""Provisions that stand out of their numerical order.

A program that shuffles a text to pass it off as its own leaves the numbers where the paragraphs went: 第七条, 第二条,
第五条.  Honest texts skip numbers (a report that quotes some articles), repeat them, begin anew (an annex), and set two
columns side by side (a table of old and new text); but they count upwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.model import Span
from policydiff.numerals import whole
from policydiff.patterns import lazy

__all__ = ["DisorderOptions", "out_of_order"]


@dataclass(frozen=True, slots=True)
class DisorderOptions:
    """When numbers are out of order, and not only odd."""

    fewest: int = 6
    """Fewer numbers tell nothing: two or three of them may stand anyhow for reasons of their own."""

    backwards: float = 0.3
    """The share of steps that lead back to another number than the first; of shuffled numbers half of them do."""

    broken: float = 0.5
    """The share of steps that do not lead to the next number; of shuffled numbers nearly all, of a whole law none."""

    columns: int = 2
    """So many rows of rising numbers may stand side by side, as the old and the new text do in a table.  Shuffled
    numbers need more rows: ten of them four or five."""


_DEFAULTS = DisorderOptions()
_C = "[零〇一二三四五六七八九十百千两]"
_PROVISIONS = (
    lazy(rf"(?m)^[ \t\u3000]*第({_C}{{1,9}}|\d{{1,4}})[条條](?!(?:第|的|所|中|之外|及|和|、|规定|規定|至))"),
    lazy(rf"(?m)^[ \t\u3000]*第({_C}{{1,5}}|\d{{1,3}})章"),
    lazy(rf"(?m)^[ \t\u3000]*({_C}{{1,3}})、"),
)
_ITEMS = (
    lazy(rf"(?m)^[ \t\u3000]*[(（]({_C}{{1,3}})[)）](?![项款、和至])"),
    lazy(rf"(?<![第统唯同一])({_C}{{1,2}})是(?![否由指])"),
)


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    span: Span


def out_of_order(text: str) -> tuple[Span, ...]:
    """The numbers that do not follow from the one before, where a text has its provisions out of order.

    >>> out_of_order("第一条 总则。\\n第二条 范围。\\n第五条 附则。")
    ()
    """
    found: list[Span] = []
    for pattern in (*_PROVISIONS, *_ITEMS):
        row = tuple(_numbers(text, pattern))
        if _is_shuffled(row) and (pattern in _ITEMS or _needs_rows(row)):
            found += [each.span for each, step in zip(row[1:], _steps(row), strict=True) if not _follows(*step)]
    return tuple(sorted(found))


def _numbers(text: str, pattern: re.Pattern[str]) -> Iterator[_Numbered]:
    for match in pattern.finditer(text):
        written = match[1]
        try:
            number = whole(written)
        except ValueError:  # numerals in an order that makes no number
            continue
        start = match.end() - len(match[0].lstrip())
        yield _Numbered(number, Span(start, match.end()))


def _steps(row: Sequence[_Numbered]) -> Iterator[tuple[int, int, int]]:
    """Each number with the one before it, and with the one behind it (2 where there is none)."""
    behind = [each.number for each in row[2:]] + [2]
    return ((one.number, two.number, three) for (one, two), three in zip(pairwise(row), behind, strict=True))


def _follows(before: int, number: int, behind: int) -> bool:
    """第三条 follows 第二条; 第三条之一 bears the number of 第三条; an annex begins anew, with 1 and then 2."""
    return number in (before, before + 1) or (number == 1 and behind in (1, 2))


def _is_shuffled(row: Sequence[_Numbered]) -> bool:
    if len(row) < _DEFAULTS.fewest:
        return False
    broken = [(before, number) for before, number, behind in _steps(row) if not _follows(before, number, behind)]
    backwards = sum(number < before for before, number in broken)
    steps = len(row) - 1
    return backwards >= _DEFAULTS.backwards * steps and len(broken) >= _DEFAULTS.broken * steps


def _needs_rows(row: Sequence[_Numbered]) -> bool:
    """Whether two rising rows side by side do not explain the order; items of two columns stand cell by cell."""
    return any(_rows_needed(part) > _DEFAULTS.columns for part in _parts(row))


def _parts(row: Sequence[_Numbered]) -> Iterator[list[int]]:
    """The numbers, cut where they begin anew."""
    part = [each.number for each in row[:1]]
    for before, number, behind in _steps(row):
        if number == 1 != before and _follows(before, number, behind):
            yield part
            part = []
        part.append(number)
    yield part


def _rows_needed(numbers: Sequence[int]) -> int:
    """Into how many rows of numbers that never fall a list can be parted: the length of its longest falling one."""
    tails: list[int] = []  # of the falling rows of each length, the largest last number, turned round
    for number in numbers:
        at = bisect_left(tails, -number)
        if at == len(tails):
            tails.append(-number)
        else:
            tails[at] = -number
    return len(tails)
