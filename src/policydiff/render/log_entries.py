"""What a log tells of works and versions, before any words."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Comparison, Coverage, Status, Work
from policydiff.render.facts import Facts

__all__ = ["LoggedStep", "LoggedVersion", "LoggedWork", "step_of"]

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


def step_of(comparison: Comparison, since: str) -> LoggedStep:
    """The counts of a comparison, the same ones that its report gives."""
    facts = Facts.of(comparison)
    return LoggedStep(since, tuple(facts.relations().items()), tuple(facts.directions().items()), facts.substantive())
