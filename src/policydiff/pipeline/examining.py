"""A corpus examined: its files and tables, whether each capture can be read, and the index beside it."""

from __future__ import annotations

from pathlib import Path

from policydiff.corpus.checking import REMARKS, clear_leftovers, examine
from policydiff.corpus.folder import work_ids
from policydiff.corpus.locking import CACHE
from policydiff.errors import CorpusError, InputError
from policydiff.model import Note
from policydiff.model.answers import Checkup
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.versions import version_of

__all__ = ["checkup"]


def checkup(root: Path, *, mend: bool = False, read: bool = False, inputs: InputOptions = DEFAULTS) -> Checkup:
    """Examine a corpus.

    With `mend` what interrupted runs left half-written is removed; everything else is for a person to decide.  With
    `read` every version is read as well, which shows captures that are no text and passages that are not in theirs.
    """
    mended: tuple[Note, ...] = ()
    work_ids(root)  # a folder that is none must not be made into one
    if mend:
        mended = tuple(Note("leftover", (("path", str(path)),)) for path in clear_leftovers(root))
    found, notes = examine(root)
    versions = [version for work in found.works for version in work.versions]
    if read:
        told = {dict(note.values).get("name") for note in notes if note.code in ("capture", "no_text", "no_report")}
        for record in versions:
            try:
                if record.name not in told:
                    version_of(record, inputs)
            except (CorpusError, InputError) as error:
                notes = (*notes, Note("unread", (("name", record.name), ("reason", str(error)))))
    if (why := _index_trouble(root)) is not None:
        notes = (*notes, Note("index", (("reason", why),)))
    return Checkup(
        tuple(note for note in notes if note.code not in REMARKS),
        tuple(note for note in notes if note.code in REMARKS),
        mended,
        len(found.works),
        len(versions),
        sum(len(version.sources) for version in versions),
    )


def _index_trouble(root: Path) -> str | None:
    """What is wrong with the index beside the corpus, which the next search mends by itself."""
    from policydiff.index.memo import trouble  # noqa: PLC0415 - it loads sqlite3
    from policydiff.index.places import beside  # noqa: PLC0415

    home = beside(root, CACHE)
    if home.alien is not None:
        return home.alien
    why = trouble(home.path) if home.path.exists() else None
    return f"{home.path}: {why}" if why is not None else None
