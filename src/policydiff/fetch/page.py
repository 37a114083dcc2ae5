"""What was fetched, and how far a fetch has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["Known", "Page", "Progress", "Stage", "silent"]

Stage = Literal["robots", "waiting", "asking", "receiving", "done"]


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier capture knows of a page, for a server to say that nothing changed."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One response: the bytes exactly as served, once their packing is undone.

    `url` is the address that was asked for, `final_url` the one that answered, `fetched` when (UTC, whole seconds).
    `unchanged` says that the server knows the capture that was named and has nothing newer; then there are no bytes.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    data: bytes
    fetched: datetime
    unchanged: bool = False

    def header(self, name: str) -> str | None:
        """The first header of a name, without white space around it; nothing where it is missing or empty."""
        found = (value.strip() for key, value in self.headers if key.lower() == name)
        return next(found, "") or None

    @property
    def media_type(self) -> str | None:
        """The Content-Type header, as sent: `text/html; charset=gbk`."""
        return self.header("content-type")


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a fetch stands: what it does, the bytes so far, and how many there will be if the server says so."""

    url: str
    stage: Stage
    received: int = 0
    expected: int | None = None


def silent(progress: Progress) -> None:
    """Tell nobody how a fetch comes along."""
