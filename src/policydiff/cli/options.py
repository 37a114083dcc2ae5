"""The options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from click.core import ParameterSource

from policydiff.cli import paging

if TYPE_CHECKING:
    from policydiff.pipeline import InputOptions

__all__ = ["STATUSES", "corpus", "formats", "inputs", "lang", "output", "overrides", "pages"]

_SUFFIXES = {
    ".csv": "csv",
    ".doc": "doc",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "md",
    ".odt": "odt",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".xls": "xls",
    ".xlsx": "xlsx",
}
STATUSES = ("draft", "second_draft", "submission", "trial", "interim", "revised", "official")

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def pages(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse what is no address of a page."""
    for argument in value:
        if "://" not in argument:
            raise click.BadParameter(
                f'{argument} is no URL, which starts with https://; keep files with "policydiff add".', ctx, param
            )
    return value


class _File(click.Path):
    """A file to write; "-" is standard output."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or null for standard output."""
        return None if str(value) == "-" else super().convert(value, param, ctx)


corpus = click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    default=Path("corpus"),
    show_default=True,
    metavar="DIR",
    help="The folder of works and versions.",
)
lang = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="The language of labels and notes; quotes stay as they are.",
)
_output = click.option(
    "-o",
    "--output",
    type=_File(path_type=Path),
    metavar="FILE",
    help="Write the result to this file instead of standard output.",
)


def output(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --output and --no-pager; the command gets the first."""
    return _output(paging.option(command))


overrides = click.option(
    "--overrides",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A TOML file of links that must or must not stand: [[link]] and [[forbid]], each with old and new.",
)


def formats(*names: str) -> Decorator:
    """The option --format with the formats a command has; the first is the default, unless -o FILE says otherwise."""
    option = click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="The form of the result; if it is not named, that of the suffix of -o FILE.",
    )

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def chosen(*, form: str, output: Path | None, **given: Any) -> Any:
            return command(**given, form=_by_suffix(form, output, names), output=output)

        return option(chosen)

    return decorate


def _by_suffix(form: str, output: Path | None, names: tuple[str, ...]) -> str:
    """The form that was named, else the one that a file's suffix asks for; a page that is no page helps nobody."""
    named = click.get_current_context().get_parameter_source("form") is not ParameterSource.DEFAULT
    wanted = _SUFFIXES.get(output.suffix.lower()) if output is not None and not named else None
    if wanted is not None and wanted not in names:
        raise click.UsageError(
            f"{output} would be a {wanted} file, which this command does not write: "
            f"name another file, or a form with --format ({', '.join(names)})."
        )
    return wanted or form


_revisions = click.option(
    "--revisions",
    type=click.Choice(["accepted", "original"]),
    default="accepted",
    show_default=True,
    help="Of a Word file with tracked changes: the text with all of them, or as it was before.",
)
_max_size = click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True, max=1000),
    default=20.0,
    show_default=True,
    metavar="MB",
    help="The largest file or page that is read.",
)
_allow_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch pages of this machine and of the local network too.",
)


def inputs(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how files and pages are opened; the command gets them as one value, `inputs`."""

    @functools.wraps(command)
    def opened(
        *, revisions: Literal["accepted", "original"], max_size: float, allow_private: bool, **given: Any
    ) -> Any:
        size = max(int(max_size * 1_000_000), 1)
        return command(**given, inputs=_input_options(revisions, size, allow_private=allow_private))

    return _revisions(_max_size(_allow_private(opened)))


def _input_options(revisions: Literal["accepted", "original"], size: int, *, allow_private: bool) -> InputOptions:
    from policydiff.cli.progress import Shown  # noqa: PLC0415 - a command needs the stages, its help does not
    from policydiff.fetch import FetchOptions  # noqa: PLC0415
    from policydiff.pipeline import InputOptions  # noqa: PLC0415
    from policydiff.read.options import ReadOptions  # noqa: PLC0415

    return InputOptions(
        ReadOptions(max_bytes=size, revisions=revisions),
        FetchOptions(max_wire_bytes=size, max_bytes=size, allow_private=allow_private),
        Shown(),
    )
