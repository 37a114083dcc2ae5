"""What a figure is about, and how far two figures are about one thing.

The sum itself never counts: 200万元 may play five roles in one text, and a changed sum is what is looked for.  What
counts is the clause around it, the sentence, the base it is reckoned on and the thing it is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policydiff.compare.judging import share_enough
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.compare.tiers import is_threshold, ladders, listed, other_member, thresholds
from policydiff.model import Term
from policydiff.similarity import Grams, Weights, grams, weigh

__all__ = ["Aboutness", "Topic", "aboutness"]

Words = Callable[[str], Grams]
"""The pairs of characters of a text without its figures."""
_FIGURES = re.compile(r"\d[\d.,]*|[%％]|[万亿]?元")


@dataclass(frozen=True, slots=True)
class Topic:
    """The words around a figure, and the base it hangs on: its own, or that of the rate in its clause.

    `listed` says that it is one of several figures that one list shares out (全国、省级、市级首店分别…), `threshold`
    that it is what must be reached, `thresholds` what must be reached for it, `ladder` which sentence opens the ladder
    that it is a step of.  The pairs of characters of the base, the subject and what the figure is per are kept beside.
    """

    clause: Grams
    sentence: Grams
    base: str | None
    listed: bool = False
    threshold: bool = False
    thresholds: tuple[Term, ...] = ()
    ladder: str = ""
    of_base: Grams = frozenset()
    of_subject: Grams = frozenset()
    of_per: Grams = frozenset()


@dataclass(frozen=True, slots=True)
class Aboutness:
    """The topics of all terms of both sides, weighed together.

    They are kept by the identity of the terms: two versions may hold equal terms in different sentences.
    """

    topics: Mapping[int, Topic]
    weights: Weights
    masses: Mapping[Grams, int]
    options: CompareOptions

    def likeness(self, one: Term, other: Term) -> float:
        """How far two terms are about one thing: 0 where their kinds differ, about 1 for the same clause."""
        if one.kind != other.kind or (one.role != other.role and "validity" in (one.role, other.role)):
            return 0.0
        a, b = self.topic(one), self.topic(other)
        if other_member(one.subject, other.subject, listed=a.listed and b.listed):
            return 0.0
        by = self.options
        score = by.clause_weight * self._overlap(a.clause, b.clause)
        score += by.sentence_weight * self._overlap(a.sentence, b.sentence)
        if a.base and b.base:
            alike = share_enough(a.of_base, b.of_base, by)
            score += by.basis_bonus if alike else -by.basis_bonus if one.kind == "rate" else 0.0
        if not a.of_subject.isdisjoint(b.of_subject):
            score += by.facet_bonus
        if not a.of_per.isdisjoint(b.of_per):
            score += by.facet_bonus
        if one.bound == other.bound:
            score += by.facet_bonus
        return score

    def topic(self, term: Term) -> Topic:
        """What a term of either side is about."""
        return self.topics[id(term)]

    def _overlap(self, one: Grams, other: Grams) -> float:
        if one.isdisjoint(other):
            return 0.0
        smaller = min(self.masses[one], self.masses[other])
        return self.weights.mass(one & other) / max(smaller, self.options.thin_clause * self.weights.unseen)


def aboutness(old: Side, new: Side, options: CompareOptions) -> Aboutness:
    """Weigh the topics of all terms of two versions together."""
    topics: dict[int, Topic] = {}
    words = _reader()
    for side in (old, new):
        heads = ladders(side)
        for terms in side.terms.values():
            for number, term in enumerate(terms):
                topics[id(term)] = _topic(term, terms[:number], terms, heads[term.unit_id], side, words)
    sentences = {found.sentence for found in topics.values()}
    weights = weigh(sentences)
    masses = {words: weights.mass(words) for words in sentences | {found.clause for found in topics.values()}}
    return Aboutness(topics, weights, masses, options)


def _topic(
    term: Term, before: Sequence[Term], siblings: Sequence[Term], ladder: str, side: Side, words: Words
) -> Topic:
    text = side.document(term.unit_id).text
    clause, sentence = words(term.context.of(text)), words(side.text(term.unit_id))
    threshold = is_threshold(term, text)
    if ladder != term.unit_id:
        sentence |= words(side.text(ladder))
        clause |= words(side.terms[ladder][0].context.of(text)) if threshold and ladder in side.terms else frozenset()
    base = term.basis or _rate_base(term, before)
    return Topic(
        clause,
        sentence,
        base,
        listed(term, siblings),
        threshold,
        thresholds(before, text) if not threshold else (),
        ladder,
        grams(base or ""),
        grams(term.subject or ""),
        grams(term.per or ""),
    )


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
