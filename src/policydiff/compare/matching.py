"""One to one: which old claim answers to which new one.

A figure that tells what it replaces (由60万元提高到90万元) comes first.  Then thresholds, for they name the steps of a
ladder, and of these the ones that kept their value.  A sum then goes with its threshold: where that has a partner, no
sum of another step can be its own.  All else goes by likeness, and only among figures equally alike does place decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from policydiff.compare.aboutness import Aboutness, Topic
from policydiff.compare.claims import Claim
from policydiff.compare.judging import same_value
from policydiff.compare.options import CompareOptions
from policydiff.model import Term

__all__ = ["match"]


def match(before: Sequence[Claim], after: Sequence[Claim], about: Aboutness, options: CompareOptions) -> dict[int, int]:
    """Pair claims by their indices; each stands in one pair at most."""
    return _Matching(before, after, about, options).pairs


class _Matching:
    """The pairs found so far, filled kind by kind: thresholds that kept their value, other thresholds, all else."""

    def __init__(
        self, before: Sequence[Claim], after: Sequence[Claim], about: Aboutness, options: CompareOptions
    ) -> None:
        self.pairs: dict[int, int] = {}
        self._old, self._new = [claim.term for claim in before], [claim.term for claim in after]
        self._topics_old, self._topics_new = [about.topic(t) for t in self._old], [about.topic(t) for t in self._new]
        self._steps_old, self._steps_new = _steps(before, self._topics_old), _steps(after, self._topics_new)
        self._unsure = [c.certainty == "inferred" for c in before], [c.certainty == "inferred" for c in after]
        numbers = [Counter(term.kind for term in terms) for terms in (self._old, self._new)]
        self._uneven = {kind for terms in numbers for kind in terms if numbers[0][kind] != numbers[1][kind]}
        self._options = options
        self._scores = {
            (i, j): round(score, 6)
            for i, a in enumerate(self._old)
            for j, b in enumerate(self._new)
            if (score := about.likeness(a, b))
        }
        self._take_stated()
        for admitted in (self._kept_threshold, self._threshold, self._own_step):
            self._take(admitted)

    def _take(self, admitted: Callable[[int, int], bool]) -> None:
        """Pair what is still free, the surest first."""
        taken = set(self.pairs.values())
        free = [(i, j) for i, j in self._scores if i not in self.pairs and j not in taken]
        for _, i, j in sorted((self._rank(i, j), i, j) for i, j in free if self._alike(i, j)):
            if i not in self.pairs and j not in taken and admitted(i, j):
                self.pairs[i] = j
                taken.add(j)

    def _take_stated(self) -> None:
        """由60万元提高到90万元 names its old figure: where just one figure of that value is there, it is the one."""
        found = []
        for j, topic in enumerate(self._topics_new):
            held = topic.former
            same = [i for i, term in enumerate(self._old) if held and _one_value(term, held)]
            found += [(same[0], j)] if len(same) == 1 else []
        told = Counter(i for i, _ in found)
        self.pairs |= {i: j for i, j in found if told[i] == 1}

    def _alike(self, i: int, j: int) -> bool:
        """给予50万元奖励 says nothing of its own: that it hangs on the same threshold is enough."""
        return self._scores[i, j] >= self._options.term_floor or self._same_step(i, j)

    def _rank(self, i: int, j: int) -> tuple[bool, float, bool, bool, int, int]:
        """The least is the surest.  Lists of one length go by place, others first by what kept its value."""
        unsure = self._unsure[0][i] or self._unsure[1][j]
        other_value = self._old[i].kind in self._uneven and not same_value(self._old[i], self._new[j])
        return not self._same_step(i, j), -self._scores[i, j], unsure, other_value, abs(i - j), i + j

    def _kept_threshold(self, i: int, j: int) -> bool:
        """Thresholds of one value, and none is clearly liker: a value alone makes no pair."""
        if not self._thresholds(i, j) or not same_value(self._old[i], self._new[j]):
            return False
        row = (self._scores.get((i, m), 0.0) for m in range(len(self._new)) if self._thresholds(i, m))
        column = (self._scores.get((k, j), 0.0) for k in range(len(self._old)) if self._thresholds(k, j))
        return self._scores[i, j] >= max(*row, *column) - self._options.ladder_slack

    def _threshold(self, i: int, j: int) -> bool:
        return self._thresholds(i, j) and not self._crosses({i}, {j})

    def _own_step(self, i: int, j: int) -> bool:
        """Whether no threshold speaks against it: a sum is none itself, and hangs on none that is another step's."""
        if self._topics_old[i].threshold or self._topics_new[j].threshold:
            return not self._thresholds(i, j) and "benefit" not in {self._old[i].role, self._new[j].role}
        mine, theirs = self._steps_old[i], self._steps_new[j]
        if not mine or not theirs or self._same_step(i, j):
            return True
        elsewhere = mine & self.pairs.keys() or theirs & set(self.pairs.values())
        return not elsewhere and not self._crosses(mine, theirs)

    def _thresholds(self, i: int, j: int) -> bool:
        return self._topics_old[i].threshold and self._topics_new[j].threshold

    def _same_step(self, i: int, j: int) -> bool:
        """Whether both hang on thresholds that are one threshold."""
        return any(self.pairs.get(step) in self._steps_new[j] for step in self._steps_old[i])

    def _crosses(self, old: set[int], new: set[int]) -> bool:
        """Whether a step would change its place among the steps of its ladder."""
        return any(
            (self._old[i].span < self._old[k].span) != (self._new[j].span < self._new[m].span)
            for k, m in self.pairs.items()
            for i in old
            for j in new
            if _one_ladder(self._old, self._topics_old, i, k) and _one_ladder(self._new, self._topics_new, j, m)
        )


def _one_value(one: Term, other: Term) -> bool:
    """Whether two figures are one value, whether or not either says 最高."""
    ends = [(term.high if term.high is not None else term.low) for term in (one, other)]
    return (one.kind, one.unit, ends[0]) == (other.kind, other.unit, ends[1])


def _steps(claims: Sequence[Claim], topics: Sequence[Topic]) -> list[set[int]]:
    """For each claim the claims that are its thresholds."""
    index = {id(term): number for number, claim in enumerate(claims) for term in claim.terms}
    return [{index[id(term)] for term in topic.thresholds if id(term) in index} for topic in topics]


def _one_ladder(terms: Sequence[Term], topics: Sequence[Topic], one: int, other: int) -> bool:
    same = terms[one].kind == terms[other].kind and topics[one].ladder == topics[other].ladder
    return same and topics[other].threshold
