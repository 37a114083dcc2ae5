"""The records of a corpus, read once: those of a work are read anew when one of its files or folders changed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policydiff.corpus import Survey
from policydiff.corpus.folder import survey_work, work_ids
from policydiff.corpus.packing import packed, unpacked
from policydiff.pipeline.memory import NO_MEMORY, Memory, recall, retain

__all__ = ["Shelf"]


@dataclass(frozen=True, slots=True)
class _Work:
    """A work as it was read: what its files were like then, its folders, and what could be read.

    `changed` is when its own folder last changed, as it does when a version comes or goes.
    """

    stamp: list[int]
    changed: int
    folders: tuple[str, ...]
    survey: Survey


class Shelf:
    """What is known of a corpus by its records.

    The first look compares every table with what is remembered (size and time), and opens those that changed; later
    ones ask each work's folder whether a version came or went, and miss only what somebody edits in between by hand.
    So whoever adds thousands of texts does not read thousands of tables for each.
    """

    def __init__(self, root: Path, memory: Memory = NO_MEMORY) -> None:
        self._root = root
        self.memory = memory
        self._known: dict[str, _Work] | None = None

    def survey(self) -> Survey:
        """All that can be read of the corpus, and what cannot; nothing where there is no folder."""
        if not self._root.is_dir():
            return Survey(())
        known = self._first() if self._known is None else self._again(self._known)
        self._known = known
        surveys = [work.survey for work in known.values()]
        return Survey(tuple(w for one in surveys for w in one.works), tuple(f for one in surveys for f in one.faults))

    def forget(self, work_id: str) -> None:
        """Have a work read anew the next time: something was added to it."""
        if self._known is not None:
            self._known.pop(work_id, None)

    def _first(self) -> dict[str, _Work]:
        before, known = self._recalled(), dict[str, _Work]()
        for work_id in work_ids(self._root):
            kept = before.get(work_id)
            fresh = kept is not None and kept.stamp == self._stamp(work_id, kept.folders)
            known[work_id] = kept if kept is not None and fresh else self._read(work_id)
        if any(before.get(work_id) is not work for work_id, work in known.items()) or len(before) != len(known):
            self._retain(known)
        return known

    def _again(self, before: dict[str, _Work]) -> dict[str, _Work]:
        known: dict[str, _Work] = {}
        with os.scandir(self._root) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        for work_id in names:
            kept = before.get(work_id)
            if kept is not None and kept.changed == self._changed(work_id):
                known[work_id] = kept
            elif (self._root / work_id / "work.toml").is_file():
                known[work_id] = self._read(work_id)
        return known

    def _read(self, work_id: str) -> _Work:
        """Read a work; stamped before it is read, so that what changes meanwhile is seen the next time."""
        folder, changed = self._root / work_id, self._changed(work_id)
        try:
            with os.scandir(folder) as entries:
                folders = tuple(sorted(entry.name for entry in entries if entry.is_dir()))
        except OSError:
            folders = ()
        return _Work(self._stamp(work_id, folders), changed, folders, survey_work(folder))

    def _changed(self, work_id: str) -> int:
        return _times(f"{self._root}{os.sep}{work_id}")[1]

    def _stamp(self, work_id: str, folders: tuple[str, ...]) -> list[int]:
        """What changes when a version comes or goes, or a table is edited."""
        folder = f"{self._root}{os.sep}{work_id}"
        stamp = [self._changed(work_id), *_times(f"{folder}{os.sep}work.toml")]
        for name in folders:
            stamp += _times(f"{folder}{os.sep}{name}{os.sep}version.toml")
        return stamp

    def _recalled(self) -> dict[str, _Work]:
        found: dict[str, _Work] = {}
        kept = recall(self.memory, "records", str(self._root.resolve())) or {}
        for work_id, entry in kept.items():
            try:
                stamp, folders, data = entry
                record = unpacked(data, self._root / work_id)
                numbers = [int(part) for part in stamp]
                found[work_id] = _Work(numbers, numbers[0], tuple(folders), Survey((record,)))
            except (KeyError, IndexError, TypeError, ValueError, AttributeError):  # no record: the work is read
                continue
        return found

    def _retain(self, known: dict[str, _Work]) -> None:
        """Remember the works that are sound; a fault is looked at again each time."""
        told: dict[str, Any] = {
            work_id: [work.stamp, work.folders, packed(work.survey.works[0], self._root / work_id)]
            for work_id, work in known.items()
            if work.survey.works and not work.survey.faults
        }
        retain(self.memory, told, "records", str(self._root.resolve()))


def _times(path: str) -> list[int]:
    try:
        facts = os.stat(path)  # noqa: PTH116 - by the thousand: a Path takes twice as long
    except OSError:
        return [0, 0]
    return [facts.st_size, facts.st_mtime_ns]
