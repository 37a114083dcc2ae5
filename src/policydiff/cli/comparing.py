"""The commands that set two versions against each other: report, diff, align."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from policydiff.cli import forms, options, paging
from policydiff.cli.codes import TROUBLE
from policydiff.cli.console import emit, emit_as, look, note, tell, tell_doubts, tell_unused
from policydiff.cli.history import tell_faults

if TYPE_CHECKING:
    from policydiff.corpus import Fault
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
@paging.option
@options.overrides
@options.corpus
@options.lang
def report(*, work: str | None, output: Path, overrides: Path | None, corpus: Path, lang: Lang) -> int:
    """Report what changed from draft to final, for one WORK or for all.

    Compares the first with the latest version of each work of the corpus that has two. Writes WORK.zh and WORK.en as
    Markdown (.md), page (.html), Word table (.docx) and Excel workbook (.xlsx), WORK.figures.csv, WORK.articles.csv and
    WORK.json, with tracked changes in WORK.redline.docx where both texts are known in full. Prints a summary in the
    language of --lang. Overrides are those of one WORK.

    A work that cannot be read does not keep the others out: it is told, and the exit code is 2.
    """
    from policydiff import pipeline, render  # noqa: PLC0415
    from policydiff.output import write_all  # noqa: PLC0415

    if overrides is not None and work is None:
        raise click.UsageError(
            "--overrides are those of one work; name it, as in: policydiff report WORK --overrides FILE"
        )
    given = pipeline.read_overrides(overrides) if overrides else ()
    faults: list[Fault] = []
    written: list[Path] = []
    summaries: list[str] = []
    seen = look(None)
    for comparison in pipeline.reported(corpus, work, overrides=given, on_fault=None if work else faults.append):
        tell_unused(comparison.notes, lang)
        name = comparison.new.work.id
        files = {output / f"{name}.{form}": made for form, made in forms.report_files(comparison).items()}
        write_all(files.items())
        written += files
        summaries.append(render.comparison_summary(comparison, lang, color=seen.color, width=seen.width))
    tell_faults(faults)
    if written:
        head = {"zh": "已写入：", "en": "Written:"}[lang]
        emit("\n\n".join([*(text.rstrip("\n") for text in summaries), "\n".join([head, *map(str, written)])]))
    return TROUBLE if faults else 0


@click.command(epilog="Example: policydiff diff wuhan-ai@2024-draft wuhan-ai@2025-final --format md -o changes.md")
@click.argument("old")
@click.argument("new", nargs=-1)
@options.formats(*forms.FORMS)
@forms.layout
@options.inputs
@options.output
@click.option("--only", type=click.Choice(["substantive"]), help="Show only the changes of this kind.")
@click.option(
    "--fold-replacements",
    is_flag=True,
    help="Show wordings replaced throughout as unchanged, and leave out what changed in nothing else.",
)
@click.option(
    "--coverage",
    type=click.Choice(["full", "excerpt", "auto"]),
    default="auto",
    show_default=True,
    help="Whether the file NEW is the whole text or a report of it; a version of the corpus says so itself.",
)
@options.overrides
@options.corpus
@options.lang
def diff(  # noqa: PLR0913 - each is an option
    *,
    old: str,
    new: tuple[str, ...],
    form: str,
    layout: forms.Layout,
    inputs: InputOptions,
    output: Path | None,
    only: str | None,
    fold_replacements: bool,
    coverage: Coverage | Literal["auto"],
    overrides: Path | None,
    corpus: Path,
    lang: Lang,
) -> int:
    """Compare any two texts: files, or versions of the corpus.

    Several files or pages NEW are reports of one text, taken together: each figure names the reports that tell it, and
    where they contradict each other, both are told.

    OLD alone may be a work, for its latest step, or one of its versions, for the step to the next. WORK@YYYY-MM-DD is
    the version as of that day.

    Ends with exit code 1 where something changed (with --only, something of that kind), with 0 where nothing did.
    """
    from policydiff import pipeline  # noqa: PLC0415

    forms.refuse(form, output, layout, partial=bool(only) or fold_replacements)
    given = pipeline.read_overrides(overrides) if overrides else ()
    before, after = _sides(old, new, corpus, coverage, inputs, lang)
    tell_doubts(_texts(before, after), lang)
    comparison = pipeline.compare(before, after, overrides=given)
    tell_unused(comparison.notes, lang)
    if only:
        comparison = _only(comparison, only)
    changed = _something_changed(comparison)
    if fold_replacements:
        comparison = _folded(comparison)
    emit(forms.rendered(comparison, form, lang, look(output), layout), output, (old, *new, *_named(overrides)))
    return CHANGED if changed else 0


@click.command(epilog="Example: policydiff align old-law.txt new-law.txt --format json")
@click.argument("old")
@click.argument("new")
@options.formats("text", "md", "json")
@options.inputs
@options.output
@options.overrides
@options.corpus
@options.lang
def align(  # noqa: PLR0913 - each is an option
    *,
    old: str,
    new: str,
    form: str,
    inputs: InputOptions,
    output: Path | None,
    overrides: Path | None,
    corpus: Path,
    lang: Lang,
) -> None:
    """Show which article became which."""
    from policydiff import pipeline, render  # noqa: PLC0415

    given = pipeline.read_overrides(overrides) if overrides else ()
    before, after = (pipeline.load(argument, corpus=corpus, inputs=inputs) for argument in (old, new))
    tell_doubts(_texts(before, after), lang)
    alignment = pipeline.align(before, after, overrides=given)
    tell_unused(alignment.notes, lang)
    emit_as(
        form,
        output,
        (old, new, *_named(overrides)),
        json=lambda: render.alignment_json(before, after, alignment),
        md=lambda: render.alignment_markdown(before, after, alignment, lang),
        text=lambda seen: render.alignment_text(before, after, alignment, lang, color=seen.color, width=seen.width),
    )


def _sides(
    old: str,
    new: tuple[str, ...],
    corpus: Path,
    coverage: Coverage | Literal["auto"],
    inputs: InputOptions,
    lang: Lang,
) -> tuple[Version, Version]:
    """The two versions to compare; one argument by itself names a step, and must be of the corpus."""
    from policydiff import pipeline  # noqa: PLC0415

    if not new:
        if not pipeline.names_work(old):
            raise click.UsageError("Missing argument 'NEW': a file is compared with another text.")
        return pipeline.load_step(old, corpus=corpus, inputs=inputs)
    if len(new) > 1 and coverage == "full":
        raise click.UsageError("--coverage full is for one whole text NEW; several are reports of one text.")
    if (old, *new).count("-") > 1:
        raise click.UsageError('"-" is standard input, which can be read only once: name the other text as a file.')
    before = pipeline.load(old, corpus=corpus, inputs=inputs)
    if len(new) == 1:
        after = pipeline.load(new[0], corpus=corpus, coverage=coverage, inputs=inputs)
        return before, pipeline.report_of(after, before)
    reports = pipeline.load_reports(new, old=before, trusted=coverage == "excerpt", inputs=inputs)
    tell(reports.notes, lang)
    return before, reports.version


def _named(path: Path | None) -> tuple[str, ...]:
    return (str(path),) if path else ()


def _texts(*versions: Version) -> Iterator[CleanText]:
    return (document.clean for version in versions for document in version.documents)


def _only(comparison: Comparison, substance: str) -> Comparison:
    """The comparison without its changes of other kinds, and a word on how many those are."""
    from policydiff.model import Note  # noqa: PLC0415 - only this flag needs it

    changes = tuple(change for change in comparison.changes if change.substance == substance)
    left, all_ = len(comparison.changes) - len(changes), len(comparison.changes)
    if not left:
        return comparison
    note(f"policydiff: {left} of {all_} provisions left out, and out of the counts (--only)")
    told = Note("only", (("substance", substance), ("count", str(left))))
    return replace(comparison, changes=changes, notes=(told, *comparison.notes))


def _folded(comparison: Comparison) -> Comparison:
    """The comparison without what its replacements explain, and a word on what was left out."""
    from policydiff import compare  # noqa: PLC0415 - only this flag needs it

    folded = compare.fold_replacements(comparison)
    left, all_ = len(comparison.changes) - len(folded.changes), len(comparison.changes)
    told = f"{left} of {all_} provisions left out" if left else "no provision left out"
    note(f"policydiff: wordings folded: {len(comparison.replacements)}; {told} (--fold-replacements)")
    return folded


def _something_changed(comparison: Comparison) -> bool:
    """Whether a provision of the two texts differs; that a report is silent is no difference."""
    return any(
        change.substance != "none" or change.flags or change.relation in _RESTRUCTURED for change in comparison.changes
    )


COMMANDS = (report, diff, align)
