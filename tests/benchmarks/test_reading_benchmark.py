"""The yardstick of reading: what counts as kept, what as let in, and a floor that fails where text is lost."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support.html_pages import LAYOUTS
from support.policy import POLICY, generated

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    module = importlib.import_module("reading")
    monkeypatch.setattr(sys, "path", list(sys.path))
    return module


def shares(reading: Any, output: str) -> tuple[float, float]:
    tally = reading.compared(POLICY, output)
    return tally.kept_share, tally.foreign_share


def test_the_text_itself_is_kept_whole_however_it_is_spaced(reading: Any) -> None:
    text = "\n".join(POLICY.lines())
    assert shares(reading, text) == (1.0, 0.0)
    assert shares(reading, text.replace("\t", "\n")) == (1.0, 0.0)
    assert shares(reading, "\n\n".join(f"　　{line.replace(chr(9), ' | ')} " for line in POLICY.lines())) == (1.0, 0.0)
    assert shares(reading, "") == (0.0, 0.0)


def test_lines_run_together_or_cut_up_are_lost_but_not_let_in(reading: Any) -> None:
    kept, foreign = shares(reading, "".join(POLICY.lines()).replace("\t", ""))
    assert (kept, foreign) == (0.0, 0.0)
    long = max(POLICY.lines(), key=len)
    kept, foreign = shares(reading, "\n".join(POLICY.lines()).replace(long, f"{long[:30]}\n{long[30:]}"))
    assert 0.8 < kept < 1.0
    assert foreign == 0.0


def test_what_is_not_of_the_policy_is_let_in(reading: Any) -> None:
    text = "\n".join(POLICY.lines())
    chrome = "您现在的位置：首页"
    kept, foreign = shares(reading, f"{chrome}\n{text}")
    assert kept == 1.0
    folded = len("".join(text.split()))
    assert foreign == pytest.approx(len(chrome) / (len(chrome) + folded))
    assert shares(reading, f"{text}\n{POLICY.title}")[1] > 0  # once more than it stands there
    assert shares(reading, f"{chrome}{text}")[1] == pytest.approx(foreign)


def test_a_layout_is_measured_by_every_program(reading: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READERS", {"policydiff": reading.ours, "bs4 get_text": reading.plain})
    found = reading.measured(["content system", "print view"], [generated(12)], 1)
    assert found["content system"]["policydiff"].kept_share == 1.0
    assert found["content system"]["bs4 get_text"].foreign_share > 0.02
    told = reading.table(found)
    assert "| print view | 100.0% | 0.0% | 100.0% | 0.0% |" in told
    assert "| **all** |" in told
    assert "| policydiff | " in told


@pytest.mark.parametrize(("lost", "code"), [(False, 0), (True, 1)], ids=["whole", "half"])
def test_a_layout_below_the_floor_fails_the_run(
    reading: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, lost: bool, code: int
) -> None:
    def reader(data: bytes) -> str:
        text: str = reading.plain(data)
        return text[: len(text) // 2] if lost else text

    monkeypatch.setattr(reading, "READERS", {"policydiff": reader})
    monkeypatch.setattr(reading, "LAYOUTS", {"print view": LAYOUTS["print view"]})
    monkeypatch.setattr(reading, "SIZES", (5,))
    monkeypatch.setattr(sys, "argv", ["reading.py", "--runs", "1", "--floor", "0.99"])
    assert reading.main() == code
    assert ("BELOW THE FLOOR: reading print view" in capsys.readouterr().err) is lost


def test_the_program_keeps_every_line_of_every_layout(reading: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READERS", {"policydiff": reading.ours})
    assert reading.below(reading.measured(LAYOUTS, [POLICY], 1), 0.999) == []
