"""One figure told by several sources is one claim with several witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.compare.judging import same_value
from policydiff.compare.sides import Side
from policydiff.model import Certainty, Term, Witness

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
    """Group the terms of one provision that different documents tell alike; the surest first, then in reading order."""
    ranked = sorted(terms, key=lambda term: (_certainty(term) != "stated", side.order[term.unit_id], term.span))
    found: list[list[Term]] = []
    if len(side.version.documents) == 1:  # nobody else tells it
        found, ranked = [[term] for term in ranked], []
    for term in ranked:
        document = side.document(term.unit_id)
        for group in found:
            told = {id(side.document(other.unit_id)) for other in group}
            if same_value(group[0], term) and id(document) not in told:
                group.append(term)
                break
        else:
            found.append([term])
    return tuple(
        Claim(tuple(group), tuple(witness(term, side) for term in group), _certainty(group[0])) for group in found
    )


def witness(term: Term, side: Side) -> Witness:
    """The sentence a term stands in, and the document that says it."""
    return witness_of(term.unit_id, side)


def witness_of(unit_id: str, side: Side) -> Witness:
    """A sentence, and the document that says it."""
    document, unit = side.units[unit_id]
    return Witness(document.origin.name, unit.id, unit.span)


def _certainty(term: Term) -> Certainty:
    return term.attribution.certainty if term.attribution else "stated"
