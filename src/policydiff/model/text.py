"""Texts that remember where they came from.

Offsets are code points, half-open.  A `Source` is all the visible text of a capture; a `CleanText` is what is left
after the cleaning rules, each of which is recorded as a `Step` of `Edit`s and can be replayed and traced back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Block",
    "CharsetEvidence",
    "CleanText",
    "Doubt",
    "DoubtCode",
    "Edit",
    "Explained",
    "Fact",
    "FactKey",
    "Source",
    "Span",
    "Step",
    "apply_edits",
]

FactKey = Literal["title", "document_number", "issuer", "issued", "published", "publisher", "effective", "index_number"]
CharsetEvidence = Literal[
    "mark",  # a byte order mark
    "utf-8",  # the bytes are valid UTF-8
    "declared",  # the page or its sender names it
    "detected",  # it reads as Chinese in this one
    "format",  # the format knows no other
]
DoubtCode = Literal[
    "damaged",  # mojibake that could not be repaired
    "replaced",  # characters lost before the capture (U+FFFD)
    "masked",  # figures blotted out: ****亿元
    "broken",  # figures whose digits stand apart or are letters: 12 5万元, 5O0万元
    "unnumbered",  # automatic numbers that the program which saved the file could not write: ?一? for 第一条
    "unfinished",  # a page that shows only the beginning: 剩余80%未读
    "shuffled",  # provisions out of their order
    "spun",  # words exchanged for others by a program
]


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

    `kind` is the tag, `line`, `cell`, or what a laid-out page sets beside its text: `page-header`, `page-footer`,
    `page-number`, `footnote`, `text-box`.  `locator` is where a person finds it (`¶12`, `p. 3`, `table 2 R3C1`);
    `links` is the share of its characters that stand inside links, 0 to 1; `depth` is how deep it was nested;
    `landmark` is the ARIA landmark that holds it (`navigation`, `banner`, `contentinfo`, `complementary`, `main`,
    `form`, `search`), or nothing; blocks of one `container`, the nearest element that holds several, share a number;
    `continues` says that the page laid it out as the rest of the paragraph that the text block before it began.
    """

    span: Span
    kind: str
    locator: str
    links: float = 0.0
    depth: int = 0
    landmark: str = ""
    container: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What a page or a file says of its document outside the text: a meta tag, a line of the information table.

    `value` is as written there (`2024年3月27日`), for `segment` to read.
    """

    key: FactKey
    value: str


@dataclass(frozen=True, slots=True)
class Source:
    """All the visible text of one capture, before any cleaning.

    Blocks are ordered and disjoint; what lies between two of them is white space: a line end, or a tab between two
    cells of one row of a table.  `encoding` is the charset, `evidence` how it was told; `replaced` counts the
    characters that no charset could give (U+FFFD).
    """

    uri: str
    media_type: str
    encoding: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    facts: tuple[Fact, ...] = ()
    evidence: CharsetEvidence = "format"
    replaced: int = 0

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
class Doubt:
    """A reason not to take a text at its word: how often it was met, and the first places, over the clean text."""

    code: DoubtCode
    count: int
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """One edit for a reader: which rule, what it found, what it left, and where that stands in the capture."""

    rule: str
    before: str
    after: str
    span: Span
    locator: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A source's text after cleaning, with every step on the way, and what it leaves in doubt."""

    source: Source
    text: str
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...] = ()

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
