"""Whatever a person gets wrong is answered by one clear sentence and exit code 2, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.versions import everything

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def is_one_sentence(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    told = done.stderr.decode()
    assert done.returncode == 2, told
    assert done.stdout == b""
    assert told.startswith("policydiff: ")
    assert told.count("\n") == 1
    assert "Traceback" not in told
    for word in words:
        assert word in told


READERS = [("terms",), ("clean",), ("outline",), ("search", "补助"), ("diff", "draft.txt"), ("align", "draft.txt")]


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "binary"])
def test_a_file_that_cannot_be_read(
    run: Run, tmp_path: Path, texts: tuple[Path, Path], command: tuple[str, ...], kind: str
) -> None:
    path = tmp_path / f"{kind}.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    before = everything(tmp_path)
    is_one_sentence(run(*command, path.name), path.name)
    assert everything(tmp_path) == before


def test_an_unknown_work(run: Run, corpus: Path) -> None:
    is_one_sentence(run("outline", "robot@2024-draft"), '"robot"', "did you mean robots?")
    is_one_sentence(run("report", "robot"), "robot")
    is_one_sentence(run("search", "补助", "--work", "robot"), 'no work "robot"; it has robots')


def test_an_unknown_version(run: Run, corpus: Path) -> None:
    is_one_sentence(run("diff", "robots@2024-draft", "robots@2025"), '"2025"', "did you mean 2025-final?")


def test_a_word_that_is_neither_file_nor_version(run: Run, corpus: Path) -> None:
    is_one_sentence(run("outline", "robots"), "robots")


def test_a_corpus_that_is_not_there(run: Run, tmp_path: Path) -> None:
    is_one_sentence(run("report"), "corpus")
    is_one_sentence(run("search", "补助", "--corpus", "elsewhere"), "elsewhere")
    is_one_sentence(run("diff", "a@1", "a@2", "--corpus", "elsewhere"), "elsewhere")
    assert everything(tmp_path) == {}


@pytest.mark.parametrize("command", [("report",), ("outline", "robots@2024-draft")])
@pytest.mark.parametrize("file", ["work.toml", "2024-draft/version.toml"])
def test_a_malformed_toml_is_named_with_its_line(
    run: Run, corpus: Path, tmp_path: Path, command: tuple[str, ...], file: str
) -> None:
    path = corpus / "robots" / file
    lines = path.read_text(encoding="utf-8").count("\n")
    with path.open("a", encoding="utf-8") as stream:
        stream.write("\n这不是 TOML\n")
    before = everything(tmp_path)
    is_one_sentence(run(*command), str(Path("corpus", "robots", file)), f"line {lines + 2}", "not valid TOML")
    assert everything(tmp_path) == before


def test_a_wrong_value_is_named_with_its_line(run: Run, corpus: Path) -> None:
    path = corpus / "robots" / "2024-draft" / "version.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"full"', '"whole"'), encoding="utf-8")
    is_one_sentence(run("report"), "version.toml, line 2", '"coverage" must be "full" or "excerpt", not "whole"')


def test_a_changed_capture(run: Run, corpus: Path) -> None:
    (corpus / "robots" / "2024-draft" / "raw" / "page.txt").write_text("改过了", encoding="utf-8")
    is_one_sentence(run("report"), "page.txt was changed after it was added")


@pytest.mark.parametrize(
    "command",
    [("diff", "draft.txt", "final.txt", "-o"), ("terms", "draft.txt", "-o"), ("report", "--output")],
    ids=lambda command: command[0],
)
def test_an_output_that_cannot_be_written(
    run: Run, tmp_path: Path, corpus: Path, texts: tuple[Path, Path], command: tuple[str, ...]
) -> None:
    (tmp_path / "in-the-way").write_bytes(b"stays")
    before = everything(tmp_path)
    is_one_sentence(run(*command, "in-the-way/result"), "cannot write in-the-way", "is a file, not a folder")
    if command[0] != "report":
        is_one_sentence(run(*command, "corpus"), "cannot write corpus: it is a folder")
    assert everything(tmp_path) == before


def test_a_report_is_written_whole_or_not_at_all(run: Run, tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "reports" / "robots.json").mkdir(parents=True)
    before = everything(tmp_path)
    is_one_sentence(run("report"), "robots.json: it is a folder")
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("fly",), ("No such command 'fly'", "policydiff --help")),
        (("diff", "only-one.txt"), ("'NEW'", "policydiff diff --help")),
        (
            ("diff", "a.txt", "b.txt", "--format", "gif"),
            ("'gif'", "'text', 'md', 'html', 'docx', 'redline', 'xlsx', 'csv', 'json'"),
        ),
        (("terms", "a.txt", "--colour"), ("--colour",)),
        (("outline", "ftp://example.org/1.html"), ("neither http nor https",)),
        (("add", "a.txt", "b.txt", "--url", "https://example.org/1"), ("--url", "one FILE")),
        (("search", "x", "--limit", "0"), ("--limit",)),
        (("search", "x", "a.txt", "--work", "w"), ("give it or files, not both", "policydiff search --help")),
    ],
)
def test_a_wrong_command_line(run: Run, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    told = run(*arguments)
    is_one_sentence(told, *words)


def start(body: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with one function of the pipeline replaced by `body`."""
    code = (
        "import sys\nfrom policydiff import pipeline\nfrom policydiff.cli import main\n"
        f"def stand_in(*args, **kwargs):\n    {body}\n"
        "pipeline.load = stand_in\nmain(sys.argv[1:])\n"
    )
    words = [sys.executable, "-c", code, *arguments]
    return subprocess.run(words, capture_output=True, check=False, timeout=120)


def test_an_interruption_ends_with_130_and_without_a_traceback(tmp_path: Path) -> None:
    output = tmp_path / "result.md"
    done = start("raise KeyboardInterrupt", "diff", "a.txt", "b.txt", "-o", str(output))
    assert done.returncode == 130
    assert done.stdout == b""
    assert done.stderr.decode().split() == ["policydiff:", "interrupted"]
    assert everything(tmp_path) == {}


def test_a_bug_shows_its_traceback_and_does_not_pass_for_a_difference() -> None:
    done = start("raise ZeroDivisionError('ours')", "diff", "a.txt", "b.txt")
    assert done.returncode == 2
    assert "Traceback" in done.stderr.decode()
    assert "ZeroDivisionError: ours" in done.stderr.decode()


@pytest.mark.parametrize(
    "command", [("diff", "draft.txt", "final.txt"), ("clean", "draft.txt"), ("terms", "draft.txt")]
)
def test_a_result_never_takes_the_place_of_what_it_was_made_from(
    run: Run, tmp_path: Path, texts: tuple[Path, Path], command: tuple[str, ...]
) -> None:
    before = everything(tmp_path)
    is_one_sentence(run(*command, "-o", "draft.txt"), "draft.txt", "name another file")
    assert everything(tmp_path) == before


def test_a_result_never_lands_among_the_captures(
    run: Run, tmp_path: Path, corpus: Path, texts: tuple[Path, Path]
) -> None:
    raw = next(corpus.glob("*/*/raw"))
    before = everything(tmp_path)
    is_one_sentence(run("clean", "draft.txt", "-o", str(raw / "clean.txt")), "captures")
    assert everything(tmp_path) == before


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_a_saved_error_page_is_no_text(
    run: Run, tmp_path: Path, texts: tuple[Path, Path], command: tuple[str, ...]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>404</title><h1>您要找的页面不存在或者已被删除</h1><p>5秒后返回首页</p>", encoding="utf-8")
    is_one_sentence(run(*command, "page.html"), "page.html holds a page that says there is no such page")


def test_a_saved_login_page_is_not_kept(run: Run, tmp_path: Path, corpus: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<title>登录</title><form>账号<input>密码<input type="password"></form>', encoding="utf-8")
    before = everything(tmp_path)
    is_one_sentence(run("add", "page.html", "--work", "jz", "--version", "final", "--title", "某办法"), "login page")
    assert everything(tmp_path) == before


def test_a_search_for_nothing(run: Run, corpus: Path) -> None:
    is_one_sentence(run("search", ' "" '), "no words")


def test_the_command_alone_shows_its_help(run: Run) -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Usage: policydiff [OPTIONS] COMMAND")
