"""Which wordings replaced throughout do more than rename: 企业 → 国有企业 covers fewer of them."""

from __future__ import annotations

from policydiff.model import Change
from policydiff.render.comparison.facts import Facts

__all__ = ["touching_scope"]


def touching_scope(facts: Facts) -> frozenset[tuple[str, str]]:
    """The replacements that alone make a provision substantive, since they touch who acts or what is covered."""
    pairs = [(old, new) for old, new, _ in facts.comparison.replacements]
    if not pairs:
        return frozenset()
    changes = [one for one in facts.comparison.changes if one.signals and {"actor", "scope"}.issuperset(one.signals)]
    return frozenset(pair for pair in pairs if any(_explains(pair, change, facts) for change in changes))


def _explains(pair: tuple[str, str], change: Change, facts: Facts) -> bool:
    """Whether nothing but a replacement befell a provision."""
    sides = [(row.old, row.new) for row in change.clauses]
    if not all(old and new for old, new in sides):
        return False
    texts = [(facts.old.text(old or ""), facts.new.text(new or "")) for old, new in sides]
    return any(old != new for old, new in texts) and all(_given_way(old, pair) == new.rstrip() for old, new in texts)


def _given_way(text: str, pair: tuple[str, str]) -> str:
    return text.replace(*pair).rstrip()
