"""Which old figure became which new one.

Within a group of linked provisions figures are paired by what they are about, the likest first.  A new figure whose
base joins the bases of several old ones (研发成本, 算力服务费 → 研发和算力成本) merges them; the reverse splits one.
What has no partner is introduced or dropped, or, where the other side is known from reports only, not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.compare.figures.claims import Claim, claims
from policydiff.compare.figures.judging import Terse, judge, same_value
from policydiff.compare.figures.matching import match
from policydiff.compare.figures.on_top import added_up
from policydiff.compare.figures.readings import alternatives, contradiction, misplaced, readings
from policydiff.compare.figures.together import named_together
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Alternative, Certainty, Direction, Term, TermChange, Witness
from policydiff.similarity import Grams, grams

__all__ = ["Pairing"]

_JOINED = re.compile("以及|[和及与、或]")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs the figures of one group after another."""

    old: Side
    new: Side
    about: Aboutness
    options: CompareOptions

    def changes(self, old: Sequence[Term], new: Sequence[Term]) -> tuple[TermChange, ...]:
        """What became of the figures of one group, in reading order."""
        before, after = list(claims(old, self.old)), list(claims(new, self.new))
        if self._word_for_word(before, after):
            return tuple(sorted((self._paired(a, b, ()) for a, b in zip(before, after, strict=True)), key=self._place))
        told = tuple(before), tuple(after)
        found = [*self._merges(before, after), *self._pairs(before, after), *self._leftovers(before, after, *told)]
        return tuple(sorted(found, key=self._place))

    def _word_for_word(self, before: Sequence[Claim], after: Sequence[Claim]) -> bool:
        """Whether both texts hold the same figures in the same sentences: then each is its own successor."""
        return not self._partial and [_said(claim, self.old) for claim in before] == [
            _said(claim, self.new) for claim in after
        ]

    @property
    def _partial(self) -> bool:
        return any(self._terse)

    @property
    def _terse(self) -> Terse:
        return self.old.excerpt, self.new.excerpt

    def _merges(self, before: list[Claim], after: list[Claim]) -> Iterator[TermChange]:
        """Take out the claims that merge into one, or that one is split into."""
        for whole in tuple(after):
            parts = self._parts(whole, before)
            each = () if parts else self._together(whole, self.new, before)
            if parts or each:
                after.remove(whole)
                before[:] = [claim for claim in before if claim not in (*parts, *each)]
                yield self._for_each([*each], [whole]) if each else self._joined([*parts], [whole])
        for whole in tuple(before):
            parts = self._parts(whole, after)
            each = () if parts else self._together(whole, self.old, after)
            if parts or each:
                before.remove(whole)
                after[:] = [claim for claim in after if claim not in (*parts, *each)]
                yield self._for_each([whole], [*each]) if each else self._joined([whole], [*parts])

    def _parts(self, whole: Claim, others: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims of the other side whose bases the whole's base joins, one for each of its parts."""
        topic = self.about.topic(whole.term)
        names = _joined_names(topic.base or "")
        if len(names) < 2 or topic.listed:  # 单位和个人缴费比例分别为8%和2% gives each its own
            return ()
        if any(all(name & self._base(one) for name in names) and self._comparable(whole, one) for one in others):
            return ()
        near = (claim for claim in others if any(name & self._base(claim) for name in names))
        rivals = [claim for claim in near if self._comparable(whole, claim)]
        found: list[Claim] = []
        for name in names:
            free = [claim for claim in rivals if claim not in found and name & self._base(claim)]
            if not free:
                return ()
            found.append(max(free, key=lambda claim: self.about.likeness(whole.term, claim.term)))
        return tuple(found)

    def _together(self, whole: Claim, side: Side, others: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims of the other side that are for those whom the whole's sentence names, or that it adds up."""
        if self.about.topic(whole.term).listed:
            return ()
        other = self.old if side is self.new else self.new
        terms = [claim.term for claim in others]
        found = named_together(whole.term, side, terms, other) or added_up(whole.term, side, terms, other)
        parts = [others[at] for at in found]
        near = any(self.about.likeness(whole.term, one.term) >= self.options.term_floor for one in parts)
        return tuple(parts) if near else ()

    def _base(self, claim: Claim) -> Grams:
        return self.about.topic(claim.term).of_base

    def _comparable(self, claim: Claim, rival: Claim) -> bool:
        one, other = claim.term, rival.term
        same = (one.kind, one.bound, one.unit) == (other.kind, other.bound, other.unit)
        return same and self.about.likeness(one, other) >= self.options.term_floor

    def _joined(self, before: list[Claim], after: list[Claim]) -> TermChange:
        before.sort(key=lambda claim: self.old.order[claim.term.unit_id] * 10**6 + claim.term.span.start)
        after.sort(key=lambda claim: self.new.order[claim.term.unit_id] * 10**6 + claim.term.span.start)
        return TermChange(
            tuple(claim.term for claim in before),
            tuple(claim.term for claim in after),
            "merged" if len(after) == 1 else "split",
            "inferred",
            witnesses=self._witnesses(before, after),
        )

    def _for_each(self, before: list[Claim], after: list[Claim]) -> TermChange:
        """One figure beside those that each of several had: equal ones were all raised or lowered alike."""
        row = self._joined(before, after)
        if any(not same_value(one, two) for side in (row.old, row.new) for one, two in pairwise(side)):
            return row
        verdict = judge(row.old[0], row.new[0], terse=self._terse, options=self.options)
        direction, delta, percent, points, changed = verdict
        return replace(row, direction=direction, delta=delta, percent=percent, points=points, changed=changed)

    def _pairs(self, before: list[Claim], after: list[Claim]) -> Iterator[TermChange]:
        """Pair claims one to one, and take the paired ones out; readings that contradict each other share a partner."""
        pairs = self._matched(before, after)
        old, new = tuple(before), tuple(after)
        before[:] = [claim for i, claim in enumerate(old) if i not in pairs]
        after[:] = [claim for j, claim in enumerate(new) if j not in pairs.values()]
        for i, j in pairs.items():
            mine = self._readings(old[i], before, new[j], self.old)
            theirs = self._readings(new[j], after, old[i], self.new)
            for a in mine:
                for b in theirs:
                    yield self._paired(a, b, self._others(a, mine, self.old) + self._others(b, theirs, self.new))

    def _matched(self, before: Sequence[Claim], after: Sequence[Claim]) -> dict[int, int]:
        """Which claim answers to which, by their places; what only contradicts another report is left for that one."""
        said = [_place(claim, self.old) for claim in before], [_place(claim, self.new) for claim in after]
        pairs = match(before, after, self.about, self.options, ((), ()) if self._partial else said)
        if not self._partial:
            return pairs
        others = {i: after[j] for i, j in pairs.items()}, {j: before[i] for i, j in pairs.items()}
        gone = misplaced(before, others[0], self.about, self.options) if self.old.excerpt else frozenset()
        come = misplaced(after, others[1], self.about, self.options) if self.new.excerpt else frozenset()
        if not gone and not come:
            return pairs
        left = [i for i in range(len(before)) if i not in gone], [j for j in range(len(after)) if j not in come]
        again = match([before[i] for i in left[0]], [after[j] for j in left[1]], self.about, self.options)
        return {left[0][i]: left[1][j] for i, j in again.items()}

    def _readings(self, claim: Claim, free: list[Claim], partner: Claim, side: Side) -> tuple[Claim, ...]:
        return readings(claim, free, partner, self.about, self.options) if side.excerpt else (claim,)

    def _others(self, claim: Claim, told: Sequence[Claim], side: Side) -> tuple[Alternative, ...]:
        return alternatives(claim, told, "old" if side is self.old else "new", self.about)

    def _paired(self, a: Claim, b: Claim, others: tuple[Alternative, ...]) -> TermChange:
        direction, delta, percent, points, changed = judge(
            self._as_former(a, b), b.term, terse=self._terse, options=self.options
        )
        certainty: Certainty = "inferred" if "inferred" in (a.certainty, b.certainty) else "stated"
        return TermChange(
            (a.term,),
            (b.term,),
            direction,
            "conflicting" if others else certainty,
            delta,
            percent,
            points,
            changed,
            self._witnesses([a], [b]),
            others,
        )

    def _as_former(self, a: Claim, b: Claim) -> Term:
        """The end of an old range that the new text says it moves: 上限由3万元提高到5万元 of 5000元以上3万元以下."""
        old, new, told = a.term, b.term, self.about.topic(b.term).former
        if told is None or old.bound != "range":
            return old
        if new.bound == "cap" and old.high is not None and told.high == old.high:
            return replace(old, bound="cap", low=None, low_open=False)
        if new.bound == "floor" and old.low is not None and told.low == old.low:
            return replace(old, bound="floor", high=None, high_open=False)
        return old

    def _leftovers(
        self, before: Sequence[Claim], after: Sequence[Claim], told_old: Sequence[Claim], told_new: Sequence[Claim]
    ) -> Iterator[TermChange]:
        for claim in before:
            direction: Direction = "not_reported" if self.new.excerpt else "dropped"
            certainty, others = self._standing(claim, before, told_old, self.old)
            witnesses = claim.witnesses if self.old.excerpt else ()
            yield TermChange((claim.term,), (), direction, certainty, witnesses=witnesses, alternatives=others)
        for claim in after:
            direction = "not_reported" if self.old.excerpt else "introduced"
            certainty, others = self._standing(claim, after, told_new, self.new)
            yield TermChange((), (claim.term,), direction, certainty, witnesses=claim.witnesses, alternatives=others)

    def _standing(
        self, claim: Claim, free: Sequence[Claim], told: Sequence[Claim], side: Side
    ) -> tuple[Certainty, tuple[Alternative, ...]]:
        """How sure a claim without a partner is, and the figure of another source that contradicts it."""
        rivals = contradiction(claim, free, told, self.about, self.options) if side.excerpt else ()
        return ("conflicting" if rivals else claim.certainty), self._others(claim, rivals, side)

    def _witnesses(self, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Witness, ...]:
        told = before if self.old.excerpt and not self.new.excerpt else after
        return tuple(witness for claim in told for witness in claim.witnesses)

    def _place(self, change: TermChange) -> tuple[int, ...]:
        old = (self.old.order[change.old[0].unit_id], change.old[0].span.start) if change.old else (10**9, 0)
        new = (self.new.order[change.new[0].unit_id], change.new[0].span.start) if change.new else (0, 0)
        return *old, *new


def _said(claim: Claim, side: Side) -> tuple[str, str]:
    return claim.term.quote, side.text(claim.term.unit_id)


def _place(claim: Claim, side: Side) -> tuple[str, int]:
    unit = side.unit(claim.term.unit_id)
    return side.text(unit.id).rstrip(), claim.term.span.start - unit.span.start


def _joined_names(basis: str) -> list[Grams]:
    """The parts of a joined base, without the noun they share: 研发和算力成本 joins 研发 and 算力."""
    head = grams(basis[-2:])
    names = [grams(part) for part in _JOINED.split(basis) if part]
    return [name - head or name for name in names]
