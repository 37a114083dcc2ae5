"""Which lines are the rest of the paragraph above them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from policydiff.patterns import lazy
from policydiff.read.layout.glyphs import Glyph, is_wide
from policydiff.read.layout.options import DEFAULTS

__all__ = ["ENDED", "MARKER", "Line", "continuations", "first_word"]

MARKER = lazy(
    r"第[一二三四五六七八九十百千零〇两\d]{1,7}[编編章节節](?=[\s\u3000]|[^\W\d])|第[一二三四五六七八九十百千零〇两\d]{1,7}[条條](?:之[一二三四五六七八九十]{1,3})?[\s\u3000]"
    r"|[一二三四五六七八九十]{1,3}[、．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}(?:[、．)）]|\.(?!\d))"
    r"|[①-⑳⑴-⒇•●■◆○▪►※]|附[件录錄表][\s\u3000\d一二三四五六七八九十]{0,4}(?:[:：]|$)"
)
ENDED = lazy(r"[。！？!?；;：:…][”’\"'』」)）】》]*$")
_BRACKETS = (("《", "》"), ("（", "）"), ("“", "”"))
_HANGING = "，。、；：！？"
_CLOSERS = "，。、；：！？）》〉」』】〕”’％%,.;:!?)"
_OPENERS = "（《〈「『【〔“‘("


_Measure = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in reading order; `measure` names the lines that share its margins."""

    words: str
    page: int
    region: int
    measure: _Measure
    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    y: float
    size: float
    plain: bool = True
    ruled: bool = False  # a row of a ruled table, which may be as high as it likes


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    indented: bool
    indent: float


def continuations(lines: list[Line]) -> list[bool]:
    """For each line, whether it goes on with the one before it.

    >>> continuations([])
    []
    """
    margins = _margins_of(lines)
    usual = _usual_size(lines)
    pitch = _pitch(lines, margins)
    results: list[bool] = []
    hanging: float | None = None  # where the lines of the paragraph so far go on, if not at the margin
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        goes_on = False
        if before is not None and _may_go_on(before, line, pitch, usual, indented=margins[line.measure].indented):
            here, there = margins[before.measure], margins[line.measure]
            goes_on = (
                _is_rest_of_title(before, line, here, there)
                if line.size >= DEFAULTS.title_size * usual
                else _goes_on(before, line, here, there, hanging)
            )
        results.append(goes_on)
        edge = margins[line.measure].left
        if not goes_on:
            hanging = _behind_marker(line)
        elif line.left - edge > DEFAULTS.indent * line.size:
            hanging = line.left
    return results


def _may_go_on(before: Line, line: Line, pitch: float, usual: float, *, indented: bool) -> bool:
    """Whether two lines are alike and close enough to be of one paragraph."""
    if not (before.plain and line.plain) or abs(before.size - line.size) > 0.12 * max(before.size, line.size):
        return False
    together = before.page == line.page and before.region == line.region
    reach = DEFAULTS.far_gap if indented else DEFAULTS.paragraph_gap
    return not together or 0 <= line.y - before.y <= reach * pitch * max(1.0, line.size / usual)


def _goes_on(before: Line, line: Line, here: _Margins, there: _Margins, hanging: float | None) -> bool:
    ended = bool(ENDED.search(before.words))
    marked = bool(MARKER.match(line.words))
    if not _is_full(before, line, here):
        return not (ended or marked) and _is_set_out(before, line, here, there)
    if marked and ended:
        return False
    if not (ended or marked) and _is_open(before.words) and _is_centred(line, there):
        return True  # a title in the size of the text: 关于印发《若干 / 措施》的通知
    if line.left - there.left <= DEFAULTS.indent * line.size:
        return True  # 坚持安全第 / 一、统筹规划: a sentence that is not at its end goes on, whatever it goes on with
    if hanging is not None and abs(line.left - hanging) <= 0.5 * line.size:
        return not marked
    # a paragraph that is set in as a whole goes on left of its own first line, and not where first lines start
    outdented = line.left < before.left - DEFAULTS.indent * line.size
    first_line = abs(line.left - there.left - there.indent) <= 0.5 * line.size
    broad = before.right - before.left > 0.6 * (here.right - here.left)  # a signature, with its date below it, is not
    return outdented and broad and not first_line and not ended and not marked


def _is_set_out(before: Line, line: Line, here: _Margins, there: _Margins) -> bool:
    """Whether an unfinished line goes on at the margin, where paragraphs start further in.

    Some programs cut lines by the count of their characters, whatever room figures leave.
    """
    if not (here.indented and there.indented and line.left - there.left <= DEFAULTS.indent * line.size):
        return False
    starts = before.left - here.left <= here.indent + 0.5 * before.size
    return starts and before.right - here.left > DEFAULTS.broad * (here.right - here.left)


def _is_open(text: str) -> bool:
    """Whether a bracket is opened and not closed.

    >>> _is_open("关于印发《若干措"), _is_open("关于印发《若干措施》的通")
    (True, False)
    """
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in _BRACKETS)


def _is_full(before: Line, line: Line, margins: _Margins) -> bool:
    """Whether the next line's first word no longer fitted on a line."""
    return margins.right - before.right < first_word(line.glyphs) + 0.35 * before.size


def first_word(glyphs: tuple[Glyph, ...]) -> float:
    """How wide the part of a line is that no line may end in: a word of letters, a character and the mark behind it."""
    start, end = glyphs[0].x, glyphs[0].end
    for here, there in itertools.pairwise(glyphs):
        bound = there.char in _CLOSERS or here.char in _OPENERS
        letters = not (is_wide(here.char) or is_wide(there.char) or there.char.isspace())
        if not (bound or letters):
            break
        end = there.end
    return end - start


def _is_rest_of_title(before: Line, line: Line, here: _Margins, there: _Margins) -> bool:
    """Whether a title in large type runs over two lines: 关于印发若干措施 / 的通知."""
    if before.page != line.page or MARKER.match(line.words) or line.words[0] in "（(〔" or ENDED.search(before.words):
        return False
    if _is_full(before, line, here) and line.left - there.left <= DEFAULTS.indent * line.size:
        return True
    return _is_centred(before, here) and _is_centred(line, there) and not MARKER.match(before.words)


def _is_centred(line: Line, margins: _Margins) -> bool:
    return abs((line.left - margins.left) - (margins.right - line.right)) <= line.size


def _behind_marker(line: Line) -> float | None:
    """Where the text behind a line's number starts, which is where hanging lines go on."""
    match = MARKER.match(line.words)
    if not match or len(match[0]) >= len(line.words):
        return None
    ink = [glyph for glyph in line.glyphs if not glyph.char.isspace()]
    at = len("".join(match[0].split()))
    return ink[at].x if at < len(ink) else None


def _usual_size(lines: list[Line]) -> float:
    sizes: dict[float, int] = defaultdict(int)
    for line in lines:
        sizes[round(line.size, 1)] += len(line.glyphs)
    return max(sizes, key=lambda size: (sizes[size], -size), default=1.0)


def _pitch(lines: list[Line], margins: dict[_Measure, _Margins]) -> float:
    """How far apart the lines of a paragraph stand; all lines, where no paragraph shows it."""
    below = [
        (before, line)
        for before, line in itertools.pairwise(lines)
        if before.region == line.region and before.page == line.page and line.y > before.y and not line.ruled
    ]
    inside = [
        line.y - before.y
        for before, line in below
        if _is_full(before, line, margins[before.measure])
        and line.left - margins[line.measure].left <= DEFAULTS.indent * line.size
    ]
    steps = inside or [line.y - before.y for before, line in below]
    return median(steps) if steps else 0.0


def _margins_of(lines: list[Line]) -> dict[_Measure, _Margins]:
    groups: dict[_Measure, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.measure].append(line)
    return {measure: _margins(group) for measure, group in groups.items()}


def _margins(group: list[Line]) -> _Margins:
    plain = [line for line in group if line.plain] or group
    em = median(line.size for line in plain) or 1.0
    left = _supported([line.left for line in plain], 0.5 * em, max(2, len(plain) // 50))
    right = _right_margin(plain, em)
    width, _, slot = group[0].measure
    if not slot and sum(line.right > right - em for line in plain) < 2:
        right = max(right, width - left)
    starts = []
    for before, line in itertools.pairwise(plain):
        if (before.page, before.region) != (line.page, line.region) or right - before.right <= 2.5 * em:
            continue
        if ENDED.search(before.words) or before.right - left <= DEFAULTS.broad * (right - left):
            starts.append((line.left - left) / em)
    indents = [start for start in starts if 1.2 <= start <= 4.5]
    return _Margins(left, right, len(indents) > 0.5 * len(starts), median(indents) * em if indents else 2 * em)


def _right_margin(lines: list[Line], em: float) -> float:
    """Where full lines end; marks that hang behind it do not count."""
    needed = max(2, len(lines) // 20)
    right = -_supported([-line.right for line in lines], em, needed)
    others = [-line.right for line in lines if line.words[-1:] not in _HANGING]
    if len(others) < needed:
        return right
    tight = -_supported(others, em, needed)
    return tight if right <= tight + 1.3 * em and -min(others) <= tight + 0.3 * em else right


def _supported(places: list[float], reach: float, needed: int) -> float:
    """The smallest place that enough lines start at; the smallest of all where none is."""
    ordered = sorted(places)
    if len(ordered) >= 6:
        for index, place in enumerate(ordered):
            if index + needed - 1 < len(ordered) and ordered[index + needed - 1] - place <= reach:
                return place
    return ordered[0]
