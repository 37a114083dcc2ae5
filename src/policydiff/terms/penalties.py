"""Whether a sum punishes: 处5万元罚款, 逾期的按日加收万分之五; 夜间加收20% is a price, 处方药 is a word."""

from __future__ import annotations

from policydiff.patterns import lazy

__all__ = ["is_penalty"]

_BEHIND = lazy("罚款|罚金|滞纳金|违约金|罚息|加处|拘留|拘役|有期徒刑|没收|赔偿|扣缴|处罚")
_BEFORE = lazy(
    "(?<![事理好之到何此])处(?![级方室长于在])以?[^,。;理置]{0,12}$|罚款|罚金|"
    "加收[^,。;]{0,6}(?:滞纳金|违约金|罚息)[^,。;]{0,12}$|加处[^,。;]{0,40}$|处罚"
)
_SURCHARGE = lazy("加收[^,。;]{0,12}$")
_LATE = lazy("逾期|拖欠|超期|未按[^,。;]{0,12}[缴交还付]")
_REACH = 16


def is_penalty(lead: str, clause: str, rest: str) -> bool:
    """Whether the words of its sentence and of its clause before a figure, or those behind it, make it a penalty.

    >>> is_penalty("逾期不缴的,按日加收", "按日加收", ""), is_penalty("夜间租价加收", "夜间租价加收", "")
    (True, False)
    """
    if _BEHIND.search(rest[:_REACH]) or _BEFORE.search(clause):
        return True
    return _SURCHARGE.search(clause) is not None and _LATE.search(lead) is not None
