"""The commands that look a corpus over: doctor, and keywords of what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.console import emit_as, tell_doubts

if TYPE_CHECKING:
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS"]

TO_MEND = 1


@click.command(epilog="Example: policydiff doctor --mend")
@click.option("--mend", is_flag=True, help="Remove what interrupted runs left half-written; nothing else is touched.")
@click.option("--read", is_flag=True, help="Read every capture as well, which takes a while.")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def doctor(  # noqa: PLR0913 - each is an option
    *, mend: bool, read: bool, form: str, inputs: InputOptions, output: Path | None, corpus: Path, lang: Lang
) -> int:
    """Look over the corpus and say what to mend.

    Checks the digest of every capture, the structure of every table, files that nobody lists, versions without a text,
    dates and duplicates. The exit code is 1 where there is something to mend.
    """
    from policydiff import pipeline, render  # noqa: PLC0415
    from policydiff.render.corpus_words import worded  # noqa: PLC0415

    found = pipeline.checkup(corpus, mend=mend, read=read, inputs=inputs)
    emit_as(
        form,
        output,
        json=lambda: render.checkup_json(found),
        md=lambda: render.checkup_markdown(worded(found, lang), lang),
        text=lambda seen: render.checkup_text(worded(found, lang), lang, color=seen.color, width=seen.width),
    )
    return 0 if found.sound else TO_MEND


@click.command(epilog="Example: policydiff keywords wuhan-ai@2024-draft --against wuhan-ai-action-plan@2025")
@click.argument("text", metavar="WORK|WORK@VERSION|FILE")
@click.option("--against", metavar="TEXT", help="Another text: what does only one of the two talk about?")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="How many words.")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def keywords(  # noqa: PLR0913 - each is an option
    *,
    text: str,
    against: str | None,
    limit: int,
    form: str,
    inputs: InputOptions,
    output: Path | None,
    corpus: Path,
    lang: Lang,
) -> None:
    """List what a text talks about.

    The words that tell it from other Chinese texts, and, beside another version, those that only one of the two has. A
    work stands for its latest version beside the one before.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    found = pipeline.keywords(text, against=against, limit=limit, corpus=corpus, inputs=inputs)
    versions = (found.version, found.against) if found.against else (found.version,)
    tell_doubts((document.clean for version in versions for document in version.documents), lang)
    emit_as(
        form,
        output,
        (text, against) if against else (text,),
        json=lambda: render.keywords_json(found),
        md=lambda: render.keywords_markdown(found, lang),
        text=lambda seen: render.keywords_text(found, lang, color=seen.color, width=seen.width),
    )


COMMANDS = (doctor, keywords)
