"""What a report says was kept: 起补标准仍为30万元 keeps the 30万元 of the old text, whatever that calls it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from policydiff.compare.figures.judging import same_value
from policydiff.compare.sides import Side
from policydiff.model import Term, TermChange

__all__ = ["with_upheld"]

_STILL = re.compile(
    r"(?:仍(?:然|旧)?(?:为|是|按|执行|给予|维持|保持|实行)|不变[，,、]?(?:仍|依然|还是|继续)?(?:为|是|按)?|(?:保持|维持|沿用)(?:原有?的?|在)?)"
    r"[^，。；\d一二三四五六七八九十百千万]{0,10}$"
)
_UNCHANGED = re.compile(
    r"^[^，。；\d]{0,12}[，,（(]?(?:的?(?:标准|比例|额度|上限|金额|期限)?)(?:保持|维持)?(?:不变|没有变化|未作调整)"
)
_REACH = 24


def with_upheld(changes: Sequence[TermChange], sides: tuple[Side, Side]) -> tuple[TermChange, ...]:
    """Set a figure that a report says was kept beside the one of its provision that has the same value.

    Each must be the only one of that value that no partner was found for; then the words of the report are enough.
    """
    old, reports = sides
    if old.excerpt or not reports.excerpt:
        return tuple(changes)
    rows = list(changes)
    for kept in [row for row in changes if row.direction == "introduced" and _kept(row, reports)]:
        like = [row for row in rows if row.direction == "introduced" and same_value(row.new[0], kept.new[0])]
        silent = [
            row for row in rows if row.direction == "not_reported" and row.old and same_value(row.old[0], kept.new[0])
        ]
        if len(like) == len(silent) == 1:
            (before,) = silent
            joined = replace(kept, old=before.old, direction="unchanged", delta=Fraction(0), percent=Fraction(0))
            rows[rows.index(before)] = joined
            rows.remove(kept)
    return tuple(rows)


def _kept(change: TermChange, reports: Side) -> bool:
    return len(change.new) == 1 and not change.alternatives and _told_kept(change.new[0], reports)


def _told_kept(term: Term, reports: Side) -> bool:
    """Whether the words right around a figure say that it is what it was: 仍为30万元, 维持30万元不变."""
    text, unit = reports.document(term.unit_id).text, reports.unit(term.unit_id).span
    before = text[max(unit.start, term.span.start - _REACH) : term.span.start]
    after = text[term.span.end : min(unit.end, term.span.end + _REACH)]
    return _STILL.search(before) is not None or _UNCHANGED.match(after) is not None
