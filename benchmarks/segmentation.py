"""Whether the outline of a law has every article that its labels name: each once, and in the order of its numbers.

    python benchmarks/segmentation.py [--gold DIR]

`recall`: of the articles that an alignment label names, those found exactly once.  `in_order`: of the texts, those
whose articles run first to last by number.  `complete`: of the texts, those that have as many articles as the label
counts.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from policydiff.numerals import from_han

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).parent / "policydiff")
_ARTICLE = re.compile("第(?P<number>.+?)条(?:之(?P<branch>.+))?")

Number = tuple[int, int]
"""An article's number, and that of the branch behind 之 (0 for none)."""


def main() -> int:
    """Print the three figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", help="folder of the ground truth")
    gold = parser.parse_args().gold
    if not gold.is_dir():
        print(f"SKIPPED: segmentation (no ground truth at {gold})")
        return 0
    for figure, value in measured(gold).items():
        print(f"  {figure:<10} {value:.4f}")
    return 0


def measured(gold: Path) -> dict[str, float]:
    """The three figures over both texts of every label; what is missed is printed."""
    named = found = texts = in_order = complete = 0
    for path in sorted((gold / "alignment" / "labels").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        for side in ("old", "new"):
            wanted = articles_named(label, side)
            got = articles_of(outline(gold / "alignment" / "texts" / label[side]))
            times = Counter(got)
            wrong = [number for number in wanted if times[number] != 1]
            ordered = all(a < b for a, b in pairwise(got))
            if wrong or not ordered:
                print(f"  segmentation: {label[side]}: not found once {wrong}; in order: {ordered}")
            named, found = named + len(wanted), found + len(wanted) - len(wrong)
            texts, in_order = texts + 1, in_order + ordered
            complete += len(got) == label[f"n_{side}"]
    return {"recall": found / named, "in_order": in_order / texts, "complete": complete / texts}


def articles_named(label: dict[str, Any], side: str) -> list[Number]:
    """Every article of one side that a label speaks of: in its links, one-sided, or unclear.

    >>> articles_named({"pairs": [[1, 2], [1, "3-1"]], "removed": [4], "ambiguous": {}}, "old")
    [(1, 0), (4, 0)]
    """
    place, lone = (0, "removed") if side == "old" else (1, "added")
    unclear = label["ambiguous"]
    links = [*label["pairs"], *unclear.get("links", ())]
    values = [*(link[place] for link in links), *label.get(lone, ()), *unclear.get(side, ())]
    return sorted({_number(str(value)) for value in values})


def articles_of(data: dict[str, Any]) -> list[Number]:
    """The numbers of an outline's articles, in reading order.

    >>> articles_of({"documents": [{"units": [{"kind": "article", "address": "第三条之一"}]}]})
    [(3, 1)]
    """
    units = [unit for document in data["documents"] for unit in document["units"]]
    return [_number(unit["address"]) for unit in _walk(units) if unit["kind"] == "article"]


def outline(path: Path) -> dict[str, Any]:
    """What the program says of a text's structure."""
    command = [PROGRAM, "outline", str(path), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ChildProcessError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.strip()[-400:]}")
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def _walk(units: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for unit in units:
        yield unit
        yield from _walk(unit.get("children", []))


def _number(written: str) -> Number:
    """12, 120-1 and 第一百二十条之一 alike; an article without a number is none that a label names."""
    if match := _ARTICLE.search(written):
        return _value(match["number"]), _value(match["branch"]) if match["branch"] else 0
    whole, _, branch = written.partition("-")
    return (int(whole), int(branch or 0)) if whole.isdecimal() else (0, 0)


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else from_han(written)


if __name__ == "__main__":
    sys.exit(main())
