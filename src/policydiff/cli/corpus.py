"""The commands that use the corpus as a whole: search, add."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import options
from policydiff.cli.console import emit, look, note
from policydiff.errors import UnknownVersionError

if TYPE_CHECKING:
    from policydiff.corpus import AddResult
    from policydiff.model import Coverage, Status, Version
    from policydiff.render import Lang

__all__ = ["COMMANDS"]


@click.command(epilog='Example: policydiff search "算力服务券 1000万元" --work wuhan-ai')
@click.argument("query")
@click.argument("files", nargs=-1, callback=options.local)
@click.option("--work", metavar="WORK", help="Search only the versions of this work.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show at most this many clauses.")
@options.formats("text", "md", "json")
@options.output
@options.corpus
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
    versions = tuple(pipeline.load(file, corpus=corpus) for file in files) or pipeline.load_all(corpus)
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


@click.command(
    epilog="Example: policydiff add page.html --work wuhan-ai --version 2025-final --coverage full",
)
@click.argument("file", callback=options.local)
@click.option("--work", required=True, metavar="WORK", help="The work's id, such as wuhan-ai.")
@click.option("--version", required=True, metavar="VERSION", help="The version's id, such as 2025-final.")
@click.option(
    "--coverage",
    required=True,
    type=click.Choice(["full", "excerpt"]),
    help="full: the page is the instrument's own text; excerpt: it is a report of it.",
)
@click.option("--status", type=click.Choice(options.STATUSES), help="What kind of text the version is.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The version's date.")
@click.option("--url", metavar="URL", help="Where the page was captured.")
@click.option("--publisher", metavar="NAME", help="Who published the page.")
@click.option("--title", metavar="TITLE", help="The work's title; needed where the work is new.")
@options.corpus
@options.lang
def add(  # noqa: PLR0913 - each is an option
    *,
    file: str,
    work: str,
    version: str,
    coverage: Coverage,
    status: Status | None,
    date: datetime | None,
    url: str | None,
    publisher: str | None,
    title: str | None,
    corpus: Path,
    lang: Lang,
) -> None:
    """Keep the page FILE in the corpus as a capture.

    Makes the work and the version where they are new. The same page twice changes nothing, and no capture is ever
    overwritten.
    """
    from policydiff import pipeline  # noqa: PLC0415

    result = pipeline.add(
        corpus,
        file,
        work=work,
        version=version,
        coverage=coverage,
        status=status,
        date=date.date() if date else None,
        url=url,
        publisher=publisher,
        title=title,
    )
    emit(_outcome(result, lang))


def _works(versions: tuple[Version, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(version.work.id for version in versions))


def _outcome(result: AddResult, lang: Lang) -> str:
    """What `add` did, in one line: 已收入 wuhan-ai@2025-final：…（该版本现为全文）."""
    if not result.added:
        template = {
            "zh": "未作改动：{name} 已有相同内容，即 {path}",
            "en": "Nothing changed: {name} already has these bytes, as {path}",
        }
        return template[lang].format(name=result.version_name, path=result.path)
    facts = {
        "zh": ("新作品", "新版本", "该版本现为全文"),
        "en": ("new work", "new version", "the version is now in full"),
    }[lang]
    told = [
        fact
        for fact, is_so in zip(facts, (result.new_work, result.new_version, result.became_full), strict=True)
        if is_so
    ]
    template = {"zh": "已收入 {name}：{path}", "en": "Added to {name}: {path}"}
    line = template[lang].format(name=result.version_name, path=result.path)
    if not told:
        return line
    return f"{line}（{'，'.join(told)}）" if lang == "zh" else f"{line} ({', '.join(told)})"


COMMANDS = (search, add)
