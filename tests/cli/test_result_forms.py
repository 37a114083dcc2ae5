"""The forms of a result: what -o FILE asks for, what a pipe may carry, what makes no sense."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import is_zipfile

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
STARTS = {
    "a.md": b"# ",
    "a.html": b"<!DOCTYPE html>",
    "a.json": b"{",
    "a.csv": b"\xef\xbb\xbf",
    "A.DOCX": b"PK",
    "a.xlsx": b"PK",
    "a.txt": "《".encode(),
    "a": "《".encode(),
}


@pytest.mark.parametrize("name", STARTS)
def test_the_suffix_of_a_file_decides_its_form(name: str, run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("diff", "draft.txt", "final.txt", "-o", name)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert (tmp_path / name).read_bytes().startswith(STARTS[name])


def test_a_named_form_outweighs_the_suffix(run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    run("diff", "draft.txt", "final.txt", "--format", "text", "-o", "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith("《")
    run("diff", "draft.txt", "final.txt", "--format", "redline", "-o", "a.docx")
    assert is_zipfile(tmp_path / "a.docx")


def test_a_file_that_the_command_cannot_write_is_refused(run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("align", "draft.txt", "final.txt", "-o", "a.docx")
    assert done.returncode == 2
    assert b"a.docx would be a docx file" in done.stderr
    assert b"text, md, json" in done.stderr
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("form", ["docx", "redline", "xlsx", "csv"])
def test_a_pipe_carries_any_form(form: str, run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("diff", "draft.txt", "final.txt", "--format", form)
    assert (done.returncode, done.stderr) == (1, b"")
    run("diff", "draft.txt", "final.txt", "--format", form, "-o", "file")
    assert done.stdout == (tmp_path / "file").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
def test_a_terminal_gets_no_word_file(texts: tuple[Path, Path], tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - not there on every system

    main, terminal = pty.openpty()
    words = [sys.executable, "-m", "policydiff", "diff", "draft.txt", "final.txt", "--format", "docx"]
    done = subprocess.run(words, cwd=tmp_path, stdout=terminal, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(terminal)
    os.close(main)
    assert done.returncode == 2
    assert b"a terminal cannot show" in done.stderr
    assert b"-o changes.docx" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--format", "md", "--table", "articles"), b"--table"),
        (("--format", "xlsx", "--types"), b"--types"),
        (("--format", "redline", "--only", "substantive"), b"redline shows every change"),
        (("--format", "redline", "--fold-replacements"), b"redline shows every change"),
    ],
)
def test_options_that_do_not_go_together(
    arguments: tuple[str, ...], why: bytes, run: Run, texts: tuple[Path, Path]
) -> None:
    done = run("diff", "draft.txt", "final.txt", "-o", "x", *arguments)
    assert done.returncode == 2
    assert why in done.stderr


def test_a_report_is_no_text_for_a_redline(run: Run, corpus: Path, tmp_path: Path) -> None:
    done = run("diff", "robots@2024-draft", "robots@2025-final", "--format", "redline", "-o", "a.docx")
    assert done.returncode == 2
    assert b"robots@2025-final is known only through reports" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "a.docx").exists()


def test_either_table_as_csv(run: Run, texts: tuple[Path, Path]) -> None:
    figures = run("diff", "draft.txt", "final.txt", "--format", "csv").stdout.decode("utf-8-sig")
    articles = run("diff", "draft.txt", "final.txt", "--format", "csv", "--table", "articles").stdout.decode(
        "utf-8-sig"
    )
    assert figures.startswith("条款 Article,")
    assert "500000,,,最高80万元,800000" in figures
    assert "删除" in articles


def test_a_report_is_written_in_every_form(run: Run, corpus: Path, tmp_path: Path) -> None:
    assert run("report").returncode == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "reports").iterdir()}
    kinds = [f"{lang}.{suffix}" for lang in ("zh", "en") for suffix in ("md", "html", "docx", "xlsx")]
    assert set(first) == {f"robots.{kind}" for kind in [*kinds, "figures.csv", "articles.csv", "json"]}
    assert run("report").returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "reports").iterdir()} == first
