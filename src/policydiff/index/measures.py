"""Figures that can be compared: 12个月 is 1年, 500万元 is 0.05亿元, and a working day is no day.

A figure is a number in a *dimension*.  What can be brought to one unit shares one: years, quarters and months are
months; weeks, days and hours are days.  How many days a month has depends on the month, so these two stay apart, and so
do 工作日 and 学期; 30% and 30个百分点 are different things, too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

__all__ = ["FIELDS", "OPERATIONS", "Condition", "Measured", "dimension", "number"]

FIELDS = ("cap", "floor", "money", "rate", "multiple", "duration", "count", "quantity", "age")
OPERATIONS = (">=", "<=", "=", ">", "<")
_MONTHS = {"年": Fraction(12), "季度": Fraction(3), "月": Fraction(1)}
_DAYS = {
    "周": Fraction(7),
    "日": Fraction(1),
    "小时": Fraction(1, 24),
    "分钟": Fraction(1, 1440),
    "秒": Fraction(1, 86400),
}
_POINTS = {"百分点", "基点"}


@dataclass(frozen=True, slots=True)
class Measured:
    """The figure of a clause: from `low` to `high`, of which one may be open-ended, in base units of its dimension.

    A cap has only `high` and a floor only `low`, an exact figure and a range have both.
    """

    kind: str
    dimension: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked of a figure: `cap>=500万元`.

    `field` is `cap` (the upper end of a cap or a range), `floor` (the lower end of a floor or a range) or a kind, which
    asks for either end of any figure of that kind.  `dimension` is null where the unit was left out: `count>=8`.
    """

    field: str
    operation: Literal[">=", "<=", "=", ">", "<"]
    dimension: str | None
    number: float

    def holds(self, one: Measured) -> bool:
        """Whether a figure answers it."""
        if self.dimension not in (None, one.dimension) or self.field not in {"cap", "floor", one.kind}:
            return False
        exact = one.low == one.high
        ends: tuple[float | None, ...]
        if self.field == "cap":
            ends = () if exact else (one.high,)
        elif self.field == "floor":
            ends = () if exact else (one.low,)
        else:
            ends = (one.low, one.high)
        return any(end is not None and self._compares(end) for end in ends)

    def _compares(self, end: float) -> bool:
        if self.operation == "=":
            return end == self.number
        if self.operation in {">=", "<="}:
            return end >= self.number if self.operation == ">=" else end <= self.number
        return end > self.number if self.operation == ">" else end < self.number


def dimension(kind: str, unit: str | None) -> tuple[str, Fraction]:
    """The dimension of a unit, and how many of the dimension's base unit it is.

    >>> dimension("duration", "年"), dimension("duration", "月") == dimension("duration", "工作日")
    (('duration:月', Fraction(12, 1)), False)
    """
    name = unit or ""
    if kind == "duration" and name in _MONTHS:
        return "duration:月", _MONTHS[name]
    if kind == "duration" and name in _DAYS:
        return "duration:日", _DAYS[name]
    if kind == "rate":
        return ("rate:百分点" if name in _POINTS else "rate:"), Fraction(1)
    return f"{kind}:{name}", Fraction(1)


def number(value: Fraction) -> float:
    """A figure as the index keeps and compares it; what is beyond all measure is endless."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
