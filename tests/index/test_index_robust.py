"""An index file that is broken, alien, shared, killed over or has no room: it answers, or it is made anew."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from support.clauses import plain

from policydiff.index import BrokenIndexError, Entry, Search, Store, UnusableIndexError, parse_query
from policydiff.index import writing as writing_module

KILLS = 64
CLAUSES = 12
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def own_word(number: int) -> str:
    """A word of a version's own: no numeral, and no character that another one folds to."""
    return "编号" + "".join("甲乙丙丁戊己庚辛"[number // size % 8] for size in (64, 8, 1))


def version(number: int, fingerprint: str = "1") -> Entry:
    """A version whose clauses, and no others, hold its own word."""
    word = own_word(number)
    return plain(
        f"w{number}@a", [f"{word}：对第{at}类企业给予{at + 1}万元补助。" for at in range(CLAUSES)], fingerprint
    )


def is_whole(store: Store) -> int:
    """Assert that every version that is in the index is there whole; how many there are."""
    names = store.fingerprints()
    for name in names:
        number = int(name[1:].partition("@")[0])
        found = store.find(Search(parse_query(own_word(number)), limit=CLAUSES + 1))
        assert found.total == CLAUSES
        assert {one.facts.name for one in found.page} == {name}
        assert len(store.shown(found.page, parse_query("补助"))) == CLAUSES
    assert store.size() == CLAUSES * len(names)
    return len(names)


def forked(work: Callable[[], None]) -> int:
    """Do something in a process of its own; its id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # numpy's idle threads: the child uses none of them
        child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(code)
    return child


@needs_fork
def test_nothing_that_was_put_in_is_lost_or_halved_by_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(writing_module, "_MANY", 3)
    path, chance = tmp_path / "i.sqlite3", random.Random(7)
    reported: set[str] = set()
    killed = inside = 0
    started = time.monotonic()
    while killed < KILLS:
        receive, send = os.pipe()

        def work(killed: int = killed, send: int = send) -> None:
            with Store(path, "1") as store:
                for number in range(killed % 16 * 20, killed % 16 * 20 + 400):
                    one = version(number % 320, str(killed))
                    store.put([one])
                    os.write(send, f"{one.facts.name}\n".encode())

        child = forked(work)
        os.close(send)
        stream = os.fdopen(receive, encoding="utf-8")
        told = [stream.readline().strip() for _ in range(chance.choice((0, 1, 1, 2, 5)))]
        time.sleep(chance.uniform(0.0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with stream:
            told += stream.read().split()
        reported |= set(told)
        inside += bool(told)
        killed += 1
        with Store(path, "1") as store:
            assert reported <= set(store.fingerprints())
            if killed % 8 == 0:
                is_whole(store)
    with Store(path, "1") as store:
        there = is_whole(store)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with capsys.disabled():
        print(f" [{killed} kills, {inside} behind a first version, {there} versions whole]", end="")
    assert inside > KILLS / 2
    assert time.monotonic() - started < 60


@needs_fork
def test_four_processes_put_in_and_search_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_module, "_MANY", 3)
    path = tmp_path / "i.sqlite3"

    def work(first: int) -> Callable[[], None]:
        def run() -> None:
            with Store(path, "1") as store:
                for number in range(first, 60, 3):  # some of them by several processes
                    store.put([version(number)])
                    assert store.find(Search(parse_query("补助"), limit=5)).total % CLAUSES == 0
                store.settle()
                assert len(store.fingerprints()) >= 20

        return run

    children = [forked(work(first)) for first in (0, 1, 2, 1)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0, 0, 0, 0]
    with Store(path, "1") as store:
        assert is_whole(store) == 60


def made(path: Path, program: str = "1") -> bytes:
    """An index with some versions in it; its bytes."""
    with Store(path, program) as store:
        store.put([version(number) for number in range(8)])
        store.settle()
    return path.read_bytes()


def test_an_index_of_another_release_is_emptied(tmp_path: Path) -> None:
    made(tmp_path / "i")
    with Store(tmp_path / "i", "2") as store:
        assert store.fingerprints() == {}
        store.put([version(1)])
        assert is_whole(store) == 1
    with Store(tmp_path / "i", "1") as store:
        assert store.fingerprints() == {}


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 99", "PRAGMA application_id = 7", "DELETE FROM fact"])
def test_an_index_of_another_layout_is_emptied(tmp_path: Path, statement: str) -> None:
    made(tmp_path / "i")
    connection = sqlite3.connect(tmp_path / "i")
    connection.execute('CREATE VIEW "a""b" AS SELECT * FROM clause')
    connection.execute(statement)
    connection.commit()
    connection.close()
    with Store(tmp_path / "i", "1") as store:
        assert store.fingerprints() == {}
        store.put([version(1)])
        assert is_whole(store) == 1


def test_a_database_of_somebody_else_s_is_refused_or_emptied(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "i")
    connection.execute("CREATE TABLE clause (other)")
    connection.commit()
    connection.close()
    with Store(tmp_path / "i", "1") as store:
        store.put([version(1)])
        assert is_whole(store) == 1


@pytest.mark.parametrize("data", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_broken(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "i").write_bytes(data)
    with pytest.raises(BrokenIndexError):
        Store(tmp_path / "i", "1")
    with pytest.raises(BrokenIndexError):
        Store(tmp_path / "i", "1", readonly=True)


def test_bytes_turned_over_are_never_a_wrong_answer(tmp_path: Path) -> None:
    """Anywhere in the file: the answer is the right one, or the index is broken, or it was emptied."""
    whole, chance = made(tmp_path / "good"), random.Random(3)
    outcomes = {"right": 0, "broken": 0, "empty": 0}
    for number in range(120):
        path = tmp_path / f"{number}"
        data = bytearray(whole)
        at = chance.randrange(len(data) - 64)
        for place in range(at, at + chance.choice((1, 8, 64))):
            data[place] ^= chance.randrange(1, 256)
        path.write_bytes(data)
        try:
            with Store(path, "1") as store:
                if not store.fingerprints():
                    outcomes["empty"] += 1
                    continue
                found = store.find(Search(parse_query("编号甲甲乙 补助"), limit=20))
                shown = store.shown(found.page, parse_query("编号甲甲乙 补助"))
                assert found.total == CLAUSES
                assert all("编号甲甲乙" in one.text or one.text.count("补") for one in shown)
                outcomes["right"] += 1
        except (BrokenIndexError, UnusableIndexError):
            outcomes["broken"] += 1
    assert outcomes["right"] > 20
    assert outcomes["broken"] > 5


def test_a_folder_in_the_way_or_none_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "i", tmp_path / "folder"):
        with pytest.raises(UnusableIndexError):
            Store(path, "1")


def test_no_room_on_the_disk_leaves_what_was_there(tmp_path: Path) -> None:
    made(tmp_path / "i")
    with Store(tmp_path / "i", "1") as store:
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(UnusableIndexError, match="full"):
            store.put([version(number) for number in range(8, 200)])
        assert is_whole(store) == 8


def test_an_index_that_may_only_be_read(tmp_path: Path) -> None:
    made(tmp_path / "i")
    before = sorted(tmp_path.iterdir())
    with Store(tmp_path / "i", "1", readonly=True) as store:
        assert is_whole(store) == 8
        with pytest.raises(UnusableIndexError):
            store.put([version(9)])
    with pytest.raises(BrokenIndexError):
        Store(tmp_path / "i", "2", readonly=True)
    with pytest.raises(UnusableIndexError):
        Store(tmp_path / "none", "1", readonly=True)
    assert sorted(tmp_path.iterdir()) == before


def test_a_discarded_index_is_made_anew_but_not_another_one_s(tmp_path: Path) -> None:
    path = tmp_path / "i"
    made(path)
    store = Store(path, "1")
    store.discard()
    assert not path.exists()
    first = Store(path, "1")
    path.replace(tmp_path / "old")
    made(path)  # another process was quicker
    first.discard()
    with Store(path, "1") as found:
        assert is_whole(found) == 8
