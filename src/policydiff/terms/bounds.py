"""What binds a figure: 不超过, 最高, 以上, 不足, 至, 左右, (不含).

The figures of a view become readings: one figure, or two that form a range, with the words that bind them.  Which
bounds include the figure follows the Civil Code, art. 1259: 以上, 以下, 以内 do, 超过, 不满, 以外 do not;
(含) and (不含) overrule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from policydiff.model import Bound
from policydiff.patterns import lazy
from policydiff.terms.bound_words import prefix_of
from policydiff.terms.figures import Figure

__all__ = ["Reading", "readings_of", "rebound"]

_ABOUT = lazy("(?:大约|约为|约|接近|将近|(?<![最附邻就])近|上(?=$))(?:人民币)?$")
_TO = lazy("--?-?|~|至|到")
_AND = lazy("[、,]?(?:且|但|并|而|同时|至|到|-|~)|、?")
_TAIL = lazy(
    r"(?P<brackets>\((?:不?含)[^()]{0,12}\))?"
    r"(?P<word>范围以?内|及其?以上|及其?以下|\(?含\)?以上|以上|以下|以内|之内|内(?!容(?!纳)|部(?!署)|外|涵|在(?=质|价值|联系|动力|需求|要求|因素|逻辑|规律)|陆|蒙|径|河|海|"
    r"设(?=机构|部门|科|处|组织|单位|分支|委员会)|需(?=市场|潜力|拉动))|左右|上下|不等|封顶|起步|为限|为上限|为下限|"
    r"起(?=[,。;、)的]|$))?"
    r"(?P<after>\((?:不?含)[^()]{0,12}\))?"
)
_INSIDE = frozenset({"内", "之内", "范围内"})
_PER = lazy(
    r"/\(?每?[^\W\d_]{1,4}?(?:[·/.*]每?[^\W\d_]{1,4}?){0,2}\)?(?=$|[^\w·/.*]|以|的|不|左|给|补|奖|标)|每(?:平方米|人|年|月|亩|吨|户|台|套|个)(?=以|的|[,。;、)])"
)


_MOVED = lazy(
    "(?:提高|增加|上调|上浮|上涨|提升|调增|调高|增|涨|降低|减少|下调|下降|调减|调低|延长|缩短|压缩|扩大)(?:了|约)?$"
)
_LEVEL = 3
"""So many times the step a level is at least, where 至 alone stands between; ranges of steps seldom reach so far."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure or a range with its bound: `start` to `end` is the quote; `core` is where the figure itself begins.

    A `former` figure is what held before, an `increment` by how much it moved.  Where one replaces the other
    (由A提高到B), `change` says for both where 由 starts and ends and where A starts: the words around 由 speak of A
    and of B.
    """

    start: int
    core: int
    end: int
    low: Fraction | None
    high: Fraction | None
    bound: Bound
    figure: Figure
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    per: str | None = None
    prefixed: bool = False
    suffixed: bool = False
    former: bool = False
    increment: bool = False
    change: tuple[int, int, int] | None = None


def readings_of(text: str, figures: list[Figure]) -> list[Reading]:
    """Bind every figure, join ranges, and let a bound reach along a list it opens or closes."""
    readings: list[Reading] = []
    i = 0
    while i < len(figures):
        suffix = _suffix(text, figures[i])
        after = _behind(figures, i, suffix.end)  # not the figure of 1亿元以上(含1亿元)
        joined = _range(text, figures[i], figures[after]) if after < len(figures) else None
        readings.append(joined or _single(text, figures[i], suffix))
        i = _behind(figures, after if joined else i, readings[-1].end)
    return _along_lists(text, readings)


def _behind(figures: Sequence[Figure], i: int, end: int) -> int:
    """The next figure that does not stand within what has been read up to `end`."""
    i += 1
    while i < len(figures) and figures[i].end <= end:
        i += 1
    return i


@dataclass(frozen=True, slots=True)
class _Suffix:
    end: int
    bound: Bound | None
    approximate: bool
    is_open: bool | None
    per: str | None


def _suffix(text: str, figure: Figure) -> _Suffix:
    per = None
    at = figure.end
    if figure.unit and figure.unit.kind in {"money", "quantity", "rate"} and (match := _PER.match(text, at)):
        per = match[0]
        after = _TAIL.match(text, match.end())
        if after is None or not after["word"]:
            return _Suffix(figure.end, None, False, None, per)
        at = match.end()
    match = _TAIL.match(text, at)
    if match is None or match.end() == at:
        return _Suffix(figure.end, None, False, None, per)
    word = match["word"] or ""
    bound: Bound | None = None
    if word.endswith(("以上", "起步", "下限")) or (
        word == "起" and figure.unit and figure.unit.kind in {"money", "count"}
    ):
        bound = "floor"
    elif word.endswith(("以下", "以内", "封顶", "为限", "上限")) or (_counts_down(figure) and word in _INSIDE):
        bound = "cap"
    elif word in {*_INSIDE, "起"}:
        return _Suffix(figure.end, None, False, None, per)
    brackets = (match["brackets"] or "") + (match["after"] or "")
    is_open = brackets.startswith("(不含") if brackets else None
    if not word and not brackets:
        return _Suffix(figure.end, None, False, None, per)
    return _Suffix(match.end(), bound, word in {"左右", "上下"}, is_open, per)


def _counts_down(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.kind in {"duration", "quantity"}


def _single(text: str, figure: Figure, suffix: _Suffix) -> Reading:
    prefix = prefix_of(text, figure.start)
    about = _about(text, prefix[2] if prefix else figure.start, figure)
    start = prefix[2] if prefix else about if about is not None else figure.start
    currency = text[max(0, figure.start - 1) : figure.start] == "¥" and start == figure.start
    bound: Bound = prefix[0] if prefix else suffix.bound or "exact"
    is_open = prefix[1] if prefix else False
    if suffix.is_open is not None and bound in {"cap", "floor"}:
        is_open = suffix.is_open
    if bound == "exact" and (figure.more or figure.open_half):
        bound, is_open = "floor", True
    low, high = (figure.value, figure.upper or figure.value)
    if figure.upper is not None and bound == "exact":
        bound = "range"
    return Reading(
        start=start - currency,
        core=figure.start,
        end=suffix.end,
        low=None if bound == "cap" else low,
        high=None if bound == "floor" else high,
        bound=bound,
        figure=figure,
        low_open=is_open and bound == "floor",
        high_open=is_open and bound == "cap",
        approximate=suffix.approximate or about is not None or figure.more or figure.upper is not None,
        per=suffix.per,
        prefixed=prefix is not None,
        suffixed=suffix.bound is not None,
    )


def _about(text: str, at: int, figure: Figure) -> int | None:
    """Where 约 or 近 starts that makes the figure a round one; 近三年 are the last three years, and exact."""
    begin = max(0, at - 6)
    match = _ABOUT.search(text[begin:at])
    if match is None or (match[0] == "近" and figure.unit and figure.unit.kind == "duration"):
        return None
    if match[0] == "上":
        return begin + match.start() if figure.bare and figure.unit else None
    return begin + match.start()


def _same_measure(a: Figure, b: Figure) -> bool:
    if a.unit is None or b.unit is None:
        return False
    return a.unit.kind == b.unit.kind and (a.unit.name == b.unit.name or a.unit.kind == "count")


def _in_months(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """六个月以上三年以下 in one unit, months; days and working days have no fixed measure in them."""
    units = (a.unit.name if a.unit else None, b.unit.name if b.unit else None)
    if units == ("月", "年"):
        return a, replace(b, value=b.value * 12, unit=a.unit)
    if units == ("年", "月"):
        return replace(a, value=a.value * 12, unit=b.unit), b
    return a, b


def _range(text: str, a: Figure, b: Figure) -> Reading | None:
    """50万元至100万元, 五万元以上十万元以下, 5亿-100亿元(不含), 超过100万元不足500万元."""
    a, b = _in_months(a, b)
    if not 0 <= b.start - a.end <= 24 or not _same_measure(a, b) or not a.value < b.value:
        return None
    if _by_and_to(text, a, b):
        return None
    opening, second = _suffix(text, a), prefix_of(text, b.start)
    rest = text[opening.end : b.start]
    plain = _TO.fullmatch(rest) is not None
    if not plain and opening.bound is None and second is None:
        return None
    first, last = prefix_of(text, a.start), _suffix(text, b)
    floor_first = opening.bound == "floor" or (first is not None and first[0] == "floor")
    cap_second = last.bound == "cap" or (second is not None and second[0] == "cap" and second[2] >= opening.end)
    gap = text[opening.end : second[2]] if second and second[2] >= opening.end else rest
    linked = _AND.fullmatch(gap) is not None
    if not (plain or (floor_first and cap_second and linked)):
        return None
    if plain and first is not None and first[0] == "cap":
        return None
    low_open = first[1] if first and first[0] == "floor" else False
    high_open = second[1] if second and not plain else False
    start = first[2] if first and first[0] == "floor" else a.start
    about = _about(text, start, a)
    return Reading(
        start=about if about is not None else start,
        core=a.start,
        end=last.end,
        low=a.value,
        high=b.value,
        bound="range",
        figure=replace(b, start=a.start),
        low_open=opening.is_open if opening.is_open is not None else low_open,
        high_open=last.is_open if last.is_open is not None else high_open,
        approximate=last.approximate or about is not None,
        per=last.per,
        prefixed=True,
        suffixed=True,
    )


def _by_and_to(text: str, a: Figure, b: Figure) -> bool:
    """上调200元至2200元 is by 200 to 2200, a small step to a level; 增加100万元至200万元 is a range of steps."""
    return (
        b.value >= _LEVEL * a.value
        and a.unit is not None
        and a.unit.kind == "money"  # 延长三十日至九十日 leaves a choice
        and a.end > a.number_end
        and text[a.end : b.start] in {"至", "到"}
        and _MOVED.search(text[max(0, a.start - 6) : a.start]) is not None
    )


def _along_lists(text: str, readings: list[Reading]) -> list[Reading]:
    """首次突破1000万元、2000万元的: the bound of the first holds for all; 1亿元、5亿元以上 the bound of the last."""
    for i in range(1, len(readings)):
        here, before = readings[i], readings[i - 1]
        if _listed(text, before, here) and before.bound in {"cap", "floor"} and before.prefixed and _plain(here):
            readings[i] = _rebound(here, before, prefixed=True)
    for i in range(len(readings) - 2, -1, -1):
        here, after = readings[i], readings[i + 1]
        if _listed(text, here, after) and after.bound in {"cap", "floor"} and after.suffixed and _plain(here):
            readings[i] = _rebound(here, after, prefixed=False)
    return readings


def _plain(reading: Reading) -> bool:
    """Whether the figure has no bound word of its own, not even 约."""
    return reading.bound == "exact" and reading.start == reading.core


def _listed(text: str, a: Reading, b: Reading) -> bool:
    return _same_measure(a.figure, b.figure) and text[a.end : b.start] in {"、", "和", "及", "或", "或者", "以及"}


def _rebound(reading: Reading, like: Reading, *, prefixed: bool) -> Reading:
    return replace(
        rebound(reading, like.bound),
        low_open=like.low_open,
        high_open=like.high_open,
        prefixed=prefixed,
        suffixed=not prefixed,
    )


def rebound(reading: Reading, bound: Bound) -> Reading:
    """The reading with its figure as a cap or a floor."""
    value = reading.figure.value
    low, high = (value if bound == "floor" else None), (value if bound == "cap" else None)
    return replace(reading, bound=bound, low=low, high=high, prefixed=True)
