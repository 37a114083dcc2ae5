"""The chapter that each change is listed under."""

from __future__ import annotations

from collections.abc import Iterable

from policydiff.model import Change, Unit
from policydiff.render.comparison.facts import Facts
from policydiff.render.html.words import PHRASES
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import Side

__all__ = ["chapters"]

_RANKS = ("part", "chapter", "section")


def chapters(facts: Facts, changes: list[Change], lang: Lang) -> tuple[str, ...]:
    """The headings over each change, empty where the texts have no chapters.

    A change of both sides stands under its old chapter.  What was added stands under the chapter of its neighbour
    above, if that is its own chapter too, however it is called now; else under its own, in the new text's words.
    """
    old, new = _headings(facts.old, lang), _headings(facts.new, lang)
    found: list[str] = []
    last_new = ""
    for change in changes:
        own = next((new[unit] for unit in change.new if unit in new), "")
        if change.old:
            found.append(old.get(change.old[0], ""))
        else:
            found.append(found[-1] if found and own == last_new else own)
        last_new = own or last_new
    outside = pick(PHRASES["outside"], lang) if any(found) else ""
    return tuple(heading or outside for heading in found)


def _headings(side: Side, lang: Lang) -> dict[str, str]:
    """For each unit the headings of its parts, chapters and sections, outermost first."""
    found: dict[str, str] = {}

    def note(units: Iterable[Unit], path: tuple[str, ...]) -> None:
        for unit in units:
            inner = (*path, side.titled(unit.id, lang)) if unit.kind in _RANKS else path
            found[unit.id] = " · ".join(inner)
            if unit.kind in _RANKS:
                note(unit.children, inner)

    for document in side.version.documents:
        note(document.units, ())
    return found
