"""Numbers that only say for how many a sum is: 2名 of 每吸纳2名毕业生就业,给予企业1000元补贴.

The sum's measure (每吸纳2名毕业生就业) tells them.  The amount that a sum grows by (每增加500万元投资, 每新增1万标准箱)
stays a figure, for it says what has to be reached; how many things it grows by (每新增2个床位) is as little one as the
一个 of 每新增一个床位.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Term
from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading
from policydiff.terms.steps import GROWS, STEPS

__all__ = ["without_measures"]

_EACH = lazy(rf"每(?:{STEPS})?$")
_GROWS = lazy(f"每(?:{GROWS}|延[误迟])")
_REACH = 8


def without_measures(text: str, readings: Sequence[Reading], terms: Sequence[Term]) -> list[Term]:
    """The terms but those that the measure of the next one holds; each is read from the reading at its place."""
    kept: list[Term] = []
    for i, (reading, term) in enumerate(zip(readings, terms, strict=True)):
        after = terms[i + 1].per if i + 1 < len(terms) else None
        if after and after.endswith("、"):
            after = None  # 每招收5名学生、10名研究生: another number of the list, and not yet the sum
        each = _EACH.search(text, max(0, reading.start - _REACH), reading.start)
        if each and after and after.startswith(text[each.start() : reading.end]) and _only_measures(each[0], reading):
            continue
        kept.append(term)
    return kept


def _only_measures(each: str, reading: Reading) -> bool:
    """Whether a number behind 每, or 每 and a verb, only says for how many: no bound, and no amount to grow by."""
    figure = reading.figure
    counts = figure.unit is not None and figure.unit.kind == "count" and figure.scale == 1
    return reading.bound == "exact" and (counts or not _GROWS.fullmatch(each))
