"""The one place where the stages meet: from arguments to versions, and from versions to answers.

`opening` turns an argument into a source, `versions` sources into versions, `answers` versions into what a person asked
for; `capturing` adds files and pages to a corpus.
"""

from policydiff.pipeline.answers import align, compare, search, terms
from policydiff.pipeline.capturing import FetchNote, FetchResult, add, fetch
from policydiff.pipeline.opening import InputOptions
from policydiff.pipeline.versions import draft_and_final, load, load_all, read_clean

__all__ = [
    "FetchNote",
    "FetchResult",
    "InputOptions",
    "add",
    "align",
    "compare",
    "draft_and_final",
    "fetch",
    "load",
    "load_all",
    "read_clean",
    "search",
    "terms",
]
