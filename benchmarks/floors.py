"""Hold the program's quality against its floors.

    python benchmarks/floors.py                  measure, and compare with floors.json
    python benchmarks/floors.py --update         raise every floor to what was measured
    python benchmarks/floors.py --allow-lower --update   also lower them, which wants a reason in the commit

The ground truth is no part of the project: it is looked for beside the checkout (../shared/gold), or where `--gold`
says.  Without it nothing is measured and the run says so; `--require-gold` makes that an error.

The program that is measured is the one installed beside the Python that runs this.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import facets
import mutations
import segmentation
from terms_score import same_page, scored

from policydiff.errors import PolicydiffError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FLOORS = HERE / "floors.json"
TOLERANCE = 1e-9

Figures = dict[str, float]
Measured = dict[str, Figures]


class ScorerError(Exception):
    """A scorer or the program itself did not run to its end."""


def main() -> int:
    """Measure, compare and, if asked, write the floors."""
    args = _arguments()
    if not args.gold.is_dir():
        print(f"SKIPPED: floors (no ground truth at {args.gold})", file=sys.stderr if args.require_gold else sys.stdout)
        return 2 if args.require_gold else 0
    if not (Path(sys.executable).parent / "policydiff").exists():
        print(f"policydiff is not installed beside {sys.executable}: run make test", file=sys.stderr)
        return 2
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    seal = _seal(args.gold)
    if pinned["gold"] not in (seal, ""):
        print("note: the ground truth is not the one these floors were measured on")
    measured = {name: _measure(name, scorer, args.gold) for name, scorer in SCORERS.items()}
    _show(measured, pinned["floors"])
    below = list(_below(measured, pinned["floors"]))
    if args.update:
        floors = _raised(measured, pinned["floors"], lower=args.allow_lower)
        text = json.dumps({"gold": seal, "floors": floors}, indent=2, sort_keys=True) + "\n"
        FLOORS.write_text(text, encoding="utf-8")
        print(f"wrote {FLOORS.relative_to(ROOT)}")
        below = list(_below(measured, floors))
    for line in below:
        print(line, file=sys.stderr)
    print("floors: held" if not below else f"floors: {len(below)} not held")
    return 1 if below else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="folder of the ground truth")
    parser.add_argument("--require-gold", action="store_true", help="fail where there is no ground truth")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-lower", action="store_true", help="with --update: lower them, too")
    return parser.parse_args()


def _seal(gold: Path) -> str:
    """One hash over all the labels, so that a floor says what it was measured on."""
    seal = hashlib.sha256()
    for path in sorted(gold.rglob("*")):
        if path.suffix in {".json", ".txt"}:
            seal.update(path.relative_to(gold).as_posix().encode() + b"\0" + path.read_bytes())
    return seal.hexdigest()[:16]


def _measure(name: str, scorer: Callable[[Path], Figures], gold: Path) -> Figures:
    """A scorer's figures; none where it fails, so that the rest is still measured."""
    try:
        return scorer(gold)
    except ScorerError as failure:
        print(f"{name}: {failure}", file=sys.stderr)
        return {}


def _show(measured: Measured, floors: Measured) -> None:
    for name, figure, value, floor in _side_by_side(measured, floors):
        print(f"  {name:<20} {figure:<18} {_written(value):>8}  floor {floor:.4f}")


def _below(measured: Measured, floors: Measured) -> Iterable[str]:
    """A line for each figure that is below its floor, or was not measured at all."""
    for name, figure, value, floor in _side_by_side(measured, floors):
        if value is None or value < floor - TOLERANCE:
            yield f"BELOW THE FLOOR: {name} {figure}: {_written(value)}, and the floor is {floor:.4f}"


def _side_by_side(measured: Measured, floors: Measured) -> Iterable[tuple[str, str, float | None, float]]:
    for name in sorted(measured.keys() | floors.keys()):
        values, pinned = measured.get(name, {}), floors.get(name, {})
        for figure in sorted(values.keys() | pinned.keys()):
            yield name, figure, values.get(figure), pinned.get(figure, 0.0)


def _written(value: float | None) -> str:
    return "missing" if value is None else f"{value:.4f}"


def _raised(measured: Measured, floors: Measured, *, lower: bool) -> Measured:
    """The new floors: what was measured, or the old one where that was higher and may not be lowered."""
    result: Measured = {}
    for name in measured.keys() | floors.keys():
        new, old = measured.get(name, {}), floors.get(name, {})
        keep = {} if lower and new else old  # a scorer that failed measured nothing
        result[name] = {key: max(new.get(key, 0.0), keep.get(key, 0.0)) for key in new.keys() | keep.keys()}
    return result


def _run(command: list[str], *, accept: tuple[int, ...] = (0,)) -> str:
    """What a command prints, with the program under test first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: PLW1510 - the exit code is looked at below
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=environment
    )
    if done.returncode not in accept:
        said = (done.stderr or done.stdout).strip()[-400:]
        raise ScorerError(f"{' '.join(command)}: exit {done.returncode}: {said}")
    return done.stdout


def _last_line(name: str, printed: str) -> str:
    """The result of a scorer, which stands in its last line; what it says before is shown."""
    *said, last = printed.strip().splitlines() or [""]
    for line in said:
        print(f"  {name}: {line}")
    return last


def changes(gold: Path) -> Figures:
    """The rows of the draft-against-final comparison; `faultless` is 1 where no claim is wrong."""
    last = _last_line("changes", _run([sys.executable, str(gold / "score_changes.py")], accept=(0, 1)))
    match = re.fullmatch(r"rows right (\d+)/(\d+); wrong claims (\d+)", last)
    if match is None:
        raise ScorerError(f"score_changes.py ended with {last!r}")
    return {"rows": int(match[1]) / int(match[2]), "faultless": float(match[3] == "0")}


def amounts(gold: Path) -> Figures:
    """The reading of sums, rates and periods in single phrases; one process a phrase."""
    printed = _run([sys.executable, str(gold / "score_terms.py"), str(gold / "amounts.json"), "--json"])
    result = json.loads(_last_line("amounts", printed))
    return {f"{group}_{key}": result[group][key] for group in result for key in ("recall", "precision")}


def alignment(gold: Path) -> Figures:
    """The matching of articles over law revisions."""
    printed = _run([sys.executable, str(gold / "alignment" / "score.py"), "--json"])
    figures: Figures = json.loads(_last_line("alignment", printed))
    return figures


def stress(gold: Path) -> Figures:
    """Laws with two fifths of their articles gone, and laws against other laws: `apart` is the share left unlinked."""
    printed = _run([sys.executable, str(gold / "alignment" / "stress.py")])
    deleted = re.search(r"deleted +P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)", printed)
    unrelated = re.search(r"unrelated +(\d+) links over (\d+) old articles", printed)
    if deleted is None or unrelated is None:
        raise ScorerError(f"stress.py printed {printed!r}")
    precision, recall, f1 = (float(figure) for figure in deleted.groups())
    apart = 1 - int(unrelated[1]) / int(unrelated[2])
    return {"deleted_precision": precision, "deleted_recall": recall, "deleted_f1": f1, "apart": apart}


def substance(gold: Path) -> Figures:
    """Which changes are substantive, editorial, shifts of references or of the format only."""
    printed = _run([sys.executable, str(gold / "score_substance.py"), "--context", "--json"])
    result = json.loads(_last_line("substance", printed))
    return {name: result[name] for name in ("accuracy", "substantive_precision", "substantive_recall")}


def replacements(gold: Path) -> Figures:
    """The wordings replaced throughout a law that are found, and the share of found ones that are listed."""
    listed = found = both = 0
    for law in json.loads((gold / "substance.json").read_text(encoding="utf-8"))["global_replacements"]:
        label = _label(gold / "alignment" / "labels" / f"{law['law']}.json")
        texts = [str(gold / "alignment" / "texts" / label[side]) for side in ("old", "new")]
        answer = json.loads(_run(["policydiff", "diff", *texts, "--format", "json"], accept=(0, 1)))
        told = {(row["old"], row["new"]) for row in answer["replacements"]}
        wanted = {(row["old"], row["new"]) for row in law["replacements"]}
        listed, found, both = listed + len(wanted), found + len(told), both + len(wanted & told)
    return {"recall": both / listed, "precision": both / found if found else 0.0}


def mutated_drafts(gold: Path) -> Figures:
    """Invented drafts changed in known ways; they need no ground truth."""
    del gold
    return mutations.floors()


def draft_terms(gold: Path) -> Figures:
    """Every figure of the draft, and nothing else."""
    label = _label(gold / "wuhan-draft-terms.json")
    return scored("draft_terms", label["terms"], _terms_of(label["version"]))


def final_terms(gold: Path) -> Figures:
    """What the report of February attributes to the Measures; `faultless` is 1 where nothing else is."""
    label = _label(gold / "wuhan-final-terms.json")
    got = _terms_of(label["version"])
    intruders = [term["quote"] for term in got if term["quote"] in label["must_not_appear"]]
    for quote in intruders:
        print(f"  final_terms: NOT OF THE MEASURES {quote}")
    of_page = [term for term in got if same_page(term.get("source"), label["source"])]
    return {**scored("final_terms", label["terms"], of_page), "faultless": float(not intruders)}


def facet_words(gold: Path) -> Figures:
    """How often what stands beside a value (its basis, what it is per, how often) is what the labels say."""
    try:
        tally = facets.tallied(facets.labelled(gold, facets.phrase_terms, facets.version_terms))
    except PolicydiffError as failure:
        raise ScorerError(str(failure)) from failure
    return {facet: agreed / stated for facet, (agreed, stated) in tally.items()}


def articles(gold: Path) -> Figures:
    """Every article that the alignment labels name, once and in order."""
    try:
        return segmentation.measured(gold)
    except ChildProcessError as failure:
        raise ScorerError(str(failure)) from failure


SCORERS: dict[str, Callable[[Path], Figures]] = {
    "alignment": alignment,
    "amounts": amounts,
    "changes": changes,
    "draft_terms": draft_terms,
    "facets": facet_words,
    "final_terms": final_terms,
    "mutations": mutated_drafts,
    "replacements": replacements,
    "segmentation": articles,
    "stress": stress,
    "substance": substance,
}


def _label(path: Path) -> dict[str, Any]:
    label: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return label


def _terms_of(version: str) -> list[dict[str, Any]]:
    terms: list[dict[str, Any]] = json.loads(_run(["policydiff", "terms", version, "--format", "json"]))["terms"]
    return terms


if __name__ == "__main__":
    sys.exit(main())
