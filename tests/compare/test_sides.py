"""What a side keeps of its sentences is what they say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.compare.sides import Side
from policydiff.model import Version, Work
from policydiff.tokens import tokens

SIDE = Side(Version(Work("", "渔港办法"), "甲", "full", ()), {}, (), {}, {})
texts = st.text("渔船应当登记5０万元第三条（2025）号AI。；\n\u3000 的", max_size=24)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(texts)
def test_words_are_those_of_the_whole_text_whatever_white_space_it_ends_with(text: str) -> None:
    assert SIDE.words(text) == SIDE.words(text) == tokens(text)


@pytest.mark.parametrize(
    "pieces",
    [
        ("渔船应当登记。", "登记后三日内公布。\n"),
        ("渔船应当登", "记。"),  # no mark parts them: read on end
        ("渔船应当登记。\n", "\u3000登记后公布。"),
        ("第", "三条"),
        ("", "渔船。"),
    ],
)
def test_sentences_read_on_end(pieces: tuple[str, ...]) -> None:
    side = Side(SIDE.version, {}, (), {}, {}, dict(zip("abc", pieces, strict=False)))
    assert side.words_of("abc"[: len(pieces)]) == tokens("".join(pieces))
