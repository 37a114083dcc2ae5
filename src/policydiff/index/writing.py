"""Versions into the database: their clauses, their figures, and where every pair of characters stands.

What is put in at one time is a segment, which never changes; a version that is removed only loses its part of it.
Where there are many small segments, they are joined to one, and what was removed is left out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np

from policydiff.index.blocks import drop_blocks, join_blocks, write_blocks
from policydiff.index.entries import Clause, Entry
from policydiff.index.faults import BrokenIndexError
from policydiff.index.grams import LONGEST_FORM, MOST_CLAUSES, Array, build
from policydiff.index.keys import forms

__all__ = ["CLAUSE_BITS", "put", "remove", "tidy"]

CLAUSE_BITS = 32
_MOST_CHARACTERS = 4_000_000
"""What one segment is made of at a time, which bounds the memory it takes."""
_MANY = 12
"""How many small segments there are at most, while versions are put in, before they are joined."""
_SEGMENTS = 1 << 20


def put(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Put versions in, in the place of those of the same name; those that are there already stay as they are."""
    known = dict(connection.execute("SELECT name, fingerprint FROM version"))
    news = [one for one in entries if known.get(one.facts.name) != one.facts.fingerprint]
    remove(connection, [one.facts.name for one in news])
    for piece in _pieces([(_version(connection, one), one.clauses) for one in news]):
        _segment(connection, piece)
    tidy(connection, _MANY)


def remove(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take versions out."""
    for name in names:
        row = connection.execute("SELECT id FROM version WHERE name = ?", (name,)).fetchone()
        if row is not None:
            bounds = row[0] << CLAUSE_BITS, (row[0] + 1) << CLAUSE_BITS
            connection.execute("DELETE FROM part WHERE version = ?", row)
            connection.execute("DELETE FROM version WHERE id = ?", row)
            for table, column in (("clause", "id"), ("chapter", "first"), ("measured", "clause")):
                connection.execute(f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", bounds)  # noqa: S608


def _version(connection: sqlite3.Connection, entry: Entry) -> int:
    """Keep all of a version but its postings; its id."""
    facts = entry.facts
    row = (facts.name, facts.work, facts.version, facts.title, facts.issuer, facts.status, facts.date, facts.coverage)
    cursor = connection.execute(
        "INSERT INTO version (name, work, version, title, issuer, status, date, coverage, sources, effective,"
        " expires, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*map(_kept, row), json.dumps(facts.sources), facts.effective, facts.expires, facts.fingerprint),
    )
    version = int(cursor.lastrowid or 0)
    base = version << CLAUSE_BITS
    connection.executemany(
        "INSERT INTO clause (id, unit, text, start, place, heading, document) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (base + at, one.unit_id, _kept(one.text), one.start, _kept(one.place), _kept(one.heading), one.document)
            for at, one in enumerate(entry.clauses)
        ),
    )
    connection.executemany(
        "INSERT INTO measured (dimension, clause, kind, low, high) VALUES (?, ?, ?, ?, ?)",
        (
            (_kept(figure.dimension), base + at, figure.kind, figure.low, figure.high)
            for at, one in enumerate(entry.clauses)
            for figure in one.measured
        ),
    )
    connection.executemany("INSERT INTO chapter (first, last, title) VALUES (?, ?, ?)", _chapters(entry.clauses, base))
    return version


def _kept(text: str) -> str | bytes:
    """A text as SQLite keeps it; one with half a character, which is no text to it, as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _chapters(clauses: Sequence[Clause], base: int) -> Iterator[tuple[int, int, str | bytes]]:
    at = base
    for title, inside in groupby(clauses, attrgetter("chapter")):
        after = at + sum(1 for _ in inside)
        if title:
            yield at, after - 1, _kept(title)
        at = after


Piece = list[tuple[int, int, Sequence[Clause]]]
Part = tuple[int, int, int, int]


def _pieces(versions: list[tuple[int, Sequence[Clause]]]) -> Iterator[Piece]:
    """The clauses by segments: (version, number of the first one, clauses)."""
    piece: Piece = []
    clauses = characters = 0
    for version, inside in versions:
        begin = 0
        for at, one in enumerate(inside):
            if clauses == MOST_CLAUSES or characters > _MOST_CHARACTERS:
                yield [*piece, (version, begin, inside[begin:at])]
                piece, begin = [], at
                clauses = characters = 0
            clauses += 1
            characters += len(one.text)
        piece.append((version, begin, inside[begin:]))
    yield piece


def _segment(connection: sqlite3.Connection, piece: Piece) -> None:
    """Keep the postings of some clauses."""
    readings = [forms(one.text) for _, _, clauses in piece for one in clauses]
    if not readings:
        return
    lengths = np.fromiter((len(whole) for whole, _ in readings), np.uint32, len(readings))
    differs = np.fromiter((whole != parts for whole, parts in readings), bool, len(readings))
    long = [at for at, pair in enumerate(readings) if max(map(len, pair)) > LONGEST_FORM]
    parts: list[Part] = []
    first = 0
    for version, position, clauses in piece:
        if clauses:
            parts.append((first, version, position, len(clauses)))
        first += len(clauses)
    segment = _keep(connection, (lengths, differs, np.array(long, np.uint32)), parts)
    write_blocks(connection, segment, build(readings))


def _keep(connection: sqlite3.Connection, facts: tuple[Array, Array, Array], parts: list[Part]) -> int:
    """Keep all of a segment but its postings; its id."""
    lengths, differs, long = facts
    cursor = connection.execute(
        "INSERT INTO segment (size, lengths, differs, long) VALUES (?, ?, ?, ?)",
        (len(lengths), lengths.astype("<u4").tobytes(), differs.tobytes(), long.astype("<u4").tobytes()),
    )
    segment = int(cursor.lastrowid or 0)
    if segment >= _SEGMENTS:
        raise BrokenIndexError("its numbers are used up")
    connection.executemany(
        "INSERT INTO part (segment, first, version, position, count) VALUES (?, ?, ?, ?, ?)",
        ((segment, *part) for part in parts),
    )
    return segment


def tidy(connection: sqlite3.Connection, many: int) -> None:
    """Join the smallest segments where there are more than so many small ones, and drop what nothing is left of."""
    live = "(SELECT coalesce(sum(count), 0) FROM part WHERE segment = segment.id)"
    rows = connection.execute(f"SELECT id, {live}, size FROM segment ORDER BY {live}, id").fetchall()  # noqa: S608
    for segment in [row[0] for row in rows if not row[1]]:
        _drop(connection, segment)
    small = [row for row in rows if 0 < row[1] <= MOST_CLAUSES // 2]
    wasted = [row for row in small if row[1] < row[2] // 2]
    others = [row for row in small if row not in wasted] if len(small) > many else []
    chosen: list[int] = []
    clauses = 0
    for segment, alive, _ in wasted + others:
        if clauses + alive > MOST_CLAUSES:
            break
        chosen.append(segment)
        clauses += alive
    if wasted or len(chosen) > 1:
        _join(connection, sorted(chosen))


def _join(connection: sqlite3.Connection, segments: list[int]) -> None:
    postings, lengths, differs, long, parts = [], [], [], [], []
    after = 0
    for segment in segments:
        row = connection.execute("SELECT size, lengths, differs, long FROM segment WHERE id = ?", (segment,)).fetchone()
        numbers = np.full(row[0], -1, np.int64)
        for first, version, position, count in connection.execute(
            "SELECT first, version, position, count FROM part WHERE segment = ? ORDER BY first", (segment,)
        ):
            numbers[first : first + count] = np.arange(after, after + count)
            parts.append((after, version, position, count))
            after += count
        kept = numbers >= 0
        postings.append((segment, numbers))
        lengths.append(np.frombuffer(row[1], "<u4")[kept])
        differs.append(np.frombuffer(row[2], bool)[kept])
        moved = numbers[np.frombuffer(row[3], "<u4")]
        long.append(moved[moved >= 0])
    facts = np.concatenate(lengths), np.concatenate(differs), np.concatenate(long)
    join_blocks(connection, _keep(connection, facts, parts), postings)
    for segment in segments:
        _drop(connection, segment)


def _drop(connection: sqlite3.Connection, segment: int) -> None:
    drop_blocks(connection, segment)
    connection.execute("DELETE FROM part WHERE segment = ?", (segment,))
    connection.execute("DELETE FROM segment WHERE id = ?", (segment,))
