"""A corpus of thousands of generated documents: what adding costs beside parsing, how soon questions are answered.

    python benchmarks/corpus.py [--works 1000] [--runs 5] [--keep DIR]

Each work has a draft, a final text and a revision.  Prints Markdown, and asserts nothing: a timing on a busy machine
proves nothing.  So each figure is told twice: as wall time, and as processor time, which other programs disturb less.
Commands are timed as whole processes that run from compiled bytecode, as an installed program does.  The first log
works out every step, and the next ones remember them; the first search makes the index.  show and history read what
they need each time: nothing is remembered for them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.policy import Article, Policy, generated

from policydiff import pipeline
from policydiff.corpus import survey
from policydiff.pipeline import Shelf, Wishes, open_memory

ARTICLES = 24
SURNAMES = "江海云松柏兰竹梅荷桐杉枫榆柳槐桂橘橙桃李杏梨枣栗麦禾稻粟黍豆"
CITIES = "泽州城阳安宁平川源溪湖岭"
SUBJECTS = (
    *(
        "停车场",
        "渔港",
        "户外广告",
        "电动自行车",
        "建筑垃圾",
        "城市照明",
        "养老服务",
        "数据交易",
        "低空物流",
        "古树名木",
    ),
    *("校车安全", "再生水", "宠物饲养", "共享单车", "地下管线", "夜间经济", "老字号", "非机动车道", "湿地", "屋顶绿化"),
)
GOAL = 1.0


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the wall, and of the processor."""

    wall: float
    own: float

    def __sub__(self, other: Taken) -> Taken:
        return Taken(self.wall - other.wall, self.own - other.own)


def texts(works: int) -> Iterator[tuple[str, str]]:
    """A name and a text for each version of each work: a draft, the final text, a revision."""
    for number in range(works):
        city = SURNAMES[number // len(CITIES) // len(SUBJECTS) % len(SURNAMES)] + CITIES[number // len(SUBJECTS) % 12]
        policy = generated(ARTICLES, seed=number)
        title = f"{city}市{SUBJECTS[number % len(SUBJECTS)]}管理办法"
        for step, (status, year) in enumerate((("（征求意见稿）", 2023), ("", 2024), (f"（{2026}年修订）", 2026))):
            lines = _revised(policy, step)
            head = (f"{title}{status}", *((f"{city[0]}政规〔{year}〕{number % 900 + 1}号",) if step else ()))
            signed = (f"{city}市人民政府", f"{year}年{number % 12 + 1}月18日")
            yield f"{number:04}-{step}.txt", "\n".join((*head, *lines, *signed)) + "\n"


def _revised(policy: Policy, step: int) -> list[str]:
    """The provisions of a version: each step raises sums, and takes one article out."""
    kept: list[Article] = [article for at, article in enumerate(policy.articles()) if not step or at % 11 != step]
    lines = [policy.preamble, *(line for article in kept for line in article.lines())]
    return [line.replace("万元", f"{step}万元") if step and at % 5 == step else line for at, line in enumerate(lines)]


def main() -> int:
    """Make the corpus, time it, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--works", type=int, default=1000, help="works of three versions each")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command; the median is printed")
    parser.add_argument("--keep", type=Path, help="make the corpus here and leave it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        incoming = folder / "incoming"
        incoming.mkdir(parents=True, exist_ok=True)
        files = [_written(incoming / name, text) for name, text in texts(given.works)]
        print(f"{len(files)} documents of {ARTICLES} articles, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB\n")
        root = folder / "corpus"
        _adding(root, files)
        _commands(root, given.runs, str(folder / "bytecode"))
    return 0


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _adding(root: Path, files: list[Path]) -> None:
    """Time parsing and adding in turn, so that both meet the same disturbances."""
    shelf = Shelf(root, open_memory(root)) if root.is_dir() else None
    parsing, adding = list[Taken](), list[Taken]()
    for file in files:
        start = _now()
        pipeline.load(str(file), corpus=root)
        middle = _now()
        pipeline.add(root, str(file), Wishes(), shelf=shelf)
        end = _now()
        shelf = shelf or Shelf(root, open_memory(root))
        parsing.append(middle - start)
        adding.append(end - middle)
    found = survey(root)
    versions = sum(len(work.versions) for work in found.works)
    print("| adding | wall each | processor each |\n| --- | --- | --- |")
    for name, taken in (("parsing alone", parsing), ("parsing, proposing and keeping", adding)):
        print(f"| {name} | {_mean(taken).wall * 1000:.1f} ms | {_mean(taken).own * 1000:.1f} ms |")
    ratios = [Taken(more.wall / less.wall, more.own / less.own) for less, more in zip(parsing, adding, strict=True)]
    for name, some in (("ratio, median", ratios), ("ratio of the last tenth, median", ratios[-len(ratios) // 10 :])):
        print(f"| {name} | {_median(some).wall:.2f} | {_median(some).own:.2f} |")
    print(f"\nworks {len(found.works)} (of {len(files) // 3}), versions {versions} (of {len(files)})\n")


def _commands(root: Path, runs: int, bytecode: str) -> None:
    works = survey(root).works
    work = works[len(works) // 2]
    name, version = work.work.id, work.versions[0].id
    _run(root, bytecode, "show", name)  # compiles
    print(f"| command | wall, median of {runs} | processor | goal |\n| --- | --- | --- | --- |")
    for asked in (("log",), ("search", "停车场")):
        first = _run(root, bytecode, *asked)
        print(f"| `{' '.join(asked)}`, the first time | {first.wall:.1f} s | {first.own:.1f} s | |")
    for words in (
        ("log",),
        ("log", name),
        ("show", f"{name}@{version}"),
        ("show", f"{name}@2025-01-01", "--article", "第五条"),
        ("history", name, "第五条"),
        ("search", "停车场"),
        ("search", "50万元"),
        ("doctor",),
    ):
        taken = _median([_run(root, bytecode, *words) for _ in range(runs)])
        goal = f"< {GOAL:g} s" if words[0] in ("log", "show", "history") else ""
        print(f"| `{' '.join(words)}` | {taken.wall:.2f} s | {taken.own:.2f} s | {goal} |")
    shutil.rmtree(root / ".policydiff")
    taken = _run(root, bytecode, "log", name)
    print(f"| `log {name}`, nothing remembered | {taken.wall:.2f} s | {taken.own:.2f} s | < {GOAL:g} s |")


def _run(root: Path, bytecode: str, *words: str) -> Taken:
    """What one process takes, with the processes it starts."""
    command = [sys.executable, "-m", "policydiff", *words, "--corpus", str(root)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    wall, own = time.perf_counter(), os.times()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)}: {done.stderr.decode(errors='replace').strip()[-400:]}")
    after = os.times()
    children = after.children_user + after.children_system - own.children_user - own.children_system
    return Taken(time.perf_counter() - wall, children)


def _now() -> Taken:
    return Taken(time.perf_counter(), time.process_time())


def _mean(taken: list[Taken]) -> Taken:
    return Taken(statistics.mean(one.wall for one in taken), statistics.mean(one.own for one in taken))


def _median(taken: list[Taken]) -> Taken:
    return Taken(statistics.median(one.wall for one in taken), statistics.median(one.own for one in taken))


if __name__ == "__main__":
    sys.exit(main())
