"""A lazy pattern does what a compiled one does, and compiles once."""

from __future__ import annotations

import re
import timeit

import pytest

from policydiff.patterns import lazy

TEXT = "第一条 为了规范停车秩序，制定本办法。\n第二条 停车费每小时最高8元。"


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "finditer", "findall", "split"])
@pytest.mark.parametrize("source", ["第(?P<n>[一二])条", "停车", "。$", "不在"])
def test_methods_give_what_a_compiled_pattern_gives(method: str, source: str) -> None:
    def told(pattern: re.Pattern[str]) -> list[str]:
        result = getattr(pattern, method)(TEXT)
        return [str(each) for each in (result if isinstance(result, list) or method == "finditer" else [result])]

    assert told(lazy(source)) == told(re.compile(source))


def test_flags_count_and_places_are_bounded() -> None:
    pattern = lazy("^第二 条", re.MULTILINE | re.VERBOSE)
    assert pattern.search(TEXT, 5) is not None
    assert pattern.search(TEXT, 5, 8) is None
    assert pattern.sub("X", TEXT, count=1).endswith("X 停车费每小时最高8元。")


def test_it_compiles_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr("re.compile", counted)
    pattern = lazy("停车")
    assert pattern.pattern == "停车"
    assert compiled == []
    assert pattern.search(TEXT)
    assert pattern.findall(TEXT)
    assert pattern.match("停车费")
    assert compiled == ["停车"]


def test_a_wrong_pattern_fails_when_it_is_used() -> None:
    with pytest.raises(re.error):
        lazy("(").search("")


def test_what_no_pattern_has_it_does_not_have() -> None:
    assert not hasattr(lazy("停"), "compile")
    assert repr(lazy("停")) == "lazy('停', 0)"


def test_it_is_as_fast_as_a_compiled_one() -> None:
    def taken(pattern: re.Pattern[str]) -> float:
        return min(timeit.repeat(lambda: pattern.search(TEXT), number=2000, repeat=9))

    assert taken(lazy("停车")) < 3 * taken(re.compile("停车"))
