"""Lines of styled text on a terminal of a given width, wide characters counted as two columns.

rich is imported inside the functions that print, so that `--format json` does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from policydiff.model import OpKind
from policydiff.render.escape import visible
from policydiff.render.folding import Piece, folded

__all__ = ["ADDED", "DELETED", "Line", "line", "marked", "printed", "rule"]

ADDED, DELETED = "green", "red"


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text with a style each (empty for none); what does not fit goes on below, set in by `hang`."""

    pieces: tuple[Piece, ...]
    indent: int = 0
    hang: int = 0


def line(text: str = "", style: str = "", *, indent: int = 0, hang: int = 0) -> Line:
    """A line of one piece."""
    return Line(((text, style),), indent, hang)


def rule(text: str) -> tuple[Line, Line]:
    """A heading with an empty line before it."""
    return line(), line(f"━━ {text}", "bold")


def marked(woven: Sequence[tuple[OpKind, str]]) -> Iterator[Piece]:
    """A difference as one text, without the white space around it: added text in `{+ +}`, deleted text in `[- -]`.

    >>> "".join(words for words, _ in marked([("equal", " 最高"), ("delete", "50"), ("insert", "80")]))
    '最高[-50-]{+80+}'
    """
    for at, (kind, text) in enumerate(woven):
        words = text.lstrip() if at == 0 else text
        words = words.rstrip() if at == len(woven) - 1 else words
        if kind == "delete":
            yield f"[-{words}-]", DELETED
        elif kind == "insert":
            yield f"{{+{words}+}}", ADDED
        else:
            yield words, ""


def printed(blocks: Iterable[Line], *, color: bool, width: int) -> str:
    """The blocks as text; escape codes stand in it only where `color` asks for them."""
    from rich.console import Console  # noqa: PLC0415

    buffer = StringIO()
    console = Console(
        file=buffer,
        width=max(width, 20),
        height=25,
        force_terminal=color,
        force_interactive=False,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for block in blocks:
        for row in _rows(block, max(width, 20)):
            if color:
                console.print(_text(row), no_wrap=True, overflow="ignore", crop=False)
            else:
                buffer.write("".join(words for words, _ in row) + "\n")
    return "\n".join(row.rstrip() for row in buffer.getvalue().split("\n"))


def _rows(block: Line, width: int) -> Iterable[list[Piece]]:
    shown = ((visible(text), style) for text, style in block.pieces)
    return folded(shown, width, first=block.indent, rest=block.indent + block.hang)


def _text(row: Iterable[Piece]) -> object:
    from rich.text import Text  # noqa: PLC0415

    text = Text()
    for words, style in row:
        text.append(words, style or None)
    return text
