"""What a person knows better: links that must stand, and links that must not.

A link that is *pinned* stands beside what alignment finds: 第五条 → 第七条 pinned, and 第五条 → 第九条 found, make a
split; where 第九条 has nothing to do with it, that pair is ruled out as well.  A pair that is *ruled out* is taken from
what alignment finds, and nothing is put in its place: the next best of an article that has lost its partner is wrong as
a rule.  Ruling out all of 第五条 and pinning 第五条 → 第七条 leaves it that one link.

An override names places, not contents, so it holds for the next run as well; where its place is gone, is named twice,
or is no provision of its own (第五条第二款), it does not apply, and a note says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from policydiff.align.units import Text
from policydiff.model import Document, Link, Note, Override, Reason, Unit, Version

__all__ = ["SEPARATOR", "Sides", "override"]

SEPARATOR = "; "
"""Stands between the places that a note names: no address has it."""

_NAMELESS = {"statement": "s"}

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

    def found(self, names: Sequence[str]) -> tuple[str, ...]:
        """The provisions of those names that say which one is meant."""
        return tuple(self.ids[name][0] for name in names if self.applies(name))

    def applies(self, name: str) -> bool:
        """Whether a name stands for one provision."""
        return len(self.ids.get(name, ())) == 1


@dataclass(frozen=True, slots=True)
class _RuledOut:
    """The pairs that are not linked, and the provisions of either side that are linked with nothing."""

    pairs: frozenset[_Pair]
    ended: frozenset[str]
    begun: frozenset[str]

    def __contains__(self, link: Link) -> bool:
        return (link.old, link.new) in self.pairs or link.old in self.ended or link.new in self.begun


def override(
    links: tuple[Link, ...], sides: Sides, overrides: Sequence[Override]
) -> tuple[tuple[Link, ...], tuple[Note, ...]]:
    """Links with a person's word on them, in reading order, and a note for each override: what it did, or why not."""
    old, new = (
        _places(name, version, texts)
        for name, version, texts in zip(("old", "new"), sides.versions, sides.texts, strict=True)
    )
    pinned, ruled_out = _told(overrides, old, new)
    found = {(link.old, link.new): link for link in links if link not in ruled_out}
    given = {(link.old, link.new): link for link in links}
    found |= {pair: _pin(given.get(pair), pair) for pair in pinned}
    before, after = ({text.unit.id: at for at, text in enumerate(side)} for side in sides.texts)
    ordered = sorted(found, key=lambda pair: (before[pair[0]], after[pair[1]]))
    return tuple(found[pair] for pair in ordered), tuple(note for one in overrides for note in _notes(one, old, new))


def _pin(link: Link | None, pair: _Pair) -> Link:
    reasons = (Reason("pinned", 1.0),)
    return replace(link, score=1.0, reasons=reasons) if link else Link(*pair, 1.0, reasons)


def _told(overrides: Sequence[Override], old: _Places, new: _Places) -> tuple[set[_Pair], _RuledOut]:
    """What the overrides that apply say of provisions: which pairs are linked, and which are not."""
    pinned: set[_Pair] = set()
    apart: set[_Pair] = set()
    ended: set[str] = set()
    begun: set[str] = set()
    for one in overrides:
        before, after = old.found(one.old), new.found(one.new)
        if one.linked:
            pinned.update(product(before, after))
        elif one.old and one.new:
            apart.update(product(before, after))
        else:
            ended.update(before)
            begun.update(after)
    return pinned, _RuledOut(frozenset(apart), frozenset(ended), frozenset(begun))


def _notes(one: Override, old: _Places, new: _Places) -> Iterator[Note]:
    names: list[tuple[str, ...]] = []
    for place, given in ((old, one.old), (new, one.new)):
        names.append(tuple(name for name in given if place.applies(name)))
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
    if place.applies(name):
        return ""
    if name in place.ids:
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
