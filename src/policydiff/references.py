"""References of a text to its own provisions (本法第二十条、第二十一条第二款), read as the provisions they name.

Lists and ranges are read in full, 前条 and 本条第一款 from where they stand.  References to other instruments
(《…》第三条, 宪法第三条) are words like any others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.model import Address, Level, Place
from policydiff.model.address import LEVELS
from policydiff.numerals import from_han, whole
from policydiff.patterns import lazy

__all__ = ["REFERENCE", "Reference", "Target", "masked", "refers"]

REFERENCE = "\ue000"
"""What stands for a reference in a masked text."""

_N = r"(?:[零〇一二三四五六七八九十百千两]{1,9}|\d{1,4})"
_STEP = rf"第\s?[（(]?{_N}[）)]?\s?[编章节条款项目](?:之[一二三四五六七八九十]{{1,3}})?"
_SELF = r"(?:本(?:法|条例|规定|办法|规则|细则|决定|措施|章程|意见)(?=第|前))"
_RELATIVE = rf"(?:前[两二三四]?[条款项]|[本上](?:条|款|章|节)(?!例|文))(?:{_STEP}){{0,3}}"
_ONE = rf"(?:{_RELATIVE}|(?:{_STEP}){{1,4}})"
_OWN = lazy(_SELF)
_LIST = lazy(rf"{_SELF}?{_ONE}(?:(?:[、和及与至到]|或者?|以及){_SELF}?{_ONE}){{0,30}}")
_OF_ANOTHER = lazy(r"》[^，。；\s]{0,6}$|(?<!本)(?:[法典]|条例)$")  # 《渔业法》第三条, 宪法第三条
_PIECE = lazy(rf"(?P<joint>[至到])?(?P<relative>前[两二三四]?[条款项]|[本上][条款章节])?(?P<steps>(?:{_STEP}){{0,4}})")
_PARTS = lazy(
    rf"第\s?[（(]?(?P<n>{_N})[）)]?\s?(?P<level>[编章节条款项目])(?P<branch>(?:之[一二三四五六七八九十]{{1,3}})?)"
)
_COUNT = {"": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_WIDEST = 200
"""As many articles a range may reach; a wider one is a slip of the pen."""

Target = tuple[Place, ...]
"""A provision as a reference names it: the article, the paragraph, the item, as far as it goes."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written, with the provisions it names; none where it cannot be told."""

    text: str
    targets: tuple[Target, ...]

    @property
    def numbers(self) -> str:
        """What is left of it without the name the instrument has for itself: 第三条 of 本规定第三条."""
        return _OWN.sub("", self.text)


def refers(text: str) -> bool:
    """Whether a sentence refers to provisions by number or by place at all.

    >>> refers("违反前款规定的，予以警告。"), refers("渔港应当建立巡查制度。")
    (True, False)
    """
    return _LIST.search(text) is not None


def masked(text: str, at: Address | None) -> tuple[str, tuple[Reference, ...]]:
    """A sentence with each reference to its own instrument as one mark, and the references in order.

    `at` is where the sentence stands, for 前条 and 本条第一款.

    >>> text, found = masked("依照本法第三条、第五条至第六条处理。", None)
    >>> text == f"依照{REFERENCE}处理。", ["".join(map(str, target)) for target in found[0].targets]
    (True, ['第三条', '第五条', '第六条'])
    >>> masked("依照《渔业法》第三条处理。", None)[1], masked("依照宪法第三条制定。", None)[1]
    ((), ())
    """
    found: list[Reference] = []

    def mark(match: re.Match[str]) -> str:
        if _OF_ANOTHER.search(text, max(0, match.start() - 8), match.start()):
            return match[0]
        found.append(Reference(match[0], tuple(_targets(match[0], at))))
        return REFERENCE

    return _LIST.sub(mark, text), tuple(found)


def _targets(text: str, at: Address | None) -> list[Target]:
    named: list[Target] = []
    last: Target = ()
    for piece in _PIECE.finditer(_OWN.sub("", text)):
        if not piece["relative"] and not piece["steps"]:
            continue
        steps = [_place(step) for step in _PARTS.finditer(piece["steps"])]
        base = _base(piece["relative"] or "", at)
        if base is None:
            return []  # 前款 of a sentence whose place is unknown
        if piece["relative"]:
            many = [(*one, *steps) for one in base]
        else:
            kept = [place for place in last if steps and place.level < steps[0].level]
            inside = [place for place in (at.places if at else ()) if steps[0].level > place.level >= Level.ARTICLE]
            many = [(*(kept or (inside if steps[0].level > Level.ARTICLE else [])), *steps)]
        if piece["joint"] and named and many:
            named += _between(named[-1], many[-1])
        named += many
        last = many[-1]
    return named


def _place(match: re.Match[str]) -> Place:
    branch = match["branch"][1:]
    return Place(LEVELS[match["level"]], whole(match["n"]), (from_han(branch),) if branch else ())


def _base(relative: str, at: Address | None) -> list[Target] | None:
    """What 前条, 前两款 or 本条 mean where a sentence stands; null where that is unknown."""
    if not relative:
        return [()]
    level = LEVELS[relative[-1]]
    if at is None:
        return None
    own = tuple(place for place in at.places if place.level <= level)
    if not own or own[-1].level != level:
        return None
    if relative[0] == "本":
        return [own]
    here = own[-1]
    count = _COUNT.get(relative[1:-1], 1)
    return [
        (*own[:-1], Place(level, number)) for number in range(here.number - count, here.number) if number > 0
    ] or None


def _between(first: Target, last: Target) -> list[Target]:
    """The provisions a range skips over: 第五条至第八条 means 第六条 and 第七条, too."""
    if not first or not last or first[:-1] != last[:-1] or first[-1].level != last[-1].level:
        return []
    low, high = first[-1].number, last[-1].number
    return [(*first[:-1], Place(first[-1].level, n)) for n in range(low + 1, min(high, low + _WIDEST))]
