"""Search over many clauses, beside SQL LIKE and a brute-force scan.

    python benchmarks/search.py [--clauses 200000] [--queries 40] [--scans 6]

Invents laws and their revisions, indexes them, and asks for pieces of 1 to 8 characters taken from their sentences.
Every way answers the same question: how many clauses hold it, and which are on the first page of 20.  `ours` counts
them all and ranks them, whatever the script, the width and the spelling of figures; `shown` also reads the page's
clauses and marks the words in them.  LIKE counts the rows and gives the first 20 as they come, from a table in memory.
Recall is held against the full scan.  Nothing is asserted but recall: a timing on a busy machine proves nothing.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from policydiff.index import Clause, Entry, Facts, Search, Store, parse_query
from policydiff.index.keys import forms
from policydiff.model.search import Found

PAGE = 20
LENGTHS = range(1, 9)
VERSIONS = 4
ARTICLES = 80
_SYLLABLES = (
    "水电气路桥渔牧林农工商贸税务金融信用数据网络平台设备仪器药品食品粮油仓储物流港口航运铁道公交车辆船舶飞行"
    "教学科研医疗护理养老托育文化旅游体育档案图书博物建筑房屋土地矿产森林草原湿地海洋河湖大气噪声固废能源电力"
)
_HEADS = (
    "管理",
    "监督",
    "服务",
    "建设",
    "保护",
    "开发",
    "利用",
    "规划",
    "评估",
    "检验",
    "登记",
    "许可",
    "备案",
    "公示",
    "统计",
    "调查",
    "监测",
    "治理",
    "修复",
    "改造",
    "运营",
    "维护",
)
_ACTORS = (
    "县级以上人民政府",
    "市级主管部门",
    "乡镇人民政府",
    "街道办事处",
    "行业协会",
    "经营单位",
    "建设单位",
    "用人单位",
    "检验机构",
    "金融机构",
    "高等学校",
    "科研院所",
    "个体工商户",
    "居民委员会",
    "业主大会",
    "社会组织",
)
_MODALS = ("应当", "可以", "不得", "有权", "依法", "负责", "鼓励", "支持")
_ACTS = (
    "建立",
    "健全",
    "制定",
    "公布",
    "组织",
    "实施",
    "开展",
    "加强",
    "完善",
    "落实",
    "报送",
    "保存",
    "配备",
    "申请",
    "办理",
    "审查",
    "核定",
    "撤销",
    "变更",
    "延续",
    "转让",
    "委托",
    "承担",
    "接受",
    "配合",
    "协助",
    "通报",
    "纠正",
    "限期整改",
    "统筹安排",
    "分级负责",
    "定期检查",
    "优先保障",
    "逐步推广",
)
_OBJECTS = (
    "制度",
    "方案",
    "目录",
    "标准",
    "预案",
    "档案",
    "台账",
    "经费",
    "设施",
    "场所",
    "人员",
    "资质",
    "合同",
    "报告",
    "证明",
    "名录",
    "信息系统",
    "应急演练",
    "专项资金",
    "保险",
)
_TAILS = (
    "并向社会公布",
    "接受公众监督",
    "不得收取费用",
    "具体办法另行制定",
    "法律另有规定的除外",
    "所需经费列入预算",
    "逾期视为放弃",
    "情况紧急的可以先行处置",
    "相关记录至少保存三年",
    "有关部门应当予以配合",
    "同时抄送上一级机关",
    "不得影响正常经营活动",
)


Way = tuple[Callable[[str], object], int]


def sentence(chance: random.Random, subjects: Sequence[str]) -> str:
    """An invented provision about one of a law's subjects."""
    parts = [chance.choice(_ACTORS), chance.choice(_MODALS), chance.choice(_ACTS), chance.choice(subjects)]
    parts.append(chance.choice(_HEADS) + chance.choice(_OBJECTS))
    form = chance.random()
    if form < 0.2:
        parts.append(f"，给予最高{chance.choice((5, 10, 20, 30, 50, 80, 100, 150, 200, 300, 500))}万元补助")
    elif form < 0.3:
        parts.append(f"，比例不超过百分之{chance.choice('五十') + chance.choice(('', '五'))}")
    elif form < 0.4:
        parts.append(f"，期限为{chance.randrange(1, 90)}日")
    for _ in range(chance.choice((0, 1, 2, 2, 3))):
        thing = chance.choice(subjects) + chance.choice(_HEADS) + chance.choice(_OBJECTS)
        parts.append(f"，{chance.choice(_ACTS)}{thing}")
    if chance.random() < 0.5:
        parts.append(f"，{chance.choice(_TAILS)}")
    return "".join(parts) + "。"


def laws(clauses: int) -> list[Entry]:
    """Laws of 80 provisions in four versions, of which each changes a fifth of the one before."""
    chance = random.Random(6)
    found: list[Entry] = []
    law = 0
    while sum(len(one.clauses) for one in found) < clauses:
        subjects = ["".join(chance.sample(_SYLLABLES, chance.choice((2, 2, 3, 4)))) for _ in range(12)]
        texts = [sentence(chance, subjects) for _ in range(ARTICLES)]
        for version in range(VERSIONS):
            if version:
                for at in chance.sample(range(ARTICLES), ARTICLES // 5):
                    texts[at] = sentence(chance, subjects)
            facts = Facts(
                f"law{law:05}@v{version}",
                f"law{law:05}",
                f"v{version}",
                f"{subjects[0]}条例",
                date=f"20{10 + version}-01-01",
            )
            chapter = [f"第{1 + at * 4 // ARTICLES}章" for at in range(ARTICLES)]
            found.append(
                Entry(
                    facts,
                    tuple(
                        Clause(f"u{at}", text, at * 50, f"第{at + 1}条", "", chapter[at])
                        for at, text in enumerate(texts)
                    ),
                )
            )
        law += 1
    return found


def pieces(entries: Sequence[Entry], count: int) -> dict[int, list[str]]:
    """Pieces of the sentences, so many of each length."""
    chance = random.Random(8)
    found: dict[int, list[str]] = {length: [] for length in LENGTHS}
    for length, several in found.items():
        while len(several) < count:
            text = chance.choice(chance.choice(entries).clauses).text
            at = chance.randrange(len(text) - length + 1)
            several.append(text[at : at + length])
    return found


def timed(texts: Sequence[str], way: Way) -> list[float]:
    """How long each question takes in one way; the ways do not take turns, for LIKE leaves nothing in the cache."""
    ask, most = way
    times = []
    for text in texts[:most]:
        begin = time.perf_counter()
        ask(text)
        times.append(time.perf_counter() - begin)
    return times


def shown(times: Sequence[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(times)
    return f"{statistics.median(ordered) * 1000:9.3f} {ordered[int(len(ordered) * 0.95)] * 1000:9.3f}"


def indexed(path: Path, entries: Sequence[Entry]) -> Store:
    """Put everything in, fifty versions at a time as the program does, and say how long that took."""
    clauses = sum(len(one.clauses) for one in entries)
    wall, own = time.perf_counter(), time.process_time()
    store = Store(path, "benchmark")
    for at in range(0, len(entries), 50):
        store.put(entries[at : at + 50])
    store.settle()
    wall, own = time.perf_counter() - wall, time.process_time() - own
    text = sum(len(clause.text.encode()) for one in entries for clause in one.clauses)
    size = sum(file.stat().st_size for file in path.parent.iterdir())
    print(
        f"clauses {clauses} of {text / 3 / clauses:.0f} characters, versions {len(entries)}, text {text / 1e6:.1f} MB"
    )
    print(f"built in {wall:.1f} s: {clauses / wall:.0f} clauses/s, {clauses / own:.0f} per second of processor time")
    print(f"index on disk {size / 1e6:.1f} MB ({size / text:.1f} times the text)")
    return store


def table(entries: Sequence[Entry]) -> sqlite3.Connection:
    """The same clauses as rows, in memory."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE clause (text TEXT)")
    rows = ((clause.text,) for one in entries for clause in one.clauses)
    connection.executemany("INSERT INTO clause VALUES (?)", rows)
    return connection


def main() -> int:
    """Print the figures; 1 where the index misses a clause."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=200_000)
    parser.add_argument("--queries", type=int, default=40, help="of each length")
    parser.add_argument("--scans", type=int, default=6, help="of each length, for the scan and for recall")
    options = parser.parse_args()
    entries = laws(options.clauses)
    asked = pieces(entries, options.queries)
    with tempfile.TemporaryDirectory() as folder:
        store = indexed(Path(folder) / "index.sqlite3", entries)
        return compared(store, entries, asked, options.scans)


def compared(store: Store, entries: Sequence[Entry], asked: dict[int, list[str]], scans: int) -> int:
    """Ask all three, and print a line for each length."""
    rows = table(entries)
    readings = [forms(clause.text) for one in entries for clause in one.clauses]

    def ours(text: str) -> int:
        return store.find(Search(parse_query(f'"{text}"'), limit=PAGE)).total

    def seen(text: str) -> tuple[Found, ...]:
        query = parse_query(f'"{text}"')
        return store.shown(store.find(Search(query, limit=PAGE)).page, query)

    def like(text: str) -> tuple[int, list[str]]:
        held = rows.execute("SELECT text FROM clause WHERE text LIKE ?", (f"%{text}%",))
        page = held.fetchmany(PAGE)
        return len(page) + sum(1 for _ in held), page

    def scanned(text: str) -> int:
        query = parse_query(f'"{text}"')
        return sum(query.holds(whole, parts) for whole, parts in readings)

    begin = time.perf_counter()
    ours("补助")
    print(f"first answer of a process {1000 * (time.perf_counter() - begin):.0f} ms")
    heads = ("ours p50", "p95 ms", "shown p50", "p95 ms", "LIKE p50", "p95 ms", "scan p50", "p95 ms", "LIKE/ours")
    print("\n" + " " * 8 + "".join(f"{head:>10}" for head in heads))
    every: tuple[list[float], ...] = ([], [], [], [])
    many = max(map(len, asked.values()))
    ways = (ours, many), (seen, many), (like, many), (scanned, scans)
    found = wanted = 0
    for length, texts in asked.items():
        measured = [timed(texts, way) for way in ways]
        for text in texts[:scans]:
            expected = scanned(text)
            wanted += expected
            found += min(ours(text), expected)
            if ours(text) != expected:
                print(f"MISSED: {text!r}: {ours(text)} of {expected}")
        for all_of_them, some in zip(every, measured, strict=True):
            all_of_them.extend(some)
        print(line(f"{length} char", measured))
    print(line("all", every))
    print(f"recall: ours {found / wanted:.4f}, by {wanted} clauses of the full scan")
    return int(found != wanted)


def line(name: str, measured: Sequence[Sequence[float]]) -> str:
    """A line of the table, with how many times faster the median is than that of LIKE."""
    ratio = statistics.median(measured[2]) / statistics.median(measured[0])
    return f"{name:8}" + " ".join(map(shown, measured)) + f"{ratio:10.0f}"


if __name__ == "__main__":
    sys.exit(main())
