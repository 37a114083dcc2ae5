"""The command that keeps a file in the corpus, and what it shares with the one that fetches pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli import options
from policydiff.cli.console import emit

if TYPE_CHECKING:
    from policydiff.corpus import AddResult, VersionFacts
    from policydiff.model import Coverage, Status
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS", "facts_of", "outcome", "version_options"]

_VERSION = (
    click.option("--work", required=True, metavar="WORK", help="The work's id, such as wuhan-ai."),
    click.option("--version", required=True, metavar="VERSION", help="The version's id, such as 2025-final."),
    click.option(
        "--coverage",
        required=True,
        type=click.Choice(["full", "excerpt"]),
        help="full: the page is the instrument's own text; excerpt: it is a report of it.",
    ),
    click.option("--status", type=click.Choice(options.STATUSES), help="What kind of text the version is."),
    click.option("--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The version's date."),
    click.option("--title", metavar="TITLE", help="The work's title; needed where the work is new."),
)


def version_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that name the version which captures are added to, and say what it is."""
    for option in reversed(_VERSION):
        command = option(command)
    return command


def facts_of(
    work: str, version: str, coverage: Coverage, status: Status | None, date: datetime | None, title: str | None
) -> VersionFacts:
    """What those options say, as one value."""
    from policydiff.corpus import VersionFacts  # noqa: PLC0415

    return VersionFacts(work, version, coverage, status, date.date() if date else None, title)


@click.command(
    epilog="Example: policydiff add page.html --work wuhan-ai --version 2025-final --coverage full",
)
@click.argument("file", callback=options.kept)
@version_options
@click.option("--url", metavar="URL", help="Where the page was captured.")
@click.option("--publisher", metavar="NAME", help="Who published the page.")
@options.corpus
@options.inputs
@options.lang
def add(  # noqa: PLR0913 - each is an option
    *,
    file: str,
    work: str,
    version: str,
    coverage: Coverage,
    status: Status | None,
    date: datetime | None,
    title: str | None,
    url: str | None,
    publisher: str | None,
    corpus: Path,
    inputs: InputOptions,
    lang: Lang,
) -> None:
    """Keep the page FILE in the corpus as a capture.

    Makes the work and the version where they are new. The same page twice changes nothing, and no capture is ever
    overwritten. For a page of the web, see fetch.
    """
    from policydiff import pipeline  # noqa: PLC0415

    facts = facts_of(work, version, coverage, status, date, title)
    emit(outcome(pipeline.add(corpus, file, facts, url=url, publisher=publisher, inputs=inputs), lang))


def outcome(result: AddResult, lang: Lang) -> str:
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


COMMANDS = (add,)
