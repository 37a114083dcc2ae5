"""Words that bind nobody where they stand: the 保障 of 住房保障主管部门, the 一般 of 一般机具."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["with_named"]

_FIELDS = frozenset({"保障", "支持", "引导", "推荐", "保证"})
"""Fields of work that an organ may be named after, and duties elsewhere."""
_NAMED_AFTER = re.compile("(?:主管|行政|管理)(?:部门|机关)|[局委]$|中心|委员会|部门")
_NO_NAME = re.compile(r"[^\u4e00-\u9fff]|^(?:应当|应|可以|可|不|不得|要|须|必须|并|和|与|及|对|为|以|加强|加大|强化)$")
_SOFTENED = re.compile(
    r"\W|\d|^(?:[不应可为按在由以需要约占每至最设]|给予|予以|控制|达到?|超过|低于|安排|采取|采用|实行|实施|通过|根据|情况|只|仅|于|自|从|"
    "具有|包括|作为|执行|使用)"
)
"""What 一般 loosens: 一般不超过3年, 一般由市局负责; before a noun it tells a kind of thing."""


def with_named(words: Sequence[str]) -> Sequence[str]:
    """The words of a sentence, a field with the head of the organ named after it, and a kind with its noun, as one.

    >>> with_named(("市", "住房", "保障", "主管部门", "负责"))
    ('市', '住房', '保障主管部门', '负责')
    >>> with_named(("一般", "机具")), with_named(("一般", "不超过", "3年")), with_named(("应", "保障", "部门", "预算"))
    (('一般机具',), ('一般', '不超过', '3年'), ('应', '保障', '部门', '预算'))
    """
    if "一般" not in words and _FIELDS.isdisjoint(words):
        return words
    found: list[str] = []
    joins = False
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else ""
        if joins:
            found[-1] += word
        else:
            found.append(word)
        if word == "一般":
            joins = bool(follows) and not _SOFTENED.match(follows)
        else:
            named = word in _FIELDS and at > 0 and not _NO_NAME.search(words[at - 1])
            joins = named and _NAMED_AFTER.search(follows) is not None
    return tuple(found)
