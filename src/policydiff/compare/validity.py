"""How long a text is in force, where one side says a period and the other the last day: 三年 and 至2027年12月31日."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from policydiff.compare.effect import day_in_year, day_of_effect, last_day
from policydiff.compare.figures.claims import witness_of
from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.model import Certainty, TermChange

__all__ = ["another_day", "with_last_day"]


def with_last_day(changes: Sequence[TermChange], group: Group, old: Side, new: Side) -> tuple[TermChange, ...]:
    """A period of validity that the other side gives as a day was neither dropped nor left out.

    Nor can the two be compared: a period is no day.
    """
    return tuple(_compared(change, group, old, new) for change in changes)


def _compared(change: TermChange, group: Group, old: Side, new: Side) -> TermChange:
    gone = bool(change.old)
    if gone == bool(change.new) or any(term.role != "validity" for term in (*change.old, *change.new)):
        return change
    side, units = (new, group.new) if gone else (old, group.old)
    ends = [unit for unit in units if last_day(side.text(unit))]
    if not ends:
        return change
    witnesses = tuple(witness_of(unit, side) for unit in ends) if side.excerpt else change.witnesses
    certainty = _surest(ends, side) if side.excerpt else change.certainty
    return replace(change, direction="not_comparable", certainty=certainty, witnesses=witnesses)


def _surest(units: Iterable[str], side: Side) -> Certainty:
    said = [side.unit(unit).attribution for unit in units]
    return "stated" if any(one and one.certainty == "stated" for one in said) else "inferred"


def another_day(group: Group, old: Side, new: Side) -> bool:
    """Whether the statements about a provision name another day of effect than it does."""
    before, after = _days(group.old, old), _days(group.new, new)
    if before and after:
        return before.isdisjoint(after)
    short = _days_in_year(group.old, old), _days_in_year(group.new, new)
    known = {day[5:] for day in before} or short[0], {day[5:] for day in after} or short[1]
    return bool(known[0] and known[1] and known[0].isdisjoint(known[1]))


def _days_in_year(units: Sequence[str], side: Side) -> set[str]:
    return {day for unit in units if side.excerpt and (day := day_in_year(side.text(unit)))}


def _days(units: Sequence[str], side: Side) -> set[str]:
    return {day for unit in units if (day := day_of_effect(side.text(unit)))}
