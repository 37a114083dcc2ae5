"""Lookups over the two versions that every part of the comparison needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policydiff.model import Document, Term, Unit, Version

__all__ = ["Side", "side"]


@dataclass(frozen=True, slots=True)
class Side:
    """One version with its units and terms by id, and its units' reading order."""

    version: Version
    units: dict[str, tuple[Document, Unit]]
    ids: tuple[str, ...]
    order: dict[str, int]
    terms: dict[str, tuple[Term, ...]]

    @property
    def excerpt(self) -> bool:
        """Whether the version is known from reports only."""
        return self.version.coverage == "excerpt"

    def text(self, unit_id: str) -> str:
        """The characters of a unit."""
        document, unit = self.units[unit_id]
        return document.text_of(unit)

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id."""
        return self.units[unit_id][1]

    def document(self, unit_id: str) -> Document:
        """The document that a unit stands in."""
        return self.units[unit_id][0]

    def terms_under(self, unit_id: str) -> tuple[Term, ...]:
        """The terms of a unit and of all under it, in reading order."""
        return tuple(term for unit in self.unit(unit_id).walk() for term in self.terms.get(unit.id, ()))

    def sorted(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids in reading order, each once."""
        return tuple(sorted(set(ids), key=self.order.__getitem__))


def side(version: Version, terms: Iterable[Term]) -> Side:
    """Look a version up by id."""
    units = version.index()
    by_unit: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_unit[term.unit_id].append(term)
    return Side(
        version,
        units,
        tuple(units),
        {unit_id: number for number, unit_id in enumerate(units)},
        {unit_id: tuple(found) for unit_id, found in by_unit.items()},
    )
