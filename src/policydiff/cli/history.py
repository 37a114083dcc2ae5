"""The commands that follow works through time: log, show, history."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.codes import TROUBLE
from policydiff.cli.console import emit_as, note, tell, tell_doubts

if TYPE_CHECKING:
    from policydiff.corpus import Fault
    from policydiff.model import Note
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS", "tell_faults"]

_STEPS_TOLD = 100
"""After how many steps a person is told that a first log is coming along; the next one remembers them."""


@click.command(epilog="Example: policydiff log wuhan-ai --lang en")
@click.argument("work", required=False)
@options.formats("text", "md", "json")
@options.output
@options.corpus
@options.lang
def log(*, work: str | None, form: str, output: Path | None, corpus: Path, lang: Lang) -> int:
    """List works and versions, and what changed at each step.

    Of one WORK, or of all. A version is compared with the full text before it, if there is one. What reports do not
    mention is counted as not reported, never as removed. What cannot be read does not keep the rest out: it is told,
    and the exit code is 2.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    compared = count(1)

    def working(name: str) -> None:
        done = next(compared)
        if done % _STEPS_TOLD == 0:
            said = {"zh": f"已比较{done}步，最近为 {name}"}.get(lang, f"{done} steps compared, the last one {name}")
            note(f"policydiff: {said}")

    memory = pipeline.open_memory(corpus)
    found = pipeline.log(corpus, work, memory=memory, on_step=working)
    memory.close()
    tell_faults(found.faults)
    tell(found.notes, lang)
    emit_as(
        form,
        output,
        json=lambda: render.log_json(found.works),
        md=lambda: render.log_markdown(found.works, lang),
        text=lambda seen: render.log_text(found.works, lang, color=seen.color, width=seen.width),
    )
    return TROUBLE if found.faults else 0


@click.command(epilog="Example: policydiff show wuhan-ai@2024-06-01 --article 四")
@click.argument("version", metavar="WORK[@VERSION|@DATE]")
@click.option("--article", metavar="ADDRESS", help="Show only this article, such as 第五条 or 四.")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def show(  # noqa: PLR0913 - each is an option
    *,
    version: str,
    article: str | None,
    form: str,
    inputs: InputOptions,
    output: Path | None,
    corpus: Path,
    lang: Lang,
) -> None:
    """Show the text of a version as it stood.

    A work stands for its latest version, a day (YYYY-MM-DD) for the version as of that day. What is known of the
    version, and how far its source goes, stands above; of one known only through reports, what they tell of it.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    found = pipeline.show(corpus, version, article=article, inputs=inputs)
    tell(found.notes, lang)
    tell_doubts((document.clean for document in found.version.documents), lang)
    emit_as(
        form,
        output,
        json=lambda: render.shown_json(found.version, found.units, as_of=found.as_of),
        md=lambda: render.shown_markdown(found.version, found.units, lang, as_of=found.as_of),
        text=lambda seen: render.shown_text(
            found.version, found.units, lang, as_of=found.as_of, color=seen.color, width=seen.width
        ),
    )


@click.command(epilog="Example: policydiff history wuhan-ai 四 --in 2024-draft")
@click.argument("work")
@click.argument("address")
@click.option("--in", "version", metavar="VERSION", help="The version that ADDRESS is of; the latest that has it.")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def history(  # noqa: PLR0913 - each is an option
    *,
    work: str,
    address: str,
    version: str | None,
    form: str,
    inputs: InputOptions,
    output: Path | None,
    corpus: Path,
    lang: Lang,
) -> None:
    """Follow one article through all versions of WORK.

    Through renumbering, splits and merges, forwards and backwards from the version in which it has this ADDRESS
    (第五条, 四, 第三条第二款), with what changed at each step, in words and in figures.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    found, returns = pipeline.traced(corpus, work, address, version=version, inputs=inputs)
    tell(pipeline.order_of(corpus, work), lang)
    back = _words(returns, lang)
    tell_doubts((document.clean for stop in found.stops for document in stop.version.documents), lang)
    emit_as(
        form,
        output,
        json=lambda: render.history_json(found),
        md=lambda: render.history_markdown(found, lang) + "".join(f"\n- {one}\n" for one in back),
        text=lambda seen: (
            render.history_text(found, lang, color=seen.color, width=seen.width).rstrip("\n")
            + "".join(f"\n\n{one}" for one in back)
        ),
    )


def _words(notes: Iterable[Note], lang: Lang) -> list[str]:
    from policydiff.render.wording.corpus_words import corpus_words  # noqa: PLC0415 - most commands say nothing

    return [corpus_words(one, lang) for one in notes]


def tell_faults(faults: Iterable[Fault]) -> None:
    """Warn the person, a line each, of what could not be read of a corpus."""
    for fault in faults:
        note(f"policydiff: {fault.sentence}")


COMMANDS = (log, show, history)
