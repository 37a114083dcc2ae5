"""What search says beside its answer: why there is none, what to write instead, and what did not apply on a day."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.versions import SECOND, put_two, put_version, put_work

from policydiff import cli

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        out, err = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, int(str(ended.value.code)), out, err)

    return command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = put_two(tmp_path / "corpus")
    table = root / "harbours" / "work.toml"
    table.write_text(table.read_text("utf-8") + 'issuer = "海州市人民政府"\n', "utf-8")
    return root


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("外星人",), "一处也没有：外星人", "stand nowhere in the versions searched: 外星人"),
        (("渔港 外星人 飞碟",), "外星人、飞碟", "外星人, 飞碟"),
        (("渔港", "--issuer", "云泽"), "没有制定机关名称含“云泽”的版本；现有：海州市人民政府", "海州市人民政府"),
        (("渔港", "--status", "trial"), "现有：征求意见稿、正式稿", "there are"),
        (("渔港", "--from", "2030-01-01"), "没有符合这些条件的版本", "no version meets these conditions"),
        (("补助", "--chapter", "第九章"), "不加条件时有2处", "without these filters there are 2"),
        (("补助", "--page", "99"), "共1页：没有第99页", "pages: 1; there is no page 99"),
        (("停泊 补助",), "没有一条同时含有", "no article holds all of them"),
    ],
)
def test_an_empty_answer_says_why(run: Run, root: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        done = run("search", *arguments, "--lang", lang)
        assert done.returncode == 0
        assert words in done.stderr


def test_articles_that_hold_the_words_in_different_clauses_are_named(run: Run, root: Path) -> None:
    text = SECOND.replace("给予最高500万元补助。", "给予最高500万元补助。申请人应当提交工程图纸。")
    put_version(put_work(root, "other", "海州市渔船规定"), "2025", text, day="2025-01-01")
    done = run("search", "补助 图纸", "--lang", "en")
    assert "1 articles hold all of the words, in different clauses: other@2025 第三条" in done.stderr
    assert "in different clauses" not in run("search", "新建 补助", "--lang", "en").stderr


def test_an_empty_corpus_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    assert "policydiff add" in run("search", "渔港").stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("渔港", "--from", "2025-01-01", "--to", "2024-01-01"), "--from 2025-01-01 lies behind --to 2024-01-01"),
        (("渔港", "--from", "2024-02-30"), "no such day as 2024-02-30"),
        (("渔港", "--as-of", "2024年6月"), "write the day as YYYY-MM-DD"),
        (("", "--term", "上限>=500万元"), "one of cap, floor, money, rate"),
        (("-外星人",), 'policydiff search -- "-外星人"'),
        (("渔港", "-外星人"), 'policydiff search -- "-外星人"'),
        (("渔港", "--dict", "nope.txt"), "cannot read the dictionary nope.txt"),
        (("渔港", "-o", "h.pdf"), "h.pdf would be a pdf file"),
        (("渔港", "--nope"), "No such option"),
    ],
)
def test_a_slip_is_told_with_what_to_write(run: Run, root: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("search", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_did_not_apply_on_the_day_asked_for_is_said(run: Run, root: Path) -> None:
    for words in (("show", "harbours@2024-08-20"), ("search", "渔港", "--as-of", "2024-08-20")):
        done = run(*words)
        assert done.returncode == 0
        assert "harbours@2024-final 自2024-09-01起施行，在所问的2024-08-20尚未施行" in done.stderr
    for words in (("show", "harbours@2024-09-01"), ("search", "渔港", "--as-of", "2024-09-01")):
        assert "施行" not in run(*words).stderr
    put_version(
        root / "harbours", "2025-trial", SECOND.replace("起施行", "起施行，有效期至2026年8月31日"), day="2025-01-01"
    )
    assert "has expired" not in run("show", "harbours@2026-08-31", "--lang", "en").stderr
    assert "expired on 2026-08-31" in run("show", "harbours@2026-09-01", "--lang", "en").stderr
    assert "expired on 2026-08-31" in run("search", "渔港", "--as-of", "2026-09-01", "--lang", "en").stderr


def test_a_stranger_s_fault_is_not_a_work_s(run: Run, root: Path) -> None:
    """The name of one work begins that of the other, and its folder's path that of the fault."""
    put_version(put_work(root, "harbours-2", "海州市渔船规定"), "2025", SECOND)
    (root / "harbours-2" / "work.toml").write_text("nothing", encoding="utf-8")
    done = run("search", "渔港", "--work", "harbour")
    assert done.returncode == 2
    assert 'no work "harbour"' in done.stderr
    assert "line 1" not in done.stderr.splitlines()[-1]


def test_an_order_that_was_inferred_is_told(run: Run, root: Path) -> None:
    table = root / "harbours" / "2024-draft" / "version.toml"
    table.write_text(table.read_text("utf-8").replace("date = 2024-06-01\n", ""), encoding="utf-8")
    for words in (("log",), ("log", "harbours"), ("history", "harbours", "三")):
        done = run(*words)
        assert done.returncode == 0
        assert "2024-draft 没有日期，与其他版本的先后据版本状态推断" in done.stderr
    table.write_text(table.read_text("utf-8").replace('status = "draft"\n', ""), encoding="utf-8")
    assert "状态也定不出先后" in run("log").stderr
    done = run("doctor", "--lang", "en")
    assert done.returncode == 1
    assert "the status does not tell its place either" in " ".join(done.stdout.split())
    assert "order_open" in run("doctor", "--format", "json").stdout
    done = run("diff", "harbours")
    assert done.returncode == 2
    assert "write date into" in done.stderr


def test_a_log_is_as_honest_as_show(run: Run, root: Path) -> None:
    assert run("log").returncode == 0
    (root / "harbours" / "2024-draft" / "raw" / "page.txt").write_text("改过", encoding="utf-8")
    shown = run("show", "harbours@2024-draft")
    for words in (("log",), ("log", "harbours")):
        done = run(*words)
        assert done.returncode == shown.returncode == 2
        assert done.stderr == shown.stderr
        assert "2024-final" in done.stdout
