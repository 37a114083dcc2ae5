"""Duties that recur, and no number says how often: 应当每季度公布收支 is 每季度一次.

Who must do something every quarter must do it once in each.  Were only the numbers read, 每季度公布 → 每月公布 would be
in no table, and 每半年公布 → 每月公布 would abolish a half-year.

至少每十五日清洗一次 says what 每十五日至少清洗一次 does: once at least.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading, rebound
from policydiff.terms.figures import Figure
from policydiff.terms.frequencies import FREQUENCY
from policydiff.terms.units import Unit

__all__ = ["with_periodic_duties"]

_DUTY = lazy(
    "(?:应当?|必须|须)(?:(?:至少|定期|依法|按照?规定)?(?:[向对][^,。;:、的0-9每]{1,20})?(?<![将把]))"
    rf"(?P<first>{FREQUENCY})(?P<act>[^,。;:\n]{{2,80}})"
    rf"|(?P<second>{FREQUENCY})(?:应当?|必须|须)(?P<acts>[^,。;:\n]{{2,80}})"
)
_NO_ACT = lazy(
    "[的第末初底前内中、和或及至~-]|[上下]半|年[底末初终中]|(?:的?(?:春|夏|秋|冬|汛|年)[季节期])|[0-9一二三四五六七八九十]{1,3}[月日]|期[初末间]|结束|终了|开始|届满|(?:为|是|有|少于|多于|超过|达|至少)|"
    "安排|拨付|支付|缴[纳存]|发放|补[贴助]|给予|奖励|将|从|在(?:财政|预算)"
)
"""每年三月 is a date, and 每年安排资金 tells of what a sum is, whether or not it is named."""
_COUNTED = lazy("[0-9%]|(?<![上下前同统唯之第])[一二两三四五六七八九十百千万](?!律|般|定|切|致|体|同|并|旦|些|直|样)")
_LEAST = lazy(rf"(?:至少|最少|不少于){FREQUENCY}[^,。;:\n]{{0,40}}$")
_REACH = 60
_ONCE = Unit("count", "次", Fraction(1), "")


def with_periodic_duties(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings of a view's text with its periodic duties, which take the place of the periods they name."""
    if "每" not in text:
        return readings
    found = [reading for match in _DUTY.finditer(text) if (reading := _reading(match)) is not None]
    told = {at for duty in found for at in range(duty.start, duty.end)}
    kept = (one for one in readings if one.start not in told)
    return _with_least(text, sorted((*kept, *found), key=lambda reading: reading.start))


def _reading(match: re.Match[str]) -> Reading | None:
    """每季度 as one time in each, unless it is part of a date (每年三月) or what stands behind it is counted."""
    often, acts = ("first", "act") if match["first"] else ("second", "acts")
    if _NO_ACT.match(match[acts]) or _COUNTED.search(match[acts]):
        return None
    start, end = match.span(often)
    once = Fraction(1)
    return Reading(start, end, end, once, once, "exact", Figure(end, end, end, once, _ONCE, han=True))


def _with_least(text: str, readings: list[Reading]) -> list[Reading]:
    """Make floors of the counts of times that 至少 before 每 binds."""
    found: list[Reading] = []
    for reading in readings:
        unit, since = reading.figure.unit, found[-1].end if found else 0
        least = None
        if unit and unit.name == "次" and reading.bound == "exact":
            least = _LEAST.search(text[max(since, reading.core - _REACH) : reading.core])
        if least:
            found.append(replace(rebound(reading, "floor"), start=reading.core - (least.end() - least.start())))
        else:
            found.append(reading)
    return found
