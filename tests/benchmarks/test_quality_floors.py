"""The floors themselves: a floor that lets everything pass would guard nothing."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TERM = {
    "address": "一、",
    "quote": "最高50万元",
    "kind": "money",
    "bound": "cap",
    "low": None,
    "high": 500000,
    "unit": "CNY",
}


@pytest.fixture
def terms_score(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("terms_score")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, terms_score: ModuleType
) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Run the floors over a made-up scorer, with floors of their own; gives the exit code and the floors after it."""
    floors = importlib.import_module("floors")
    place = tmp_path / "floors.json"

    def runs(*arguments: str, floor: float = 0.8, measured: float | None = 0.9) -> tuple[int, dict[str, Any]]:
        place.write_text(json.dumps({"gold": "", "floors": {"made_up": {"recall": floor}}}), encoding="utf-8")

        def scorer(_: Path) -> dict[str, float]:
            if measured is None:
                raise floors.ScorerError("no answer")
            return {"recall": measured}

        monkeypatch.setattr(floors, "FLOORS", place)
        monkeypatch.setattr(floors, "ROOT", tmp_path)
        monkeypatch.setattr(floors, "SCORERS", {"made_up": scorer})
        monkeypatch.setattr("sys.argv", ["floors.py", "--gold", str(tmp_path), *arguments])
        return floors.main(), json.loads(place.read_text(encoding="utf-8"))["floors"]

    return runs


@pytest.mark.parametrize(
    ("measured", "code"), [(0.9, 0), (0.8, 0), (0.79, 1), (None, 1)], ids=["above", "at", "below", "failed"]
)
def test_a_figure_below_its_floor_fails(run: Any, measured: float | None, code: int) -> None:
    assert run(measured=measured)[0] == code


def test_update_raises_a_floor_and_never_lowers_one(run: Any) -> None:
    assert run("--update", measured=0.9) == (0, {"made_up": {"recall": 0.9}})
    assert run("--update", measured=0.5) == (1, {"made_up": {"recall": 0.8}})
    assert run("--update", "--allow-lower", measured=0.5) == (0, {"made_up": {"recall": 0.5}})


def test_a_scorer_that_fails_lowers_no_floor(run: Any) -> None:
    assert run("--update", "--allow-lower", measured=None) == (1, {"made_up": {"recall": 0.8}})


def test_without_ground_truth_the_run_says_so(run: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "nowhere")
    assert run("--gold", missing)[0] == 0
    assert capsys.readouterr().out.startswith("SKIPPED: floors")
    assert run("--gold", missing, "--require-gold")[0] == 2


def test_the_listed_term_is_right(terms_score: ModuleType) -> None:
    found = {**TERM, "high": 500000.0, "low_open": False, "per": "单个项目支持额度"}
    assert terms_score.right({**TERM, "per": "单个项目"}, found)


@pytest.mark.parametrize(
    "other",
    [
        {"quote": "50万元"},
        {"kind": "count"},
        {"bound": "exact"},
        {"low": 0},
        {"high": 5000000},
        {"high": None},
        {"high_open": True},
        {"unit": None},
        {"address": "二、"},
        {"address": None},
        {"approximate": True},
        {"per": None},
        {"role": "target"},
    ],
    ids=str,
)
def test_any_other_reading_is_wrong(terms_score: ModuleType, other: dict[str, Any]) -> None:
    wanted = {**TERM, "per": "单个项目", "role": "benefit"}
    assert terms_score.right(wanted, {**wanted})
    assert not terms_score.right(wanted, {**wanted, **other})


def test_missed_and_false_terms_count(terms_score: ModuleType) -> None:
    three, stray = {**TERM, "quote": "3年"}, {**TERM, "quote": "5个"}
    assert terms_score.scored("x", [TERM, three], [TERM]) == {"recall": 0.5, "precision": 1.0}
    assert terms_score.scored("x", [TERM], [TERM, stray]) == {"recall": 1.0, "precision": 0.5}
    assert terms_score.scored("x", [TERM], []) == {"recall": 0.0, "precision": 0.0}


def test_a_loosely_described_twin_takes_no_match(terms_score: ModuleType) -> None:
    total = {**TERM, "recurrence": "三年累计"}
    assert terms_score.scored("x", [TERM, total], [total, TERM]) == {"recall": 1.0, "precision": 1.0}


FACETED = {**TERM, "basis": "研发投入", "recurrence": "每年", "role": "benefit"}


@pytest.fixture
def facets(terms_score: ModuleType) -> ModuleType:
    return importlib.import_module("facets")


@pytest.mark.parametrize(
    ("found", "basis", "role"),
    [
        (FACETED, 1, 1),
        ({**FACETED, "basis": "企业年度研发投入"}, 1, 1),
        ({**FACETED, "basis": "投入"}, 1, 1),
        ({**FACETED, "basis": "企業研發投入"}, 1, 1),
        ({**FACETED, "basis": None}, 0, 1),
        ({**FACETED, "basis": "研发成本"}, 0, 1),
        ({**FACETED, "role": "target"}, 1, 0),
        ({**FACETED, "high": 600000}, 0, 0),
        ({**FACETED, "address": "二、"}, 0, 0),
    ],
)
def test_a_facet_agrees_if_one_wording_contains_the_other(
    facets: ModuleType, found: dict[str, Any], basis: int, role: int
) -> None:
    tally = facets.tallied(iter([("x", [FACETED], [found])]))
    assert (tally["basis"], tally["role"]) == ((basis, 1), (role, 1))
    assert tally.keys() == {"basis", "recurrence", "role"}


def test_of_two_equal_sums_the_one_that_agrees_is_compared(facets: ModuleType) -> None:
    bare = {**TERM, "recurrence": None}
    assert facets.tallied(iter([("x", [FACETED], [bare, FACETED])]))["recurrence"] == (1, 1)


def test_a_phrase_is_read_as_the_program_reads_it(facets: ModuleType) -> None:
    (found,) = facets.phrase_terms("按照设备购置费用的30%给予补助。")
    assert (found["quote"], found["basis"]) == ("30%", "设备购置费用")


LABEL = {
    "law": "x", "old": "old.txt", "new": "new.txt", "n_old": 3, "n_new": 2,
    "pairs": [[1, 1], [2, 2]], "removed": ["2-1"], "added": [], "ambiguous": {"links": [], "old": [], "new": []},
}  # fmt: skip


@pytest.mark.parametrize(
    ("old", "figures"),
    [
        (["第一条", "第二条", "第二条之一"], (1.0, 1.0, 1.0)),
        (["第一条", "第二条"], (0.8, 1.0, 0.5)),
        (["第一条", "第二条之一", "第二条"], (1.0, 0.5, 1.0)),
        (["第一条", "第一条", "第二条", "第二条之一"], (0.8, 0.5, 0.5)),
    ],
    ids=["right", "missed", "out of order", "twice"],
)
def test_every_article_that_a_label_names_stands_once_and_in_order(
    terms_score: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: list[str], figures: tuple[float, ...]
) -> None:
    segmentation = importlib.import_module("segmentation")
    labels = tmp_path / "alignment" / "labels"
    labels.mkdir(parents=True)
    (labels / "x.json").write_text(json.dumps(LABEL), encoding="utf-8")
    texts = {"old.txt": old, "new.txt": ["第一条", "第二条"]}

    def outline(path: Path) -> dict[str, Any]:
        chapter = {"kind": "chapter", "address": "第一章"}
        children = [{"kind": "article", "address": address} for address in texts[path.name]]
        return {"documents": [{"units": [{**chapter, "children": children}]}]}

    monkeypatch.setattr(segmentation, "outline", outline)
    assert tuple(segmentation.measured(tmp_path).values()) == figures


def test_the_floors_that_are_pinned_name_every_scorer(terms_score: ModuleType) -> None:
    floors = importlib.import_module("floors")
    pinned = json.loads((BENCHMARKS / "floors.json").read_text(encoding="utf-8"))["floors"]
    assert pinned.keys() == floors.SCORERS.keys()
    assert all(0 <= floor <= 1 for figures in pinned.values() for floor in figures.values())
