"""What is given on top of something, and what both come to: 98天基础上延长60天 → 延长至158天.

Neither of the two figures became 158天; they were added up.  Set beside one of them, the sum would seem to be a rise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from policydiff.compare.sides import Side
from policydiff.model import Term

__all__ = ["added_up"]

_ON_TOP = re.compile(
    "(?:的?[^，。；：,;:、\\d]{0,8})(?:[，,]在(?:此|这一|该))?基础上[，,]?(?:再|另|可|应当?)*"
    "(?:延长|增加|提高|追加|加发|增发|上浮|上调)(?![至到为])[^，。；：,;:、\\d]{0,8}"
)
_TO_A_LEVEL = re.compile("(?:延长|增加|提高|上调|调整|增[加至])?[至到为]$")
_REACH = 8
_TOLD = frozenset({"former", "increment"})


def added_up(whole: Term, side: Side, others: Sequence[Term], other_side: Side) -> list[int]:
    """The places of a figure and of what is given on top of it, if one figure names the level that follows."""
    text = side.document(whole.unit_id).text
    if not _TO_A_LEVEL.search(text, max(0, whole.span.start - _REACH), whole.span.start):
        return []
    for at, (base, more) in enumerate(pairwise(others)):
        if base.unit_id == more.unit_id and _alike(base, whole) and _alike(more, whole):
            words = other_side.document(base.unit_id).text[base.span.end : more.span.start]
            if _ON_TOP.fullmatch(words) and base.high is not None and more.high is not None:
                return [at, at + 1] if whole.high is not None and whole.high > base.high else []
    return []


def _alike(one: Term, whole: Term) -> bool:
    exact = one.bound == whole.bound == "exact" and not {one.role, whole.role} & _TOLD
    return exact and (one.kind, one.unit) == (whole.kind, whole.unit)
