"""Drafts changed in known ways: what the program says of them is held against the truth."""

from __future__ import annotations

import pytest
from support.mutations import KINDS, STRENGTHS, Article, Case, Draft, Figure, case, drafted
from support.mutations.cases import unrelated_case
from support.mutations.scoring import FigureScore, LinkScore, Told, figures_scored, links_scored, version

from policydiff.model import Change

SEEDS = (1, 2, 3)
SIZE = 45


def test_the_same_seed_gives_the_same_texts() -> None:
    first, second = (case("revision", "heavy", 5) for _ in range(2))
    assert first == second
    assert first.new.written() == second.new.written()
    assert case("revision", "heavy", 6).old.written() != first.old.written()


@pytest.mark.parametrize("size", [30, 77, 120])
def test_a_draft_has_as_many_articles_as_asked_for_and_no_slot_left(size: int) -> None:
    draft, _ = drafted(size, size, reserve=5)
    assert len(draft.articles()) == size
    assert len({article.key for article in (*draft.articles(), *draft.reserve)}) == size + 5
    assert not set("{}|*") & set(draft.written().text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_names_articles_that_are_there(kind: str) -> None:
    for strength in STRENGTHS:
        made = case(kind, strength, 4, articles=SIZE)
        old, new = (set(draft.labels().values()) for draft in (made.old, made.new))
        assert {a for a, _ in made.links()} <= old
        assert {b for _, b in made.links()} <= new
        assert made.old.written() != made.new.written()
        assert len(made.links()) >= SIZE * 0.25


@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("kind", ["noise", "typos", "split and edit", "revision"])
def test_exactly_the_articles_of_a_draft_are_found(kind: str, strength: str) -> None:
    made = case(kind, strength, 3, articles=SIZE)
    for draft in (made.old, made.new):
        (document,) = version(draft, "draft").documents
        assert [unit.label for unit in document.articles()] == list(draft.labels().values())


def test_links_of_light_changes() -> None:
    told = [Told(case(kind, "light", seed, articles=SIZE)) for kind in KINDS for seed in SEEDS[:2]]
    score = sum((links_scored(one) for one in told), LinkScore())
    assert score.links.f1 >= 0.99
    assert score.branching.recall >= 0.97


def test_edited_amounts_are_told_with_direction_and_difference() -> None:
    told = [Told(case("edit amounts", "medium", seed, articles=SIZE)) for seed in SEEDS]
    score = sum((figures_scored(one) for one in told), FigureScore())
    assert score.changed >= 20
    assert score.right >= 0.9 * score.changed
    assert score.false == 0


@pytest.mark.parametrize("kind", ["noise", "move", "renumber", "delete"])
def test_figures_that_stay_are_not_said_to_change(kind: str) -> None:
    score = figures_scored(Told(case(kind, "medium", 2, articles=SIZE)))
    assert score.false == 0


def relations(told: Told) -> dict[tuple[str, str], Change]:
    """What became of each article, by its side and its number."""
    before, after = told.old.index(), told.new.index()
    found: dict[tuple[str, str], Change] = {}
    for change in told.comparison.changes:
        found |= {("old", before[unit][1].label): change for unit in change.old}
        found |= {("new", after[unit][1].label): change for unit in change.new}
    return found


def test_deleted_articles_are_removed_and_inserted_ones_added() -> None:
    """But for some that have a twin: the same words, about the other kind of operators."""
    gone, come = [], []
    for seed in range(1, 6):
        deleted, inserted = (Told(case(kind, "light", seed, articles=SIZE)) for kind in ("delete", "insert"))
        removed, added = relations(deleted), relations(inserted)
        gone += [removed["old", label].relation for label in one_sided(deleted.case)[0]]
        come += [added["new", label].relation for label in one_sided(inserted.case)[1]]
    assert min(len(gone), len(come)) >= 15
    assert gone.count("removed") >= 0.8 * len(gone)
    assert come.count("added") >= 0.9 * len(come)


def one_sided(made: Case) -> tuple[set[str], set[str]]:
    """The numbers of the articles that stand on one side only."""
    old, new = (set(draft.labels().values()) for draft in (made.old, made.new))
    return old - {a for a, _ in made.links()}, new - {b for _, b in made.links()}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_moved_article_is_flagged(seed: int) -> None:
    told = Told(case("move", "light", seed, articles=SIZE))
    moved = jumped(told.case)
    assert moved
    found = relations(told)
    label = told.case.old.labels()
    assert all("moved" in found["old", label[key]].flags for key in moved)


def jumped(made: Case) -> set[int]:
    """The articles that passed three others or more, which stayed where they were."""
    old, new = ([article.key for article in draft.articles()] for draft in (made.old, made.new))
    return {key for key in old if abs(old.index(key) - new.index(key)) > 3}


def test_unrelated_drafts_have_no_true_link() -> None:
    made = unrelated_case(1)
    assert made.links() == frozenset()
    assert {one.origins for one in made.new.articles()} == {frozenset()}


def figures_of(draft: Draft) -> list[str]:
    """The figures of a draft as its text has them."""
    written = draft.written()
    return [written.text[start:end] for start, end in written.figures.values()]


def test_the_places_of_figures_are_exact() -> None:
    for strength in STRENGTHS:
        draft = case("noise", strength, 1, articles=SIZE).new
        values = [figure.written(draft.style) for article in draft.articles() for figure in _figures(article)]
        assert figures_of(draft) == values


def _figures(article: Article) -> list[Figure]:
    return list(article.figures())
