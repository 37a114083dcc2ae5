"""The command that uses the corpus as a whole: search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.console import emit, look, note
from policydiff.errors import UnknownVersionError

if TYPE_CHECKING:
    from policydiff.model import Version
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS"]


@click.command(epilog='Example: policydiff search "算力服务券 1000万元" --work wuhan-ai')
@click.argument("query")
@click.argument("files", nargs=-1)
@click.option("--work", metavar="WORK", help="Search only the versions of this work.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show at most this many clauses.")
@options.formats("text", "md", "json")
@options.output
@options.corpus
@options.inputs
@options.lang
def search(  # noqa: PLR0913 - each is an option
    *,
    query: str,
    files: tuple[str, ...],
    work: str | None,
    limit: int | None,
    form: str,
    output: Path | None,
    corpus: Path,
    inputs: InputOptions,
    lang: Lang,
) -> None:
    """Find the clauses that hold the words of QUERY.

    In the corpus, or in the given FILES, whatever the script, width or spelling of numbers: 50万元 finds 五十萬元.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    if files and work is not None:
        raise click.UsageError("--work chooses among the works of the corpus: give it or files, not both.")
    if not query.strip(' "“”'):
        raise click.UsageError("QUERY has no words to look for.")
    given = tuple(pipeline.load(file, corpus=corpus, inputs=inputs) for file in files)
    versions = given or pipeline.load_all(corpus, inputs=inputs)
    chosen = tuple(version for version in versions if work in (None, version.work.id))
    if work is not None and not chosen:
        raise UnknownVersionError(f'{corpus} has no work "{work}"; it has {", ".join(_works(versions)) or "none yet"}')
    found = pipeline.search(query, chosen)
    hits = found[:limit]
    if len(hits) < len(found):
        note(f"policydiff: {len(hits)} of {len(found)} clauses shown")
    if form == "json":
        result = render.hits_json(query, hits)
    elif form == "md":
        result = render.hits_markdown(query, hits, lang)
    else:
        seen = look(output)
        result = render.hits_text(query, hits, lang, color=seen.color, width=seen.width)
    emit(result, output, files)


def _works(versions: tuple[Version, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(version.work.id for version in versions))


COMMANDS = (search,)
