"""The steps of a ladder: which threshold a sum hangs on, and which member of a list it is for.

达到1亿元的，给予50万元；达到5亿元的，给予100万元 has two steps.  A step is known by its threshold (5亿元), or by
its member in a list (全国首店、省级首店), not by its place: a step put in or taken out moves all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from policydiff.compare.sides import Side
from policydiff.model import Term
from policydiff.similarity import grams

__all__ = [
    "before_step",
    "former",
    "is_threshold",
    "ladders",
    "listed",
    "named_step",
    "other_member",
    "ranks",
    "thresholds",
]

_REACH = r"(?:达到?|超过?|突破|满)"
_REACHES = re.compile(_REACH)
_REACHED = re.compile(f"{_REACH}$")
_OF = re.compile(r"(?:及以上|以上|以下)?的")
_OPENS = re.compile(f"(?:[且或并]|对于?)?(?:{_REACH}|不[足满低少]于?|[高低多少]于)?")
_RANK = re.compile(
    r"(?:国家|[省市区县])级|(?:全国|亚洲|全球|世界)(?=首|$)|[特一二三四五]等|[金银铜]奖|[大中小微]型|第[一二三四五]名|"
    r"(?<!第)[一二三四五多]孩|"
    r"(?:(?<![第一二三四五六七八九十])[一二三四五六]|[IVX]{1,4}|[Ⅰ-Ⅻ])[期类](?!间|限|满|货|别|似|推)|(?<![A-Za-z])[A-F][级类轮档]"
)
_WAY = re.compile(
    "(?P<down>降低|下降|下调|下浮|减少|调低|调减|缩短|缩减|压缩|压减|[少低减降快](?=[了出约近]|$))|"
    "提高|增加|上调|上浮|上涨|上升|提升|调增|调高|追加|延长|扩大|放宽|[多高增升涨慢](?=[了出约近]|$)"
)
_BESIDE = 20  # characters between a step and its level
_FIGURE = re.compile(r"\d[\d.]*")


def is_threshold(term: Term, text: str) -> bool:
    """Whether a figure is what has to be reached: 达到5亿元的, 2万平方米以上的."""
    if term.role == "condition":
        return True
    reached = _REACHED.search(text, max(0, term.span.start - 4), term.span.start) or _REACHES.match(term.quote)
    return bool(reached and _OF.match(text, term.span.end))


def thresholds(before: Sequence[Term], text: str, subject: str | None = None) -> tuple[Term, ...]:
    """The thresholds that a sum hangs on: of the figures before it in its sentence the last run of thresholds.

    同比增长10%以上的，每增加1000万元给予5万元，最高100万元: both sums hang on 10% and 1000万元.  Of a list of them
    (达到1亿元、5亿元的，分别奖励50万元、80万元) a sum hangs on the one that its subject names.
    """
    last = dropwhile(lambda other: not is_threshold(other, text), reversed(before))
    found = tuple(takewhile(lambda other: is_threshold(other, text), last))
    named = tuple(step for step in found if _names(subject, step))
    return named if len(named) == 1 else found


def named_step(one: Term, thresholds: Sequence[Term]) -> bool:
    """Whether a sum bears the name of the one threshold that it hangs on: 年产值首次突破5亿元."""
    return len(thresholds) == 1 and _names(one.subject, thresholds[0])


def _names(subject: str | None, step: Term) -> bool:
    if not subject or not subject.endswith(step.quote):
        return False
    return not subject[: -len(step.quote)][-1:].isdigit()


def listed(term: Term, siblings: Sequence[Term]) -> bool:
    """Whether a figure is one of several that one list shares out: 一等奖50万元、二等奖30万元; 对甲、乙分别给予…"""
    names = {
        other.subject
        for other in siblings
        if other.kind == term.kind and other.context.start == term.context.start and other.subject
    }
    return term.subject is not None and "%" not in term.subject and len(names) > 1


def former(term: Term, siblings: Sequence[Term], number: int) -> Term | None:
    """What a sentence says held before in a figure's place: the 60万元 of 由60万元提高到90万元.

    Of lists (由20万元、40万元提高到30万元、60万元) each figure has its own; what held before may also stand behind
    (90万元，此前为60万元).
    """
    if not _in_force(term):
        return None
    new = list(takewhile(_in_force, reversed(siblings[:number])))
    old = list(takewhile(lambda other: not _in_force(other), reversed(siblings[: number - len(new)])))
    told = old[-1 - len(new)] if len(new) < len(old) else None
    if told is None and number + 2 == len(siblings) and not _in_force(siblings[-1]):
        told = siblings[-1]
    return told if told and (told.kind, told.unit) == (term.kind, term.unit) else None


def before_step(term: Term, siblings: Sequence[Term], number: int, text: str) -> Term | None:
    """What held before by the sentence's own sum: 60万元 of 提高了20万元，达到80万元, and of 80万元，增加了20万元.

    It is the step with the value that follows from it, so that it keeps the role that tells it from a quoted figure.
    """
    near = [siblings[at] for at in (number - 1, number + 1) if 0 <= at < len(siblings)]
    steps = [one for one in near if one.role == "increment" and (one.kind, one.unit) == (term.kind, term.unit)]
    level = term.high if term.high is not None else term.low
    if len(steps) != 1 or term.role in {"increment", "former"} or level is None:
        return None
    (step,) = steps
    words = text[min(step.span.end, term.span.end) : max(step.span.start, term.span.start)]
    if step.high is None or step.low != step.high or len(words) > _BESIDE or any(mark in words for mark in "。；;\n"):
        return None
    told = list(_WAY.finditer(text, max(0, step.span.start - _BESIDE), step.span.start))
    value = level + (step.high if told and told[-1]["down"] else -step.high) if told else None
    return replace(step, low=value, high=value) if value is not None and value > 0 else None


def _in_force(term: Term) -> bool:
    return term.role != "former"


def ladders(side: Side) -> dict[str, str]:
    """For each unit the sentence that opens its ladder, if it is a step of one; else itself.

    达到5亿元的，给予100万元 behind a semicolon says nothing of what reaches 5亿元: the first step does.
    """
    heads: dict[str, str] = {}
    before = ""
    for unit in side.ids:
        heads[unit] = heads[before] if before and _is_step(unit, before, side) else unit
        before = unit
    return heads


def _is_step(unit: str, before: str, side: Side) -> bool:
    terms = side.terms.get(unit)
    if not terms or side.document(unit) is not side.document(before):
        return False
    if not side.text(before).rstrip().endswith(("；", ";")):
        return False
    text, start = side.document(unit).text, side.unit(unit).span.start
    return bool(_OPENS.fullmatch(text, start, terms[0].span.start)) and is_threshold(terms[0], text)


def other_member(one: str | None, other: str | None, *, listed: bool) -> bool:
    """Whether two names surely name different things: another rank, or two members of lists that share but the head.

    >>> other_member("省级首店", "市级首店", listed=False), other_member("全国首店", "全国", listed=True)
    (True, False)
    >>> other_member("龙头企业", "骨干企业", listed=True), other_member("龙头企业", "龙头骨干企业", listed=True)
    (True, False)
    """
    if not one or not other or one == other:
        return False
    a, b = ranks(one), ranks(other)
    if a and b:
        return not a & b
    if not listed:
        return False
    x, y = _FIGURE.findall(one), _FIGURE.findall(other)
    if x and y:
        return x != y
    shared = sum(1 for _ in _shared_end(one, other))
    p, q = one[: len(one) - shared], other[: len(other) - shared]
    return bool(p and q) and not grams(p) & grams(q)


def ranks(text: str) -> frozenset[str]:
    """The ranks and steps that a text names.

    >>> sorted(ranks("完成III期临床试验的一类新药")), ranks("建设期间")
    (['III期', '一类'], frozenset())
    """
    return frozenset(_RANK.findall(text))


def _shared_end(one: str, other: str) -> Iterator[str]:
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            return
        yield a
