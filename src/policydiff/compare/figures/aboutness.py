"""What a figure is about, and how far two figures are about one thing.

The sum itself never counts: 200万元 may play five roles in one text, and a changed sum is what is looked for.  What
counts is the clause around it, the sentence, the base it is reckoned on and the thing it is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policydiff.compare.figures.bases import granted_and_required, same_basis, share_enough
from policydiff.compare.figures.duties import NO_DUTY, Duty, duty, other_duty
from policydiff.compare.figures.things import NOTHING, Thing, headings, other_thing, thing
from policydiff.compare.figures.tiers import (
    before_step,
    former,
    is_threshold,
    ladders,
    listed,
    named_step,
    other_member,
    ranks,
    thresholds,
)
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Term
from policydiff.similarity import Grams, Weights, grams, weigh

__all__ = ["Aboutness", "Topic", "aboutness"]

Words = Callable[[str], Grams]
"""The pairs of characters of a text without its figures."""
_REACH = 60
"""As many characters before a figure its sentence may name the step that it is for."""
_SPEEDS = frozenset({"公里/小时"})
_FIGURES = re.compile(r"\d[\d.,]*|[%％]|[万亿]?元")


@dataclass(frozen=True, slots=True)
class Topic:
    """The words around a figure, and the base it hangs on: its own, or that of the rate in its clause.

    `listed` says that it is one of several figures that one list shares out (全国、省级、市级首店分别…), `threshold`
    that it is what must be reached, `thresholds` what must be reached for it, `ladder` which sentence opens the ladder
    that it is a step of, `former` what the text says held before in its place, `step` which ranks and steps its subject
    names, or, where it has none, its sentence, `duty` whom it binds, `thing` what its sentence names,
    `counted` the character right before it (每4分钟, 前5分钟).  What clause and
    sentence weigh and the pairs of characters of the base, the subject and what the figure is per are kept beside.
    """

    clause: Grams
    sentence: Grams
    base: str | None
    listed: bool = False
    threshold: bool = False
    thresholds: tuple[Term, ...] = ()
    ladder: str = ""
    former: Term | None = None
    step: frozenset[str] = frozenset()
    duty: Duty = NO_DUTY
    thing: Thing = NOTHING
    counted: str = ""
    masses: tuple[int, int] = (0, 0)
    of_base: Grams = frozenset()
    of_subject: Grams = frozenset()
    of_per: Grams = frozenset()


@dataclass(frozen=True, slots=True)
class _Place:
    """A term among the others of its sentence, and the words of that sentence with those that open its ladder."""

    siblings: Sequence[Term]
    number: int
    sentence: Grams
    ladder: str
    heading: str | None
    side: Side


class Aboutness:
    """The topics of the terms of both sides, weighed together.

    Terms are told apart by identity: two versions may hold equal terms in different sentences.  A topic is worked out
    when it is asked for: the figures of sentences that stayed as they were need none.
    """

    def __init__(self, places: Mapping[int, _Place], words: Words, weights: Weights, options: CompareOptions) -> None:
        self.weights, self.options = weights, options
        self._places, self._words = places, words
        self._topics: dict[int, Topic] = {}
        self._thin = options.thin_clause * weights.unseen

    def likeness(self, one: Term, other: Term) -> float:
        """How far two terms are about one thing: 0 where their kinds differ, about 1 for the same clause."""
        if one.kind != other.kind:
            return 0.0
        a, b = self.topic(one), self.topic(other)
        if _are_apart(one, other, a, b):
            return 0.0
        by = self.options
        bare = not a.clause and not b.clause and one.subject is not None and one.subject == other.subject
        clause = 1.0 if bare else self._overlap(a.clause, b.clause, a.masses[0], b.masses[0])  # a cell holds no more
        score = by.clause_weight * clause
        score += by.sentence_weight * self._overlap(a.sentence, b.sentence, a.masses[1], b.masses[1])
        score += self._on_one_base(a, b, one.kind)
        if not a.of_subject.isdisjoint(b.of_subject):
            score += by.facet_bonus
        if not a.of_per.isdisjoint(b.of_per):
            score += by.facet_bonus
        if one.bound == other.bound or one.role == other.role == "penalty":  # a fine at large may get a least amount
            score += by.facet_bonus
        return score

    def _on_one_base(self, a: Topic, b: Topic, kind: str) -> float:
        """What two bases add; one of the same nouns with another qualifier (投资, 设备投资) tells neither way."""
        if not a.base or not b.base:
            return 0.0
        by = self.options
        if not share_enough(a.of_base, b.of_base, by):
            return -by.basis_bonus if kind == "rate" else 0.0
        return by.basis_bonus if same_basis(a.base, b.base, by) else 0.0

    def nearness(self, one: Term, other: Term) -> float:
        """How much of both clauses the two share, 0 to 1: what either says beside the other counts against it.

        对企业最高补助 is nearer to 对企业最高补助 than to 其中设备购置最高补助, though its likeness to both, which asks
        only how much of the shorter clause stands in the longer one, may be the same.
        """
        a, b = self.topic(one), self.topic(other)
        both = a.masses[0] + b.masses[0]
        shared = self.weights.mass(a.clause & b.clause)
        return shared / (both - shared) if both else 1.0

    def topic(self, term: Term) -> Topic:
        """What a term of either side is about."""
        found = self._topics.get(id(term))
        if found is None:
            found = self._topics[id(term)] = _topic(term, self._places[id(term)], self._words, self.weights)
        return found

    def _overlap(self, one: Grams, other: Grams, mine: int, theirs: int) -> float:
        shared = one & other
        return self.weights.mass(shared) / max(min(mine, theirs), self._thin) if shared else 0.0


def aboutness(old: Side, new: Side, options: CompareOptions) -> Aboutness:
    """Weigh the sentences of all terms of two versions together."""
    places: dict[int, _Place] = {}
    words = _reader()
    sentences: set[Grams] = set()
    full = not old.excerpt and not new.excerpt  # a report puts what a rule is about in words of its own
    for side in (old, new):
        heads, over = ladders(side), headings(side) if full else {}
        for unit, terms in side.terms.items():
            ladder = heads[unit]
            sentence = words(side.text(unit))
            if ladder != unit:
                sentence |= words(side.text(ladder))
            sentences.add(sentence)
            heading = over.get(unit, "") if full else None
            places |= {
                id(term): _Place(terms, number, sentence, ladder, heading, side) for number, term in enumerate(terms)
            }
    return Aboutness(places, words, weigh(sentences), options)


def _are_apart(one: Term, other: Term, a: Topic, b: Topic) -> bool:
    """Whether two figures cannot be one, however alike their clauses are."""
    if one.role != other.role and "validity" in (one.role, other.role):
        return True
    by_step = named_step(one, a.thresholds) and named_step(other, b.thresholds)  # what became of those decides
    if not by_step and other_member(one.subject, other.subject, listed=a.listed and b.listed):
        return True
    if a.step and b.step and not a.step & b.step and not (one.subject and other.subject):
        return True
    if {one.unit, other.unit} & _SPEEDS and one.unit != other.unit:  # 时速低于12公里 is no distance
        return True
    if {a.counted, b.counted} == {"每", "前"}:  # 每4分钟 is a step, 前5分钟 are the first ones
        return True
    return other_duty(a.duty, b.duty) or granted_and_required(one, other) or other_thing(a.thing, b.thing)


def _topic(term: Term, place: _Place, words: Words, weights: Weights) -> Topic:
    side, ladder, before = place.side, place.ladder, place.siblings[: place.number]
    text = side.document(term.unit_id).text
    clause = words(term.context.of(text))
    threshold = is_threshold(term, text)
    if ladder != term.unit_id and threshold and ladder in side.terms:
        clause |= words(side.terms[ladder][0].context.of(text))
    written, at = side.text(term.unit_id), term.span.start - side.unit(term.unit_id).span.start
    base = term.basis or _rate_base(term, before)
    return Topic(
        clause,
        place.sentence,
        base,
        listed(term, place.siblings),
        threshold,
        thresholds(before, text, term.subject) if not threshold else (),
        ladder,
        former(term, place.siblings, place.number) or before_step(term, place.siblings, place.number, text),
        ranks(term.subject) if term.subject else _only_step(term, side),
        duty(written, at),
        NOTHING if place.heading is None else thing(term, written, at, place.heading),
        text[max(0, term.span.start - 1) : term.span.start],
        (weights.mass(clause), weights.mass(place.sentence)),
        grams(base or ""),
        grams(term.subject or ""),
        grams(term.per or ""),
    )


def _only_step(term: Term, side: Side) -> frozenset[str]:
    """完成III期临床试验的，奖励提高到3000万元: what the sentence is about, if it names one step only."""
    start, text = side.unit(term.unit_id).span.start, side.document(term.unit_id).text
    named = ranks(text[max(start, term.span.start - _REACH) : term.span.start])
    return named if len(named) == 1 else frozenset()


def _rate_base(term: Term, before: Sequence[Term]) -> str | None:
    """按照研发成本的30%给予最高500万元: the cap hangs on the rate's base, if no other sum stands between."""
    for other in reversed(before):
        if other.kind == term.kind or other.span.end <= term.context.start:
            return None
        if other.kind == "rate":
            return other.basis
    return None


def _reader() -> Words:
    """Reads texts for their pairs of characters: each text once, since most sentences stand on both sides.

    A pair that many texts hold is one string for all of them: they would take three times the memory.
    """
    pairs: dict[str, str] = {}

    @cache
    def words(text: str) -> Grams:
        found = grams(_FIGURES.sub(" ", text))
        return frozenset(map(pairs.setdefault, found, found))

    return words
