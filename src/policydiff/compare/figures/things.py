"""What the sentence of a figure is about: two rules that stand in one place may have nothing but their form in common.

支持绿色发展。对国家级绿色工厂，给予一次性奖励50万元 and 支持质量提升。对省长质量奖企业，给予一次性奖励100万元 are two
grants, though one took the other's number; 建设风雨操场，其使用面积不小于360平方米 and 设置心理辅导室，使用面积不小于
30平方米 measure two rooms.  Neither figure became the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.compare.sides import Side
from policydiff.model import Term
from policydiff.patterns import lazy
from policydiff.similarity import Grams, grams

__all__ = ["NOTHING", "Thing", "headings", "other_thing", "thing"]

_FORM = lazy(
    "给予|按照?|不超过|最高|最低|最多|一次性|单项|单个|每[家个户人年项]|分别|可以|应当|可|应|按规定|符合条件|条件|"
    "奖励|补助|补贴|资助|资金|奖补|扶持|支持|鼓励|引导|推动|推进|促进|加快|加强|加大|强化|完善|优化|开展|实施|组织|发展|"
    "对于?|新|首次|认定|获得|获评|获批|评定|入选|列入|通过|经|达到|成功|标准|予以|进行|的|[\\d.,%％]++|[百千万亿]{0,3}+元"
)
_MEASURES = lazy(
    "(?:其|其中)?(?:总|净|使用|建筑|占地|用地|活动|单间|最小|最大|人均)?(?:面积|高度|宽度|长度|深度|净高|净宽|容积|容量|间距|距离)"
)
_BUILT = lazy(
    "(?:设置|建设|配建|配备|配置|设立|建立|修建|新建|增设|规划)(?P<thing>[^，。；：,;:、的和及与\\d\\n]{2,16})[，,]"
)
_PAUSE = lazy("[，。；,;]")
_LEAST = 3
"""Pairs of characters that a sentence must have of its own to be about something."""
_REACH = 120
"""As many characters before a measure the thing that it is of may be named."""
_LONGEST = 1_000
"""Only so much of a sentence is read: a longer one is none."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure's sentence and heading name, beyond the form of a grant; or what it is a measure of."""

    named: Grams = frozenset()
    heading: Grams = frozenset()
    measured: Grams = frozenset()


NOTHING = Thing()


def thing(term: Term, sentence: str, at: int, heading: str) -> Thing:
    """What a figure at a place of a sentence, under a heading, is about.

    >>> _measured("学校可以建设风雨操场，其使用面积不宜小于360平方米。", 17)
    '风雨操场'
    """
    if term.role == "benefit":
        return Thing(_named(sentence), _named(heading))
    if term.kind == "quantity" and _MEASURES.fullmatch((term.subject or "")[:_REACH]):
        return Thing(measured=grams(_measured(sentence, at)))
    return NOTHING


def other_thing(one: Thing, other: Thing) -> bool:
    """Whether two figures are about two things: no word of either's sentence and heading is in the other's."""
    if one.measured and other.measured:
        return one.measured.isdisjoint(other.measured)
    if min(len(one.heading), len(other.heading)) == 0 or min(len(one.named), len(other.named)) < _LEAST:
        return False
    return (one.named | one.heading).isdisjoint(other.named | other.heading)


def headings(side: Side) -> dict[str, str]:
    """The heading of the article over each unit with figures, where it has one."""
    found: dict[str, str] = {}
    for document in side.version.documents:
        for article in document.walk():
            if article.kind == "article" and article.heading:
                found |= {unit.id: article.heading for unit in article.walk() if unit.id in side.terms}
    return found


def _named(text: str) -> Grams:
    return grams(_FORM.sub(" ", text[:_LONGEST]))


def _measured(sentence: str, at: int) -> str:
    """The thing built or set up in the clause before that of a measure."""
    if at > _LONGEST:
        return ""
    built = list(_BUILT.finditer(sentence, max(0, at - _REACH), at))
    return built[-1]["thing"] if built and not _PAUSE.search(sentence, built[-1].end(), at) else ""
