"""What `import policydiff` offers: the verbs, exactly, and nothing loaded before they are asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import policydiff
from policydiff import pipeline, render

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def test_the_verbs_are_these() -> None:
    assert sorted(policydiff.__all__) == [
        "__version__",
        "diff",
        "history",
        "load",
        "log",
        "read_overrides",
        "search",
        "show",
        "to_html",
        "to_json",
        "to_markdown",
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
