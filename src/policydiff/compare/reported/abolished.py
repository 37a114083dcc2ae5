"""What a report says was abolished: 《措施》取消了五星级渔港奖励 drops the figure of that grant, and is no silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from policydiff.compare.figures.claims import witness_of
from policydiff.compare.figures.judging import sum_of
from policydiff.compare.reported.upheld import with_upheld
from policydiff.compare.sides import Side
from policydiff.model import Term, TermChange
from policydiff.similarity import Grams, grams

__all__ = ["with_abolished"]

_GRANT = "(?:奖励|奖补|补贴|补助|资助|资金支持|资金扶持)"
_ENDS_GRANT = re.compile(f"{_GRANT}$")
_ABOLISHED = re.compile(
    "(?<![不未拟将能会得])(?<!没有|并未|建议|不得|不再)(?:取消|停止发放|不再(?:给予|发放|设立|设置|保留|实施))"
    f"(?:了|对)?(?P<what>[^，。；：、,.;:\\d]{{2,24}}?{_GRANT})(?:政策|项目|措施)?(?=[，。；,;”」]|$)|"
    "对(?P<whom>[^，。；：、,.;:\\d]{2,24}?)(?:的|，)?(?:将)?(?:不再|停止)(?:给予|发放)(?:任何)?"
    f"(?:资金)?{_GRANT}(?=[，。；,;”」]|$)"
)
_ON_CONDITION = re.compile("的[，,]|的?[，,]?一律|一经|逾期|违反|如果|若(?!干)")
"""骗取补贴的，取消其渔港奖励 punishes, and abolishes nothing."""
_OF_ALL = re.compile("^(?:其|该|全部|所有|相关|有关|一切|各类|各项|部分|上述)|资格")
_STRUCK = re.compile(r"(?:取消|废止|删除|不再)[^，。；：,.;:\d]{0,24}$")
_WORDS_INSTEAD = re.compile(
    r"[^，。；：、,.;:\d]{0,10}[至到为成](?![^，。；：,.;:]{0,40}[\d一二三四五六七八九十百千]{1,8}(?:[万亿]?元|[%％倍年月日天个]))"
)
_MOST, _REACH = 64, 200
"""So many grants does a statement abolish; so far before that word may stand on what condition it does."""
_SENTENCE = re.compile("[。；：\n]")
_LONGEST = 40
_SHARE = 0.8
"""A sentence is about a grant if it has as many of the pairs of characters of its name."""


def with_abolished(
    changes: Sequence[TermChange], new: Sequence[str], sides: tuple[Side, Side]
) -> tuple[TermChange, ...]:
    """Tell figures as dropped that the reports about their provision (the units `new`) do not only leave out.

    What the statement names must be named by just one sentence of the provision; a figure that any report still gives
    was not abolished.  If it is only by inference the instrument's own, so is the end of the grant.
    """
    old, reports = sides
    changes = with_upheld(changes, sides)
    waiting = [change for change in changes if change.direction == "not_reported" and change.old and not change.new]
    if not waiting or old.excerpt or not reports.excerpt:
        return tuple(changes)
    figures = [term for change in changes for term in change.old]
    told = {id(term): unit for unit in new for name in _named(unit, reports) for term in _of(name, figures, old)}
    told |= {id(term): unit for unit in new for ended in _ended(unit, reports) for term in _like(ended, waiting)}
    return tuple(_dropped(change, told, reports) for change in changes)


def _dropped(change: TermChange, told: dict[int, str], reports: Side) -> TermChange:
    units = {told.get(id(term), "") for term in change.old}
    if change.direction != "not_reported" or "" in units or change.new:
        return change
    witnesses = tuple(witness_of(unit, reports) for unit in reports.sorted(units))
    said = [reports.unit(unit).attribution for unit in units]
    sure = all(one is not None and one.certainty == "stated" for one in said)
    return replace(change, direction="dropped", certainty="stated" if sure else "inferred", witnesses=witnesses)


def _named(unit: str, reports: Side) -> Iterator[str]:
    """The grants that a statement says were abolished."""
    said = reports.unit(unit).attribution
    if said is None:
        return
    text = reports.text(unit)
    for match in islice(_ABOLISHED.finditer(text), _MOST):
        nearest = max(0, match.start() - _REACH)
        start = max(nearest, *(text.rfind(mark, nearest, match.start()) + 1 for mark in "。；;\n"))
        if not _ON_CONDITION.search(text, start, match.start()) and not _OF_ALL.search(
            named := match["what"] or match["whom"]
        ):
            yield _ENDS_GRANT.sub("", named)


def _ended(unit: str, reports: Side) -> Iterator[Term]:
    """The figures that a statement says held before and that no other replaces: 取消…14400元的限额, 由6个月改为长期."""
    text, span = reports.document(unit).text, reports.unit(unit).span
    for term in reports.terms_under(unit):
        if term.role == "former" and term.attribution is not None:
            before, after = text[span.start : term.span.start][-_REACH:], text[term.span.end : span.end]
            if _STRUCK.search(before) or _WORDS_INSTEAD.match(after):
                yield term


def _like(ended: Term, waiting: Sequence[TermChange]) -> list[Term]:
    """The one figure of the provision that has the value of what ended; none if several have."""
    found = [term for change in waiting for term in change.old if sum_of(term) == sum_of(ended)]
    return found if len(found) == 1 else []


def _of(name: str, figures: Sequence[Term], old: Side) -> list[Term]:
    """The benefits of the one sentence that names a grant; none if several do, or none does."""
    pairs = grams(name)
    if len(pairs) < 2:
        return []
    units = {term.unit_id for term in figures}
    about = [unit for unit in units if len(pairs & old.grams(unit)) >= _SHARE * len(pairs)]
    given = [term for term in figures if term.role == "benefit"]
    if not about and len({term.unit_id for term in given}) == 1:
        return given if len(pairs & _heading(given[0], old)) >= _SHARE * len(pairs) else []
    return [term for term in given if [term.unit_id] == about]


def _heading(term: Term, side: Side) -> Grams:
    """What opens a figure's article: 支持绿色渔港。对采用岸电的渔港，给予5万元补助 is about 绿色渔港."""
    articles = side.document(term.unit_id).articles()
    held = next((one for one in articles if one.span.start <= term.span.start < one.span.end), None)
    return grams(held.heading or _SENTENCE.split(side.text(held.id), maxsplit=1)[0][:_LONGEST]) if held else frozenset()
