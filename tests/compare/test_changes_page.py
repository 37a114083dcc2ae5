"""The page of changes defines every code, in the words the reports use, and its examples are what the program says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from support.texts import changed

from policydiff.model import (
    Direction,
    Facet,
    Flag,
    Relation,
    Signal,
    Substance,
)
from policydiff.render.wording.labels import word

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "changes.md").read_text(encoding="utf-8")
DEFINED = {
    "Classes of change": ("substance", Substance),
    "Signals": ("signal", Signal),
    "Relations": ("relation", Relation),
    "Flags": ("flag", Flag),
    "Directions of figures": ("direction", Direction),
    "Facets of figures": ("facet", Facet),
}


def section(title: str) -> str:
    return next(part for part in PAGE.split("\n## ") if part.startswith(title))


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|") and not set(line) <= set("|-: ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("title", DEFINED)
def test_every_code_is_defined_in_the_reports_own_words(title: str) -> None:
    group, codes = DEFINED[title]
    found = {cells[0].strip("`"): cells for cells in rows(section(title)) if re.fullmatch("`[a-z_]+`", cells[0])}
    assert list(found) == sorted(get_args(codes), key=list(found).index)
    for code, cells in found.items():
        assert cells[1] == word(group, code, "zh")
        assert cells[2]


EXAMPLES = [cells for cells in rows(section("Classes of change")) if len(cells) == 4 and cells[0] != "old"]


@pytest.mark.parametrize(("old", "new", "substance", "signals"), EXAMPLES)
def test_the_examples_are_true(old: str, new: str, substance: str, signals: str) -> None:
    found = changed(old, new, "海州市渔港条例")
    assert (found.substance, ", ".join(found.signals)) == (substance, signals)


def test_every_class_and_nearly_every_signal_has_an_example() -> None:
    assert {cells[2] for cells in EXAMPLES} == set(get_args(Substance))
    told = {signal for cells in EXAMPLES for signal in cells[3].split(", ") if signal}
    assert set(get_args(Signal)) - told == {"reference"}  # it takes more than one article
