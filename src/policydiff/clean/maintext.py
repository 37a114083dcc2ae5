"""The main text of a web page: what stands above its title, around its text and below its last line goes.

A page is read from its text outwards.  Prose and numbered provisions that are neither links nor words of the site are
its *anchors*; the title is the line that the page itself is called by.  Between the first and the last anchor only what
is furniture in any page is taken out.  Above the title and below the last anchor a line has to look like a part of a
document (a number, an issuer, a signature, a date, an annex, a row of a table) or share the element of the text.
"""

from __future__ import annotations

from policydiff.clean.anchors import PROVISION, Anchored, find_anchors, is_mark
from policydiff.clean.controls import is_button_row, is_control, is_floor_mark, is_furniture
from policydiff.clean.features import CHROME_LANDMARKS, Features, features, is_attachment
from policydiff.clean.page import DATE_LINE, Page, cut
from policydiff.clean.records import bookkeeping_edits, is_bookkeeping, is_record, is_record_label
from policydiff.clean.rule import Rule
from policydiff.clean.titles import thread_type, without_suffix
from policydiff.fold import HAN
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["MAIN_TEXT"]

_NUMBER = lazy(
    rf"{HAN}{{1,12}}\s?[〔\[(【]\s?\d{{4}}\s?[〕\])】]\s?(?:第\s?)?[\dXx×]{{1,5}}\s?号"
    rf"|(?:{HAN}{{2,30}}(?:令|公告|通告|决定|决议))?\s?\(?第\s?[\d一二三四五六七八九十百零〇]{{1,6}}\s?号\)?"
)
_OFFICE = lazy(
    rf"(?:{HAN}|[\s、()]){{1,60}}(?:政府|委员会|办公厅|办公室|[部委局厅院署行会办]|大会|指挥部|法院|检察院|公司|中心|小组)(?:\(?(?:章|印|代章)\)?)?"
)
_HEAD = lazy(rf"(?:{HAN}|\s){{2,40}}文件|(?:特急|加急|急件|平急|机密|秘密|绝密|内部)(?:★.{{0,6}})?|签发人\s*:.{{0,20}}")
_TAIL = lazy(
    r"\(.{2,60}\)|(?:抄送|抄报|主送|印送|发送|分送|主题词|公开方式|公开属性|联系人|联系电话|联系方式|电子邮箱|通信地址|邮政编码|起草单位|解读机关"
    rf"|校对|印数|共印)\s*+:.{{1,120}}|.{{2,60}}{DATE_LINE.pattern}印发"
)
_ERA = lazy(r"(?:中[华華])?民[国國]\s?\d{1,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_LONGEST_LABEL = 20
_FEWEST_WIDGETS = 3
_FIGURES = lazy(r"\d+")
_CLOCK = lazy(r".{0,60}(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d).{0,24}")


def _find(page: Page) -> tuple[Edit, ...]:
    if page.title is None:
        return ()
    around = features(page)
    body = find_anchors(page)
    if body is None:
        return ()
    first, last = body.anchors[0], body.anchors[-1]
    drop = {i for i in range(len(page.lines)) if i not in body.title and is_furniture(page.lines[i].key)}
    drop.update(_above(page, around, body, first))
    drop.update(_below(page, around, body, last))
    drop.update(i for i in range(first, last) if _is_advertisement(page, around[i], i, body))
    drop.update(_widgets(page, around, body))
    drop -= set(body.title)
    if len(drop) == len(page.lines):
        return ()
    trims = [edit for i in range(first) if i not in drop for edit in _trimmed(page, body, i)]
    return tuple(sorted((*cut(page, drop), *trims), key=lambda edit: edit.span))


def _is_advertisement(page: Page, at: Features, index: int, body: Anchored) -> bool:
    """Whether a line within the text is a word of the page that stands apart from it: 广告, or a banner's link."""
    key = page.lines[index].key
    if at.level in body.levels:
        return False
    banner = at.container not in body.containers and not (PROVISION.match(key) or is_attachment(key))
    return (at.linked and (is_control(key) or (banner and len(key) <= _LONGEST_LABEL))) or (
        at.touched and key.endswith(("广告", "推广"))
    )


def _widgets(page: Page, around: tuple[Features, ...], body: Anchored) -> set[int]:
    """What a database sets below every article: the same row of links, but for its figures (案例 3 篇 条文释义 1).

    The last article has one too, so these are looked for from the first anchor to the end of the page.
    """
    rows: dict[str, list[int]] = {}
    for index in range(body.anchors[0], len(page.lines)):
        key, at = page.lines[index].key, around[index]
        apart = at.linked and at.level not in body.levels
        if apart and not (is_attachment(key) or PROVISION.match(key)):
            rows.setdefault(_FIGURES.sub("", key), []).append(index)
    return {index for row, found in rows.items() if row and len(found) >= _FEWEST_WIDGETS for index in found}


def _trimmed(page: Page, body: Anchored, index: int) -> list[Edit]:
    """What a line of the head holds beside the document's words: a forum's label, cells of bookkeeping."""
    line = page.lines[index]
    if index in body.title:
        size, end = thread_type(page, index), without_suffix(page, index)
        spans = (Span(line.start, line.start + size), Span(end, line.end))
        return [Edit(span, "") for span in spans if span]
    return bookkeeping_edits(page, index)


def _above(page: Page, around: tuple[Features, ...], body: Anchored, first: int) -> set[int]:
    """What stands above the text and is not of the document."""
    drop: set[int] = set()
    start = body.title.start if body.title else 0
    for index in range(min(start, first)):
        if not _is_head_of_document(page, around, index, start):
            drop.add(index)
    floor = next((i for i in range(start, first) if is_floor_mark(page.lines[i].key)), -1)
    for index in range(start, first):
        key = page.lines[index].key
        if index in body.title or PROVISION.match(key):
            continue
        at = around[index]
        lone = at.linked and not body.title and at.landmark not in CHROME_LANDMARKS  # may be the title itself
        if is_mark(page, at, index) and (not lone or is_control(key)):
            drop.add(index)
        elif body.title and (is_bookkeeping(key) or _CLOCK.fullmatch(key) or index < floor):
            drop.add(index)  # between title and post stands the card of its author
        elif at.level not in body.levels and at.container not in body.containers:
            stray = bool(body.title) and at.container != around[start].container and _is_stray(page, index)
            if stray or _leads(page, around, index):
                drop.add(index)
    return drop


def _is_stray(page: Page, index: int) -> bool:
    """Whether a line between title and text, in an element of its own, is nothing that stands there in a document."""
    key = page.lines[index].key
    document = (
        _NUMBER.fullmatch(key)
        or _OFFICE.fullmatch(key)
        or _TAIL.fullmatch(key)
        or DATE_LINE.match(key)
        or _ERA.match(key)
        or is_record(key)
        or (index > 0 and is_record_label(page.lines[index - 1].key))
        or key.startswith(("(", "〔", "【", "—", "目"))
    )
    return not document and len(key) <= _LONGEST_LABEL and not key.endswith(":")


def _leads(page: Page, around: tuple[Features, ...], index: int) -> bool:
    """Whether a label heads what belongs to the page: it stands apart from the text and links follow."""
    if index + 1 >= len(page.lines) or _is_tail_of_document(page, around, index):
        return False
    key = page.lines[index].key
    if len(key) > _LONGEST_LABEL or _NUMBER.fullmatch(key) or _OFFICE.fullmatch(key) or _TAIL.fullmatch(key):
        return False
    below = around[index + 1]
    return (below.linked or below.landmark == "questionnaire") and not is_attachment(key)


def _is_head_of_document(page: Page, around: tuple[Features, ...], index: int, title: int) -> bool:
    """Whether a line above the title is part of the document: its number, the office, a row of the record."""
    key = page.lines[index].key
    if around[index].linked or around[index].landmark in CHROME_LANDMARKS:
        return False
    if _NUMBER.fullmatch(key) or _HEAD.fullmatch(key) or is_record(key):
        return True
    above = page.lines[index - 1].key if index else ""
    if is_record_label(above) and not is_control(key) and not is_bookkeeping(key):
        return True
    beside = around[index].container == around[title].container and around[index].level == around[title].level
    return beside and title - index <= 3 and bool(_OFFICE.fullmatch(key))


def _below(page: Page, around: tuple[Features, ...], body: Anchored, last: int) -> set[int]:
    """What stands below the text and is not of the document."""
    drop: set[int] = set()
    lines = range(last + 1, len(page.lines))
    marks = {i for i in lines if is_mark(page, around[i], i)}
    ended = False
    for index in lines:
        key, at = page.lines[index].key, around[index]
        ours = at.container in body.containers
        if index in marks:
            pointed = at.linked and ours and not (ended or is_control(key) or is_furniture(key) or is_button_row(key))
            if pointed:
                continue
            drop.add(index)
            # one word in the middle, such as 广告, ends nothing
            lone = index + 1 not in marks and index - 1 not in marks and (at.linked or is_control(key))
            ended = ended or not (lone and index + 1 in lines and around[index + 1].level in body.levels)
        elif ended and is_attachment(key):
            ended = False  # below the controls the page shows an annex
        elif ended and not _is_tail_of_document(page, around, index):
            drop.add(index)
        elif at.level not in body.levels and not ours and _leads(page, around, index):
            drop.add(index)
            ended = True
    return drop


def _is_tail_of_document(page: Page, around: tuple[Features, ...], index: int) -> bool:
    """Whether a line below the text is part of the document: signature, date, annex, record of printing, table row."""
    key = page.lines[index].key
    if is_attachment(key) or _TAIL.fullmatch(key) or DATE_LINE.fullmatch(key):
        return True
    below = page.lines[index + 1].key if index + 1 < len(page.lines) else ""
    if _OFFICE.fullmatch(key) and DATE_LINE.fullmatch(below):
        return True
    return around[index].cells >= 2 and not around[index].touched


MAIN_TEXT = Rule(
    name="main-text",
    reason="what a web page has above its title, around its text and below it is the page, not the document",
    label_zh="正文以外的页面内容",
    find=_find,
    examples=(),
    negatives=("登录\n若干措施\n一、支持算力建设。\n上一篇：某通知", "关于调整价格的公告\n第一阶梯　每立方米2元"),
)
