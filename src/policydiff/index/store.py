"""The index of a corpus: versions put in, clauses found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from policydiff.index import database
from policydiff.index.entries import Entry, Facts, Search
from policydiff.index.faults import BrokenIndexError, translated
from policydiff.index.finding import find
from policydiff.index.marking import places
from policydiff.index.matching import Matcher
from policydiff.index.memo import Memo
from policydiff.index.query import Query, Wording
from policydiff.index.scanning import Ranked, Standing
from policydiff.index.snapshot import Snapshot, take
from policydiff.index.writing import put, remove, tidy
from policydiff.model.search import Found

__all__ = ["Store"]

_AT_ONCE = 500
_CLAUSES = """
    SELECT id, unit, text, place, heading,
        coalesce((SELECT title FROM chapter WHERE clause.id BETWEEN first AND last ORDER BY first DESC LIMIT 1), ''),
        start, document
    FROM clause WHERE id IN """


class Store(Memo):
    """An open index, in a file or in memory."""

    def __init__(self, path: Path | None, program: str, *, readonly: bool = False) -> None:
        """Open the index at a path, or an empty one in memory; see `Memo`."""
        super().__init__(path, program, readonly=readonly)
        self._snapshot: Snapshot | None = None

    def fingerprints(self) -> dict[str, str]:
        """The versions that are in, each with the fingerprint it had then."""
        with translated():
            return dict(self._connection.execute("SELECT name, fingerprint FROM version ORDER BY name"))

    def put(self, entries: Sequence[Entry]) -> None:
        """Put versions in, all of them or none; those of the same name and fingerprint stay as they are."""
        with translated(), database.writing(self._connection):
            put(self._connection, entries)

    def settle(self) -> None:
        """Put in order what was put in piece by piece, so that searches are quick."""
        with translated(), database.writing(self._connection):
            tidy(self._connection, 1)
        with translated():
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def remove(self, names: Iterable[str]) -> None:
        """Take versions out."""
        with translated(), database.writing(self._connection):
            remove(self._connection, names)

    def find(self, search: Search) -> Ranked:
        """What a search finds, best first."""
        with self._reading() as snapshot:
            return find(self._connection, snapshot, search)

    def counts(self, wordings: Iterable[Wording]) -> tuple[int, ...]:
        """How many clauses hold each wording, whatever the filters."""
        with self._reading() as snapshot:
            matcher = Matcher(self._connection, snapshot)
            return tuple(matcher.count(one) for one in wordings)

    def facts(self) -> tuple[Facts, ...]:
        """What is known of each version that is in, in the order of the corpus."""
        with self._reading() as snapshot:
            return snapshot.facts

    def located(self, page: Iterable[Standing]) -> Iterator[tuple[str, str]]:
        """Of each clause the name of its version and its place there."""
        page = tuple(page)
        with translated():
            for at in range(0, len(page), _AT_ONCE):
                some = page[at : at + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                query = f"SELECT id, place FROM clause WHERE id IN ({marks})"  # noqa: S608 - question marks only
                places = dict(self._connection.execute(query, [one.clause for one in some]))
                yield from ((one.facts.name, _text(places.get(one.clause, ""))) for one in some)

    def size(self) -> int:
        """How many clauses there are."""
        with self._reading() as snapshot:
            return snapshot.clauses

    def shown(self, page: Iterable[Standing], query: Query) -> tuple[Found, ...]:
        """The clauses of a page as a person sees them."""
        page = tuple(page)
        rows: dict[int, tuple[str | bytes, ...]] = {}
        with translated():
            for at in range(0, len(page), _AT_ONCE):
                ids = [one.clause for one in page[at : at + _AT_ONCE]]
                marks = ", ".join("?" * len(ids))
                rows |= {row[0]: row[1:] for row in self._connection.execute(_CLAUSES + f"({marks})", ids)}
        return tuple(_found(one, rows.get(one.clause or -1), query) for one in page)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """All that is read inside is of one moment, whoever writes meanwhile."""
        with translated():
            self._connection.execute("BEGIN")
            try:
                now = database.generation(self._connection)
                if self._snapshot is None or self._snapshot.generation != now:
                    self._snapshot = take(self._connection, now)
                yield self._snapshot
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")


def _found(one: Standing, row: tuple[str | bytes, ...] | None, query: Query) -> Found:
    if row is None:
        raise BrokenIndexError("a clause is not there")
    unit, text, place, heading, chapter = map(_text, row[:5])
    start, document = cast("tuple[int, int]", row[5:])
    spans = places(query.positive, text)
    if query.positive and not spans and not any(wording.negated for wording in query.wordings):
        raise BrokenIndexError("a clause is not what was written")
    facts = one.facts
    source = facts.sources[document] if document < len(facts.sources) else ""
    return Found(
        facts.name, facts.work, facts.version, facts.title, facts.status, facts.date, facts.coverage,
        place, heading, chapter, source, unit, text, start, spans, one.score, one.whole,
    )  # fmt: skip


def _text(kept: str | bytes) -> str:
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")
