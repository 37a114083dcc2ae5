"""Sentences that the page broke into lines."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.clean.columns import NARROWEST, WIDEST, is_full, joined, width_of
from policydiff.clean.page import DATE_LINE, NUMBERED, SENTENCE_END, Line, Page, han_count, is_prose
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit
from policydiff.patterns import lazy

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

    wrap_lines: int = 4
    """So many full lines that stop in mid-sentence, and the page was wrapped at their width."""

    wrap_share: float = 0.6
    """The share of full lines among those that stop in mid-sentence; where paragraphs are whole, headings stop so, and
    are of any width."""

    wrap_punctuated: float = 0.5
    """The share of full lines that hold a mark inside.  Running text has one in most lines of such a width, a list of
    titles has none."""

    figure_han: int = 4
    """The fewest characters before a figure that is cut off from its unit; less is a cell of a table."""


_DEFAULTS = WrapOptions()
_OPEN_END = lazy(r"[,，、（(《〈“‘「『【〔]$")
_ENDED = lazy(r"[。！？!?；;:：…][”’\"'』」)）】》]*$|[)）】〕]$")
_UNIT = lazy(r"\s*+[百千万亿萬億]*+(?:元|美元|%|％|年|月|日|个|個|名|家|项|項|倍|平方米|户|戶|件|次|人)")
_BULLET = lazy(r"[-•·●○■◆▪►※*#|]|附[件录錄]|(?:责任|牵头|配合)单位")
_FRAGMENT = lazy(r"[^。！？；]*+[。！？；].*[^。！？；]$")
_LABEL = lazy(f"{HAN}{{2,8}}:")
_INSIDE = lazy(r"[,，。；;、]")
_ADDRESSEES = lazy(
    r"(?:各|[市县区省州]).{0,60}(?:单位|政府|委员会|部门|企业|公司|学校|机构|[局办厅委])(?:\(.{1,40}\))?:"
)


def _find(page: Page) -> tuple[Edit, ...]:
    lines = page.lines
    edits = []
    column = _column(page)
    index = 0
    while index + 1 < len(lines):
        last = index
        while last + 1 < len(lines) and _continues(page, last, index, column):
            edits.append(joined(page, lines[last], lines[last + 1]))
            last += 1
        index = max(last, index + 1)
    return tuple(edits)


def _continues(page: Page, at: int, first: int, column: float) -> bool:
    """Whether the line after `at` carries on the sentence that began on the line `first`."""
    here, there = page.lines[at], page.lines[at + 1]
    labels = _LABEL.match(here.key) and _LABEL.match(there.key)  # 联系电话：… above 邮箱：…
    if labels or _starts_anew(page, at + 1) or _is_row(page, here) or _is_row(page, there):
        return False
    if here.key[-1].isdecimal() and han_count(here.key) >= _DEFAULTS.figure_han and _UNIT.match(there.key):
        return True
    if _ENDED.search(here.key):
        return False
    if column and is_full(page.text, width_of(page.text, here.start, here.end), there, column):
        return True
    if _OPEN_END.search(here.key):
        return _may_run_on(here.key, there.key)
    return (at > first and _runs_to_an_end(page, at, first)) or _is_fragment(here.key, there.key)


def _is_row(page: Page, line: Line) -> bool:
    """Whether a line is a row of a table, whose cells a tab parts."""
    return page.text.find("\t", line.start, line.end) >= 0


def _is_fragment(here: str, there: str) -> bool:
    """Whether a line has ended one sentence and begun another that the next line of prose completes."""
    return len(here) >= NARROWEST and bool(_FRAGMENT.match(here) and _INSIDE.search(there))


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
    if NUMBERED.match(key) or _ADDRESSEES.fullmatch(key) or _BULLET.match(key) or DATE_LINE.fullmatch(key):
        return True
    below = page.lines[index + 1].key if index + 1 < len(page.lines) else ""
    office = ":" not in key and han_count(key) > 1 and not SENTENCE_END.search(key)
    return office and bool(DATE_LINE.fullmatch(below))


def _column(page: Page) -> float:
    """The width that the page was wrapped at, or 0: most lines that stop in mid-sentence are full, none is wider."""
    lines, text = page.lines, page.text
    if len(lines) < _DEFAULTS.wrap_lines:
        return 0
    widths = [width_of(text, line.start, line.end) for line in lines]
    widest = max(widths)
    if not NARROWEST <= widest <= WIDEST:
        return 0
    full = open_ = punctuated = 0
    for at, here in enumerate(lines[:-1]):
        if _ENDED.search(here.key) or _is_row(page, here) or _starts_anew(page, at + 1):
            continue
        open_ += 1
        if is_full(text, widths[at], lines[at + 1], widest):
            full += 1
            punctuated += _INSIDE.search(here.key) is not None
    enough = full >= _DEFAULTS.wrap_lines and full >= _DEFAULTS.wrap_share * open_
    return widest if enough and punctuated >= _DEFAULTS.wrap_punctuated * full else 0


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
        "现将有关事项通知如下\n各区人民政府、市直各单位：\n一、支持算力建设。",
        "某市出台算力新政，最高支持千万元\n今年以来，某市加快建设算力中心，产业规模不断扩大。",
        "某市出台新政，\n今年以来，某市加快建设智能算力中心，产业规模不断扩大，企业数量持续增长，应用场景加快开放，产业生态良好。",
        "支持关键技术突破\n对符合条件的企业，给予最高50万元奖励。",
        "各相关单位：\n现将有关事项通知如下。",
        "序号\n1\n项目名称",
        "档次\t补助\n一档\t新建的，给予\n二档\t改建、扩建的，给予补助。",
        "支持建设国家级人工智能创新应用先导区\n支持建设省级智能算力公共服务平台项目\n支持建设市级行业高质量数据集示范中心\n支持建设区级人工智能产业特色园区载体",
    ),
)
