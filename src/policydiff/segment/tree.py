"""From numbered lines to nodes: the line that bears a number, the unnumbered lines after it, the deeper numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policydiff.model import Place
from policydiff.segment.lines import Line
from policydiff.segment.schemes import Scheme

__all__ = ["Node", "build"]


@dataclass(slots=True)
class Node:
    """A numbered provision while its lines are still coming in."""

    place: Place
    head: Line
    parts: list[Line | Node] = field(default_factory=list)

    def nodes(self) -> list[Node]:
        """The deeper numbers under this one."""
        return [part for part in self.parts if isinstance(part, Node)]


def build(lines: Sequence[Line], scheme: Scheme) -> list[Node]:
    """Nest numbered lines by their rank; unnumbered ones go to the provision above them.

    In a law, 项 and 目 are one line each: an unnumbered line behind them is the article's next 款.
    """
    roots: list[Node] = []
    stack: list[Node] = []
    for line in lines:
        if line.marker is None:
            while scheme.law and len(stack) > 1 and scheme.inside_article(stack[-1].place.level):
                stack.pop()
            stack[-1].parts.append(line)
            continue
        node = Node(line.marker.place, line)
        while stack and scheme.rank(stack[-1].place.level) >= scheme.rank(node.place.level):
            stack.pop()
        (stack[-1].parts if stack else roots).append(node)
        stack.append(node)
    return roots
