"""What a report says held before, where the old text says something else: 由2万元提高到5万元 of a draft's 3万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.compare.figures.judging import sum_of
from policydiff.compare.sides import Side
from policydiff.model import Note, Term, TermChange

__all__ = ["former_notes"]

_COMPARED = frozenset({"raised", "lowered", "unchanged"})


def former_notes(figures: Sequence[Sequence[TermChange]], about: Aboutness, old: Side, new: Side) -> tuple[Note, ...]:
    """One note for each figure that a report says replaced another figure than the old text has.

    The old text is at hand, so what it says is compared; but the reader should know that the report had something else
    before it.  If any figure of the provision has the value that the report gives, the report may speak of that one.
    A draft that itself says what holds until now (由2公里7元调整为3公里10元) agrees with a report that says the same.
    """
    if old.excerpt or not new.excerpt:
        return ()
    return tuple(dict.fromkeys(note for group in figures for note in _of(group, about, new)))


def _of(group: Sequence[TermChange], about: Aboutness, new: Side) -> Iterator[Note]:
    held = {sum_of(term) for change in group for term in change.old}
    for change in group:
        if len(change.old) != 1 or len(change.new) != 1 or change.direction not in _COMPARED:
            continue
        told, before = about.topic(change.new[0]).former, change.old[0]
        if (
            told is None
            or told.role != "former"
            or (told.kind, told.unit) != (before.kind, before.unit)
            or sum_of(told) in held
            or _agrees(about.topic(before).former, told)
        ):
            continue
        document = new.document(told.unit_id).origin.name
        yield Note("former_differs", (("document", document), ("told", told.quote), ("old", before.quote)))


def _agrees(former: Term | None, told: Term) -> bool:
    return former is not None and sum_of(former) == sum_of(told)
