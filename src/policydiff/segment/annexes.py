"""Annexes behind the text: 附件1…, 附表2 补助标准, 附录.

A line that only names one (附件所列项目由…审核。), a list of what is attached (附件：1.申报书⏎2.承诺书) and a label
with nothing behind it head no annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.model import Address, Attribution, Level, Place, Span, Unit
from policydiff.numerals import whole
from policydiff.patterns import lazy
from policydiff.segment.freezing import freeze
from policydiff.segment.lines import Line
from policydiff.segment.paragraphs import prose
from policydiff.segment.reports import Reporter
from policydiff.segment.schemes import scheme
from policydiff.segment.signatures import DATE_LINE
from policydiff.segment.tree import build

__all__ = ["annexes", "heads_annex"]

_HEAD = lazy(
    r"附(?P<name>[件表录])(?:[ \t　]*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z](?![A-Za-z])))?"
    r"(?P<gap>[ \t　]*+[:：][ \t　]*+|[ \t　]++|)(?P<title>.*)$"
)
_NO_TITLE = lazy(
    r"[。；;，,！？!?]|[：:]$|^(?:\d{1,2}|[一二三四五六七八九十])[.．、]|^[所中的规列第之及和与至或以由、]"
)
_LEVELS = {"件": Level.ANNEX, "表": Level.SCHEDULE, "录": Level.APPENDIX}
_ABOUT = lazy(r"(?:说明|解读|反馈表|意见表)$")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Head:
    place: Place
    label: str
    title: str


def heads_annex(text: str) -> bool:
    """Whether a line is the heading of an annex.

    >>> [heads_annex(line) for line in ("附件1", "附表 补助标准", "附件：1.申报书", "附件所列项目除外。")]
    [True, True, False, False]
    """
    return _head(text) is not None


def annexes(text: str, rows: Sequence[Line], said: Attribution | None, reporter: Reporter) -> Iterator[Unit]:
    """The units of the lines behind an instrument's text: signatures and the like, then its annexes."""
    starts = [i for i in range(len(rows)) if _head(rows[i].words) and _has_content(rows, i)]
    yield from reporter.units(rows[: starts[0]] if starts else rows)
    for start, stop in pairwise([*starts, len(rows)]):
        yield _annex(text, rows[start:stop], said, reporter)


def _head(text: str) -> _Head | None:
    match = _HEAD.match(text.strip()[: 2 * _LONGEST])
    if match is None or len(text.strip()) > _LONGEST or _NO_TITLE.search(match["title"]):
        return None
    if match["title"] and not (match["gap"] or match["n"]):  # 附件材料 is a word, no heading
        return None
    return _Head(
        Place(_LEVELS[match["name"]], _number(match["n"])),
        text.strip()[: match.end("n")] if match["n"] else match[0][:2],
        match["title"].strip(),
    )


def _number(written: str | None) -> int:
    if not written:
        return 0
    if written.isascii() and written.isalpha():
        return ord(written) - ord("A") + 1
    return whole(written)


def _has_content(rows: Sequence[Line], at: int) -> bool:
    """Whether anything but a signature or the next heading stands behind a heading."""
    below = [row.words for row in rows[at + 1 : at + 3]]
    return bool(below) and not _head(below[0]) and not any(DATE_LINE.match(line) for line in below)


def _annex(text: str, rows: Sequence[Line], said: Attribution | None, reporter: Reporter) -> Unit:
    head = _head(rows[0].words)
    assert head is not None  # noqa: S101 — only such lines start an annex
    address = Address((head.place,))
    titled = 1
    title = head.title
    if not title and len(rows) > 1 and _is_title(rows[1]):
        title, titled = rows[1].words, 2
    children = [Unit("", "heading", Span(rows[0].span.start, rows[titled - 1].span.end), address, attribution=said)]
    if _ABOUT.search(title):
        children += reporter.units(rows[titled:])
    else:
        children += _content(text, rows[titled:], address, said)
    span = Span(rows[0].span.start, rows[-1].span.end)
    return Unit("", "annex", span, address, head.label, title, said, tuple(children))


def _is_title(line: Line) -> bool:
    words = line.words
    return line.marker is None and 0 < len(words) <= _LONGEST and not _NO_TITLE.search(words)


def _content(text: str, rows: Sequence[Line], address: Address, said: Attribution | None) -> Iterator[Unit]:
    first = next((i for i, row in enumerate(rows) if row.marker), len(rows))
    for row in rows[:first]:
        if re.search("[。；！？，]", row.text):
            yield from prose(text, row.span, "sentence", address, said)
        else:
            yield Unit("", "text", row.span, address, attribution=said)
    own = scheme(rows[first:])
    for node in build(rows[first:], own):
        yield freeze(node, text, said, own, address)
