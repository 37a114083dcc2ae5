"""From numbered lines to the tree of provisions.

A node collects the line that bears its number, the unnumbered lines after it, and the deeper numbers under it.  Once
all are known it is frozen into a `Unit`: only then is it clear whether 一、 is an article or a section of articles, and
whether an article has one 款 or several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policydiff.model import Address, Attribution, Level, Place, Span, Unit, UnitKind
from policydiff.segment.lines import Line
from policydiff.segment.sentences import RESPONSIBILITY, sentences

__all__ = ["Node", "build", "freeze", "prose"]

_TOPIC = re.compile(r"\s*[【\[〔（(](?P<topic>[^】\]〕）)]{1,30})[】\]〕）)]")
_HEADING = re.compile(r"(?P<words>[^。；;！？，,]{2,40})[。]")
_ENDS = re.compile(r"[。；;！？!?：:，,][”’」』）)]*\s*$")
_ARTICLE_HEADING = re.compile(r"[^《》“”]{2,24}(?<!依照)(?<!按照)(?<!根据)(?<!违反)(?<!适用)")
_LAW_KINDS: dict[Level, UnitKind] = {
    Level.PART: "part",
    Level.CHAPTER: "chapter",
    Level.SECTION: "section",
    Level.ARTICLE: "article",
}


@dataclass(slots=True)
class Node:
    """A numbered provision while its lines are still coming in."""

    place: Place
    head: Line
    parts: list[Line | Node] = field(default_factory=list)

    def nodes(self) -> list[Node]:
        """The deeper numbers under this one."""
        return [part for part in self.parts if isinstance(part, Node)]


def build(lines: Sequence[Line], *, law: bool) -> list[Node]:
    """Nest numbered lines by their level; unnumbered ones go to the provision above them.

    In a law, 项 and 目 are one line each: an unnumbered line behind them is the article's next 款.
    """
    roots: list[Node] = []
    stack: list[Node] = []
    for line in lines:
        if line.marker is None:
            while law and stack[-1].place.level > Level.ARTICLE and len(stack) > 1:
                stack.pop()
            stack[-1].parts.append(line)
            continue
        node = Node(line.marker.place, line)
        while stack and stack[-1].place.level >= node.place.level:
            stack.pop()
        (stack[-1].parts if stack else roots).append(node)
        stack.append(node)
    return roots


def freeze(node: Node, text: str, said: Attribution | None, law: bool) -> Unit:
    """Make a node and all under it a `Unit`; ids are given later, in reading order."""
    return _Freezer(text, said, law).unit(node, Address((node.place,)), "")


def prose(text: str, span: Span, kind: UnitKind, address: Address | None, said: Attribution | None) -> Iterator[Unit]:
    """The sentences of a stretch of text, its responsible units apart."""
    duty = RESPONSIBILITY.search(text, span.start, span.end)
    main = Span(span.start, duty.start() if duty else span.end)
    for piece in sentences(text, main):
        yield Unit("", kind, piece, address, attribution=said)
    if duty:
        yield Unit("", "responsibility", Span(duty.start(), span.end), address, attribution=said)


def _stands_alone(node: Node) -> bool:
    """Whether a numbered line is only a heading over what follows."""
    return bool(node.parts) and not _ENDS.search(node.head.text)


@dataclass(frozen=True, slots=True)
class _Freezer:
    text: str
    said: Attribution | None
    law: bool

    def unit(self, node: Node, address: Address, above: UnitKind | str) -> Unit:
        kind = self._kind(node, above)
        heading_end, heading = self._heading(node)
        children = [self._leaf("heading", Span(node.head.span.start, heading_end), address)]
        children += self._content(node, heading_end, address, kind)
        start, end = node.head.span.start, children[-1].span.end
        label = self.text[start : node.head.marker.end].strip() if node.head.marker else ""
        return Unit("", kind, Span(start, end), address, label, heading, self.said, tuple(children))

    def _kind(self, node: Node, above: UnitKind | str) -> UnitKind:
        level = node.place.level
        if level in _LAW_KINDS:
            return _LAW_KINDS[level]
        if above in {"article", "item", "subitem"}:
            return "item" if above == "article" else "subitem"
        # 一、 over a heading line and numbered provisions is a section of them; else it is itself the article.
        grouped = bool(node.nodes()) and not _ENDS.search(node.head.text) and not self.law
        return "section" if grouped and level is Level.HAN and above != "section" else "article"

    def _heading(self, node: Node) -> tuple[int, str]:
        """Where the number with its heading ends, and the heading's words."""
        line = node.head
        start = line.marker.end if line.marker else line.span.start
        stop = line.span.start + len(line.text)
        level = node.place.level
        if level in (Level.PART, Level.CHAPTER, Level.SECTION):
            return line.span.end, line.body
        if level is Level.ARTICLE:
            if _ARTICLE_HEADING.fullmatch(line.body) and _stands_alone(node):  # 第三条 落户奖励
                return line.span.end, line.body
            topic = _TOPIC.match(self.text, start, stop)
            end = topic.end() if topic else start
            return self._skip_space(end, line.span.end), topic["topic"] if topic else ""
        if line.body and _stands_alone(node):
            return line.span.end, line.body
        first = _HEADING.match(self.text, self._skip_space(start, stop), stop)
        if first and first.end() < stop and not first["words"].startswith("本") and not self.law:
            return self._skip_space(first.end(), line.span.end), first["words"]
        return self._skip_space(start, line.span.end), ""

    def _content(self, node: Node, start: int, address: Address, kind: UnitKind) -> list[Unit]:
        texts: list[Span | Node] = [Span(start, node.head.span.end)] if start < node.head.span.end else []
        texts += [part.span if isinstance(part, Line) else part for part in node.parts]
        paragraphs = sum(isinstance(part, Span) for part in texts)
        counted = self.law and kind == "article" and paragraphs > 1
        units: list[Unit] = []
        number, inner = 0, address
        for part in texts:
            if isinstance(part, Node):
                units.append(self.unit(part, self._inside(part, inner), kind))
                continue
            number += 1
            inner = address.child(Place(Level.PARAGRAPH, number)) if counted else address
            if paragraphs == 1 or kind not in {"article", "section"}:
                units += prose(self.text, part, "sentence", inner, self.said)
            else:
                leaves = tuple(prose(self.text, part, "sentence", inner, self.said))
                units.append(Unit("", "paragraph", part, inner, attribution=self.said, children=leaves))
        return units

    def _inside(self, node: Node, above: Address) -> Address:
        """The address of a deeper number: an article's leaves out the chapter; in a law （一） is 项, 1. is 目."""
        level = node.place.level
        if level is Level.ARTICLE:
            return Address((node.place,))
        if not self.law or level < Level.ARTICLE:
            return above.child(node.place)
        rank = Level.ITEM if level in (Level.HAN, Level.HAN_BRACKETED) else Level.SUBITEM
        return above.child(Place(rank, node.place.number))

    def _leaf(self, kind: UnitKind, span: Span, address: Address) -> Unit:
        return Unit("", kind, span, address, attribution=self.said)

    def _skip_space(self, at: int, stop: int) -> int:
        while at < stop and self.text[at].isspace():
            at += 1
        return at
