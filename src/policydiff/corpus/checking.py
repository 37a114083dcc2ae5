"""Whether a corpus is sound: every file what it was, every table readable, nothing lost and nothing left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from policydiff.corpus.folder import read_capture, survey
from policydiff.corpus.locking import locked
from policydiff.corpus.names import is_id
from policydiff.corpus.ordering import undecided
from policydiff.corpus.records import Survey, VersionRecord, WorkRecord
from policydiff.errors import CorpusError
from policydiff.model import Note

__all__ = ["REMARKS", "clear_leftovers", "examine", "leftovers"]

REMARKS = frozenset(
    {"leftover", "undated", "no_versions", "same_bytes", "unlisted", "stray_header", "early_capture", "index"}
)
"""What asks for a look and not for mending: the corpus answers rightly as it is."""


def examine(root: Path) -> tuple[Survey, tuple[Note, ...]]:
    """Everything that can be read of a corpus, and everything that is wrong with it, in a fixed order."""
    found = survey(root)
    notes = [Note("unreadable", (("name", fault.name), ("reason", fault.sentence))) for fault in found.faults]
    for work in found.works:
        notes += _work(root, work)
        for version in work.versions:
            notes += _version(root / work.work.id / version.id, version)
    notes += _strangers(root)
    notes += _twins(found)
    notes += [Note("leftover", (("path", str(path)),)) for path in leftovers(root)]
    return found, tuple(notes)


def leftovers(root: Path) -> tuple[Path, ...]:
    """Files that an interrupted run left half-written; no reader ever looks at them."""
    return tuple(sorted(path for path in root.rglob(".*.part") if path.is_file()))


def clear_leftovers(root: Path) -> tuple[Path, ...]:
    """Remove what interrupted runs left half-written, while nobody writes."""
    with locked(root):
        found = leftovers(root)
        for path in found:
            path.unlink(missing_ok=True)
    return found


def _work(root: Path, work: WorkRecord) -> Iterator[Note]:
    """Versions that cannot be put in order, or whose names and dates disagree."""
    if not work.versions:
        yield Note("no_versions", (("name", work.work.id),))
    unknown = undecided(work.versions)
    if unknown:
        told = ", ".join(version.id for version in unknown)
        yield Note("order_open", (("work", work.work.id), ("versions", told)))
    seen: dict[tuple[str | None, object], str] = {}
    for version in work.versions:
        if version.date is None:
            if len(work.versions) > 1 and version not in unknown:
                yield Note("undated", (("name", version.name),))
            continue
        year = version.id[:4]
        if year.isdecimal() and version.id[4:5] in ("", "-") and int(year) != version.date.year:
            yield Note("year_differs", (("name", version.name), ("date", version.date.isoformat())))
        other = seen.setdefault((version.status, version.date), version.name)
        if other != version.name:
            yield Note("same_day", (("name", version.name), ("other", other), ("date", version.date.isoformat())))
    yield from _folders(root / work.work.id, "version.toml")


def _folders(folder: Path, marker: str) -> Iterator[Note]:
    """Folders with files in them that are no versions."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and is_id(entry.name) and not (entry / marker).is_file() and _holds_files(entry):
            yield Note("unmarked", (("path", str(entry)), ("marker", marker)))


def _holds_files(folder: Path) -> bool:
    return any(path.is_file() and not path.name.endswith(".part") for path in folder.rglob("*"))


def _strangers(root: Path) -> Iterator[Note]:
    """Folders in the corpus that hold versions or captures, and are no works."""
    for entry in sorted(root.iterdir()):
        if not entry.is_dir() or not is_id(entry.name) or (entry / "work.toml").is_file():
            continue
        if any(entry.glob("*/version.toml")) or any(entry.glob("*/raw/*")):
            yield Note("unmarked", (("path", str(entry)), ("marker", "work.toml")))


def _version(folder: Path, version: VersionRecord) -> Iterator[Note]:
    """Captures that are not what they were, and files that nobody lists."""
    for source in version.sources:
        try:
            read_capture(source)
        except CorpusError as error:
            yield Note("capture", (("name", version.name), ("reason", str(error))))
        if source.fetched is not None and version.date is not None and source.fetched.date() < version.date:
            yield Note(
                "early_capture", (("name", version.name), ("path", source.name), ("date", version.date.isoformat()))
            )
    kinds = {source.kind for source in version.sources}
    if version.coverage == "full" and "text" not in kinds:
        yield Note("no_text", (("name", version.name),))
    if version.coverage == "excerpt" and not kinds & {"text", "report"}:
        yield Note("no_report", (("name", version.name),))
    listed = {source.path for source in version.sources}
    for path in _files(folder / "raw"):
        if path not in listed:
            yield Note("unlisted", (("path", str(path)), ("name", version.name)))
    for path in _files(folder / "headers"):
        if folder / "raw" / path.name.removesuffix(".toml") not in listed:
            yield Note("stray_header", (("path", str(path)),))


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")) if folder.is_dir() else []


def _twins(found: Survey) -> Iterator[Note]:
    """The same bytes as the text of two versions, or in two works."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for work in found.works:
        for version in work.versions:
            for source in version.sources:
                if source.kind in ("text", "report"):
                    holders[source.sha256].append(version.name)
    for names in holders.values():
        if len(names) > 1:
            yield Note("same_bytes", (("name", names[0]), ("other", ", ".join(dict.fromkeys(names[1:])))))
