"""The command that uses the corpus as a whole: search."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.console import emit, look, note
from policydiff.cli.history import TROUBLE

if TYPE_CHECKING:
    from policydiff.model.search import Findings
    from policydiff.pipeline import InputOptions, Listener, Question
    from policydiff.render import Lang

__all__ = ["COMMANDS"]

_PAGE = 20
_MANY = 20
"""From so many versions on, a person is told that they are being read, and again each time as many more are."""


def _day(name: str, variable: str, text: str) -> options.Decorator:
    """An option that takes a day."""
    return click.option(name, variable, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help=text)


@click.command(epilog='Example: policydiff search "算力服务券 1000万元" --work wuhan-ai')
@click.argument("query", default="")
@click.argument("files", nargs=-1)
@click.option("--work", "works", multiple=True, metavar="WORK", help="Only this work; may be given again.")
@click.option("--status", type=click.Choice(options.STATUSES), help="Only versions of this status.")
@click.option("--issuer", default="", metavar="NAME", help="Only what an issuer with this in its name has issued.")
@_day("--from", "since", "Only versions of this day or later.")
@_day("--to", "until", "Only versions of this day or earlier.")
@_day("--as-of", "as_of", "Of each work only the version that was the latest on this day.")
@click.option("--chapter", default="", metavar="TEXT", help="Only in a chapter with this in its number or heading.")
@click.option(
    "--term",
    "terms",
    multiple=True,
    metavar="CONDITION",
    help="Only clauses with such a figure: 'cap>=500万元', 'rate=30%', 'duration<=3年'; may be given again.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=_PAGE, show_default=True, metavar="N", help="Clauses on a page."
)
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Which page.")
@click.option(
    "--dict",
    "dictionary",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Terms of art, one a line, that a long query is not cut within.",
)
@click.option("--related", is_flag=True, help="Tell words that stand in these clauses far more often than elsewhere.")
@options.formats("text", "table", "md", "json")
@options.output
@options.corpus
@options.inputs
@options.lang
def search(  # noqa: PLR0913 - each is an option
    *,
    query: str,
    files: tuple[str, ...],
    works: tuple[str, ...],
    status: str | None,
    issuer: str,
    since: datetime | None,
    until: datetime | None,
    as_of: datetime | None,
    chapter: str,
    terms: tuple[str, ...],
    limit: int,
    page: int,
    dictionary: Path | None,
    related: bool,
    form: str,
    output: Path | None,
    corpus: Path,
    inputs: InputOptions,
    lang: Lang,
) -> int:
    """Find the clauses that answer QUERY, the best first.

    In the corpus, or in the given FILES, whatever the script, width or spelling of numbers: 50万元 finds 五十萬元.

    Several words must all be there; "…" is a phrase, OR stands between two words of which one is enough, -word means
    without. QUERY may be empty ("") where a filter or --term is given. A query that no clause holds as it was typed is
    cut into its words, and the answer says so. What cannot be read does not keep the rest out: it is told, and the exit
    code is 2.
    """
    from policydiff import pipeline  # noqa: PLC0415

    if files and works:
        raise click.UsageError("--work chooses among the works of the corpus: give it or files, not both.")
    since_day, until_day, as_of_day = (day.date().isoformat() if day else "" for day in (since, until, as_of))
    question = pipeline.Question(
        query, works, status or "", issuer, since_day, until_day, as_of_day, chapter, terms,
        limit, (page - 1) * limit, dictionary, related,
    )  # fmt: skip
    if question.asks_nothing:
        raise click.UsageError("QUERY has no words to look for, and there is no filter such as --term.")
    faults: list[str] = []
    found = _found(question, files, corpus, inputs, faults)
    emit(_rendered(found, form, output, lang), output, files)
    if len(found.hits) < found.total:
        more = f"; --page {page + 1} shows more" if question.offset + limit < found.total else ""
        note(f"policydiff: {len(found.hits)} of {found.total} clauses shown{more}")
    return TROUBLE if faults else 0


def _found(
    question: Question, files: tuple[str, ...], corpus: Path, inputs: InputOptions, faults: list[str]
) -> Findings:
    """What answers a question; the versions that cannot be read are told, and put among the faults."""
    from policydiff import pipeline  # noqa: PLC0415

    if files:
        given = (pipeline.load(file, corpus=corpus, inputs=inputs) for file in files)
        return pipeline.search_versions(question, given)
    return pipeline.search_corpus(question, corpus, inputs=inputs, listener=_listener(faults))


def _listener(faults: list[str]) -> Listener:
    from policydiff.pipeline import Listener  # noqa: PLC0415

    def reading(done: int, total: int, name: str) -> None:
        if total >= _MANY and (done == 1 or done % (10 * _MANY) == 0):
            note(f"policydiff: indexing version {done} of {total}, {name}")

    def broken(sentence: str) -> None:
        faults.append(sentence)
        _told(sentence)

    return Listener(reading, broken, _told)


def _told(sentence: str) -> None:
    note(f"policydiff: {sentence}")


def _rendered(found: Findings, form: str, output: Path | None, lang: Lang) -> str:
    from policydiff import render  # noqa: PLC0415

    if form == "json":
        return render.hits_json(found)
    if form == "md":
        return render.hits_markdown(found, lang)
    seen = look(output)
    shown = render.hits_table if form == "table" else render.hits_text
    return shown(found, lang, color=seen.color, width=seen.width)


COMMANDS = (search,)
