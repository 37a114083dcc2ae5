"""The log: works and versions of a corpus, and what changed at each step."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import corpus as corpus_stage
from policydiff.corpus import Fault, VersionRecord, WorkRecord
from policydiff.corpus.folder import check_root, survey_work
from policydiff.corpus.packing import packed as packed_record
from policydiff.errors import CorpusError, InputError
from policydiff.model import Note
from policydiff.model.answers import LoggedStep, LoggedVersion, LoggedWork
from policydiff.pipeline.logged import packed, packed_step, restored_step, unpacked
from policydiff.pipeline.memory import NO_MEMORY, Memory, recall, retain
from policydiff.pipeline.ordering import order_notes
from policydiff.pipeline.remembered import Remembered, marked, recalled, retained
from policydiff.pipeline.stamps import work_folders
from policydiff.render.comparison.facts import step_of

if TYPE_CHECKING:
    from policydiff.model import Version
    from policydiff.pipeline.opening import InputOptions

__all__ = ["Log", "log"]


@dataclass(frozen=True, slots=True)
class Log:
    """Works with their versions and steps, what of the corpus could not be read, and what to know of the order."""

    works: tuple[LoggedWork, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """Where the order of versions was inferred, or is open."""
        return tuple(note for one in self.works for note in order_notes(one.work.id, one.versions))


def log(
    corpus: str | PathLike[str],
    work: str | None = None,
    *,
    memory: Memory = NO_MEMORY,
    inputs: InputOptions | None = None,
    on_step: Callable[[str], None] | None = None,
) -> Log:
    """Tell the versions of one work, or of all, the oldest first, and what changed with each.

    A version is compared with the full text before it; where there is none, with the version before it.  A work is
    remembered as it was told until one of its tables or captures changes, and each step's counts until either
    version's tables say something else: they name each capture by its sha256, which is checked before anything is told.
    A version whose place among the others is open has no step, and no other has one from it.  A fault of one work is
    told beside the others; of the tables of the one that is asked for it is raised.  `on_step` hears of each step that
    has to be worked out.
    """
    root, logging = Path(corpus), _Logging(memory, inputs, on_step)
    if work is not None:
        return Log((logging.work(corpus_stage.find_work(root, work), root),), tuple(logging.faults))
    return _whole(root, memory, logging)


def _whole(root: Path, memory: Memory, logging: _Logging) -> Log:
    check_root(root)
    before, now = recalled(memory, "log", root, lambda _, data: unpacked(data)), time.time_ns()
    told: dict[str, Remembered[LoggedWork]] = {}
    works: list[LoggedWork] = []
    faults: list[Fault] = []
    for work_id in work_folders(root):
        kept = before.get(work_id)
        if kept is not None and kept.holds(root, work_id, captures=True):
            told[work_id] = kept
            works.append(kept.value)
        elif (root / work_id / "work.toml").is_file():
            mark = marked(root, work_id, captures=True)
            found = survey_work(root / work_id)
            logging.faults.clear()
            logged = [logging.work(record, root) for record in found.works]
            works += logged
            faults += [*found.faults, *logging.faults]
            made = [Remembered(mark, work) for work in logged]
            if made and not found.faults and not logging.faults and made[0].at_rest(now):
                told[work_id] = made[0]
    if told != before:
        retained(memory, "log", root, told, lambda _, work: packed(work))
    return Log(tuple(works), tuple(faults))


@dataclass(frozen=True, slots=True)
class _Logging:
    """What the steps of one log share."""

    memory: Memory
    inputs: InputOptions | None
    on_step: Callable[[str], None] | None
    faults: list[Fault] = field(default_factory=list)

    def work(self, record: WorkRecord, root: Path) -> LoggedWork:
        told = _fingerprints(record, root / record.work.id)
        texts: dict[str, Version] = {}  # most versions stand in two steps
        unsound = {version.id: reason for version in record.versions if (reason := self._unsound(version)) is not None}
        placed = corpus_stage.placed(record.versions)
        found = [self.version(placed, told, at, texts, unsound) for at in range(len(placed))]
        found += [_logged(version) for version in corpus_stage.undecided(record.versions)]
        order = [version.id for version in record.versions]
        return LoggedWork(record.work, tuple(sorted(found, key=lambda one: order.index(one.id))))

    def _unsound(self, version: VersionRecord) -> str | None:
        """Why a version's captures are not what they were when they were added; it is a fault."""
        for source in version.sources:
            try:
                corpus_stage.read_capture(source)
            except CorpusError as error:
                self.faults.append(Fault(version.name, str(error)))
                return str(error)
        return None

    def version(
        self,
        versions: Sequence[VersionRecord],
        told: dict[str, str],
        at: int,
        texts: dict[str, Version],
        unsound: dict[str, str],
    ) -> LoggedVersion:
        """A placed version with the step that led to it, or why that could not be told."""
        record, step, trouble = versions[at], None, None
        if at:
            base = versions[corpus_stage.step_base(versions, at)]
            trouble = unsound.get(record.id) or unsound.get(base.id)
            try:
                if trouble is None:
                    step = self.step(base, record, (told[base.id], told[record.id]), texts)
            except (CorpusError, InputError) as error:
                trouble = str(error)
                self.faults.append(Fault(record.name, trouble))
        return replace(_logged(record), step=step, trouble=trouble)

    def step(
        self, old: VersionRecord, new: VersionRecord, parts: tuple[str, str], texts: dict[str, Version]
    ) -> LoggedStep:
        """What changed between two versions: remembered under what their tables say, or worked out."""
        kept = recall(self.memory, "step", *parts)
        if kept is not None and (step := restored_step(kept.get("step"))) is not None:
            return step
        # a log that remembers its steps reads no text
        from policydiff.pipeline.answers import compare  # noqa: PLC0415
        from policydiff.pipeline.opening import DEFAULTS  # noqa: PLC0415
        from policydiff.pipeline.versions import version_of  # noqa: PLC0415

        if self.on_step is not None:
            self.on_step(new.name)
        for record in (old, new):
            if record.id not in texts:
                texts[record.id] = version_of(record, self.inputs or DEFAULTS)
        step = step_of(compare(texts[old.id], texts[new.id]), old.id)
        retain(self.memory, {"step": packed_step(step)}, "step", *parts)
        return step


def _logged(record: VersionRecord) -> LoggedVersion:
    """A version as its table tells it."""
    kinds = [source.kind for source in record.sources]
    return LoggedVersion(
        record.id,
        record.status,
        record.date.isoformat() if record.date else None,
        record.coverage,
        record.document_number,
        record.url,
        kinds.count("text"),
        kinds.count("report"),
    )


def _fingerprints(record: WorkRecord, folder: Path) -> dict[str, str]:
    """What each version reads from, in short: its captures by their digests, and what its tables say of them."""
    told = packed_record(record, folder)
    head = json.dumps(told["work"], ensure_ascii=False)
    texts = {version["id"]: head + json.dumps(version, ensure_ascii=False) for version in told["versions"]}
    return {name: hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest() for name, text in texts.items()}
