"""Labels that lead to attachments.

What a notice says of its annexes (附件：1.申报指南) is a part of the document with a place of its own between text and
signature, and 附件 above an annex is its heading.  The names of files and the word above them are the page's.
"""

from __future__ import annotations

import re

from policydiff.clean.page import SENTENCE_END, Page, cut
from policydiff.clean.rule import Rule
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["ATTACHMENTS"]

_SUFFIX = r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|7z|txt|jpe?g|png)"
_LABEL = lazy(r"(?:相关|公文)?附\s?件\s*:?|(?:相关|公文)附\s?件\s*:?\s*.{0,60}|附件(?:下载|列表)\s*:?\s*.{0,60}")
_OPEN_LABEL = lazy(r"附\s?件\s*:?")
_FILE = lazy(
    rf"(?:附件\s?[\d一二三四五六七八九十]*\s*+[:.、]?)?\s*+[^。]{{1,80}}{_SUFFIX}(?:\s*+[(\[].{{0,20}}[)\]])?",
    re.IGNORECASE,
)


def _find(page: Page) -> tuple[Edit, ...]:
    lines = page.lines
    drop = {index for index, line in enumerate(lines) if _FILE.fullmatch(line.key)}
    for index in reversed(range(len(lines))):
        key = lines[index].key
        if not _LABEL.fullmatch(key) or SENTENCE_END.search(key):
            continue
        # 附件 above a text or above numbered titles is the document's own; above files, or nothing, it is the page's
        if not _OPEN_LABEL.fullmatch(key) or index + 1 == len(lines) or index + 1 in drop:
            drop.add(index)
    return cut(page, drop) if len(drop) < len(lines) else ()


ATTACHMENTS = Rule(
    name="attachments",
    reason="a file name, and a label with nothing but files below it, lead to a download; the names of annexes stay",
    label_zh="附件下载链接",
    find=_find,
    examples=(
        ("特此通知。\n某市经信局\n附件：\n若干政策（征求意见稿）.pdf", "特此通知。\n某市经信局"),
        ("特此通知。\n附件下载：若干政策", "特此通知。"),
        ("特此通知。\n附件\n申报指南.doc\n申报书.xls", "特此通知。"),
        ("特此通知。\n附件1：申报书.docx", "特此通知。"),
    ),
    negatives=(
        "附件1\n申报指南",
        "特此通知。\n附件：若干政策（征求意见稿）\n某市经信局",
        "特此通知。\n附件：1.申报指南\n2.申报书\n某市经信局",
        "特此通知。\n附件\n若干政策",
        "附件所列项目由市经信局审核。",
        "附件：以下材料须加盖公章。",
        "特此通知。\n1.申报书",
    ),
)
