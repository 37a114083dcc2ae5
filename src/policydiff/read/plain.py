"""Plain text and Markdown: every line that holds something is a block."""

from __future__ import annotations

from itertools import islice

from policydiff.model import Block, Span
from policydiff.patterns import lazy

__all__ = ["line_blocks"]

_LINE = lazy(r"\S(?:[^\n]*\S)?")


def line_blocks(text: str, most: int | None = None) -> tuple[Block, ...]:
    """One block for each line with something on it, numbered from 1; the indents lie outside.

    With `most`, no more blocks than one above that are made: enough to tell that there are too many.

    >>> [(block.locator, block.span) for block in line_blocks("  总则\\n\\n第一条")]
    [('¶1', Span(start=2, end=4)), ('¶2', Span(start=6, end=9))]
    """
    lines = islice(_LINE.finditer(text), None if most is None else most + 1)
    return tuple(Block(Span(*line.span()), "line", f"¶{number}") for number, line in enumerate(lines, 1))
