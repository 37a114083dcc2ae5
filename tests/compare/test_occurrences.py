"""Many wordings looked for in many texts at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.compare.replacing.occurrences import Finder

wordings = st.lists(st.text("渔船港政和", min_size=1, max_size=4), max_size=8)
texts = st.lists(st.text("渔船港政和，", max_size=14), max_size=5)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(wordings, texts)
def test_each_wording_is_counted_as_if_it_were_alone(wanted: list[str], given_texts: list[str]) -> None:
    found = Finder(wanted).places([*given_texts, *given_texts])
    for wording in wanted:
        counts = {at: text.count(wording) for at, text in enumerate([*given_texts, *given_texts]) if wording in text}
        assert found.get(wording, {}) == counts
    assert set(found) <= set(wanted)


def test_places_of_one_wording_do_not_overlap() -> None:
    assert Finder(["船船"]).places(["船船船船船"]) == {"船船": {0: 2}}


def test_nothing_is_found_of_nothing() -> None:
    assert Finder([]).places(["渔船"]) == {}
    assert Finder(["渔船"]).places(["", "渔"]) == {}
