"""No regular expression of the package takes more than its time on a text made against it."""

from __future__ import annotations

import re
import time
from collections import deque
from itertools import islice
from typing import Any

import pytest
from support.hostile.patterns import Tried, collect, pumps

TIMES = (8, 12, 16, 20, 24, 30, 40)
"""So often first: a pattern that never ends is found at one of these, before it takes an hour."""

SIZES = (1_000, 8_000)
"""Then as often as this many characters take; the first finds a time that grows with the cube of the text."""

SHORT = {
    "policydiff.corpus.titles": 400,  # no more of a title is looked at
    "policydiff.terms.basis": 200,  # the words around a figure are cut to a window, lists to so many characters
    "policydiff.terms.former": 32,
    "policydiff.terms.increments": 60,
    "policydiff.terms.nouns": 200,
    "policydiff.terms.parallels": 200,
    "policydiff.terms.ratios": 200,
    "policydiff.terms.subjects": 200,
    "policydiff.terms.tier_names": 200,
}
"""The modules whose patterns never meet more characters than these: within them, time may grow as it likes."""

BUDGET = 0.01
"""Seconds.  What walks through the largest text once takes a tenth of it, what does so from each place ten times it."""

QUARTER = 8
"""Where the budget is exceeded, a text of a quarter the size decides: it takes a fourth of the time, or a sixteenth."""


def spent(tried: Tried, text: str, runs: int = 1) -> float:
    """The processor time for one text, the best of several runs; of many matches the first ones tell enough."""
    subject: Any = text if isinstance(tried.pattern.pattern, str) else text.encode("utf-8")
    use = getattr(tried.pattern, tried.way)
    times = []
    for _ in range(runs):
        start = time.process_time()
        if tried.way == "finditer":
            deque(islice(use(subject), len(text) // 20), maxlen=0)
        else:
            use(subject)
        times.append(time.process_time() - start)
    return min(times)


def trouble(tried: Tried, longest: int | None = None) -> str:
    """The text whose length costs too much time, or nothing."""
    for pump in pumps(tried.pattern):
        for times in (*TIMES, *(size // len(pump.again) for size in SIZES)):
            text = pump.text(times)[:longest]
            if spent(tried, text) > BUDGET and (after := spent(tried, text, 3)) > BUDGET:
                before = max(spent(tried, pump.text(times // 4), 3), BUDGET / 5)
                if longest is not None or after > QUARTER * before:
                    return f"{before * 1000:.1f} ms, {after * 1000:.1f} ms for {times} times {pump}"
    return ""


def test_time_grows_with_the_text_only() -> None:
    patterns = collect()
    print(f"{len(patterns)} patterns")
    assert len(patterns) > 400
    assert any(isinstance(tried.pattern.pattern, bytes) for tried in patterns.values())
    assert {place.rpartition(".")[0] for place in patterns} >= set(SHORT)
    told = {place: trouble(tried, SHORT.get(place.rpartition(".")[0])) for place, tried in patterns.items()}
    assert {place: slow for place, slow in told.items() if slow} == {}


@pytest.mark.parametrize("bad", ["一*条", r"\s*\n", "第.*条.*款", "（.*?）$", "[a-z]*b", "(?:[一二]+、?)+。", "x?一+$"])
def test_a_pattern_that_grows_too_fast_is_found(bad: str) -> None:
    assert trouble(Tried(re.compile(bad)))


@pytest.mark.parametrize(
    "good", ["一*+条?", r"(?<!\s)\s*\n", "第[^条]{0,9}条", "（[^（）]{0,90}）$", "(?<![a-z])[a-z]*b"]
)
def test_a_pattern_that_grows_with_the_text_is_not(good: str) -> None:
    assert not trouble(Tried(re.compile(good)))
