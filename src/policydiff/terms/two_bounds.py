"""A floor and a cap with a comma between them bound one figure: 不低于5%,不高于12% says what 5%至12% says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading

__all__ = ["with_two_bounds"]

_MARK = lazy("[,、](?:且|但|并且?|而|同时|又|也)?|且|但|并且")
_OF_ANOTHER = lazy(
    "累计|合计|总计|总额|每|一次性|给予|予以|支持|补|奖|资助|扶持|配套|发放|安排|提供|抵扣|享受|申领|领取|获|申请|贷"
)
"""不少于2万元,最高累计不超过10万元: the second bounds another sum, and so does one with a verb of its own."""
_BARE_LEAD = lazy("(?:最[高多长大低少短]|至[多少]|[上下]限|封顶|仅|只|限|满|过)++[为是达到]*+$")
_IS_GIVEN = lazy("的?(?:一次性)?(?:补|奖|资|支|贴|扶|罚|违约金|滞纳金)")
"""投资不低于100万元,不超过20万元补助: what is given is not what is asked."""
_MONTHS = 12


def with_two_bounds(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Join each floor and cap of one unit that stand side by side, with no new subject, in either order.

    A bare 最高 or 最多 may open what is given (投资不低于100万元,最高20万元), and joins nothing.
    """
    found: list[Reading] = []
    for reading in readings:
        joined = _joined(text, found[-1], reading) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(reading)
    return found


def _joined(text: str, first: Reading, second: Reading) -> Reading | None:
    if {first.bound, second.bound} != {"floor", "cap"} or not _MARK.fullmatch(text, first.end, second.start):
        return None
    words = text[second.start : second.core]
    if _OF_ANOTHER.search(words) or (words and _BARE_LEAD.fullmatch(words)) or _IS_GIVEN.match(text, second.end):
        return None
    floor, cap = (first, second) if first.bound == "floor" else (second, first)
    units = _alike(floor, cap)
    if units is None or floor.low is None or cap.high is None:
        return None
    low, high = floor.low * units[0], cap.high * units[1]
    if not low < high or first.per != second.per:
        return None
    finer = floor if units[0] == 1 else cap
    return replace(
        first,
        end=second.end,
        low=low,
        high=high,
        bound="range",
        figure=replace(second.figure, start=first.figure.start, value=high, unit=finer.figure.unit),
        low_open=floor.low_open,
        high_open=cap.high_open,
        approximate=first.approximate or second.approximate,
        prefixed=True,
        suffixed=True,
    )


def _alike(floor: Reading, cap: Reading) -> tuple[int, int] | None:
    """By what each value is multiplied to stand in one unit; None where they measure different things."""
    one, other = floor.figure.unit, cap.figure.unit
    if one is None or other is None or one.kind != other.kind:
        return None
    if one.name == other.name:
        return 1, 1
    if one.kind == "duration" and {one.name, other.name} == {"年", "月"}:
        return (_MONTHS, 1) if one.name == "年" else (1, _MONTHS)
    return None
