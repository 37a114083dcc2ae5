"""From nodes to units, once all lines are known.

Only then is it clear whether 一、 is an article or a section of articles, and whether an article has one 款 or several.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.model import Address, Attribution, Level, Place, Span, Unit, UnitKind
from policydiff.patterns import lazy
from policydiff.segment.lines import Line
from policydiff.segment.marks import PLAN
from policydiff.segment.paragraphs import itemised, within_article
from policydiff.segment.schemes import Scheme
from policydiff.segment.tree import Node

__all__ = ["freeze"]

# 第一条【立法目的】; in round brackets neither a number (第一条 （一）…) nor what narrows words down (（含本数）)
_TOPIC = lazy(
    r"\s*(?:[【\[［〔](?P<square>[^】\]］〕\n]{1,30})[】\]］〕]"
    r"|[（(](?!不?含|包括|以下|下同|下称|简称|试行|暂行|略|[零一二三四五六七八九十百\d]+[）)])(?P<round>[^《》“”，。；：\d（）()\n]{2,20})(?<![^目]的)[）)])"
)
_BRACKETED = lazy(r"[【\[［〔](?P<topic>[^】\]］〕]{1,30})[】\]］〕]")
_HEADING = lazy(r"(?P<words>[^。；;！？，,]{2,40})[。]")
_ENDS = lazy(r"[。；;！？!?：:，,][”’」』）)]*\s*$")
_ARTICLE_HEADING = lazy(r"[^《》“”]{2,24}(?<!依照)(?<!按照)(?<!根据)(?<!违反)(?<!适用)")
_LAW_KINDS: dict[Level, UnitKind] = {
    Level.DIVISION: "part",
    Level.PART: "part",
    Level.CHAPTER: "chapter",
    Level.SECTION: "section",
    Level.ARTICLE: "article",
}


def freeze(node: Node, text: str, said: Attribution | None, scheme: Scheme, annex: Address | None = None) -> Unit:
    """Make a node and all under it a `Unit`; ids are given later, in reading order.

    What is numbered in an annex is an item of it: articles are the instrument's own.
    """
    base = annex or Address(())
    return _Freezer(text, said, scheme, base).unit(node, base.child(node.place), "")


def _stands_alone(node: Node) -> bool:
    """Whether a numbered line is only a heading over what follows."""
    return bool(node.parts) and not _ENDS.search(node.head.text)


@dataclass(frozen=True, slots=True)
class _Freezer:
    text: str
    said: Attribution | None
    scheme: Scheme
    base: Address

    def unit(self, node: Node, address: Address, above: UnitKind | str) -> Unit:
        kind = self._kind(node, above)
        heading_end, heading = self._heading(node)
        children = [self._leaf("heading", Span(node.head.span.start, heading_end), address)]
        children += self._content(node, heading_end, address, kind)
        start, end = node.head.span.start, children[-1].span.end
        marker = node.head.marker
        label = self.text[marker.start : marker.end].strip() if marker else ""
        return Unit("", kind, Span(start, end), address, label, heading, self.said, tuple(children))

    def _kind(self, node: Node, above: UnitKind | str) -> UnitKind:
        level = node.place.level
        if level in _LAW_KINDS and not (self.base.places and level is Level.ARTICLE):
            return _LAW_KINDS[level]
        if self.scheme.law and level in PLAN and not self.scheme.inside_article(level):
            return "section"  # 一、总则 over 第一条
        if above in {"article", "item", "subitem"}:
            return "item" if above == "article" else "subitem"
        # 一、 over a heading line and numbered provisions is a section of them; else it is itself the article.
        grouped = bool(node.nodes()) and not _ENDS.search(node.head.text) and not self.scheme.law
        if grouped and level is self.scheme.enumerates:
            return "section"
        return "item" if self.base.places else "article"

    def _heading(self, node: Node) -> tuple[int, str]:
        """Where the number with its heading ends, and the heading's words."""
        line = node.head
        start = line.marker.end if line.marker else line.span.start
        stop = line.span.start + len(line.text)
        level = node.place.level
        if level in (Level.PART, Level.CHAPTER, Level.SECTION):
            return line.span.end, line.body
        if level is Level.ARTICLE:
            if _stands_alone(node) and _ARTICLE_HEADING.fullmatch(line.body):  # 第三条 落户奖励
                alone = _BRACKETED.fullmatch(line.body)
                return line.span.end, alone["topic"].strip() if alone else line.body
            return self._topic(line, start, stop)
        if _stands_alone(node) and line.body:
            return line.span.end, line.body
        return self._inline(line, self._skip_space(start, stop), stop)

    def _inline(self, line: Line, at: int, stop: int) -> tuple[int, str]:
        """The heading of a plan's provision in the line of its words: 一、【算力支持】…, 一、支持算力建设。…."""
        bracketed = _BRACKETED.match(self.text, at, stop) if self.text.startswith("【", at) else None
        if bracketed:
            return self._skip_space(bracketed.end(), line.span.end), bracketed["topic"].strip()
        first = _HEADING.match(self.text, at, stop)
        if first and first.end() < stop and not first["words"].startswith("本") and not self.scheme.law:
            return self._skip_space(first.end(), line.span.end), first["words"]
        return self._skip_space(at, line.span.end), ""

    def _topic(self, line: Line, start: int, stop: int) -> tuple[int, str]:
        """The topic in brackets behind an article's number, or before it."""
        if line.marker and line.marker.topic:
            return self._skip_space(start, line.span.end), line.marker.topic
        topic = _TOPIC.match(self.text, start, stop)
        words = (topic["square"] or topic["round"]).strip() if topic else ""
        return self._skip_space(topic.end() if topic else start, line.span.end), words

    def _content(self, node: Node, start: int, address: Address, kind: UnitKind) -> list[Unit]:
        texts: list[Span | Node] = [Span(start, node.head.span.end)] if start < node.head.span.end else []
        texts += [part.span if isinstance(part, Line) else part for part in node.parts]
        paragraphs = sum(isinstance(part, Span) for part in texts)
        counted = self.scheme.law and kind == "article" and paragraphs > 1
        units: list[Unit] = []
        number, inner = 0, address
        for part in texts:
            if isinstance(part, Node):
                units.append(self.unit(part, self._inside(part, inner), kind))
                continue
            number += 1
            inner = address.child(Place(Level.PARAGRAPH, number)) if counted else address
            if paragraphs == 1 or kind not in {"article", "section"}:
                units += self._paragraph(part, inner, kind)
            else:
                leaves = tuple(self._paragraph(part, inner, kind))
                units.append(Unit("", "paragraph", part, inner, attribution=self.said, children=leaves))
        return units

    def _paragraph(self, span: Span, address: Address, kind: UnitKind) -> Iterator[Unit]:
        return itemised(self.text, span, address, self.said, law=self.scheme.law, inside=kind)

    def _inside(self, node: Node, above: Address) -> Address:
        """The address of a deeper number: an article's leaves out the chapter, and what groups articles its rank."""
        level = node.place.level
        if level is Level.ARTICLE:
            return self.base.child(node.place)
        if not self.scheme.inside_article(level):
            return above.child(node.place)
        return within_article(node.place, above, law=Level.ARTICLE in {place.level for place in above.places})

    def _leaf(self, kind: UnitKind, span: Span, address: Address) -> Unit:
        return Unit("", kind, span, address, attribution=self.said)

    def _skip_space(self, at: int, stop: int) -> int:
        while at < stop and self.text[at].isspace():
            at += 1
        return at
