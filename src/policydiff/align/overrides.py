"""What a person knows better: links that must stand, and links that must not.

A link that is *pinned* stands beside what alignment finds: 第五条 → 第七条 pinned, and 第五条 → 第九条 found, make a
split; where 第九条 has nothing to do with it, that pair is ruled out as well.  A pair that is *ruled out* is taken from
what alignment finds.  A provision that loses its last link this way is looked at again without the one it must not be
linked with, and may find the next best.  Ruling out all of 第五条 and pinning 第五条 → 第七条 leaves it that one link.

An override names places, not contents, so it holds for the next run as well; where its place is gone, is named twice,
or is no provision of its own (第五条第二款), it does not apply, and a note says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from policydiff.align.units import Text
from policydiff.model import Document, Link, Note, Override, Reason, Unit, Version

__all__ = ["SEPARATOR", "Sides", "override"]

SEPARATOR = "; "
"""Stands between the places that a note names: no address has it."""

_NAMELESS = {"statement": "s"}

Relink = Callable[[Sequence[Text], Sequence[Text]], tuple[Link, ...]]
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both versions, and what of each is aligned."""

    versions: tuple[Version, Version]
    texts: tuple[Sequence[Text], Sequence[Text]]


@dataclass(frozen=True, slots=True)
class _Places:
    """The provisions of one side by the names of their places, and the names of all that stands in it."""

    side: str
    ids: dict[str, tuple[str, ...]]
    known: frozenset[str]


def override(
    links: tuple[Link, ...], sides: Sides, overrides: Sequence[Override], relink: Relink
) -> tuple[tuple[Link, ...], tuple[Note, ...]]:
    """Links with a person's word on them, in reading order, and a note for each override: what it did, or why nothing.

    `relink` aligns a part of both sides anew.
    """
    old, new = (
        _places(name, version, texts)
        for name, version, texts in zip(("old", "new"), sides.versions, sides.texts, strict=True)
    )
    notes: list[Note] = []
    pinned: set[_Pair] = set()
    banned: set[_Pair] = set()
    for one in overrides:
        pairs = _pairs(one, old, new)
        (pinned if one.linked else banned).update(pairs)
        notes += _notes(one, old, new)
    links = _without(links, banned - pinned, sides, relink)
    found = {(link.old, link.new): link for link in links}
    found |= {pair: _pin(found.get(pair), pair) for pair in pinned}
    before, after = ({text.unit.id: at for at, text in enumerate(side)} for side in sides.texts)
    return tuple(found[pair] for pair in sorted(found, key=lambda pair: (before[pair[0]], after[pair[1]]))), tuple(notes)


def _pin(link: Link | None, pair: _Pair) -> Link:
    reasons = (Reason("pinned", 1.0),)
    return replace(link, score=1.0, reasons=reasons) if link else Link(*pair, 1.0, reasons)


def _pairs(one: Override, old: _Places, new: _Places) -> set[_Pair]:
    """The pairs of provisions that an override is about; a side it leaves empty stands for all of that side."""
    before, after = (
        [place.ids[name][0] for name in names if len(place.ids.get(name, ())) == 1]
        if names
        else [unit_id for ids in place.ids.values() for unit_id in ids]
        for place, names in ((old, one.old), (new, one.new))
    )
    return set(product(before, after))


def _without(links: tuple[Link, ...], banned: set[_Pair], sides: Sides, relink: Relink) -> tuple[Link, ...]:
    """Links without those ruled out, and with the next best of the provisions that have none left."""
    dropped = [link for link in links if (link.old, link.new) in banned]
    if not dropped:
        return links
    kept = tuple(link for link in links if (link.old, link.new) not in banned)
    old, new = sides.texts
    gone_old, gone_new = {link.old for link in dropped}, {link.new for link in dropped}
    lost_old, lost_new = gone_old - {link.old for link in kept}, gone_new - {link.new for link in kept}
    again: tuple[Link, ...] = ()
    if lost_new:
        again += tuple(l for l in relink([t for t in old if t.unit.id not in gone_old], new) if l.new in lost_new)
    if lost_old:
        again += tuple(l for l in relink(old, [t for t in new if t.unit.id not in gone_new]) if l.old in lost_old)
    return kept + tuple(link for link in again if (link.old, link.new) not in banned)


def _notes(one: Override, old: _Places, new: _Places) -> Iterator[Note]:
    names: list[tuple[str, ...]] = []
    for place, given in ((old, one.old), (new, one.new)):
        names.append(tuple(name for name in given if len(place.ids.get(name, ())) == 1))
        for name in given:
            if fault := _fault(place, name):
                yield Note(fault, (("side", place.side), ("place", name), ("why", one.note)))
    if bool(names[0]) == bool(one.old) and bool(names[1]) == bool(one.new):
        code = "override_linked" if one.linked else "override_apart"
        if not one.linked and not (one.old and one.new):
            code = "override_ended" if one.old else "override_begun"
        before, after = (SEPARATOR.join(side) for side in names)
        yield Note(code, (("old_places", before), ("new_places", after), ("why", one.note)))


def _fault(place: _Places, name: str) -> str:
    """Why a name does not apply to a side; nothing where it does."""
    count = len(place.ids.get(name, ()))
    if count == 1:
        return ""
    if count:
        return "override_ambiguous"
    return "override_inside" if name in place.known else "override_missing"


def _places(side: str, version: Version, texts: Sequence[Text]) -> _Places:
    aligned = {text.unit.id for text in texts}
    ids: dict[str, tuple[str, ...]] = defaultdict(tuple)
    known: set[str] = set()
    for number, document in enumerate(version.documents, 1):
        several = version.coverage == "excerpt" or len(version.documents) > 1
        for unit, name in _named(document, f"r{number}" if several else ""):
            known.add(name)
            if unit.id in aligned:
                ids[name] += (unit.id,)
    return _Places(side, dict(ids), frozenset(known))


def _named(document: Document, report: str) -> Iterator[tuple[Unit, str]]:
    """Every unit with the name that data give its place: its address, or its kind and its number among its kind."""
    totals = Counter(unit.kind for unit in document.walk() if unit.address is None)
    seen: Counter[str] = Counter()
    for unit in document.walk():
        if unit.address is not None:
            yield unit, str(unit.address)
            continue
        seen[unit.kind] += 1
        alone = totals[unit.kind] == 1 and unit.kind not in {"statement", "text"}
        kind = _NAMELESS.get(unit.kind, f"-{unit.kind}" if report else unit.kind)
        yield unit, f"{report}{kind}{'' if alone else seen[unit.kind]}"
