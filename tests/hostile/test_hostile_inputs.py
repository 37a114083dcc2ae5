"""Whatever a stranger sends ends soon: in a text, or in one sentence that a person can act on.

Every case goes through reading, cleaning and segmentation; while it does, nothing is written and no network is touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.hostile import CASES, OFFICE, Case

from policydiff import pipeline
from policydiff.errors import InputError

SECONDS = 5.0
"""Of processor time for one case, on a machine several times slower than ours; most take less than a tenth of it."""

MEMORY = 2_000_000_000
"""Bytes of address space for a whole run of the command."""

ADVICE = ("name ", "save ", "ask for ", "cut out ", "open it ", "unpack ", "recognise ", "install ", "run OCR ")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = (
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "tempfile.",
    "shutil.",
)
STARTS = ("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "socket.")

WORST = (
    "a megabyte of <",
    "a megabyte of ·",
    "two megabytes on one line",
    "a million lines",
    "1. as lines",
    "mojibake by one byte",
    "characters of all scripts",
    "brackets 100,000 deep",
    "10,000 nested divs",
    "50,000 nested spans",
    "a row of 8,000 cells",
    "a page of paragraphs of one character",
    "entities that laugh",
    "half a million empty elements",
    "XML that unpacks to 200 MB",
    "an OFD of a hundred thousand steps",
    "a PDF of packed streams that never end",
    "drawings that double twenty times",
    "a drawing in LZW",
    "a drawing that unpacks to 30 MB",
)
"""The cases that were slowest, took the most memory, or were once answered wrongly."""
COMMANDS = (("clean",), ("outline",), ("terms",), ("diff", "other.txt"))
LIMITED = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
from policydiff.cli import main
main()
"""

_watched: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Keep what would change the disk, start a program or use the network; the interpreter tells of all of them."""
    if _watched is None:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & WRITES:
            _watched.append(f"open {path}")
    elif event.startswith((*CHANGES, *STARTS)):
        _watched.append(event)


@pytest.fixture(scope="module", autouse=True)
def watching() -> None:
    """Be told of what the interpreter does; there is no way to stop being told, so `_watched` decides."""
    sys.addaudithook(_watch)


@pytest.fixture
def harmless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to be in, without LibreOffice; in the end nothing has been written, started or connected to."""
    global _watched
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    seen = list[str]()
    yield tmp_path
    _watched, seen = None, _watched or seen
    assert seen == []


def begin() -> float:
    """From here on nothing may be written; the processor time so far."""
    global _watched  # noqa: PLW0603 - as above
    _watched = []
    return time.process_time()


def is_one_sentence(told: str, file: str) -> bool:
    """One line that names the file, says what to do, and shows nothing of the program's inside."""
    inside = ("Traceback", "Error(", " object at 0x", "b'", "<class", "None")
    assert told.isprintable(), told
    assert told.startswith(f"{file} "), told
    assert any(word in told for word in ADVICE), told
    assert not any(word in told for word in inside), told
    return len(told) < 300


def test_there_are_enough_of_them() -> None:
    print(f"{len(CASES)} hostile inputs")
    assert len(CASES) >= 150
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_ends_in_a_text_or_in_one_sentence(case: Case, harmless: Path) -> None:
    path = harmless / case.file
    path.write_bytes(case.make())
    start = begin()
    try:
        version = pipeline.load(case.file, corpus=harmless)
    except InputError as error:
        assert is_one_sentence(str(error), case.file)  # noqa: PT017 - either end is right
    else:
        assert version.documents[0].clean.source.text.strip()
    spent = time.process_time() - start
    assert spent < SECONDS, f"{spent:.1f} s"
    assert [entry.name for entry in harmless.iterdir()] == [case.file]


@pytest.mark.parametrize("name", WORST[1::2])
def test_figures_and_differences_of_the_worst_end_soon(name: str, harmless: Path) -> None:
    case = next(case for case in CASES if case.name == name)
    (harmless / case.file).write_bytes(case.make())
    start = begin()
    try:
        version = pipeline.load(case.file, corpus=harmless)
    except InputError:
        return
    comparison = pipeline.compare(version, version)
    assert comparison.old is comparison.new
    assert time.process_time() - start < 2 * SECONDS


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on memory is one of Unix")
@pytest.mark.parametrize("name", WORST)
def test_the_command_answers_in_bounded_memory(name: str, tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == name)
    command = COMMANDS[WORST.index(name) % len(COMMANDS)]
    (tmp_path / case.file).write_bytes(case.make())
    (tmp_path / "other.txt").write_text("第一条 停车费每小时最高8元。\n", encoding="utf-8")
    words = [sys.executable, "-c", LIMITED, command[0], case.file, *command[1:]]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    told = done.stderr.decode()
    assert "Traceback" not in told, told[-2000:]
    if done.returncode == 2:
        assert done.stdout == b""
        lines = [line.removeprefix("policydiff: ") for line in told.splitlines()]
        assert len(lines) == 1, told
        assert is_one_sentence(lines[0], case.file)
    else:
        assert done.returncode in ((0, 1) if command[0] == "diff" else (0,)), told[-2000:]
        done.stdout.decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({case.file, "other.txt"})


@pytest.mark.skipif(not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed")
@pytest.mark.parametrize("case", OFFICE, ids=lambda case: case.name)
def test_libreoffice_fails_in_one_sentence_and_leaves_nothing(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / case.file).write_bytes(case.make())
    try:
        assert pipeline.load(case.file, corpus=tmp_path).documents
    except InputError as error:
        assert is_one_sentence(str(error), case.file)  # noqa: PT017 - either end is right
    assert list((tmp_path / "temporary").iterdir()) == []
