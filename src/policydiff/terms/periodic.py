"""Duties that recur, and no number says how often: 应当每季度公布收支 is 每季度一次.

Who must do something every quarter must do it once in each.  Were only the numbers read, 每季度公布 → 每月公布 would be
in no table, and 每半年公布 → 每月公布 would abolish a half-year.
"""

from __future__ import annotations

import re
from fractions import Fraction

from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading
from policydiff.terms.figures import Figure
from policydiff.terms.frequencies import FREQUENCY
from policydiff.terms.units import Unit

__all__ = ["with_periodic_duties"]

_DUTY = lazy(
    "(?:应当?|必须|须)(?:(?:至少|定期|依法|按照?规定)?(?:[向对][^,。;:、的0-9每]{1,20})?(?<![将把]))"
    rf"(?P<first>{FREQUENCY})(?:度)?(?P<act>[^,。;:\n]{{2,80}})"
    rf"|(?P<second>{FREQUENCY})(?:度)?(?:应当?|必须|须)(?P<acts>[^,。;:\n]{{2,80}})"
)
_NO_ACT = lazy(
    "[的第末初底前内中、和或及至~-]|[上下]半|年[底末初终中]|(?:的?(?:春|夏|秋|冬|汛|年)[季节期])|[0-9一二三四五六七八九十]{1,3}[月日]|期[初末间]|结束|终了|开始|届满|(?:为|是|有|少于|多于|超过|达|至少)|"
    "安排|拨付|支付|缴[纳存]|发放|补[贴助]|给予|奖励|将|从|在(?:财政|预算)"
)
"""每年三月 is a date, and 每年安排资金 tells of what a sum is, whether or not it is named."""
_COUNTED = lazy("[0-9%]|(?<![上下前同统唯之第])[一二两三四五六七八九十百千万](?!律|般|定|切|致|体|同|并|旦|些|直|样)")
_ONCE = Unit("count", "次", Fraction(1), "")


def with_periodic_duties(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings of a view's text with its periodic duties, which take the place of the periods they name."""
    if "每" not in text:
        return readings
    found = [reading for match in _DUTY.finditer(text) if (reading := _reading(match)) is not None]
    if not found:
        return readings
    kept = [one for one in readings if not any(duty.start <= one.start < duty.end for duty in found)]
    return sorted((*kept, *found), key=lambda reading: reading.start)


def _reading(match: re.Match[str]) -> Reading | None:
    """每季度 as one time in each, unless it is part of a date (每年三月) or what stands behind it is counted."""
    often, acts = ("first", "act") if match["first"] else ("second", "acts")
    if _NO_ACT.match(match[acts]) or _COUNTED.search(match[acts]):
        return None
    start, end = match.span(often)
    once = Fraction(1)
    return Reading(start, end, end, once, once, "exact", Figure(end, end, end, once, _ONCE, han=True))
