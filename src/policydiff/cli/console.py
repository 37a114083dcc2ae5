"""Standard output and error: UTF-8 wherever they lead, colour only where a person looks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import TextIOWrapper
from locale import getpreferredencoding
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.cli.paging import paged
from policydiff.errors import OutputError

if TYPE_CHECKING:
    from policydiff.model import CleanText, Note
    from policydiff.render import Lang

__all__ = ["Look", "emit", "emit_as", "look", "note", "on_terminal", "prepare", "tell", "tell_doubts", "tell_unused"]

_PLAIN_WIDTH = 100
_UNUSED = frozenset({"override_missing", "override_ambiguous", "override_inside"})
_PROBE = "第一条《措施》■"


@dataclass(frozen=True, slots=True)
class Look:
    """How a result for the terminal may look."""

    color: bool
    width: int


def prepare() -> None:
    """Make both streams UTF-8, except for a terminal whose own encoding can show Chinese.

    A pipe or a file gets UTF-8 even where the system's code page is another one, such as cp936.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty() and _shows_chinese(stream.encoding):
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def look(output: Path | None) -> Look:
    """The look of a result: plain and of a fixed width, except on a terminal."""
    if not on_terminal(output):
        return Look(color=False, width=_PLAIN_WIDTH)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(color=not plain, width=shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns)


def on_terminal(output: Path | None) -> bool:
    """Whether a result would be read on a terminal."""
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def emit(content: str | bytes, output: Path | None = None, inputs: tuple[str, ...] = ()) -> None:
    """Give the result: to standard output, or to a file where one is named.

    A result never takes the place of what it was made from, nor of a corpus's capture.
    """
    whole = f"{content}\n" if isinstance(content, str) and not content.endswith("\n") else content
    if output is not None:
        _spare(output, inputs)
    if output is None:
        if not (isinstance(whole, str) and _paged(whole)):
            _print(whole)
    else:
        from policydiff.output import write_all  # noqa: PLC0415 - only where a file is written

        write_all([(output, whole)])


def emit_as(
    form: str,
    output: Path | None,
    inputs: tuple[str, ...] = (),
    *,
    json: Callable[[], str],
    md: Callable[[], str],
    text: Callable[[Look], str],
) -> None:
    """Give the result in the form that was asked for; only that one is made."""
    emit(json() if form == "json" else md() if form == "md" else text(look(output)), output, inputs)


def note(text: str) -> None:
    """Tell the person something that is no part of the result."""
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)


def tell(notes: Iterable[Note], lang: Lang) -> None:
    """Tell the person, a line each, what to know beside the result."""
    for each in notes:
        from policydiff.render.wording.corpus_words import corpus_words  # noqa: PLC0415 - most commands say nothing

        note(f"policydiff: {corpus_words(each, lang)}")


def tell_doubts(texts: Iterable[CleanText], lang: Lang) -> None:
    """Warn the person, a line each, of what some texts leave in doubt."""
    for clean in texts:
        if clean.doubts:
            from policydiff.compare import doubt_notes  # noqa: PLC0415 - most texts leave none
            from policydiff.render import note_words  # noqa: PLC0415

            for each in doubt_notes(clean, clean.source.uri):
                note(f"policydiff: {note_words(each, lang)}")


def tell_unused(notes: Iterable[Note], lang: Lang) -> None:
    """Warn the person, a line each, of overrides that do not apply."""
    for each in notes:
        if each.code in _UNUSED:
            from policydiff.render import note_words  # noqa: PLC0415 - most runs have none

            note(f"policydiff: {note_words(each, lang)}")


def _paged(content: str) -> bool:
    """Page a long result where a person looks and the pager is sure to get Chinese, and say whether it was done."""
    return on_terminal(None) and _shows_chinese(getpreferredencoding(False)) and paged(content)


def _spare(output: Path, inputs: tuple[str, ...]) -> None:
    """Refuse to write over an input or over a capture."""
    target = output.resolve()
    if any(target == Path(name).resolve() for name in inputs):
        raise OutputError(f"{output} is what is being read: name another file with -o")
    if target.parent.name == "raw" and (target.parent.parent / "version.toml").exists():
        raise OutputError(f"{output} is among a corpus's captures, which never change: name another file with -o")


def _print(content: str | bytes) -> None:
    """Write to standard output; a reader that has seen enough (`| head`) is no fault."""
    try:
        if sys.stdout is None:
            raise OutputError("cannot write the result: standard output is closed; name a file with -o")
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        # what is left in the buffer must go nowhere, or the interpreter complains about it on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(f"cannot write to standard output: {error.strerror}; name a file with -o") from error


def _shows_chinese(encoding: str) -> bool:
    try:
        _PROBE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
