"""What arrays measure of all pairs of articles at once is what a plain reading of the rules gives, pair by pair."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from policydiff.align import clauses, nearest, products
from policydiff.align.evidence import Evidence, measure
from policydiff.align.options import MEASURES, AlignOptions

OPTIONS = AlignOptions()
WORDS = (
    "灯塔",
    "巡检",
    "浮标",
    "引航",
    "潮汐",
    "船闸",
    "疏浚",
    "系泊",
    "港池",
    "压载",
    "拖带",
    "海图",
    "泊位",
    "舱单",
    "护舷",
    "罗经",
    "验船",
    "救助",
    "汛期",
    "水尺",
)

Pair = tuple[int, int]
Grams = frozenset[str]
ALL = 10**6


def text(seed: int, articles: int = 12) -> list[str]:
    random = Random(seed)
    sentences = ["".join(random.choices(WORDS, k=random.randint(2, 5))) for _ in range(articles)]
    return ["。".join(random.choices(sentences, k=random.randint(1, 4))) + "。" for _ in range(articles)]


def revised(bodies: list[str], seed: int) -> list[str]:
    random = Random(seed)
    found = [body.replace(random.choice(WORDS), random.choice(WORDS)) for body in bodies if random.random() < 0.9]
    random.shuffle(found[: len(found) // 3])
    return found + text(seed + 1, 3)


def grams(words: str) -> Grams:
    return frozenset(a + b for a, b in pairwise(words) if (a + b).isalnum())


class Naive:
    """One way of reading two texts, in dictionaries."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self.sides = [grams(body) for body in old], [grams(body) for body in new]
        times = Counter(gram for side in self.sides for held in side for gram in held)
        both = len(old) + len(new)
        self.weights = {gram: max(1, round(1000 * math.log(1 + both / held))) for gram, held in times.items()}
        self.clauses = tuple(
            [[grams(part) for part in re.split("[。；]", body) if grams(part)] for body in side] for side in (old, new)
        )
        self.pairs = {
            (i, j): value
            for i, a in enumerate(self.sides[0])
            for j, b in enumerate(self.sides[1])
            if (value := self.cosine(a, b)) >= OPTIONS.candidate_floor
        }
        leading = [pair for pair, value in self.pairs.items() if value >= OPTIONS.partner_floor and self.lead(pair) > 0]
        self.partners = dict(leading), {j: i for i, j in leading}

    def cosine(self, one: Grams, other: Grams) -> float:
        def squares(held: Grams) -> int:
            return sum(self.weights[gram] ** 2 for gram in held)

        return squares(one & other) / (math.sqrt(squares(one)) * math.sqrt(squares(other)))

    def lead(self, pair: Pair) -> float:
        rivals = [
            value
            for other, value in self.pairs.items()
            if other != pair and (other[0] == pair[0] or other[1] == pair[1])
        ]
        return self.pairs[pair] - max(rivals, default=0.0)

    def over_kin(self, pair: Pair) -> float:
        kin = [
            self.cosine(side[at], other)
            for side, at in zip(self.sides, pair, strict=True)
            for place, other in enumerate(side)
            if place != at
        ]
        return self.pairs[pair] - max(kin, default=0.0)

    def mass(self, held: Grams) -> int:
        return sum(self.weights[gram] for gram in held)

    def alike(self, clause: Grams, side: int, article: int) -> int:
        """How alike the most alike clause of an article of a side is."""
        found = [
            2 * ALL * self.mass(clause & other) / (self.mass(clause) + self.mass(other))
            for other in self.clauses[side][article]
        ]
        return math.floor(max(found))

    def gain(self, pair: Pair) -> float:
        return sum(self._gain(pair, side) for side in (0, 1))

    def _gain(self, pair: Pair, side: int) -> float:
        mine, theirs, more = pair[side], pair[1 - side], 0
        others = {other[1 - side] for other in self.pairs if other[side] == mine} - {theirs}
        for clause in self.clauses[side][mine]:
            held, partner = self.alike(clause, 1 - side, theirs), self.partners[side].get(mine)
            elsewhere = max((self.alike(clause, 1 - side, other) for other in others), default=0)
            known = (
                self.alike(clause, 1 - side, partner)
                if partner is not None
                else held
                if elsewhere >= OPTIONS.elsewhere * held
                else 0
            )
            more += max(0, held - known) * self.mass(clause) if held >= OPTIONS.clause_floor * ALL else 0
        return more / ALL / sum(map(self.mass, self.clauses[side][mine]))


def found(old: list[str], new: list[str]) -> Evidence:
    numbers = range(1000, 1000 * len(old) + 1, 1000), range(1000, 1000 * len(new) + 1, 1000)
    return measure((old, new), numbers, ([()] * len(old), [()] * len(new)), OPTIONS)


def column(evidence: Evidence, name: str) -> dict[Pair, float]:
    pairs = zip(evidence.old.tolist(), evidence.new.tolist(), strict=True)
    return dict(zip(pairs, evidence.measures[:, MEASURES.index(name)].tolist(), strict=True))


@pytest.mark.parametrize("cells", [60, products.CELLS])
@pytest.mark.parametrize("seed", range(6))
def test_measures_are_those_of_a_plain_reading(seed: int, cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (products, nearest):
        monkeypatch.setattr(module, "CELLS", cells)
    old = text(seed)
    new = revised(old, seed + 50)
    naive, evidence = Naive(old, new), found(old, new)
    for name, told in (
        ("likeness", lambda pair: math.sqrt(naive.pairs[pair])),
        ("lead", naive.lead),
        ("over_kin", naive.over_kin),
        ("gain", naive.gain),
    ):
        assert column(evidence, name) == pytest.approx({pair: told(pair) for pair in naive.pairs}), name


def test_a_search_that_sees_little_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty holders for each article, where some hundred would be all, and half of the articles."""
    old = text(3, 200)
    new = revised(old, 4)
    whole = found(old, new)
    monkeypatch.setattr(nearest, "HOLDERS", 60)
    monkeypatch.setattr(nearest, "SPAN", 120)
    little = column(found(old, new), "likeness")
    alike = {pair: value for pair, value in column(whole, "likeness").items() if value > 0.8}
    assert alike.keys() - little.keys() <= {pair for pair in alike if abs(pair[0] - pair[1]) > 40}
    assert all(little[pair] == value for pair, value in alike.items() if pair in little)


def test_clauses_beyond_number_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    old = ["".join(f"{word}{other}。" for word in WORDS for other in WORDS), *text(5)]
    new = [old[0].replace("罗经", "海图"), *old[1:]]
    plain = column(found(old, new), "own_clauses")
    monkeypatch.setattr(clauses, "_IN_PAIR", 500)
    coarse = column(found(old, new), "own_clauses")
    assert coarse[0, 0] > 0
    assert coarse[0, 0] != plain[0, 0]
    assert coarse.keys() == plain.keys()


@pytest.mark.parametrize(
    "bodies",
    [
        ["港" * 300_000],
        ["港口灯塔。" * 20] * 400,
        ["", "。", "\0港\0口", "\ud800港口"],
        ["".join(chr(0x4E00 + at) + chr(0x4E01 + at) + "。" for at in range(5000))],
    ],
    ids=["one character", "all the same", "nothing in it", "thousands of clauses"],
)
def test_texts_nobody_writes(bodies: list[str]) -> None:
    one = found(bodies, bodies[:1])
    other = found(bodies[:1], bodies)
    assert column(one, "gain") == {(i, j): value for (j, i), value in column(other, "gain").items()}
