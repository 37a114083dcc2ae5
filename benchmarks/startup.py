"""How long the whole process takes beside one that only imports the libraries it needs.

    python benchmarks/startup.py [--runs 15]

Both run from compiled bytecode, as an installed program does, whatever the environment says of writing it.

Prints, and asserts nothing: a timing on a busy machine proves nothing.  The two commands of a pair run in turn, so that
both meet the same disturbances; the ratio is taken pair by pair, and the median is printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
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
        2.5,
    ),
)


def main() -> int:
    """Time both pairs and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="runs of each command")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as bytecode:
        for pair in PAIRS:
            _compare(*pair, runs, bytecode)
    return 0


def _compare(name: str, command: list[str], imports: str, goal: float, runs: int, bytecode: str) -> None:
    """Time one pair; the first run of each writes the bytecode, and is not counted."""
    bare = [sys.executable, "-c", imports]
    timed = [(_seconds(command, bytecode), _seconds(bare, bytecode)) for _ in range(runs + 1)][1:]
    ours, theirs = (statistics.median(column) for column in zip(*timed, strict=True))
    ratio = statistics.median(a / b for a, b in timed)
    print(name)
    print(f"  {ours * 1000:.0f} ms; a process with {imports!r}: {theirs * 1000:.0f} ms")
    print(f"  ratio {ratio:.2f} (goal: at most {goal:g})")


def _seconds(command: list[str], bytecode: str) -> float:
    """The wall time of one process; `diff` ends with 1 where something changed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    start = time.perf_counter()
    done = subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=environment
    )
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.decode(errors='replace').strip()[-400:]}")
    return taken


if __name__ == "__main__":
    sys.exit(main())
