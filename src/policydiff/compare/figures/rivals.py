"""Figures without a partner, and the figures of other provisions that could be theirs: told as another reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.compare.options import CompareOptions
from policydiff.model import Alternative, Term, TermChange

__all__ = ["with_alternatives"]

_FEW = 64
"""Among so many figures of one kind each is looked at; among more, only those that share rare words."""
_HOLDERS = 32
"""A pair of characters that more figures have around them is no rare one."""
_LIKEST = 16
"""Of those that share rare words, so many are looked at: those that share most of them."""

Kind = tuple[str, str]
Placed = tuple[int, Term]
"""A figure, and the number of its group of provisions."""


def with_alternatives(
    changes: Sequence[Sequence[TermChange]], about: Aboutness, options: CompareOptions
) -> list[tuple[TermChange, ...]]:
    """Name, for a figure whose partner is inferred or missing, a figure of another provision that is about the same.

    The claim stays what it is; the reader is told of the other reading.
    """
    waiting = [(g, change) for g, group in enumerate(changes) for change in group if _open(change)]
    old = _Rivals("old", [(g, term) for g, change in waiting for term in change.old], about, options)
    new = _Rivals("new", [(g, term) for g, change in waiting for term in change.new], about, options)
    found = []
    for g, group in enumerate(changes):
        row = []
        for change in group:
            others: list[Alternative] = []
            if _open(change) and not change.alternatives:
                others += new.of(change.old, g)
                others += old.of(change.new, g)
            row.append(replace(change, alternatives=(*change.alternatives, *others)) if others else change)
        found.append(tuple(row))
    return found


def _open(change: TermChange) -> bool:
    return change.direction in {"merged", "split", "introduced", "dropped", "not_reported"}


class _Rivals:
    """The open figures of one side, by kind and bound, and by the rare words around them."""

    def __init__(
        self, side: Literal["old", "new"], figures: Sequence[Placed], about: Aboutness, options: CompareOptions
    ) -> None:
        self._side, self._about, self._options = side, about, options
        self._figures: dict[Kind, list[Placed]] = defaultdict(list)
        for figure in figures:
            self._figures[_kind(figure[1])].append(figure)
        self._holders: dict[Kind, dict[str, list[int]]] = {}
        for kind, found in self._figures.items():
            if len(found) > _FEW:
                holders = self._holders[kind] = defaultdict(list)
                for number, (_, term) in enumerate(found):
                    for pair in about.topic(term).sentence:
                        holders[pair].append(number)

    def of(self, terms: Sequence[Term], group: int) -> Iterator[Alternative]:
        """For each figure of a group the likest figure of another group, if it is like enough."""
        for term in terms:
            scored = [(self._about.likeness(term, other), other) for g, other in self._near(term) if g != group]
            if scored:
                score, best = max(scored, key=lambda pair: (pair[0], -pair[1].span.start))
                if score >= self._options.alternative_floor:
                    yield Alternative(self._side, best, round(score, 3))

    def _near(self, term: Term) -> Sequence[Placed]:
        figures = self._figures.get(_kind(term), [])
        holders = self._holders.get(_kind(term))
        if holders is None:
            return figures
        shared: Counter[int] = Counter()
        for pair in self._about.topic(term).sentence:
            here = holders.get(pair, ())
            if len(here) <= _HOLDERS:
                weight = self._about.weights.mass((pair,))
                for number in here:
                    shared[number] += weight
        likest = sorted(shared, key=lambda number: (-shared[number], number))[:_LIKEST]
        return [figures[number] for number in sorted(likest)]


def _kind(term: Term) -> Kind:
    return term.kind, term.bound
