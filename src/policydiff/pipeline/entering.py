"""From a version to what the index keeps of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from policydiff.index import Clause, Entry, Facts, Measured, dimension, number
from policydiff.model import Document, Term, Unit, Version
from policydiff.render.wording.places import Side

__all__ = ["day_of", "entry_of"]

_DIVISIONS = frozenset(("part", "chapter", "section"))


def entry_of(version: Version, fingerprint: str = "") -> Entry:
    """A version's clauses with their places and figures; a file is a work of its own."""
    side = Side.of(version)
    clauses = tuple(clause for at, document in enumerate(version.documents) for clause in _clauses(side, document, at))
    facts = Facts(
        name=version.name,
        work=version.work.id or version.name,
        version=version.id,
        title=version.work.title,
        issuer=version.work.issuer or next((d.metadata.issuer for d in version.documents if d.metadata.issuer), ""),
        status=version.status or "",
        date=version.date.isoformat() if version.date else "",
        coverage=version.coverage,
        sources=tuple(document.origin.name for document in version.documents),
        fingerprint=fingerprint,
        effective=day_of(version, "effective"),
        expires=day_of(version, "expires"),
    )
    return Entry(facts, clauses)


def day_of(version: Version, key: Literal["effective", "expires"]) -> str:
    """A day that a version's own text tells; what a report says of it is not the text's."""
    days = (getattr(document.metadata, key) for document in version.documents if not document.origin.report)
    return next((day.isoformat() for day in days if day is not None), "")


def _clauses(side: Side, document: Document, at_document: int) -> Iterator[Clause]:
    leaves = [found for unit in document.units for found in _leaves(unit, "", "")]
    measured = _measured(document, [leaf for leaf, _, _ in leaves])
    for at, (leaf, chapter, heading) in enumerate(leaves):
        place = side.key(leaf.id)
        yield Clause(
            leaf.id, document.text_of(leaf), leaf.span.start, place, heading, chapter, at_document, tuple(measured[at])
        )


def _leaves(unit: Unit, chapter: str, heading: str) -> Iterator[tuple[Unit, str, str]]:
    """The leaves under a unit, each with the divisions it stands in and the nearest heading."""
    if unit.kind in _DIVISIONS:
        chapter = f"{chapter} {unit.label} {unit.heading}".strip()
    elif unit.heading:
        heading = unit.heading
    if not unit.children:
        yield unit, chapter, heading
    for child in unit.children:
        yield from _leaves(child, chapter, heading)


def _measured(document: Document, leaves: list[Unit]) -> defaultdict[int, list[Measured]]:
    """The figures in force by the leaf they stand in; what held before, and by how much it moved, is not found."""
    from policydiff.terms import extract  # noqa: PLC0415 - most commands need no terms

    starts = [leaf.span.start for leaf in leaves]
    found: defaultdict[int, list[Measured]] = defaultdict(list)
    for term in extract(document):
        if term.role not in {"former", "increment"}:
            found[bisect_right(starts, term.span.start) - 1].append(_figure(term))
    return found


def _figure(term: Term) -> Measured:
    name, factor = dimension(term.kind, term.unit)
    low, high = (None if end is None else number(end * factor) for end in (term.low, term.high))
    return Measured(term.kind, name, low, high)
