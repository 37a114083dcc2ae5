"""What an index is made of and asked for: versions as plain values, and a search with its filters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from policydiff.index.keys import forms
from policydiff.index.measures import Condition, Measured
from policydiff.index.query import Query

__all__ = ["Clause", "Entry", "Facts", "Filters", "Search"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A leaf of a document: a sentence, a heading, a statement of a report.

    `place` is what data call it (第三条第二款, r1s4), `heading` the words of its heading, `chapter` the parts, chapters
    and sections it stands in with their headings: 第二章 扶持政策.  `start` is its place in its document's clean text.
    """

    unit_id: str
    text: str
    start: int
    place: str = ""
    heading: str = ""
    chapter: str = ""
    document: int = 0
    measured: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a version of a work, or of a file.

    `date`, `effective` and `expires` are ISO dates, empty where they are not known; `sources` are the names of its
    documents; `fingerprint` is another where the version must be read anew.
    """

    name: str
    work: str
    version: str
    title: str
    issuer: str = ""
    status: str = ""
    date: str = ""
    coverage: str = "full"
    sources: tuple[str, ...] = ("",)
    fingerprint: str = ""
    effective: str = ""
    expires: str = ""

    @property
    def order(self) -> tuple[str, bool, str, str]:
        """Works by id; their versions by date, those without one last, and then by id."""
        return self.work, not self.date, self.date, self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """A version with all its clauses, in reading order."""

    facts: Facts
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which clauses may be found.

    Versions: of these works, of this status, of an issuer whose name holds this, dated from `since` to `until`
    inclusive; with `as_of`, of each work only its latest version dated no later.  A version without a date lies in no
    range.  Clauses: in a chapter whose number or heading holds `chapter`, with figures that answer all the `terms`.
    """

    works: tuple[str, ...] = ()
    status: str = ""
    issuer: str = ""
    since: str = ""
    until: str = ""
    as_of: str = ""
    chapter: str = ""
    terms: tuple[Condition, ...] = ()

    @property
    def of_versions(self) -> bool:
        """Whether some versions may be left out."""
        return any((self.works, self.status, self.issuer, self.since, self.until, self.as_of))

    def versions(self, known: Iterable[Facts]) -> tuple[Facts, ...]:
        """The versions that may be looked into, in order."""
        ordered = sorted(known, key=lambda facts: facts.order)
        if self.as_of:
            latest = {one.work: one.name for one in ordered if one.date and one.date <= self.as_of}
            ordered = [one for one in ordered if latest.get(one.work) == one.name]
        issuer = forms(self.issuer)[0]
        return tuple(one for one in ordered if self._admits(one) and issuer in forms(one.issuer)[0])

    def _admits(self, one: Facts) -> bool:
        return (
            (not self.works or one.work in self.works)
            and self.status in ("", one.status)
            and (bool(one.date) or not (self.since or self.until))
            and self.since <= one.date
            and (not self.until or one.date <= self.until)
        )

    def chapter_holds(self, chapter: str) -> bool:
        """Whether a clause may stand in this chapter."""
        wanted = forms(self.chapter)
        return not wanted[0] or any(one in form for one, form in zip(wanted, forms(chapter), strict=True))

    def terms_hold(self, measured: tuple[Measured, ...]) -> bool:
        """Whether each condition is answered by one of a clause's figures."""
        return all(any(condition.holds(one) for one in measured) for condition in self.terms)


@dataclass(frozen=True, slots=True)
class Search:
    """A query with its filters, and which of the clauses found are wanted: `limit` of them behind `offset`."""

    query: Query
    filters: Filters = field(default_factory=Filters)
    limit: int | None = None
    offset: int = 0
