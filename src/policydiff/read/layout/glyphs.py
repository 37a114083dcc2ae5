"""Characters where a page draws them, turned upright and counted once."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from policydiff.read.layout.options import DEFAULTS
from policydiff.read.layout.rules import Rule

__all__ = ["Glyph", "Sheet", "Upright", "is_wide", "upright"]

_QUADRANT_SLACK = 3.0  # degrees; scans are set straight to within one
_VERTICAL_PAIRS = 10
_ALIKE = 40  # a page has no more lines, and so no more equal characters right below each other


class Glyph(NamedTuple):
    """One character: the start of its baseline (x to the right, y down), its advance, its size and its slant.

    `angle` is the direction it is written in, in degrees against the clock.
    """

    char: str
    x: float
    y: float
    advance: float
    size: float
    angle: float = 0.0

    @property
    def end(self) -> float:
        """Where the next character starts."""
        return self.x + self.advance


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number, its size, its glyphs in the order in which the file draws them, and the lines it rules."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Upright:
    """A sheet turned so that most of its text runs from left to right, and what runs in other directions.

    `slanted` are the lines of watermarks, `sideways` those of text along an edge (装订线).
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    slanted: tuple[str, ...] = ()
    sideways: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


def is_wide(char: str) -> bool:
    """Whether a character fills a square of Chinese text, as 中, ， and — do, and A and 1 do not."""
    return char >= "\u2010"


def upright(sheet: Sheet) -> Upright:
    """Turn a sheet, and set aside what is written across it."""
    quadrants = Counter(_quadrant(glyph) for glyph in sheet.glyphs)
    main = max((0, 90, 180, 270), key=lambda angle: quadrants[angle])
    kept: list[Glyph] = []
    slanted: list[Glyph] = []
    sideways: list[Glyph] = []
    for glyph in sheet.glyphs:
        turned = _quadrant(glyph)
        (kept if turned == main else slanted if turned is None else sideways).append(glyph)
    width, height = (sheet.height, sheet.width) if main in (90, 270) else (sheet.width, sheet.height)
    glyphs = _counted_once(_turned(kept, main, sheet.width, sheet.height))
    rules = [_turned_rule(rule, main, sheet.width, sheet.height) for rule in sheet.rules]
    if _is_vertical(glyphs):
        glyphs = [_laid_down(glyph, width) for glyph in glyphs]
        rules = [_turned_rule(rule, 270, width, height) for rule in rules]
        width, height = height, width
    return Upright(width, height, tuple(glyphs), _runs(slanted), _runs(sideways), tuple(rules))


def _quadrant(glyph: Glyph) -> int | None:
    """0, 90, 180 or 270; nothing for a slant between them."""
    nearest = round(glyph.angle / 90) * 90
    return nearest % 360 if abs(glyph.angle - nearest) <= _QUADRANT_SLACK else None


def _turned(glyphs: list[Glyph], angle: int, width: float, height: float) -> list[Glyph]:
    """The glyphs of a page that was written at an angle, as if it were turned back."""
    if angle == 90:
        return [glyph._replace(x=height - glyph.y, y=glyph.x) for glyph in glyphs]
    if angle == 180:
        return [glyph._replace(x=width - glyph.x, y=height - glyph.y) for glyph in glyphs]
    if angle == 270:
        return [glyph._replace(x=glyph.y, y=width - glyph.x) for glyph in glyphs]
    return glyphs


def _turned_rule(rule: Rule, angle: int, width: float, height: float) -> Rule:
    """A line of such a page."""
    left, top, right, bottom = rule
    if angle == 90:
        return Rule(height - bottom, left, height - top, right)
    if angle == 180:
        return Rule(width - right, height - bottom, width - left, height - top)
    if angle == 270:
        return Rule(top, width - right, bottom, width - left)
    return rule


def _counted_once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the second of two equal characters in one place."""
    ordered = sorted(range(len(glyphs)), key=glyphs.__getitem__)  # by character, then from left to right
    twice = set()
    for at, index in enumerate(ordered):
        here = glyphs[index]
        if here.char.isspace() or index in twice:
            continue
        reach = DEFAULTS.same_place * here.size
        for other in ordered[at + 1 : at + 1 + _ALIKE]:
            there = glyphs[other]
            if there.char != here.char or there.x - here.x > reach:
                break
            if abs(there.y - here.y) <= reach:
                twice.add(other)
    return [glyph for index, glyph in enumerate(glyphs) if index not in twice]


def _is_vertical(glyphs: list[Glyph]) -> bool:
    """Whether upright characters are set one below the other."""
    down = across = 0
    for here, there in itertools.pairwise(glyphs):
        em = here.size or 1.0
        if abs(there.x - here.x) < 0.2 * em and 0.5 * em < there.y - here.y < 1.5 * em:
            down += 1
        elif abs(there.y - here.y) < 0.2 * em:
            across += 1
    return down >= _VERTICAL_PAIRS and down > 2 * across


def _laid_down(glyph: Glyph, width: float) -> Glyph:
    """A glyph of vertical text, whose columns run from right to left, as one of a line among lines."""
    return glyph._replace(x=glyph.y - 0.88 * glyph.size, y=width - glyph.x, advance=glyph.size)


def _runs(glyphs: list[Glyph]) -> tuple[str, ...]:
    """The lines of text at an angle: a jump to another place or direction starts a new one."""
    lines: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        near = (
            last is not None
            and abs(last.angle - glyph.angle) <= _QUADRANT_SLACK
            and math.hypot(glyph.x - last.x, glyph.y - last.y) <= 3 * max(last.size, glyph.size)
        )
        if near:
            lines[-1] += glyph.char
        else:
            lines.append(glyph.char)
        last = glyph
    return tuple(words for line in lines if (words := line.strip()))
