"""Texts that remember where they came from.

Offsets are code points, half-open.  A `Source` is all the visible text of a capture; a `CleanText` is what is left
after the cleaning rules, each of which is recorded as a `Step` of `Edit`s and can be replayed and traced back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

__all__ = ["Block", "CleanText", "Edit", "Source", "Span", "Step", "apply_edits"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a source: a paragraph, a line, a heading, a table cell.

    `kind` is the tag or `line`; `locator` is where a person finds it (`¶12`, `p. 3`); `links` is the share of its
    characters that stand inside links, 0 to 1; `depth` is how deep it was nested.
    """

    span: Span
    kind: str
    locator: str
    links: float = 0.0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """All the visible text of one capture, before any cleaning.

    Blocks are ordered and disjoint; what lies between two of them is white space.
    """

    uri: str
    media_type: str
    encoding: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None

    def locator(self, offset: int) -> str:
        """Where a person finds this offset: the locator of the block that holds it, or of the nearest before it."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[max(at, 0)].locator if self.blocks else ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: `span` of the text before the step becomes `replacement`.

    `note` carries what a reader of the explanation should know besides the rule's name, such as `inferred`.
    """

    span: Span
    replacement: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one cleaning rule did: its edits, ordered and disjoint, over the text that the step before it left."""

    rule: str
    edits: tuple[Edit, ...]


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """Replace every edit's span; the only function that changes a text.

    >>> apply_edits("一 二 三", (Edit(Span(1, 2), ""), Edit(Span(3, 4), "")))
    '一二三'

    Raises ValueError where edits overlap, run backwards or leave the text.
    """
    parts, at = [], 0
    for edit in edits:
        if edit.span.start < at or edit.span.end > len(text):
            raise ValueError(f"edit out of order at {edit.span.start}..{edit.span.end}")
        parts += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join(parts) + text[at:]


@dataclass(frozen=True, slots=True)
class CleanText:
    """A source's text after cleaning, with every step on the way."""

    source: Source
    text: str
    steps: tuple[Step, ...]

    def to_source(self, span: Span) -> Span:
        """The stretch of the source's text that a stretch of the clean text came from.

        What lies inside a replacement maps to the whole of what was replaced, unless both are of one length: then
        it maps character for character.
        """
        start, end = span.start, span.end
        for step in reversed(self.steps):
            starts = _output_starts(step.edits)
            start, end = _back(step.edits, starts, start, opening=True), _back(step.edits, starts, end, opening=False)
        return Span(start, max(start, end))


def _output_starts(edits: tuple[Edit, ...]) -> list[int]:
    """Where each edit's replacement starts in the text that the step left."""
    starts, shift = [], 0
    for edit in edits:
        starts.append(edit.span.start + shift)
        shift += len(edit.replacement) - len(edit.span)
    return starts


def _back(edits: tuple[Edit, ...], starts: list[int], at: int, *, opening: bool) -> int:
    """One boundary taken back through one step; an opening one leans right over deletions, a closing one left."""
    index = (bisect_right(starts, at) if opening else bisect_left(starts, at)) - 1
    if index < 0:
        return at
    edit, begin = edits[index], starts[index]
    inside = at - begin
    if inside > len(edit.replacement) or (inside == len(edit.replacement) and (opening or len(edit.replacement) == 0)):
        return edit.span.end + inside - len(edit.replacement)
    if len(edit.replacement) == len(edit.span):
        return edit.span.start + inside
    return edit.span.start if opening else edit.span.end
