"""Logged works as plain data and back, for whoever remembers them."""

from __future__ import annotations

from typing import Any

from policydiff.model import Work
from policydiff.model.answers import LoggedStep, LoggedVersion, LoggedWork

__all__ = ["packed", "packed_step", "restored_step", "unpacked"]


def packed(logged: LoggedWork) -> list[Any] | None:
    """A logged work as JSON can hold it; nothing where a step could not be told, which is tried again each time."""
    if any(version.trouble is not None for version in logged.versions):
        return None
    work = logged.work
    return [work.id, work.title, work.issuer, work.aliases, [_version(version) for version in logged.versions]]


def unpacked(data: list[Any]) -> LoggedWork:
    """The work that was packed; raises TypeError, ValueError or KeyError where the data are something else."""
    name, title, issuer, aliases, versions = data
    if not all(isinstance(text, str) for text in (name, title, issuer or "", *aliases)):
        raise TypeError("no work")
    return LoggedWork(Work(name, title, issuer, tuple(aliases)), tuple(_restored(version) for version in versions))


def packed_step(step: LoggedStep) -> list[Any]:
    """What changed between two versions as JSON can hold it."""
    return [step.since, dict(step.articles), dict(step.figures), step.substantive]


def restored_step(data: Any) -> LoggedStep | None:
    """The step that was packed; nothing where the data are something else."""
    try:
        return _step(*data)
    except (TypeError, ValueError, AttributeError):
        return None


def _version(version: LoggedVersion) -> list[Any]:
    step = version.step
    return [
        version.id,
        version.status,
        version.date,
        version.coverage,
        version.document_number,
        version.url,
        version.texts,
        version.reports,
        packed_step(step) if step is not None else None,
    ]


def _restored(data: list[Any]) -> LoggedVersion:
    *texts, own, reports, step = data
    name, status, date, coverage, number, url = texts
    if not all(isinstance(text, str) for text in (name, status or "", date or "", coverage, number or "", url or "")):
        raise TypeError("no version")
    return LoggedVersion(
        name, status, date, coverage, number, url, int(own), int(reports), _step(*step) if step is not None else None
    )


def _step(since: str, articles: dict[str, int], figures: dict[str, int], substantive: int) -> LoggedStep:
    counts = [*articles.values(), *figures.values(), substantive]
    if not (isinstance(since, str) and all(isinstance(count, int) for count in counts)):
        raise TypeError("no step")
    return LoggedStep(since, tuple(articles.items()), tuple(figures.items()), substantive)
