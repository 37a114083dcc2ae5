"""The outlines of the corpus pages, as a person has read them: tests/golden.

POLICYDIFF_UPDATE_GOLDENS=1 writes them anew and fails the run, so that nobody takes a rewriting for a pass.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.model import Document, Origin, Unit
from policydiff.read import read_file
from policydiff.segment import segment

ROOT = Path(__file__).parents[2]
GOLDENS = ROOT / "tests" / "golden"
PAGES = sorted((ROOT / "corpus").glob("*/*/raw/*.txt"))


def outline(document: Document) -> str:
    """The metadata, then one line a unit: kind, address, [heading], whose words, and the words of a leaf."""

    def lines(unit: Unit, depth: int) -> Iterator[str]:
        said = unit.attribution.instrument if unit.attribution and unit.kind == "statement" else ""
        words = "" if unit.children else document.text_of(unit).strip().replace("\n", "⏎")
        address = "" if unit.children == () and unit.address else str(unit.address or "")
        heading = f"[{unit.heading}]" if unit.heading else ""
        shown = (unit.kind, address, heading, f"《{said}》:" if said else "", words)
        yield "  " * depth + " ".join(part for part in shown if part)
        for child in unit.children:
            yield from lines(child, depth + 1)

    meta = document.metadata
    fields = ("title", "document_number", "issuer", "status", "issued", "effective", "comments_until", "validity")
    head = [f"{field}: {getattr(meta, field)}" for field in (*fields, "expires") if getattr(meta, field) is not None]
    odd = [f"{oddity.code}: {oddity.expected} expected" for oddity in document.oddities]
    cited = [f"cited: {cited.title} {cited.number or ''}".rstrip() for cited in meta.cited]
    units = [line for unit in document.units for line in lines(unit, 0)]
    return "\n".join([*head, *cited, *odd, "", *units]) + "\n"


def test_every_page_has_its_golden() -> None:
    assert len(PAGES) == 5
    assert sorted(path.stem for path in GOLDENS.glob("*.txt")) == sorted(path.stem for path in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_outline(page: Path) -> None:
    found = outline(segment(clean(read_file(page)), origin=Origin(page.name)))
    golden = GOLDENS / f"{page.stem}.txt"
    if os.environ.get("POLICYDIFF_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{golden.name} is written anew: read it, then run without POLICYDIFF_UPDATE_GOLDENS")
    assert golden.read_text(encoding="utf-8") == found
