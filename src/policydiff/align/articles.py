"""Articles against articles: which old provision continues in which new one.

Each pair is judged by itself on three kinds of evidence, so that a split or a merge needs no step of its own:

* both are each other's best match, and alike enough;
* large shares of both stand in the other, clause by clause, and the other's own best match does not hold these clauses
  as well: what is restated elsewhere has nothing left to split off;
* one clause stands in the other and nearly nowhere else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.align.options import AlignOptions
from policydiff.align.units import Text
from policydiff.fold import fold
from policydiff.model import Link, Reason
from policydiff.similarity import Grams, Weights, containment, grams, weigh

__all__ = ["link_articles"]

_EFFECT = re.compile("施行|执行|实施|生效|有效期")
_CUT = re.compile("[。；;：:\n]")
_COMMON = 0.3  # pairs of characters in a larger share of the texts tell nothing and cost the most


@dataclass(frozen=True, slots=True)
class _Side:
    """One side's articles and their clauses as weighted sets, each clause with the article it belongs to."""

    articles: tuple[Grams, ...]
    clauses: tuple[tuple[int, Grams], ...]


def link_articles(old: Sequence[Text], new: Sequence[Text], options: AlignOptions) -> tuple[Link, ...]:
    """Link articles (and preambles, closings) of two full texts."""
    left, right = _side(old), _side(new)
    weights = weigh((*left.articles, *right.articles))
    cosines = _cosines(left.articles, right.articles, weights, options)
    lead = _leads(cosines)
    first = {pair for pair, value in cosines.items() if value >= options.cosine_floor and lead[pair] > 0}
    best_old, best_new = _clause_likeness(left, right, weights)
    share_old, lead_old = _explained(left, right, best_old, {j: i for i, j in first}, weights, options)
    share_new, lead_new = _explained(right, left, best_new, dict(first), weights, options)
    links = []
    for (i, j), cosine in sorted(cosines.items()):
        if (old[i].unit.kind == "article") != (new[j].unit.kind == "article"):
            continue
        shares = share_old.get((i, j), 0.0) + share_new.get((j, i), 0.0)
        clause = min(lead_old.get((i, j), 0.0), lead_new.get((j, i), 0.0))
        reasons = []
        if (i, j) in first:
            reasons.append(Reason("best_match", round(cosine, 3)))
        if shares >= options.explained_floor:
            reasons.append(Reason("shared_clauses", round(shares / 2, 3)))
        if clause >= options.segment_lead:
            reasons.append(Reason("own_clause", round(clause, 3)))
        if reasons:
            score = round(max(cosine, shares / 2), 3)
            links.append(Link(old[i].unit.id, new[j].unit.id, min(score, 1.0), tuple(reasons)))
    return (*links, *_same_office(old, new, links))


def _side(texts: Sequence[Text]) -> _Side:
    clauses = tuple(
        (index, found)
        for index, text in enumerate(texts)
        for clause in _CUT.split(text.words)
        if (found := grams(clause))
    )
    return _Side(tuple(grams(text.words) for text in texts), clauses)


def _shared(
    rows: Sequence[Grams], columns: Sequence[Grams], weight: dict[str, int], common: int
) -> list[dict[int, int]]:
    """The weight that each row shares with each column; only pairs that share something."""
    holders: dict[str, list[int]] = defaultdict(list)
    for column, found in enumerate(columns):
        for pair in found:
            holders[pair].append(column)
    table: list[dict[int, int]] = []
    for row in rows:
        sums: dict[int, int] = defaultdict(int)
        for pair in row:
            held = holders.get(pair, ())
            if len(held) <= common:
                for column in held:
                    sums[column] += weight[pair]
        table.append(sums)
    return table


def _cosines(
    old: Sequence[Grams], new: Sequence[Grams], weights: Weights, options: AlignOptions
) -> dict[tuple[int, int], float]:
    squares = {pair: weight * weight for pair, weight in weights.of.items()}
    lengths_old = [sum(squares[pair] for pair in text) ** 0.5 for text in old]
    lengths_new = [sum(squares[pair] for pair in text) ** 0.5 for text in new]
    common = max(30, int(_COMMON * max(len(old), len(new))))
    table = {}
    for i, row in enumerate(_shared(old, new, squares, common)):
        for j, dot in row.items():
            cosine = dot / (lengths_old[i] * lengths_new[j])
            if cosine >= options.candidate_floor:
                table[i, j] = cosine
    return table


def _leads(table: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """How far each pair leads the best other pair of its row and of its column; the smaller of the two."""
    rows: dict[int, list[float]] = defaultdict(list)
    columns: dict[int, list[float]] = defaultdict(list)
    for (i, j), value in table.items():
        rows[i].append(value)
        columns[j].append(value)
    for values in (*rows.values(), *columns.values()):
        values.sort(reverse=True)

    def over(value: float, values: list[float]) -> float:
        other = values[0] if value < values[0] else (values[1] if len(values) > 1 else 0.0)
        return value - other

    return {(i, j): min(over(value, rows[i]), over(value, columns[j])) for (i, j), value in table.items()}


def _clause_likeness(
    left: _Side, right: _Side, weights: Weights
) -> tuple[list[dict[int, float]], list[dict[int, float]]]:
    """For each clause, how alike its best counterpart in each article of the other side is (Dice, 0 to 1)."""
    mine, theirs = [found for _, found in left.clauses], [found for _, found in right.clauses]
    mass_old, mass_new = [weights.mass(found) for found in mine], [weights.mass(found) for found in theirs]
    best_old: list[dict[int, float]] = [{} for _ in mine]
    best_new: list[dict[int, float]] = [{} for _ in theirs]
    common = max(30, int(_COMMON * max(len(mine), len(theirs)) / 3))
    for a, row in enumerate(_shared(mine, theirs, weights.of, common)):
        i, mine_best = left.clauses[a][0], best_old[a]
        for b, shared in row.items():
            j = right.clauses[b][0]
            likeness = 2 * shared / (mass_old[a] + mass_new[b])
            if likeness > mine_best.get(j, 0.0):
                mine_best[j] = likeness
            if likeness > best_new[b].get(i, 0.0):
                best_new[b][i] = likeness
    return best_old, best_new


def _explained(
    side: _Side,
    other: _Side,
    best: list[dict[int, float]],
    first: dict[int, int],
    weights: Weights,
    options: AlignOptions,
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """What share of each article stands in each other article, and the strongest lead of one of its clauses there."""
    floor = options.segment_mass * weights.unseen
    total: dict[int, int] = defaultdict(int)
    share: dict[tuple[int, int], float] = defaultdict(float)
    lead: dict[tuple[int, int], float] = {}
    for (article, found), places in zip(side.clauses, best, strict=True):
        mass = weights.mass(found)
        total[article] += mass
        if not places:
            continue
        ranked = sorted(places.values(), reverse=True)
        top, second = ranked[0], ranked[1] if len(ranked) > 1 else 0.0
        for there, value in places.items():
            if value < top:
                continue
            partner = first.get(there, article)
            shared = found & other.articles[there]
            gain = 1.0 if partner == article else containment(shared, shared - side.articles[partner], weights)
            if top >= options.segment_likeness and gain >= options.gain_floor:
                share[article, there] += mass
            if mass >= floor:
                lead[article, there] = max(lead.get((article, there), 0.0), top * (top - second))
    return {(i, j): value / total[i] for (i, j), value in share.items()}, lead


def _same_office(old: Sequence[Text], new: Sequence[Text], links: Sequence[Link]) -> list[Link]:
    """Provisions worded anew that bear the one same heading, or are the one preamble or the one clause on effect."""
    before = _by_office(old, {link.old for link in links})
    after = _by_office(new, {link.new for link in links})
    return [Link(before[office], after[office], 0.5, (Reason("heading", 1.0),)) for office in before if office in after]


def _by_office(texts: Sequence[Text], taken: set[str]) -> dict[tuple[str, str], str]:
    """The unlinked provisions by what they are for, where that tells one only."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text in texts:
        office = _office(text)
        if office and text.unit.id not in taken:
            found[text.unit.kind, office].append(text.unit.id)
    return {office: ids[0] for office, ids in found.items() if len(ids) == 1}


def _office(text: Text) -> str:
    """A provision's heading; of one without, what such provisions are for."""
    if text.unit.kind == "closing":
        return "effect" if _EFFECT.search(text.words) else "interpretation" if "解释" in text.words else ""
    return "preamble" if text.unit.kind == "preamble" else fold(text.unit.heading)
