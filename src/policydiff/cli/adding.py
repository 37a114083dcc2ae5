"""The command that keeps texts in the corpus, and what it shares with the one that fetches pages."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date as Day  # noqa: N812 - an option has that name
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli import options
from policydiff.cli.codes import TROUBLE
from policydiff.cli.console import emit, note
from policydiff.cli.days import DAY
from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    from policydiff.corpus import AddResult, VersionFacts
    from policydiff.model import Coverage, Status
    from policydiff.pipeline import Addition, FetchNote, FetchResult, InputOptions, Wishes
    from policydiff.render import Lang

__all__ = ["COMMANDS", "facts_of", "tell_fetched", "version_options"]

_NOTES = {
    "text_attached": {
        "zh": "正文取自附件 {subject}；网页本身没有条文，作为通知保存",
        "en": "The text is the attachment {subject}; the page has no provisions and is kept as its notice",
    },
    "several_texts": {
        "zh": "多个附件都有条文（{subject}），正文暂取网页本身；请在 version.toml 中改正 kind",
        "en": "Several attachments have provisions ({subject}); the text is the page for now: see kind in version.toml",
    },
    "attachment_unreadable": {
        "zh": "附件 {subject} 已保存，但无法读取：{reason}",
        "en": "The attachment {subject} is kept, but cannot be read: {reason}",
    },
    "attachment_failed": {
        "zh": "附件 {subject} 未能取得：{reason}",
        "en": "The attachment {subject} was not captured: {reason}",
    },
    "attachments_left": {
        "zh": "还有 {subject} 个附件未抓取",
        "en": "{subject} more attachments were not captured",
    },
}
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
    click.option("--date", type=DAY, metavar="YYYY-MM-DD", help="The version's date."),
    click.option("--title", metavar="TITLE", help="The work's title; needed where the work is new."),
)


def version_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that name the version which captures are added to, and say what it is."""
    for option in reversed(_VERSION):
        command = option(command)
    return command


def facts_of(
    work: str, version: str, coverage: Coverage, status: Status | None, date: Day | None, title: str | None
) -> VersionFacts:
    """What those options say, as one value."""
    from policydiff.corpus import VersionFacts  # noqa: PLC0415

    return VersionFacts(work, version, coverage, status, date, title)


_WISHES = (
    click.option("--work", metavar="WORK", help="The work's id; proposed from number, title and text otherwise."),
    click.option("--version", metavar="VERSION", help="The version's id; made of year and status otherwise."),
    click.option(
        "--coverage",
        type=click.Choice(["full", "excerpt"]),
        help="full: the instrument's own text; excerpt: a report of it.  [default: full where there are provisions]",
    ),
    click.option("--status", type=click.Choice(options.STATUSES), help="What kind of text the version is."),
    click.option("--date", type=DAY, metavar="YYYY-MM-DD", help="The version's date."),
    click.option("--title", metavar="TITLE", help="The work's title, where the text does not bear it."),
)


def wish_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same options where each may be left to the program; the command gets them as one value, `wishes`."""

    @functools.wraps(command)
    def wished(
        *,
        work: str | None,
        version: str | None,
        coverage: Coverage | None,
        status: Status | None,
        date: Day | None,
        title: str | None,
        **given: Any,
    ) -> Any:
        from policydiff.pipeline import Wishes  # noqa: PLC0415 - a command needs the stages, its help does not

        wishes = Wishes(work, version, coverage, status, date, title)
        return command(**given, wishes=wishes)

    for option in reversed(_WISHES):
        wished = option(wished)
    return wished


@click.command(
    epilog="Example: policydiff add draft.html final.docx report.html --dry-run",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE|URL...")
@wish_options
@click.option("--url", metavar="URL", help="Where the one FILE was captured.")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option("--dry-run", is_flag=True, help="Only say where each text would go, and why.")
@options.corpus
@options.inputs
@options.lang
def add(  # noqa: PLR0913 - each is an option
    *,
    files: tuple[str, ...],
    wishes: Wishes,
    url: str | None,
    publisher: str | None,
    dry_run: bool,
    corpus: Path,
    inputs: InputOptions,
    lang: Lang,
) -> int:
    """Keep files and pages in the corpus.

    Reads title, document number, status and date from each text, proposes the work and the version it belongs to, and
    says why. Makes both where they are new. The same text twice changes nothing, and no capture is ever overwritten.
    A URL is fetched as fetch does it.
    """
    from policydiff import pipeline  # noqa: PLC0415

    if url is not None and (len(files) > 1 or "://" in files[0]):
        raise click.UsageError("--url says where one file was captured: give it with one FILE.")
    memory = pipeline.open_memory(corpus)
    shelf = pipeline.Shelf(corpus, memory)
    code = 0
    for file in files:
        try:
            done = pipeline.add(
                corpus,
                file,
                wishes,
                url=url,
                publisher=publisher,
                rehearse=dry_run,
                shelf=shelf,
                inputs=inputs,
            )
        except PolicydiffError as error:
            if len(files) == 1:
                raise
            note(f"policydiff: {error}")
            code = TROUBLE
            continue
        code = max(code, _tell(done, lang))
    memory.close()
    return code


def _tell(done: Addition, lang: Lang) -> int:
    """What became of one argument, and why; the exit code that it asks for."""
    from policydiff.model import Note  # noqa: PLC0415
    from policydiff.render import proposal_words  # noqa: PLC0415
    from policydiff.render.wording.corpus_words import corpus_words, is_of_corpus  # noqa: PLC0415

    proposal = done.proposal
    if done.fetched is not None:
        tell_fetched(done.fetched, lang)
    elif done.result is not None:
        emit(outcome(done.result, lang))
    else:
        would = {"zh": "将收入 {name}", "en": "Would be added to {name}"}
        if proposal.corrections:
            would = {"zh": "将改正 {name}", "en": "Would correct {name}"}
        elif proposal.same is not None:
            would = {"zh": "不会改动：{name} 已有", "en": "Nothing would change: {name} has it already"}
        emit(would[lang].format(name=proposal.facts.name))
    corrected = "corrected" if done.result is not None else "would_correct"
    for one in proposal.corrections:
        values = (("file", str(one.file)), ("key", one.key), ("old", one.old), ("new", one.new))
        emit(f"  {corpus_words(Note(corrected, values), lang)}")
    for reason in proposal.reasons:
        phrases = (corpus_words(reason, lang),) if is_of_corpus(reason) else proposal_words((reason,), lang)
        for phrase in phrases:
            emit(f"  {phrase}")
    return TROUBLE if done.fetched is not None and done.fetched.outcome not in ("captured", "unchanged") else 0


def outcome(result: AddResult, lang: Lang) -> str:
    """What `add` did, in one line: 已收入 wuhan-ai@2025-final：…（该版本现为全文）."""
    if result.corrected:
        template = {"zh": "已改正 {name}：内容已有，即 {path}", "en": "Corrected {name}, which has this text as {path}"}
        return template[lang].format(name=result.version_name, path=result.path)
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


def tell_fetched(result: FetchResult, lang: Lang) -> None:
    """What became of one page: the result on standard output, what a person should know of it as notes."""
    for told in result.notes:
        note(f"policydiff: {_noted(told, lang)}")
    if result.added is not None:
        emit(outcome(result.added, lang))
        for path in result.added.beside:
            emit(f"  + {path}")
    elif result.outcome == "unchanged":
        template = {"zh": "未变：{url} 即 {path}", "en": "Unchanged: {url} is {path}"}
        emit(template[lang].format(url=result.url, path=result.kept))
    elif result.kept is not None and result.outcome == "suspect":
        kept = {"zh": "所得内容另存于", "en": "what was served is kept in"}[lang]
        note(f"policydiff: {result.reason} ({kept} {result.kept})")
    else:
        note(f"policydiff: {result.reason}")


def _noted(told: FetchNote, lang: Lang) -> str:
    return _NOTES[told.code][lang].format(subject=told.subject, reason=told.reason)


COMMANDS = (add,)
