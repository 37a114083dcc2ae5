"""The forms that a comparison can be given in: for reading, for forwarding, for calculating."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from policydiff.cli.console import Look, on_terminal

if TYPE_CHECKING:
    from policydiff.model import Comparison
    from policydiff.render import Lang

__all__ = ["FORMS", "Layout", "layout", "refuse", "rendered", "report_files"]

FORMS = ("text", "md", "html", "docx", "redline", "xlsx", "csv", "json")
_FILES = {"docx": "changes.docx", "redline": "changes.docx", "xlsx": "changes.xlsx"}
"""Forms that no terminal can show, with a name for each."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How some of the forms are laid out; null where the person has not said."""

    table: Literal["figures", "articles"] | None = None
    style: Literal["bold", "underline"] | None = None
    types: bool = False


_table = click.option(
    "--table",
    type=click.Choice(["figures", "articles"]),
    help="As CSV: which of the two tables.  [default: figures]",
)
_style = click.option(
    "--style",
    type=click.Choice(["bold", "underline"]),
    help="In a Word table: how added words are marked.  [default: bold]",
)
_types = click.option("--types", is_flag=True, help="In a Word table: add a column with the kind of each change.")


def layout(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --table, --style and --types; the command gets them as one value, `layout`."""

    @functools.wraps(command)
    def laid_out(
        *,
        table: Literal["figures", "articles"] | None,
        style: Literal["bold", "underline"] | None,
        types: bool,
        **given: Any,
    ) -> Any:
        return command(**given, layout=Layout(table, style, types))

    return _table(_style(_types(laid_out)))


def refuse(form: str, output: Path | None, wishes: Layout, *, partial: bool) -> None:
    """Refuse what makes no sense together, before anything is read.

    `partial` says that changes are to be left out.
    """
    if wishes.table and form != "csv":
        raise click.UsageError("--table chooses the table of --format csv, and of nothing else.")
    if (wishes.style or wishes.types) and form != "docx":
        raise click.UsageError("--style and --types lay out the table of --format docx, and of nothing else.")
    if form == "redline" and partial:
        raise click.UsageError("A redline shows every change: leave --only and --fold-replacements out.")
    if form in _FILES and on_terminal(output):
        raise click.UsageError(
            f"--format {form} makes a file that a terminal cannot show; name one, as in: -o {_FILES[form]}"
        )


def rendered(comparison: Comparison, form: str, lang: Lang, seen: Look, wishes: Layout) -> str | bytes:
    """A comparison in one of its forms."""
    from policydiff import render  # noqa: PLC0415 - a command needs the stage, its help does not

    if form == "text":
        return render.comparison_text(comparison, lang, color=seen.color, width=seen.width)
    makers: dict[str, Callable[[], str | bytes]] = {
        "md": lambda: render.comparison_markdown(comparison, lang),
        "html": lambda: render.comparison_html(comparison, lang),
        "docx": lambda: render.comparison_docx(comparison, lang, style=wishes.style or "bold", types=wishes.types),
        "redline": lambda: render.comparison_redline(comparison, lang),
        "xlsx": lambda: render.comparison_xlsx(comparison, lang),
        "csv": lambda: render.comparison_csv(comparison, lang, table=wishes.table or "figures"),
        "json": lambda: render.comparison_json(comparison),
    }
    return makers[form]()


def report_files(comparison: Comparison) -> dict[str, str | bytes]:
    """Every file of a report by what stands behind the work's name: reading, forwarding and calculating forms.

    A redline is among them where both texts are known in full.
    """
    from policydiff import render  # noqa: PLC0415 - as above

    files: dict[str, str | bytes] = {}
    langs: tuple[Lang, ...] = ("zh", "en")
    for lang in langs:
        files[f"{lang}.md"] = render.comparison_markdown(comparison, lang)
        files[f"{lang}.html"] = render.comparison_html(comparison, lang)
        files[f"{lang}.docx"] = render.comparison_docx(comparison, lang)
        files[f"{lang}.xlsx"] = render.comparison_xlsx(comparison, lang)
    if comparison.old.coverage == comparison.new.coverage == "full":
        files["redline.docx"] = render.comparison_redline(comparison, "zh")
    files["figures.csv"] = render.comparison_csv(comparison, "zh", table="figures")
    files["articles.csv"] = render.comparison_csv(comparison, "zh", table="articles")
    files["json"] = render.comparison_json(comparison)
    return files
