"""The command search: filters, pages, forms, and a corpus that is not as it should be.

In this process, for there are many; `test_commands` runs it as one of its own.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policydiff import cli

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else True


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in a folder of its own; every output is bytes."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        out, err = capsysbinary.readouterr()
        return subprocess.CompletedProcess(arguments, int(str(ended.value.code)), out, err)

    return command


def found(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr.decode()
    value = json.loads(done.stdout)
    assert isinstance(value, dict)
    return value


def names(done: subprocess.CompletedProcess[bytes]) -> set[str]:
    return {hit["version"] for hit in found(done)["hits"]}


def told(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode().splitlines()


def test_versions_are_chosen_by_what_is_known_of_them(run: Run, corpus: Path) -> None:
    everything = names(run("search", "补助", "--format", "json"))
    assert everything == {"robots@2024-draft", "robots@2025-final"}
    assert names(run("search", "补助", "--format", "json", "--status", "draft")) == {"robots@2024-draft"}
    assert names(run("search", "补助", "--format", "json", "--as-of", "2024-12-31")) == {"robots@2024-draft"}
    assert names(run("search", "补助", "--format", "json", "--from", "2025-01-01")) == {"robots@2025-final"}
    assert names(run("search", "补助", "--format", "json", "--to", "2024-12-31")) == {"robots@2024-draft"}
    assert names(run("search", "补助", "--format", "json", "--as-of", "2001-01-01")) == set()


def test_clauses_are_chosen_by_their_figures(run: Run, corpus: Path) -> None:
    for condition in ("cap>=80万元", "money=80万元", "cap > 0.005亿元"):
        done = found(run("search", "", "--term", condition, "--format", "json"))
        assert done["hits"]
        assert any("80万元" in hit["text"] for hit in done["hits"])
        assert not any("50万元" in hit["text"] for hit in done["hits"])
    assert found(run("search", "", "--term", "cap>=80万元", "--term", "rate>50%", "--format", "json"))["total"] == 0


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("cap>=80", "without its unit"),
        ("money=30%", "write rate=30%"),
        ("height>3米", "starts with one of cap, floor"),
        ("cap>=", "compares with no figure"),
        ("80万元", "cap>=500万元"),
    ],
)
def test_a_condition_that_is_none_is_one_sentence(run: Run, corpus: Path, condition: str, words: str) -> None:
    done = run("search", "补助", "--term", condition)
    assert (done.returncode, done.stdout, len(told(done))) == (2, b"", 1)
    assert words in told(done)[0]


def test_pages_run_on_from_each_other(run: Run, corpus: Path) -> None:
    whole = found(run("search", "补助", "--format", "json"))
    first = run("search", "补助", "--format", "json", "--limit", "1")
    second = run("search", "补助", "--format", "json", "--limit", "1", "--page", "2")
    assert [found(first)["hits"][0], found(second)["hits"][0]] == whole["hits"][:2]
    assert found(second)["total"] == whole["total"]
    assert told(first) == [f"policydiff: 共{whole['total']}处，已列出1处；--page 2 可看下一页"]
    assert found(run("search", "补助", "--format", "json", "--page", "99"))["hits"] == []


def test_words_phrases_and_what_must_not_be_there(run: Run, corpus: Path) -> None:
    either = found(run("search", "80万元 OR 50万元", "--format", "json"))
    assert {hit["version"] for hit in either["hits"]} == {"robots@2024-draft", "robots@2025-final"}
    assert all("50万元" not in hit["text"] for hit in found(run("search", "补助 -50万元", "--format", "json"))["hits"])


def test_every_form_marks_the_words(run: Run, corpus: Path) -> None:
    for form, mark in (("text", "«80万元»"), ("table", "«80万元»"), ("md", "**80万元**")):
        for lang in ("zh", "en"):
            shown = run("search", "80万元", "--format", form, "--lang", lang).stdout.decode()
            assert mark in re.sub(r"\s+", "", shown)


def test_a_query_that_no_clause_holds_is_cut(run: Run, corpus: Path, tmp_path: Path) -> None:
    text = found(run("search", "补助", "--format", "json"))["hits"][0]["text"]
    query = "补助" + ("机器人" if "机器人" in text else "企业")
    done = found(run("search", query, "--format", "json"))
    assert done["cut"][:1] == ["补助"]
    assert done["total"]
    (tmp_path / "words.txt").write_text(f"{query} 100 n\n", encoding="utf-8")
    whole = found(run("search", query, "--dict", "words.txt", "--format", "json"))
    assert (whole["cut"], whole["total"]) == ([], 0)
    missing = run("search", query, "--dict", "none.txt")
    assert (missing.returncode, len(told(missing))) == (2, 1)


def test_the_index_stands_in_the_corpus_and_out_of_git(run: Run, corpus: Path) -> None:
    first = run("search", "补助")
    assert (corpus / ".policydiff" / "index.sqlite3").is_file()
    assert (corpus / ".policydiff" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert run("search", "补助").stdout == first.stdout


def test_a_version_that_was_changed_is_read_anew(run: Run, corpus: Path) -> None:
    assert names(run("search", "补助", "--format", "json", "--status", "trial")) == set()
    path = corpus / "robots" / "2025-final" / "version.toml"
    path.write_text(f'status = "trial"\n{path.read_text(encoding="utf-8")}', encoding="utf-8")
    assert names(run("search", "补助", "--format", "json", "--status", "trial")) == {"robots@2025-final"}
    shutil.rmtree(corpus / "robots" / "2025-final")
    assert names(run("search", "补助", "--format", "json")) == {"robots@2024-draft"}


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 9000])
def test_an_index_that_is_broken_is_made_anew(run: Run, corpus: Path, data: bytes) -> None:
    good = run("search", "补助").stdout
    (corpus / ".policydiff" / "index.sqlite3").write_bytes(data)
    done = run("search", "补助")
    assert (done.returncode, done.stdout, done.stderr) == (0, good, b"")


def test_the_rest_is_served_where_one_version_cannot_be_read(run: Run, corpus: Path) -> None:
    assert run("search", "补助").returncode == 0
    path = corpus / "robots" / "2024-draft" / "version.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n这不是 TOML\n", encoding="utf-8")
    done = run("search", "补助", "--format", "json")
    assert done.returncode == 2, "served, but not whole"
    assert {hit["version"] for hit in json.loads(done.stdout)["hits"]} == {"robots@2025-final"}
    assert len(told(done)) == 1
    assert "version.toml, line" in told(done)[0]
    (corpus / "robots" / "work.toml").write_text("这不是 TOML\n", encoding="utf-8")
    done = run("search", "补助", "--work", "robots")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "work.toml, line 1" in told(done)[-1]


def test_no_place_for_an_index_is_told_and_the_search_answers(
    run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / ".policydiff").write_text("in the way", encoding="utf-8")
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    done = run("search", "补助", "--format", "json")
    assert names(done) == {"robots@2024-draft", "robots@2025-final"}
    assert len(told(done)) == 1
    assert "corpus 的索引无法保存" in told(done)[0]
    assert "the index of corpus cannot be kept" in told(run("search", "补助", "--lang", "en"))[0]


@pytest.mark.skipif(ROOT, reason="root may write anywhere")
def test_a_corpus_that_may_only_be_read_is_indexed_elsewhere(
    run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    corpus.chmod(0o555)
    try:
        done = run("search", "补助", "--format", "json")
    finally:
        corpus.chmod(0o755)
    assert names(done) == {"robots@2024-draft", "robots@2025-final"}
    assert done.stderr == b""
    assert list((tmp_path / "cache").rglob("index.sqlite3"))


def test_files_are_searched_without_an_index(run: Run, tmp_path: Path, texts: tuple[Path, Path]) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = found(run("search", "补助", "draft.txt", "final.txt", "--related", "--format", "json"))
    assert {hit["version"] for hit in done["hits"]} == {"draft.txt", "final.txt"}
    assert {work["work"] for work in done["works"]} == {"draft.txt", "final.txt"}
    assert sorted(tmp_path.rglob("*")) == before


def test_a_second_word_is_no_file(run: Run) -> None:
    done = run("search", "渔港", "最高")
    assert done.returncode == 2
    assert 'policydiff search "渔港 最高"' in done.stderr.decode()
    assert "check the name" in run("search", "渔港", "notes.txt").stderr.decode()
