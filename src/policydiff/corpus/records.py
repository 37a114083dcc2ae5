"""What a corpus says of its works, versions and captures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a record has a field of that name
from pathlib import Path
from typing import Literal

from policydiff.model import Coverage, Status, Work

__all__ = ["AddResult", "Passage", "SourceKind", "SourceRecord", "VersionRecord", "WorkRecord"]

SourceKind = Literal["text", "report"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that a person points at, from its first to its last words: 每年安排 … 产业集群."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One capture: the instrument's own text, or a report of it."""

    path: Path
    name: str
    kind: SourceKind
    publisher: str | None
    url: str | None
    published: Day | None
    sha256: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One version as its version.toml describes it; `url` is where the official text stands."""

    work: Work
    id: str
    status: Status | None
    date: Day | None
    coverage: Coverage
    document_number: str | None
    url: str | None
    sources: tuple[SourceRecord, ...]

    @property
    def name(self) -> str:
        """How a person names it: `wuhan-ai@2024-draft`."""
        return f"{self.work.id}@{self.id}"


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A work and its versions, by date and then by id; those without a date come last."""

    work: Work
    versions: tuple[VersionRecord, ...]


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding a capture did.  `added` is false where the version already had these very bytes."""

    added: bool
    path: Path
    version_name: str
    new_work: bool = False
    new_version: bool = False
    became_full: bool = False
