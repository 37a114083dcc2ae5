"""Numbers that do not follow the ones before them, told once the tree stands: kept as written, and noted.

A list may begin at one, or go on from the last list of its level: 章 run through the 编, 条 through the whole law, and
many opinions count （一） on across 一、 and 二、.  It may begin anew behind a paragraph that stands between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.model import Address, Level, Oddity, OddityCode, Place, Unit

__all__ = ["oddities"]


def oddities(units: Sequence[Unit]) -> tuple[Oddity, ...]:
    """Every number of a text that skips, repeats or runs backwards, in reading order."""
    return tuple(_among(units, {}))


def _among(units: Sequence[Unit], before: dict[Level, Place]) -> Iterator[Oddity]:
    """The oddities among siblings and under them; `before` holds the last place of each level so far."""
    here: dict[Level, Place] = {}
    between = False
    for unit in units:
        place = unit.address.places[-1] if unit.address and unit.label and unit.kind != "annex" else None
        if place is None:
            between = between or unit.kind in {"paragraph", "sentence", "text"}
            if unit.children:
                yield from _among(unit.children, {} if unit.kind == "annex" else before)
            continue
        code, expected = _judge(place, here.get(place.level), before.get(place.level), anew=between)
        if code and unit.address:
            yield Oddity(code, unit.id, Address((*unit.address.places[:-1], expected)))
        here[place.level] = before[place.level] = place
        yield from _among(unit.children, before)
        between = _trails(unit)


def _judge(place: Place, last: Place | None, before: Place | None, *, anew: bool) -> tuple[OddityCode | None, Place]:
    """What is odd about a number behind the last one of its list, and the one that would have followed."""
    first = Place(place.level, 1)
    if place == first and (last is None or anew):
        return None, first
    known = last or before
    if known is None:
        return "skipped", first
    expected = _next(known, place)
    if place == expected:
        return None, expected
    if last is None and place < expected:
        return "skipped", first  # a list of its own that does not begin at one
    return "repeated" if place == known else "backwards" if place < known else "skipped", expected


def _next(known: Place, place: Place) -> Place:
    """The number behind one: 第四条 behind 第三条之二, but 第三条之三 where the text goes on with a 之."""
    if place.number == known.number and place.branch:
        depth = min(len(place.branch), len(known.branch) + 1)
        branch = (*known.branch, 0)[:depth]
        return Place(place.level, known.number, (*branch[:-1], branch[-1] + 1))
    return Place(place.level, known.number + 1)


def _trails(unit: Unit) -> bool:
    """Whether unnumbered words stand behind the numbers inside a unit, or lead on to a new list: 包括：."""
    inner = [child for child in unit.children if child.kind != "heading"]
    numbered = [i for i, child in enumerate(inner) if child.label]
    return len([child for child in inner if child.kind == "paragraph"]) > 1 or bool(
        numbered and numbered[-1] < len(inner) - 1
    )
