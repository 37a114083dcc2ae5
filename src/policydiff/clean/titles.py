"""The line that a web page is called by."""

from __future__ import annotations

import re

from policydiff.clean.controls import is_control, is_furniture
from policydiff.clean.features import CHROME_LANDMARKS, Features
from policydiff.clean.page import NUMBERED, Page, han_count
from policydiff.patterns import lazy

__all__ = ["exact_title", "find_title", "first_instrument", "thread_type", "without_suffix"]

_PIECES = lazy(r"(?:(?<!\s)\s++)?+[_|—–]++\s*+|(?<!\s)\s++[-·:]++\s++")
_SUFFIX = lazy(r"\.(?:docx?|pdf|wps|ofd|txt|html?)$", re.IGNORECASE)
_SITE = lazy(r"(?:网|网站|门户|平台|频道|论坛|政府|政务公开|APP|客户端|库|在线|专栏|首页)$", re.IGNORECASE)
_INSTRUMENT = lazy(
    r"(?:法|条例|办法|措施|规定|细则|意见|方案|政策|通知|决定|规则|规划|计划|纲要|指引|指南|公告|通告|批复|函|解释|决议|令|公示|问答|目录|基准)"
    r"(?:[(《〔【].{1,30}[)》〕】])?$"
)
_THREAD_TYPE = lazy(r"[\[【][^\[\]【】]{1,10}[\]】]\s*(?=\S)")
_BLANKS = lazy(r"\s+")
_SHORTEST = 5
_SHORTEST_PART = 8  # of a page's title, and a line is a part of it: 关于印发若干措施
_LONGEST = 200
_ABOVE_TEXT = 12  # between a title and its text stand a number, publication data, the record, the addressees
_PREFACE_SHARE = 0.15  # of a page's prose above its title: a hint to update the browser, a summary


def find_title(page: Page, around: tuple[Features, ...], anchors: list[int]) -> range:
    """The lines of the title; an empty range where none is sure.

    First the line that the page's own title holds (`关于印发若干措施的通知_某市人民政府`), then a heading above the
    text, then a line above the text that reads like the title of an instrument.
    """
    wanted, whole = _wanted(page), _squeezed(page.title or "")
    first = anchors[0]
    named = [i for i in range(min(first + 1, len(page.lines))) if _is_named(page, around[i], i, wanted, whole)]
    if named:
        at = named[0]
        # a breadcrumb may end with the title; the title itself comes closer to the text
        for other in named[1:]:
            at = other if at + 1 < other <= at + _ABOVE_TEXT else at
        return _run(page, around, at, whole)
    below = _below_preface(page, around, anchors, wanted)
    if below is not None:
        return range(below, below + 1)
    headings = [i for i in range(first + 1) if _is_heading(page, around[i], i)]
    if headings:
        return range(headings[-1], headings[-1] + 1)
    return _named_as_instrument(page, around, first)


def exact_title(page: Page, around: tuple[Features, ...]) -> int | None:
    """The last line that is what the page calls itself, word for word."""
    wanted = _wanted(page)
    exact = (
        i
        for i in reversed(range(len(page.lines)))
        if not around[i].linked and around[i].landmark not in CHROME_LANDMARKS
        if (len(_words(page, i)) >= _SHORTEST_PART and _words(page, i) in wanted) or thread_type(page, i)
    )
    found = next(exact, None)
    if found is None and not page.title:
        first = [i for i in range(len(page.lines)) if around[i].kind == "h1"]
        return first[0] if len(first) == 1 and _is_heading(page, around[first[0]], first[0]) else None
    return found


def first_instrument(page: Page, around: tuple[Features, ...]) -> int | None:
    """The first line that reads like an instrument's title, for a page that holds little else."""
    lines = range(len(page.lines))
    return next((i for i in lines if not around[i].linked and _reads_like_title(page.lines[i].key)), None)


def _reads_like_title(key: str) -> bool:
    shaped = _SHORTEST_PART <= len(key) <= _LONGEST and not re.search("[。;:,]", key)
    return shaped and bool(_INSTRUMENT.search(key)) and not is_control(key) and not NUMBERED.match(key)


def without_suffix(page: Page, index: int) -> int:
    """Where a title ends that carries the suffix of a file: 若干措施.docx."""
    line = page.lines[index]
    words = page.text[line.start : line.end]
    stem = _SUFFIX.sub("", words)
    return line.start + len(stem) if _squeezed(stem) in _wanted(page) else line.end


def thread_type(page: Page, index: int) -> int:
    """How many characters of a title are the label a forum sets before it: [政策发布] 关于印发若干措施的通知."""
    line = page.lines[index]
    words = page.text[line.start : line.end]
    label = _THREAD_TYPE.match(words)
    return label.end() if label and _squeezed(words[label.end() :]) in _wanted(page) else 0


def _wanted(page: Page) -> list[str]:
    """What may be the document's title in what the page calls itself: without the site's name and a file's suffix."""
    pieces = [_SUFFIX.sub("", piece.strip()) for piece in _PIECES.split(page.title or "")]
    # 2022-2024年 holds a hyphen, and a site may set its name before or behind one
    pieces += [part.strip() for piece in pieces for part in piece.split("-") if "-" in piece]
    return [_squeezed(piece) for piece in pieces if piece and not _SITE.search(piece)]


def _squeezed(words: str) -> str:
    return _BLANKS.sub("", words).strip("….。")


def _words(page: Page, index: int) -> str:
    line = page.lines[index]
    return _squeezed(_SUFFIX.sub("", page.text[line.start : line.end])) if line.end - line.start <= _LONGEST else ""


def _is_named(page: Page, at: Features, index: int, wanted: list[str], whole: str) -> bool:
    words = _words(page, index)
    if len(words) < _SHORTEST or at.landmark in CHROME_LANDMARKS or _SITE.search(words):
        return False
    if words in wanted or thread_type(page, index):
        return True
    if any(
        len(piece) >= _SHORTEST_PART and words.startswith(piece) and len(words) <= 2 * len(piece) for piece in wanted
    ):
        return True
    return len(words) >= _SHORTEST_PART and words in whole and not at.linked


def _run(page: Page, around: tuple[Features, ...], at: int, whole: str) -> range:
    """The title with the lines of its own element beside it that the page's title holds, too."""
    start, behind = at, at + 1
    while start > 0 and at - start < 4 and _is_part(page, around, start - 1, at, whole):
        start -= 1
    while behind < len(page.lines) and behind - at < 4 and _is_part(page, around, behind, at, whole):
        behind += 1
    return range(start, behind)


def _is_part(page: Page, around: tuple[Features, ...], index: int, at: int, whole: str) -> bool:
    words = _words(page, index)
    return around[index].level == around[at].level and len(words) >= 2 and words in whole and not around[index].linked


def _below_preface(page: Page, around: tuple[Features, ...], anchors: list[int], wanted: list[str]) -> int | None:
    """A title with some prose of the site above it, on another level of the markup than the text below it."""
    for place in range(1, len(anchors)):
        for index in range(anchors[place - 1] + 1, anchors[place] + 1):
            if _words(page, index) not in wanted or len(_words(page, index)) < _SHORTEST_PART or around[index].linked:
                continue
            preface, text = anchors[:place], anchors[place:]
            levels = {around[i].level for i in text}
            apart = not any(around[i].level in levels or NUMBERED.match(page.lines[i].key) for i in preface)
            small = _weight(page, preface) <= _PREFACE_SHARE * _weight(page, anchors)
            return index if apart and small else None
    return None


def _weight(page: Page, lines: list[int]) -> int:
    return sum(han_count(page.lines[i].key) for i in lines)


def _is_heading(page: Page, at: Features, index: int) -> bool:
    key = page.lines[index].key
    return (
        at.kind in ("h1", "h2", "h3")
        and not at.linked
        and at.landmark not in CHROME_LANDMARKS
        and len(key) >= _SHORTEST
        and bool(_INSTRUMENT.search(key) or (at.kind == "h1" and at.landmark != "banner" and not _SITE.search(key)))
    )


def _named_as_instrument(page: Page, around: tuple[Features, ...], first: int) -> range:
    """The topmost line close above the text that reads like an instrument's title, below all menus."""
    links = 0
    title = range(0)
    for index in range(first, max(-1, first - _ABOVE_TEXT), -1):
        key, at = page.lines[index].key, around[index]
        links += at.linked
        if links > 1 or at.landmark in CHROME_LANDMARKS:
            break
        if not at.linked and not is_furniture(key) and _reads_like_title(key):
            title = range(index, index + 1)
    return title
