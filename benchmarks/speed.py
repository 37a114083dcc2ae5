"""How long a whole comparison takes beside other programs, where the time goes, and how it grows with the text.

    python benchmarks/speed.py [--runs 5] [--old FILE --new FILE] [--articles 1000 10000] [--gold DIR]

The comparison goes from two strings to a `Comparison`: reading, cleaning, structure, alignment, figures, differences.
The others are given the same strings: `redlines` and `fast-diff-match-patch` where they are installed, and `difflib`
over raw characters without its heuristic.  All run in turn, so that all meet the same disturbances, and the best run of
each counts.  The texts are two versions of a law from the ground truth, where it is there, else a generated pair.

Then generated texts of growing size are compared with a revision of theirs, each in a process of its own.  Everything
is printed and nothing asserted: what counts are ratios, and a busy machine proves nothing.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import importlib.util
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from invented import law, revised

from policydiff.align import align
from policydiff.clean import clean
from policydiff.compare import compare
from policydiff.model import Comparison, Origin, Term, Version, Work
from policydiff.pipeline.collecting import uncollected
from policydiff.read import read_bytes
from policydiff.segment import segment
from policydiff.terms import Known, extract

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
PAIR = ("公司法-2018-10-26.txt", "公司法-2023-12-29.txt")
ENOUGH = 10.0
"""Seconds after which a program is not run once more."""

Texts = tuple[str, str]
Parts = dict[str, float]
PARTS = ("read and clean", "segment", "align", "terms", "compare")
GOALS = {
    "redlines": 0.75,
    "difflib, characters, autojunk=False": 1 / 15,
    "fast-diff-match-patch": 1 / 5,
}


@uncollected()
def ours(texts: Texts) -> tuple[Comparison, Parts]:
    """The whole comparison, without a search for cycles as in the pipeline, and the seconds of each of its parts."""
    times = [time.perf_counter()]

    def lap() -> None:
        times.append(time.perf_counter())

    cleaned = [clean(read_bytes(text.encode(), name)) for text, name in zip(texts, ("old", "new"), strict=True)]
    lap()
    documents = [segment(one, origin=Origin(one.source.uri)) for one in cleaned]
    old, new = (Version(Work("", one.metadata.title or "?"), one.origin.name, "full", (one,)) for one in documents)
    lap()
    alignment = align(old, new)
    lap()
    known: Known = {}
    old_terms, new_terms = _terms(old, known), _terms(new, known)
    lap()
    found = compare(old, new, alignment, old_terms, new_terms)
    lap()
    return found, {name: end - start for name, (start, end) in zip(PARTS, pairwise(times), strict=True)}


def _terms(version: Version, known: Known) -> list[Term]:
    return [term for document in version.documents for term in extract(document, known)]


def peers() -> dict[str, Callable[[Texts], object]]:
    """The other programs that are here, by name."""
    found: dict[str, Callable[[Texts], object]] = {}
    if importlib.util.find_spec("redlines"):
        redlines = importlib.import_module("redlines")
        found["redlines"] = lambda texts: redlines.Redlines(*texts).output_markdown
    if importlib.util.find_spec("fast_diff_match_patch"):
        patches = importlib.import_module("fast_diff_match_patch")
        found["fast-diff-match-patch"] = lambda texts: patches.diff(*texts, timelimit=0)
    found["difflib, characters, autojunk=False"] = lambda texts: difflib.SequenceMatcher(
        None, *texts, autojunk=False
    ).get_opcodes()
    return found


def measured(texts: Texts, runs: int) -> tuple[Parts, dict[str, float]]:
    """Our parts in the best of some runs, and the best time of each peer; the first run pays for imports."""
    ours(texts)
    best: list[Parts] = []
    others = peers()
    times: dict[str, list[float]] = {name: [] for name in others}
    for _ in range(runs):
        best.append(ours(texts)[1])
        for name, peer in others.items():
            if sum(times[name]) < ENOUGH:
                start = time.perf_counter()
                peer(texts)
                times[name].append(time.perf_counter() - start)
    return min(best, key=lambda parts: sum(parts.values())), {name: min(taken) for name, taken in times.items()}


def table(parts: Parts, others: dict[str, float]) -> str:
    """What was measured, as Markdown."""
    whole = sum(parts.values())
    lines = ["| program | seconds | policydiff takes | goal: at most |", "|---|---:|---:|---:|"]
    lines.append(f"| policydiff | {whole:.3f} | | |")
    for name, taken in others.items():
        lines.append(f"| {name} | {taken:.3f} | {whole / taken:.3f} of it | {GOALS[name]:.3f} |")
    lines += ["", "| part of policydiff | seconds | share |", "|---|---:|---:|"]
    lines += [f"| {name} | {taken:.3f} | {taken / whole:.0%} |" for name, taken in parts.items()]
    return "\n".join(lines)


def alone(articles: int) -> None:
    """Compare a generated text with its revision, and print the seconds of each part and the peak of memory."""
    before = law(articles, seed=articles)
    texts = "\n".join(before), "\n".join(revised(before, seed=articles + 1))
    ours(("第一条 试。\n", "第一条 试行。\n"))  # dictionaries are loaded once a process, whatever the text
    found, parts = ours(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    print(*(f"{taken:.4f}" for taken in parts.values()), round(peak), sum(map(len, texts)), len(found.changes))


def scaling(sizes: list[int]) -> str:
    """How time and memory grow from size to size, as Markdown."""
    lines = [f"| articles | characters | seconds | ratio | peak MB | {' | '.join(PARTS)} |", "|---:|" + "---:|" * 9]
    before = 0.0
    for size in sizes:
        command = [sys.executable, str(Path(__file__).resolve()), "--alone", str(size)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{size} articles: exit {done.returncode}: {done.stderr.strip()[-400:]}")
        *parts, peak, characters, _ = done.stdout.split()
        whole = sum(map(float, parts))
        ratio = f"{whole / before:.1f}×" if before else ""
        shown = " | ".join(f"{float(part):.2f}" for part in parts)
        lines.append(f"| {size} | {characters} | {whole:.2f} | {ratio} | {peak} | {shown} |")
        before = whole
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each program")
    parser.add_argument("--old", type=Path, help="the old text, instead of a law of the ground truth")
    parser.add_argument("--new", type=Path, help="the new text")
    parser.add_argument("--articles", type=int, nargs="*", default=[1000, 10_000], help="sizes of the generated texts")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the ground truth")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        alone(given.alone)
        return 0
    name, texts = _pair(given.old, given.new, given.gold)
    print(f"{name}: {len(texts[0])} and {len(texts[1])} characters; the best of {given.runs} runs\n")
    print(table(*measured(texts, given.runs)))
    if given.articles:
        print(
            "\nGenerated texts against their revisions, each in a process of its own. Goals: ten times the articles in"
        )
        print("at most 15× the time; 10,000 articles in at most 15 s and 600 MB.\n")
        print(scaling(given.articles))
    return 0


def _pair(old: Path | None, new: Path | None, gold: Path) -> tuple[str, Texts]:
    paths = (old, new) if old and new else tuple(gold / "alignment" / "texts" / name for name in PAIR)
    if all(path.is_file() for path in paths):
        before, after = (path.read_text(encoding="utf-8") for path in paths)
        return f"{paths[0].stem} → {paths[1].stem}", (before, after)
    if old or new:
        sys.exit("--old and --new name two files")
    lines = law(250, seed=1)
    return "a generated law of 250 articles (no ground truth here)", (
        "\n".join(lines),
        "\n".join(revised(lines, seed=2)),
    )


if __name__ == "__main__":
    sys.exit(main())
