"""Values into text: Markdown, terminal and JSON; the only stage that turns codes into Chinese or English words.

A run renders in one form, so each form's module is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from policydiff.later import later
from policydiff.render.labels import Lang

if TYPE_CHECKING:
    from policydiff.render.checkup_words import checkup_json, checkup_markdown, checkup_text
    from policydiff.render.comparison_data import comparison_json
    from policydiff.render.comparison_terminal import comparison_summary, comparison_text
    from policydiff.render.history_words import history_json, history_markdown, history_text
    from policydiff.render.hits import hits_markdown, hits_table, hits_text
    from policydiff.render.hits_data import hits_json
    from policydiff.render.html import comparison_html
    from policydiff.render.keyword_words import keywords_json, keywords_markdown, keywords_text
    from policydiff.render.list_data import alignment_json, clean_json, outline_json, terms_json
    from policydiff.render.list_markdown import alignment_markdown, terms_markdown
    from policydiff.render.list_text import alignment_text, clean_explain_text, outline_text, terms_text
    from policydiff.render.log_words import log_json, log_markdown, log_text
    from policydiff.render.markdown import comparison_markdown
    from policydiff.render.notes import note_words
    from policydiff.render.proposals import proposal_words
    from policydiff.render.tabular import comparison_csv, comparison_xlsx
    from policydiff.render.version_text import shown_json, shown_markdown, shown_text
    from policydiff.render.word import comparison_docx, comparison_redline

__all__ = [
    "Lang",
    "alignment_json",
    "alignment_markdown",
    "alignment_text",
    "checkup_json",
    "checkup_markdown",
    "checkup_text",
    "clean_explain_text",
    "clean_json",
    "comparison_csv",
    "comparison_docx",
    "comparison_html",
    "comparison_json",
    "comparison_markdown",
    "comparison_redline",
    "comparison_summary",
    "comparison_text",
    "comparison_xlsx",
    "history_json",
    "history_markdown",
    "history_text",
    "hits_json",
    "hits_markdown",
    "hits_table",
    "hits_text",
    "keywords_json",
    "keywords_markdown",
    "keywords_text",
    "log_json",
    "log_markdown",
    "log_text",
    "note_words",
    "outline_json",
    "outline_text",
    "proposal_words",
    "shown_json",
    "shown_markdown",
    "shown_text",
    "terms_json",
    "terms_markdown",
    "terms_text",
]

__getattr__, __dir__ = later(
    __name__,
    {
        "list_data": ("alignment_json", "clean_json", "outline_json", "terms_json"),
        "list_markdown": ("alignment_markdown", "terms_markdown"),
        "list_text": ("alignment_text", "clean_explain_text", "outline_text", "terms_text"),
        "checkup_words": ("checkup_json", "checkup_markdown", "checkup_text"),
        "tabular": ("comparison_csv", "comparison_xlsx"),
        "word": ("comparison_docx", "comparison_redline"),
        "html": ("comparison_html",),
        "comparison_data": ("comparison_json",),
        "markdown": ("comparison_markdown",),
        "comparison_terminal": ("comparison_summary", "comparison_text"),
        "history_words": ("history_json", "history_markdown", "history_text"),
        "hits_data": ("hits_json",),
        "hits": ("hits_markdown", "hits_table", "hits_text"),
        "keyword_words": ("keywords_json", "keywords_markdown", "keywords_text"),
        "log_words": ("log_json", "log_markdown", "log_text"),
        "notes": ("note_words",),
        "proposals": ("proposal_words",),
        "version_text": ("shown_json", "shown_markdown", "shown_text"),
    },
)
