"""The index of a corpus, brought up to date before it is asked.

It stands in the corpus, or in the user's cache where the corpus cannot be written to, or in memory where neither can:
a search is answered in any case.  What is not as it should be is made anew, once; what is still not then is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from policydiff import corpus as corpus_stage
from policydiff.corpus import Fault
from policydiff.corpus.locking import CACHE, keep_apart
from policydiff.errors import PolicydiffError
from policydiff.index import BrokenIndexError, Entry, UnusableIndexError
from policydiff.index.places import beside, elsewhere
from policydiff.model import Note
from policydiff.pipeline.entering import entry_of
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.program import program
from policydiff.pipeline.versions import version_of

if TYPE_CHECKING:
    from policydiff.index import Store

__all__ = ["SILENT", "Listener", "with_index"]

_CLAUSES = 2000
"""As many clauses are put in at a time: a process that is killed loses a second or two of work."""
_BULK = 4
"""Behind so many of these, the index is put in order: it will be asked more often than it grows."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told while an index is brought up to date.

    Of each version that is read (its number, how many there are, its name), of each that cannot be read, and of what a
    person should know of the answer and of the index.
    """

    on_version: Callable[[int, int, str], None]
    on_fault: Callable[[Fault], None]
    on_remark: Callable[[Note], None] = lambda _: None


SILENT = Listener(lambda *_: None, lambda _: None)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an index may be; the last resort is memory, which has no path."""

    path: Path | None
    readonly: bool = False


@dataclass(slots=True)
class _Faults:
    """Sentences that were told already are not told again when the work is done again."""

    listener: Listener
    told: set[str] = field(default_factory=set)

    def tell(self, fault: Fault) -> None:
        if fault.sentence not in self.told:
            self.told.add(fault.sentence)
            self.listener.on_fault(fault)


def with_index(
    corpus: Path, use: Callable[[Store], T], *, inputs: InputOptions = DEFAULTS, listener: Listener = SILENT
) -> T:
    """What `use` makes of the index of a corpus, which holds every version that can be read, as it is now.

    Raises CorpusError where there is no corpus.  A version that cannot be read is told to the listener.
    """
    from policydiff.index import Store  # noqa: PLC0415 - it loads numpy
    from policydiff.index.database import discard, identity  # noqa: PLC0415 - it loads sqlite3

    wanted = corpus_stage.signature(corpus)
    faults = _Faults(listener)
    why = ""
    for place in _places(corpus, listener.on_remark, default=inputs.read == DEFAULTS.read):
        if place.path is None and why:
            listener.on_remark(Note("index_not_kept", (("corpus", str(corpus)), ("reason", why))))
        for _ in range(2):
            seen = identity(place.path) if place.path is not None else None
            opened = False
            try:
                with Store(place.path, program(), readonly=place.readonly) as store:
                    opened = True
                    try:
                        _bring_up_to_date(store, corpus, wanted, inputs, faults, readonly=place.readonly)
                        return use(store)
                    except BrokenIndexError:
                        if not place.readonly:
                            store.discard()
                        raise
            except UnusableIndexError as error:
                why = str(error)
                break
            except BrokenIndexError as error:
                why = f"it is broken ({error})"
                if place.readonly:
                    break
                if not opened and place.path is not None and seen is not None:
                    discard(place.path, seen)  # that very file, which cannot even be opened
    raise AssertionError("an index in memory can always be made")


def _places(corpus: Path, remark: Callable[[Note], None], *, default: bool) -> Iterator[_Place]:
    """Where to look, one after the other; a corpus that is read in another way than usual is not kept."""
    if default:
        home = beside(corpus, CACHE)
        if home.alien is not None:
            remark(Note("index_elsewhere", (("corpus", str(corpus)), ("reason", home.alien))))
        elif home.writable:
            keep_apart(corpus)
            yield _Place(home.path)
        elif home.path.exists():
            yield _Place(home.path, readonly=True)
        yield _Place(elsewhere(corpus))
    yield _Place(None)


def _bring_up_to_date(
    store: Store, corpus: Path, wanted: dict[str, str], inputs: InputOptions, faults: _Faults, *, readonly: bool
) -> None:
    known = store.fingerprints()
    stale = [name for name, fingerprint in wanted.items() if known.get(name) != fingerprint]
    gone = [name for name in known if name not in wanted]
    if not stale and not gone:
        return
    if readonly:
        raise UnusableIndexError("it is out of date and may not be written to")
    lost = [*gone, *(name for name in stale if name in known)]
    batch: list[Entry] = []
    clauses = batches = 0
    for done, name in enumerate(stale, 1):
        faults.listener.on_version(done, len(stale), name)
        entry = _entry(corpus, name, wanted[name], inputs, faults)
        if entry is not None:
            batch.append(entry)
            clauses += len(entry.clauses)
            lost = [other for other in lost if other != name]
        if clauses >= _CLAUSES:
            store.put(batch)
            batch, clauses, batches = [], 0, batches + 1
    if batch:
        store.put(batch)
    if lost:
        store.remove(lost)
    if batches >= _BULK:
        store.settle()


def _entry(corpus: Path, name: str, fingerprint: str, inputs: InputOptions, faults: _Faults) -> Entry | None:
    """A version as the index keeps it; none where it cannot be read, which is told."""
    work, _, version = name.partition("@")
    try:
        return entry_of(version_of(corpus_stage.find_version(corpus, work, version), inputs), fingerprint)
    except PolicydiffError as error:
        faults.tell(Fault(name, str(error)))
        return None
