"""From an alignment and the terms of both sides to what happened between two versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from policydiff.compare.amending import as_amended
from policydiff.compare.figures.aboutness import aboutness
from policydiff.compare.figures.assigning import terms_of
from policydiff.compare.figures.doubted import with_doubted
from policydiff.compare.figures.pairing import Pairing
from policydiff.compare.figures.rivals import with_alternatives
from policydiff.compare.figures.sharing import shared
from policydiff.compare.figures.tiering import tiered
from policydiff.compare.groups import Group, groups
from policydiff.compare.notes import doubt_notes, notes, replacement_notes
from policydiff.compare.options import CompareOptions
from policydiff.compare.replacing.folding import fold_replacements
from policydiff.compare.replacing.replacements import replacements
from policydiff.compare.reported.abolished import with_abolished
from policydiff.compare.reported.formerly import former_notes
from policydiff.compare.sides import Side, side
from policydiff.compare.texts.clauses import clause_changes
from policydiff.compare.texts.factoring import with_joined
from policydiff.compare.texts.moves import moves, with_moved_figures, with_moves
from policydiff.compare.texts.rewriting import with_rewritten
from policydiff.compare.texts.sentences import out_of_step
from policydiff.compare.validity import another_day, with_last_day
from policydiff.compare.weight.references import Targets
from policydiff.compare.weight.substance import Marks, Verdict, renamed, verdict
from policydiff.fold import fold
from policydiff.model import (
    Alignment,
    Change,
    ClauseChange,
    Comparison,
    Flag,
    Relation,
    Signal,
    Term,
    TermChange,
    Version,
    amending_side,
)

__all__ = ["CompareOptions", "compare", "doubt_notes", "fold_replacements"]


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
    rows = [clause_changes(group, before, after, options) for group in found]
    elsewhere = moves(rows, before, after, options)
    rows = with_moves(rows, elsewhere, before, after, options)
    rows = with_rewritten(rows, found, before, after, options)
    rows = with_joined(rows, before, after)
    figures = with_moved_figures([_figures(group, alignment, pairing) for group in found], elsewhere, pairing)
    figures = with_alternatives(figures, pairing.about, options)
    replaced = replacements(found, rows, before, after, options)
    targets, marks = Targets(found, rows, before, after), renamed(replaced, options)
    moved = _moved(found, before, after)
    changes = []
    for index, (group, clauses, terms) in enumerate(zip(found, rows, figures, strict=True)):
        terms = with_doubted(with_last_day(terms, group, before, after), group, before, after)  # noqa: PLW2901
        judged = _judged(group, clauses, terms, targets, marks)
        flags = tuple(_flags(group, before, after, moved=index in moved, edited=judged.substance != "none"))
        weight = judged.substance, clauses, terms, judged.signals, judged.touched
        changes.append(Change(group.old, group.new, _told(group, terms), group.links, flags, *weight))
    changes = list(as_amended(changes, amending_side(old, new), before, after, options))
    told = tuple((one.old, one.new, one.articles) for one in replaced)
    doubted = (*former_notes(figures, pairing.about, before, after), *replacement_notes(replaced, marks))
    return Comparison(old, new, tuple(changes), told, (*alignment.notes, *notes(found, before, after), *doubted))


def _figures(group: Group, alignment: Alignment, pairing: Pairing) -> tuple[TermChange, ...]:
    old = terms_of(group, pairing.old, group.old, alignment.links, old=True)
    new = terms_of(group, pairing.new, group.new, alignment.links, old=False)
    changes = shared(pairing.changes(old, new), group, pairing.old, pairing.new, pairing.about, pairing.options)
    changes = tiered(changes, group, pairing.old, pairing.new)
    changes = with_abolished(changes, group.new, (pairing.old, pairing.new))
    if group.relation == "unplaced":  # it may speak of something outside the articles compared
        return tuple(replace(change, certainty="inferred") for change in changes)
    return changes


def _told(group: Group, terms: Sequence[TermChange]) -> Relation:
    """A statement that nobody attributes outright reports a provision all the same if it gives its figures."""
    gives = any(change.old and change.new for change in terms)
    return "reported" if group.relation == "mentioned" and gives else group.relation


def _both_full(old: Side, new: Side) -> bool:
    return not old.excerpt and not new.excerpt


def _judged(
    group: Group, clauses: Sequence[ClauseChange], terms: Sequence[TermChange], targets: Targets, marks: Marks
) -> Verdict:
    """A report paraphrases: against one, only its figures and its day of effect are evidence of a change."""
    if not _both_full(targets.old, targets.new):
        moved = any(change.direction not in {"unchanged", "not_reported"} or change.changed for change in terms)
        told: tuple[Signal, ...] = ("number",) if moved else ()
        told += ("date",) if another_day(group, targets.old, targets.new) else ()
        return Verdict("substantive", told) if told else Verdict("none")
    if group.relation == "added":
        return Verdict("substantive", ("added",))
    if group.relation == "removed":
        return Verdict("substantive", ("removed",))
    return verdict(clauses, terms, targets, marks)


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
    """The one-to-one groups that left their place among the others."""
    alone = {
        (group.old[0], group.new[0]): index
        for index, group in enumerate(found)
        if len(group.old) == len(group.new) == 1
    }
    return {alone[pair] for pair in out_of_step(tuple(alone), old, new)}
