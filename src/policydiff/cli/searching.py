"""The command that finds clauses: search."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.codes import TROUBLE
from policydiff.cli.console import emit, look, note
from policydiff.cli.days import DAY

if TYPE_CHECKING:
    from policydiff.corpus import Fault
    from policydiff.model.search import Findings
    from policydiff.pipeline import InputOptions, Listener, Question
    from policydiff.render import Lang

__all__ = ["COMMANDS"]

_PAGE = 20
_MANY = 20
"""From so many versions on, a person is told that they are being read, and again each time as many more are."""


def _day(name: str, variable: str, text: str) -> options.Decorator:
    """An option that takes a day."""
    return click.option(name, variable, type=DAY, metavar="YYYY-MM-DD", help=text)


class _Search(click.Command):
    """A query that begins with a minus looks like an option: -个人."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; a Chinese word behind a minus is no option that was mistyped."""
        given = tuple(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            meant = next((one for one in given if one.startswith("-") and not one.lstrip("-")[:1].isascii()), None)
            if meant is None:
                raise
            raise click.UsageError(
                f'a query that begins with a minus comes behind "--", as in: policydiff search -- "{meant}"', ctx
            ) from error


@click.command(cls=_Search, epilog='Example: policydiff search "算力服务券 1000万元" --work wuhan-ai')
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
    since: date | None,
    until: date | None,
    as_of: date | None,
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
    from policydiff.index import Filters  # noqa: PLC0415

    if files and works:
        raise click.UsageError("--work chooses among the works of the corpus: give it or files, not both.")
    first, last, day = _days(since, until, as_of)
    conditions = tuple(map(pipeline.parse_condition, terms))
    filters = Filters(works, status or "", issuer, first, last, day, chapter, conditions)
    question = pipeline.Question(query, filters, limit, (page - 1) * limit, dictionary, related)
    if question.asks_nothing:
        raise click.UsageError("QUERY has no words to look for, and there is no filter such as --term.")
    faults: list[Fault] = []
    found = _found(question, files, corpus, inputs, _listener(faults, lang))
    emit(_rendered(found, form, output, lang), output, files)
    if len(found.hits) < found.total:
        _told(_shown(len(found.hits), found.total, page + 1 if question.offset + limit < found.total else None, lang))
    return TROUBLE if faults else 0


def _days(since: date | None, until: date | None, as_of: date | None) -> tuple[str, ...]:
    """The three days as filters take them."""
    if since is not None and until is not None and since > until:
        raise click.UsageError(f"--from {since} lies behind --to {until}: exchange the two.")
    return tuple(day.isoformat() if day else "" for day in (since, until, as_of))


def _found(
    question: Question, files: tuple[str, ...], corpus: Path, inputs: InputOptions, listener: Listener
) -> Findings:
    """What answers a question, in the files if there are any."""
    from policydiff import pipeline  # noqa: PLC0415

    if files:
        _not_words(files, question.query)
        given = (pipeline.load(file, corpus=corpus, inputs=inputs) for file in files)
        return pipeline.search_versions(question, given, listener=listener)
    return pipeline.search_corpus(question, corpus, inputs=inputs, listener=listener)


def _not_words(files: tuple[str, ...], query: str) -> None:
    """Refuse a second word that was meant as a part of the query: 无人机 最高 without quotation marks."""
    from policydiff.pipeline import names_work  # noqa: PLC0415

    first = files[0]
    if "@" not in first and names_work(first):
        raise click.UsageError(
            f'There is no file {first}. Words to look for go into one argument: policydiff search "{query} {first}".'
        )


def _listener(faults: list[Fault], lang: Lang) -> Listener:
    """Who tells a person, and puts the versions that cannot be read among the faults."""
    from policydiff.pipeline import Listener  # noqa: PLC0415
    from policydiff.render.wording.corpus_words import corpus_words  # noqa: PLC0415

    def reading(done: int, total: int, name: str) -> None:
        if total >= _MANY and (done == 1 or done % (10 * _MANY) == 0):
            said = {"zh": f"正在编入索引：第{done}个版本，共{total}个，{name}"}
            _told(said.get(lang, f"indexing version {done} of {total}, {name}"))

    def broken(fault: Fault) -> None:
        faults.append(fault)
        _told(fault.sentence)

    return Listener(reading, broken, lambda remark: _told(corpus_words(remark, lang)))


def _shown(count: int, total: int, following: int | None, lang: Lang) -> str:
    """How many of the clauses found are on this page, and how to see more."""
    if lang == "zh":
        return f"共{total}处，已列出{count}处" + (f"；--page {following} 可看下一页" if following else "")
    return f"{count} of {total} clauses shown" + (f"; --page {following} shows more" if following else "")


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
