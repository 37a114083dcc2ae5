"""Folded lines: none too wide, nothing lost, no mark or figure torn from what it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from policydiff.render.folding import folded
from policydiff.render.terminal import Line, line, printed

CLAUSE = "对首次通过验收的（含改建）“示范”航线，按照投入的30%给予最高1500万元补助，期限不超过24个月。"


def rows(text: str, width: int) -> list[str]:
    return ["".join(words for words, _ in row) for row in folded([(text, "")], width)]


@pytest.mark.parametrize("width", range(14, 60))
def test_no_mark_and_no_figure_is_torn_off(width: int) -> None:
    shown = rows(CLAUSE, width)
    assert "".join(shown) == CLAUSE
    assert not [row for row in shown if row[0] in "，。）”%"]
    assert not [row for row in shown if row[-1] in "（“"]
    assert any("1500万元" in row for row in shown)
    assert any("24个" in row for row in shown)


def test_changed_words_keep_their_marks() -> None:
    pieces = [("最高", ""), ("[-五十万元-]", "red"), ("{+八十万元+}", "green"), ("补助", "")]
    for width in range(14, 40):
        for row in folded(pieces, width):
            words = "".join(part for part, _ in row)
            assert not words.startswith(("-]", "+}"))
            assert not words.endswith(("[-", "{+"))


def test_a_row_holds_a_piece_for_each_style() -> None:
    (row,) = folded([("甲乙", "bold"), ("丙丁", "bold"), ("戊", "")], 20)
    assert row == [("", ""), ("甲乙丙丁", "bold"), ("戊", "")]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.text(alphabet="甲乙a1 ，。（“”）[-]{+}\n元万%", max_size=80), st.integers(4, 40), st.integers(0, 9))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int, inner: int) -> None:
    shown = ["".join(words for words, _ in row) for row in folded([(text, "")], width, rest=inner)]
    assert all(cell_len(row) <= width for row in shown)
    assert "".join("".join(shown).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["a" * 200_000, "（" * 200_000, "。" * 200_000, "1a" * 100_000, "\n" * 50_000])
def test_a_long_run_of_anything_is_folded(text: str) -> None:
    assert all(cell_len(row) <= 80 for row in rows(text, 80))


def test_without_colour_there_is_no_escape_code() -> None:
    pieces = Line((("[-甲-]", "red"), ("{+乙+}", "bold green")))
    assert printed([pieces], color=False, width=80) == "[-甲-]{+乙+}\n"
    assert "\x1b[31m[-甲-]" in printed([pieces], color=True, width=80)


def test_what_steers_a_terminal_is_shown() -> None:
    assert "\x1b" not in printed([line("甲\x1b[2J乙")], color=False, width=80)


def test_each_style_has_its_escape_codes_and_each_row_ends_plain() -> None:
    shown = printed([Line((("数", "bold red"), ("据", ""), ("券", "bold reverse")))], color=True, width=80)
    red, found = shown.split("据")
    assert red.startswith("\x1b[")
    assert {"1", "31"} == set(red[2 : red.index("数")].replace("m\x1b[", ";").rstrip("m").split(";"))
    assert {"1", "7"} == set(found[2 : found.index("券")].replace("m\x1b[", ";").rstrip("m").split(";"))
    assert found.endswith("\x1b[0m\n")
    assert printed([line("支持", "magenta")], color=True, width=80) == "\x1b[35m支持\x1b[0m\n"
