"""Long results on a terminal: paged by the person's pager, never where nobody looks."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

LAW = "".join(f"第{number}条 渔港应当配备{number}台消防设备。\n" for number in "一二三四五六七八九")
MARK = "=paged="
PAGER = f"{sys.executable} -c \"import sys; print('{MARK}' + sys.stdin.read())\""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "law.txt"
    path.write_text(LAW * 8, encoding="utf-8")
    return path


def told(path: Path, *options: str, piped: bool = False, **named: str) -> str:
    """What `terms` shows on a terminal of 24 rows (or in a pipe, with keys from one)."""
    inner, outer = pty.openpty()
    names = {"TERM": "xterm", "COLUMNS": "80", "LINES": "24", "NO_COLOR": "1"} | named
    kept = {name: value for name, value in os.environ.items() if name not in {"PAGER", "POLICYDIFF_PAGER", "LESS"}}
    child = subprocess.Popen(
        [sys.executable, "-m", "policydiff", "terms", str(path), *options],
        stdin=outer,
        stdout=subprocess.PIPE if piped else outer,
        stderr=subprocess.DEVNULL,
        env=kept | names,
        cwd=path.parent,
    )
    os.close(outer)
    with child:
        shown = child.stdout.read() if child.stdout else b"".join(_read(inner))
    os.close(inner)
    assert child.returncode == 0
    return shown.decode("utf-8")


def _read(inner: int) -> Iterator[bytes]:
    with contextlib.suppress(OSError):  # the end of a pseudo-terminal
        while chunk := os.read(inner, 65_536):
            yield chunk


def test_a_long_result_goes_through_the_pager(law: Path) -> None:
    assert told(law, PAGER=PAGER).count(MARK) == 1
    assert told(law, PAGER="cat", POLICYDIFF_PAGER=PAGER).count(MARK) == 1


@pytest.mark.parametrize("named", ["", "cat", "no-such-program", "'"])
def test_no_pager_is_a_wish_too(law: Path, named: str) -> None:
    shown = told(law, PAGER=PAGER, POLICYDIFF_PAGER=named)
    assert MARK not in shown
    assert "九台" in shown


def test_no_pager_where_it_is_not_wanted_or_nobody_looks(law: Path) -> None:
    shown = told(law, PAGER=PAGER)
    plain = told(law, "--no-pager", PAGER=PAGER)
    assert plain.split() == shown.replace(MARK, "").split()
    assert MARK not in told(law, PAGER=PAGER, piped=True)
    assert MARK not in told(law, PAGER=PAGER, LINES="200")
    assert MARK not in told(law, "-o", "terms.md", PAGER=PAGER)
