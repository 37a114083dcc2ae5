"""Which old figure became which new one.

Within a group of linked provisions figures are paired by what they are about, the likest first.  A new figure whose
base joins the bases of several old ones (研发成本, 算力服务费 → 研发和算力成本) merges them; the reverse splits one.
What has no partner is introduced or dropped, or, where the other side is known from reports only, not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policydiff.compare.aboutness import Aboutness
from policydiff.compare.claims import Claim, claims
from policydiff.compare.judging import judge, same_value
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Alternative, Certainty, Direction, Term, TermChange, Witness
from policydiff.similarity import Grams, grams

__all__ = ["Pairing", "with_alternatives"]

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
        found = [*self._merges(before, after), *self._pairs(before, after), *self._leftovers(before, after, old, new)]
        return tuple(sorted(found, key=self._place))

    @property
    def _partial(self) -> bool:
        return self.old.excerpt or self.new.excerpt

    def _merges(self, before: list[Claim], after: list[Claim]) -> Iterator[TermChange]:
        """Take out the claims that merge into one, or that one is split into."""
        for whole in tuple(after):
            parts = self._parts(whole, before)
            if parts:
                after.remove(whole)
                before[:] = [claim for claim in before if claim not in parts]
                yield self._joined([*parts], [whole])
        for whole in tuple(before):
            parts = self._parts(whole, after)
            if parts:
                before.remove(whole)
                after[:] = [claim for claim in after if claim not in parts]
                yield self._joined([whole], [*parts])

    def _parts(self, whole: Claim, others: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims of the other side whose bases the whole's base joins, one for each of its parts."""
        names = _joined_names(whole.term.basis or "")
        if len(names) < 2:
            return ()
        rivals = [claim for claim in others if self._comparable(whole.term, claim.term)]
        if any(all(name & self._base(claim) for name in names) for claim in rivals):
            return ()
        found: list[Claim] = []
        for name in names:
            free = [claim for claim in rivals if claim not in found and name & self._base(claim)]
            if not free:
                return ()
            found.append(max(free, key=lambda claim: self.about.likeness(whole.term, claim.term)))
        return tuple(found)

    def _base(self, claim: Claim) -> Grams:
        return grams(self.about.topics[claim.term].base or "")

    def _comparable(self, one: Term, other: Term) -> bool:
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

    def _pairs(self, before: list[Claim], after: list[Claim]) -> Iterator[TermChange]:
        """Pair claims one to one, and take the paired ones out."""
        ranked = sorted(
            (-round(score, 6), b.certainty != "stated", abs(i - j), i + j, i, j)
            for i, a in enumerate(before)
            for j, b in enumerate(after)
            if (score := self.about.likeness(a.term, b.term)) >= self.options.term_floor
        )
        pairs: dict[int, int] = {}
        for _, _, _, _, i, j in ranked:
            if i not in pairs and j not in pairs.values():
                pairs[i] = j
        for i, j in pairs.items():
            yield self._paired(before[i], after[j])
        taken = set(pairs.values())
        before[:] = [claim for i, claim in enumerate(before) if i not in pairs]
        after[:] = [claim for j, claim in enumerate(after) if j not in taken]

    def _paired(self, a: Claim, b: Claim) -> TermChange:
        direction, delta, percent, points, changed = judge(a.term, b.term, partial=self._partial, options=self.options)
        certainty: Certainty = "inferred" if "inferred" in (a.certainty, b.certainty) else "stated"
        return TermChange(
            (a.term,), (b.term,), direction, certainty, delta, percent, points, changed, self._witnesses([a], [b])
        )

    def _leftovers(
        self, before: list[Claim], after: list[Claim], old: Sequence[Term], new: Sequence[Term]
    ) -> Iterator[TermChange]:
        for claim in before:
            yield self._alone(claim, old, self.old, "not_reported" if self.new.excerpt else "dropped")
        for claim in after:
            yield self._alone(claim, new, self.new, "not_reported" if self.old.excerpt else "introduced")

    def _alone(self, claim: Claim, own: Sequence[Term], side: Side, direction: Direction) -> TermChange:
        rivals = self._told_otherwise(claim, own, side)
        name: Literal["old", "new"] = "old" if side is self.old else "new"
        return TermChange(
            (claim.term,) if name == "old" else (),
            (claim.term,) if name == "new" else (),
            direction,
            "conflicting" if rivals else claim.certainty,
            witnesses=claim.witnesses if name == "new" or side.excerpt else (),
            alternatives=tuple(
                Alternative(name, term, round(self.about.likeness(claim.term, term), 3)) for term in rivals
            ),
        )

    def _told_otherwise(self, claim: Claim, own: Sequence[Term], side: Side) -> tuple[Term, ...]:
        """The figure that another source of the same side gives for the same thing: it makes the claim conflicting."""
        here = side.document(claim.term.unit_id)
        rivals = [
            (score, term)
            for term in own
            if side.document(term.unit_id) is not here
            and (term.kind, term.bound) == (claim.term.kind, claim.term.bound)
            and not same_value(term, claim.term)
            and (score := self.about.likeness(claim.term, term)) >= self.options.term_floor
        ]
        return (max(rivals, key=lambda rival: (rival[0], -rival[1].span.start))[1],) if side.excerpt and rivals else ()

    def _witnesses(self, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Witness, ...]:
        told = before if self.old.excerpt and not self.new.excerpt else after
        return tuple(witness for claim in told for witness in claim.witnesses)

    def _place(self, change: TermChange) -> tuple[int, int, int]:
        if change.old:
            return self.old.order[change.old[0].unit_id], change.old[0].span.start, 0
        return 10**9, self.new.order[change.new[0].unit_id], change.new[0].span.start


def _joined_names(basis: str) -> list[Grams]:
    """The parts of a joined base, without the noun they share: 研发和算力成本 joins 研发 and 算力."""
    head = grams(basis[-2:])
    names = [grams(part) for part in _JOINED.split(basis) if part]
    return [name - head or name for name in names]


def with_alternatives(
    changes: Sequence[Sequence[TermChange]], about: Aboutness, options: CompareOptions
) -> list[tuple[TermChange, ...]]:
    """Name, for a figure whose partner is inferred or missing, a figure of another provision that is about the same.

    The claim stays what it is; the reader is told of the other reading.
    """
    open_old = [
        (g, term) for g, group in enumerate(changes) for change in group if _open(change) for term in change.old
    ]
    open_new = [
        (g, term) for g, group in enumerate(changes) for change in group if _open(change) for term in change.new
    ]
    found = []
    for g, group in enumerate(changes):
        row = []
        for change in group:
            others: list[Alternative] = []
            if _open(change) and not change.alternatives:
                others += _rivals("new", change.old, [term for h, term in open_new if h != g], about, options)
                others += _rivals("old", change.new, [term for h, term in open_old if h != g], about, options)
            row.append(replace(change, alternatives=(*change.alternatives, *others)) if others else change)
        found.append(tuple(row))
    return found


def _open(change: TermChange) -> bool:
    return change.direction in {"merged", "split", "introduced", "dropped", "not_reported"}


def _rivals(
    side: str, terms: Sequence[Term], others: Sequence[Term], about: Aboutness, options: CompareOptions
) -> Iterator[Alternative]:
    for term in terms:
        scored = [(about.likeness(term, other), other) for other in others if other.bound == term.bound]
        if scored:
            score, best = max(scored, key=lambda pair: (pair[0], -pair[1].span.start))
            if score >= options.alternative_floor:
                yield Alternative("new" if side == "new" else "old", best, round(score, 3))
