"""For each of what: 每家 and 每家企业 are one measure, and so are 每人每月 and 每名职工每月.

A drafter who writes 每家 leaves out what the sentence has named already; with its noun it is the same measure.  The
period that a measure may end with (每人每月) tells how often, which is compared by itself.
"""

from __future__ import annotations

from policydiff.compare.figures.bases import share_enough
from policydiff.compare.options import CompareOptions
from policydiff.patterns import lazy
from policydiff.similarity import grams

__all__ = ["same_measure"]

_PERIOD = lazy("(?<=..)每(?:一|个)?(?:自然|会计|财政)?(?:学[年期]|半年|季度?|年度?|月|周|日|天|小时)$")
_COUNTED = lazy("(?:每一?|单)(?P<by>[家户名位人个台套件项座所处架款条艘只头间栋张篇部场辆])(?P<noun>.*)")
_PERSON = frozenset({"名", "位", "人"})
_TIMES = "次"
"""每人次 is for each time, and not for each person."""


def same_measure(one: str, other: str, options: CompareOptions) -> bool:
    """Whether two figures are for each of one thing, as far as the words tell.

    >>> options = CompareOptions()
    >>> same_measure("每家每年", "每家企业", options), same_measure("每人每月", "每名职工", options)
    (True, True)
    >>> same_measure("每人", "每人次", options), same_measure("每户", "每亩", options)
    (False, False)
    """
    if one == other:
        return True
    one, other = _PERIOD.sub("", one), _PERIOD.sub("", other)
    a, b = _COUNTED.fullmatch(one), _COUNTED.fullmatch(other)
    if a and b and (a["noun"][:1] == _TIMES) != (b["noun"][:1] == _TIMES):
        return False
    if a and b and not (a["noun"] and b["noun"]) and (a["by"] == b["by"] or {a["by"], b["by"]} <= _PERSON):
        return True
    return one == other or share_enough(grams(one), grams(other), options)
