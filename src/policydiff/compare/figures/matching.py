"""One to one: which old claim answers to which new one.

A figure that tells what it replaces (由60万元提高到90万元) comes first, then the figures of sentences that stand word
for word on both sides.  Then thresholds, for they name the steps of a ladder, and of these the ones that kept their
value.  A sum then goes with its threshold: where that has a partner, no sum of another step can be its own.  All else
goes by likeness, where what a figure is for each of, or how often, weighs most (每年 with 每年, and not with 每架次);
only among figures equally alike does place decide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from policydiff.compare.figures.aboutness import Aboutness, Topic
from policydiff.compare.figures.addressees import addressees
from policydiff.compare.figures.candidates import candidates
from policydiff.compare.figures.claims import Claim
from policydiff.compare.figures.judging import Sum, hang_alike, hang_apart, same_value, sum_of
from policydiff.compare.options import CompareOptions
from policydiff.model import Term

__all__ = ["match"]


_FIGURES = re.compile("[0-9.,零一二三四五六七八九十百千万亿两]+")
Places = Sequence[tuple[str, int]]
"""For each claim its sentence, and where in it the figure stands."""


def match(
    before: Sequence[Claim],
    after: Sequence[Claim],
    about: Aboutness,
    options: CompareOptions,
    places: tuple[Places, Places] = ((), ()),
) -> dict[int, int]:
    """Pair claims by their indices; each stands in one pair at most.

    Figures with the same place in the same sentence are one; without `places` none is known to be.
    """
    return _Matching(before, after, about, options, places).pairs


class _Matching:
    """The pairs found so far, filled kind by kind: thresholds that kept their value, other thresholds, all else."""

    def __init__(
        self,
        before: Sequence[Claim],
        after: Sequence[Claim],
        about: Aboutness,
        options: CompareOptions,
        places: tuple[Places, Places],
    ) -> None:
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()
        self._old, self._new = [claim.term for claim in before], [claim.term for claim in after]
        self._topics_old, self._topics_new = [about.topic(t) for t in self._old], [about.topic(t) for t in self._new]
        self._steps_old, self._steps_new = _steps(before, about), _steps(after, about)
        self._unsure = [c.certainty == "inferred" for c in before], [c.certainty == "inferred" for c in after]
        numbers = [Counter(term.kind for term in terms) for terms in (self._old, self._new)]
        self._uneven = {kind for terms in numbers for kind in terms if numbers[0][kind] != numbers[1][kind]}
        self._options = options
        self._paired_steps: dict[_Ladder, list[tuple[int, int]]] = defaultdict(list)
        self._full = places != ((), ())
        self._pair(_stated(self._old, self._topics_new))
        self._pair(_verbatim(*places))
        self._scores = self._scored(about)
        self._near = {(i, j): round(about.nearness(self._old[i], self._new[j]), 6) for i, j in self._scores}
        self._likest, self._nearest = self._best_thresholds(self._scores), self._best_thresholds(self._near)
        for admitted in (self._kept_threshold, self._threshold, self._own_step):
            self._take(admitted)

    def _pair(self, found: Iterable[tuple[int, int]]) -> None:
        """Pair what is still free."""
        for i, j in found:
            if i in self.pairs or j in self._taken:
                continue
            self.pairs[i] = j
            self._taken.add(j)
            if self._thresholds(i, j):
                self._paired_steps[_ladder(self._old, self._topics_old, i)].append((i, j))

    def _scored(self, about: Aboutness) -> dict[tuple[int, int], float]:
        """How like the figures are that found no partner yet."""
        left = [i for i in range(len(self._old)) if i not in self.pairs]
        right = [j for j in range(len(self._new)) if j not in self._taken]
        found = candidates([self._old[i] for i in left], [self._new[j] for j in right], about)
        pairs = ((left[i], right[j]) for i, j in found)
        if self._full:  # a report puts subjects in words of its own
            mine, theirs = addressees(self._old), addressees(self._new)
            pairs = ((i, j) for i, j in pairs if not mine.strange_to(theirs, i, j))
        return {(i, j): round(score, 6) for i, j in pairs if (score := about.likeness(self._old[i], self._new[j]))}

    def _best_thresholds(self, scores: Mapping[tuple[int, int], float]) -> tuple[dict[int, float], dict[int, float]]:
        """For each threshold how like, or how near, the best one of the other side is."""
        row: dict[int, float] = {}
        column: dict[int, float] = {}
        for (i, j), score in scores.items():
            if self._thresholds(i, j):
                row[i], column[j] = max(score, row.get(i, 0.0)), max(score, column.get(j, 0.0))
        return row, column

    def _take(self, admitted: Callable[[int, int], bool]) -> None:
        """Pair what is still free, the surest first."""
        free = [(i, j) for i, j in self._scores if i not in self.pairs and j not in self._taken]
        for _, i, j in sorted((self._rank(i, j), i, j) for i, j in free if self._alike(i, j)):
            if i not in self.pairs and j not in self._taken and admitted(i, j):
                self._pair([(i, j)])

    def _alike(self, i: int, j: int) -> bool:
        """给予50万元奖励 says nothing of its own: that it hangs on the same threshold is enough."""
        return self._scores[i, j] >= self._options.term_floor or self._same_step(i, j)

    def _rank(self, i: int, j: int) -> tuple[bool, float, bool, float, bool, int, int]:
        """The least is the surest.  Lists of one length go by place, others first by what kept its value.

        That an old value stands in the new text too is no reason to take the figure of a part for that of the whole:
        最高500万元 → 最高800万元，其中设备最高500万元.
        """
        unsure = self._unsure[0][i] or self._unsure[1][j]
        other_value = self._old[i].kind in self._uneven and not same_value(self._old[i], self._new[j])
        score = self._scores[i, j] + self._options.hanging_bonus * self._hang(i, j)
        return not self._same_step(i, j), -score, unsure, -self._near[i, j], other_value, abs(i - j), i + j

    def _hang(self, i: int, j: int) -> int:
        """Whether both figures are for each of one thing, or as often (1), or surely not (-1).

        每个机库 and 每个航站楼 are both 每个: what figures of two subjects hang on tells nothing.
        """
        old, new = self._old[i], self._new[j]
        if hang_apart(old, new):
            return -1
        mine, theirs = self._topics_old[i].of_subject, self._topics_new[j].of_subject
        return int(hang_alike(old, new) and not (mine and theirs and mine.isdisjoint(theirs)))

    def _kept_threshold(self, i: int, j: int) -> bool:
        """Thresholds of one value, and none is clearly liker: a value alone makes no pair."""
        if not self._thresholds(i, j) or not same_value(self._old[i], self._new[j]):
            return False
        by = self._options
        row, column = self._likest
        if self._scores[i, j] < max(row[i], column[j]) - by.ladder_slack:
            return False
        row, column = self._nearest
        return self._near[i, j] >= max(row[i], column[j]) - by.ladder_nearness

    def _threshold(self, i: int, j: int) -> bool:
        return self._thresholds(i, j) and not self._crosses({i}, {j})

    def _own_step(self, i: int, j: int) -> bool:
        """Whether no threshold speaks against it: a sum is none itself, and hangs on none that is another step's."""
        if self._topics_old[i].threshold or self._topics_new[j].threshold:
            return not self._thresholds(i, j) and "benefit" not in {self._old[i].role, self._new[j].role}
        mine, theirs = self._steps_old[i], self._steps_new[j]
        if not mine or not theirs or self._same_step(i, j):
            return True
        elsewhere = mine & self.pairs.keys() or theirs & self._taken
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
            for i in old
            for k, m in self._paired_steps.get(_ladder(self._old, self._topics_old, i), ())
            for j in new
            if _ladder(self._new, self._topics_new, j) == _ladder(self._new, self._topics_new, m)
        )


_Ladder = tuple[str, str]
"""The kind of the steps of a ladder, and the sentence that opens it."""


def _ladder(terms: Sequence[Term], topics: Sequence[Topic], one: int) -> _Ladder:
    return terms[one].kind, topics[one].ladder


def _stated(old: Sequence[Term], topics: Sequence[Topic]) -> list[tuple[int, int]]:
    """由60万元提高到90万元 names its old figure: where just one figure of that value is there, it is the one."""
    by_value: dict[Sum, list[int]] = defaultdict(list)
    for i, term in enumerate(old):
        by_value[sum_of(term)].append(i)
    held = [(j, by_value.get(sum_of(topic.former), [])) for j, topic in enumerate(topics) if topic.former]
    found = [(same[0], j) for j, same in held if len(same) == 1]
    told = Counter(i for i, _ in found)
    return [(i, j) for i, j in found if told[i] == 1]


def _verbatim(before: Places, after: Places) -> Iterator[tuple[int, int]]:
    """Figures at the same place of the same sentence, where either side has as many such sentences.

    A sentence that others repeat with other figures (给予20万元补助 behind 给予10万元补助) is known by its place alone;
    the row of a table by its first cell.
    """
    there: dict[tuple[str, int], list[int]] = defaultdict(list)
    for j, place in enumerate(after):
        there[place].append(j)
    times = Counter(before)
    frames: dict[str, set[str]] = defaultdict(set)
    for text, _ in {*before, *after}:
        name, cells = text.split("\t", 1) if "\t" in text else ("", text)
        frames[f"{name}\t{_FIGURES.sub('', cells)}"].add(text)
    telling = {text for texts in frames.values() if len(texts) == 1 for text in texts}
    waiting = {at: iter(j) for at, j in there.items() if len(j) == times[at] and at[0] in telling}
    yield from ((i, next(waiting[place])) for i, place in enumerate(before) if place in waiting)


def _steps(claims: Sequence[Claim], about: Aboutness) -> list[set[int]]:
    """For each claim the claims that are its thresholds, whoever of its witnesses tells them.

    Two reports may give one sum for 1亿元 and for 2亿元: both are thresholds of that sum.
    """
    index = {id(term): number for number, claim in enumerate(claims) for term in claim.terms}
    return [
        {index[id(step)] for term in claim.terms for step in about.topic(term).thresholds if id(step) in index}
        for claim in claims
    ]
