"""Whom the figures of one sentence are for: 在职职工每年500元，退休人员每年300元.

Where every figure has its own subject and the other text's figures all have others (一级医院每年200元，二级医院每年
400元), the rule is drawn up by other groups, and no figure became another one.  A ladder of sums that names nobody
(1万元以下的部分支付80%；1万元以上的部分支付90%) is drawn up by its thresholds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.compare.figures.aboutness import Topic
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
    ladders: dict[int, tuple[int, ...]]

    def strange_to(self, other: Addressees, i: int, j: int) -> bool:
        """Whether two figures are each one of a list, and no word of one list's subjects is in the other's.

        Lists of the same figures are one list whose subjects were put in other words.
        """
        mine, theirs = self.shared_out.get(i, ()), other.shared_out.get(j, ())
        if not mine and not theirs:
            return False
        if not mine or not theirs:  # drawn up by thresholds, and by persons
            mine, theirs = mine or self.ladders.get(i, ()), theirs or other.ladders.get(j, ())
        elif not self.words[mine[0]].isdisjoint(other.words[theirs[0]]):
            return False
        if not mine or not theirs:
            return False
        pairs = zip(mine, theirs, strict=False)
        return len(mine) != len(theirs) or not all(same_value(self.terms[a], other.terms[b]) for a, b in pairs)


def addressees(terms: Sequence[Term], topics: Sequence[Topic]) -> Addressees:
    """Look at the figures of a provision sentence by sentence, and ladder by ladder."""
    lists: dict[tuple[str, str], list[int]] = defaultdict(list)
    steps: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (term, topic) in enumerate(zip(terms, topics, strict=True)):
        if term.role not in _FREE:
            lists[term.unit_id, term.kind].append(at)
            steps[topic.ladder, term.kind].append(at)
    shared_out: dict[int, tuple[int, ...]] = {}
    words: dict[int, Grams] = {}
    for members in lists.values():
        names = [name for at in members if (name := terms[at].subject)]
        if len(members) > 1 and len(names) == len(set(names)) == len(members):
            words[members[0]] = frozenset().union(*map(grams, names))
            shared_out |= dict.fromkeys(members, tuple(members))
    ladders = {at: tuple(members) for members in steps.values() if _by_steps(members, terms, topics) for at in members}
    return Addressees(terms, shared_out, words, ladders)


def _by_steps(members: Sequence[int], terms: Sequence[Term], topics: Sequence[Topic]) -> bool:
    """Whether each of several figures names nobody, and hangs on a threshold of its own."""
    hang = {step.span for at in members if not terms[at].subject for step in topics[at].thresholds[:1]}
    return len(members) > 1 and len(hang) == len(members)
