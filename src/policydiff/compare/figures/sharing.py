"""Figures that two merged provisions had in common, and that one figure of the merged provision continues.

第三条 gave 30% for boats and 第四条 30% for nets; the new 第三条 gives 40% for both.  The rate of each was raised, and
neither was dropped: both old figures stand in one row.  Had the boats 20%, both were merged into the 40%, provided
that the new sentence names the boats, too.  The reverse holds for a provision that was split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.compare.figures.judging import same_value
from policydiff.compare.groups import Group
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Term, TermChange
from policydiff.similarity import Grams, grams

__all__ = ["shared"]

_MOST = 200
"""As many units behind a sentence are looked at for its items."""


@dataclass(frozen=True, slots=True)
class _Merging:
    """The side whose provisions became one, by the half that each unit belongs to, and the side with that one."""

    halves: Mapping[str, str]
    side: Side
    other: Side
    about: Aboutness
    options: CompareOptions
    sentences: dict[tuple[bool, str], Grams] = field(default_factory=dict)


def shared(
    changes: Sequence[TermChange], group: Group, old: Side, new: Side, about: Aboutness, options: CompareOptions
) -> tuple[TermChange, ...]:
    """The figures of a group, with those that no partner was left for set beside their equals of another half."""
    if old.excerpt or new.excerpt:
        return tuple(changes)
    found = tuple(changes)
    if len(group.old) > 1:
        found = _gathered(found, _Merging(_halves(group.old, old), old, new, about, options), old_side=True)
    if len(group.new) > 1:
        found = _gathered(found, _Merging(_halves(group.new, new), new, old, about, options), old_side=False)
    return found


def _halves(ids: Iterable[str], side: Side) -> dict[str, str]:
    """Which of several provisions each unit belongs to."""
    return {unit.id: half for half in ids for unit in side.unit(half).walk()}


def _gathered(changes: tuple[TermChange, ...], merging: _Merging, *, old_side: bool) -> tuple[TermChange, ...]:
    """One side's figures without a partner put beside an equal one of another provision, which has a partner."""
    rows = list(changes)
    for change in changes:
        if change.direction != ("dropped" if old_side else "introduced"):
            continue
        (term,) = change.old or change.new
        for at, row in enumerate(rows):
            mine, theirs = (row.old, row.new) if old_side else (row.new, row.old)
            if len(theirs) == 1 and mine and _joins(term, mine, theirs[0], merging):
                rows[at] = _with(row, term, old_side=old_side)
                rows.remove(change)
                break
    return tuple(rows)


def _joins(term: Term, mine: Sequence[Term], partner: Term, merging: _Merging) -> bool:
    """Whether a figure does in its provision what each of some others does in another one.

    It is then in force in the partner's sentence: by its value, or by what sets it apart from the others.  A sentence
    that names all of that (有下列行为之一的, each of them in an item) need not be as like it as it is to the others.
    """
    halves, about, options = merging.halves, merging.about, merging.options
    here = halves[term.unit_id]
    if any(halves[one.unit_id] == here or not _alike(one, term) for one in mine):
        return False
    likeness = about.likeness(term, partner)
    if not likeness:
        return False
    named = [_named(term, one, partner, merging) for one in mine]
    own = min(about.likeness(one, partner) for one in mine)
    alike = likeness >= max(options.term_floor, options.merged_likeness * own)
    if not alike and min(named) < options.merged_named:
        return False
    told = zip(mine, named, strict=True)
    return all(same_value(term, one) or share >= options.merged_share for one, share in told)


def _alike(one: Term, other: Term) -> bool:
    """Whether two figures are of one sort: both caps for each company, a year."""
    return (one.kind, one.bound, one.unit, one.role, one.per, one.recurrence) == (
        *(other.kind, other.bound, other.unit, other.role),
        *(other.per, other.recurrence),
    )


def _named(term: Term, other: Term, partner: Term, merging: _Merging) -> float:
    """How much of what sets a figure apart from one that has a partner already the partner's sentence names."""
    apart = _sentence(term, merging, other=False) - _sentence(other, merging, other=False)
    return len(apart & _sentence(partner, merging, other=True)) / len(apart) if apart else 1.0


def _sentence(term: Term, merging: _Merging, *, other: bool) -> Grams:
    """What a figure's sentence names, on the side that merged or on the `other` one; each sentence is read once."""
    key = other, term.unit_id
    if key not in merging.sentences:
        merging.sentences[key] = _named_in(term.unit_id, merging.other if other else merging.side)
    return merging.sentences[key]


def _named_in(unit_id: str, side: Side) -> Grams:
    """The pairs of characters of a sentence, without its figures, and of the items that it opens."""
    text, start = side.text(unit_id), side.unit(unit_id).span.start
    at, words = 0, []
    for one in side.terms[unit_id]:
        words.append(text[at : max(at, one.span.start - start)])
        at = one.span.end - start
    found = grams(" ".join((*words, text[at:])))
    for item in _items(unit_id, side):
        found |= side.grams(item)
    return found


def _items(unit_id: str, side: Side) -> Iterable[str]:
    """The items of a list that a sentence opens, with a sentence behind a semicolon between the two or none.

    有下列行为之一的，处三万元以下罚款；有违法所得的，没收违法所得：（一）…；（二）…
    """
    at, end = side.order[unit_id] + 1, side.unit(unit_id).span.end
    said = side.text(unit_id).rstrip()
    for next_id in side.ids[at : at + _MOST]:
        unit = side.unit(next_id)
        if unit.span.start < end:
            continue  # a part of an item that was told
        if said.endswith(("；", ";")) and unit.kind == "sentence":
            said = side.text(next_id).rstrip()
        elif said.endswith(("：", ":")) and unit.kind == "item":
            yield next_id
        else:
            return
        end = unit.span.end


def _with(row: TermChange, term: Term, *, old_side: bool) -> TermChange:
    """A row with one figure more; equal ones were raised or lowered alike, of others no one number tells how far."""
    mine = row.old if old_side else row.new
    terms = tuple(sorted((*mine, term), key=lambda one: one.span))
    row = replace(row, old=terms, certainty="inferred") if old_side else replace(row, new=terms, certainty="inferred")
    if all(same_value(term, one) for one in mine):
        return row
    return replace(row, direction="merged" if old_side else "split", delta=None, percent=None, points=None)
