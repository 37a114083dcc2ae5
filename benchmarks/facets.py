"""How often what the program says beside a figure's value (basis, per, recurrence…) is what the labels say.

    python benchmarks/facets.py [--gold DIR]

Looks at the listed figures that the program reads with the right value, and at the facets that a label states.  Two
wordings agree if, folded and in simplified characters, they are equal or one contains the other: 研发成本 and
模型研发成本 are one basis.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from terms_score import right

from policydiff.fold import fold

ROOT = Path(__file__).resolve().parents[1]
WORDS = ("basis", "subject", "per", "recurrence", "hedge")
CODES = ("role", "approximate")
VALUE = ("address", "quote", "kind", "bound", "low", "high", "low_open", "high_open", "unit")
VERSIONS = ("wuhan-draft-terms.json", "wuhan-final-terms.json")

Term = dict[str, Any]
Reader = Callable[[str], list[Term]]


def main() -> int:
    """Print the table of all facets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="folder of the ground truth")
    gold = parser.parse_args().gold
    if not gold.is_dir():
        print(f"SKIPPED: facets (no ground truth at {gold})")
        return 0
    for facet, (agreed, stated) in tallied(labelled(gold, phrase_terms, version_terms)).items():
        print(f"  {facet:<12} {agreed:>3} of {stated:>3}  {agreed / stated:.3f}")
    return 0


def tallied(cases: Iterator[tuple[str, list[Term], list[Term]]]) -> dict[str, tuple[int, int]]:
    """For each facet how often it agrees, of how often the labels state it; what does not is printed.

    A figure that is not found at all agrees in nothing.
    """
    counts: dict[str, list[int]] = {facet: [0, 0] for facet in (*WORDS, *CODES)}
    for name, wanted, got in cases:
        left = list(got)
        for want in wanted:
            found = _match(want, left)
            if found:
                left.remove(found)
            for facet in _stated(want):
                agreed = found is not None and agrees(facet, want, found)
                counts[facet][0] += agreed
                counts[facet][1] += 1
                if not agreed:
                    said = found.get(facet) if found else "no such figure"
                    print(f"  facets: {facet} of {want.get('quote') or name!r}: {want[facet]!r}, found {said!r}")
    return {facet: (agreed, stated) for facet, (agreed, stated) in counts.items() if stated}


def labelled(gold: Path, phrase: Reader, version: Reader) -> Iterator[tuple[str, list[Term], list[Term]]]:
    """Every labelled phrase and version: its name, its labels, what the program finds in it."""
    for item in json.loads((gold / "amounts.json").read_text(encoding="utf-8"))["items"]:
        yield item["phrase"], item["terms"], phrase(item["phrase"])
    for name in VERSIONS:
        label = json.loads((gold / name).read_text(encoding="utf-8"))
        yield label["version"], label["terms"], version(label["version"])


def agrees(facet: str, want: Term, found: Term) -> bool:
    """Whether a facet says what the label says.

    >>> agrees("basis", {"basis": "研發成本"}, {"basis": "模型研发成本"}), agrees("per", {"per": "每家"}, {"per": None})
    (True, False)
    """
    if facet in CODES:
        return bool(want[facet] == found.get(facet))
    a, b = _key(want[facet]), _key(found.get(facet) or "")
    return bool(b) and (a in b or b in a)


def phrase_terms(phrase: str) -> list[Term]:
    """What the program finds in a phrase."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "phrase.txt"
        page.write_text(phrase, encoding="utf-8")
        return _answer(str(page))


def version_terms(version: str) -> list[Term]:
    """What the program finds in a version of the corpus."""
    return _answer(version)


def _answer(argument: str) -> list[Term]:
    """What `policydiff terms ARGUMENT --format json` prints, without a process for each phrase."""
    from policydiff import pipeline, render  # noqa: PLC0415 - the matching above is tested without the program

    version = pipeline.load(argument, corpus=ROOT / "corpus")
    found = pipeline.terms(version, everything=not version.work.id)
    terms: list[Term] = json.loads(render.terms_json(version, found))["terms"]
    return terms


def _match(want: Term, got: list[Term]) -> Term | None:
    """The found figure of this value and place; of several the one that agrees in most facets."""
    bare = {key: want[key] for key in VALUE if key in want}
    bare["approximate"] = False
    same = [term for term in got if right(bare, _as_listed(want, term))]
    return max(same, key=lambda term: sum(agrees(facet, want, term) for facet in _stated(want)), default=None)


def _as_listed(want: Term, term: Term) -> Term:
    """A found figure without what the label of a phrase does not look at: its quote, and a unit it leaves open."""
    left_open = {"quote": want.get("quote"), "unit": want.get("unit"), "approximate": False}
    loose = [key for key in left_open if key == "approximate" or want.get(key) is None]
    return {**term, **{key: left_open[key] for key in loose}}


def _stated(want: Term) -> list[str]:
    return [facet for facet in (*WORDS, *CODES) if want.get(facet)]


def _key(text: str) -> str:
    return fold(_simplifier().convert(text))


@cache
def _simplifier() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 - most runs of the floors do without it

    return OpenCC("t2s")


if __name__ == "__main__":
    sys.exit(main())
