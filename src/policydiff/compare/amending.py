"""A decision to amend beside the text that it amends: 关于修改《海州市渔港办法》的决定 and 海州市渔港办法.

The decision holds only what it changes: of what it does not speak of nothing was added or removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from policydiff.model import Change, Relation, TermChange

__all__ = ["as_amended"]

_SILENT = frozenset({"introduced", "dropped"})

Name = Literal["old", "new"]


def as_amended(changes: Iterable[Change], which: Name | None) -> Iterator[Change]:
    """What is told where one side is a decision to amend: only what it speaks of."""
    for change in changes:
        if which is None:
            yield change
            continue
        terms = tuple(map(_told, change.terms))
        if change.old and change.new:
            moved = any(term.direction not in {"unchanged", "not_reported"} or term.changed for term in terms)
            weight = replace(change, substance="substantive", signals=("number",)) if moved else _weightless(change)
            yield replace(weight, relation="reported", flags=(), terms=terms, touched=())
            continue
        alone: Relation = "unplaced" if bool(change.old) == (which == "old") else "not_reported"
        yield replace(_weightless(change), relation=alone, flags=(), terms=terms, touched=())


def _weightless(change: Change) -> Change:
    return replace(change, substance="none", signals=())


def _told(change: TermChange) -> TermChange:
    return replace(change, direction="not_reported") if change.direction in _SILENT else change
