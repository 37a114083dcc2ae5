"""A bound that stands before the base, or the day, and not before the figure: 按不超过年度使用费用的30%."""

from __future__ import annotations

from dataclasses import replace

from policydiff.model import Bound
from policydiff.patterns import lazy
from policydiff.terms.bound_words import NOT
from policydiff.terms.bounds import Reading

__all__ = ["with_far_bound"]

_FAR = lazy(
    rf"(?P<cap>{NOT}(?:超(?!出)过?|[高多]于)|不\*过|未超过)|(?P<floor>{NOT}[低少]于)|"
    r"(?P<under>(?<![不得])低于|不足|少于)|(?P<over>(?<![不未*得])超过|(?<![不得])高于)"
)
_BREAKS = lazy(r"[,。;、:0-9%\n(]|给予|予以|按|奖励|补助|资助|支持|对|分别|的(?:企业|单位|项目|部分|,)|达到?|占")
_PAST_A_DAY = lazy(
    rf"(?:(?P<cap>{NOT}(?:超过|[晚迟长]于))|{NOT}(?:[早短少]于))(?:[^,。;、:0-9%\n(超晚迟长早短少]|长(?!于)|少(?!于)){{2,30}}(?:后|之日起|年龄|[期届]满)$"
)
_OPENS = {"under": ("cap", True), "over": ("floor", True), "cap": ("cap", False), "floor": ("floor", False)}
_YEAR = lazy("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_REACH = 40


def with_far_bound(text: str, reading: Reading) -> Reading:
    """Bind a rate or multiple by the bound word before its base; any other reading stays as it is."""
    unit = reading.figure.unit
    if unit is not None and unit.kind == "duration":
        return _past_a_day(text, reading)
    if (
        unit is None
        or unit.kind not in {"rate", "multiple"}
        or reading.prefixed
        or reading.bound != "exact"
        or unit.name in {"百分点", "基点"}
    ):
        return reading
    begin = max(0, reading.start - _REACH)
    window = _YEAR.sub("某某某某", text[begin : reading.start])  # 不超过2023年度收入的30%
    breaks = [match.end() for match in _BREAKS.finditer(window)]
    match = _FAR.search(window, breaks[-1] if breaks else 0)
    if match is None or match.lastgroup is None or len(window) - match.end() < 2:
        return reading
    bound, is_open = _OPENS[match.lastgroup]
    return _bound(reading, "cap" if bound == "cap" else "floor", is_open, begin + match.start())


def _past_a_day(text: str, reading: Reading) -> Reading:
    """不得超过 of 不得超过法定退休年龄后5年, 不得晚于 of 不得晚于会议结束后15日."""
    if reading.prefixed or reading.suffixed or reading.bound != "exact":
        return reading
    begin = max(0, reading.start - _REACH)
    match = _PAST_A_DAY.search(text[begin : reading.start])
    return _bound(reading, "cap" if match["cap"] else "floor", False, begin + match.start()) if match else reading


def _bound(reading: Reading, bound: Bound, is_open: bool, start: int) -> Reading:
    value = reading.figure.value
    return replace(
        reading,
        start=start,
        bound=bound,
        low=value if bound == "floor" else None,
        high=value if bound == "cap" else None,
        low_open=is_open and bound == "floor",
        high_open=is_open and bound == "cap",
        prefixed=True,
    )
