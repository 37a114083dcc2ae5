"""What becomes of drafts that were changed in known ways: are the links and the changed figures told rightly?

    python benchmarks/mutations.py [--seeds 4] [--floor 0.99]

tests/support/mutations writes drafts of 30 to 120 articles that read like real ones, and changes them by one kind of
change at a time, in three strengths.  The first table holds the links between articles against the truth, the second
one what is said of the figures: how many of the changed ones are told with the right direction and amount, and how
often something is said to have happened to a figure that stayed.  The third looks at drafts of which 40 % of the
articles were taken out on either side, the rest with their old numbers or numbered through, and at drafts that have
nothing to do with each other.  With `--floor`, a lower F1 of the links over all light changes is an error (exit code
1).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.mutations import KINDS, STRENGTHS, Case, case, thinned_case, unrelated_case
from support.mutations.scoring import Counts, FigureScore, LinkScore, Told, figures_scored, links_scored

SEEDS = 4
THINNED = 0.4

Row = tuple[str, str]
"""A kind of change, and its strength."""
Scores = dict[Row, tuple[LinkScore, FigureScore]]


def scored(seeds: int = SEEDS) -> Scores:
    """Both scores of each kind of change at each strength, over some drafts."""
    return {(kind, strength): _scored(kind, strength, seeds) for kind in KINDS for strength in STRENGTHS}


def _scored(kind: str, strength: str, seeds: int) -> tuple[LinkScore, FigureScore]:
    links, figures = LinkScore(), FigureScore()
    for seed in range(seeds):
        told = Told(case(kind, strength, seed))
        links, figures = links + links_scored(told), figures + figures_scored(told)
    return links, figures


def linked(make: Callable[[int], Case], seeds: int = SEEDS) -> LinkScore:
    """The links of other cases, over some drafts."""
    return sum((links_scored(Told(make(seed))) for seed in range(seeds)), LinkScore())


def thinned(seeds: int = SEEDS, *, gaps: bool) -> LinkScore:
    """The links of drafts with articles taken out of either side."""
    return linked(lambda seed: thinned_case(seed, THINNED, gaps=gaps), seeds)


def floors() -> dict[str, float]:
    """The figures that have a floor: over all kinds of change, from 0 to 1, more is better."""
    scores = scored()
    links = {strength: _all_links(scores, strength) for strength in STRENGTHS}
    every = sum(links.values(), LinkScore())
    figures = sum((figure for _, figure in scores.values()), FigureScore())
    return {
        **{f"{strength}_f1": one.links.f1 for strength, one in links.items()},
        "branching_recall": every.branching.recall,
        "added_f1": every.added.f1,
        "removed_f1": every.removed.f1,
        "figures_right": figures.right / figures.changed,
        "figures_quiet": 1 - figures.false / figures.articles,
        "thinned_f1": thinned(gaps=True).links.f1,
    }


def _all_links(scores: Scores, strength: str) -> LinkScore:
    return sum((links for (_, one), (links, _) in scores.items() if one == strength), LinkScore())


def _all_figures(scores: Scores, strength: str) -> FigureScore:
    return sum((figures for (_, one), (_, figures) in scores.items() if one == strength), FigureScore())


def link_table(scores: Scores) -> str:
    """The links of each kind of change; a column with nothing in it, neither true nor false, stays empty."""
    lines = ["| change | strength | P | R | F1 | split/merge | added F1 | removed F1 |", "|---|---|" + "---:|" * 6]
    rows = [(kind, strength, links) for (kind, strength), (links, _) in scores.items()]
    rows += [("**all**", strength, _all_links(scores, strength)) for strength in STRENGTHS]
    for kind, strength, links in rows:
        cells = [f"{links.links.precision:.3f}", f"{links.links.recall:.3f}", f"{links.links.f1:.4f}"]
        cells.append(f"{links.branching.recall:.3f}" if links.branching != Counts() else "")
        cells += [f"{one.f1:.3f}" if one != Counts() else "" for one in (links.added, links.removed)]
        lines.append(f"| {kind} | {strength} | {' | '.join(cells)} |")
    return "\n".join(lines)


def figure_table(scores: Scores) -> str:
    """The figures of each kind of change."""
    lines = [
        "| change | strength | figures changed | told rightly | false per 100 articles |",
        "|---|---|---:|---:|---:|",
    ]
    rows = [(kind, strength, figures) for (kind, strength), (_, figures) in scores.items()]
    rows += [("**all**", strength, _all_figures(scores, strength)) for strength in STRENGTHS]
    for kind, strength, one in rows:
        right = f"{one.right / one.changed:.3f}" if one.changed else ""
        lines.append(f"| {kind} | {strength} | {one.changed} | {right} | {100 * one.false / one.articles:.2f} |")
    return "\n".join(lines)


def missing_table(seeds: int) -> str:
    """Drafts whose partners are missing: thinned ones, and such as have nothing to do with each other."""
    lines = ["| partners missing | P | R | F1 | links per 100 articles |", "|---|---:|---:|---:|---:|"]
    for name, gaps in (("numbers kept", True), ("numbered through", False)):
        links = thinned(seeds, gaps=gaps).links
        figures = f"{links.precision:.3f} | {links.recall:.3f} | {links.f1:.3f}"
        lines.append(f"| {THINNED:.0%} taken out on either side, {name} | {figures} | |")
    unrelated = linked(unrelated_case, seeds)
    lines.append(f"| nothing in common | | | | {100 * unrelated.links.false / unrelated.articles:.1f} |")
    return "\n".join(lines)


def below(scores: Scores, goal: float) -> Iterable[str]:
    """A line for each kind of light change whose links reach less than the goal."""
    for (kind, strength), (links, _) in scores.items():
        if strength == "light" and links.links.f1 < goal:
            yield f"below {goal}: {kind}, light: {links.links.f1:.4f}"


def main() -> int:
    """Measure, print the tables, and hold the floor where one is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=SEEDS, help="drafts for each kind and strength")
    parser.add_argument("--floor", type=float, default=0.0, help="the least F1 of the links over all light changes")
    arguments = parser.parse_args()
    scores = scored(arguments.seeds)
    print(link_table(scores), figure_table(scores), missing_table(arguments.seeds), sep="\n\n")
    for line in below(scores, arguments.floor):
        print(line, file=sys.stderr)
    return 1 if _all_links(scores, "light").links.f1 < arguments.floor else 0


if __name__ == "__main__":
    sys.exit(main())
