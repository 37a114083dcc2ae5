"""Sentences that the page broke into lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.clean.page import DATE_LINE, NUMBERED, SENTENCE_END, Line, Page, han_count, is_prose
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit, Span

__all__ = ["BROKEN_LINES", "WrapOptions"]


@dataclass(frozen=True, slots=True)
class WrapOptions:
    """When a line end is an accident of layout."""

    centred_width: int = 36
    """The longest line, in characters, of a sentence that a page sets in centred pieces; they are cut to be read on
    a telephone, where a line holds about twenty."""

    centred_lines: int = 12
    """The most pieces of such a sentence."""

    piece_width: int = 44
    """The longest line that can be the other half of a short one; more is a paragraph below a headline."""

    wrap_width: int = 18
    """The narrowest column that text is wrapped to; shorter lines are headings, labels and lists."""

    wrap_slack: float = 1.5
    """How far, in characters, a wrapped line falls short: a mark may not start a line, nor a figure be cut."""

    widest: int = 120
    """No page is wrapped at more; longer lines are paragraphs."""

    wrap_lines: int = 4
    """So many lines of one width in a row of prose, and the page was wrapped at that width."""

    wrap_share: float = 0.4
    """The share of such lines; every paragraph ends with a shorter one, and headings are short."""

    wrap_punctuated: float = 0.5
    """The share of them that hold a mark inside.  Running text has one in most lines of such a width, a list of titles
    has none."""

    figure_han: int = 4
    """The fewest characters before a figure that is cut off from its unit; less is a cell of a table."""


_DEFAULTS = WrapOptions()
_OPEN_END = re.compile(r"[,，、（(《〈“‘「『【〔]$")
_ENDED = re.compile(r"[。！？!?；;:：…][”’\"'』」)）】》]*$|[)）】〕]$")
_UNIT = re.compile(r"[\s]*(?:百|千|万|亿|萬|億)*(?:元|美元|%|％|年|月|日|个|個|名|家|项|項|倍|平方米|户|戶|件|次|人)")
_BULLET = re.compile(r"[-•·●○■◆▪►※*#|]|附[件录錄]|(?:责任|牵头|配合)单位")
_FRAGMENT = re.compile(r"[。！？；].*[^。！？；]$")
_INSIDE = re.compile(r"[,，。；;、]")
_LATIN = re.compile(r"[A-Za-z0-9,.;:]")


def _find(page: Page) -> tuple[Edit, ...]:
    lines = page.lines
    edits = []
    width = _column(page)
    index = 0
    while index + 1 < len(lines):
        last = index
        while last + 1 < len(lines) and _continues(page, last, index, width):
            edits.append(_join(page, lines[last], lines[last + 1]))
            last += 1
        index = max(last, index + 1)
    return tuple(edits)


def _continues(page: Page, at: int, first: int, width: int) -> bool:
    """Whether the line after `at` carries on the sentence that began on the line `first`."""
    here, there = page.lines[at], page.lines[at + 1]
    if _starts_anew(page, at + 1) or _is_row(page, here) or _is_row(page, there):
        return False
    if here.key[-1].isdecimal() and han_count(here.key) >= _DEFAULTS.figure_han and _UNIT.match(there.key):
        return True
    if _OPEN_END.search(here.key):
        return _may_run_on(here.key, there.key)
    return not _ENDED.search(here.key) and (
        (at > first and _runs_to_an_end(page, at, first))
        or (width > 0 and abs(_width(page, here) - width) <= _DEFAULTS.wrap_slack)
        or _is_fragment(here.key, there.key)
    )


def _is_row(page: Page, line: Line) -> bool:
    """Whether a line is a row of a table, whose cells a tab parts."""
    return page.text.find("\t", line.start, line.end) >= 0


def _is_fragment(here: str, there: str) -> bool:
    """Whether a line has ended one sentence and begun another that the next line of prose completes."""
    return len(here) >= _DEFAULTS.wrap_width and bool(_FRAGMENT.search(here) and _INSIDE.search(there))


def _may_run_on(here: str, there: str) -> bool:
    """Whether a line that ends with a comma goes on.

    Half a headline (某市出台新政，) does not, if what stands below it is a whole paragraph.
    """
    return is_prose(here) or len(there) <= _DEFAULTS.piece_width


def _runs_to_an_end(page: Page, at: int, first: int) -> bool:
    """Whether a sentence set in short pieces comes to its end within the pieces below."""
    for index in range(first, min(first + _DEFAULTS.centred_lines, len(page.lines))):
        line = page.lines[index]
        if line.end - line.start > _DEFAULTS.centred_width or (index > at and _starts_anew(page, index)):
            return False
        if index > at and SENTENCE_END.search(line.key):
            return True
    return False


def _starts_anew(page: Page, index: int) -> bool:
    """Whether a line cannot carry on the one above: a number, a bullet, a date or the office above a date."""
    key = page.lines[index].key
    if NUMBERED.match(key) or _BULLET.match(key) or DATE_LINE.fullmatch(key):
        return True
    below = page.lines[index + 1].key if index + 1 < len(page.lines) else ""
    return bool(DATE_LINE.fullmatch(below)) and not SENTENCE_END.search(key)


def _width(page: Page, line: Line) -> float:
    """A line's width in full-width characters."""
    return sum(1.0 if char > "\x7f" else 0.5 for char in page.text[line.start : line.end])


def _column(page: Page) -> int:
    """The width that the page was wrapped at, or 0: most lines are as wide, none is wider."""
    if len(page.lines) < _DEFAULTS.wrap_lines:
        return 0
    widths = [_width(page, line) for line in page.lines]
    widest = max(widths)
    if widest < _DEFAULTS.wrap_width or widest > _DEFAULTS.widest:
        return 0
    full = [line for line, width in zip(page.lines, widths, strict=True) if width >= widest - _DEFAULTS.wrap_slack]
    punctuated = sum(_INSIDE.search(line.key) is not None for line in full)
    enough = max(_DEFAULTS.wrap_lines, _DEFAULTS.wrap_share * len(widths))
    return round(widest) if len(full) >= enough and punctuated >= _DEFAULTS.wrap_punctuated * len(full) else 0


def _join(page: Page, here: Line, there: Line) -> Edit:
    left, right = page.text[here.end - 1], page.text[there.start]
    words = left.isascii() and right.isascii() and (left.isalpha() or left in ",.;:") and bool(_LATIN.match(right))
    return Edit(Span(here.end, there.start), " " if words and not re.match(HAN, right) else "")


BROKEN_LINES = Rule(
    name="broken-lines",
    reason="a line that stops in mid-sentence is carried on by the next: a paragraph is one line",
    label_zh="断行",
    find=_find,
    examples=(
        (
            "2月18日，\n市政府网站发布\n《若干措施》\n（以下简称《措施》），\n给予最高50万元奖励。",
            "2月18日，市政府网站发布《若干措施》（以下简称《措施》），给予最高50万元奖励。",
        ),
        ("单个项目最高不超过5000\n万元。", "单个项目最高不超过5000万元。"),
        ("支持企业建设平台、\n实验室和中试基地。", "支持企业建设平台、实验室和中试基地。"),
        (
            "支持企业建设实验室。对新获批的国家级平台给予\n一次性奖励，最高50万元。",
            "支持企业建设实验室。对新获批的国家级平台给予一次性奖励，最高50万元。",
        ),
    ),
    negatives=(
        "支持下列平台，\n（一）国家级平台；\n（二）省级平台。",
        "各区人民政府，\n一、支持算力建设。",
        "特此通知\n某市经信局\n2024年3月27日",
        "某市出台算力新政，最高支持千万元\n今年以来，某市加快建设算力中心，产业规模不断扩大。",
        "某市出台新政，\n今年以来，某市加快建设智能算力中心，产业规模不断扩大，企业数量持续增长，应用场景加快开放，产业生态良好。",
        "支持关键技术突破\n对符合条件的企业，给予最高50万元奖励。",
        "各相关单位：\n现将有关事项通知如下。",
        "序号\n1\n项目名称",
        "档次\t补助\n一档\t新建的，给予\n二档\t改建、扩建的，给予补助。",
        "支持建设国家级人工智能创新应用先导区\n支持建设省级智能算力公共服务平台项目\n支持建设市级行业高质量数据集示范中心\n支持建设区级人工智能产业特色园区载体",
    ),
)
