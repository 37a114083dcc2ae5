"""Ways between the places of a provision that does not stand where it stood: 移至, 移自, 并入."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.model import Change
from policydiff.render.html.entries import Entries, Entry
from policydiff.render.html.markup import Markup, element, fragment
from policydiff.render.html.view import View
from policydiff.render.wording.places import Side

__all__ = ["elsewhere", "routes"]


def routes(view: View, entries: Entries) -> tuple[dict[str, Markup], dict[str, Markup]]:
    """Signposts, by the anchor of the entry they stand before or behind.

    An entry stands at its first old article.  Where another of its articles stands apart from it in its own text, a
    signpost there leads to it, so that a reader of either text in its own order misses nothing.
    """
    before: dict[str, list[Markup]] = {}
    after: dict[str, list[Markup]] = {}
    for old in (True, False):
        side = view.facts.old if old else view.facts.new
        homes = entries.old if old else entries.new
        previous: Entry | None = None
        for unit_id in _in_order(side, {unit for e in entries.all for unit in (e.change.old if old else e.change.new)}):
            entry = homes[unit_id]
            if _apart(entry, unit_id, previous, old=old):
                sign = _signpost(view, entry, unit_id, old=old)
                if previous is None:
                    before.setdefault(entries.all[0].anchor, []).append(sign)
                else:
                    after.setdefault(previous.anchor, []).append(sign)
            else:
                previous = entry
    return {at: fragment(signs) for at, signs in before.items()}, {at: fragment(s) for at, s in after.items()}


def elsewhere(view: View, entries: Entries, change: Change) -> dict[str, str]:
    """For each sentence that moved to, or came from, a provision that its own is not linked with, the anchor there."""
    facts = view.facts
    found: dict[str, str] = {}
    for clause in change.clauses:
        if clause.elsewhere is None or (clause.old is None) == (clause.new is None):
            continue
        home = (entries.new if clause.new is None else entries.old).get(clause.elsewhere)
        if home is not None:
            words = facts.old.text(clause.old) if clause.old is not None else facts.new.text(clause.new or "")
            found.setdefault(words.strip(), home.anchor)
    return found


def _in_order(side: Side, wanted: Iterable[str]) -> Iterator[str]:
    chosen = frozenset(wanted)
    return (unit.id for unit in side.ordered() if unit.id in chosen)


def _apart(entry: Entry, unit_id: str, previous: Entry | None, *, old: bool) -> bool:
    """Whether a unit of an entry stands away from where the entry is shown."""
    change = entry.change
    if change.relation not in {"same", "split", "merge", "regrouped"} or entry is previous:
        return False
    if old:
        return unit_id != change.old[0]
    return "moved" in change.flags if unit_id == change.new[0] else True


def _signpost(view: View, entry: Entry, unit_id: str, *, old: bool) -> Markup:
    facts, change = view.facts, entry.change
    if old:
        place = facts.old.titled(unit_id, view.lang)
        told = view.say("joined_old", old=place, first=facts.old.titled(change.old[0], view.lang))
    else:
        code = "moved_from" if change.relation == "same" else "joined_new"
        before = view.comma.join(facts.old.cite(unit, view.lang) for unit in change.old)
        told = view.say(code, new=facts.new.titled(unit_id, view.lang), old=before)
    return element("p", element("a", view.mixed(told), href=f"#{entry.anchor}"), class_="signpost")
