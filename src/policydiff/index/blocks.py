"""Postings in the database: in blocks of a few thousand keys, each with its checksum, and those in use kept at hand."""

from __future__ import annotations

import sqlite3
import zlib
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator

import numpy as np

from policydiff.index.faults import BrokenIndexError
from policydiff.index.grams import Array, Postings, joined

__all__ = ["Blocks", "drop_blocks", "join_blocks", "write_blocks"]

_KEYS = 4096
_AT_ONCE = 32
_GRAM_BITS = 43
_KEPT = 96_000_000
"""Bytes of blocks that are kept at hand: those of a corpus of 200,000 clauses fit about whole."""
_INSERT = "INSERT INTO block (id, grams, ends, keys, digest) VALUES (?, ?, ?, ?, ?)"
_SELECT = "SELECT grams, ends, keys, digest FROM block WHERE "


def write_blocks(connection: sqlite3.Connection, segment: int, postings: Postings) -> None:
    """Keep the postings of a segment."""
    rows = []
    for block in postings.blocks(_KEYS):
        columns = (block.grams.astype("<i8"), block.ends.astype("<u4"), block.keys.astype("<u4"))
        data = tuple(column.tobytes() for column in columns)
        rows.append((segment << _GRAM_BITS | int(block.grams[0]), *data, _digest(*data)))
    connection.executemany(_INSERT, rows)


def drop_blocks(connection: sqlite3.Connection, segment: int) -> None:
    """Remove the postings of a segment."""
    bounds = segment << _GRAM_BITS, (segment + 1) << _GRAM_BITS
    connection.execute("DELETE FROM block WHERE id >= ? AND id < ?", bounds)


def join_blocks(connection: sqlite3.Connection, segment: int, several: list[tuple[int, Array]]) -> None:
    """Keep the postings of several segments as those of a new one.

    Each comes with the new numbers of its clauses, see `grams.joined`.  All are read side by side, a stretch of grams
    at a time, so that memory does not grow with them.
    """
    readers = [(_stretches(connection, one), numbers) for one, numbers in several]
    waiting = [(next(reader, None), numbers) for reader, numbers in readers]
    while present := [(postings, numbers) for postings, numbers in waiting if postings is not None]:
        last = min(int(postings.grams[-1]) for postings, _ in present)
        result = joined([(postings.until(last), numbers) for postings, numbers in present])
        write_blocks(connection, segment, result)
        waiting = [
            (None if postings is None else postings.after(last) or next(reader, None), numbers)
            for (postings, numbers), (reader, _) in zip(waiting, readers, strict=True)
        ]


def _stretches(connection: sqlite3.Connection, segment: int) -> Iterator[Postings]:
    """The postings of a segment, some blocks at a time."""
    at, end = segment << _GRAM_BITS, (segment + 1) << _GRAM_BITS
    while rows := connection.execute(
        "SELECT id, grams, ends, keys, digest FROM block WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        (at, end, _AT_ONCE),
    ).fetchall():
        blocks = [_unpacked(row[1:]) for row in rows]
        offsets = np.cumsum([0, *(len(block.keys) for block in blocks)])[:-1]
        ends = [block.ends + np.uint32(offset) for block, offset in zip(blocks, offsets, strict=True)]
        grams, keys = ([getattr(block, name) for block in blocks] for name in ("grams", "keys"))
        yield Postings(np.concatenate(grams), np.concatenate(ends), np.concatenate(keys))
        at = rows[-1][0] + 1


class Blocks:
    """The blocks of a database at one moment, each read when it is first needed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._first = [row[0] for row in connection.execute("SELECT id FROM block ORDER BY id")]
        self._read: OrderedDict[int, Postings] = OrderedDict()
        self._bytes = 0

    def keys(self, segment: int, gram: int) -> Array:
        """The keys of a gram in a segment."""
        wanted = segment << _GRAM_BITS | gram
        at = bisect_right(self._first, wanted) - 1
        if at < 0 or self._first[at] >> _GRAM_BITS != segment:
            return np.zeros(0, np.uint32)
        return self._block(self._first[at]).of(gram)

    def _block(self, block: int) -> Postings:
        found = self._read.get(block)
        if found is not None:
            self._read.move_to_end(block)
            return found
        row = self._connection.execute(_SELECT + "id = ?", (block,)).fetchone()
        if row is None:
            raise BrokenIndexError("a block is not there")
        found = self._read[block] = _unpacked(row)
        self._bytes += _size(found)
        while self._bytes > _KEPT and len(self._read) > 1:
            self._bytes -= _size(self._read.popitem(last=False)[1])
        return found


def _size(postings: Postings) -> int:
    return int(postings.grams.nbytes + postings.ends.nbytes + postings.keys.nbytes)


def _unpacked(row: tuple[bytes, bytes, bytes, int]) -> Postings:
    *data, digest = row
    if _digest(*data) != digest:
        raise BrokenIndexError("a block is not what was written")
    grams, ends, keys = (np.frombuffer(piece, kind) for piece, kind in zip(data, ("<i8", "<u4", "<u4"), strict=True))
    return Postings(grams, ends, keys)


def _digest(*data: bytes) -> int:
    value = 0
    for piece in data:
        value = zlib.crc32(piece, value)
    return value
