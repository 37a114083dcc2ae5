"""A search in a snapshot: what answers it, how good that is, and the page that was asked for."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np

from policydiff.index.entries import Filters, Search
from policydiff.index.grams import Array
from policydiff.index.matching import Matcher
from policydiff.index.measures import Condition
from policydiff.index.query import Wording
from policydiff.index.ranking import idf, weight
from policydiff.index.scanning import Ranked, Standing
from policydiff.index.snapshot import Segment, Snapshot
from policydiff.index.writing import CLAUSE_BITS

__all__ = ["find"]

_AT_ONCE = 4096
"""As many clauses are put in order at once as they are; of more, only those that can be on the page."""
_ENDS = {
    "cap": "high IS NOT low AND high {0} :number",
    "floor": "low IS NOT high AND low {0} :number",
}
_POSITION = (1 << CLAUSE_BITS) - 1
_EITHER_END = "kind = :kind AND (low {0} :number OR high {0} :number)"


@dataclass(frozen=True, slots=True)
class _Answers:
    """The clauses found by their numbers in the snapshot, an array over them each.

    `whole` says which of them hold the whole query as one phrase; it is null where that is not asked.
    """

    numbers: Array
    scores: Array
    whole: Array | None


def find(connection: sqlite3.Connection, snapshot: Snapshot, search: Search) -> Ranked:
    """What a search finds; the same as `scan_entries` finds in the same versions."""
    matcher = Matcher(connection, snapshot)
    found = _answers(snapshot, search, matcher, _Mask(connection, snapshot, search.filters))
    counts = np.bincount(snapshot.works[found.numbers], minlength=len(snapshot.titles))
    page = tuple(_standing(snapshot, found, at) for at in _best(snapshot, found, search).tolist())
    return Ranked(len(found.numbers), page, snapshot.titles, tuple(counts.tolist()))


def _standing(snapshot: Snapshot, found: _Answers, at: int) -> Standing:
    number = int(found.numbers[at])
    clause = int(snapshot.ids[number])
    whole = found.whole is not None and bool(found.whole[at])
    facts = snapshot.facts[int(snapshot.versions[number])]
    return Standing(facts, clause & _POSITION, float(found.scores[at]), whole, clause)


def _answers(snapshot: Snapshot, search: Search, matcher: Matcher, mask: _Mask) -> _Answers:
    phrase = search.query.phrase
    words = [(one, idf(matcher.count(one), snapshot.clauses)) for one in search.query.positive]
    numbers, scores, whole = [np.zeros(0, np.int64)], [np.zeros(0)], [np.zeros(0, bool)]
    first = 0
    for segment, norms in zip(snapshot.segments, snapshot.norms, strict=True):
        found = mask.left(segment, matcher.answering(search.query, segment))
        numbers.append(found + np.int64(first))
        scores.append(_scores(matcher, segment, norms, words, found))
        if phrase is not None:
            whole.append(_whole(matcher, segment, phrase, found))
        first += segment.size
    return _Answers(np.concatenate(numbers), np.concatenate(scores), np.concatenate(whole) if phrase else None)


def _whole(matcher: Matcher, segment: Segment, phrase: Wording, found: Array) -> Array:
    """Which of the clauses found hold the whole query as one phrase."""
    holds = np.zeros(segment.size, bool)
    if len(found):
        holds[matcher.holding(phrase, segment).clauses] = True
    kept: Array = holds[found]
    return kept


def _scores(
    matcher: Matcher, segment: Segment, norms: Array, words: list[tuple[Wording, float]], found: Array
) -> Array:
    scores = np.zeros(len(found))
    for one, rarity in words:
        holding = matcher.holding(one, segment)
        if len(words) == 1 and holding.clauses is found:
            return weight(rarity, holding.times.astype(np.float64), norms[found])
        times = np.zeros(segment.size)
        times[holding.clauses] = holding.times
        here = times[found]
        scores += np.where(here > 0, weight(rarity, here, norms[found]), 0.0)
    return scores


def _best(snapshot: Snapshot, found: _Answers, search: Search) -> Array:
    """The answers on the page, best first."""
    end = len(found.numbers) if search.limit is None else search.offset + search.limit
    chosen = np.arange(len(found.numbers))
    if len(chosen) > max(_AT_ONCE, end):
        wholes = chosen[:0] if found.whole is None else np.flatnonzero(found.whole)
        if len(wholes) >= end:
            chosen = _top(found.scores, wholes, end)
        else:
            others = chosen if found.whole is None else np.flatnonzero(~found.whole)
            chosen = np.concatenate((wholes, _top(found.scores, others, end - len(wholes))))
    numbers = found.numbers[chosen]
    keys = [snapshot.ids[numbers] & _POSITION, snapshot.versions[numbers], -found.scores[chosen]]
    if found.whole is not None:
        keys.append(~found.whole[chosen])
    best: Array = chosen[np.lexsort(keys)[search.offset : end]]
    return best


def _top(scores: Array, among: Array, wanted: int) -> Array:
    """Those that are no worse than the one that comes last on the page."""
    if wanted >= len(among):
        return among
    mine = scores if len(among) == len(scores) else scores[among]
    least = np.partition(mine, len(mine) - wanted)[len(mine) - wanted]
    kept: Array = among[mine >= least]
    return kept


class _Mask:
    """What the filters leave."""

    def __init__(self, connection: sqlite3.Connection, snapshot: Snapshot, filters: Filters) -> None:
        self._versions = _admitted(snapshot, filters) if filters.of_versions else None
        self._chapters = _chapters(connection, filters) if filters.chapter else None
        self._measured = [_measured(connection, condition) for condition in filters.terms]

    def left(self, segment: Segment, found: Array) -> Array:
        """Those of the clauses found that the filters let through."""
        if self._versions is not None:
            found = found[self._versions[segment.versions[found]]]
        if self._chapters is not None:
            first, last = self._chapters
            inside = np.searchsorted(first, segment.clauses[found], side="right") - 1
            if not len(first):
                return found[:0]
            found = found[(inside >= 0) & (segment.clauses[found] <= last[inside])]
        for clauses in self._measured:
            found = found[np.isin(segment.clauses[found], clauses)]
        return found


def _admitted(snapshot: Snapshot, filters: Filters) -> Array:
    names = {facts.name for facts in filters.versions(snapshot.facts)}
    return np.array([facts.name in names for facts in snapshot.facts], bool)


def _chapters(connection: sqlite3.Connection, filters: Filters) -> tuple[Array, Array]:
    rows = [
        (first, last)
        for first, last, title in connection.execute("SELECT first, last, title FROM chapter ORDER BY first")
        if filters.chapter_holds(title if isinstance(title, str) else title.decode("utf-8", "surrogatepass"))
    ]
    return np.array([first for first, _ in rows], np.int64), np.array([last for _, last in rows], np.int64)


def _measured(connection: sqlite3.Connection, condition: Condition) -> Array:
    """The clauses with a figure that answers a condition; see `Condition.holds`."""
    ends = _ENDS.get(condition.field, _EITHER_END).format(condition.operation)
    within = "(:dimension IS NULL OR dimension = :dimension)"
    given = {"number": condition.number, "dimension": condition.dimension, "kind": condition.field}
    rows = connection.execute(f"SELECT clause FROM measured WHERE {within} AND {ends}", given)  # noqa: S608
    return np.array([row[0] for row in rows], np.int64)
