"""A table in Markdown, of cells that are escaped already."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["table"]


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    titles = list(heads)
    lines = [titles, ["---"] * len(titles), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
