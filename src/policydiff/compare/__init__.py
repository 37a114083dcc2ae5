"""From an alignment and the terms of both sides to what happened between two versions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from policydiff.compare.aboutness import aboutness
from policydiff.compare.assigning import terms_of
from policydiff.compare.clauses import clause_changes
from policydiff.compare.groups import Group, groups
from policydiff.compare.notes import doubt_notes, notes
from policydiff.compare.options import CompareOptions
from policydiff.compare.pairing import Pairing, with_alternatives
from policydiff.compare.replacements import replacements
from policydiff.compare.sides import Side, side
from policydiff.compare.substance import substance
from policydiff.fold import fold
from policydiff.model import (
    Alignment,
    Change,
    ClauseChange,
    Comparison,
    Flag,
    Substance,
    Term,
    TermChange,
    Version,
)

__all__ = ["CompareOptions", "compare", "doubt_notes"]


def compare(
    old: Version,
    new: Version,
    alignment: Alignment,
    old_terms: Iterable[Term],
    new_terms: Iterable[Term],
    options: CompareOptions | None = None,
) -> Comparison:
    """Say what became of every provision and of every figure.

    `old_terms` and `new_terms` are the terms of each version's own instrument.  Comparing a version with itself gives
    no change but `same`.
    """
    options = options or CompareOptions()
    before, after = side(old, old_terms), side(new, new_terms)
    found = groups(alignment, before, after)
    pairing = Pairing(before, after, aboutness(before, after, options), options)
    figures = with_alternatives([_figures(group, alignment, pairing) for group in found], pairing.about, options)
    rows = [clause_changes(group, before, after, options) for group in found]
    replaced = replacements(rows, before, after, options)
    renamed = {(a, b) for a, b, _ in replaced}
    moved = _moved(found, before, after)
    changes = []
    for index, (group, clauses, terms) in enumerate(zip(found, rows, figures, strict=True)):
        weight = _weight(group, clauses, terms, before, after, renamed)
        flags = tuple(_flags(group, before, after, moved=index in moved, edited=weight != "none"))
        changes.append(Change(group.old, group.new, group.relation, group.links, flags, weight, clauses, terms))
    return Comparison(old, new, tuple(changes), replaced, notes(found, before, after))


def _figures(group: Group, alignment: Alignment, pairing: Pairing) -> tuple[TermChange, ...]:
    old = terms_of(group, pairing.old, group.old, alignment.links, old=True)
    new = terms_of(group, pairing.new, group.new, alignment.links, old=False)
    changes = pairing.changes(old, new)
    if group.relation == "unplaced":  # it may speak of something outside the articles compared
        return tuple(replace(change, certainty="inferred") for change in changes)
    return changes


def _both_full(old: Side, new: Side) -> bool:
    return not old.excerpt and not new.excerpt


def _weight(
    group: Group,
    clauses: Sequence[ClauseChange],
    terms: Sequence[TermChange],
    old: Side,
    new: Side,
    renamed: Collection[tuple[str, str]],
) -> Substance:
    """A report paraphrases: against one, only its figures are evidence of a change."""
    if not _both_full(old, new):
        told = any(change.direction not in {"unchanged", "not_reported"} or change.changed for change in terms)
        return "substantive" if told else "none"
    if group.relation in {"added", "removed"}:
        return "substantive"
    return substance(clauses, terms, old, new, renamed)


def _flags(group: Group, old: Side, new: Side, *, moved: bool, edited: bool) -> Iterable[Flag]:
    if not group.old or not group.new or not _both_full(old, new):
        return
    if moved:
        yield "moved"
    if len(group.old) == len(group.new) == 1:
        a, b = old.unit(group.old[0]), new.unit(group.new[0])
        if str(a.address) != str(b.address):
            yield "renumbered"
        if fold(a.heading) != fold(b.heading):
            yield "retitled"
    if edited:
        yield "edited"


def _moved(found: Sequence[Group], old: Side, new: Side) -> set[int]:
    """The one-to-one groups that left their place among the others: those off the longest increasing chain."""
    placed = [
        (old.order[group.old[0]], new.order[group.new[0]], index)
        for index, group in enumerate(found)
        if len(group.old) == len(group.new) == 1
    ]
    placed.sort()
    chain = _longest_increasing([at for _, at, _ in placed])
    return {index for number, (_, _, index) in enumerate(placed) if number not in chain}


def _longest_increasing(values: Sequence[int]) -> set[int]:
    """The indices of a longest strictly increasing chain (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    chain: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain
