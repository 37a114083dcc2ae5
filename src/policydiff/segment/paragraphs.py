"""The inside of one paragraph: sentences, items counted within it, and the responsible units at its end."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Address, Attribution, Level, Place, Span, Unit, UnitKind
from policydiff.segment.enumerations import Item, enumerations
from policydiff.segment.sentences import RESPONSIBILITY, sentences

__all__ = ["itemised", "prose", "within_article"]


def prose(text: str, span: Span, kind: UnitKind, address: Address | None, said: Attribution | None) -> Iterator[Unit]:
    """The sentences of a stretch of text, its responsible units apart."""
    duty = RESPONSIBILITY.search(text, span.start, span.end)
    main = Span(span.start, duty.start() if duty else span.end)
    yield from _sentences(text, main, kind, address, said)
    if duty:
        yield Unit("", "responsibility", Span(duty.start(), span.end), address, attribution=said)


def itemised(
    text: str, span: Span, address: Address, said: Attribution | None, *, law: bool, inside: UnitKind | str
) -> Iterator[Unit]:
    """The same for a provision's paragraph, with the items it counts: 一是…，二是…; （1）…（2）….

    An item with a number has its address and its number as a heading, one without (一是) its provision's address.
    """
    duty = RESPONSIBILITY.search(text, span.start, span.end)
    main = Span(span.start, duty.start() if duty else span.end)
    yield from _items(text, main, address, said, law=law, inside=inside)
    if duty:
        yield Unit("", "responsibility", Span(duty.start(), span.end), address, attribution=said)


def within_article(place: Place, above: Address, *, law: bool) -> Address:
    """The address of a number inside a provision: in a law （一） is a 项 and 1. under it a 目."""
    levels = {outer.level for outer in above.places}
    if not law or Level.SUBITEM in levels:
        return above.child(place)
    return above.child(Place(Level.SUBITEM if Level.ITEM in levels else Level.ITEM, place.number))


def _items(
    text: str, span: Span, address: Address, said: Attribution | None, *, law: bool, inside: UnitKind | str
) -> Iterator[Unit]:
    at = span.start
    for run in enumerations(text, span):
        yield from _sentences(text, Span(at, run[0].span.start), "sentence", address, said)
        for item in run:
            yield _item(text, item, address, said, law=law, inside=inside)
        at = run[-1].span.end
    yield from _sentences(text, Span(at, span.end), "sentence", address, said)


def _item(
    text: str, item: Item, above: Address, said: Attribution | None, *, law: bool, inside: UnitKind | str
) -> Unit:
    kind: UnitKind = "subitem" if inside in {"item", "subitem"} else "item"
    address = within_article(item.place, above, law=law) if item.place else above
    start, end = item.span.start, item.span.end
    children: list[Unit] = []
    if item.label:
        start = text.index(item.label, start) + len(item.label)
        while start < end and text[start].isspace():
            start += 1
        children.append(Unit("", "heading", Span(item.span.start, start), address, attribution=said))
    children += _items(text, Span(start, end), address, said, law=law, inside=kind)
    return Unit("", kind, item.span, address, item.label, "", said, tuple(children))


def _sentences(
    text: str, span: Span, kind: UnitKind, address: Address | None, said: Attribution | None
) -> Iterator[Unit]:
    for piece in sentences(text, span):
        yield Unit("", kind, piece, address, attribution=said)
