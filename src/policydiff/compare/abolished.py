"""What a report says was abolished: 《措施》取消了五星级渔港奖励 drops the figure of that grant, and is no silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from policydiff.compare.claims import witness_of
from policydiff.compare.sides import Side
from policydiff.model import Term, TermChange
from policydiff.similarity import grams

__all__ = ["with_abolished"]

_GRANT = "(?:奖励|奖补|补贴|补助|资助|资金支持|资金扶持)"
_ENDS_GRANT = re.compile(f"{_GRANT}$")
_ABOLISHED = re.compile(
    "(?<![不未拟将能会得])(?<!没有|并未|建议|不得|不再)(?:取消|停止发放|不再(?:给予|发放|设立|设置|保留|实施))"
    f"(?:了|对)?(?P<what>[^，。；：、,.;:\\d]{{2,24}}?{_GRANT})(?:政策|项目|措施)?(?=[，。；,;”」]|$)"
)
_ON_CONDITION = re.compile("的[，,]|的?[，,]?一律|一经|逾期|违反|如果|若(?!干)")
"""骗取补贴的，取消其渔港奖励 punishes, and abolishes nothing."""
_OF_ALL = re.compile("^(?:其|该|全部|所有|相关|有关|一切|各类|各项|部分|上述)|资格")
_MOST, _REACH = 64, 200
"""So many grants does a statement abolish; so far before that word may stand on what condition it does."""
_SHARE = 0.8
"""A sentence is about a grant if it has as many of the pairs of characters of its name."""


def with_abolished(
    changes: Sequence[TermChange], new: Sequence[str], sides: tuple[Side, Side]
) -> tuple[TermChange, ...]:
    """Tell figures as dropped that the reports about their provision (the units `new`) do not only leave out.

    The statement must be the instrument's own without doubt, and what it names must be named by just one sentence of
    the provision; a figure that any report still gives was not abolished.
    """
    old, reports = sides
    waiting = [change for change in changes if change.direction == "not_reported" and change.old and not change.new]
    if not waiting or old.excerpt or not reports.excerpt:
        return tuple(changes)
    figures = [term for change in changes for term in change.old]
    told = {id(term): unit for unit in new for name in _named(unit, reports) for term in _of(name, figures, old)}
    return tuple(_dropped(change, told, reports) for change in changes)


def _dropped(change: TermChange, told: dict[int, str], reports: Side) -> TermChange:
    units = {told.get(id(term), "") for term in change.old}
    if change.direction != "not_reported" or "" in units or change.new:
        return change
    witnesses = tuple(witness_of(unit, reports) for unit in reports.sorted(units))
    return replace(change, direction="dropped", certainty="stated", witnesses=witnesses)


def _named(unit: str, reports: Side) -> Iterator[str]:
    """The grants that a statement says were abolished."""
    said = reports.unit(unit).attribution
    if said is None or said.certainty != "stated":
        return
    text = reports.text(unit)
    for match in islice(_ABOLISHED.finditer(text), _MOST):
        nearest = max(0, match.start() - _REACH)
        start = max(nearest, *(text.rfind(mark, nearest, match.start()) + 1 for mark in "。；;\n"))
        if not _ON_CONDITION.search(text, start, match.start()) and not _OF_ALL.search(match["what"]):
            yield _ENDS_GRANT.sub("", match["what"])


def _of(name: str, figures: Sequence[Term], old: Side) -> list[Term]:
    """The benefits of the one sentence that names a grant; none if several do, or none does."""
    pairs = grams(name)
    if len(pairs) < 2:
        return []
    units = {term.unit_id for term in figures}
    about = [unit for unit in units if len(pairs & old.grams(unit)) >= _SHARE * len(pairs)]
    return [term for term in figures if term.role == "benefit" and [term.unit_id] == about]
