"""Compare and version Chinese policy documents.

    import policydiff

    draft = policydiff.load("wuhan-ai@2024-draft", corpus="corpus")  # a version of a corpus, a file, a page, or "-"
    final = policydiff.load("wuhan-ai@2025-final", corpus="corpus")
    found = policydiff.diff(draft, final)                            # a model.Comparison: frozen, nothing to render yet
    print(policydiff.to_markdown(found))                             # Chinese; "en" for English

`terms_of`, `search`, `read_overrides`, `load_reports` and the other forms (`to_html`, `to_docx`, …) take and give the
same types; `show`, `history` and `log` ask a corpus.  docs/library.md has programs and the fields of every type.

Each verb is loaded when it is first asked for, so that `import policydiff` costs nothing.
"""

from typing import TYPE_CHECKING

from policydiff.later import later

if TYPE_CHECKING:
    from policydiff.pipeline import compare as diff
    from policydiff.pipeline import history, load, load_reports, log, read_overrides, search, show
    from policydiff.pipeline import terms as terms_of
    from policydiff.render import comparison_csv as to_csv
    from policydiff.render import comparison_docx as to_docx
    from policydiff.render import comparison_html as to_html
    from policydiff.render import comparison_json as to_json
    from policydiff.render import comparison_markdown as to_markdown
    from policydiff.render import comparison_redline as to_redline
    from policydiff.render import comparison_xlsx as to_xlsx

__all__ = [
    "__version__",
    "diff",
    "history",
    "load",
    "load_reports",
    "log",
    "read_overrides",
    "search",
    "show",
    "terms_of",
    "to_csv",
    "to_docx",
    "to_html",
    "to_json",
    "to_markdown",
    "to_redline",
    "to_xlsx",
]
__version__ = "0.1.0"

__getattr__, __dir__ = later(
    __name__,
    {
        "pipeline": (
            "compare as diff",
            "history",
            "load",
            "load_reports",
            "log",
            "read_overrides",
            "search",
            "show",
            "terms as terms_of",
        ),
        "render": (
            "comparison_csv as to_csv",
            "comparison_docx as to_docx",
            "comparison_html as to_html",
            "comparison_json as to_json",
            "comparison_markdown as to_markdown",
            "comparison_redline as to_redline",
            "comparison_xlsx as to_xlsx",
        ),
    },
)
