"""Labels that lead to attachments, under a notice or above the text that it announces."""

from __future__ import annotations

import re

from policydiff.clean.page import SENTENCE_END, Page, cut
from policydiff.clean.rule import Rule
from policydiff.model import Edit

__all__ = ["ATTACHMENTS"]

_SUFFIX = r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|7z|txt|jpe?g|png)"
_LABEL = re.compile(r"(?:相关|公文)?附\s?件(?:下载|列表|清单)?\s*(?P<colon>:)?\s*(?P<title>.*)")
_FILE = re.compile(
    rf"(?:附件\s?[\d一二三四五六七八九十]*\s*[:.、]?)?\s*[^。]{{1,80}}{_SUFFIX}(?:\s*[(\[].{{0,20}}[)\]])?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:附件\s?)?[(]?(?P<number>\d{1,2})[.、)+]\s*\S")
_LONGEST = 100


def _find(page: Page) -> tuple[Edit, ...]:
    lines = page.lines
    drop: set[int] = set()
    index = 0
    while index < len(lines):
        key = lines[index].key
        label = _LABEL.fullmatch(key)
        if _FILE.fullmatch(key):
            drop.add(index)
        elif label and len(key) <= _LONGEST and not SENTENCE_END.search(key) and (label["colon"] or not label["title"]):
            drop.add(index)
            title = _ITEM.match(label["title"])
            index = _listed(page, index, int(title["number"]) + 1 if title else 1, drop) if label["colon"] else index
        index += 1
    return cut(page, drop) if len(drop) < len(lines) else ()


def _listed(page: Page, index: int, number: int, drop: set[int]) -> int:
    """Take the numbered titles below a label, as long as they count on from it; gives the last line taken."""
    if not 1 <= number <= 2:
        return index
    while index + 1 < len(page.lines):
        key = page.lines[index + 1].key
        item = _ITEM.match(key)
        if not item or int(item["number"]) != number or len(key) > _LONGEST or SENTENCE_END.search(key):
            break
        index += 1
        number += 1
        drop.add(index)
    return index


ATTACHMENTS = Rule(
    name="attachments",
    reason="a label or a file name leads to an attachment; the number of an annex, 附件1, is structure and stays",
    label_zh="附件标签",
    find=_find,
    examples=(
        ("特此通知。\n附件：若干政策（征求意见稿）\n某市经信局", "特此通知。\n某市经信局"),
        ("特此通知。\n附件：1.申报指南\n2.申报书\n某市经信局", "特此通知。\n某市经信局"),
        ("特此通知。\n附件\n若干政策", "特此通知。\n若干政策"),
        ("特此通知。\n附件1：申报书.docx", "特此通知。"),
    ),
    negatives=("附件1\n申报指南", "附件所列项目由市经信局审核。", "附件：以下材料须加盖公章。", "特此通知。\n1.申报书"),
)
