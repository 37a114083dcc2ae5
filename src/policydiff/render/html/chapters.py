"""The chapter that each change is listed under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from policydiff.fold import fold
from policydiff.model import Change, Unit
from policydiff.render.comparison.facts import Facts
from policydiff.render.html.words import PHRASES
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import Side

__all__ = ["chapters"]

_RANKS = ("part", "chapter", "section")


def chapters(facts: Facts, changes: list[Change], lang: Lang) -> tuple[str, ...]:
    """The headings over each change, empty where the texts have no chapters.

    A change of both sides stands under its old chapter, with what most articles of that chapter stand under now, where
    that is called otherwise: 第三章 监督管理 → 第四章 监督检查.  What was added stands under the chapter of its
    neighbour above, if that is its own chapter too; else under its own, in the new text's words.
    """
    old, new = _headings(facts.old, lang), _headings(facts.new, lang)
    became = _became(changes, old, new)
    named = {after: shown for before, after in became.items() if (shown := _both(before, after)) != before}
    found: list[str] = []
    last_new = ""
    for change in changes:
        own = next((new[unit] for unit in change.new if unit in new), "")
        if change.old:
            before = old.get(change.old[0], "")
            found.append(_both(before, became.get(before, before)))
        else:
            found.append(found[-1] if found and own == last_new else named.get(own, own))
        last_new = own or last_new
    outside = pick(PHRASES["outside"], lang) if any(found) else ""
    return tuple(heading or outside for heading in found)


def _became(changes: Iterable[Change], old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """For each old heading the new one of the same words, or else the one that most of its articles stand under."""
    found: dict[str, Counter[str]] = {}
    for change in changes:
        for unit in change.old:
            after = Counter(new[one] for one in change.new if new.get(one))
            if old.get(unit) and after:
                found.setdefault(old[unit], Counter()).update(after)
    return {
        before: next((one for one in after if _words(one) == _words(before)), after.most_common(1)[0][0])
        for before, after in found.items()
    }


def _words(heading: str) -> str:
    """The words of the innermost heading, without its number."""
    return fold(heading.rpartition(" · ")[2].partition(" ")[2])


def _both(before: str, after: str) -> str:
    return before if fold(before) == fold(after) else f"{before} → {after}"


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
