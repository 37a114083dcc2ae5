"""What a decision to amend orders: 删去第三条, 将第二条中的“500万元”修改为“800万元”, 增加一条，作为第五条：“…”.

An order names provisions of the amended text by number, and puts into quotation marks the words it takes out or puts
in.  It is read from a skeleton of its sentence, in which each reference and each quotation is one mark; a provision of
another instrument (《…》第三条), of the decision itself (本决定第二条) or inside a quotation is none of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from policydiff.model import Level, Span, Unit, Version, same_title
from policydiff.patterns import lazy
from policydiff.references import REFERENCE, Target, masked

__all__ = ["Order", "OrderKind", "named", "orders", "provisions", "strikes_whole"]

OrderKind = Literal["struck", "exchanged", "recast", "inserted"]

_QUOTED = "\ue001"
_R, _Q = REFERENCE, _QUOTED
_OPEN, _CLOSE = "“「『", "”」』"
_STRIKES = "(?:删去|删除|废止|取消)"
_TURNS = "(?:修改|修订|改|调整|变更|更正|替换|表述)"
_INTO = f"(?:分别|统一|相应|均|都)?{_TURNS}为[:：]?"
_INSIDE = "(?:中|里|内)?的?"
_ORDER = lazy(
    f"(?P<inserted>(?:增加|新增|增设)[一二三四五六七八九十两\\d]{{1,3}}[章节条款项目])|"
    f"(?P<out>{_STRIKES}{_R}{_INSIDE}{_Q}|{_R}{_INSIDE}{_Q}(?:予以)?{_STRIKES})|"
    f"(?P<exchange>(?P<where>{_R}{_INSIDE})?{_Q}{_INTO}{_Q})|"
    f"(?P<struck>{_STRIKES}{_R}(?!{_INSIDE}{_Q})(?=[，,。;；]|$)|{_R}(?:予以)?{_STRIKES}(?=[，,。;；]|$))|"
    f"(?P<recast>{_R}[^，,。;；{_Q}{_R}]{{0,12}}(?:改为{_R}[，,、]?(?:并)?)?(?:将其)?{_TURNS}为[:：]?)"
)
_INDENT = 8
_ENDS = lazy("[。;；\n]")
_OF_DECISION = lazy("本(?:修改)?决定")
_QUOTED_OR_NAMED = lazy(f"[{_QUOTED}条]")
_TITLE = lazy("《[^《》]{2,100}》")


@dataclass(frozen=True, slots=True)
class Order:
    """One order: what it does to which provisions, and the words it takes out and puts in.

    `sentence` and the two places of words are spans of the decision's text.
    """

    kind: OrderKind
    targets: tuple[Target, ...]
    sentence: Span
    out: Span | None = None
    into: Span | None = None


def orders(text: str, span: Span, title: str) -> tuple[Order, ...]:
    """The orders in a stretch of a decision to amend the text of this title.

    >>> said = "将第二条中的“五日”修改为“三日”。删去第四条。"
    >>> [(one.kind, str(one.targets[0][0])) for one in orders(said, Span(0, len(said)), "海州市渔港办法")]
    [('exchanged', '第二条'), ('struck', '第四条')]
    """
    quotes = list(_quotes(text, span))
    skeleton, places = _skeleton(text, span, quotes)
    found: list[Order] = []
    start = 0
    while start < len(skeleton):
        end = match.end() if (match := _ENDS.search(skeleton, start)) else len(skeleton)
        found += _in_sentence(skeleton[start:end], places[start : end + 1], quotes, title)
        start = end
    return tuple(found)


def _quotes(text: str, span: Span) -> Iterator[Span]:
    """The outermost quotations, without their marks; one that is never closed reaches to the end."""
    depth, start = 0, span.start
    for at in range(span.start, span.end):
        if text[at] in _OPEN and not (depth and _opens_line(text, at)):
            depth += 1
            start = at + 1 if depth == 1 else start
        elif text[at] in _CLOSE and depth:
            depth -= 1
            if not depth:
                yield Span(start, at)
    if depth:
        yield Span(start, span.end)


def _opens_line(text: str, at: int) -> bool:
    """Whether a mark stands first in its line: each paragraph of one quotation opens, and only the last one closes."""
    _, newline, indent = text[max(0, at - _INDENT) : at].rpartition("\n")
    return bool(newline) and not indent.strip()


def _skeleton(text: str, span: Span, quotes: list[Span]) -> tuple[str, list[int]]:
    """The text with each quotation as one mark, and where each character of that stood."""
    kept: list[str] = []
    places: list[int] = []
    at = span.start
    for quote in quotes:
        outside = range(at, quote.start - 1)
        kept += [text[i] for i in outside]
        places += outside
        kept.append(_QUOTED)
        places.append(quote.start)
        at = quote.end + 1
    rest = range(at, span.end)
    return "".join(kept) + text[at : span.end], [*places, *rest, span.end]


def _in_sentence(sentence: str, places: list[int], quotes: list[Span], title: str) -> Iterator[Order]:
    if _OF_DECISION.search(sentence) or not _QUOTED_OR_NAMED.search(sentence):
        return
    said = _TITLE.sub(lambda match: "" if same_title(match[0][1:-1], title) else match[0], sentence)
    skeleton, references = masked(said, None)
    whole = Span(places[0], places[-1])
    own = [quote for quote in quotes if whole.start <= quote.start < max(whole.end, whole.start + 1)]
    last: tuple[Target, ...] = ()
    for match in _ORDER.finditer(skeleton):
        before = skeleton[: match.start()]
        here = match[0].count(REFERENCE)
        first = before.count(REFERENCE)
        if here:
            last = references[first].targets
        words = own[before.count(_QUOTED) : before.count(_QUOTED) + match[0].count(_QUOTED)]
        kind = _kind(match)
        targets = () if kind == "inserted" else tuple(target for target in last if _names_article(target))
        if kind != "inserted" and not targets:
            continue
        out = words[0] if match["out"] or match["exchange"] else None
        into = words[1] if match["exchange"] and len(words) > 1 else None
        yield Order(kind, targets, whole, out, into)


def _kind(match: re.Match[str]) -> OrderKind:
    if match["inserted"]:
        return "inserted"
    if match["struck"]:
        return "struck"
    return "recast" if match["recast"] else "exchanged"


def _names_article(target: Target) -> bool:
    return any(place.level is Level.ARTICLE for place in target)


def provisions(version: Version) -> dict[Target, Unit]:
    """The provisions of a text as references name them: from the article down, chapters set aside."""
    found: dict[Target, Unit] = {}
    for document in version.documents:
        for unit in document.walk():
            places = _from_article(unit.address.places) if unit.address else ()
            if places and unit.kind != "heading" and unit.address and unit.address.places[0].level < Level.ANNEX:
                found.setdefault(places, unit)
    return found


def named(target: Target, held: Mapping[Target, Unit]) -> tuple[Unit, Unit] | None:
    """The article that a reference names, and the part of it that it names as far as the text numbers it."""
    places = _from_article(target)
    article = held.get(places[:1])
    if article is None:
        return None
    return article, next(held[places[:n]] for n in range(len(places), 0, -1) if places[:n] in held)


def strikes_whole(order: Order) -> bool:
    """Whether an order strikes whole articles, not parts of one."""
    return order.kind == "struck" and all(_from_article(target)[1:] == () for target in order.targets)


def _from_article(target: Target) -> Target:
    start = next((i for i, place in enumerate(target) if place.level is Level.ARTICLE), len(target))
    return target[start:]
