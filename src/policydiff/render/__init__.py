"""Values into text: Markdown, terminal and JSON; the only stage that turns codes into Chinese or English words.

A run renders in one form, so each form's module is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from policydiff.later import later
from policydiff.render.wording.labels import Lang

if TYPE_CHECKING:
    from policydiff.render.comparison.data import comparison_json
    from policydiff.render.comparison.markdown import comparison_markdown
    from policydiff.render.comparison.terminal import comparison_summary, comparison_text
    from policydiff.render.corpus.checkup import checkup_json, checkup_markdown, checkup_text
    from policydiff.render.corpus.history import history_json, history_markdown, history_text
    from policydiff.render.corpus.hits import hits_markdown, hits_table, hits_text
    from policydiff.render.corpus.hits_data import hits_json
    from policydiff.render.corpus.keywords import keywords_json, keywords_markdown, keywords_text
    from policydiff.render.corpus.log import log_json, log_markdown, log_text
    from policydiff.render.corpus.version import shown_json, shown_markdown, shown_text
    from policydiff.render.docx import comparison_docx, comparison_redline
    from policydiff.render.html import comparison_html
    from policydiff.render.lists.data import alignment_json, clean_json, outline_json, terms_json
    from policydiff.render.lists.markdown import alignment_markdown, terms_markdown
    from policydiff.render.lists.terminal import alignment_text, clean_explain_text, outline_text, terms_text
    from policydiff.render.tabular import comparison_csv, comparison_xlsx
    from policydiff.render.wording.notes import note_words
    from policydiff.render.wording.proposals import proposal_words

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
        "lists.data": ("alignment_json", "clean_json", "outline_json", "terms_json"),
        "lists.markdown": ("alignment_markdown", "terms_markdown"),
        "lists.terminal": ("alignment_text", "clean_explain_text", "outline_text", "terms_text"),
        "corpus.checkup": ("checkup_json", "checkup_markdown", "checkup_text"),
        "tabular": ("comparison_csv", "comparison_xlsx"),
        "docx": ("comparison_docx", "comparison_redline"),
        "html": ("comparison_html",),
        "comparison.data": ("comparison_json",),
        "comparison.markdown": ("comparison_markdown",),
        "comparison.terminal": ("comparison_summary", "comparison_text"),
        "corpus.history": ("history_json", "history_markdown", "history_text"),
        "corpus.hits_data": ("hits_json",),
        "corpus.hits": ("hits_markdown", "hits_table", "hits_text"),
        "corpus.keywords": ("keywords_json", "keywords_markdown", "keywords_text"),
        "corpus.log": ("log_json", "log_markdown", "log_text"),
        "wording.notes": ("note_words",),
        "wording.proposals": ("proposal_words",),
        "corpus.version": ("shown_json", "shown_markdown", "shown_text"),
    },
)
