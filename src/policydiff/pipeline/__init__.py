"""The one place where the stages meet: from arguments to versions, and from versions to answers.

`opening` turns an argument into a source, `versions` sources into versions, `answers` versions into what a person asked
for; `overriding` reads what a person knows better.  Into a corpus: `proposing` and `resembling` say where a text
belongs, `adding` keeps files and pages there, `capturing` fetches the pages.  Out of it: `reporting`, `steps` (the
log), `showing`, `tracing` (the history of an article), `keywording`, `examining`; `memory` spares them what was worked
out before.

A run needs few of them, so each is loaded when one of its verbs is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.pipeline.adding import Addition, add
    from policydiff.pipeline.answers import align, compare, terms
    from policydiff.pipeline.capturing import FetchNote, FetchResult, fetch
    from policydiff.pipeline.examining import checkup
    from policydiff.pipeline.indexing import Listener, with_index
    from policydiff.pipeline.keywording import keywords
    from policydiff.pipeline.memory import open_memory
    from policydiff.pipeline.opening import InputOptions, names_work
    from policydiff.pipeline.overriding import read_overrides
    from policydiff.pipeline.proposing import Proposal, Wishes
    from policydiff.pipeline.reporting import reported
    from policydiff.pipeline.searching import Question, search, search_corpus, search_versions
    from policydiff.pipeline.shelf import Shelf
    from policydiff.pipeline.showing import Shown, show
    from policydiff.pipeline.steps import Log, log
    from policydiff.pipeline.tracing import history
    from policydiff.pipeline.versions import load, load_all, load_step, read_clean

__all__ = [
    "Addition",
    "FetchNote",
    "FetchResult",
    "InputOptions",
    "Listener",
    "Log",
    "Proposal",
    "Question",
    "Shelf",
    "Shown",
    "Wishes",
    "add",
    "align",
    "checkup",
    "compare",
    "fetch",
    "history",
    "keywords",
    "load",
    "load_all",
    "load_step",
    "log",
    "names_work",
    "open_memory",
    "read_clean",
    "read_overrides",
    "reported",
    "search",
    "search_corpus",
    "search_versions",
    "show",
    "terms",
    "with_index",
]

_HOMES = {
    "Addition": "adding",
    "FetchNote": "capturing",
    "FetchResult": "capturing",
    "InputOptions": "opening",
    "Listener": "indexing",
    "Log": "steps",
    "Proposal": "proposing",
    "Question": "searching",
    "Shelf": "shelf",
    "Shown": "showing",
    "Wishes": "proposing",
    "add": "adding",
    "align": "answers",
    "checkup": "examining",
    "compare": "answers",
    "fetch": "capturing",
    "history": "tracing",
    "keywords": "keywording",
    "load": "versions",
    "load_all": "versions",
    "load_step": "versions",
    "log": "steps",
    "names_work": "opening",
    "open_memory": "memory",
    "read_clean": "versions",
    "read_overrides": "overriding",
    "reported": "reporting",
    "search": "searching",
    "search_corpus": "searching",
    "search_versions": "searching",
    "show": "showing",
    "terms": "answers",
    "with_index": "indexing",
}


def __getattr__(name: str) -> object:
    """Load a verb's module at its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"policydiff.pipeline.{_HOMES[name]}"), name)
