"""The command that captures pages of the web into the corpus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day  # noqa: N812 - an option has that name
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.adding import facts_of, tell_fetched, version_options
from policydiff.cli.codes import TROUBLE

if TYPE_CHECKING:
    from policydiff.model import Coverage, Status
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS"]


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
    date: Day | None,
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
        tell_fetched(result, lang)
        if result.outcome not in ("captured", "unchanged"):
            code = TROUBLE
    return code


COMMANDS = (fetch,)
