"""The page of changes defines every code, in the words the reports use, and its examples are what the program says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from policydiff.align import align
from policydiff.compare import compare
from policydiff.model import (
    Change,
    CleanText,
    Direction,
    Facet,
    Flag,
    Origin,
    Relation,
    Signal,
    Source,
    Substance,
    Version,
    Work,
)
from policydiff.render.labels import word
from policydiff.segment import segment
from policydiff.terms import extract

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


def change(old: str, new: str) -> Change:
    versions = []
    for text in (old, new):
        whole = f"第一条 {text}\n"
        clean = CleanText(Source("test", "text/plain", "utf-8", "", whole, ()), whole, ())
        versions.append(Version(Work("", "海州市渔港条例"), "test", "full", (segment(clean, origin=Origin("page")),)))
    before, after = versions
    found = compare(before, after, align(before, after), extract(before.documents[0]), extract(after.documents[0]))
    (one,) = found.changes
    return one


@pytest.mark.parametrize(("old", "new", "substance", "signals"), EXAMPLES)
def test_the_examples_are_true(old: str, new: str, substance: str, signals: str) -> None:
    found = change(old, new)
    assert (found.substance, ", ".join(found.signals)) == (substance, signals)


def test_every_class_and_nearly_every_signal_has_an_example() -> None:
    assert {cells[2] for cells in EXAMPLES} == set(get_args(Substance))
    told = {signal for cells in EXAMPLES for signal in cells[3].split(", ") if signal}
    assert set(get_args(Signal)) - told == {"reference"}  # it takes more than one article
