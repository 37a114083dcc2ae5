"""Values into text: Markdown, terminal and JSON; the only stage that turns codes into Chinese or English words."""

from policydiff.render.comparison_data import comparison_json
from policydiff.render.comparison_text import comparison_summary, comparison_text
from policydiff.render.explained import Explained
from policydiff.render.labels import Lang
from policydiff.render.list_data import alignment_json, clean_json, hits_json, outline_json, terms_json
from policydiff.render.list_markdown import alignment_markdown, hits_markdown, terms_markdown
from policydiff.render.list_text import alignment_text, clean_explain_text, hits_text, outline_text, terms_text
from policydiff.render.markdown import comparison_markdown

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
    "outline_json",
    "outline_text",
    "terms_json",
    "terms_markdown",
    "terms_text",
]
