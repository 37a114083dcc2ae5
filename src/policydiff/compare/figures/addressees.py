"""Whom the figures of one sentence are for: 在职职工每年500元，退休人员每年300元.

Where every figure has its own subject and the other text's figures all have others (一级医院每年200元，二级医院每年
400元), the rule is drawn up by other groups, and no figure became another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.compare.figures.judging import same_value
from policydiff.model import Term
from policydiff.similarity import Grams, grams

__all__ = ["Addressees", "addressees"]

_FREE = frozenset({"condition", "penalty", "validity", "former"})
"""What has to be reached, what is forfeited and how long the text holds may be put in other words."""


@dataclass(frozen=True, slots=True)
class Addressees:
    """For each figure the figures of its kind in its sentence, by their places, if each has a subject of its own."""

    terms: Sequence[Term]
    shared_out: dict[int, tuple[int, ...]]
    words: dict[int, Grams]

    def strange_to(self, other: Addressees, i: int, j: int) -> bool:
        """Whether two figures are each one of a list, and no word of one list's subjects is in the other's.

        Lists of the same figures are one list whose subjects were put in other words.
        """
        mine, theirs = self.shared_out.get(i, ()), other.shared_out.get(j, ())
        if not mine or not theirs or not self.words[mine[0]].isdisjoint(other.words[theirs[0]]):
            return False
        pairs = zip(mine, theirs, strict=False)
        return len(mine) != len(theirs) or not all(same_value(self.terms[a], other.terms[b]) for a, b in pairs)


def addressees(terms: Sequence[Term]) -> Addressees:
    """Look at the figures of a provision sentence by sentence."""
    lists: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, term in enumerate(terms):
        if term.role not in _FREE:
            lists[term.unit_id, term.kind].append(at)
    shared_out: dict[int, tuple[int, ...]] = {}
    words: dict[int, Grams] = {}
    for members in lists.values():
        names = [name for at in members if (name := terms[at].subject)]
        if len(members) > 1 and len(names) == len(set(names)) == len(members):
            words[members[0]] = frozenset().union(*map(grams, names))
            shared_out |= dict.fromkeys(members, tuple(members))
    return Addressees(terms, shared_out, words)
