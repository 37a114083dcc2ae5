"""What the program says of two drafts, held against the truth about them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property

from policydiff.align import align
from policydiff.clean import clean
from policydiff.compare import compare
from policydiff.model import Alignment, Comparison, Origin, TermChange, Version, Work
from policydiff.pipeline import terms
from policydiff.read import read_bytes
from policydiff.segment import segment
from support.mutations.cases import Case
from support.mutations.parts import Draft, Figure

__all__ = ["Counts", "FigureScore", "LinkScore", "Told", "figures_scored", "links_scored", "version"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found and is true, found and false, true and missed."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hit + other.hit, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is true; 1 where nothing was found."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was found; 1 where there was nothing to find."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = 2 * self.hit + self.false + self.missed
        return 2 * self.hit / both if both else 1.0


def _counts(found: Set[Hashable], true: Set[Hashable]) -> Counts:
    return Counts(len(found & true), len(found - true), len(true - found))


@dataclass(frozen=True, slots=True)
class LinkScore:
    """Links, those of them that belong to a split or a merge, and the articles that stand on one side only."""

    links: Counts = Counts()
    branching: Counts = Counts()
    added: Counts = Counts()
    removed: Counts = Counts()
    articles: int = 0

    def __add__(self, other: LinkScore) -> LinkScore:
        return LinkScore(*(getattr(self, name) + getattr(other, name) for name in LinkScore.__slots__))


@dataclass(frozen=True, slots=True)
class FigureScore:
    """Of the figures that were changed, how many are told rightly; of all the others, how many are told as changed."""

    changed: int = 0
    right: int = 0
    false: int = 0
    articles: int = 0

    def __add__(self, other: FigureScore) -> FigureScore:
        return FigureScore(*(getattr(self, name) + getattr(other, name) for name in FigureScore.__slots__))


def version(draft: Draft, name: str) -> Version:
    """A draft read, cleaned and segmented as a text file would be."""
    document = segment(clean(read_bytes(draft.written().text.encode(), f"{name}.txt")), origin=Origin(name))
    return Version(Work("", draft.title), name, "full", (document,))


class Told:
    """A case with both versions as the program reads them."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.old, self.new = version(case.old, "old"), version(case.new, "new")

    @cached_property
    def alignment(self) -> Alignment:
        """Which unit became which, as the program says."""
        return align(self.old, self.new)

    def links(self) -> frozenset[Pair]:
        """The links that the program finds between articles, by their numbers."""
        before, after = self.old.index(), self.new.index()
        pairs = ((before[link.old][1], after[link.new][1]) for link in self.alignment.links)
        return frozenset((old.label, new.label) for old, new in pairs if "article" in (old.kind, new.kind))

    @cached_property
    def comparison(self) -> Comparison:
        """What the program says of both."""
        return compare(self.old, self.new, self.alignment, terms(self.old), terms(self.new))


def links_scored(told: Told) -> LinkScore:
    """The links that the program finds, held against the truth."""
    true, found = told.case.links(), told.links()
    old, new = set(told.case.old.labels().values()), set(told.case.new.labels().values())
    heirs, sources = [a for a, _ in true], [b for _, b in true]
    branching = {(a, b) for a, b in true if heirs.count(a) > 1 or sources.count(b) > 1}
    return LinkScore(
        _counts(found, true),
        _counts(found & branching, branching),
        _counts(new - {b for _, b in found}, new - {b for _, b in true}),
        _counts(old - {a for a, _ in found}, old - {a for a, _ in true}),
        len(old),
    )


def figures_scored(told: Told) -> FigureScore:
    """What the program says of the figures that stand in both texts, held against the truth."""
    pairs = told.case.figures()
    said = list(_said(told))
    changed = {key for key, (old, new) in pairs.items() if old.value != new.value}
    right = {key for key in changed if any(_rightly(key, pairs, one) for one in said)}
    false = sum(_falsely(pairs, changed, one) for one in said)
    return FigureScore(len(changed), len(right), false, len(told.case.old.articles()))


@dataclass(frozen=True, slots=True)
class _Said:
    """A change of figures as it is told, with the keys of the figures that it is told of."""

    change: TermChange
    old: frozenset[int]
    new: frozenset[int]


def _said(told: Told) -> Iterator[_Said]:
    before, after = _keys(told.old, told.case.old), _keys(told.new, told.case.new)
    for change in told.comparison.changes:
        for one in change.terms:
            old = frozenset(key for term in one.old for key in before.get((term.span.start, term.span.end), ()))
            new = frozenset(key for term in one.new for key in after.get((term.span.start, term.span.end), ()))
            yield _Said(one, old, new)


def _keys(side: Version, draft: Draft) -> dict[tuple[int, int], tuple[int, ...]]:
    """The figures that each term of a version holds: two for a range, and two for 每三个月不少于两次."""
    source = draft.written()
    written = sorted((span, key) for key, span in source.figures.items())
    (document,) = side.documents
    found = {}
    for term in terms(side):
        place = document.clean.to_source(term.span)
        context = document.clean.to_source(term.context)
        held = tuple(
            key
            for (start, end), key in written
            if (start < place.end and place.start < end)
            or (context.start <= start <= end <= context.end and _how_often(source.text[:start], term.recurrence))
        )
        found[term.span.start, term.span.end] = held
    return found


def _how_often(before: str, recurrence: str | None) -> bool:
    """Whether a figure behind such words is the period of a frequency: 二年 of 每二年, in whatever writing."""
    return recurrence is not None and recurrence.startswith("每") and before.rstrip().endswith("每")


def _rightly(key: int, pairs: dict[int, tuple[Figure, Figure]], said: _Said) -> bool:
    """Whether a change is the one of this figure: of it alone, in the right direction and by the right amount.

    A range whose ends moved by different measures has no one difference.
    """
    if key not in said.old or said.old != said.new:
        return False
    old, new = pairs[key]
    if "recurrence" in said.change.changed:
        return True  # how often is told in words, and has no difference
    if said.change.direction != ("raised" if new.value > old.value else "lowered"):
        return False
    return len(said.old) > 1 or said.change.delta == new.amount - old.amount


def _falsely(pairs: dict[int, tuple[Figure, Figure]], changed: set[int], said: _Said) -> bool:
    """Whether something is said to have happened to a figure that stands in both texts as it was."""
    if said.change.direction == "unchanged" and not said.change.changed:
        return said.old != said.new and bool(said.old | said.new)
    return any(key in pairs and key not in changed for key in said.old | said.new)
