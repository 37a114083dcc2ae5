"""Which end of a range a figure is: 一千元以上三千元以下, 由100万元到300万元, 三万元以下.

A figure that stays where it stood but changes its part is another figure: where 一千元以上三千元以下 became
三千元以上一万元以下, the 三千元 that was the most is not the 三千元 that is the least now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["has_figure", "parts", "with_parts"]

_FIGURE = re.compile(r"\d|[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+[^\W\d_]")
_SKIPPED = frozenset({"（", "）", "(", ")", "含", "不含", "的", " "})
_LOW_BEHIND, _HIGH_BEHIND = frozenset({"以上", "起"}), frozenset({"以下", "以内", "之内", "内"})
_TO = frozenset({"至", "到", "—", "-", "－", "–", "~", "～", "——"})
_HIGH_BEFORE = frozenset({"最高", "最多", "至多", "不超过", "上限", "封顶"})
_LOW_BEFORE = frozenset({"最低", "最少", "至少", "不低于", "不少于", "下限"})
_MARKS = {"low": "\ue010", "high": "\ue011"}


def parts(words: Sequence[str]) -> dict[int, str]:
    """The figures among some words that are one end of a range or a bound, and which.

    >>> parts(("处", "一千元", "以上", "三千元", "以下", "罚款"))
    {1: 'low', 3: 'high'}
    >>> parts(("给予", "100万元", "到", "300万元"))
    {1: 'low', 3: 'high'}
    """
    found = {}
    for at, word in enumerate(words):
        if not _FIGURE.match(word):
            continue
        behind, before = _next(words, at, 1), _next(words, at, -1)
        if behind in _LOW_BEHIND or behind in _TO or before in _LOW_BEFORE:
            found[at] = "low"
        elif behind in _HIGH_BEHIND or before in _TO or before in _HIGH_BEFORE:
            found[at] = "high"
    return found


def with_parts(words: Sequence[str]) -> Sequence[str]:
    """The words, each end of a range with a mark for its part, so that only like ends are taken for the same."""
    found = parts(words)
    return [_MARKS[found[at]] + word if at in found else word for at, word in enumerate(words)] if found else words


def has_figure(words: Sequence[str]) -> bool:
    """Whether any of some words is a figure."""
    return any(_FIGURE.match(word) for word in words)


def _next(words: Sequence[str], at: int, step: int) -> str:
    """The word beside a figure, notes in brackets (含) left out."""
    for place in range(at + step, at + 5 * step, step):
        if not 0 <= place < len(words):
            return ""
        if words[place] not in _SKIPPED:
            return words[place]
    return ""
