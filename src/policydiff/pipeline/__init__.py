"""The one place where the stages meet: from arguments to versions, and from versions to answers.

`opening` turns an argument into a source, `versions` and `reports` sources into versions, `answers` versions into what
a person asked for; `overriding` reads what a person knows better.  Into a corpus: `proposing` and `resembling` say
where a text belongs, `adding` keeps files and pages there, `capturing` fetches the pages.  Out of it: `reporting`,
`steps` (the log), `showing`, `tracing` (the history of an article), `keywording`, `examining`; `memory` spares them
what was worked out before.

A run needs few of them, so each is loaded when one of its verbs is first asked for.
"""

from typing import TYPE_CHECKING

from policydiff.later import later

if TYPE_CHECKING:
    from policydiff.pipeline.adding import Addition, add
    from policydiff.pipeline.answers import align, compare, terms
    from policydiff.pipeline.capturing import FetchNote, FetchResult, fetch
    from policydiff.pipeline.conditions import parse_condition
    from policydiff.pipeline.examining import checkup
    from policydiff.pipeline.indexing import Listener, with_index
    from policydiff.pipeline.keywording import keywords
    from policydiff.pipeline.memory import open_memory
    from policydiff.pipeline.opening import InputOptions, names_work
    from policydiff.pipeline.ordering import order_of
    from policydiff.pipeline.overriding import read_overrides
    from policydiff.pipeline.proposing import Proposal, Wishes
    from policydiff.pipeline.reporting import reported
    from policydiff.pipeline.reports import Reports, load_reports, report_of
    from policydiff.pipeline.searching import Question, search, search_corpus, search_versions
    from policydiff.pipeline.shelf import Shelf
    from policydiff.pipeline.showing import Shown, show
    from policydiff.pipeline.steps import Log, log
    from policydiff.pipeline.tracing import history, traced
    from policydiff.pipeline.versions import load, load_step, read_clean

__all__ = [
    "Addition",
    "FetchNote",
    "FetchResult",
    "InputOptions",
    "Listener",
    "Log",
    "Proposal",
    "Question",
    "Reports",
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
    "load_reports",
    "load_step",
    "log",
    "names_work",
    "open_memory",
    "order_of",
    "parse_condition",
    "read_clean",
    "read_overrides",
    "report_of",
    "reported",
    "search",
    "search_corpus",
    "search_versions",
    "show",
    "terms",
    "traced",
    "with_index",
]

__getattr__, __dir__ = later(
    __name__,
    {
        "adding": ("Addition", "add"),
        "capturing": ("FetchNote", "FetchResult", "fetch"),
        "opening": ("InputOptions", "names_work"),
        "indexing": ("Listener", "with_index"),
        "steps": ("Log", "log"),
        "proposing": ("Proposal", "Wishes"),
        "searching": ("Question", "search", "search_corpus", "search_versions"),
        "shelf": ("Shelf",),
        "showing": ("Shown", "show"),
        "answers": ("align", "compare", "terms"),
        "examining": ("checkup",),
        "tracing": ("history", "traced"),
        "keywording": ("keywords",),
        "versions": ("load", "load_step", "read_clean"),
        "memory": ("open_memory",),
        "ordering": ("order_of",),
        "conditions": ("parse_condition",),
        "overriding": ("read_overrides",),
        "reporting": ("reported",),
        "reports": ("Reports", "load_reports", "report_of"),
    },
)
