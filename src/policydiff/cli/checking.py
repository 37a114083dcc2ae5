"""The command that looks a corpus over: doctor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.console import emit_as

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
    from policydiff.render.wording.corpus_words import worded  # noqa: PLC0415

    found = pipeline.checkup(corpus, mend=mend, read=read, inputs=inputs)
    emit_as(
        form,
        output,
        json=lambda: render.checkup_json(found),
        md=lambda: render.checkup_markdown(worded(found, lang), lang),
        text=lambda seen: render.checkup_text(worded(found, lang), lang, color=seen.color, width=seen.width),
    )
    return 0 if found.sound else TO_MEND


COMMANDS = (doctor,)
