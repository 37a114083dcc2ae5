"""The commands over a corpus as real processes: add, log, show, history, doctor, keywords, and diff of a work."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.versions import FIRST, REPORT, SECOND, THIRD, file, put_three, put_version, put_work

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def harbours(tmp_path: Path) -> Path:
    return put_three(tmp_path / "corpus")


def good(done: subprocess.CompletedProcess[bytes], code: int = 0) -> str:
    assert done.returncode == code, done.stderr.decode()
    assert done.stderr == b"", done.stderr.decode()
    return done.stdout.decode("utf-8")


def loaded(done: subprocess.CompletedProcess[bytes], code: int = 0) -> dict[str, Any]:
    value = json.loads(good(done, code))
    assert value["schema"] == 1
    return dict(value)


def test_add_says_where_each_text_went_and_why(run: Run, tmp_path: Path) -> None:
    for name, text in (("draft.txt", FIRST), ("final.txt", SECOND), ("report.txt", REPORT)):
        file(tmp_path, name, text)
    would = good(run("add", "draft.txt", "final.txt", "--dry-run", "--lang", "en"))
    assert would.startswith(
        "Would be added to haizhou-yugang-guiding@2024-draft\n  a new work, 《海州市促进渔港发展若干规定》"
    )
    assert not (tmp_path / "corpus").exists()
    told = good(run("add", "draft.txt", "final.txt", "report.txt", "--lang", "en"))
    assert told.count("Added to ") == 3
    assert "  work haizhou-yugang-guiding: the same title, 《海州市促进渔港发展若干规定》\n" in told
    assert "  version 2024-final: the same document number, 海政规〔2024〕8号\n" in told
    again = good(run("add", "final.txt"))
    assert again.startswith("未作改动：haizhou-yugang-guiding@2024-final 已有相同内容")
    assert "逐字节相同" in again


def test_one_file_that_cannot_be_added_does_not_keep_the_others_out(run: Run, tmp_path: Path) -> None:
    file(tmp_path, "final.txt", SECOND)
    done = run("add", "missing.txt", "final.txt")
    assert done.returncode == 2
    assert done.stdout.decode().startswith("已收入 ")
    assert done.stderr.decode() == "policydiff: missing.txt does not exist: check the name\n"


def test_log_in_every_form(run: Run, harbours: Path) -> None:
    text = good(run("log"))
    assert "较 2024-draft：新增1条" in text
    assert "拆分1处" in text
    assert "since 2024-draft: 1 added" in good(run("log", "harbours", "--lang", "en", "--format", "md"))
    (work,) = loaded(run("log", "--format", "json"))["works"]
    assert work["versions"][1]["step"]["since"] == "harbours@2024-draft"
    assert work["versions"][2]["step"]["figures"] == {"lowered": 1, "introduced": 1}
    assert good(run("log")) == text, "the second log remembers, and says the same"


def test_a_broken_table_is_told_and_the_rest_served(run: Run, harbours: Path) -> None:
    put_version(put_work(harbours, "boats", "海州市渔船办法"), "2026", THIRD.replace("渔港", "渔船"))
    (harbours / "harbours" / "2024-final" / "version.toml").write_text("status = x\n", encoding="utf-8")
    done = run("log", "--format", "json")
    assert done.returncode == 2, "served, but not whole"
    assert [work["work"] for work in json.loads(done.stdout)["works"]] == ["boats", "harbours"]
    told = done.stderr.decode()
    assert told.count("\n") == 1
    assert "version.toml, line 1: not valid TOML" in told
    for command in (("log", "harbours"), ("show", "harbours"), ("history", "harbours", "第一条"), ("diff", "harbours")):
        broken = run(*command)
        assert (broken.returncode, broken.stdout) == (2, b"")
        assert "version.toml, line 1" in broken.stderr.decode()
    assert "第二条" in good(run("show", "harbours@2024-draft"))


def test_show_by_name_by_day_and_by_article(run: Run, harbours: Path) -> None:
    text = good(run("show", "harbours@2025-01-01", "--lang", "en"))
    assert text.startswith("harbours@2024-final · Official text (2024-08-15) · full text\n")
    assert "the version as of 2025-01-01: harbours@2024-final" in text
    assert "第七条" in text
    one = good(run("show", "harbours", "--article", "3", "--format", "md"))
    assert "最高400万元" in one
    assert "第四条" not in one
    data = loaded(run("show", "harbours@2024-draft", "--format", "json"))
    assert [unit["place"] for unit in data["units"]] == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    assert data["text"].startswith("海州市促进渔港发展若干规定")


def test_show_of_a_report_says_how_far_it_goes(run: Run, tmp_path: Path) -> None:
    work = put_work(tmp_path / "corpus")
    put_version(work, "2024-final", REPORT, day="2024-08-15", status="official", report=True)
    text = good(run("show", "harbours"))
    assert "仅据1篇报道" in text
    assert "未提及的不等于没有规定" in text
    assert "最高500万元补助" in text
    assert "近日" not in text.split("最高")[0].split("报道1·句")[0]


def test_history_in_every_form(run: Run, harbours: Path) -> None:
    text = good(run("history", "harbours", "第二条", "--in", "2024-draft"))
    assert text.count("━━ ") == 3
    assert "最高[-300万元-]{+500万元+}补助" in text
    assert "↑ 提高 200万元" in text
    page = good(run("history", "harbours", "第二条", "--in", "2024-draft", "--format", "md", "--lang", "en"))
    assert "~~300万元~~**500万元**" in page
    data = loaded(run("history", "harbours", "第三条", "--format", "json"))
    assert [(stop["version"]["version"], stop["places"]) for stop in data["stops"]] == [
        ("2024-draft", ["第二条"]),
        ("2024-final", ["第三条"]),
        ("2026-revised", ["第三条"]),
    ]
    assert data["stops"][1]["changes"][0]["terms"][0]["direction"] == "raised"
    done = run("history", "harbours", "第九十条")
    assert (done.returncode, done.stdout) == (2, b"")
    assert 'harbours has no article "第九十条"' in done.stderr.decode()


def test_diff_of_a_work_is_its_latest_step(run: Run, harbours: Path) -> None:
    latest = loaded(run("diff", "harbours", "--format", "json"), 1)
    assert (latest["old"]["name"], latest["new"]["name"]) == ("harbours@2024-final", "harbours@2026-revised")
    step = loaded(run("diff", "harbours@2024-draft", "--format", "json"), 1)
    assert (step["old"]["name"], step["new"]["name"]) == ("harbours@2024-draft", "harbours@2024-final")
    dated = loaded(run("diff", "harbours@2024-07-01", "harbours@2099-01-01", "--format", "json"), 1)
    assert (dated["old"]["name"], dated["new"]["name"]) == ("harbours@2024-draft", "harbours@2026-revised")


def test_doctor_ends_with_1_where_there_is_something_to_mend(run: Run, harbours: Path) -> None:
    assert good(run("doctor")) == "作品1个、版本3个、捕获文件3个：没有需要修正的\n"
    (harbours / "harbours" / "2024-final" / "raw" / "page.txt").write_text("另一个文本", encoding="utf-8")
    text = good(run("doctor", "--lang", "en"), 1)
    assert "1 to mend" in text
    assert "was changed after it was added" in text
    assert loaded(run("doctor", "--format", "json"), 1)["faults"][0]["code"] == "capture"


def test_keywords_of_a_work_beside_the_version_before(run: Run, harbours: Path) -> None:
    text = good(run("keywords", "harbours"))
    assert "渔港×" in text
    assert "harbours@2024-final 有，harbours@2026-revised 没有" in text
    data = loaded(run("keywords", "harbours@2024-final", "--limit", "5", "--format", "json"))
    assert len(data["keywords"]) == 5
    assert data["against"] is None


def _loaded(corpus: Path, *words: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    code = (
        "import sys\nfrom policydiff.cli import policydiff\n"
        "policydiff.main(sys.argv[1:], standalone_mode=False)\nprint(*sorted(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *words, "--corpus", str(corpus)]
    return set(subprocess.run(command, capture_output=True, check=True, timeout=60).stderr.decode().split())


def test_a_command_loads_only_the_stages_it_needs(harbours: Path) -> None:
    _loaded(harbours, "log")
    heavy = {"numpy", "rjieba", "jieba", "opencc", "tomlkit", "httpx2", "bs4"}
    stages = {f"policydiff.{name}" for name in ("read", "fetch", "clean", "segment", "terms", "align", "compare")}
    remembered = _loaded(harbours, "log")
    assert "policydiff.index.memo" in remembered
    assert not remembered & (heavy | stages | {"policydiff.index.entries", "policydiff.corpus.adding"})
    shown = _loaded(harbours, "show", "harbours@2024-draft")
    assert "policydiff.segment" in shown
    assert not shown & (heavy | {f"policydiff.{name}" for name in ("terms", "align", "compare")})
