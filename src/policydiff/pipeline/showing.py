"""One version of a work as it stood, by its id or by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.errors import UnknownVersionError
from policydiff.model import Note, Unit, Version
from policydiff.pipeline.addressing import units_at
from policydiff.pipeline.entering import day_of
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.ordering import open_places
from policydiff.pipeline.remarks import in_force
from policydiff.pipeline.versions import version_of

__all__ = ["Shown", "show"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A version, the units that were asked for (none: all of it), and the day it was asked for by."""

    version: Version
    units: tuple[Unit, ...] = ()
    as_of: date | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """Whether the version had not come into force on the day that was asked for, or had expired by then."""
        if self.as_of is None:
            return ()
        days = (day_of(self.version, "effective"), day_of(self.version, "expires"))
        return tuple(in_force(self.version.name, *days, self.as_of.isoformat()))


def show(
    corpus: str | PathLike[str], name: str, *, article: str | None = None, inputs: InputOptions = DEFAULTS
) -> Shown:
    """A version by its name: `work` is its latest, `work@2024-draft` that one, `work@2024-06-01` the one of that day.

    Raises UnknownVersionError where there is no such version, or no such article in it.
    """
    root = Path(corpus)
    work_id, at, version_id = name.partition("@")
    as_of = None
    if at:
        record = corpus_stage.find_version(root, work_id, version_id)
        as_of = None if record.id == version_id else date.fromisoformat(version_id)
    else:
        versions = corpus_stage.find_work(root, work_id).versions
        if not versions:
            raise UnknownVersionError(f"the work {work_id} has no versions yet; add one with `policydiff add`")
        placed = corpus_stage.placed(versions)
        if not placed and (why := open_places(work_id, versions)) is not None:
            raise why
        record = placed[-1]
    version = version_of(record, inputs)
    if article is None:
        return Shown(version, (), as_of)
    units = units_at(version, article)
    if not units:
        hint = "; reports have no articles" if version.coverage == "excerpt" else ""
        raise UnknownVersionError(
            f'{version.name} has no article "{article}"{hint}; "policydiff outline {version.name}" shows what there is'
        )
    return Shown(version, units, as_of)
