"""What a corpus says of its works, versions and captures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a record has a field of that name
from datetime import datetime
from pathlib import Path
from typing import Literal

from policydiff.model import Coverage, Status, Work

__all__ = [
    "AddResult",
    "Capture",
    "Correction",
    "Fault",
    "Passage",
    "SourceKind",
    "SourceRecord",
    "Survey",
    "VersionFacts",
    "VersionRecord",
    "WorkRecord",
]

SourceKind = Literal[
    "text",  # the instrument's own text
    "report",  # what somebody else says of it
    "notice",  # the page that announces it, where the text itself is attached: 关于印发《…办法》的通知
    "attachment",  # what else hangs on the page: 附件2：申报书.docx
]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that a person points at, from its first to its last words: 每年安排 … 产业集群."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One capture.

    What was fetched knows when (`fetched`) and from where: the address that was asked for (`url`), the one that
    answered where it is another (`final_url`), the Content-Type header (`media_type`), and what a server wants to hear
    to say that nothing changed (`etag`, `last_modified`).  `label` is the link that led to an attachment.
    """

    path: Path
    name: str
    kind: SourceKind
    publisher: str | None
    url: str | None
    published: Day | None
    sha256: str
    passages: tuple[Passage, ...] = ()
    label: str | None = None
    final_url: str | None = None
    fetched: datetime | None = None
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None


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
    """A work and its versions, the oldest first; those whose place nothing tells come last, see `ordering`."""

    work: Work
    versions: tuple[VersionRecord, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be read of a corpus: the work or version (`wuhan-ai@2024-draft`), and the sentence that says why."""

    name: str
    sentence: str

    @property
    def work(self) -> str:
        """The id of the work that it concerns."""
        return self.name.partition("@")[0]


@dataclass(frozen=True, slots=True)
class Survey:
    """All that can be read of a corpus, and what cannot."""

    works: tuple[WorkRecord, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What is said of the version that captures are added to; `title` is the work's, needed where it is new.

    What version.toml does not say yet is written there: status, date and document number.
    """

    work: str
    version: str
    coverage: Coverage
    status: Status | None = None
    date: Day | None = None
    title: str | None = None
    document_number: str | None = None

    @property
    def name(self) -> str:
        """How a person names the version: `wuhan-ai@2024-draft`."""
        return f"{self.work}@{self.version}"


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture to add: its bytes, the name it should bear, and what is known of it, as in `SourceRecord`.

    `headers` are the response's, for the file beside the capture; a capture that was not fetched has none.
    """

    data: bytes
    name: str
    kind: SourceKind
    publisher: str | None = None
    label: str | None = None
    url: str | None = None
    final_url: str | None = None
    fetched: datetime | None = None
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    published: Day | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says otherwise than a table: the file, the key, and both values as they are written."""

    file: Path
    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding captures did.  `added` is false where the version already had these very bytes.

    `path` is the first capture's; `beside` are those of the others that were added with it.  `corrected` is what a
    person said otherwise of a text that was there already, and now stands in the tables.
    """

    added: bool
    path: Path
    version_name: str
    new_work: bool = False
    new_version: bool = False
    became_full: bool = False
    beside: tuple[Path, ...] = ()
    corrected: tuple[Correction, ...] = ()
