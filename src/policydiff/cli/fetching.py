"""The command that captures pages of the web into the corpus."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.adding import facts_of, outcome, version_options
from policydiff.cli.console import emit, note

if TYPE_CHECKING:
    from policydiff.model import Coverage, Status
    from policydiff.pipeline import FetchNote, FetchResult, InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS"]

TROUBLE = 2
_NOTES = {
    "text_attached": {
        "zh": "正文取自附件 {subject}；网页本身没有条文，作为通知保存",
        "en": "The text is the attachment {subject}; the page has no provisions and is kept as its notice",
    },
    "several_texts": {
        "zh": "多个附件都有条文（{subject}），正文暂取网页本身；请在 version.toml 中改正 kind",
        "en": "Several attachments have provisions ({subject}); the text is the page for now: see kind in version.toml",
    },
    "attachment_unreadable": {
        "zh": "附件 {subject} 已保存，但无法读取：{reason}",
        "en": "The attachment {subject} is kept, but cannot be read: {reason}",
    },
    "attachment_failed": {
        "zh": "附件 {subject} 未能取得：{reason}",
        "en": "The attachment {subject} was not captured: {reason}",
    },
    "attachments_left": {
        "zh": "还有 {subject} 个附件未抓取",
        "en": "{subject} more attachments were not captured",
    },
}


@click.command(
    epilog="Example: policydiff fetch https://example.org/1.html --work wuhan-ai --version 2025-final --coverage full",
)
@click.argument("urls", nargs=-1, required=True, callback=options.pages, metavar="URL...")
@version_options
@click.option("--publisher", metavar="NAME", help="Who published the pages.")
@click.option("--no-attachments", is_flag=True, help="Leave out the documents that are attached to a page.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0, max=60),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="The pause between two requests to one host; a site may ask for a longer one.",
)
@options.corpus
@options.inputs
@options.lang
def fetch(  # noqa: PLR0913 - each is an option
    *,
    urls: tuple[str, ...],
    work: str,
    version: str,
    coverage: Coverage,
    status: Status | None,
    date: datetime | None,
    title: str | None,
    publisher: str | None,
    no_attachments: bool,
    delay: float,
    corpus: Path,
    inputs: InputOptions,
    lang: Lang,
) -> int:
    """Capture pages of the web into the corpus.

    Each URL is kept as it was served, with its headers, its final address and the time, and so are its attachments.
    Asks robots.txt first, pauses between requests, and asks for a known page only if it is newer. An error page, a
    login or a script is kept aside, not taken for a text.
    """
    from policydiff import pipeline  # noqa: PLC0415

    if coverage == "full" and len(urls) > 1:
        raise click.UsageError(
            "a version has one full text: give one URL with --coverage full, or several as excerpts."
        )
    polite = replace(inputs, fetch=replace(inputs.fetch, delay=delay))
    facts = facts_of(work, version, coverage, status, date, title)
    code = 0
    for result in pipeline.fetch(
        corpus, urls, facts, publisher=publisher, attachments=not no_attachments, inputs=polite
    ):
        _tell(result, lang)
        if result.outcome not in ("captured", "unchanged"):
            code = TROUBLE
    return code


def _tell(result: FetchResult, lang: Lang) -> None:
    """What became of one page: the result on standard output, what a person should know of it as notes."""
    for told in result.notes:
        note(f"policydiff: {_noted(told, lang)}")
    if result.added is not None:
        emit(outcome(result.added, lang))
        for path in result.added.beside:
            emit(f"  + {path}")
    elif result.outcome == "unchanged":
        template = {"zh": "未变：{url} 即 {path}", "en": "Unchanged: {url} is {path}"}
        emit(template[lang].format(url=result.url, path=result.kept))
    elif result.kept is not None and result.outcome == "suspect":
        kept = {"zh": "所得内容另存于", "en": "what was served is kept in"}[lang]
        note(f"policydiff: {result.reason} ({kept} {result.kept})")
    else:
        note(f"policydiff: {result.reason}")


def _noted(told: FetchNote, lang: Lang) -> str:
    return _NOTES[told.code][lang].format(subject=told.subject, reason=told.reason)


COMMANDS = (fetch,)
