"""The main job: of each work of a corpus, what changed from its first version to its latest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.corpus import Fault, WorkRecord
from policydiff.errors import CorpusError, InputError
from policydiff.model import Comparison, Override
from policydiff.pipeline.answers import compare
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.ordering import open_places
from policydiff.pipeline.versions import version_of

__all__ = ["reported"]


def reported(
    corpus: Path,
    work: str | None = None,
    *,
    overrides: Sequence[Override] = (),
    inputs: InputOptions = DEFAULTS,
    on_fault: Callable[[Fault], None] | None = None,
) -> Iterator[Comparison]:
    """Compare the first with the latest version of one work, or of each work that has two, one after the other.

    `on_fault` hears of what cannot be read, and the other works are compared all the same; without it, the first fault
    is raised.  A work with a fault is left out as a whole: which of its versions are the first and the latest, nobody
    can say before it is mended.  Raises CorpusError where there is nothing to compare, and no fault that explains it.
    """
    chosen, faults = _chosen(corpus, work, told=on_fault is not None)
    for fault in faults:
        if on_fault is None:
            raise CorpusError(fault.sentence)
        on_fault(fault)
    placed = [(record, corpus_stage.placed(record.versions)) for record in chosen]
    pairs = [(record, versions) for record, versions in placed if len(versions) > 1]
    if not pairs and not faults:
        raise CorpusError(
            f"{work or corpus} has no two versions to compare; add one with `policydiff add`"
            if chosen
            else f"{corpus} has no works in it; add a text with `policydiff add`"
        )
    for record, versions in pairs:
        try:
            old, new = (version_of(versions[at], inputs) for at in (0, -1))
            comparison = compare(old, new, overrides=overrides)
        except (CorpusError, InputError) as error:
            if on_fault is None:
                raise
            on_fault(Fault(record.work.id, str(error)))
        else:
            yield comparison


def _chosen(corpus: Path, work: str | None, *, told: bool) -> tuple[Sequence[WorkRecord], Sequence[Fault]]:
    """The works to compare, and what is wrong: with the others where that is to be told, and with their order."""
    if work is not None:
        chosen: Sequence[WorkRecord] = (corpus_stage.find_work(corpus, work),)
        faults: Sequence[Fault] = ()
    elif not told:
        chosen, faults = corpus_stage.works(corpus), ()
    else:
        found = corpus_stage.survey(corpus)
        broken = {fault.work for fault in found.faults}
        chosen, faults = [record for record in found.works if record.work.id not in broken], found.faults
    unordered = ((record.work.id, open_places(record.work.id, record.versions)) for record in chosen)
    return chosen, (*faults, *(Fault(name, str(why)) for name, why in unordered if why is not None))
