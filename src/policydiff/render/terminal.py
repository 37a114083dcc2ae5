"""Lines of styled text on a terminal of a given width, wide characters counted as two columns.

rich is imported inside the functions that print, so that `--format json` does not wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from policydiff.render.escape import one_line, visible

__all__ = ["Grid", "Line", "line", "printed", "rule"]

_TOKENS = re.compile(r"[ \t]+|[!-~]+|[^!-~ \t]")
_BREAK = frozenset("\n")
_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕”’%％·…,.;:?!)]}")


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text with a style each (empty for none); what does not fit goes on below, set in by `hang`."""

    pieces: tuple[tuple[str, str], ...]
    indent: int = 0
    hang: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads and rows of cells, all plain text."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def line(text: str = "", style: str = "", *, indent: int = 0, hang: int = 0) -> Line:
    """A line of one piece."""
    return Line(((text, style),), indent, hang)


def rule(text: str) -> tuple[Line, Line]:
    """A heading with an empty line before it."""
    return line(), line(f"━━ {text}", "bold")


def printed(blocks: Iterable[Line | Grid], *, color: bool, width: int) -> str:
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
        if isinstance(block, Grid):
            console.print(_table(block))
        else:
            for row in _wrapped(block, max(width, 20)):
                if color:
                    console.print(_text(row), no_wrap=True, overflow="ignore", crop=False)
                else:
                    buffer.write("".join(words for words, _ in row) + "\n")
    return "\n".join(row.rstrip() for row in buffer.getvalue().split("\n"))


def _table(grid: Grid) -> object:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for head in grid.heads:
        table.add_column(Text(head), overflow="fold")
    for row in grid.rows:
        table.add_row(*(Text("\n".join(one_line(part) for part in visible(cell).split("\n"))) for cell in row))
    return table


def _text(row: Iterable[tuple[str, str]]) -> object:
    from rich.text import Text  # noqa: PLC0415

    text = Text()
    for words, style in row:
        text.append(words, style or None)
    return text


def _wrapped(block: Line, width: int) -> Iterator[list[tuple[str, str]]]:
    """Break a line where Chinese or English may be broken: between any two characters, not before a closing mark."""
    from rich.cells import cell_len  # noqa: PLC0415

    row: list[tuple[str, str]] = [(" " * block.indent, "")]
    used, inner = block.indent, min(block.indent + block.hang, width // 2)
    for token, style in _tokens(block, max(width - inner, 2)):
        size = cell_len(token)
        if token in _BREAK or used + size > width:
            carried = []
            if token not in _BREAK and token[0] in _NEVER_FIRST and len(row) > 2:
                carried = [row.pop()]
            yield row
            if token.isspace():
                row, used = [(" " * inner, "")], inner
                continue
            row = [(" " * inner, ""), *carried]
            used = inner + sum(cell_len(words) for words, _ in carried)
        row.append((token, style))
        used += size
    yield row


def _tokens(block: Line, width: int) -> Iterator[tuple[str, str]]:
    for text, style in block.pieces:
        for token in _TOKENS.findall(visible(text)):
            if len(token) <= width or token in _BREAK:
                yield token, style
                continue
            for at in range(0, len(token), width):
                yield token[at : at + width], style
