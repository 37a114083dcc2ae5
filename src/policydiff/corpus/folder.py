"""Reading a corpus folder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import cast, get_args

from policydiff.corpus.names import check_id, file_inside, is_id
from policydiff.corpus.ordering import in_order
from policydiff.corpus.records import Fault, Passage, SourceKind, SourceRecord, Survey, VersionRecord, WorkRecord
from policydiff.corpus.tables import Table, read_table
from policydiff.errors import CorpusError, UnknownVersionError
from policydiff.model import Coverage, Status, Work

__all__ = [
    "check_root",
    "find_version",
    "find_work",
    "read_capture",
    "read_version",
    "step_base",
    "survey",
    "survey_work",
    "work_ids",
    "works",
]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SHOWN = 20
_FETCHED = ("label", "final_url", "fetched", "media_type", "etag", "last_modified")


def works(root: Path) -> tuple[WorkRecord, ...]:
    """Every work of a corpus by id, each with its versions in order; raises at the first fault."""
    return tuple(_work_record(root / work_id) for work_id in work_ids(root))


def survey(root: Path) -> Survey:
    """Every work and version of a corpus that can be read, and what is wrong with the rest."""
    found = [survey_work(root / work_id) for work_id in work_ids(root)]
    return Survey(tuple(work for one in found for work in one.works), tuple(f for one in found for f in one.faults))


def survey_work(folder: Path) -> Survey:
    """What can be read of the work in a folder, and what cannot."""
    try:
        work = _read_work(folder)
        version_ids = _ids(folder, "version.toml")
    except CorpusError as error:
        return Survey((), (Fault(folder.name, str(error)),))
    versions: list[VersionRecord] = []
    faults: list[Fault] = []
    for version_id in version_ids:
        try:
            check_id("version", version_id)
            versions.append(read_version(folder / version_id, work))
        except CorpusError as error:
            faults.append(Fault(f"{folder.name}@{version_id}", str(error)))
    return Survey((WorkRecord(work, in_order(versions)),), tuple(faults))


def find_work(root: Path, work_id: str) -> WorkRecord:
    """One work with its versions; no other work's files are read."""
    if not (is_id(work_id) and (root / work_id / "work.toml").is_file()):
        raise UnknownVersionError(f'{root} has no work "{work_id}"{_suggest(work_id, work_ids(root))}')
    return _work_record(root / work_id)


def find_version(root: Path, work_id: str, version_id: str) -> VersionRecord:
    """The version `work@version`; reads no other version's files, so a fault elsewhere does not matter.

    Where no version is called so and the name is a day (`work@2024-06-01`), the version as of that day is meant: the
    latest that bears this date or an earlier one.

    Raises UnknownVersionError, naming what comes near and what there is.
    """
    folder = root / work_id
    if not (is_id(work_id) and (folder / "work.toml").is_file()):
        raise UnknownVersionError(f'{root} has no work "{work_id}"{_suggest(work_id, work_ids(root))}')
    version_ids = _ids(folder, "version.toml")
    if version_id in version_ids:
        return read_version(folder / version_id, _read_work(folder))
    day = _day(version_id)
    if day is not None:
        return _as_of(_work_record(folder), day)
    raise UnknownVersionError(f'the work {work_id} has no version "{version_id}"{_suggest(version_id, version_ids)}')


def _as_of(work: WorkRecord, day: date) -> VersionRecord:
    dated = [version for version in work.versions if version.date is not None]
    known = [version for version in dated if version.date is not None and version.date <= day]
    if not known:
        told = f"its earliest is {dated[0].id}, of {dated[0].date}" if dated else "none of its versions has a date"
        raise UnknownVersionError(f"the work {work.work.id} has no version as of {day}: {told}")
    return known[-1]


def _day(name: str) -> date | None:
    """The day that a name is, written in full: 2024-06-01."""
    if not _DAY.fullmatch(name):
        return None
    try:
        return date.fromisoformat(name)
    except ValueError:  # 2024-02-30
        return None


def step_base(versions: Sequence[VersionRecord], at: int) -> int:
    """Which version a later one is compared with: the full text before it, for reports of one prove no removal.

    Where there is none, the version before it.  The versions are those whose order is known (`placed`).
    """
    full = (place for place in range(at - 1, -1, -1) if versions[place].coverage == "full")
    return next(full, at - 1)


def read_capture(record: SourceRecord) -> bytes:
    """The bytes of a capture, checked against the sha256 that was recorded when it was added."""
    try:
        data = record.path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusError(
            f"{record.path} is listed in its version.toml but is not there; restore it, or remove its [[source]]"
        ) from error
    except OSError as error:
        raise CorpusError(f"cannot read the capture {record.path}: {error.strerror}") from error
    actual = hashlib.sha256(data).hexdigest()
    if actual != record.sha256:
        raise CorpusError(
            f"{record.path} was changed after it was added: its version.toml records sha256 {record.sha256}, the file "
            f"has {actual}; restore the file, or add the other text as a capture of its own"
        )
    return data


def read_version(folder: Path, work: Work) -> VersionRecord:
    """The version that a folder holds."""
    table = read_table(folder / "version.toml")
    table.allow("status", "date", "coverage", "document_number", "url", "source")
    sources = table.tables("source")
    if not sources:
        raise table.fault("source", 'the version has no [[source]]; "policydiff add" adds one')
    return VersionRecord(
        work=work,
        id=folder.name,
        status=cast("Status | None", table.choice_or_none("status", get_args(Status))),
        date=table.day_or_none("date"),
        coverage=cast("Coverage", table.choice("coverage", get_args(Coverage))),
        document_number=table.text_or_none("document_number"),
        url=table.text_or_none("url"),
        sources=tuple(_source(folder, source) for source in sources),
    )


def _source(folder: Path, table: Table) -> SourceRecord:
    table.allow("file", "kind", "publisher", "url", "published", "sha256", "passage", *_FETCHED)
    file = table.text_of("file")
    path = file_inside(folder, file)
    if path is None:
        raise table.fault("file", f'"{file}" does not stand inside {folder}; captures belong into its raw folder')
    sha256 = table.text_of("sha256")
    if not _SHA256.fullmatch(sha256):
        raise table.fault("sha256", '"sha256" must be 64 digits from 0 to f, as "sha256sum" prints them')
    return SourceRecord(
        path=path,
        name=path.name,
        kind=cast("SourceKind", table.choice("kind", get_args(SourceKind))),
        publisher=table.text_or_none("publisher"),
        url=table.text_or_none("url"),
        published=table.day_or_none("published"),
        sha256=sha256,
        passages=tuple(_passage(passage) for passage in table.tables("passage")),
        label=table.text_or_none("label"),
        final_url=table.text_or_none("final_url"),
        fetched=table.moment_or_none("fetched"),
        media_type=table.text_or_none("media_type"),
        etag=table.text_or_none("etag"),
        last_modified=table.text_or_none("last_modified"),
    )


def _passage(table: Table) -> Passage:
    table.allow("first", "last")
    return Passage(table.text_of("first"), table.text_of("last"))


def _read_work(folder: Path) -> Work:
    check_id("work", folder.name)
    table = read_table(folder / "work.toml")
    table.allow("title", "issuer", "aliases")
    return Work(folder.name, table.text_of("title"), table.text_or_none("issuer"), table.texts("aliases"))


def _work_record(folder: Path) -> WorkRecord:
    work = _read_work(folder)
    versions = []
    for version_id in _ids(folder, "version.toml"):
        check_id("version", version_id)
        versions.append(read_version(folder / version_id, work))
    return WorkRecord(work, in_order(versions))


def work_ids(root: Path) -> tuple[str, ...]:
    """The ids of the works of a corpus; raises where there is no such folder."""
    check_root(root)
    return _ids(root, "work.toml")


def check_root(root: Path) -> None:
    """Raise UnknownVersionError where there is no corpus folder."""
    if not root.is_dir():
        raise UnknownVersionError(f"there is no corpus folder {root}; name one with --corpus DIR")


def _ids(folder: Path, marker: str) -> tuple[str, ...]:
    """The names of the folders that hold the file `marker`."""
    try:
        found = sorted(entry.name for entry in folder.iterdir() if _is_file(entry / marker))
    except OSError as error:
        raise CorpusError(f"cannot read the folder {folder}: {error.strerror}") from error
    return tuple(name for name in found if not name.startswith("."))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be entered is nobody else's fault
        return False


def _suggest(wanted: str, names: tuple[str, ...]) -> str:
    """What a person may have meant, and what there is: ` (did you mean 2024-draft?); it has 2024-draft, 2025-final`."""
    if not names:
        return "; it has none yet"
    near = [name for name in names if is_id(wanted) and name.startswith(wanted)]
    near = near or get_close_matches(wanted, names, n=3)
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    meant = f" (did you mean {' or '.join(near[:3])}?)" if near else ""
    return f"{meant}; it has {', '.join(names[:_SHOWN])}{more}"
