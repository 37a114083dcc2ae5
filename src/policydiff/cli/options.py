"""The options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["STATUSES", "corpus", "formats", "lang", "local", "output"]

STATUSES = ("draft", "second_draft", "submission", "trial", "interim", "revised", "official")

Named = TypeVar("Named", str, tuple[str, ...])
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def local(ctx: click.Context, param: click.Parameter, value: Named) -> Named:
    """Refuse an argument that no command can open yet: the address of a page."""
    for argument in (value,) if isinstance(value, str) else value:
        if "://" in argument:
            raise click.BadParameter(
                f"{argument} is a URL, and pages are not fetched yet; save the page and name the file.", ctx, param
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
output = click.option(
    "-o",
    "--output",
    type=_File(path_type=Path),
    metavar="FILE",
    help="Write the result to this file instead of standard output.",
)


def formats(*names: str) -> Decorator:
    """The option --format with the formats a command has; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="The form of the result.",
    )
