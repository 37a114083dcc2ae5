"""The database file: opened, checked to be this release's, made anew where it is not.

Only what can be read again from the corpus is in it, so nothing is ever migrated: an index of another layout, or of
another program (a changed rule reads the same capture in another way), is emptied.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policydiff.index.faults import BrokenIndexError, translated

__all__ = ["alien", "connect", "discard", "generation", "identity", "looked_at", "writing"]

_APPLICATION = 0x50644978  # "PdIx"
_LAYOUT = 2
_PATIENCE = 60.0
"""Seconds to wait for another process that writes: longer than its longest transaction on a slow disk."""
_SCHEMA = """
CREATE TABLE fact (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE memo (key TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, work TEXT NOT NULL, version TEXT NOT NULL,
    title TEXT NOT NULL, issuer TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL, coverage TEXT NOT NULL,
    sources TEXT NOT NULL, effective TEXT NOT NULL, expires TEXT NOT NULL, fingerprint TEXT NOT NULL
);
CREATE TABLE clause (  -- id: the version's in the upper 31 bits, the number in reading order in the lower 32
    id INTEGER PRIMARY KEY, unit TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, place TEXT NOT NULL,
    heading TEXT NOT NULL, document INTEGER NOT NULL
);
CREATE TABLE chapter (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, title TEXT NOT NULL);
CREATE TABLE measured (
    dimension TEXT NOT NULL, clause INTEGER NOT NULL, kind TEXT NOT NULL, low REAL, high REAL
);
CREATE INDEX measured_dimension ON measured (dimension, kind);
CREATE INDEX measured_clause ON measured (clause);
CREATE TABLE segment (  -- clauses that were indexed together
    id INTEGER PRIMARY KEY AUTOINCREMENT, size INTEGER NOT NULL, lengths BLOB NOT NULL,
    differs BLOB NOT NULL, long BLOB NOT NULL
);
CREATE TABLE part (  -- which version's clauses a stretch of a segment is
    segment INTEGER NOT NULL, first INTEGER NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
    count INTEGER NOT NULL, PRIMARY KEY (segment, first)
) WITHOUT ROWID;
CREATE INDEX part_version ON part (version);
CREATE TABLE block (  -- id: the segment's, then the first gram; see grams
    id INTEGER PRIMARY KEY, grams BLOB NOT NULL, ends BLOB NOT NULL, keys BLOB NOT NULL, digest INTEGER NOT NULL
);
INSERT INTO fact VALUES ('generation', 0);
"""


def connect(path: Path | None, program: str, *, readonly: bool = False) -> sqlite3.Connection:
    """An index in a file, or in memory where there is none, empty or as it was left by this program.

    Raises BrokenIndexError or UnusableIndexError.  A `readonly` one is never made or emptied, only refused.
    """
    with translated():
        if path is None:
            connection = _opened(":memory:")
        elif readonly:
            connection = _opened(f"{path.absolute().as_uri()}?mode=ro&immutable=1")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _opened(f"{path.absolute().as_uri()}?mode=rwc")
        try:
            _prepare(connection, program, readonly=readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def looked_at(path: Path) -> sqlite3.Connection:
    """A database opened for reading only.

    What another process is writing just now stands in a file beside it.  Where there is one, SQLite must be let look at
    it, for which it may have to make a small file there, too; else nothing at all is made.
    """
    live = path.with_name(f"{path.name}-wal").exists() and os.access(path.parent, os.W_OK)
    mode = "mode=ro" if live else "mode=ro&immutable=1"
    return _opened(f"{path.absolute().as_uri()}?{mode}")


def alien(connection: sqlite3.Connection) -> bool:
    """Whether a database holds something, and is no index: not ours to touch.  An empty one is one to be."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return (
        application != _APPLICATION and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    )


def _opened(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, timeout=_PATIENCE, isolation_level=None, uri=True, check_same_thread=False)


def _prepare(connection: sqlite3.Connection, program: str, *, readonly: bool) -> None:
    if not readonly:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # of a new file; the others keep what they have
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    if _is_ours(connection, program):
        return
    if readonly:
        raise BrokenIndexError("another program has made it")
    with writing(connection):
        if _is_ours(connection, program):  # another process was quicker
            return
        tables = connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'")
        for kind, name in [row for row in tables if row[0] in {"table", "view"}]:
            quoted = name.replace('"', '""')
            connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')
        for statement in _SCHEMA.split(";\n"):
            connection.execute(statement)
        connection.execute("INSERT INTO fact VALUES ('program', ?)", (program,))
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {_LAYOUT}")


def _is_ours(connection: sqlite3.Connection, program: str) -> bool:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if (application, layout) != (_APPLICATION, _LAYOUT):
        return False
    kept: object = connection.execute("SELECT value FROM fact WHERE key = 'program'").fetchone()
    return kept == (program,)


def generation(connection: sqlite3.Connection) -> int:
    """A number that is another whenever something was written."""
    number: int = connection.execute("SELECT value FROM fact WHERE key = 'generation'").fetchone()[0]
    return number


@contextmanager
def writing(connection: sqlite3.Connection, *, changes: bool = True) -> Iterator[None]:
    """A transaction that writes: all of it or nothing, whenever the process ends.

    It `changes` what a search finds, or something else.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        if changes:
            connection.execute("UPDATE fact SET value = value + 1 WHERE key = 'generation'")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def discard(path: Path, seen: tuple[int, int] | None) -> None:
    """Remove a broken index, unless another process has put another one in its place since it was `seen`."""
    with translated(), _alone(path):
        if seen is not None and identity(path) != seen:
            return
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time, where the system knows how; the lock goes with its process."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        yield
        return
    with path.with_name(f"{path.name}.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
