"""What can be told of works and versions: a log, the history of an article, the words of a text, a look at a corpus.

Plain values, worked out by the pipeline and put into words by the renderers.
"""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model.comparison import Comparison, Note
from policydiff.model.document import Coverage, Status, Version, Work

__all__ = [
    "ArticleHistory",
    "Checkup",
    "Keyword",
    "Keywords",
    "LoggedStep",
    "LoggedVersion",
    "LoggedWork",
    "Stop",
]

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """What changed from the version `since`: how many articles fared how, and how many figures went which way.

    What a report does not mention is counted as `not_reported`, never as removed.  `substantive` are the articles
    that changed in substance, those that came or went among them.
    """

    since: str
    articles: Counts = ()
    figures: Counts = ()
    substantive: int = 0


@dataclass(frozen=True, slots=True)
class LoggedVersion:
    """One version as version.toml tells it, and the step that led to it, if one was told."""

    id: str
    status: Status | None
    date: str | None
    coverage: Coverage
    document_number: str | None
    url: str | None
    texts: int
    reports: int
    step: LoggedStep | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class LoggedWork:
    """A work and its versions, the oldest first."""

    work: Work
    versions: tuple[LoggedVersion, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One version on the way of an article: the units that it is there, and the step that led to them.

    `step` is the comparison with the full text before, with the article's own changes alone; the first stop has none.
    No units are no article: it is not there yet, it is gone, or (of an excerpt) reports do not mention it.
    """

    version: Version
    units: tuple[str, ...]
    step: Comparison | None = None


@dataclass(frozen=True, slots=True)
class ArticleHistory:
    """One article through the versions of its work, the oldest first.

    `named` is the version in which the address was looked up, `units` what it names there.
    """

    work: Work
    address: str
    named: Version
    units: tuple[str, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word, how often a version has it, and its weight: how much it tells this text from Chinese texts at large."""

    word: str
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Keywords:
    """The words of a version by weight; beside another one, the words that only either of the two has."""

    version: Version
    words: tuple[Keyword, ...]
    against: Version | None = None
    only_here: tuple[Keyword, ...] = ()
    only_there: tuple[Keyword, ...] = ()


@dataclass(frozen=True, slots=True)
class Checkup:
    """`faults` make answers wrong or missing, `remarks` ask for a look; `mended` is what was put right just now."""

    faults: tuple[Note, ...]
    remarks: tuple[Note, ...]
    mended: tuple[Note, ...]
    works: int
    versions: int
    captures: int

    @property
    def sound(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.faults
