"""The full scan: every clause looked at, one by one.  What is faster is held against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policydiff.index.entries import Entry, Facts, Search
from policydiff.index.keys import forms
from policydiff.index.marking import places
from policydiff.index.query import parse_query
from policydiff.index.ranking import idf, norm, weight
from policydiff.model import Hit, Span, Version

__all__ = ["Ranked", "Standing", "scan", "scan_entries"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A clause found, by its version and its number there, with what it is worth; `clause` is its id in a database."""

    facts: Facts
    position: int
    score: float
    whole: bool
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """What was found, best first: the page that was asked for, how much there is, and how much of it in each work.

    `titles` are all the works there are by id, each with the title that its latest version bears, and `counts` how many
    clauses of each were found.
    """

    total: int
    page: tuple[Standing, ...]
    titles: tuple[tuple[str, str], ...]
    counts: tuple[int, ...]


def scan(query: str, versions: Iterable[Version]) -> tuple[Hit, ...]:
    """Every clause that answers a query, in reading order.

    A clause is a leaf of a document: a sentence, a heading, a statement of a report.  Words are found whatever the
    script (補貼, 补贴), the width and the letter case (ＡＩ, ai), the punctuation (“, 「), the white space inside a
    phrase and the spelling of figures: 50万元 finds 五十万元, 500,000元 and 伍拾万元, 30% finds 百分之三十, and 三年
    finds 3年.

    A figure is found as a whole only: 50 finds 50, 五十 and the 50 of 50万元, never 500 or 2050.  Words in Latin
    letters are found inside others, as Chinese words are: AI finds OpenAI.

    A query without a word has no hits.  `spans` are the places of all the words, ordered and disjoint.
    """
    wanted = parse_query(query)
    if not wanted:
        return ()
    found = []
    for version in versions:
        for index, document in enumerate(version.documents):
            for leaf in (leaf for unit in document.units for leaf in unit.leaves()):
                text = document.text_of(leaf)
                if wanted.holds(*forms(text)):
                    spans = places(wanted.positive, text)
                    moved = tuple(Span(span.start + leaf.span.start, span.end + leaf.span.start) for span in spans)
                    found.append(Hit(version, index, leaf.id, moved))
    return tuple(found)


def scan_entries(search: Search, entries: Sequence[Entry]) -> Ranked:
    """What a search finds among some versions, best first; see `ranking`."""
    readings = {entry.facts.name: [forms(clause.text) for clause in entry.clauses] for entry in entries}
    scores = _Scores(search, [pair for pairs in readings.values() for pair in pairs])
    admitted = search.filters.versions(entry.facts for entry in entries)
    rank = {facts.name: number for number, facts in enumerate(admitted)}
    found = []
    for entry in entries:
        for position, (clause, pair) in enumerate(zip(entry.clauses, readings[entry.facts.name], strict=True)):
            if (
                entry.facts.name in rank
                and search.query.holds(*pair)
                and search.filters.chapter_holds(clause.chapter)
                and search.filters.terms_hold(clause.measured)
            ):
                whole, score = scores.of(pair)
                found.append(Standing(entry.facts, position, score, whole))
    found.sort(key=lambda one: (not one.whole, -one.score, rank[one.facts.name], one.position))
    page = found[search.offset :][: search.limit]
    counts = Counter(one.facts.work for one in found)
    titles = {facts.work: facts.title for facts in sorted((one.facts for one in entries), key=lambda one: one.order)}
    return Ranked(len(found), tuple(page), tuple(titles.items()), tuple(counts[work] for work in titles))


class _Scores:
    """The worth of a clause among all the clauses there are."""

    def __init__(self, search: Search, readings: list[tuple[str, str]]) -> None:
        self._phrase = search.query.phrase
        self._mean = sum(len(whole) for whole, _ in readings) / max(len(readings), 1)
        self._words = [
            (one, idf(sum(one.in_readings(*pair) for pair in readings), len(readings))) for one in search.query.positive
        ]

    def of(self, pair: tuple[str, str]) -> tuple[bool, float]:
        """Whether the query stands in it as one phrase, and its score."""
        score = 0.0
        for one, rarity in self._words:
            if times := one.times(*pair):
                score += weight(rarity, float(times), norm(float(len(pair[0])), self._mean))
        return self._phrase is not None and self._phrase.in_readings(*pair), score
