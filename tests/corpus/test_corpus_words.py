"""What is said of a corpus says the same in both languages."""

from __future__ import annotations

import re

import pytest

from policydiff.model import Note
from policydiff.render.wording.corpus_words import _WORDS, corpus_words

OPTIONAL = {"before", "known", "words", "version", "work", "status", "again", "gone"}


def fields(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


@pytest.mark.parametrize("code", sorted(_WORDS))
def test_both_languages_have_the_same_facts(code: str) -> None:
    zh, en = _WORDS[code]
    assert fields(zh) - OPTIONAL == fields(en) - OPTIONAL
    values = tuple((name, "same" if name == "alike" else "draft") for name in sorted(fields(zh) | fields(en)))
    told = [corpus_words(Note(code, values), lang) for lang in ("zh", "en")]
    assert told[0] != told[1]
    assert re.search("[\u4e00-\u9fff]", told[0])
    assert not re.search(r"[\u4e00-\u9fff{}]", told[1])


def test_words_of_a_hostile_corpus_stay_words() -> None:
    note = Note("order_open", (("work", "a\n\x1b[2J{b}"), ("versions", "{0}")))
    told = corpus_words(note, "en")
    assert told.startswith("a")
    assert "\x1b" not in told
    assert "\n" not in told
    assert "{0}" in told
