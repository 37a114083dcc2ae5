"""The commands that set two versions against each other: report, diff, align."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from policydiff.cli import options
from policydiff.cli.console import emit, look, note, tell_doubts

if TYPE_CHECKING:
    from policydiff.model import CleanText, Comparison, Coverage, Version
    from policydiff.pipeline import InputOptions
    from policydiff.render import Lang

__all__ = ["COMMANDS"]

CHANGED = 1
_RESTRUCTURED = frozenset({"split", "merge", "regrouped", "added", "removed"})


@click.command(epilog="Example: policydiff report wuhan-ai --lang en")
@click.argument("work", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("reports"),
    show_default=True,
    metavar="DIR",
    help="The folder to write to.",
)
@options.corpus
@options.lang
def report(*, work: str | None, output: Path, corpus: Path, lang: Lang) -> None:
    """Report what changed from draft to final, for one WORK or for all.

    Compares the first with the latest version of each work of the corpus that has two. Writes WORK.zh.md, WORK.en.md
    and WORK.json, and prints a summary in the language of --lang.
    """
    from policydiff import pipeline, render  # noqa: PLC0415
    from policydiff.output import write_all  # noqa: PLC0415

    files: dict[Path, str] = {}
    summaries: list[str] = []
    seen = look(None)
    for old, new in pipeline.draft_and_final(corpus, work):
        comparison = pipeline.compare(old, new)
        for name, text in (
            (f"{new.work.id}.zh.md", render.comparison_markdown(comparison, "zh")),
            (f"{new.work.id}.en.md", render.comparison_markdown(comparison, "en")),
            (f"{new.work.id}.json", render.comparison_json(comparison)),
        ):
            files[output / name] = text
        summaries.append(render.comparison_summary(comparison, lang, color=seen.color, width=seen.width))
    write_all(files.items())
    written = {"zh": "已写入：", "en": "Written:"}[lang]
    emit("\n\n".join([*(text.rstrip("\n") for text in summaries), "\n".join([written, *map(str, files)])]))


@click.command(epilog="Example: policydiff diff wuhan-ai@2024-draft wuhan-ai@2025-final --format md -o changes.md")
@click.argument("old")
@click.argument("new")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@click.option("--only", type=click.Choice(["substantive"]), help="Show only the changes of this kind.")
@click.option(
    "--coverage",
    type=click.Choice(["full", "excerpt", "auto"]),
    default="auto",
    show_default=True,
    help="Whether the file NEW is the whole text or a report of it; a version of the corpus says so itself.",
)
@options.corpus
@options.lang
def diff(  # noqa: PLR0913 - each is an option
    *,
    old: str,
    new: str,
    form: str,
    inputs: InputOptions,
    output: Path | None,
    only: str | None,
    coverage: Coverage | Literal["auto"],
    corpus: Path,
    lang: Lang,
) -> int:
    """Compare any two texts: files, or versions of the corpus.

    Ends with exit code 1 where something changed (with --only, something of that kind), with 0 where nothing did.
    """
    from policydiff import pipeline, render  # noqa: PLC0415

    before = pipeline.load(old, corpus=corpus, inputs=inputs)
    after = pipeline.load(new, corpus=corpus, coverage=coverage, inputs=inputs)
    tell_doubts(_texts(before, after), lang)
    comparison = pipeline.compare(before, after)
    if only:
        shown = _only(comparison, only)
        if left := len(comparison.changes) - len(shown.changes):
            note(f"policydiff: {left} of {len(comparison.changes)} provisions left out, and out of the counts (--only)")
        comparison = shown
    if form == "json":
        text = render.comparison_json(comparison)
    elif form == "md":
        text = render.comparison_markdown(comparison, lang)
    else:
        seen = look(output)
        text = render.comparison_text(comparison, lang, color=seen.color, width=seen.width)
    emit(text, output, (old, new))
    return CHANGED if _something_changed(comparison) else 0


@click.command(epilog="Example: policydiff align old-law.txt new-law.txt --format json")
@click.argument("old")
@click.argument("new")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.corpus
@options.lang
def align(  # noqa: PLR0913 - each is an option
    *, old: str, new: str, form: str, inputs: InputOptions, output: Path | None, corpus: Path, lang: Lang
) -> None:
    """Show which article became which."""
    from policydiff import pipeline, render  # noqa: PLC0415

    before, after = (pipeline.load(argument, corpus=corpus, inputs=inputs) for argument in (old, new))
    tell_doubts(_texts(before, after), lang)
    alignment = pipeline.align(before, after)
    if form == "json":
        text = render.alignment_json(before, after, alignment)
    elif form == "md":
        text = render.alignment_markdown(before, after, alignment, lang)
    else:
        seen = look(output)
        text = render.alignment_text(before, after, alignment, lang, color=seen.color, width=seen.width)
    emit(text, output, (old, new))


def _texts(*versions: Version) -> Iterator[CleanText]:
    return (document.clean for version in versions for document in version.documents)


def _only(comparison: Comparison, substance: str) -> Comparison:
    return replace(comparison, changes=tuple(c for c in comparison.changes if c.substance == substance))


def _something_changed(comparison: Comparison) -> bool:
    """Whether a provision of the two texts differs; that a report is silent is no difference."""
    return any(
        change.substance != "none" or change.flags or change.relation in _RESTRUCTURED for change in comparison.changes
    )


COMMANDS = (report, diff, align)
