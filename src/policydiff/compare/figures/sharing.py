"""Figures that two merged provisions had in common, and that one figure of the merged provision continues.

第三条 gave 30% for boats and 第四条 30% for nets; the new 第三条 gives 40% for both.  The rate of each was raised, and
neither was dropped: both old figures stand in one row.  Had the boats 20%, both were merged into the 40%, provided
that the new sentence names the boats, too.  The reverse holds for a provision that was split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.compare.figures.judging import same_value
from policydiff.compare.groups import Group
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Term, TermChange

__all__ = ["shared"]


def shared(
    changes: Sequence[TermChange], group: Group, old: Side, new: Side, about: Aboutness, options: CompareOptions
) -> tuple[TermChange, ...]:
    """The figures of a group, with those that no partner was left for set beside their equals of another half."""
    if old.excerpt or new.excerpt:
        return tuple(changes)
    found = tuple(changes)
    if len(group.old) > 1:
        found = _gathered(found, _halves(group.old, old), about, options, old_side=True)
    if len(group.new) > 1:
        found = _gathered(found, _halves(group.new, new), about, options, old_side=False)
    return found


def _halves(ids: Iterable[str], side: Side) -> dict[str, str]:
    """Which of several provisions each unit belongs to."""
    return {unit.id: half for half in ids for unit in side.unit(half).walk()}


def _gathered(
    changes: tuple[TermChange, ...],
    halves: Mapping[str, str],
    about: Aboutness,
    options: CompareOptions,
    *,
    old_side: bool,
) -> tuple[TermChange, ...]:
    """One side's figures without a partner put beside an equal one of another provision, which has a partner."""
    rows = list(changes)
    for change in changes:
        if change.direction != ("dropped" if old_side else "introduced"):
            continue
        (term,) = change.old or change.new
        for at, row in enumerate(rows):
            mine, theirs = (row.old, row.new) if old_side else (row.new, row.old)
            if len(theirs) == 1 and mine and _joins(term, mine, theirs[0], halves, about, options):
                rows[at] = _with(row, term, old_side=old_side)
                rows.remove(change)
                break
    return tuple(rows)


def _joins(
    term: Term,
    mine: Sequence[Term],
    partner: Term,
    halves: Mapping[str, str],
    about: Aboutness,
    options: CompareOptions,
) -> bool:
    """Whether a figure does in its provision what each of some others does in another one.

    It is then in force in the partner's sentence: by its value, or by what sets it apart from the others.
    """
    here = halves[term.unit_id]
    if any(halves[one.unit_id] == here or not _alike(one, term) for one in mine):
        return False
    own = min(about.likeness(one, partner) for one in mine)
    if about.likeness(term, partner) < max(options.term_floor, options.merged_likeness * own):
        return False
    return all(same_value(term, one) or _named(term, one, partner, about, options) for one in mine)


def _alike(one: Term, other: Term) -> bool:
    """Whether two figures are of one sort: both caps for each company, a year."""
    return (one.kind, one.bound, one.unit, one.role, one.per, one.recurrence) == (
        *(other.kind, other.bound, other.unit, other.role),
        *(other.per, other.recurrence),
    )


def _named(term: Term, other: Term, partner: Term, about: Aboutness, options: CompareOptions) -> bool:
    """Whether the sentence of a partner names what sets a figure apart from the one that it has already."""
    apart = about.topic(term).sentence - about.topic(other).sentence
    return len(apart & about.topic(partner).sentence) >= options.merged_share * len(apart)


def _with(row: TermChange, term: Term, *, old_side: bool) -> TermChange:
    """A row with one figure more; equal ones were raised or lowered alike, of others no one number tells how far."""
    mine = row.old if old_side else row.new
    terms = tuple(sorted((*mine, term), key=lambda one: one.span))
    row = replace(row, old=terms, certainty="inferred") if old_side else replace(row, new=terms, certainty="inferred")
    if all(same_value(term, one) for one in mine):
        return row
    return replace(row, direction="merged" if old_side else "split", delta=None, percent=None, points=None)
