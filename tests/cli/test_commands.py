"""Each command from its arguments to its output and exit code, as a real process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def good(done: subprocess.CompletedProcess[bytes], code: int = 0) -> str:
    assert done.returncode == code, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


def loaded(text: str) -> dict[str, Any]:
    value = json.loads(text)
    assert isinstance(value, dict)
    assert value["schema"] == 1
    return value


def test_diff_tells_what_changed_and_ends_with_1(run: Run, texts: tuple[Path, Path]) -> None:
    text = good(run("diff", "draft.txt", "final.txt"), 1)
    assert "50万元" in text
    assert "80万元" in text
    assert "\x1b" not in text


def test_diff_of_a_text_with_itself_ends_with_0(run: Run, texts: tuple[Path, Path]) -> None:
    for form in ("text", "md", "json"):
        good(run("diff", "draft.txt", "draft.txt", "--format", form))


def test_diff_as_json_and_markdown(run: Run, texts: tuple[Path, Path]) -> None:
    changes = loaded(good(run("diff", "draft.txt", "final.txt", "--format", "json"), 1))["changes"]
    assert any(change["relation"] == "removed" for change in changes)
    assert any(term["direction"] == "raised" for change in changes for term in change["terms"])
    page = good(run("diff", "draft.txt", "final.txt", "--format", "md", "--lang", "en"), 1)
    assert page.startswith("# ")
    assert "**80万元**" in page or "**80**" in page


def test_what_is_written_to_a_file_is_what_would_be_printed(run: Run, tmp_path: Path, texts: tuple[Path, Path]) -> None:
    for form in ("text", "md", "json"):
        printed = good(run("diff", "draft.txt", "final.txt", "--format", form), 1)
        assert good(run("diff", "draft.txt", "final.txt", "--format", form, "-o", f"new/{form}.out"), 1) == ""
        assert (tmp_path / "new" / f"{form}.out").read_bytes().decode() == printed
        assert good(run("diff", "draft.txt", "final.txt", "--format", form, "-o", "-"), 1) == printed


def test_an_excerpt_never_removes_and_a_full_text_does(
    run: Run, tmp_path: Path, texts: tuple[Path, Path], report: str
) -> None:
    def relations(coverage: str) -> dict[str, list[list[str]]]:
        done = run("diff", "draft.txt", "new.txt", "--format", "json", "--coverage", coverage)
        changes = loaded(good(done, 1))["changes"]
        return {kind: [c["old"] for c in changes if c["relation"] == kind] for kind in ("removed", "not_reported")}

    new = tmp_path / "new.txt"
    new.write_text(report, encoding="utf-8")
    for coverage in ("excerpt", "auto"):
        silent = relations(coverage)
        assert silent["removed"] == []
        assert ["二、"] in silent["not_reported"]
        assert ["三、"] in silent["not_reported"]
    new.write_bytes(texts[1].read_bytes())
    for coverage in ("full", "auto"):
        assert relations(coverage) == {"removed": [["三、"]], "not_reported": []}


def test_only_substantive_leaves_the_rest_out(run: Run, texts: tuple[Path, Path]) -> None:
    done = run("diff", "draft.txt", "final.txt", "--format", "json", "--only", "substantive")
    assert done.returncode == 1
    assert " provisions left out, and out of the counts" in done.stderr.decode()
    changes = loaded(done.stdout.decode())["changes"]
    assert changes
    assert {change["substance"] for change in changes} == {"substantive"}
    assert run("diff", "draft.txt", "draft.txt", "--only", "substantive").returncode == 0


@pytest.mark.parametrize(
    ("lang", "told", "untrue"),
    [
        ("zh", ("没有性质为“实质变化”的条文。", "条没有列出"), ("没有可以比较的条文", "没有涉及金额")),
        ("en", ("No change of this kind: substantive.", "Left out"), ("There are no articles", "No amounts")),
    ],
)
def test_where_nothing_of_a_kind_changed_no_text_is_said_to_be_empty(
    lang: str, told: tuple[str, ...], untrue: tuple[str, ...], run: Run, texts: tuple[Path, Path]
) -> None:
    done = run("diff", "draft.txt", "draft.txt", "--only", "substantive", "--lang", lang)
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert all(words in shown for words in told)
    assert not any(words in shown for words in untrue)


def test_standard_input_is_a_file_like_any_other(run: Run, texts: tuple[Path, Path]) -> None:
    piped = loaded(good(run("terms", "-", "--format", "json", stdin=texts[1].read_bytes())))["terms"]
    named = loaded(good(run("terms", "final.txt", "--format", "json")))["terms"]
    assert {term["source"] for term in piped} == {"standard input"}
    assert [term | {"source": "final.txt"} for term in piped] == named != []
    assert "80万元" in good(run("diff", "draft.txt", "-", stdin=texts[1].read_bytes()), 1)


def test_align_shows_which_article_became_which(run: Run, texts: tuple[Path, Path]) -> None:
    links = loaded(good(run("align", "draft.txt", "final.txt", "--format", "json")))["links"]
    assert [(link["old"], link["new"]) for link in links] == [(["一、"], ["一、"]), (["二、"], ["二、"])]
    for form in ("text", "md"):
        assert "支持技术研发" in good(run("align", "draft.txt", "final.txt", "--format", form))


def test_terms_of_a_file_are_all_of_them(run: Run, texts: tuple[Path, Path]) -> None:
    terms = loaded(good(run("terms", "draft.txt", "--format", "json")))["terms"]
    assert [term["kind"] for term in terms] == ["money", "rate", "money", "money", "duration"]
    for form in ("text", "md"):
        assert "50万元" in good(run("terms", "draft.txt", "--format", form))


def test_terms_of_a_version_are_its_own(run: Run, corpus: Path) -> None:
    page = corpus / "robots" / "2025-final" / "raw" / "page.txt"
    of_version = loaded(good(run("terms", "robots@2025-final", "--format", "json")))["terms"]
    assert [term["high"] for term in of_version] == [800000]
    of_file = loaded(good(run("terms", page, "--format", "json")))["terms"]
    assert len(of_file) >= len(of_version)


def test_clean_prints_the_text_and_explains_its_edits(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("第一條　給予<strong>補助</strong>。\n", encoding="utf-8")
    assert "第一条" in good(run("clean", "page.txt"))
    assert "第一條" in good(run("clean", "page.txt", "--keep-script"))
    assert "<strong>" not in good(run("clean", "page.txt"))
    assert "<strong>" in good(run("clean", "page.txt", "--explain"))
    assert loaded(good(run("clean", "page.txt", "--format", "json")))


def test_outline_shows_the_tree(run: Run, corpus: Path) -> None:
    text = good(run("outline", "robots@2024-draft"))
    for label in ("一、", "二、", "三、"):
        assert label in text
    assert loaded(good(run("outline", "robots@2024-draft", "--format", "json")))


def test_search_finds_a_clause_however_its_number_is_spelt(run: Run, corpus: Path, texts: tuple[Path, Path]) -> None:
    for query in ("50万元", "五十萬元", "５０万元"):
        hits = loaded(good(run("search", query, "--format", "json")))["hits"]
        assert len(hits) == 1
    nothing = run("search", "50万元", "final.txt", "--format", "json", "--lang", "en")
    assert (nothing.returncode, loaded(nothing.stdout.decode())["hits"]) == (0, [])
    assert nothing.stderr.decode() == "policydiff: these words stand nowhere in the versions searched: 50万元\n"
    assert "80万元" in good(run("search", "80万元", "final.txt"))
    assert "robots@2024-draft" in good(run("search", "50万元", "--format", "md"))


def test_search_can_be_narrowed(run: Run, corpus: Path) -> None:
    assert loaded(good(run("search", "50万元", "--work", "robots", "--format", "json")))["hits"]
    done = run("search", "补助", "--limit", "1", "--format", "json")
    assert len(loaded(done.stdout.decode())["hits"]) == 1
    assert done.stderr.decode() == "policydiff: 共3处，已列出1处；--page 2 可看下一页\n"


def test_report_writes_its_files_and_names_them(run: Run, tmp_path: Path, corpus: Path) -> None:
    text = good(run("report"))
    for name in (path.name for path in (tmp_path / "reports").iterdir()):
        assert str(Path("reports", name)) in text
        assert (tmp_path / "reports" / name).stat().st_size > 0
    assert {"robots.en.md", "robots.json", "robots.zh.md"} <= {path.name for path in (tmp_path / "reports").iterdir()}
    relations = {c["relation"] for c in loaded((tmp_path / "reports/robots.json").read_text("utf-8"))["changes"]}
    assert "removed" not in relations
    assert "not_reported" in relations


def test_a_report_twice_is_the_same_bytes(run: Run, tmp_path: Path, corpus: Path) -> None:
    first = good(run("report", "robots", "-o", "a", PYTHONHASHSEED="1")).replace("a" + os.sep, "b" + os.sep)
    assert good(run("report", "robots", "-o", "b", PYTHONHASHSEED="2")) == first
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_the_official_text_once_added_turns_silence_into_removal(
    run: Run, tmp_path: Path, corpus: Path, texts: tuple[Path, Path]
) -> None:
    added = run("add", "final.txt", "--work", "robots", "--version", "2025-final", "--coverage", "full", "--lang", "en")
    assert good(added) == (
        f"Added to robots@2025-final: {Path('corpus/robots/2025-final/raw/final.txt')} (the version is now in full)\n"
    )
    good(run("report"))
    changes = loaded((tmp_path / "reports" / "robots.json").read_text("utf-8"))["changes"]
    relations = {relation: [c["old"] for c in changes if c["relation"] == relation] for relation in ("removed", "same")}
    assert relations["removed"] == [["三、"]]
    assert "not_reported" not in {change["relation"] for change in changes}


def test_add_makes_a_work_and_is_idempotent(run: Run, tmp_path: Path, texts: tuple[Path, Path]) -> None:
    words: tuple[str, ...] = (
        "add",
        "draft.txt",
        "--work",
        "机器人",
        "--version",
        "2024",
        "--coverage",
        "full",
        "--status",
        "draft",
    )
    words += ("--date", "2024-05-01", "--title", "某市促进机器人产业发展若干措施", "--publisher", "某市门户网站")
    assert good(run(*words)).startswith("已收入 机器人@2024：")
    before = {path: path.read_bytes() for path in (tmp_path / "corpus" / "机器人").rglob("*") if path.is_file()}
    assert good(run(*words)).startswith("未作改动：机器人@2024 已有相同内容")
    assert {path: path.read_bytes() for path in (tmp_path / "corpus" / "机器人").rglob("*") if path.is_file()} == before
    assert "一、" in good(run("outline", "机器人@2024"))


@pytest.mark.parametrize("changes", [{"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}, {"LC_ALL": "C"}], ids=str)
def test_output_is_utf8_whatever_the_console(run: Run, tmp_path: Path, changes: dict[str, str]) -> None:
    text = "第一条　给予𰻝面馆■补助50万元。\n"  # 𰻝 stands in no code page of GBK
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = run("clean", "a.txt", **changes)
    assert done.returncode == 0
    assert "𰻝面馆■" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_fault(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "policydiff", "diff", "draft.txt", "final.txt"]
    try:
        done = subprocess.run(words, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_full_standard_output_is_told(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    words = [sys.executable, "-m", "policydiff", "terms", "draft.txt"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("policydiff: cannot write to standard output: ")
    assert done.stderr.count(b"\n") == 1
