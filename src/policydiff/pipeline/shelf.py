"""The records of a corpus, read once: those of a work are read anew when one of its files or folders changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from policydiff.corpus import Fault, Survey, WorkRecord
from policydiff.corpus.folder import survey_work, work_ids
from policydiff.corpus.packing import packed, unpacked
from policydiff.corpus.titles import title_key
from policydiff.pipeline.memory import NO_MEMORY, Memory
from policydiff.pipeline.remembered import Mark, Remembered, marked, recalled, retained
from policydiff.pipeline.stamps import work_folders

__all__ = ["Look", "Shelf", "Shelved"]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A work with what a text is known by: the digests of its captures, its document numbers, its names' keys."""

    record: WorkRecord
    digests: frozenset[str]
    numbers: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, record: WorkRecord) -> Self:
        """Take down what a work is known by."""
        return cls(
            record,
            frozenset(source.sha256 for version in record.versions for source in version.sources),
            frozenset(version.document_number for version in record.versions if version.document_number),
            frozenset(title_key(name) for name in (record.work.title, *record.work.aliases)),
        )


@dataclass(frozen=True, slots=True)
class Look:
    """The works of a corpus at one moment, and what of it could not be read."""

    works: tuple[Shelved, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def survey(self) -> Survey:
        """The same as records."""
        return Survey(tuple(work.record for work in self.works), self.faults)


@dataclass(frozen=True, slots=True)
class _Read:
    """What could be read of a work, and what could not."""

    works: tuple[Shelved, ...]
    faults: tuple[Fault, ...] = ()


_NEVER = Mark([], ())


class Shelf:
    """What is known of a corpus by its records.

    Each look compares every table with what is known (size and times), and opens those that changed: whoever adds
    thousands of texts does not read thousands of tables for each, and sees what other processes add meanwhile.  In a
    rehearsal, works can be `suppose`d as they would be after an addition.
    """

    def __init__(self, root: Path, memory: Memory = NO_MEMORY) -> None:
        self._root = root
        self.memory = memory
        self._known: dict[str, Remembered[_Read]] | None = None
        self._supposed: dict[str, Remembered[_Read]] = {}

    def look(self) -> Look:
        """All that can be read of the corpus, and what cannot; nothing where there is no folder."""
        if not self._root.is_dir():
            self._known = {}
        elif self._known is None:
            self._known = self._first()
        else:
            self._again(self._known)
        known = [work.value for _, work in sorted((self._known | self._supposed).items())]
        return Look(tuple(one for read in known for one in read.works), tuple(f for read in known for f in read.faults))

    def survey(self) -> Survey:
        """The same as records."""
        return self.look().survey

    def forget(self, work_id: str) -> None:
        """Have a work read anew the next time: something was added to it."""
        if self._known is not None:
            self._known.pop(work_id, None)

    def suppose(self, record: WorkRecord) -> None:
        """Take a work for what it would be if a text had been added."""
        self._supposed[record.work.id] = Remembered(_NEVER, _Read((Shelved.of(record),)))

    def _first(self) -> dict[str, Remembered[_Read]]:
        before, known = recalled(self.memory, "records", self._root, self._unpacked), dict[str, Remembered[_Read]]()
        for work_id in work_ids(self._root):
            kept = before.get(work_id)
            fresh = kept is not None and kept.holds(self._root, work_id)
            known[work_id] = kept if kept is not None and fresh else self._read(work_id)
        if any(before.get(work_id) is not work for work_id, work in known.items()) or len(before) != len(known):
            now = time.time_ns()
            resting = {work_id: work for work_id, work in known.items() if work.at_rest(now)}
            retained(self.memory, "records", self._root, resting, self._packed)
        return known

    def _again(self, known: dict[str, Remembered[_Read]]) -> None:
        """Read those works anew of which a table or a folder changed since the last look."""
        there = set(work_folders(self._root))
        for work_id in known.keys() - there:
            del known[work_id]
        for work_id in sorted(there):
            kept = known.get(work_id)
            if kept is not None and kept.holds(self._root, work_id):
                continue
            known.pop(work_id, None)
            if (self._root / work_id / "work.toml").is_file():
                known[work_id] = self._read(work_id)

    def _read(self, work_id: str) -> Remembered[_Read]:
        mark = marked(self._root, work_id)
        found = survey_work(self._root / work_id)
        return Remembered(mark, _Read(tuple(map(Shelved.of, found.works)), found.faults))

    def _unpacked(self, work_id: str, data: dict[str, Any]) -> _Read:
        return _Read((Shelved.of(unpacked(data, self._root / work_id)),))

    def _packed(self, work_id: str, read: _Read) -> dict[str, Any] | None:
        """A work that is sound; a fault is looked at again each time."""
        return packed(read.works[0].record, self._root / work_id) if read.works and not read.faults else None
