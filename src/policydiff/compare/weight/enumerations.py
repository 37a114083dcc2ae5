"""Lists whose members only changed places: 渔船、渔港和渔具 → 渔具、渔船和渔港 says the same.

Where the order itself is a rule (依次, 顺序, 优先) it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

__all__ = ["in_old_order", "is_ordered"]

_JOINERS = {"、": "、", "和": "、", "与": "、", "及": "、", "以及": "、", "或": "或者", "或者": "或者"}
_MARKS = re.compile("[，。；：,.;:]")
_ORDERED = re.compile("依次|顺序|次序|先后|顺位|优先|排序|序列|为主|为辅")
_MOST = 25_000_000
"""Texts of more pairs of words (5,000 by 5,000) are no sentences."""
_LONGEST = 60
_APART = 10
_MEMBER = 8
_AROUND = 5
"""Words; a longer list, or a longer member of one, is no plain enumeration."""

Plain = Callable[[Sequence[str]], bool]


def in_old_order(before: Sequence[str], after: Sequence[str], plain: Plain) -> Sequence[str]:
    """The new words, with each list whose members only changed places put into the order of the old one.

    `plain` says of the words of a member that they are names, and neither duties nor conditions.

    >>> old, new = ["由", "渔船", "、", "渔港", "申报"], ["由", "渔港", "和", "渔船", "申报"]
    >>> in_old_order(old, new, lambda words: True) == old
    True
    """
    joins = _JOINERS.keys()
    if len(before) * len(after) > _MOST:
        return after
    if joins.isdisjoint(before) or joins.isdisjoint(after) or is_ordered((*before, *after)):
        return after
    before, after = [_JOINERS.get(word, word) for word in before], [_JOINERS.get(word, word) for word in after]
    codes = [code for code in Indel.opcodes(before, after) if code.tag != "equal"]
    found: list[str] = []
    taken, done = 0, 0
    for i, one in enumerate(codes):
        for other in codes[i + 1 : i + 1 + _APART]:
            old, new = (one.src_start, other.src_end), (one.dest_start, other.dest_end)
            if old[0] < done or max(old[1] - old[0], new[1] - new[0]) > _LONGEST:
                continue
            around = _around(before, after, old, new, plain)
            if around and old[0] - around[0] >= done and new[0] - around[0] >= taken:
                left, right = around
                found += (*after[taken : new[0] - left], *before[old[0] - left : old[1] + right])
                taken, done = new[1] + right, old[1] + right
                break
    return [*found, *after[taken:]]


def is_ordered(words: Sequence[str]) -> bool:
    """Whether a sentence speaks of an order: 渔船、渔港依次登记."""
    return any(map(_ORDERED.search, words))


def _around(
    before: Sequence[str], after: Sequence[str], old: tuple[int, int], new: tuple[int, int], plain: Plain
) -> tuple[int, int] | None:
    """With how many equal words on either side what changed is one list in two orders; null if it is none."""
    if sorted("".join(before[old[0] : old[1]])) != sorted("".join(after[new[0] : new[1]])):
        return None
    ahead = before[max(0, old[0] - _AROUND) : old[0]][::-1], after[max(0, new[0] - _AROUND) : new[0]][::-1]
    behind = before[old[1] : old[1] + _AROUND], after[new[1] : new[1] + _AROUND]
    for left in range(_reach(*ahead) + 1):
        for right in range(_reach(*behind) + 1):
            mine, theirs = before[old[0] - left : old[1] + right], after[new[0] - left : new[1] + right]
            if _members(mine) == _members(theirs) and _is_plain(mine, plain):
                return left, right
    return None


def _reach(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two stretches begin with alike, as far as that matters."""
    longest = min(len(one), len(other))
    return next((at for at in range(longest) if one[at] != other[at]), longest)


def _split(words: Sequence[str]) -> list[tuple[str, ...]]:
    members: list[tuple[str, ...]] = []
    joins = ("、", "或者")
    member: list[str] = []
    for word in (*words, "、"):
        if word in joins:
            members.append(tuple(member))
            member = []
        else:
            member.append(word)
    return members


def _members(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """What a list joins, and by what, in no order; a dictionary may cut one word in two ways (所有人, 经营 人)."""
    return sorted(word for word in words if word in _JOINERS), sorted(map("".join, _split(words)))


def _is_plain(words: Sequence[str], plain: Plain) -> bool:
    members = _split(words)
    return len(members) > 1 and all(
        0 < len(member) <= _MEMBER and plain(member) and not any(map(_MARKS.search, member)) for member in members
    )
