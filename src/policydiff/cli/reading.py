"""The commands that look at one text: terms, clean, outline, keywords."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.console import emit, emit_as, look, tell_doubts

if TYPE_CHECKING:
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS"]


@click.command(epilog="Example: policydiff terms measures.html --format json")
@click.argument("text")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def terms(*, text: str, form: str, inputs: InputOptions, output: Path | None, corpus: Path, lang: Lang) -> None:
    """List every amount, rate, period and count of TEXT.

    Of a file all of them, each with the instrument it is attributed to; of a version of the corpus only those that are
    attributed to its own.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    version = pipeline.load(text, corpus=corpus, inputs=inputs)
    tell_doubts((document.clean for document in version.documents), lang)
    found = pipeline.terms(version, everything=not version.work.id)
    emit_as(
        form,
        output,
        (text,),
        json=lambda: render.terms_json(version, found),
        md=lambda: render.terms_markdown(version, found, lang),
        text=lambda seen: render.terms_text(version, found, lang, color=seen.color, width=seen.width),
    )


@click.command(epilog="Example: policydiff clean page.html --explain")
@click.argument("file")
@click.option("--explain", is_flag=True, help="List every edit instead: its rule, before, after and place.")
@click.option("--keep-script", is_flag=True, help="Leave traditional characters as they are.")
@options.formats("text", "json")
@options.inputs
@options.output
@options.lang
def clean(  # noqa: PLR0913 - each is an option
    *,
    file: str,
    explain: bool,
    keep_script: bool,
    form: str,
    inputs: InputOptions,
    output: Path | None,
    lang: Lang,
) -> None:
    """Print the text of FILE without what a page puts around it.

    The JSON form has the text and every edit, with or without --explain.
    """
    from policydiff import pipeline, render  # noqa: PLC0415
    from policydiff.clean import explain as explain_edits  # noqa: PLC0415

    cleaned = pipeline.read_clean(file, simplify=not keep_script, inputs=inputs)
    tell_doubts((cleaned,), lang)
    if form == "json":
        result = render.clean_json(cleaned, explain_edits(cleaned))
    elif explain:
        seen = look(output)
        edits = explain_edits(cleaned)
        result = render.clean_explain_text(cleaned, edits, lang, color=seen.color, width=seen.width)
    else:
        result = cleaned.text
    emit(result, output, (file,))


@click.command(epilog="Example: policydiff outline wuhan-ai@2024-draft")
@click.argument("text")
@options.formats("text", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def outline(*, text: str, form: str, inputs: InputOptions, output: Path | None, corpus: Path, lang: Lang) -> None:
    """Show the articles of TEXT as a tree.

    With what it says of itself: title, issuer, status, dates, the documents it cites.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    version = pipeline.load(text, corpus=corpus, inputs=inputs)
    tell_doubts((document.clean for document in version.documents), lang)
    if form == "json":
        emit(render.outline_json(version), output, (text,))
    else:
        seen = look(output)
        emit(render.outline_text(version, lang, color=seen.color, width=seen.width), output, (text,))


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


COMMANDS = (terms, clean, outline, keywords)
