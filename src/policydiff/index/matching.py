"""The clauses of a segment that hold a wording, and those that answer a query."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np

from policydiff.index.faults import BrokenIndexError
from policydiff.index.grams import LONGEST_PHRASE, READING_SHIFT, Array, pairs, single
from policydiff.index.keys import forms
from policydiff.index.query import Query, Wording
from policydiff.index.snapshot import Segment, Snapshot

__all__ = ["Holding", "Matcher", "text_of"]

_REGION = np.uint32(READING_SHIFT)
_TIMES = np.uint32((1 << READING_SHIFT) - 1)
_SEARCHED = 8
"""Where one array is so many times longer, looking up each of the other's numbers is quicker than merging the two."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The numbers of the clauses that hold a wording, in order, and how often each does."""

    clauses: Array
    times: Array


class Matcher:
    """Looks wordings up in a snapshot, each but once."""

    def __init__(self, connection: sqlite3.Connection, snapshot: Snapshot) -> None:
        self._connection = connection
        self._snapshot = snapshot
        self._known: dict[tuple[Wording, int], Holding] = {}

    def holding(self, wording: Wording, segment: Segment) -> Holding:
        """The clauses of a segment that hold a wording and are not gone."""
        key = Wording(wording.text), segment.id
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._looked_up(wording, segment)
        return found

    def answering(self, query: Query, segment: Segment) -> Array:
        """The numbers of the clauses of a segment that answer a query, in order, but for those that are gone."""
        if len(query.groups) == 1 and query.groups[0].wordings == query.positive[:1]:
            return self.holding(query.positive[0], segment).clauses
        answers = segment.clauses >= 0
        for group in query.groups:
            holds = np.zeros(segment.size, bool)
            for one in group.wordings:
                found = self.holding(one, segment).clauses
                if one.negated:
                    without = np.ones(segment.size, bool)
                    without[found] = False
                    holds |= without
                else:
                    holds[found] = True
            answers &= holds
            if not answers.any():
                break
        return np.flatnonzero(answers)

    def count(self, wording: Wording) -> int:
        """How many clauses of the whole index hold a wording."""
        return sum(len(self.holding(wording, segment).clauses) for segment in self._snapshot.segments)

    def _looked_up(self, wording: Wording, segment: Segment) -> Holding:
        first, second = wording.forms
        streams, times = self._streams(first, segment)
        if first != second:
            # in the first region stand the first readings, and the second ones of clauses in which they are equal
            kept = streams & 1 == 0
            others, more = self._streams(second, segment)
            valid = (others & 1 == 1) | ~segment.differs[others >> 1]
            streams = np.concatenate((streams[kept], others[valid]))
            times = np.concatenate((times[kept], more[valid]))
            order = np.argsort(streams, kind="stable")
            streams, times = streams[order], times[order]
        found = _of_clauses(streams >> 1, times)
        if max(len(first), len(second)) > LONGEST_PHRASE:
            found = self._read(wording, segment, found.clauses.tolist())
        if segment.long:
            found = _with(found, self._read(wording, segment, segment.long))
        if segment.whole:
            return found
        alive = segment.clauses[found.clauses] >= 0
        return Holding(found.clauses[alive], found.times[alive])

    def _streams(self, form: str, segment: Segment) -> tuple[Array, Array]:
        """Which readings hold a form, and how often: a clause's number, and one bit for which of its readings."""
        keys = self._snapshot.blocks.keys
        if len(form) == 1:
            counted = keys(segment.id, single(form))
            return counted >> _REGION, counted & _TIMES
        places = _together([(keys(segment.id, gram), at) for gram, at in pairs(form[:LONGEST_PHRASE])])
        streams = places >> _REGION
        starts = np.flatnonzero(np.concatenate(([True], streams[1:] != streams[:-1]))) if len(streams) else streams
        return streams[starts], np.diff(starts, append=len(streams))

    def _read(self, wording: Wording, segment: Segment, candidates: list[int] | tuple[int, ...]) -> Holding:
        """Decide by the texts of some clauses."""
        times = [
            wording.times(*forms(text_of(self._connection, int(segment.clauses[at]))))
            if segment.clauses[at] >= 0
            else 0
            for at in candidates
        ]
        found = [(at, count) for at, count in zip(candidates, times, strict=True) if count]
        return Holding(np.array([at for at, _ in found], np.int64), np.array([count for _, count in found], np.int64))


def text_of(connection: sqlite3.Connection, clause: int) -> str:
    """The text of a clause."""
    row = connection.execute("SELECT text FROM clause WHERE id = ?", (clause,)).fetchone()
    if row is None:
        raise BrokenIndexError("a clause is not there")
    text: str = row[0] if isinstance(row[0], str) else row[0].decode("utf-8", "surrogatepass")
    return text


def _together(covering: list[tuple[Array, int]]) -> Array:
    """Where a phrase begins: the places of its pairs, each moved to the phrase's beginning, that are the same."""
    covering.sort(key=lambda pair: len(pair[0]))
    keys, at = covering[0]
    places = keys - np.uint32(at)
    for keys, at in covering[1:]:
        if not len(places):
            break
        places = _common(places + np.uint32(at), keys) - np.uint32(at)
    return places


def _common(few: Array, many: Array) -> Array:
    """What two arrays in order have in common."""
    if len(many) > _SEARCHED * len(few):
        found = np.searchsorted(many, few)
        found[found == len(many)] = 0
        common: Array = few[many[found] == few]
    else:
        both = np.concatenate((few, many))
        both.sort(kind="stable")  # merges two runs in one pass
        common = both[:-1][both[1:] == both[:-1]]
    return common


def _of_clauses(numbers: Array, times: Array) -> Holding:
    """Of a clause that is named twice, the greater number of times."""
    if not len(numbers):
        return Holding(np.zeros(0, np.int64), np.zeros(0, np.int64))
    changes = numbers[1:] != numbers[:-1]
    if changes.all():
        return Holding(numbers, times)
    starts = np.flatnonzero(np.concatenate(([True], changes)))
    return Holding(numbers[starts], np.maximum.reduceat(times, starts))


def _with(one: Holding, other: Holding) -> Holding:
    numbers = np.concatenate((one.clauses, other.clauses))
    times = np.concatenate((one.times, other.times))
    order = np.argsort(numbers, kind="stable")
    return Holding(numbers[order], times[order])
