"""Values into text: Markdown, terminal and JSON; the only stage that turns codes into Chinese or English words.

A run renders in one form, so each form's module is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from policydiff.render.explained import Explained
from policydiff.render.labels import Lang

if TYPE_CHECKING:
    from policydiff.render.comparison_data import comparison_json
    from policydiff.render.comparison_terminal import comparison_summary, comparison_text
    from policydiff.render.list_data import alignment_json, clean_json, hits_json, outline_json, terms_json
    from policydiff.render.list_markdown import alignment_markdown, hits_markdown, terms_markdown
    from policydiff.render.list_text import alignment_text, clean_explain_text, hits_text, outline_text, terms_text
    from policydiff.render.markdown import comparison_markdown
    from policydiff.render.notes import note_words

__all__ = [
    "Explained",
    "Lang",
    "alignment_json",
    "alignment_markdown",
    "alignment_text",
    "clean_explain_text",
    "clean_json",
    "comparison_json",
    "comparison_markdown",
    "comparison_summary",
    "comparison_text",
    "hits_json",
    "hits_markdown",
    "hits_text",
    "note_words",
    "outline_json",
    "outline_text",
    "terms_json",
    "terms_markdown",
    "terms_text",
]

_HOMES = {
    "alignment_json": "list_data",
    "alignment_markdown": "list_markdown",
    "alignment_text": "list_text",
    "clean_explain_text": "list_text",
    "clean_json": "list_data",
    "comparison_json": "comparison_data",
    "comparison_markdown": "markdown",
    "comparison_summary": "comparison_terminal",
    "comparison_text": "comparison_terminal",
    "hits_json": "list_data",
    "hits_markdown": "list_markdown",
    "hits_text": "list_text",
    "note_words": "notes",
    "outline_json": "list_data",
    "outline_text": "list_text",
    "terms_json": "list_data",
    "terms_markdown": "list_markdown",
    "terms_text": "list_text",
}


def __getattr__(name: str) -> object:
    """Load a renderer's module at its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"policydiff.render.{_HOMES[name]}"), name)
