"""The log: works and versions of a corpus, and what changed at each step."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.corpus import Fault, Survey, VersionRecord, WorkRecord
from policydiff.corpus.packing import packed
from policydiff.errors import CorpusError, InputError
from policydiff.pipeline.memory import NO_MEMORY, Memory, recall, retain
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.shelf import Shelf
from policydiff.render.log_entries import LoggedStep, LoggedVersion, LoggedWork, step_of

__all__ = ["Log", "log"]


@dataclass(frozen=True, slots=True)
class Log:
    """Works with their versions and steps, and what of the corpus could not be read."""

    works: tuple[LoggedWork, ...]
    faults: tuple[Fault, ...] = ()


def log(
    root: Path,
    work: str | None = None,
    *,
    memory: Memory = NO_MEMORY,
    inputs: InputOptions = DEFAULTS,
    on_step: Callable[[str], None] | None = None,
) -> Log:
    """Tell the versions of one work, or of all, the oldest first, and what changed with each.

    A version is compared with the full text before it; where there is none, with the version before it.  Each step's
    counts are remembered until either version's tables say something else; captures never change.  A fault of one work
    is told beside the others; of the one that is asked for it is raised.  `on_step` hears of each step that has to be
    worked out.
    """
    if work is not None:
        survey = Survey((corpus_stage.find_work(root, work),))
    else:
        corpus_stage.work_ids(root)
        survey = Shelf(root, memory).survey()
    logging = _Logging(memory, inputs, on_step)
    return Log(tuple(logging.work(record, root) for record in survey.works), survey.faults)


@dataclass(frozen=True, slots=True)
class _Logging:
    """What the steps of one log share."""

    memory: Memory
    inputs: InputOptions
    on_step: Callable[[str], None] | None

    def work(self, record: WorkRecord, root: Path) -> LoggedWork:
        told = _prints(record, root / record.work.id)
        versions = tuple(self.version(record.versions, told, at) for at in range(len(record.versions)))
        return LoggedWork(record.work, versions)

    def version(self, versions: Sequence[VersionRecord], told: Sequence[str], at: int) -> LoggedVersion:
        record, step, trouble = versions[at], None, None
        if at:
            base = corpus_stage.step_base(versions, at)
            try:
                step = self.step(versions[base], record, (told[base], told[at]))
            except (CorpusError, InputError) as error:
                trouble = str(error)
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
            step,
            trouble,
        )

    def step(self, old: VersionRecord, new: VersionRecord, parts: tuple[str, str]) -> LoggedStep:
        """What changed between two versions: remembered under what their tables say, or worked out."""
        kept = recall(self.memory, "step", *parts)
        if kept is not None and (step := _restored(kept, old.id)) is not None:
            return step
        # a log that remembers its steps reads no text
        from policydiff.pipeline.answers import compare  # noqa: PLC0415
        from policydiff.pipeline.versions import version_of  # noqa: PLC0415

        if self.on_step is not None:
            self.on_step(new.name)
        step = step_of(compare(version_of(old, self.inputs), version_of(new, self.inputs)), old.id)
        told = {"articles": step.articles, "figures": step.figures, "substantive": step.substantive}
        retain(self.memory, told, "step", *parts)
        return step


def _prints(record: WorkRecord, folder: Path) -> list[str]:
    """What each version reads from, in short: its captures by their digests, and what its tables say of them."""
    told = packed(record, folder)
    head = json.dumps(told["work"], ensure_ascii=False)
    texts = (head + json.dumps(version, ensure_ascii=False) for version in told["versions"])
    return [hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest() for text in texts]


def _restored(kept: dict[str, object], since: str) -> LoggedStep | None:
    """A step as it was retained; nothing where a memory holds something else."""
    articles, figures, substantive = (
        _counts(kept.get("articles")),
        _counts(kept.get("figures")),
        kept.get("substantive"),
    )
    if articles is None or figures is None or not isinstance(substantive, int):
        return None
    return LoggedStep(since, articles, figures, substantive)


def _counts(value: object) -> tuple[tuple[str, int], ...] | None:
    if not isinstance(value, list):
        return None
    pairs = [tuple(pair) for pair in value if isinstance(pair, list) and len(pair) == 2]
    good = all(isinstance(code, str) and isinstance(count, int) for code, count in pairs)
    return tuple((str(code), int(count)) for code, count in pairs) if good and len(pairs) == len(value) else None
