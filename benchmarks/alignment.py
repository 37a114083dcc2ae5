"""Whether the weights of alignment hold for laws they were not fitted on.

    python benchmarks/alignment.py [--gold DIR]

The weights of `AlignOptions` are those of a logistic regression over hand-read links of ten revisions of laws.  Here
they are fitted anew ten times, with each law left out in turn, and tried on that law: what is printed is each law's
figures with the weights of the nine others beside those with the weights that the program has.  Three more rows tell of
texts whose partners are missing: laws of which 40 % of the articles were taken out on either side, and laws held
against other laws.  In the end stand the weights fitted on all ten beside the program's own.

What is fitted, measured and linked is the program's own code (`measure`, `link_articles`); links are counted by the
ground truth's own scorer.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policydiff.align.articles import link_articles
from policydiff.align.cited import without_citations
from policydiff.align.evidence import measure
from policydiff.align.options import MEASURES, AlignOptions
from policydiff.align.units import Text, texts
from policydiff.clean import clean
from policydiff.model import Origin, Version, Work
from policydiff.read import read_bytes
from policydiff.segment import segment

ROOT = Path(__file__).resolve().parents[1]

THINNINGS = ((0.4, 0.4), (0.4, 0.4), (0.4, 0.4), (0.2, 0.2), (0.4, 0.0), (0.0, 0.4), (0.6, 0.3), (0.3, 0.6), (0.6, 0.6))
"""The shares of articles taken out of the old and of the new text; the first three are scored, too."""
SCORED = 3
OTHERS = (1, 3, 6)
"""Which laws further on in the list each law is held against."""
THIN_WEIGHT = 0.5
"""What all thinned texts of a law weigh together, beside the whole ones."""
ODDS = 0.32
"""The share of true links among pairs at the threshold: a missing link costs a reader more than one too many."""
CAUTION = 1.5
"""Taken off the weight of missing articles: an excerpt has lost more than any of these texts."""
RIDGE = 1.0
"""How strongly the weights of the standardised measures are held back."""

Floats = NDArray[np.float64]
Pairs = set[tuple[str, str]]
Tally = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Law:
    """A revision of a law with what people read in it; links are pairs of numbers as the scorer writes them."""

    name: str
    gold: dict[str, Any]
    old: tuple[Text, ...]
    new: tuple[Text, ...]
    true: Pairs
    unclear: Pairs


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs of articles to learn from: their measures, whether they are links, and what each weighs."""

    measures: Floats
    linked: NDArray[np.bool_]
    weights: Floats


def main() -> int:
    """Fit, try, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="folder of the ground truth")
    folder = parser.parse_args().gold / "alignment"
    if not folder.is_dir():
        print(f"SKIPPED: alignment (no ground truth at {folder})")
        return 0
    scorer = _scorer(folder)
    laws = [_law(path, folder, scorer) for path in sorted((folder / "labels").glob("*.json"))]
    samples = [_samples(law, scorer) for law in laws]
    left_out = [
        _fitted([one for other, held in enumerate(samples) if other != at for one in held]) for at in range(len(laws))
    ]
    shipped = [AlignOptions()] * len(laws)
    print(_table(laws, {"left out": left_out, "as shipped": shipped}, scorer))
    print()
    print(_weights(_fitted([one for held in samples for one in held]), left_out))
    return 0


def _scorer(folder: Path) -> Any:
    """The ground truth's own scorer."""
    sys.path.insert(0, str(folder))
    return importlib.import_module("score")


def _law(path: Path, folder: Path, scorer: Any) -> Law:
    gold = json.loads(path.read_text(encoding="utf-8"))
    old, new = (_articles(folder / "texts" / gold[side]) for side in ("old", "new"))
    true = scorer.pairs(gold["pairs"])
    return Law(path.stem, gold, old, new, true, scorer.pairs(gold["ambiguous"]["links"]) - true)


def _articles(path: Path) -> tuple[Text, ...]:
    """The articles of a law as the program reads them."""
    document = segment(clean(read_bytes(path.read_bytes(), path.name)), origin=Origin(path.name))
    version = Version(Work("", document.metadata.title or path.stem), path.name, "full", (document,))
    return tuple(text for text in texts(version) if text.unit.kind == "article")


def _thinned(law: Law, seed: int, shares: tuple[float, float]) -> Law:
    """A law with articles taken out of both texts; true and unclear are the links that are left."""
    chance = random.Random(seed)
    old = tuple(text for text in law.old if chance.random() >= shares[0])
    new = tuple(text for text in law.new if chance.random() >= shares[1])
    return replace(law, old=old, new=new)


def _left(pairs: Pairs, law: Law, scorer: Any) -> Pairs:
    old, new = ({scorer.article(text.unit.label) for text in side} for side in (law.old, law.new))
    return {(a, b) for a, b in pairs if a in old and b in new}


def _samples(law: Law, scorer: Any) -> list[Sample]:
    """What there is to learn from a law: from both texts whole, and thinned out."""
    thinned = [_sample(_thinned(law, *case), scorer, THIN_WEIGHT / len(THINNINGS)) for case in enumerate(THINNINGS, 1)]
    return [_sample(law, scorer, 1.0), *thinned]


def _sample(law: Law, scorer: Any, weight: float) -> Sample:
    words, cites = zip(*(without_citations(side) for side in (law.old, law.new)), strict=True)
    numbers = [_number(text) for text in law.old], [_number(text) for text in law.new]
    found = measure(words, numbers, cites, AlignOptions())
    old, new = ([scorer.article(text.unit.label) for text in side] for side in (law.old, law.new))
    pairs = [(old[i], new[j]) for i, j in zip(found.old.tolist(), found.new.tolist(), strict=True)]
    clear = np.array([pair not in law.unclear for pair in pairs])
    linked = np.array([pair in law.true for pair in pairs])
    return Sample(found.measures[clear], linked[clear], np.full(int(clear.sum()), weight))


def _number(text: Text) -> int:
    """An article's number in thousands: 第三条之一 is 3001."""
    assert text.unit.address is not None
    place = text.unit.address.places[-1]
    return 1000 * place.number + (place.branch[0] if place.branch else 0)


def _fitted(samples: Sequence[Sample]) -> AlignOptions:
    """The options with weights and threshold from a logistic regression over samples."""
    measures = np.vstack([sample.measures for sample in samples])
    linked = np.concatenate([sample.linked for sample in samples]).astype(np.float64)
    weights = np.concatenate([sample.weights for sample in samples])
    middle, spread = measures.mean(0), measures.std(0) + 1e-9
    table = np.column_stack((np.ones(len(measures)), (measures - middle) / spread))
    found = logistic(table, linked, weights, np.array([0.0] + [RIDGE] * len(MEASURES)))
    slopes = found[1:] / spread
    constant = found[0] - float(slopes @ middle)
    values = dict(zip(MEASURES, slopes.tolist(), strict=True))
    values["missing"] -= CAUTION
    return AlignOptions(**values, threshold=math.log(ODDS / (1 - ODDS)) - constant)


def logistic(table: Floats, answers: Floats, weights: Floats, ridge: Floats) -> Floats:
    """The coefficients of a weighted logistic regression, held back by `ridge`, by Newton's method.

    >>> one = np.ones((4, 1))
    >>> bool(abs(logistic(one, np.array([1.0, 1, 1, 0]), np.ones(4), np.zeros(1))[0] - math.log(3)) < 1e-9)
    True
    """
    found = np.zeros(table.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (weights * (answers - chance)) - ridge * found
        curve = (table * (weights * chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        found += step
        if np.abs(step).max() < 1e-10:
            break
    return found


def _linked(law: Law, other: Law, options: AlignOptions, scorer: Any) -> Pairs:
    """The program's links between the old text of one law and the new one of another, or of the same."""
    label = {text.unit.id: scorer.article(text.unit.label) for text in law.old}
    heir = {text.unit.id: scorer.article(text.unit.label) for text in other.new}
    return {(label[link.old], heir[link.new]) for link in link_articles(law.old, other.new, options)}


def _table(laws: Sequence[Law], columns: dict[str, Sequence[AlignOptions]], scorer: Any) -> str:
    """A row for each law, for all and for thinned ones, the weights side by side; below, links of unrelated laws."""
    names = ("P", "R", "F1", "hard F1", "split/merge", "added F1")
    head = " | ".join(f"{name}" for column in columns for name in (f"{column}: P", *names[1:]))
    lines = [f"| law | {head} |", "|---|" + "---:|" * (len(columns) * len(names))]
    scored = {
        column: [_scored(law, one, scorer) for law, one in zip(laws, told, strict=True)]
        for column, told in columns.items()
    }
    for at, law in enumerate(laws):
        lines.append(_row(law.name, [_figures(scored[column][at], scorer) for column in columns]))
    lines.append(_row("**all**", [_figures(_summed(scored[column]), scorer) for column in columns]))
    thin = [_thin(laws, told, scorer) for told in columns.values()]
    lines.append(_row("40 % taken out on either side", [[*scorer.f1(*counts), None, None, None] for counts in thin]))
    lines += ["", "| links per 100 articles between unrelated laws | |", "|---|---:|"]
    lines += [f"| {column} | {_unrelated(laws, told, scorer):.2f} |" for column, told in columns.items()]
    return "\n".join(lines)


def _row(name: str, figures: Iterable[Sequence[float | None]]) -> str:
    cells = ("" if value is None else f"{value:.3f}" for column in figures for value in column)
    return f"| {name} | {' | '.join(cells)} |"


def _scored(law: Law, options: AlignOptions, scorer: Any) -> Tally:
    links = [{"old": [a], "new": [b]} for a, b in _linked(law, law, options, scorer)]
    tally: Tally = scorer.score(links, law.gold)
    return tally


def _summed(tallies: Iterable[Tally]) -> Tally:
    total: Tally = {}
    for tally in tallies:
        for key, counts in tally.items():
            total[key] = [a + b for a, b in zip(total.get(key, [0, 0, 0]), counts, strict=True)]
    return total


def _figures(tally: Tally, scorer: Any) -> list[float | None]:
    return [
        *scorer.f1(*tally["links"]),
        scorer.f1(*tally["hard"])[2],
        scorer.f1(*tally["branching"])[1],
        scorer.f1(*tally["added"])[2],
    ]


def _thin(laws: Sequence[Law], told: Sequence[AlignOptions], scorer: Any) -> list[int]:
    """Links that were found, made up and missed in thinned texts."""
    total = [0, 0, 0]
    for law, options in zip(laws, told, strict=True):
        for case in list(enumerate(THINNINGS, 1))[:SCORED]:
            thinned = _thinned(law, *case)
            wanted = _left(law.true, thinned, scorer)
            found = _linked(thinned, thinned, options, scorer) - law.unclear
            total = [a + b for a, b in zip(total, scorer.counts(found, wanted), strict=True)]
    return total


def _unrelated(laws: Sequence[Law], told: Sequence[AlignOptions], scorer: Any) -> float:
    """Links per 100 articles between laws that have nothing to do with each other."""
    links = articles = 0
    for at, (law, options) in enumerate(zip(laws, told, strict=True)):
        for further in OTHERS:
            links += len(_linked(law, laws[(at + further) % len(laws)], options, scorer))
            articles += len(law.old)
    return 100 * links / articles


def _weights(fitted: AlignOptions, left_out: Sequence[AlignOptions]) -> str:
    """The weights fitted on all laws, the least and the greatest with one left out, and the program's own."""
    lines = ["| weight | all laws | one left out | as shipped |", "|---|---:|---:|---:|"]
    for name in (*MEASURES, "threshold"):
        values = [getattr(one, name) for one in left_out]
        spread = f"{min(values):.2f} to {max(values):.2f}"
        lines.append(f"| {name} | {getattr(fitted, name):.2f} | {spread} | {getattr(AlignOptions(), name):.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
