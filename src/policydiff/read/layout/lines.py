"""Glyphs to lines: bands of one baseline, cut into segments at wide gaps."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from policydiff.read.layout.glyphs import Glyph, is_wide
from policydiff.read.layout.options import DEFAULTS

__all__ = ["Band", "Cell", "Row", "Segment", "bands_of", "segments_of", "words"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table: its column, the room that its text has, and the lines of that text."""

    column: int
    left: float
    right: float
    lines: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ruled table: where the table's columns start and end, and the cells that say something."""

    xs: tuple[float, ...]
    cells: tuple[Cell, ...]
    first: bool  # of its table on this page


@dataclass(frozen=True, slots=True)
class Segment:
    """Glyphs that follow each other on one line without a wide gap; the first and the last are visible ones.

    A row of a table with ruled lines is one segment, however many lines its cells hold.
    """

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    y: float
    size: float
    row: Row | None = None

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> Segment:
        """The segment that some glyphs, ordered from left to right, make."""
        sizes = sorted(glyph.size for glyph in glyphs if not glyph.char.isspace())
        size = sizes[len(sizes) // 2]
        lines = [glyph.y for glyph in glyphs if glyph.size == size]
        return cls(
            tuple(glyphs), glyphs[0].x, max(glyph.end for glyph in glyphs), lines[0] if lines else glyphs[0].y, size
        )


@dataclass(frozen=True, slots=True)
class Band:
    """What stands on one line across a page, or across one column: its segments from left to right."""

    segments: tuple[Segment, ...]

    @property
    def y(self) -> float:
        """The baseline."""
        return self.segments[0].y

    @property
    def size(self) -> float:
        """The size of the characters that the widest segment is set in."""
        return max(self.segments, key=lambda segment: len(segment.glyphs)).size

    @property
    def left(self) -> float:
        """Where its first character starts."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where its last character ends."""
        return max(segment.right for segment in self.segments)

    def moved(self, right: float) -> Band:
        """The band as far to the right as said."""
        return Band(
            tuple(
                replace(
                    segment,
                    glyphs=tuple(glyph._replace(x=glyph.x + right) for glyph in segment.glyphs),
                    left=segment.left + right,
                    right=segment.right + right,
                )
                for segment in self.segments
            )
        )

    @property
    def row(self) -> Row | None:
        """The row of a ruled table that it is."""
        return self.segments[0].row

    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs of all segments."""
        return tuple(glyph for segment in self.segments for glyph in segment.glyphs)


def bands_of(glyphs: Iterable[Glyph]) -> list[Band]:
    """The bands of a page from top to bottom."""
    bands = [Band(tuple(segments_of(group, DEFAULTS.segment_gap))) for group in _on_one_line(glyphs)]
    return sorted(_with_small_ones([band for band in bands if band.segments]), key=lambda band: (band.y, band.left))


def _on_one_line(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.x)):
        if groups:
            first = groups[-1][0]
            alike = min(first.size, glyph.size) >= DEFAULTS.small * max(first.size, glyph.size)
            reach = (DEFAULTS.same_line if alike else DEFAULTS.same_line / 2) * min(first.size, glyph.size)
            if glyph.y - first.y <= reach:
                groups[-1].append(glyph)
                continue
        groups.append([glyph])
    for group in groups:
        group.sort(key=lambda glyph: glyph.x)
    return groups


def segments_of(group: Sequence[Glyph], gap: float) -> list[Segment]:
    """Cut a line where a gap is wider than this; the spaces in such a gap belong to neither side."""
    ink = [glyph for glyph in group if not glyph.char.isspace()]
    if not ink:
        return []
    spread = _spread(ink)
    segments: list[Segment] = []
    current: list[Glyph] = []
    spaces: list[Glyph] = []
    end = 0.0
    for glyph in group:
        if glyph.char.isspace():
            spaces.append(glyph)
            continue
        em = max(glyph.size, current[-1].size if current else 0.0)
        if current and glyph.x - end > gap * em + spread:
            segments.append(Segment.of(current))
            current = []
        elif current:
            current += spaces
        spaces = []
        end = max(end, glyph.end) if current else glyph.end
        current.append(glyph)
    return [*segments, Segment.of(current)]


def _with_small_ones(bands: list[Band]) -> list[Band]:
    """Set superscripts and subscripts into the line that they belong to."""
    lines = [list(band.segments) for band in bands]
    for index, segments in enumerate(lines):
        near = [lines[at] for at in (index - 1, index, index + 1, index - 2, index + 2) if 0 <= at < len(lines)]
        lines[index] = [segment for segment in segments if not any(_take(line, segment) for line in near)]
    return [Band(tuple(segments)) for segments in lines if segments]


def _take(segments: list[Segment], small: Segment) -> bool:
    """Whether a line takes in a small segment: it stands in or right behind one of the line's segments."""
    at = bisect_right(segments, small.left, key=lambda segment: segment.left) - 1
    if at < 0:
        return False
    line = segments[at]
    if line is small or small.size > DEFAULTS.small * line.size or small.left > line.right + 0.4 * line.size:
        return False
    if not -0.35 * line.size <= line.y - small.y <= 0.75 * line.size:
        return False
    glyphs = sorted(line.glyphs + small.glyphs, key=lambda glyph: glyph.x)
    segments[at] = Segment(tuple(glyphs), line.left, max(line.right, small.right), line.y, line.size)
    return True


def _spread(ink: list[Glyph]) -> float:
    """What justifying a line added between its Chinese characters."""
    gaps = [there.x - here.end for here, there in itertools.pairwise(ink) if is_wide(here.char) and is_wide(there.char)]
    return max(0.0, median(gaps)) if len(gaps) >= 4 else 0.0


def words(glyphs: Sequence[Glyph]) -> str:
    """The text of glyphs on one line, with the spaces that it shows and does not hold.

    A gap between Chinese characters is an ideographic space: 第一条　为了.
    """
    ink = [glyph for glyph in glyphs if not glyph.char.isspace()]
    spread = _spread(ink)
    loose = sum(there.x - here.end - spread > DEFAULTS.thin_gap * here.size for here, there in itertools.pairwise(ink))
    thin = 4 * loose <= len(ink)
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and not glyph.char.isspace() and not last.char.isspace():
            parts.append(_space(last, glyph, spread, thin=thin))
        parts.append(glyph.char)
        last = glyph
    return "".join(parts).strip()


def _are_words(here: Glyph, there: Glyph) -> bool:
    """Whether neither is a mark; marks are squeezed and stretched to fill a line."""
    return here.char.isalnum() and there.char.isalnum()


def _space(here: Glyph, there: Glyph, spread: float, *, thin: bool) -> str:
    em = max(here.size, there.size)
    gap = there.x - here.end
    wide = is_wide(here.char) + is_wide(there.char)
    if wide and gap - spread > DEFAULTS.wide_gap * em:
        return "\u3000"
    if wide == 2:
        return " " if thin and gap - spread > DEFAULTS.thin_gap * em and _are_words(here, there) else ""
    if wide == 1:
        return " " if gap - spread > DEFAULTS.mixed_gap * em else ""
    return " " if gap - spread > DEFAULTS.latin_gap * em else ""
