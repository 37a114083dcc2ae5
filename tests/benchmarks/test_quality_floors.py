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


def test_the_floors_that_are_pinned_name_every_scorer(terms_score: ModuleType) -> None:
    floors = importlib.import_module("floors")
    pinned = json.loads((BENCHMARKS / "floors.json").read_text(encoding="utf-8"))["floors"]
    assert pinned.keys() == floors.SCORERS.keys()
    assert all(0 <= floor <= 1 for figures in pinned.values() for floor in figures.values())
