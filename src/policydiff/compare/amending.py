"""A decision to amend beside the text that it amends: 关于修改《海州市渔港办法》的决定 and 海州市渔港办法.

The decision holds only what it changes: of what it does not speak of nothing was added or removed.  What it orders by
number (删去第三条, 将第二条中的“5日”修改为“3日”) befalls the provision it names, where that is the text before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policydiff.compare.exchanged import Exchange, exchanged, with_exchanged
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Change, Relation, TermChange, Unit, Witness, title_of
from policydiff.orders import Order, named, orders, provisions, strikes_whole

__all__ = ["as_amended"]

_SILENT = frozenset({"introduced", "dropped"})

Name = Literal["old", "new"]


@dataclass(frozen=True, slots=True)
class _Orders:
    """The orders of each unit of a decision, and the articles that it strikes with who says so."""

    of: dict[str, tuple[Order, ...]]
    struck: dict[str, Witness]


def as_amended(
    changes: Iterable[Change], which: Name | None, old: Side, new: Side, options: CompareOptions
) -> Iterator[Change]:
    """What is told where one side is a decision to amend: only what it speaks of."""
    if which is None:
        yield from changes
        return
    changes = list(changes)
    ordered = (
        _read([unit for change in changes for unit in change.new], old, new) if which == "new" else _Orders({}, {})
    )
    numbered = provisions(old.version) if ordered.of else {}
    for change in changes:
        if change.old and change.new:
            exchanges = [one for unit in change.new for one in exchanged(ordered.of.get(unit, ()), numbered)]
            told = change
            if exchanges and _only_exchanges(change, ordered):
                told = with_exchanged(change, exchanges, old, new, options)
            yield _reported(told, exchanges)
        elif change.old and change.old[0] in ordered.struck:
            witness = ordered.struck[change.old[0]]
            terms = tuple(replace(term, direction="dropped", witnesses=(witness,)) for term in change.terms)
            yield replace(change, relation="removed", substance="substantive", signals=("removed",), terms=terms)
        elif change.new and _inserts(ordered.of.get(change.new[0], ())):
            yield replace(change, relation="added")
        else:
            alone: Relation = "unplaced" if bool(change.old) == (which == "old") else "not_reported"
            terms = tuple(map(_told, change.terms))
            yield replace(_weightless(change), relation=alone, flags=(), terms=terms, touched=())


def _read(units: Sequence[str], old: Side, new: Side) -> _Orders:
    title, numbered = title_of(old.version), provisions(old.version)
    found = {unit: orders(new.document(unit).text, new.unit(unit).span, title) for unit in dict.fromkeys(units)}
    struck: dict[str, Witness] = {}
    for unit, ordered in found.items():
        for order in ordered:
            places: list[tuple[Unit, Unit] | None] = [named(target, numbered) for target in order.targets]
            if strikes_whole(order):
                witness = Witness(new.document(unit).origin.name, unit, order.sentence)
                struck |= {place[0].id: witness for place in places if place}
    return _Orders({unit: ordered for unit, ordered in found.items() if ordered}, struck)


def _only_exchanges(change: Change, ordered: _Orders) -> bool:
    kinds = {order.kind for unit in change.new for order in ordered.of.get(unit, ()) if not strikes_whole(order)}
    return kinds <= {"exchanged", "struck"}


def _inserts(ordered: Sequence[Order]) -> bool:
    return any(order.kind == "inserted" for order in ordered)


def _reported(change: Change, exchanges: Sequence[Exchange]) -> Change:
    """What the decision speaks of; its figures, and parts that it strikes, are evidence of substance."""
    terms = change.terms if exchanges else tuple(map(_told, change.terms))
    moved = any(term.direction not in {"unchanged", "not_reported"} or term.changed for term in terms)
    weight = replace(change, substance="substantive", signals=("number",)) if moved else _weightless(change)
    if any(one.into is None and one.out is None for one in exchanges):
        signals = tuple(dict.fromkeys((*weight.signals, "removed")))
        weight = replace(weight, substance="substantive", signals=signals)
    return replace(weight, relation="reported", flags=(), terms=terms, touched=())


def _weightless(change: Change) -> Change:
    return replace(change, substance="none", signals=())


def _told(change: TermChange) -> TermChange:
    return replace(change, direction="not_reported") if change.direction in _SILENT else change
