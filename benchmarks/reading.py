"""How fast pages are read and cleaned, and what is lost and let in, beside trafilatura and plain Beautiful Soup.

    python benchmarks/reading.py [--runs 3] [--floor 0.99]

Every layout of tests/support/html_pages.py is filled with invented policies of several sizes.  A line of the policy (a
paragraph, an item, a heading, a cell of a table) is *kept* where it comes out as a line or as a cell of one, white
space set aside; the share is by characters.  *Let in* is the share of the output's characters that are not the
policy's: lines run together or cut up are no longer kept, but they are not let in either.  The three programs work on
the same bytes in turn, so that all meet the same disturbances; the times are medians.  With `--floor`, less kept in any
layout by policydiff is an error (exit code 1); times never are.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

from policydiff.clean import clean
from policydiff.read import read_bytes

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.html_pages import LAYOUTS, encoded
from support.policy import POLICY, Policy, generated

SIZES = (10, 40, 160)
"""Articles of the generated policies: measures of a district, of a province, and a law."""

_TELLING = 8  # characters of a line that is looked for inside another one; shorter ones stand anywhere

Reader = Callable[[bytes], str]


def ours(data: bytes) -> str:
    """Read and clean."""
    return clean(read_bytes(data, "page.html")).text


def theirs(data: bytes) -> str:
    """The main text as trafilatura sees it, tables included."""
    import trafilatura  # noqa: PLC0415 - the yardstick alone needs it

    return trafilatura.extract(data, include_tables=True, include_comments=False) or ""


def plain(data: bytes) -> str:
    """All the text of the page as Beautiful Soup gives it, without scripts and styles."""
    soup = BeautifulSoup(data, "lxml")
    for tag in soup(["script", "style", "head"]):
        tag.decompose()
    return soup.get_text("\n")


READERS: dict[str, Reader] = {"policydiff": ours, "trafilatura": theirs, "bs4 get_text": plain}


@dataclass(frozen=True, slots=True)
class Tally:
    """What one program made of one page or of several: characters of the known text and of its own output, seconds."""

    known: int = 0
    kept: int = 0
    shown: int = 0
    foreign: int = 0
    size: int = 0
    pages: int = 0
    seconds: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        return Tally(*(mine + theirs for mine, theirs in pairs))

    @property
    def kept_share(self) -> float:
        """The share of the known text that came out."""
        return self.kept / self.known if self.known else 1.0

    @property
    def foreign_share(self) -> float:
        """The share of the output that is no part of the known text."""
        return self.foreign / self.shown if self.shown else 0.0


def compared(policy: Policy, output: str) -> Tally:
    """What of a policy an output holds line for line, and what besides; a line counts as often as it stands."""
    cells = [_folded(cell) for line in policy.lines() for cell in line.split("\t")]
    whole, known = "".join(cells), Counter(cells)
    shown = Counter(piece for line in output.split("\n") for piece in _pieces(line, known))
    foreign = sum(_foreign(piece, known, whole) * count for piece, count in (shown - known).items())
    return Tally(_characters(known), _characters(known & shown), _characters(shown), foreign)


def _pieces(line: str, known: Counter[str]) -> Iterable[str]:
    """A line as it is where it is a known one, else its cells: by tabs, or by bars as Markdown has them."""
    folded = _folded(line)
    cells = [folded] if folded in known else [_folded(cell) for cell in re.split(r"[\t|]", line)]
    return (cell for cell in cells if cell)


def _foreign(piece: str, known: Counter[str], whole: str) -> int:
    """The characters of a piece that are none of the policy's: lines run together and cut lines are its own."""
    if piece in known:
        return len(piece)  # once more than in the policy
    rest = [piece]
    for line in sorted(known, key=len, reverse=True):
        if len(line) >= _TELLING and any(line in part for part in rest):
            rest = [part for longer in rest for part in longer.split(line)]
    return sum(len(part) for part in rest if part not in whole)


def _folded(text: str) -> str:
    return "".join(text.split())


def _characters(lines: Counter[str]) -> int:
    return sum(len(line) * count for line, count in lines.items())


def measured(layouts: Iterable[str], policies: Iterable[Policy], runs: int) -> dict[str, dict[str, Tally]]:
    """For every layout and program, its tally over these policies; the seconds are medians over the runs."""
    found: dict[str, dict[str, Tally]] = {}
    told = tuple(policies)
    for layout in layouts:
        tallies = dict.fromkeys(READERS, Tally())
        for policy in told:
            data = encoded(LAYOUTS[layout](policy), "utf-8")
            for name, (output, seconds) in _in_turn(data, runs).items():
                tallies[name] += compared(policy, output) + Tally(size=len(data), pages=1, seconds=seconds)
        found[layout] = tallies
    return found


def _in_turn(data: bytes, runs: int) -> dict[str, tuple[str, float]]:
    outputs: dict[str, str] = {}
    times: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(runs):
        for name, reader in READERS.items():
            start = time.perf_counter()
            outputs[name] = reader(data)
            times[name].append(time.perf_counter() - start)
    return {name: (outputs[name], statistics.median(times[name])) for name in READERS}


def overall(found: dict[str, dict[str, Tally]]) -> dict[str, Tally]:
    """The programs' tallies over all layouts."""
    return {name: sum((tallies[name] for tallies in found.values()), Tally()) for name in READERS}


def table(found: dict[str, dict[str, Tally]]) -> str:
    """Both tables as Markdown: what was kept and let in per layout, and the speed over all of them."""
    head = " | ".join(f"{name}: kept | let in" for name in READERS)
    lines = [f"| layout | {head} |", "|---|" + "---:|---:|" * len(READERS)]
    for layout, tallies in {**found, "**all**": overall(found)}.items():
        cells = " | ".join(f"{tally.kept_share:.1%} | {tally.foreign_share:.1%}" for tally in tallies.values())
        lines.append(f"| {layout} | {cells} |")
    lines += ["", "| program | MB/s | pages/s | time, policydiff = 1 |", "|---|---:|---:|---:|"]
    sums = overall(found)
    base = sums["policydiff"].seconds
    for name, tally in sums.items():
        speed = f"{tally.size / 1e6 / tally.seconds:.2f} | {tally.pages / tally.seconds:.1f}"
        lines.append(f"| {name} | {speed} | {tally.seconds / base:.2f} |")
    return "\n".join(lines)


def below(found: dict[str, dict[str, Tally]], floor: float) -> list[str]:
    """A line for each layout of which policydiff kept less than the floor."""
    ours_of = {layout: tallies["policydiff"].kept_share for layout, tallies in found.items()}
    return [
        f"BELOW THE FLOOR: reading {layout}: {share:.4f}, and the floor is {floor:.4f}"
        for layout, share in ours_of.items()
        if share < floor
    ]


def main() -> int:
    """Measure, print the tables, and hold the floor where one is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="readings of each page by each program")
    parser.add_argument("--floor", type=float, default=0.0, help="the least share of the text to keep in every layout")
    arguments = parser.parse_args()
    policies = (POLICY, *(generated(size, seed) for seed, size in enumerate(SIZES)))
    for name, reader in READERS.items():  # the first page of a run pays for imports and dictionaries
        reader(encoded(LAYOUTS["print view"](POLICY), "utf-8"))
        print(f"ready: {name}", file=sys.stderr)
    found = measured(LAYOUTS, policies, arguments.runs)
    print(table(found))
    missed = below(found, arguments.floor)
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
