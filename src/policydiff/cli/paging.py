"""Long results on a terminal, page by page: by the person's own pager, else by less."""

from __future__ import annotations

import os
import shlex
import shutil
import sys

import click

__all__ = ["option", "paged"]

_WISH = "policydiff.paged"
"""Where the context of a command holds whether its result may be paged."""
_NAMES = ("POLICYDIFF_PAGER", "PAGER")
_LESS = {"LESS": "-FRX", "LESSCHARSET": "utf-8"}
"""Colours, no page of its own, and an end at once where all of it fits; what the person has set comes first."""

option = click.option(
    "--no-pager",
    is_flag=True,
    expose_value=False,
    callback=lambda context, _, value: context.meta.update({_WISH: not value}),
    help="Print a long result at once; a terminal shows it page by page else (POLICYDIFF_PAGER, PAGER or less).",
)
"""The option of every command that has a result to read."""


def paged(content: str) -> bool:
    """Page what a terminal does not hold, and say whether that was done.

    Standard output is taken to be a terminal; keys are read from standard input, so that has to be one, too.
    """
    pager = _pager()
    if not pager or not _wished() or not _is_long(content) or sys.stdin is None or not sys.stdin.isatty():
        return False
    os.environ["PAGER"] = pager  # click reads all of it from there
    for name, value in _LESS.items():
        os.environ.setdefault(name, value)
    sys.stdout.flush()
    click.echo_via_pager(content.removesuffix("\n"))
    return True


def _pager() -> str:
    """The command of the pager; nothing where there is none, or where it would only print."""
    named = next((os.environ[name] for name in _NAMES if name in os.environ), None)
    if named is None:
        named = "" if os.environ.get("TERM") == "dumb" else "less"
    try:
        words = shlex.split(named)
    except ValueError:
        return ""
    return named if words and words[0] != "cat" and shutil.which(words[0]) else ""


def _wished() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.meta.get(_WISH, True)


def _is_long(content: str) -> bool:
    return content.count("\n") >= shutil.get_terminal_size().lines
