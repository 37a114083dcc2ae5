"""A log that remembers says what a log without a memory says, whatever happened to the corpus in between."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.versions import THIRD, put_two, put_version, put_work

from policydiff import __version__, pipeline
from policydiff.errors import CorpusError
from policydiff.pipeline.logged import packed, unpacked
from policydiff.pipeline.program import program


class Notebook:
    """A memory in a dictionary; `asked` are the keys that somebody looked for."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.asked: list[str] = []

    def memo(self, key: str) -> bytes | None:
        self.asked.append(key.partition("\n")[0])
        return self.pages.get(key)

    def remember(self, key: str, data: bytes) -> None:
        self.pages[key] = data

    def whole(self) -> dict[str, object]:
        """What is remembered of whole works."""
        (page,) = [data for key, data in self.pages.items() if key.startswith("log\n")]
        return dict(json.loads(page))


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every file had been written long before: an hour from now the clock is read."""
    moment = time.time_ns() + 3600 * 10**9
    monkeypatch.setattr("policydiff.pipeline.steps.time.time_ns", lambda: moment)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = put_two(tmp_path / "corpus")
    put_version(put_work(root, "boats", "海州市渔船办法"), "2026", THIRD.replace("渔港", "渔船"))
    return root


@pytest.mark.usefixtures("at_rest")
def test_a_log_that_remembers_opens_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, fresh = Notebook(), pipeline.log(root)
    assert pipeline.log(root, memory=memory) == fresh
    assert set(memory.whole()) == {"boats", "harbours"}
    memory.asked.clear()
    with monkeypatch.context() as patched:
        patched.setattr("policydiff.corpus.tables.read_text", unasked)
        assert pipeline.log(root, memory=memory) == fresh
    assert memory.asked == ["log"]


def unasked(path: Path) -> str:
    raise AssertionError(f"{path} was read")


def edited(root: Path) -> None:
    """The same size, and the time of writing set back, as copying tools do."""
    table = root / "harbours" / "2024-final" / "version.toml"
    facts = table.stat()
    table.write_text(table.read_text(encoding="utf-8").replace("2024-08-15", "2024-08-16"), encoding="utf-8")
    os.utime(table, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert (table.stat().st_size, table.stat().st_mtime_ns) == (facts.st_size, facts.st_mtime_ns)


def exchanged(root: Path) -> None:
    """Another file in the place of a table, as old and as long as it."""
    table = root / "harbours" / "work.toml"
    facts, other = table.stat(), root / "harbours" / "other.toml"
    other.write_text(table.read_text(encoding="utf-8").replace("海州市", "山州市"), encoding="utf-8")
    os.utime(other, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    other.replace(table)


def added(root: Path) -> None:
    put_version(root / "harbours", "2026-revised", THIRD, day="2026-02-10", status="revised")


def removed(root: Path) -> None:
    shutil.rmtree(root / "harbours" / "2024-draft")


def unlisted(root: Path) -> None:
    (root / "harbours" / "2024-draft" / "version.toml").unlink()


def gone(root: Path) -> None:
    shutil.rmtree(root / "boats")


def new(root: Path) -> None:
    put_version(put_work(root, "nets", "海州市渔网办法"), "2026", THIRD.replace("渔港", "渔网"))


def broken(root: Path) -> None:
    (root / "boats" / "2026" / "version.toml").write_text("coverage = \n", encoding="utf-8")


def no_work(root: Path) -> None:
    (root / "boats" / "work.toml").unlink()


def capture_edited(root: Path) -> None:
    """The same size, and the time of writing set back."""
    page = root / "harbours" / "2024-draft" / "raw" / "page.txt"
    facts = page.stat()
    page.write_text(page.read_text(encoding="utf-8").replace("300", "900"), encoding="utf-8")
    os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def capture_gone(root: Path) -> None:
    (root / "boats" / "2026" / "raw" / "page.txt").unlink()


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        (capture_edited, "harbours@2024-draft", "was changed after it was added"),
        (capture_gone, "boats@2026", "is listed in its version.toml but is not there"),
    ],
)
def test_a_capture_that_is_not_what_it_was_is_told_as_show_tells_it(
    root: Path, change: Callable[[Path], None], name: str, words: str
) -> None:
    memory = Notebook()
    assert pipeline.log(root, memory=memory).faults == ()
    change(root)
    with pytest.raises(CorpusError) as shown:
        pipeline.show(root, name)
    for found in (pipeline.log(root, memory=memory), pipeline.log(root, memory=memory), pipeline.log(root)):
        assert [(fault.name, fault.sentence) for fault in found.faults] == [(name, str(shown.value))]
        assert words in found.faults[0].sentence
        assert not any(version.step for work in found.works for version in work.versions if work.work.id in name)
    (one,) = pipeline.log(root, name.partition("@")[0], memory=memory).faults
    assert one.sentence == str(shown.value)


def test_another_program_takes_nothing_over(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Notebook()
    pipeline.log(root, memory=memory)
    before = set(memory.pages)
    monkeypatch.setattr("policydiff.pipeline.memory.program", lambda: "another")
    pipeline.log(root, memory=memory)
    assert {key.partition("\n")[0] for key in set(memory.pages) - before} == {key.partition("\n")[0] for key in before}


def test_a_program_is_its_release_and_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> str:
        program.cache_clear()
        return program()

    own = told()
    assert own.startswith(f"{__version__} ")
    package = tmp_path / "policydiff"
    for name in ("__init__.py", "terms/units.py"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("a = 1\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("policydiff.__file__", str(package / "__init__.py"))
        first = told()
        (package / "__pycache__").mkdir()
        (package / "__pycache__" / "units.pyc").write_bytes(b"x")
        assert told() == first
        (package / "terms" / "units.py").write_text("a = 12\n", encoding="utf-8")
        second = told()
        (package / "terms" / "frames.py").write_text("", encoding="utf-8")
        assert len({own, first, second, told()}) == 4
        patched.setattr("policydiff.__file__", str(tmp_path / "policydiff.zip" / "__init__.py"))
        assert told() == __version__
    assert told() == own


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("change", [edited, exchanged, added, removed, unlisted, gone, new, broken, no_work])
def test_every_change_is_seen(root: Path, change: Callable[[Path], None]) -> None:
    memory = Notebook()
    before = pipeline.log(root, memory=memory)
    change(root)
    after = pipeline.log(root, memory=memory)
    assert after == pipeline.log(root)
    assert after != before
    assert pipeline.log(root, memory=memory) == after


@pytest.mark.usefixtures("at_rest")
def test_what_is_broken_is_told_each_time_and_mended_at_once(root: Path) -> None:
    memory = Notebook()
    sound = pipeline.log(root, memory=memory)
    table = root / "boats" / "2026" / "version.toml"
    text = table.read_text(encoding="utf-8")
    broken(root)
    for _ in range(2):
        found = pipeline.log(root, memory=memory)
        assert [fault.name for fault in found.faults] == ["boats@2026"]
        assert "version.toml, line 1" in found.faults[0].sentence
    table.write_text(text, encoding="utf-8")
    assert pipeline.log(root, memory=memory) == sound


@pytest.mark.usefixtures("at_rest")
def test_a_step_that_could_not_be_told_is_tried_again(root: Path) -> None:
    memory, page = Notebook(), root / "harbours" / "2024-final" / "raw" / "page.txt"
    data = page.read_bytes()
    page.unlink()
    troubled = pipeline.log(root, memory=memory).works[1].versions[1]
    assert "is not there" in (troubled.trouble or "")
    page.write_bytes(data)
    assert pipeline.log(root, memory=memory).works[1].versions[1].step is not None


def test_what_was_written_just_now_is_not_remembered(root: Path) -> None:
    """Two edits within one tick of the clock of a file system look like one."""
    memory = Notebook()
    pipeline.log(root, memory=memory)
    assert not any(key.startswith("log\n") for key in memory.pages)
    assert any(key.startswith("step\n") for key in memory.pages)


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize(
    "entry", [None, 1, [], [[1], ["2024"]], [[], [], ["x"]], [[], [], ["a", "b", None, [], [[1] * 9]]], {"a": 1}]
)
def test_whatever_a_memory_holds_instead_is_no_harm(root: Path, entry: object) -> None:
    memory = Notebook()
    fresh = pipeline.log(root, memory=memory)
    (key,) = [key for key in memory.pages if key.startswith("log\n")]
    memory.pages[key] = json.dumps({"harbours": entry, "boats": entry, "": entry}).encode()
    assert pipeline.log(root, memory=memory) == fresh
    for page in (b"", b"[]", b"\xff", b'{"harbours": {}}', b"[" * 100_000):
        memory.pages[key] = page
        assert pipeline.log(root, memory=memory) == fresh


def test_a_logged_work_comes_back_as_it_was_packed(root: Path) -> None:
    for work in pipeline.log(root).works:
        data = packed(work)
        assert data is not None
        assert unpacked(json.loads(json.dumps(data))) == work


def test_what_is_remembered_stays_out_of_git(root: Path) -> None:
    pipeline.log(root, memory=pipeline.open_memory(root))
    ignored = root / ".policydiff" / ".gitignore"
    assert ignored.read_text(encoding="utf-8") == "*\n"
    ignored.write_bytes(b"")  # what a full disk leaves
    pipeline.log(root, memory=pipeline.open_memory(root))
    assert ignored.read_text(encoding="utf-8") == "*\n"
