"""One figure told by several sources is one claim with several witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.compare.figures.judging import same_value
from policydiff.compare.figures.tiers import ranks
from policydiff.compare.sides import Side
from policydiff.model import Certainty, Term, Witness
from policydiff.similarity import Grams, grams

__all__ = ["Claim", "claims", "witness", "witness_of"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and who says it: every telling of it, the surest first, whose term stands for all."""

    terms: tuple[Term, ...]
    witnesses: tuple[Witness, ...]
    certainty: Certainty

    @property
    def term(self) -> Term:
        """The figure as the surest witness tells it."""
        return self.terms[0]

    @property
    def documents(self) -> frozenset[str]:
        """Who says it."""
        return frozenset(witness.document for witness in self.witnesses)


def claims(terms: Sequence[Term], side: Side) -> tuple[Claim, ...]:
    """Group the terms of one provision that different documents tell alike; the surest first, in reading order.

    Where a document tells one value of several things, each telling goes with the one whose clause is most like it.
    """
    ranked = sorted(terms, key=lambda term: (_certainty(term) != "stated", side.order[term.unit_id], term.span))
    found: list[list[Term]] = []
    if len(side.version.documents) == 1:  # nobody else tells it
        found, ranked = [[term] for term in ranked], []
    for term in ranked:
        group = max(
            (one for one in found if _joins(term, one, side)), key=lambda one: _alike(term, one, side), default=None
        )
        if group is None:
            found.append([term])
        else:
            group.append(term)
    return tuple(
        Claim(tuple(group), tuple(witness(term, side) for term in group), _certainty(group[0])) for group in found
    )


def _joins(term: Term, group: Sequence[Term], side: Side) -> bool:
    """Whether another source may tell the figure that a group tells: the same value, and nothing speaks against it.

    一等奖50万元 and 二等奖50万元 are two figures, and so are
    每家企业50万元 and 每个项目50万元, and a threshold and a sum that is given.
    """
    document, first = side.document(term.unit_id), group[0]
    if not same_value(first, term) or any(side.document(other.unit_id) is document for other in group):
        return False
    if {first.role, term.role} == {"condition", "benefit"}:
        return False
    mine, theirs = _ranks(term, side), _ranks(first, side)
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    return not (first.per and term.per and grams(first.per).isdisjoint(grams(term.per)))


def _ranks(term: Term, side: Side) -> frozenset[str]:
    """Which rank a figure is for, by its subject or, where that names none, by its clause."""
    return ranks(term.subject or "") or ranks(term.context.of(side.document(term.unit_id).text))


def _alike(term: Term, group: Sequence[Term], side: Side) -> int:
    """How many pairs of characters the clauses around two tellings of a figure share."""
    return len(_around(term, side) & _around(group[0], side))


def _around(term: Term, side: Side) -> Grams:
    return grams(term.context.of(side.document(term.unit_id).text))


def witness(term: Term, side: Side) -> Witness:
    """The sentence a term stands in, and the document that says it."""
    return witness_of(term.unit_id, side)


def witness_of(unit_id: str, side: Side) -> Witness:
    """A sentence, and the document that says it."""
    document, unit = side.units[unit_id]
    return Witness(document.origin.name, unit.id, unit.span)


def _certainty(term: Term) -> Certainty:
    return term.attribution.certainty if term.attribution else "stated"
