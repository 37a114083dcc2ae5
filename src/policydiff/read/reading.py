"""What a reader of one format hands over, and how it puts its text together."""

from __future__ import annotations

from dataclasses import dataclass, field

from policydiff.model import Block, Fact, Span

__all__ = ["Builder", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The visible text of a capture, its blocks, and what the capture says of its document outside the text."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(slots=True)
class Builder:
    """Puts a text together block by block, so that every block's span is right by construction.

    >>> builder = Builder()
    >>> builder.add("总则", "line", "¶1")
    >>> builder.add("档次", "cell", "table 1 R1C1")
    >>> builder.add("奖励", "cell", "table 1 R1C2", separator="\\t")
    >>> builder.reading().text
    '总则\\n档次\\t奖励'
    """

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    at: int = 0

    def add(  # noqa: PLR0913 - each is a feature of the block
        self,
        words: str,
        kind: str,
        locator: str,
        *,
        separator: str = "\n",
        links: float = 0.0,
        depth: int = 0,
        landmark: str = "",
        container: int = 0,
        continues: bool = False,
    ) -> None:
        """One more block; `separator` is the white space between it and the block before it.

        Words that are nothing but white space make no block; the white space around words belongs to none.
        """
        body = words.strip()
        if not body:
            return
        if self.blocks:
            self.parts.append(separator)
            self.at += len(separator)
        self.parts.append(body)
        span = Span(self.at, self.at + len(body))
        self.blocks.append(Block(span, kind, locator, links, depth, landmark, container, continues))
        self.at = span.end

    def reading(self, title: str | None = None, facts: tuple[Fact, ...] = ()) -> Reading:
        """What was put together."""
        return Reading("".join(self.parts), tuple(self.blocks), title, facts)
