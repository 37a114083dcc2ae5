"""Where in a page the instrument's own text stands: after the notice that announces it, before signature and annex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.model import Level
from policydiff.patterns import lazy
from policydiff.segment.annexes import heads_annex
from policydiff.segment.lines import Line
from policydiff.segment.metadata import STATUS_LINE
from policydiff.segment.schemes import Scheme, scheme
from policydiff.segment.signatures import DATE_LINE, signs
from policydiff.segment.titles import looks_like_title, title_at

__all__ = ["Region", "find_region"]

_CONTENTS = lazy(r"^目\s*[录次]$")
_PAGE = lazy(r"(?:(?<![\s.．…·‥⋯—－-])[\s.．…·‥⋯—－-]++)?[（(]?\d{1,3}[）)]?$")
_LED = lazy(r"(?:[.．…·‥⋯—－-]{2}|[\s.．…·‥⋯])[（(]?\d{1,3}[）)]?$")
_LONGEST_PAGE = 8
_SUPPLEMENT = lazy(r"附\s{0,4}则")
_ENTRIES = 3
_PREAMBLE = lazy(r"^(?:为|根据|按照|依据|遵照|贯彻).*(?:制定|提出|出台|现将|如下|实施)")
_CLOSING = lazy(
    r"^(?:附则[:：]?)?(?:本|以上|上述)(?:政策|办法|措施|若干\w{2,6}|规定|条例|细则|意见|方案|通知|决定|规则|计划|规划)"
    r".{0,30}(?:施行|执行|实施|生效|解释|有效期)|^(?:施行日期|有效期|解释权)"
)
_BEHIND = lazy(
    r"^(?:附(?:件|表|录)\s*+[0-9一二三四五六七八九十]*+\s*+[:：]|抄送[:：]|(?:起草|编制|制定|修订)说明$|政策解读$|"
    r"[（(]此件[^（()）]{2,16}[）)]$|(?:政策|文件|图文|一图)?(?:解读|读懂)[:：]|"
    r"关于《.{2,60}》的?(?:起草|编制)?说明$|\S{2,30}(?:办公室|办公厅|局|委员会)\s*\d{4}年\d{1,2}月\d{1,2}日印发)"
)
_CONTACT = lazy(r"^(?:联系人|联系电话|联系方式|咨询电话|咨询热线|服务热线|投诉电话|监督电话)\s{0,4}[:：]")
_OF_CONTACT = lazy("联系|咨询|电话|热线|方式")
_LOOK_BACK = 8  # lines between a title and the first number: status, document number, revision history, a preamble


@dataclass(frozen=True, slots=True)
class Region:
    """Ranges of lines: the title, all of the instrument's text from title to closing, the first numbered line, the
    closing, and the table of contents where there is one."""

    title: range
    body: range
    first: int
    closing: range
    contents: range
    scheme: Scheme


def find_region(lines: Sequence[Line], told: Sequence[str] = ()) -> Region | None:
    """Find the instrument's text; null where nothing is numbered.  `told` are the headlines that the page gives."""
    read = scheme(lines)
    if not read.order:
        return None
    contents = _contents(lines)
    first = _first(lines, read.outer, contents)
    if first is None:
        return None
    if first < contents.start:  # 目录 behind the first provision heads no table of contents
        contents = range(0)
    title, start = _opening(lines, contents.start if contents else first, told)
    closing, stop = _ending(lines, first, read)
    return Region(title, range(start, stop), first, closing, contents, read)


def _contents(lines: Sequence[Line]) -> range:
    """The table of contents: from its heading to where its first entry comes again, page numbers set aside.

    Without a heading, three numbered lines in a row that end in page numbers are one: 第一章 总则……1.
    """
    head = next((i for i, line in enumerate(lines) if _CONTENTS.match(line.words)), None)
    if head is None:
        head = next((i for i in range(len(lines) - _ENTRIES) if _are_entries(lines[i : i + _ENTRIES])), None)
        first = head
    else:
        first = head + 1
    if head is None or first is None or first >= len(lines):
        return range(0)
    entries = {lines[first].words, _entry(lines[first])}
    again = next((i for i in range(first + 1, len(lines)) if {lines[i].words, _entry(lines[i])} & entries), None)
    return range(head, again) if again else range(0)


def _entry(line: Line) -> str:
    """An entry of a table of contents without its page, and without white space."""
    return "".join(_PAGE.sub("", line.words).split())


def _are_entries(lines: Sequence[Line]) -> bool:
    return all(
        (line.marker or _SUPPLEMENT.match(line.words)) and _LED.search(line.words[-_LONGEST_PAGE:]) for line in lines
    )


def _first(lines: Sequence[Line], levels: Sequence[Level], contents: range) -> int | None:
    """The line with the first outermost number; of several starts, the first that a title stands close above."""
    starts = [
        i for i, line in enumerate(lines) if line.marker and line.marker.place.level in levels and i not in contents
    ]
    ones = [i for i in starts if (marker := lines[i].marker) and marker.place.number == 1] or starts
    titled = [i for i in ones if any(looks_like_title(line.words) for line in lines[max(0, i - 4) : i])]
    return next(iter(titled or ones), None)


def _opening(lines: Sequence[Line], first: int, told: Sequence[str]) -> tuple[range, int]:
    """The title above the first number and where the instrument's text starts."""
    start = first
    for i in range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1):
        text = lines[i].words
        title = title_at(lines, i, told)
        if title:
            return range(title.start, title.stop + _status_below(lines, i, first)), title.start
        if STATUS_LINE.match(text) or DATE_LINE.match(text) or text.endswith(("：", ":")):
            continue
        if _PREAMBLE.match(text):
            start = i
    return range(0), start


def _status_below(lines: Sequence[Line], title: int, first: int) -> int:
    return int(title + 1 < first and bool(STATUS_LINE.match(lines[title + 1].words)))


def _ending(lines: Sequence[Line], first: int, read: Scheme) -> tuple[range, int]:
    """The closing provisions behind the last number, and where the instrument's text stops: signature or annex."""
    follows = _following(lines, read)
    stop = next(
        (
            i
            for i in range(first + 1, len(lines))
            if ((_is_behind(lines[i]) or _is_contact(lines, i)) and i not in follows) or signs(lines, i)
        ),
        len(lines),
    )
    last = max(i for i in range(first, stop) if lines[i].marker)
    bare = not re.search("[。；;]", lines[last].text)  # a heading alone holds the line behind it
    behind = last + 2 if bare else last + 1
    closing = next((i for i in range(behind, stop) if _CLOSING.match(lines[i].words)), stop)
    after = next((i for i in range(closing, stop) if not _CLOSING.match(lines[i].words)), stop)
    return range(closing, after), after


def _is_behind(line: Line) -> bool:
    words = line.words
    return bool(_BEHIND.match(words)) or heads_annex(words)


def _is_contact(lines: Sequence[Line], at: int) -> bool:
    """Whether an address of the office stands below a provision that has ended and does not speak of one."""
    above = lines[at - 1].words
    return bool(_CONTACT.match(lines[at].words)) and above.endswith("。") and not _OF_CONTACT.search(above)


def _following(lines: Sequence[Line], read: Scheme) -> set[int]:
    """The lines behind which the provisions count on: 附表 under 第三条 with 第四条 behind it is no end of the text."""
    level = Level.ARTICLE if read.law else read.order[0]
    places = [line.marker.place if line.marker and line.marker.place.level is level else None for line in lines]
    inside: set[int] = set()
    last: int | None = None
    for i, place in enumerate(places):
        if place is None:
            continue
        if last is not None and place.number == (places[last] or place).number + 1:
            inside.update(range(last + 1, i))
        last = i
    return inside
