"""What every rendering of a comparison tells, in the same order: the counts, the articles, the figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from policydiff.model import Change, Comparison, Direction, Note, Role, TermChange, Unit, amending_side
from policydiff.model.answers import LoggedStep
from policydiff.render.wording.figure_changes import way
from policydiff.render.wording.labels import Lang
from policydiff.render.wording.notes import note_words
from policydiff.render.wording.places import Side, document_words

__all__ = ["ARTICLE_RELATIONS", "Facts", "Figure", "outcome", "step_of"]

_ORDER: tuple[Direction, ...] = (
    "raised",
    "lowered",
    "introduced",
    "dropped",
    "merged",
    "split",
    "not_comparable",
    "unchanged",
    "not_reported",
)
_OF_DECISION = {"reported": "amended", "not_reported": "not_amended", "silent": "unamended"}
"""Where no report speaks, but a decision to amend: its silence is another one."""
ARTICLE_RELATIONS = ("reported", "mentioned", "not_reported", "added", "removed")
_NOT_ARTICLES = frozenset({"title", "preamble", "closing", "signature", "annex", "heading", "responsibility"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A term change with the change of its article."""

    change: Change
    term: TermChange

    @property
    def altered(self) -> bool:
        """Whether the value itself, or what it is measured by, is another one."""
        return self.term.direction not in {"unchanged", "not_reported"} or bool(self.term.changed)

    @property
    def role(self) -> Role | None:
        """What the figure is for, in the new text's words if they say so."""
        return next((term.role for term in self.term.new + self.term.old if term.role), None)


@dataclass(frozen=True, slots=True)
class Facts:
    """A comparison with what its renderings look up again and again.

    `amending` says whether either side is a decision to amend the other one.
    """

    comparison: Comparison
    old: Side
    new: Side
    amending: bool = False

    @classmethod
    def of(cls, comparison: Comparison) -> Facts:
        """Prepare a comparison for one rendering."""
        old = (unit for change in comparison.changes for unit in change.old)
        new = (unit for change in comparison.changes for unit in change.new)
        amending = amending_side(comparison.old, comparison.new) is not None
        return cls(comparison, Side.of(comparison.old, old), Side.of(comparison.new, new), amending)

    @property
    def excerpt(self) -> bool:
        """Whether either side is known only through reports."""
        return "excerpt" in (self.comparison.old.coverage, self.comparison.new.coverage)

    def said(self, code: str) -> str:
        """The code of the words for what a report, or in its place a decision to amend, says or is silent on."""
        return _OF_DECISION.get(code, code) if self.amending else code

    def note(self, note: Note, lang: Lang) -> str:
        """A note in words, the documents it names called what the rest of the page calls them."""
        return note_words(replace(note, values=tuple((k, self._named(k, v, lang)) for k, v in note.values)), lang)

    def _named(self, key: str, value: str, lang: Lang) -> str:
        if key != "document":
            return value
        named = document_words(self.comparison.new, value, lang)
        return named if named != value else document_words(self.comparison.old, value, lang)

    def figures(self) -> tuple[Figure, ...]:
        """Every figure, the changed ones first, each kind of change in reading order."""
        found = [Figure(change, self._whole(term)) for change in self.comparison.changes for term in change.terms]
        return tuple(sorted(found, key=lambda figure: (_ORDER.index(figure.term.direction), not figure.altered)))

    def _whole(self, change: TermChange) -> TermChange:
        """A figure with each share of a ratio quoted as the whole ratio: 6:4, and not the 4 of it."""
        old, new = (
            tuple(side.in_ratio(term) for term in terms)
            for side, terms in ((self.old, change.old), (self.new, change.new))
        )
        return change if (old, new) == (change.old, change.new) else replace(change, old=old, new=new)

    def directions(self) -> dict[str, int]:
        """How many figures went which way."""
        found = Counter(figure.term.direction for figure in self.figures())
        return {direction: found[direction] for direction in _ORDER if found[direction]}

    def ways(self) -> dict[str, int]:
        """The same in words: periods are counted apart, as extended or shortened."""
        return dict(Counter(self.said(way(figure.term)) for figure in self.figures()))

    def articles(self) -> tuple[Change, ...]:
        """The changes of articles, without titles, preambles and closing provisions."""
        return tuple(change for change in self.comparison.changes if self.about_article(change))

    def annexes(self) -> tuple[Change, ...]:
        """The changes of annexes."""
        units = ((c, [*map(self.old.unit, c.old), *map(self.new.unit, c.new)]) for c in self.comparison.changes)
        return tuple(change for change, found in units if any(unit and unit.kind == "annex" for unit in found))

    def substantive(self) -> int:
        """How many articles changed in substance, those that came or went among them."""
        return sum(change.substance == "substantive" for change in self.articles())

    def moved(self) -> int:
        """How many articles stand elsewhere now, whatever else befell them."""
        return sum("moved" in change.flags for change in self.articles())

    def about_article(self, change: Change) -> bool:
        """Whether a change speaks of an article (a unit that is not one of a text's frame)."""
        units = [self.old.unit(i) for i in change.old] or [self.new.unit(i) for i in change.new]
        return change.relation != "unplaced" and any(unit is None or unit.kind not in _NOT_ARTICLES for unit in units)

    def listed(self, relation: str) -> tuple[str, ...]:
        """The neutral names of the articles that stand in a relation."""
        return tuple(
            side.key(unit_id)
            for change in self.articles()
            if change.relation == relation
            for side, ids in ((self.old, change.old), (self.new, () if change.old else change.new))
            for unit_id in ids
        )

    def relations(self) -> dict[str, int]:
        """How many article changes stand in which relation, `edited` counted apart from `same`."""
        return dict(sorted(Counter(outcome(change) for change in self.articles()).items()))


def outcome(change: Change) -> str:
    """The one word a reader wants for a change: its relation, or what befell the article where it stayed one."""
    if change.relation != "same":
        return change.relation
    return next((flag for flag in ("edited", "retitled", "moved", "renumbered") if flag in change.flags), "same")


def article_units(side: Side) -> tuple[Unit, ...]:
    """The articles that a side's documents number themselves."""
    return tuple(unit for document in side.version.documents for unit in document.articles())


def step_of(comparison: Comparison, since: str) -> LoggedStep:
    """The counts of a comparison for a log, the same ones that its report gives."""
    facts = Facts.of(comparison)
    return LoggedStep(since, tuple(facts.relations().items()), tuple(facts.directions().items()), facts.substantive())
