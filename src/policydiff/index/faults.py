"""What can go wrong with a database file, as two cases: make it anew, or do without it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["BrokenIndexError", "UnusableIndexError", "translated"]

_WHY = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may not be written to",
    sqlite3.SQLITE_PERM: "it may not be written to",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened or made",
    sqlite3.SQLITE_BUSY: "another process does not let go of it",
    sqlite3.SQLITE_LOCKED: "another process does not let go of it",
    sqlite3.SQLITE_IOERR: "the disk fails",
}


class BrokenIndexError(Exception):
    """The database is no index, or holds what no index holds: it is a cache, so it is made anew."""


class UnusableIndexError(Exception):
    """There can be no database here; the message says why, in words that end a sentence."""


@contextmanager
def translated() -> Iterator[None]:
    """The one place where SQLite's errors become one of the two."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if isinstance(error, sqlite3.ProgrammingError):  # a mistake of ours, and no disk's
            raise
        if code & 0xFF in _WHY:
            raise UnusableIndexError(_WHY[code & 0xFF]) from error
        # a missing table or column, too: whoever made this file, it was not this release
        raise BrokenIndexError(str(error)) from error
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        # bytes that are no text, a number where a name should be: this release writes no such thing
        raise BrokenIndexError(f"{type(error).__name__}: {error}") from error
    except OSError as error:
        raise UnusableIndexError(error.strerror or "it cannot be reached") from error
