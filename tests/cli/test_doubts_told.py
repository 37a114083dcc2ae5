"""A person is warned of a text that must not be taken at its word; the result and the exit code stay what they are."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

GOOD = "某市若干措施\n第一条 给予最高30万元补助。\n第二条 本措施自公布之日起施行。\n"
MASKED = GOOD.replace("30万元", "****万元")
SHUFFLED = "某市若干措施\n" + "".join(f"第{n}条 由第{n}责任单位负责落实。\n" for n in "七二五一六三八四")
SPUN = "某市若干措施\n第一条 经由过程立异机制，鞭策手艺进步，撑持公共办事平台扶植。\n第二条 增进聪明交通生长。\n"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (MASKED, "有1处数字被遮盖（如“第一条 给予最高****万元补助。”）", "figures blotted out (places: 1, such as"),
        (SHUFFLED, "条文次序混乱", "out of order"),
        (SPUN, "疑被程序替换（如“经由过程”）", "such as “经由过程”"),
    ],
)
@pytest.mark.parametrize("command", ["clean", "terms", "outline"])
def test_one_line_on_standard_error(run: Run, tmp_path: Path, command: str, text: str, zh: str, en: str) -> None:
    (tmp_path / "措施.txt").write_text(text, encoding="utf-8")
    for lang, words in (("zh", zh), ("en", en)):
        done = run(command, "措施.txt", "--lang", lang)
        told = done.stderr.decode().splitlines()
        assert done.returncode == 0
        assert len(told) == 1
        assert told[0].startswith("policydiff: 措施.txt")
        assert words in told[0]
        assert words not in done.stdout.decode()


@pytest.mark.parametrize("command", ["clean", "terms", "outline"])
def test_an_honest_text_is_passed_over_in_silence(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "措施.txt").write_text(GOOD, encoding="utf-8")
    assert run(command, "措施.txt").stderr == b""


def test_a_comparison_tells_it_beside_and_inside(run: Run, tmp_path: Path) -> None:
    (tmp_path / "旧.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "新.txt").write_text(MASKED, encoding="utf-8")
    for form in ("text", "md"):
        done = run("diff", "旧.txt", "新.txt", "--format", form)
        assert done.returncode == 1
        assert "新.txt有1处数字被遮盖" in done.stderr.decode()
        assert "有1处数字被遮盖" in done.stdout.decode()
    done = run("diff", "旧.txt", "新.txt", "--format", "json")
    assert "doubt_masked" in [note["code"] for note in json.loads(done.stdout)["notes"]]
    assert run("diff", "新.txt", "新.txt").returncode == 0


def test_the_clean_text_s_data_lists_the_places(run: Run, tmp_path: Path) -> None:
    (tmp_path / "措施.txt").write_text(MASKED, encoding="utf-8")
    data = json.loads(run("clean", "措施.txt", "--format", "json").stdout)
    start = data["text"].index("****万元")
    assert data["doubts"] == [
        {"code": "masked", "count": 1, "places": [{"start": start, "end": start + 6, "quote": "****万元"}]}
    ]
