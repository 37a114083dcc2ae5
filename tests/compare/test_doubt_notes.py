"""What a text leaves in doubt becomes notes, in the words of both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from policydiff.compare import doubt_notes
from policydiff.model import CleanText, Doubt, DoubtCode, Source, Span
from policydiff.render import note_words

TEXT = "第三条 对企业给予最高****万元补助\n第九条 由市局负责解释。"
SOURCE = Source("措施.txt", "text/plain", "utf-8", "", TEXT, ())


@pytest.mark.parametrize("code", get_args(DoubtCode))
def test_every_doubt_has_a_sentence_in_both_languages(code: DoubtCode) -> None:
    (note,) = doubt_notes(
        CleanText(SOURCE, TEXT, (), (Doubt(code, 3, (Span(TEXT.index("*"), TEXT.index("补")),)),)), "措施"
    )
    for lang in ("zh", "en"):
        words = note_words(note, lang)
        assert words.startswith("措施")
        assert "3" in words
        assert "****万元" in words
        assert not words.startswith("doubt_")


def test_a_place_that_cannot_be_read_is_shown_with_its_line() -> None:
    at = TEXT.index("*")
    (note,) = doubt_notes(CleanText(SOURCE, TEXT, (), (Doubt("masked", 1, (Span(at, at + 6),)),)), "措施")
    assert dict(note.values)["quote"] == "对企业给予最高****万元补助"
    (note,) = doubt_notes(CleanText(SOURCE, TEXT, (), (Doubt("shuffled", 1, (Span(22, 25),)),)), "措施")
    assert dict(note.values)["quote"] == TEXT[22:25]


def test_a_quotation_is_short_however_long_the_place() -> None:
    text = "\ufffd" * 10_000
    (note,) = doubt_notes(CleanText(SOURCE, text, (), (Doubt("replaced", 1, (Span(0, 10_000),)),)), "措施")
    assert len(dict(note.values)["quote"]) < 40
