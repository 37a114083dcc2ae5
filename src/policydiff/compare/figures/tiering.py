"""One range that was divided into tiers, or tiers that became one range again.

可以处一万元以下罚款 → 可以处五千元以下罚款；情节严重的，处五千元以上一万元以下罚款: what may be imposed goes as far as
before.  Told as a fine cut by half and another one introduced, it would seem that the old maximum is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.model import Direction, Term, TermChange

__all__ = ["tiered"]

_MOST = 8
"""Tiers of one penalty."""
_Sort = tuple[str, str, str | None, str | None, str | None]


def tiered(changes: Sequence[TermChange], group: Group, old: Side, new: Side) -> tuple[TermChange, ...]:
    """The figures of a group, with the tiers that reach from one end of a range to the other in its row."""
    found = tuple(changes)
    if old.excerpt or new.excerpt or all(change.old and change.new for change in found):
        return found
    found = _joined(found, _provisions(group.new, new), split=True)
    return _joined(found, _provisions(group.old, old), split=False)


def _provisions(ids: Sequence[str], side: Side) -> dict[str, str]:
    """Which provision each unit belongs to."""
    return {unit.id: provision for provision in ids for unit in side.unit(provision).walk()}


def _joined(changes: tuple[TermChange, ...], provisions: Mapping[str, str], *, split: bool) -> tuple[TermChange, ...]:
    alone = "introduced" if split else "dropped"
    free = [(change.new or change.old)[0] for change in changes if change.direction == alone]
    lowest: dict[_Sort, dict[Fraction | None, Term]] = defaultdict(dict)
    for term in free:
        if term.role == "penalty" and term.bound != "exact":
            lowest[_sort(term, provisions)].setdefault(term.low, term)
    rows: list[TermChange] = []
    taken: set[Term] = set()
    for row in changes:
        whole, part = (row.old, row.new) if split else (row.new, row.old)
        alike = lowest.get(_sort(part[0], provisions)) if len(whole) == len(part) == 1 else None
        changed = row.direction != "unchanged" and row.certainty == "stated"
        tiers = _tiers(whole[0], part[0], alike) if alike and changed else ()
        taken.update(tiers)
        rows.append(_row(row, tiers, split=split) if tiers else row)
    return tuple(row for row in rows if row.direction != alone or (row.new or row.old)[0] not in taken)


def _sort(term: Term, provisions: Mapping[str, str]) -> _Sort:
    """What two tiers have in common: the provision they stand in, the unit, and what they are reckoned by."""
    return provisions.get(term.unit_id, ""), term.kind, term.unit, term.per, term.basis


def _tiers(whole: Term, part: Term, others: Mapping[Fraction | None, Term]) -> tuple[Term, ...]:
    """The tiers that reach from one end of a range to the other without a gap, one of which is the `part`."""
    if whole.role != "penalty" or part.role != "penalty" or (whole.kind, whole.unit) != (part.kind, part.unit):
        return ()
    found: list[Term] = []
    low = whole.low
    while whole.high is not None and len(found) < _MOST:
        tier = part if part.low == low else others.get(low)
        if tier is None or tier.high is None or tier.high > whole.high:
            return ()
        found.append(tier)
        low = tier.high
        if low == whole.high:
            return tuple(found) if len(found) > 1 and part in found else ()
    return ()


def _row(row: TermChange, tiers: Sequence[Term], *, split: bool) -> TermChange:
    terms = tuple(sorted(tiers, key=lambda term: term.span))
    row = replace(row, new=terms) if split else replace(row, old=terms)
    told: Direction = "split" if split else "merged"
    return replace(row, direction=told, certainty="inferred", delta=None, percent=None, points=None, changed=())
