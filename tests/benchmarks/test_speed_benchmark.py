"""The yardstick of speed: its texts are the same in every run and really revised, and its parts add up."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def speed(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return importlib.import_module("speed")


def test_a_generated_pair_is_the_same_every_time_and_has_every_kind_of_change(speed: ModuleType) -> None:
    lines = speed.law(120, seed=4)
    after = speed.revised(lines, seed=5)
    assert lines == speed.law(120, seed=4)
    assert after == speed.revised(lines, seed=5)
    assert lines != speed.law(120, seed=6)
    found, parts = speed.ours(("\n".join(lines), "\n".join(after)))
    assert tuple(parts) == speed.PARTS
    assert all(seconds > 0 for seconds in parts.values())
    relations = {change.relation for change in found.changes}
    flags = {flag for change in found.changes for flag in change.flags}
    assert {"same", "split", "added", "removed"} <= relations
    assert {"moved", "renumbered", "edited"} <= flags
    assert any(change.terms for change in found.changes)


def test_the_table_tells_what_part_of_a_peer_s_time_is_taken(speed: ModuleType) -> None:
    shown = speed.table({"read and clean": 0.1, "align": 0.1}, {"redlines": 0.4})
    assert "| policydiff | 0.200 |" in shown
    assert "| redlines | 0.400 | 0.500 of it | 0.750 |" in shown
    assert "| align | 0.100 | 50% |" in shown
