"""The figure elsewhere that could be the partner: among many figures only those that share rare words are looked at."""

from __future__ import annotations

import importlib

import pytest
from support.texts import articles

from policydiff.compare import compare
from policydiff.model import Alignment, Comparison
from policydiff.pipeline import terms

THINGS = ("苗种场", "防波堤", "冷库", "网箱", "渔具店", "育苗池", "浮标站", "避风塘", "制冰厂")


def compared() -> Comparison:
    """Nothing is linked: each sum of the old text is dropped, and one of the new text is about the same."""
    old = articles(*(f"对新建{thing}的经营者，给予最高{20 + at}万元补助。" for at, thing in enumerate(THINGS)))
    again = [
        f"新建{thing}的经营者，给予最高{50 + at}万元补助，由财政部门按季审核拨付，并且向社会公布。"
        for at, thing in enumerate(THINGS)
    ]
    new = articles(*again)
    before, after = (tuple(unit.id for unit in one.documents[0].articles()) for one in (old, new))
    return compare(old, new, Alignment((), before, after), terms(old), terms(new))


def others(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (change.old[0].quote, change.alternatives[0].term.quote)
        for row in comparison.changes
        for change in row.terms
        if change.old and change.alternatives
    ]


def test_among_many_figures_the_same_rivals_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = others(compared())
    monkeypatch.setattr(importlib.import_module("policydiff.compare.figures.rivals"), "_FEW", 2)
    assert others(compared()) == found
    assert found == [(f"最高{20 + at}万元", f"最高{50 + at}万元") for at in range(len(THINGS))]
