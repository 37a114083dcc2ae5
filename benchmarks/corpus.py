"""A corpus of thousands of generated documents: what adding costs beside parsing, how soon questions are answered.

    python benchmarks/corpus.py [--works 1000] [--runs 5] [--keep DIR]

Each work has a draft, a final text and a revision.  Prints Markdown, and asserts nothing: a timing on a busy machine
proves nothing.  Commands are timed as whole processes; the first log works out every step, and the next ones remember
them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
        _commands(root, given.runs)
    return 0


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _adding(root: Path, files: list[Path]) -> None:
    """Time parsing and adding in turn, so that both meet the same disturbances."""
    shelf = Shelf(root, open_memory(root)) if root.is_dir() else None
    ratios, parsing, adding = [], 0.0, 0.0
    for file in files:
        start = time.perf_counter()
        pipeline.load(str(file), corpus=root)
        middle = time.perf_counter()
        pipeline.add(root, str(file), Wishes(), shelf=shelf)
        end = time.perf_counter()
        shelf = shelf or Shelf(root, open_memory(root))
        ratios.append((end - middle) / (middle - start))
        parsing, adding = parsing + middle - start, adding + end - middle
    found = survey(root)
    versions = sum(len(work.versions) for work in found.works)
    print("| adding | seconds | each |\n| --- | --- | --- |")
    print(f"| parsing alone | {parsing:.1f} | {parsing / len(files) * 1000:.1f} ms |")
    print(f"| parsing, proposing and keeping | {adding:.1f} | {adding / len(files) * 1000:.1f} ms |")
    print(f"| ratio | {adding / parsing:.2f} | median {statistics.median(ratios):.2f} |")
    last = ratios[-len(ratios) // 10 :]
    print(f"| ratio of the last tenth | | median {statistics.median(last):.2f} |")
    print(f"\nworks {len(found.works)} (of {len(files) // 3}), versions {versions} (of {len(files)})\n")


def _commands(root: Path, runs: int) -> None:
    work = survey(root).works[len(survey(root).works) // 2]
    name, version = work.work.id, work.versions[0].id
    cold = _seconds(root, "log")
    print(f"| command | median of {runs} | goal |\n| --- | --- | --- |")
    print(f"| `log`, the first time | {cold:.1f} s | |")
    for words in (
        ("log",),
        ("log", name),
        ("show", f"{name}@{version}"),
        ("show", f"{name}@2025-01-01", "--article", "第五条"),
        ("history", name, "第五条"),
        ("doctor",),
    ):
        taken = statistics.median(_seconds(root, *words) for _ in range(runs))
        print(f"| `{' '.join(words)}` | {taken:.2f} s | {f'< {GOAL:g} s' if words[0] != 'doctor' else ''} |")


def _seconds(root: Path, *words: str) -> float:
    """The wall time of one process."""
    command = [sys.executable, "-m", "policydiff", *words, "--corpus", str(root)]
    start = time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=os.environ)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)}: {done.stderr.decode(errors='replace').strip()[-400:]}")
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
