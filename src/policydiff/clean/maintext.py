"""The main text of a web page: what stands above its title, around its text and below its last line goes.

A page is read from its text outwards.  Prose and numbered provisions that are neither links nor words of the site are
its *anchors*; the title is the line that the page itself is called by.  Between the first and the last anchor only what
is furniture in any page is taken out.  Above the title and below the last anchor a line has to look like a part of a
document (a number, an issuer, a signature, a date, an annex, a row of a table) or share the element of the text.
"""

from __future__ import annotations

import re

from policydiff.clean.anchors import PROVISION, Anchored, find_anchors, is_mark
from policydiff.clean.controls import is_control, is_floor_mark, is_furniture
from policydiff.clean.features import CHROME_LANDMARKS, Features, features, is_attachment
from policydiff.clean.page import DATE_LINE, Page, cut
from policydiff.clean.rule import Rule
from policydiff.clean.titles import thread_type, without_suffix
from policydiff.fold import HAN
from policydiff.model import Edit, Span

__all__ = ["MAIN_TEXT"]

_NUMBER = re.compile(
    rf"{HAN}{{1,12}}\s?[〔\[(【]\s?\d{{4}}\s?[〕\])】]\s?(?:第\s?)?[\dXx×]{{1,5}}\s?号"
    rf"|(?:{HAN}{{2,30}}(?:令|公告|通告|决定|决议))?\s?\(?第\s?[\d一二三四五六七八九十百零〇]{{1,6}}\s?号\)?"
)
_OFFICE = re.compile(
    rf"(?:{HAN}|[\s、()]){{1,60}}(?:政府|委员会|办公厅|办公室|[部委局厅院署行会办]|大会|指挥部|法院|检察院|公司|中心|小组)(?:\(?(?:章|印|代章)\)?)?"
)
_HEAD = re.compile(
    rf"(?:{HAN}|\s){{2,40}}文件|(?:特急|加急|急件|平急|机密|秘密|绝密|内部)(?:★.{{0,6}})?|签发人\s*:.{{0,20}}"
)
_RECORD = re.compile(
    r"(?:发文|制发|印发|制定|公布|颁布)?(?:机关|单位|字号|文号)\s*:|(?:发文|文)\s*号\s*:|(?:成文|印发|公布|颁布|生效|施行|实施|失效|废止)(?:日期|时间)\s*:"
    r"|(?:有\s*效\s*期|标\s*题|文件名称|公文名称|名\s*称)\s*:"
)
_TAIL = re.compile(
    r"\(.{2,60}\)|(?:抄送|抄报|主送|印送|发送|分送|主题词|公开方式|公开属性|联系人|联系电话|联系方式|电子邮箱|通信地址|邮政编码|起草单位|解读机关"
    rf"|校对|印数|共印)\s*:.{{1,120}}|.{{2,60}}{DATE_LINE.pattern}印发"
)
_LONGEST_LABEL = 20
_CLOCK = re.compile(r".{0,60}(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d).{0,24}")
_BOOKKEEPING = re.compile(
    r"(?:索\s*引\s*号|主题(?:分类|词)|体裁分类|组配分类|服务对象|信息(?:分类|类别|来源|名称|索引)|公开(?:类别|方式|范围|形式|责任部门|时限)|生成日期|发布(?:日期|时间|机构|单位|部门|人)"
    r"|政策(?:级别|层级|类型|状态)|适用(?:地区|行业|规模)|申报(?:状态|方式)|所属(?:行业|地区|栏目)|栏目|关键[词字]|点击(?:数|量)|浏览(?:次数|量)|文件状态|效力级别|法规类别|时效性"
    r"|法宝引证码|专题分类|上传(?:人|者|时间)|文档(?:编号|大小|格式|页数))\s*(?::|$|\t|\s)?"
)


def _find(page: Page) -> tuple[Edit, ...]:
    if page.title is None:
        return ()
    around = features(page)
    body = find_anchors(page, around)
    if body is None:
        return ()
    first, last = body.anchors[0], body.anchors[-1]
    drop = {i for i in range(len(page.lines)) if i not in body.title and is_furniture(page.lines[i].key)}
    drop.update(_above(page, around, body, first))
    drop.update(_below(page, around, body, last))
    drop.update(i for i in range(first, last) if _is_advertisement(page, around[i], i, body))
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


def _trimmed(page: Page, body: Anchored, index: int) -> list[Edit]:
    """What a line of the head holds beside the document's words: a forum's label, cells of bookkeeping."""
    line = page.lines[index]
    if index in body.title:
        size, end = thread_type(page, index), without_suffix(page, index)
        spans = (Span(line.start, line.start + size), Span(end, line.end))
        return [Edit(span, "") for span in spans if span]
    if "\t" not in page.text[line.start : line.end]:
        return []
    edits = []
    cells = [
        Span(line.start + m.start(), line.start + m.end())
        for m in re.finditer(r"[^\t]+", page.text[line.start : line.end])
    ]
    for label, value in zip(cells[::2], cells[1::2], strict=False):
        if _BOOKKEEPING.fullmatch(line.key[label.start - line.start : label.end - line.start]):
            start = label.start if label.start == line.start else label.start - 1
            edits.append(Edit(Span(start, value.end + (start == line.start)), ""))
    return edits if edits and len(cells) % 2 == 0 else []


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
        elif body.title and (_BOOKKEEPING.match(key) or _CLOCK.fullmatch(key) or index < floor):
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
        or _records(key)
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
    return around[index + 1].linked and not is_attachment(key)


def _is_head_of_document(page: Page, around: tuple[Features, ...], index: int, title: int) -> bool:
    """Whether a line above the title is part of the document: its number, the office, a row of the record."""
    key = page.lines[index].key
    if around[index].linked or around[index].landmark in CHROME_LANDMARKS:
        return False
    if _NUMBER.fullmatch(key) or _HEAD.fullmatch(key) or _records(key):
        return True
    above = page.lines[index - 1].key if index else ""
    if _RECORD.fullmatch(above) and not is_control(key) and not _BOOKKEEPING.match(key):
        return True
    beside = around[index].container == around[title].container and around[index].level == around[title].level
    return beside and title - index <= 3 and bool(_OFFICE.fullmatch(key))


def _records(key: str) -> bool:
    """Whether a line is a row of the record: a label of the document with its value, or a label alone."""
    if _RECORD.fullmatch(key):
        return True
    for label in _RECORD.finditer(key):
        value = key[label.end() :].strip()
        if (label.start() == 0 or key[label.start() - 1].isspace()) and value:
            return not is_control(value) and not re.match(rf"{HAN}{{2,8}}\s*:", value)
    return False


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
            pointed = at.linked and ours and not (ended or is_control(key) or is_furniture(key))
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
