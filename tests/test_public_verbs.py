"""What `import policydiff` offers: the verbs, exactly, and nothing loaded before they are asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import policydiff
from policydiff import pipeline, render
from policydiff.errors import PolicydiffError

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def test_the_verbs_are_these() -> None:
    assert sorted(policydiff.__all__) == [
        "__version__",
        "diff",
        "history",
        "load",
        "load_reports",
        "log",
        "read_overrides",
        "search",
        "show",
        "terms_of",
        "to_csv",
        "to_docx",
        "to_html",
        "to_json",
        "to_markdown",
        "to_redline",
        "to_xlsx",
    ]
    assert all(hasattr(policydiff, name) for name in policydiff.__all__)
    assert (policydiff.diff, policydiff.to_json) == (pipeline.compare, render.comparison_json)


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, policydiff; print(sorted(m for m in sys.modules if m.startswith('policydiff.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['policydiff.later']\n"


def test_an_unknown_verb_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        policydiff.frobnicate  # noqa: B018


def test_the_docstring_s_example_runs() -> None:
    draft, final = (policydiff.load(f"wuhan-ai@{name}", corpus=CORPUS) for name in ("2024-draft", "2025-final"))
    assert "最高500万元" in policydiff.to_markdown(policydiff.diff(draft, final), "zh")


def test_a_file_needs_no_corpus_and_may_be_a_path(tmp_path: Path) -> None:
    file = tmp_path / "渔港办法.txt"
    file.write_text("渔港办法\n第一条 渔港补助最高50万元。\n", encoding="utf-8")
    one, other = policydiff.load(file), policydiff.load(str(file))
    assert one == other
    assert [term.quote for term in policydiff.terms_of(one)] == ["最高50万元"]
    assert policydiff.search("渔港", one) == policydiff.search("渔港", [one])


def test_a_corpus_is_named_as_text_or_as_a_path() -> None:
    assert policydiff.log(str(CORPUS)).works == policydiff.log(CORPUS).works
    shown = policydiff.show(str(CORPUS), "wuhan-ai@2024-06-01").version
    assert shown == policydiff.load("wuhan-ai@2024-06-01", corpus=str(CORPUS))
    assert policydiff.history(str(CORPUS), "wuhan-ai", "四") == policydiff.history(CORPUS, "wuhan-ai", "四")


@pytest.mark.parametrize("name", ["长" * 300 + ".txt", "a\0b.txt", "\ud800.txt", "长" * 300, "a\0b@c"])
def test_a_name_that_no_file_can_have_is_bad_input(name: str, tmp_path: Path) -> None:
    with pytest.raises(PolicydiffError):
        policydiff.load(name, corpus=tmp_path)


def test_another_coverage_is_bad_input() -> None:
    with pytest.raises(PolicydiffError, match="auto, full, excerpt"):
        policydiff.load("渔港办法.txt", coverage="partial")  # type: ignore[arg-type]
