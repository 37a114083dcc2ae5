"""What was slow to work out, kept beside the index; opening it needs nothing but SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from policydiff.index import database
from policydiff.index.faults import BrokenIndexError, UnusableIndexError, translated

__all__ = ["Memo", "trouble"]


def trouble(path: Path) -> str | None:
    """Why an index is broken, null where it is not; it is looked at, never made or emptied.

    One that is empty, that another process is just making, or that another program has left is not broken: the next
    search fills it.
    """
    try:
        with translated(), closing(database.looked_at(path)) as connection:
            (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except (BrokenIndexError, UnusableIndexError) as error:
        return str(error)
    return None if told == "ok" else str(told)


class Memo:
    """An open database of a corpus, in a file or in memory.  Close it, or use it as a context manager.

    Every method raises BrokenIndexError where the database must be made anew, and UnusableIndexError where it cannot
    serve at all; nothing else of SQLite comes through.
    """

    def __init__(self, path: Path | None, program: str, *, readonly: bool = False) -> None:
        """Open the database at a path, or an empty one in memory where there is none.

        `program` tells the program that reads the captures: what another one has kept is thrown away.
        """
        self.path = path
        before = database.identity(path) if path is not None else None
        self._connection: sqlite3.Connection = database.connect(path, program, readonly=readonly)
        self._seen = before or (database.identity(path) if path is not None else None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def discard(self) -> None:
        """Close the database and remove its file, so that the next one to open it makes it anew."""
        self.close()
        if self.path is not None:
            database.discard(self.path, self._seen)

    def memo(self, key: str) -> bytes | None:
        """What was remembered under a key."""
        with translated():
            row = self._connection.execute("SELECT data FROM memo WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else None

    def remember(self, key: str, data: bytes) -> None:
        """Remember something under a key, until the database is made anew."""
        with translated(), database.writing(self._connection, changes=False):
            self._connection.execute("INSERT OR REPLACE INTO memo (key, data) VALUES (?, ?)", (key, data))
