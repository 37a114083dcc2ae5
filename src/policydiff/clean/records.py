"""The record of a document on a portal: rows of labels and values, some of the document and some of the portal's files.

发文字号：某政发〔2024〕7号 is the document's own; 索引号, 主题分类 and 点击数 are how the portal keeps it.
"""

from __future__ import annotations

import re

from policydiff.clean.controls import is_control
from policydiff.clean.page import Page
from policydiff.fold import HAN
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["bookkeeping_edits", "bookkeeping_fields", "is_bookkeeping", "is_filed", "is_record", "is_record_label"]

_OWN = (
    r"(?:发文|制发|印发|制定|公布|颁布)?(?:机关|单位|字号|文号)\s*:|(?:发文|文)\s*号\s*:"
    r"|(?:成文|印发|公布|公佈|颁布|生效|施行|实施|失效|废止)(?:日期|时间)\s*:"
    r"|(?:有\s*效\s*期|标\s*题|文件名称|公文名称|[法法][规規]名[称稱]|名\s*称)\s*:"
)
_RECORD = lazy(_OWN)
_LABEL = (
    r"(?:索\s*引\s*号|信息索取号|主\s*题\s*(?:分\s*类|词)|体裁分类|组配分类|服务对象|信息(?:分类|类别|来源|名称|索引)"
    r"|公开(?:类别|方式|范围|形式|责任部门|时限)|生成日期|发布(?:日期|时间|机构|单位|部门|人)"
    r"|政策(?:级别|层级|类型|状态)|适用(?:地区|行业|规模)|申报(?:状态|方式)|所属(?:行业|地区|栏目)|栏目|关键[词字]"
    r"|点击(?:数|量)|浏览(?:次数|量)|文件状态|公文时效|效力(?:级别|位阶|等级)|[法法][规規][类類][别別]|时\s*效\s*性"
    r"|法宝引证码|专题分类|上传(?:人|者|时间)|文档(?:编号|大小|格式|页数))"
)
_BOOKKEEPING = lazy(rf"{_LABEL}\s*(?::|$|\t|\s)?")
_KEPT = lazy(rf"{_LABEL}\s*:")
_FIELD = lazy(rf"(?:(?<=\s)|^)(?:{HAN}{{2,8}}|{HAN}(?:\s{{1,4}}{HAN}){{1,3}})\s?:")
_FILED = lazy(
    r"(?:^|\s)(?:索\s*引\s*号|信息索取号|主\s*题\s*分\s*类|体裁分类|组配分类|公开(?:类别|方式|责任部门)|公文时效|生成日期)\s*:"
)
_LONGEST = 400


def is_bookkeeping(key: str) -> bool:
    """Whether a line starts with a label of the portal's own files.

    >>> is_bookkeeping("索 引 号:530000/2024-00123"), is_bookkeeping("发文字号:某政发〔2024〕7号")
    (True, False)
    """
    return bool(_BOOKKEEPING.match(key))


def is_record_label(key: str) -> bool:
    """Whether a line is a label of the document's record, whose value stands on the next one."""
    return bool(_RECORD.fullmatch(key))


def is_record(key: str) -> bool:
    """Whether a line is a row of the record: a label of the document with its value, or a label alone."""
    if is_record_label(key):
        return True
    for label in _RECORD.finditer(key):
        value = key[label.end() :].strip()
        if (label.start() == 0 or key[label.start() - 1].isspace()) and value:
            return not is_control(value) and not re.match(rf"{HAN}{{2,8}}\s*:", value)
    return False


def is_filed(key: str) -> bool:
    """Whether a row holds a label that none but a portal sets: 索引号, 主题分类; 服务对象 may be the document's."""
    return len(key) <= _LONGEST and bool(_FILED.search(key))


def bookkeeping_fields(key: str) -> tuple[tuple[int, int, bool], ...]:
    """The labelled fields that a line is made of: where each starts and ends, and whether it is the portal's.

    Nothing where the line starts with anything but a label.

    >>> [key for *_, key in bookkeeping_fields("索 引 号:530000/2024-00123 发文字号:某政发〔2024〕7号")]
    [True, False]
    """
    starts = [match.start() for match in _FIELD.finditer(key)] if len(key) <= _LONGEST else []
    if not starts or starts[0] != 0:
        return ()
    ends = [*starts[1:], len(key)]
    return tuple((start, end, bool(_KEPT.match(key, start))) for start, end in zip(starts, ends, strict=True))


def bookkeeping_edits(page: Page, index: int) -> list[Edit]:
    """What takes the portal's fields out of a row that holds others as well: 索引号 beside 发文机关."""
    line = page.lines[index]
    fields = bookkeeping_fields(line.key)
    own = [start for start, _, portal in fields if not portal]
    if not own or len(own) == len(fields):
        return []
    spans: list[Span] = []
    for start, end, portal in fields:
        if portal and start > own[-1]:  # the last ones go with the blank before them
            behind = len(line.key[:start].rstrip())
            spans.append(Span(line.start + behind, line.end))
            break
        if portal:
            spans.append(Span(line.start + start, line.start + end))
    return [Edit(span, "") for span in spans]
