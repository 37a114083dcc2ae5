"""What became of one figure: raised, lowered, unchanged or not comparable, and by how much.

The vocabulary is mechanical.  A cap is compared with a cap by its upper end, a floor with a floor by its lower one, a
range by both.  Two figures on different bases, or per different things, are not comparable however alike they look.
"""

from __future__ import annotations

import re
from fractions import Fraction

from policydiff.compare.options import CompareOptions
from policydiff.fold import fold
from policydiff.model import Direction, Facet, Term
from policydiff.similarity import Grams, grams

__all__ = ["Verdict", "judge", "same_basis", "same_value", "share_enough"]

_FIGURES = re.compile(r"[\d./]+")
_IN_MONTHS = {("年", "月"), ("月", "年")}

Verdict = tuple[Direction, Fraction | None, Fraction | None, Fraction | None, tuple[Facet, ...]]


def judge(old: Term, new: Term, *, partial: bool, options: CompareOptions) -> Verdict:
    """Compare two figures that are about one thing: direction, delta, per cent, percentage points, changed facets.

    `partial` says that one side is known from a report only, which may leave a basis or a recurrence out: there,
    silence is no change.
    """
    changed = _changed(old, new, partial, options)
    if set(changed) - {"hedge"} and (_contradict(old, new, changed) or "bound" in changed):
        return "not_comparable", None, None, None, changed
    before, after = _ends(old), _ends(new)
    if (old.unit, new.unit) in _IN_MONTHS:
        before, after = _months(before, old.unit), _months(after, new.unit)
    elif old.unit != new.unit:
        before = None
    if before is None or after is None:
        return "not_comparable", None, None, None, changed
    delta = after[-1] - before[-1] or after[0] - before[0]
    if before == after and (old.low_open, old.high_open) == (new.low_open, new.high_open):
        return "unchanged", Fraction(0), Fraction(0), None, changed
    steps = [b - a for a, b in zip(before, after, strict=True)]
    if min(steps) < 0 < max(steps) or not any(steps):
        return "not_comparable", None, None, None, changed
    direction: Direction = "raised" if max(steps) > 0 else "lowered"
    base = before[-1] if steps[-1] else before[0]
    uneven = all(steps) and len({step / start for step, start in zip(steps, before, strict=True) if start}) > 1
    if uneven:  # both ends of a range moved, and not by one measure
        return direction, None, None, None, changed
    rate = old.kind == "rate"
    percent = delta / base * 100 if base and not rate else None
    return direction, delta, percent, delta * 100 if rate else None, changed


def same_value(one: Term, other: Term) -> bool:
    """Whether two figures say the same sum, whatever they are about."""
    return (one.kind, one.bound, one.low, one.high, one.unit) == (
        other.kind,
        other.bound,
        other.low,
        other.high,
        other.unit,
    )


def same_basis(one: str, other: str, options: CompareOptions) -> bool:
    """Whether two bases name one thing: 研发成本 and 项目研发成本 do.

    >>> same_basis("研发成本", "项目研发成本", CompareOptions()), same_basis("研发成本", "活动费用", CompareOptions())
    (True, False)
    """
    return share_enough(grams(one), grams(other), options)


def share_enough(one: Grams, other: Grams, options: CompareOptions) -> bool:
    """The same of the pairs of characters of two bases."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= options.same_basis * shorter


def _ends(term: Term) -> tuple[Fraction, ...] | None:
    """The ends that count for a bound, lower one first."""
    ends = {"cap": (term.high,), "floor": (term.low,)}.get(term.bound, (term.low, term.high))
    found = tuple(end for end in ends if end is not None)
    return found if len(found) == len(ends) else None


def _months(ends: tuple[Fraction, ...] | None, unit: str | None) -> tuple[Fraction, ...] | None:
    """Years in months: 1年 and 12个月 are one period."""
    return ends and tuple(end * (12 if unit == "年" else 1) for end in ends)


def _changed(old: Term, new: Term, partial: bool, options: CompareOptions) -> tuple[Facet, ...]:
    found: list[Facet] = []
    if old.bound != new.bound:
        found.append("bound")
    if old.hedge != new.hedge:
        found.append("hedge")
    if not _agree(old.basis, new.basis, partial, options):
        found.append("basis")
    if not _agree(old.per, new.per, partial, options):
        found.append("per")
    if _recurrence(old) != _recurrence(new) and not (partial and not (old.recurrence and new.recurrence)):
        found.append("recurrence")
    return tuple(found)


def _recurrence(term: Term) -> str:
    """How often; the 连续3年 of a period repeats its own figure, which is compared by itself."""
    recurrence = fold(term.recurrence or "")
    return _FIGURES.sub("", recurrence) if term.kind == "duration" else recurrence


def _agree(old: str | None, new: str | None, partial: bool, options: CompareOptions) -> bool:
    if old is None or new is None:
        return old == new or partial
    return same_basis(old, new, options)


def _contradict(old: Term, new: Term, changed: tuple[Facet, ...]) -> bool:
    """Whether both sides say what the figure hangs on, and say it differently."""
    said = {
        "basis": old.kind == "rate" and bool(old.basis and new.basis),
        "per": bool(old.per and new.per),
        "recurrence": bool(old.recurrence and new.recurrence),
    }
    return any(said.get(facet, False) for facet in changed)
