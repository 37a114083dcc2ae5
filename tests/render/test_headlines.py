"""The line over a change: the same words on the terminal and in a history, in the punctuation of its language."""

from __future__ import annotations

from support.reviewed import full_comparison

from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.rows import headline, titles


def test_several_provisions_are_joined_as_the_language_joins() -> None:
    facts = Facts.of(full_comparison(""))
    units = [unit for change in facts.comparison.changes for unit in change.new][:2]
    assert "；" in titles(facts.new, units, "zh")
    english = titles(facts.new, units, "en")
    assert "; " in english
    assert "；" not in english


def test_a_provision_that_kept_its_place_is_named_once() -> None:
    facts = Facts.of(full_comparison(""))
    for change in facts.comparison.changes:
        place, verdict = headline(facts, change, "en")
        old, new = titles(facts.old, change.old, "en"), titles(facts.new, change.new, "en")
        assert place == (f"{old} → {new}" if old and new and old != new else old or new)
        assert "；" not in place
        assert verdict
