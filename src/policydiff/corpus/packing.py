"""Records as plain data and back, for whoever remembers them: reading three thousand TOML files takes a second."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from policydiff.corpus.records import Passage, SourceRecord, VersionRecord, WorkRecord
from policydiff.model import Work

__all__ = ["packed", "unpacked"]

_TEXTS = ("name", "kind", "publisher", "url", "sha256", "label", "final_url", "media_type", "etag", "last_modified")


def packed(record: WorkRecord, folder: Path) -> dict[str, Any]:
    """A work's record as JSON can hold it; paths are told from the work's folder."""
    work = record.work
    return {
        "work": [work.id, work.title, work.issuer, list(work.aliases)],
        "versions": [
            {
                "id": version.id,
                "status": version.status,
                "date": version.date.isoformat() if version.date else None,
                "coverage": version.coverage,
                "number": version.document_number,
                "url": version.url,
                "sources": [_source(source, folder) for source in version.sources],
            }
            for version in record.versions
        ],
    }


def unpacked(data: dict[str, Any], folder: Path) -> WorkRecord:
    """The record that was packed; raises KeyError, TypeError or ValueError where the data are something else."""
    name, title, issuer, aliases = data["work"]
    work = Work(name, title, issuer, tuple(aliases))
    return WorkRecord(
        work,
        tuple(
            VersionRecord(
                work,
                version["id"],
                version["status"],
                date.fromisoformat(version["date"]) if version["date"] else None,
                version["coverage"],
                version["number"],
                version["url"],
                tuple(_restored(source, folder) for source in version["sources"]),
            )
            for version in data["versions"]
        ),
    )


def _source(source: SourceRecord, folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = {key: value for key in _TEXTS if (value := getattr(source, key)) is not None}
    told["path"] = source.path.relative_to(folder).as_posix()
    if source.published:
        told["published"] = source.published.isoformat()
    if source.fetched:
        told["fetched"] = source.fetched.isoformat()
    if source.passages:
        told["passages"] = [[passage.first, passage.last] for passage in source.passages]
    return told


def _restored(data: dict[str, Any], folder: Path) -> SourceRecord:
    get = data.get
    published, fetched = get("published"), get("fetched")
    return SourceRecord(
        folder / data["path"],
        data["name"],
        data["kind"],
        get("publisher"),
        get("url"),
        date.fromisoformat(published) if published else None,
        data["sha256"],
        tuple(Passage(first, last) for first, last in get("passages", ())),
        get("label"),
        get("final_url"),
        datetime.fromisoformat(fetched) if fetched else None,
        get("media_type"),
        get("etag"),
        get("last_modified"),
    )
