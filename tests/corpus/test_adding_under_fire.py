"""Adding while others add, while somebody pulls the plug, and while the disk is full."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.children import needs_fork, start
from support.versions import SECOND, THIRD, file, put_version, put_work

from policydiff import pipeline
from policydiff.corpus import find_version, read_capture, survey
from policydiff.corpus.checking import clear_leftovers, examine, leftovers
from policydiff.errors import OutputError
from policydiff.pipeline import Wishes

KILLS = 70
TEXT = """云泽市{subject}管理办法

第一条　为了加强{subject}管理，根据有关法律、法规，结合本市实际，制定本办法。
第二条　从事{subject}经营的，应当自开业之日起{days}日内备案。
第三条　本办法自2025年{month}月1日起施行。
"""
SUBJECTS = (
    "渔港",
    "停车",
    "户外广告",
    "电动自行车",
    "建筑垃圾",
    "公共浴池",
    "旧书",
    "摄影",
    "糕点",
    "陶艺",
    "登山",
    "龙舟",
)


def text(number: int) -> str:
    """One of any number of texts: twelve works, each with as many versions as are asked for."""
    return TEXT.format(subject=SUBJECTS[number % len(SUBJECTS)], days=number + 5, month=number % 12 + 1)


def adding(root: Path, folder: Path, numbers: range) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        for number in numbers:
            path = file(folder, f"{number}.txt", text(number))
            result = pipeline.add(root, str(path), Wishes(version=f"v{number}")).result
            assert result is not None
            say(f"{result.version_name} {hashlib.sha256(text(number).encode()).hexdigest()}")

    return work


def holds(root: Path, reported: list[str]) -> None:
    """Nothing that is seen is broken, and all that was reported is there."""
    found = survey(root) if root.is_dir() else None
    if found is None:
        assert not reported
        return
    assert found.faults == ()
    seen = {}
    for work in found.works:
        for version in work.versions:
            (source,) = version.sources
            read_capture(source)
            seen[version.name] = source.sha256
    for line in reported:
        name, _, sha256 = line.partition(" ")
        assert seen.get(name) == sha256, line


@needs_fork
def test_nothing_is_lost_when_the_plug_is_pulled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, chance = tmp_path / "corpus", random.Random(7)
    pipeline.add(tmp_path / "warm", str(file(tmp_path, "warm.txt", text(0))), Wishes())
    began = time.perf_counter()
    pipeline.add(tmp_path / "warm", str(file(tmp_path, "warmer.txt", text(1))), Wishes())
    longest = max(0.15, 5 * (time.perf_counter() - began))  # a slow machine gets as far as a quick one
    reported: list[str] = []
    cut_short = 0
    for kill in range(KILLS):
        child = start(adding(root, tmp_path / "incoming", range(kill * 1000, kill * 1000 + 1000)))
        time.sleep(chance.uniform(0.0, longest))
        said = child.kill()
        cut_short += not said
        reported += said
        holds(root, reported)
    assert not any(line.startswith("FAILED") for line in reported)
    assert len(reported) > KILLS / 10
    faults, remains = {note.code for note in examine(root)[1]}, leftovers(root)
    assert faults <= {"leftover", "unlisted", "unmarked", "undated", "no_versions", "same_day"}
    assert clear_leftovers(root) == remains
    assert leftovers(root) == ()
    holds(root, reported)
    with capsys.disabled():
        print(
            f"\n{KILLS} kills, {len(reported)} additions reported, {cut_short} runs without one, {len(remains)} remains"
        )


@needs_fork
def test_four_at_once_never_lose_one(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    children = [start(adding(root, tmp_path / f"incoming{n}", range(n * 12, n * 12 + 12))) for n in range(4)]
    reported = [line for child in children for line in child.wait()]
    assert not [line for line in reported if line.startswith("FAILED")]
    assert len(reported) == 48
    holds(root, reported)
    assert len(survey(root).works) == len(SUBJECTS), "each new work was made by one of the four and found by the others"


@needs_fork
def test_four_at_once_with_the_same_text_add_it_once(tmp_path: Path) -> None:
    root, path = tmp_path / "corpus", file(tmp_path, "page.txt", SECOND)

    def work(say: Callable[[str], None]) -> None:
        result = pipeline.add(root, str(path), Wishes()).result
        say(str(result.added if result is not None else None))

    children = [start(work) for _ in range(4)]
    assert sorted(line for child in children for line in child.wait()) == ["False", "False", "False", "True"]


@pytest.mark.parametrize("at", range(3))
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    root = tmp_path / "corpus"
    pipeline.add(root, str(file(tmp_path, "first.txt", text(0))), Wishes())
    before = everything(root)
    calls = iter(range(100))

    def full(_: int) -> None:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="the disk is full; make room or choose another place"):
            pipeline.add(root, str(file(tmp_path, "second.txt", text(1))), Wishes())
    assert everything(root) == before
    done = pipeline.add(root, str(tmp_path / "second.txt"), Wishes())
    assert done.result is not None
    assert done.result.added


def everything(root: Path) -> dict[str, bytes | None]:
    found = (path for path in sorted(root.rglob("*")) if ".policydiff" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in found}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter, too."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@needs_fork
def test_a_corpus_that_may_only_be_read_is_read(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = open_folder / "corpus"
    work = put_work(root)
    put_version(work, "2024-final", SECOND, day="2024-08-15", status="official")
    put_version(work, "2026-revised", THIRD, day="2026-02-10", status="revised")
    monkeypatch.setenv("XDG_CACHE_HOME", str(open_folder / "cache"))

    def read(root: Path, say: Callable[[str], object]) -> None:
        told = pipeline.log(root, memory=pipeline.open_memory(root))
        say(str(len(told.works[0].versions)))
        say(pipeline.show(root, "harbours@2025-01-01").version.id)
        say(str(len(pipeline.history(root, "harbours", "第三条").stops)))
        say(str(pipeline.checkup(root).sound))
        try:
            pipeline.add(root, str(root / "harbours" / "work.toml"), Wishes(work="harbours"))
        except OutputError as error:
            say(str(error))

    def read_as_nobody(say: Callable[[str], None]) -> None:
        read(copy, str)  # loads every module: nobody may not even read the folder of the interpreter
        if os.geteuid() == 0:
            os.setuid(65534)
        assert not os.access(root, os.W_OK)
        read(root, say)

    copy = shutil.copytree(root, open_folder / "copy")
    before = everything(root)
    for path in (*root.rglob("*"), root):
        path.chmod(0o555 if path.is_dir() else 0o444)
    said = start(read_as_nobody).wait()
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert said[:4] == ["2", "2024-final", "2", "True"]
    assert "cannot write to the corpus" in said[4]
    assert everything(root) == before
    assert find_version(root, "harbours", "2024-final").id == "2024-final"
