"""What a search found: clauses as plain values, so that nothing has to be read again to show them."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model.text import Span

__all__ = ["Findings", "Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that answers a search.

    `name` is the version's (`wuhan-ai@2024-draft`, or a file's), `place` what data call the clause (第三条第二款,
    r1s4), `start` where it stands in its document's clean text; `spans` are the places of the words, over `text`.
    `whole` says that all the words of the query stand in it as one phrase.
    """

    name: str
    work: str
    version: str
    title: str
    status: str
    date: str
    coverage: str
    place: str
    heading: str
    chapter: str
    source: str
    unit_id: str
    text: str
    start: int
    spans: tuple[Span, ...]
    score: float = 0.0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """One page of what was found, and how much there is: `total` clauses, and how many of each work (id, title, count).

    `cut` are the words that were looked for instead of the query, where nothing holds it as it was typed; `related`
    are words that stand in the clauses found far more often than elsewhere, each with its count there.
    """

    query: str
    total: int
    offset: int
    hits: tuple[Found, ...]
    works: tuple[tuple[str, str, int], ...] = ()
    cut: tuple[str, ...] = ()
    related: tuple[tuple[str, int], ...] = ()
