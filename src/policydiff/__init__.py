"""Compare and version Chinese policy documents.

    import policydiff
    from pathlib import Path

    corpus = Path("corpus")
    draft = policydiff.load("wuhan-ai@2024-draft", corpus=corpus)    # a version of the corpus, a file, or "-"
    final = policydiff.load("wuhan-ai@2025-final", corpus=corpus)
    found = policydiff.diff(draft, final)                            # a model.Comparison: frozen, nothing to render yet
    print(policydiff.to_markdown(found, "zh"))

    known = policydiff.read_overrides(Path("links.toml"))            # which article became which, where a person knows
    found = policydiff.diff(draft, final, overrides=known)

    policydiff.show(corpus, "wuhan-ai@2024-06-01").version           # the text as of a day
    policydiff.history(corpus, "wuhan-ai", "四").stops               # one article through all versions
    policydiff.log(corpus).works                                     # what changed at each step

Each verb is loaded when it is first asked for, so that `import policydiff` costs nothing.
"""

from typing import TYPE_CHECKING

from policydiff.later import later

if TYPE_CHECKING:
    from policydiff.pipeline import compare as diff
    from policydiff.pipeline import history, load, log, read_overrides, search, show
    from policydiff.render import comparison_html as to_html
    from policydiff.render import comparison_json as to_json
    from policydiff.render import comparison_markdown as to_markdown

__all__ = [
    "__version__",
    "diff",
    "history",
    "load",
    "log",
    "read_overrides",
    "search",
    "show",
    "to_html",
    "to_json",
    "to_markdown",
]
__version__ = "0.1.0"

__getattr__, __dir__ = later(
    __name__,
    {
        "pipeline": ("compare as diff", "history", "load", "log", "read_overrides", "search", "show"),
        "render": ("comparison_html as to_html", "comparison_json as to_json", "comparison_markdown as to_markdown"),
    },
)
