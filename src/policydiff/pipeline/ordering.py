"""What a person must know of the order of versions: where a status stands in for a date, or nothing does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.corpus import VersionRecord
from policydiff.corpus.ordering import rank
from policydiff.errors import CorpusError
from policydiff.model import Note, Version
from policydiff.model.answers import LoggedVersion

__all__ = ["inferred_between", "open_places", "order_notes", "order_of"]


def order_notes(work: str, versions: Sequence[VersionRecord] | Sequence[LoggedVersion]) -> Iterator[Note]:
    """A note for all versions whose place rests on their status, and one for all whose place is open."""
    if len(versions) < 2:
        return
    inferred = [one.id for one in corpus_stage.placed(versions) if one.date is None]
    if inferred and len(corpus_stage.placed(versions)) > 1:
        yield Note("order_inferred", (("work", work), ("versions", ", ".join(inferred))))
    if unknown := [one.id for one in corpus_stage.undecided(versions)]:
        yield Note("order_open", (("work", work), ("versions", ", ".join(unknown))))


def order_of(corpus: Path, work: str) -> tuple[Note, ...]:
    """The same of a work of the corpus."""
    return tuple(order_notes(work, corpus_stage.find_work(corpus, work).versions))


def inferred_between(old: Version, new: Version) -> Note | None:
    """A note where nothing but the status says that one version of a work came before the other."""
    if not old.work.id or old.work.id != new.work.id or None not in (old.date, new.date):
        return None
    before, after = rank(old.status), rank(new.status)
    if before is None or after is None or before >= after:
        return None  # nothing speaks for this order: a person has asked for it
    undated = ", ".join(one.id for one in (old, new) if one.date is None)
    return Note("order_inferred", (("work", old.work.id), ("versions", undated)))


def open_places(work: str, versions: Sequence[VersionRecord]) -> CorpusError | None:
    """Why the versions of a work cannot be put in order; null where enough of them have their place."""
    unknown = [one.id for one in corpus_stage.undecided(versions)]
    if not unknown or len(corpus_stage.placed(versions)) > 1:
        return None
    listed = ", ".join(unknown)
    return CorpusError(
        f"{work}: neither a date nor the status tells where {listed} stands among the versions; write date into its "
        "version.toml, or name both versions"
    )
