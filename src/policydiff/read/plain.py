"""Plain text and Markdown: every line that holds something is a block."""

from __future__ import annotations

from policydiff.model import Block, Span

__all__ = ["line_blocks"]


def line_blocks(text: str, most: int | None = None) -> tuple[Block, ...]:
    """One block for each line with something on it, numbered from 1; the indents lie outside.

    With `most`, no more blocks than one above that are made: enough to tell that there are too many.

    >>> [(block.locator, block.span) for block in line_blocks("  总则\\n\\n第一条")]
    [('¶1', Span(start=2, end=4)), ('¶2', Span(start=6, end=9))]
    """
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if most is not None and len(blocks) > most:
            break
        body = line.strip()
        if body:
            start = at + len(line) - len(line.lstrip())
            blocks.append(Block(Span(start, start + len(body)), "line", f"¶{len(blocks) + 1}"))
        at += len(line) + 1
    return tuple(blocks)
