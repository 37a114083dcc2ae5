"""Lines of styled text on a terminal of a given width, wide characters counted as two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from policydiff.model import OpKind
from policydiff.render.escape import visible
from policydiff.render.folding import Piece, folded

__all__ = ["ADDED", "DELETED", "Line", "line", "marked", "printed", "rule"]

ADDED, DELETED = "green", "red"
_ATTRIBUTES = frozenset(("bold", "dim", "reverse"))


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
    rows = (row for block in blocks for row in _rows(block, max(width, 20)))
    painted = ((_painted(words, style) if color else words for words, style in row) for row in rows)
    return "".join("".join(row).rstrip() + "\n" for row in painted)


def _rows(block: Line, width: int) -> Iterable[list[Piece]]:
    shown = ((visible(text), style) for text, style in block.pieces)
    return folded(shown, width, first=block.indent, rest=block.indent + block.hang)


def _painted(words: str, style: str) -> str:
    """Words in a style: `bold`, `green`, `bold red`; each row ends as plain as it began."""
    if not words or not style:
        return words
    names = style.split()
    colour = next((name for name in names if name not in _ATTRIBUTES), None)
    return click.style(words, fg=colour, **dict.fromkeys(_ATTRIBUTES.intersection(names), True))
