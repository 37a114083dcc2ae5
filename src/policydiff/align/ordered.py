"""Links of a decision to amend: what it orders of a provision that it names, and nothing that it says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from policydiff.align.units import Text
from policydiff.model import Link, Reason, Unit, Version, title_of
from policydiff.orders import Order, named, orders, provisions, strikes_whole
from policydiff.patterns import lazy
from policydiff.references import Target

__all__ = ["as_ordered"]

_OF_ITSELF = lazy(r"[\s　]*+(?:第?[一二三四五六七八九十]{1,3}[条、])?[\s　]*+本(?:修改)?决定自")


def as_ordered(
    links: Sequence[Link], decision: Sequence[Text], amended: Version, side: Literal["old", "new"]
) -> tuple[Link, ...]:
    """The links of a decision (which stands on `side`) with the text it amends.

    What a decision says of itself (本决定自5月1日起施行, 作如下修改) is no provision.  The numbers it names are those
    of the text before it: beside that text, an order belongs to the provision it names, however like another it is.
    """
    held = {text.unit.id: orders(text.document.text, text.unit.span, title_of(amended)) for text in decision}
    own = {text.unit.id for text in decision if _OF_ITSELF.match(text.words)}
    if any(held.values()):
        own |= {unit for unit, found in held.items() if not found}
    links = [link for link in links if (link.old if side == "old" else link.new) not in own]
    if side == "old":
        return tuple(links)
    numbered = provisions(amended)
    told = {unit: _linked(found, numbered) for unit, found in held.items() if unit not in own}
    struck = {
        place[0].id
        for found in held.values()
        for order in found
        if strikes_whole(order)
        for target in order.targets
        if (place := named(target, numbered))
    }
    kept = [link for link in links if not told.get(link.new) and link.old not in struck]
    new = [Link(article, unit, 1.0, (Reason("named", 1.0),)) for unit, articles in told.items() for article in articles]
    order = {unit.id: i for i, unit in enumerate(u for document in amended.documents for u in document.walk())}
    last = {text.unit.id: i for i, text in enumerate(decision)}
    return tuple(sorted([*kept, *new], key=lambda link: (order[link.old], last[link.new])))


def _linked(found: Sequence[Order], numbered: Mapping[Target, Unit]) -> tuple[str, ...]:
    articles = [
        place[0].id
        for order in found
        if not strikes_whole(order)
        for target in order.targets
        if (place := named(target, numbered))
    ]
    return tuple(dict.fromkeys(articles))
