"""Words that bind nobody where they stand: the 保障 of 住房保障主管部门, the 一般 of 一般机具, the 可 of 可再生能源."""

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


_ABLE = frozenset({"可", "不可"})
_QUALITY = re.compile("(?:持续|循环|再生|降解|追溯)")
"""What 可 makes a quality wherever it stands: 可持续发展, 可再生能源."""
_KIND = frozenset({"分配", "移动", "回收", "利用", "支配", "推广", "复制"})
_NO_THING = re.compile(r"[^\u4e00-\u9fff]|^(?:给|至|到|向|为|于|在|用于|作为|其|该|一|和|或者?|并|但)$")
"""What follows a verb: 利润可分配给成员 allows it, 可分配利润 and 可移动的文物 are kinds of things."""
_KNOWS = frozenset({"知道", "知悉", "知晓"})
_LEADS = frozenset({*_FIELDS, *_ABLE, "一般", "应当"})


def with_named(words: Sequence[str]) -> Sequence[str]:
    """The words of a sentence, with those as one that only together say something.

    They are a field with the head of the organ named after it, a kind with its noun, 可 with the quality it makes, and
    应当知道, which is no duty to know.

    >>> with_named(("市", "住房", "保障", "主管部门", "负责"))
    ('市', '住房', '保障主管部门', '负责')
    >>> with_named(("一般", "机具")), with_named(("一般", "不超过", "3年")), with_named(("应", "保障", "部门", "预算"))
    (('一般机具',), ('一般', '不超过', '3年'), ('应', '保障', '部门', '预算'))
    >>> with_named(("可", "分配", "利润")), with_named(("可", "分配", "给", "成员")), with_named(("应当", "知道"))
    (('可分配', '利润'), ('可', '分配', '给', '成员'), ('应当知道',))
    """
    if _LEADS.isdisjoint(words):
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
        elif word in _ABLE:
            behind = words[at + 2] if at + 2 < len(words) else ""
            joins = bool(_QUALITY.match(follows)) or (
                follows in _KIND and bool(behind) and not _NO_THING.search(behind)
            )
        elif word == "应当":
            joins = follows in _KNOWS
        else:
            named = word in _FIELDS and at > 0 and not _NO_NAME.search(words[at - 1])
            joins = named and _NAMED_AFTER.search(follows) is not None
    return tuple(found)
