"""How long the whole process takes beside one that only imports the libraries it needs.

    python benchmarks/startup.py [--runs 15]

Prints, and asserts nothing: a timing on a busy machine proves nothing.  The two commands of a pair run in turn, so that
both meet the same disturbances; the ratio is taken pair by pair, and the median is printed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = str(Path(sys.executable).parent / "policydiff")
PAIRS = (
    (
        "policydiff --help",
        [PROGRAM, "--help"],
        "import click",
        2.0,
    ),
    (
        "policydiff diff wuhan-ai@2024-draft wuhan-ai@2025-final --format json",
        [PROGRAM, "diff", "wuhan-ai@2024-draft", "wuhan-ai@2025-final", "--format", "json"],
        "import click, rapidfuzz, rjieba, opencc",
        3.0,
    ),
)


def main() -> int:
    """Time both pairs and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="runs of each command")
    runs = parser.parse_args().runs
    for name, command, imports, goal in PAIRS:
        bare = [sys.executable, "-c", imports]
        for warm in (command, bare):
            _seconds(warm)
        pairs = [(_seconds(command), _seconds(bare)) for _ in range(runs)]
        ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        print(name)
        print(f"  {ours * 1000:.0f} ms; a process with {imports!r}: {theirs * 1000:.0f} ms")
        print(f"  ratio {ratio:.2f} (goal: at most {goal:g})")
    return 0


def _seconds(command: list[str]) -> float:
    """The wall time of one process; `diff` ends with 1 where something changed."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.decode(errors='replace').strip()[-400:]}")
    return taken


if __name__ == "__main__":
    sys.exit(main())
