"""How alike two texts are: pairs of characters, weighed by how rare they are."""

from __future__ import annotations

import pytest

from policydiff.fold import fold
from policydiff.similarity import Grams, Weights, containment, cosine, grams, weigh

TEXTS = ("支持远洋捕捞", "支持海洋牧场", "支持智慧港口", "保护红树林")


@pytest.fixture(scope="module")
def weights() -> Weights:
    return weigh(map(grams, TEXTS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("，。 ", set()),
        ("船", {"船"}),
        ("渔船", {"渔船"}),
        ("渔船，登记", {"渔船", "登记"}),
        ("ＡＩ", {"ai"}),
        ("渔船渔船", {"渔船", "船渔"}),
    ],
)
def test_grams_are_pairs_inside_words(text: str, expected: set[str]) -> None:
    assert grams(text) == expected


def test_the_rarer_a_pair_the_weightier(weights: Weights) -> None:
    assert weights.of["支持"] < weights.of["红树"] <= weights.unseen == weights.mass(["从未"])


def test_containment(weights: Weights) -> None:
    whole = grams("支持远洋捕捞")
    assert containment(whole, whole, weights) == 1.0
    assert containment(grams("远洋"), whole, weights) == 1.0
    assert 0 < containment(whole, grams("远洋"), weights) < 1
    assert containment(whole, grams("保护红树林"), weights) == 0.0
    assert containment(Grams(), whole, weights) == 0.0


def test_cosine_is_symmetric_and_runs_from_nothing_to_one(weights: Weights) -> None:
    found = {(a, b): cosine(grams(a), grams(b), weights) for a in TEXTS for b in TEXTS}
    assert all(found[a, b] == found[b, a] for a, b in found)
    assert all(found[a, a] == pytest.approx(1, abs=1e-6) for a in TEXTS)
    assert found[TEXTS[0], TEXTS[3]] == 0.0
    assert cosine(Grams(), Grams(), weights) == 0.0


def test_set_phrases_that_all_texts_share_weigh_little(weights: Weights) -> None:
    shared = cosine(grams(TEXTS[0]), grams(TEXTS[1]), weights)
    assert 0 < shared < 0.3


def test_weights_of_no_texts_at_all() -> None:
    empty = weigh(())
    assert (empty.of, empty.unseen) == ({}, 1)
    assert containment(grams("渔船"), grams("渔船"), empty) == 1.0


def test_only_letters_and_digits_fold_to_others_inside_words() -> None:
    """Whatever folding changes, the pairs are those of the folded text."""
    for code in (*range(0x3000), *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0)):
        text = f"渔{chr(code)}船"
        assert grams(text) == grams(fold(text)), hex(code)


def test_weights_of_some_pairs_are_those_of_all() -> None:
    some = grams("支持海洋")
    every, few = weigh(map(grams, TEXTS)), weigh(map(grams, TEXTS), among=some)
    assert few.unseen == every.unseen
    assert few.of == {pair: weight for pair, weight in every.of.items() if pair in some}
