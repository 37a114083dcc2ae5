"""A database at one moment, as far as every search needs it: versions, and what each clause of a segment is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from policydiff.index.blocks import Blocks
from policydiff.index.entries import Facts
from policydiff.index.faults import BrokenIndexError
from policydiff.index.grams import Array
from policydiff.index.ranking import norm
from policydiff.index.writing import CLAUSE_BITS

__all__ = ["Segment", "Snapshot", "take"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Clauses that were indexed together, an array over them each.

    `clauses` are their ids in the database, -1 for those that are gone, and `versions` the numbers of their versions
    among the snapshot's; `differs` says whose two readings are not equal, and `whole` that none is gone.
    """

    id: int
    clauses: Array
    versions: Array
    lengths: Array
    differs: Array
    long: tuple[int, ...]
    whole: bool

    @property
    def size(self) -> int:
        """How many clauses there are, with those that are gone."""
        return len(self.clauses)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The versions in the order of the corpus, the segments, and what ranking needs.

    `titles` are the works by id, each with its title.  `ids`, `versions` and `works` are arrays over the clauses of all
    segments: the id in the database, the number of the version and of the work.  `norms` is what `ranking.norm` gives,
    for each segment, and `clauses` how many there are.
    """

    generation: int
    facts: tuple[Facts, ...]
    titles: tuple[tuple[str, str], ...]
    segments: tuple[Segment, ...]
    ids: Array
    versions: Array
    works: Array
    norms: tuple[Array, ...]
    clauses: int
    blocks: Blocks


def take(connection: sqlite3.Connection, generation: int) -> Snapshot:
    """Read what a search needs; inside a transaction, so that all of it is of one moment."""
    known = sorted(_versions(connection), key=lambda pair: pair[1].order)
    facts = tuple(one for _, one in known)
    titles = {one.work: one.title for one in facts}
    numbers = {work: number for number, work in enumerate(titles)}
    segments = tuple(_segments(connection, {version: number for number, (version, _) in enumerate(known)}))
    alive = [segment.clauses >= 0 for segment in segments]
    clauses = sum(int(np.count_nonzero(one)) for one in alive)
    characters = sum(int(segment.lengths[one].sum()) for segment, one in zip(segments, alive, strict=True))
    mean = characters / max(clauses, 1) or 1.0
    ids, versions = (np.concatenate([np.zeros(0, np.int64), *several]) for several in _arrays(segments))
    return Snapshot(
        generation,
        facts,
        tuple(titles.items()),
        segments,
        ids,
        versions,
        np.array([*(numbers[one.work] for one in facts), -1])[versions],
        tuple(norm(segment.lengths.astype(np.float64), mean) for segment in segments),
        clauses,
        Blocks(connection),
    )


def _arrays(segments: tuple[Segment, ...]) -> tuple[list[Array], list[Array]]:
    return [segment.clauses for segment in segments], [segment.versions for segment in segments]


def _versions(connection: sqlite3.Connection) -> Iterator[tuple[int, Facts]]:
    for version, *texts, sources, effective, expires, fingerprint in connection.execute(
        "SELECT id, name, work, version, title, issuer, status, date, coverage, sources,"
        " effective, expires, fingerprint FROM version"
    ):
        known = (text if isinstance(text, str) else text.decode("utf-8", "surrogatepass") for text in texts)
        name, work, own, title, issuer, status, date, coverage = known
        told = tuple(json.loads(sources))
        yield (
            version,
            Facts(name, work, own, title, issuer, status, date, coverage, told, fingerprint, effective, expires),
        )


def _segments(connection: sqlite3.Connection, numbers: dict[int, int]) -> Iterator[Segment]:
    parts: dict[int, list[tuple[int, int, int, int]]] = {}
    for segment, *part in connection.execute("SELECT segment, first, version, position, count FROM part"):
        parts.setdefault(segment, []).append(tuple(part))
    for segment, size, lengths, differs, long in connection.execute(
        "SELECT id, size, lengths, differs, long FROM segment ORDER BY id"
    ):
        if len(lengths) != 4 * size or len(differs) != size:
            raise BrokenIndexError("a segment is not what was written")
        clauses, versions = np.full(size, -1, np.int64), np.full(size, -1, np.int32)
        for first, version, position, count in parts.get(segment, ()):
            begin = (version << CLAUSE_BITS) + position
            clauses[first : first + count] = np.arange(begin, begin + count)
            versions[first : first + count] = numbers[version]
        alive = clauses >= 0
        yield Segment(
            segment,
            clauses,
            versions,
            np.frombuffer(lengths, "<u4"),
            np.frombuffer(differs, bool),
            tuple(at for at in np.frombuffer(long, "<u4").tolist() if alive[at]),
            bool(alive.all()),
        )
