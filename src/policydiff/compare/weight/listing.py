"""A list inside a sentence that was set as items, or back: 载明时间、地点 → 载明下列事项：时间；地点。

The items come as the texts of their units, without their numbers, one on each line or behind a semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from policydiff.compare.weight.content import content

__all__ = ["is_set_otherwise"]

_INTRODUCED = re.compile(r"(?:下列|以下(?!列))(?![^：:]{0,8}之一)[\u4e00-\u9fff]{0,8}[：:]")
_NEXT = re.compile(r"[；;\n]")
_END = "；;。，, \t\r\n"
_NO_PLAIN_ITEM = re.compile("[，。；：,;:]")
_LONGEST = 2_000
"""Characters; what is longer was never one sentence."""


def is_set_otherwise(before: str, after: str) -> bool:
    """Whether of two texts one says as a list of items what the other one says in a sentence.

    >>> is_set_otherwise("不得买卖、出租网具。", "不得有下列行为：买卖网具；出租网具。")
    True
    >>> is_set_otherwise("不得买卖、出租网具。", "不得有下列行为：买卖网具；出借网具。")
    False
    """
    if max(len(before), len(after)) > _LONGEST:
        return False
    for plain, listed in ((before, after), (after, before)):
        sentences = () if _INTRODUCED.search(plain) else tuple(_sentences(listed))
        if sentences:
            said = _said(plain)
            if any(_said(sentence) == said for sentence in sentences):
                return True
    return False


def _sentences(listed: str) -> Iterator[str]:
    """The sentences that a list of items may stand for; what all begin or end with may be said once."""
    parts = _INTRODUCED.split(listed)
    if len(parts) != 2:
        return
    lead = parts[0]
    items = [item for part in _NEXT.split(parts[1].strip(_END)) if (item := part.strip(_END))]
    if len(items) < 2 or any(map(_NO_PLAIN_ITEM.search, items)):
        return
    lists = ["、".join(items)]
    first, last = _alike(items), _alike([item[::-1] for item in items])
    if last and all(len(item) > last for item in items):
        lists.append("、".join(item[:-last] for item in items) + items[0][-last:])
    if first > 1 and all(len(item) > first for item in items):
        lists.append(items[0][:first] + "、".join(item[first:] for item in items))
    leads = (lead, lead[:-1]) if lead.endswith("有") and not lead.endswith("具有") else (lead,)
    yield from (f"{one}{listed}。" for one in leads for listed in lists)


def _alike(items: Sequence[str]) -> int:
    """With how many equal characters all items begin."""
    return sum(1 for _ in takewhile(lambda heads: len(set(heads)) == 1, zip(*items, strict=False)))


def _said(text: str) -> str:
    """What a text says but for what joins its lists; who must not do one thing or the other must do neither."""
    words = content(text)
    joints = {"、", "或者"} if "不得" in words else {"、"}
    return "".join(word for word in words if word not in joints)
