"""The figures that changed, by what they are measured in, with a scale on which each family can be drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from policydiff.model import Role, Term
from policydiff.render.comparison.facts import Figure
from policydiff.render.wording.values import TOLD_ROLES

__all__ = ["Drawn", "Family", "Scale", "families", "in_measure", "measure", "reach"]

Measure = tuple[str, str | None]
_Key = tuple[Measure, Role | None]

_LINEAR_SPAN = 250
"""Up to this ratio of the largest to the smallest value a bar to scale can still be seen."""
_BEYOND = 0.25
"""The share of figures so much larger than the rest that may have a scale of their own; of more the scale is
logarithmic."""
_COMMON: dict[str, tuple[str, Fraction]] = {  # 工作日 is no 日
    "月": ("年", Fraction(1, 12)),
    "个月": ("年", Fraction(1, 12)),
    "季度": ("年", Fraction(1, 4)),
    "周": ("日", Fraction(7)),
    "天": ("日", Fraction(1)),
    "分钟": ("小时", Fraction(1, 60)),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value stands between the left edge and the right one, in per cent."""

    kind: Literal["linear", "log"]
    low: Fraction
    high: Fraction

    def at(self, value: Fraction) -> float:
        """The place of a value.

        >>> Scale("linear", Fraction(0), Fraction(500)).at(Fraction(200))
        40.0
        >>> Scale("log", Fraction(1), Fraction(10_000)).at(Fraction(100))
        50.0
        """
        if value >= self.high:
            return 100.0
        if self.kind != "log":
            share = float(value / self.high)
        else:
            share = (_log(max(value, self.low)) - _log(self.low)) / (_log(self.high) - _log(self.low))
        return round(100 * min(max(share, 0.0), 1.0), 1)

    def lines(self) -> tuple[Fraction, ...]:
        """The values to mark: the ends and the middle, or the powers of ten."""
        if self.kind != "log":
            return self.low, self.high / 2, self.high
        return tuple(self.low * Fraction(10) ** step for step in range(0, self._powers + 1, self.each))

    @property
    def each(self) -> int:
        """How many powers of ten lie between two lines of a logarithmic scale.

        >>> Scale("log", Fraction(1), Fraction(10_000)).each, Scale("log", Fraction(1), Fraction(100_000)).each
        (1, 2)
        """
        return max(1, math.ceil(self._powers / 4))

    @property
    def _powers(self) -> int:
        return round(_log(self.high) - _log(self.low))


@dataclass(frozen=True, slots=True)
class Family:
    """Figures of one measure and, where that is no grant, of one role: conditions beside each other, not among sums.

    `scale` is null where each row needs its own; `larger` says that these are the few that the scale of their measure
    could not hold.
    """

    measure: Measure
    figures: tuple[Figure, ...]
    scale: Scale | None
    role: Role | None = None
    larger: bool = False

    def drawn(self, figure: Figure) -> tuple[Measure, Scale]:
        """The measure and the scale that a figure is drawn in."""
        own = measure(_terms(figure)[0])
        return (self.measure, self.scale) if self.scale else (own, _alone(_values(figure, own), own))

    def alone(self, figure: Figure) -> Family:
        """A figure that has a scale of its own as a family by itself."""
        own, scale = self.drawn(figure)
        return Family(own, (figure,), scale)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a picture shows, and the figures that it leaves out; `alike` would be the same bar twice."""

    families: tuple[Family, ...]
    left: tuple[Figure, ...]
    alike: tuple[Figure, ...] = ()


def families(figures: Iterable[Figure], most: int, altogether: int) -> Drawn:
    """The figures that have a value to draw: money first, each measure with two or more of them by itself.

    Of each family `most` are drawn, and `altogether` of all, those with both an old and a new value first.  One that
    is alone in its measure is drawn only if it is such a pair.
    """
    given = tuple(figures)
    alike = tuple(figure for figure in given if _alike(figure))
    every = tuple(figure for figure in given if not _alike(figure))
    found = _by_measure(every)
    kept = _chosen([member for members in found.values() for member in members[:most]], altogether)
    chosen = [(key, [member for member in members if id(member) in kept]) for key, members in found.items()]
    made = [family for key, members in chosen if len(members) > 1 for family in _scaled(key, members)]
    lone = [members[0] for _, members in chosen if len(members) == 1 and not _one_sided(members[0])][:most]
    if lone:
        made.append(Family(("", None), tuple(lone), None))
    shown = {id(figure) for family in made for figure in family.figures}
    return Drawn(tuple(made), tuple(figure for figure in every if id(figure) not in shown), alike)


def _by_measure(figures: Iterable[Figure]) -> dict[_Key, list[Figure]]:
    """What can be drawn by measure and role, grants and money first, in each the pairs first."""
    found: dict[_Key, list[Figure]] = {}
    for figure in figures:
        terms = _terms(figure)
        if terms and any(value > 0 for value in _values(figure, measure(terms[0]))):  # a nought has no length
            role = figure.role if figure.role in TOLD_ROLES else None
            found.setdefault((measure(terms[0]), role), []).append(figure)
    order = sorted(found, key=lambda key: (key[1] is not None, key[0][0] != "money", key[0][0] != "rate"))
    return {key: sorted(found[key], key=_one_sided) for key in order}


def _chosen(figures: list[Figure], most: int) -> set[int]:
    """As many as can be drawn, by their identity; what has two values shows a change, and goes first."""
    return {id(figure) for figure in sorted(figures, key=_one_sided)[:most]}


def _scaled(key: _Key, members: list[Figure]) -> Iterator[Family]:
    """One family, or two where a few figures are so large that beside them the others could not be seen."""
    wanted = key[0]
    tops = [max(_values(figure, wanted)) for figure in members]
    bound = min(top for top in tops if top > 0) * _LINEAR_SPAN
    larger = [figure for figure, top in zip(members, tops, strict=True) if top > bound]
    if larger and len(larger) <= len(members) * _BEYOND:
        rest = [figure for figure, top in zip(members, tops, strict=True) if top <= bound]
        yield _family(key, rest)
        yield replace(_family(key, larger), larger=True)
    else:
        yield _family(key, members)


def _family(key: _Key, members: list[Figure]) -> Family:
    wanted, role = key
    return Family(wanted, tuple(members), _scale([v for m in members for v in _values(m, wanted)]), role)


def reach(term: Term) -> Fraction:
    """The value that a bar runs to, in the unit that its measure is drawn in."""
    value = term.high if term.high is not None else term.low
    return in_measure(term, value if value is not None else Fraction(0))


def _alike(figure: Figure) -> bool:
    """Whether both sides would be drawn alike: 每半年一次 → 每季度一次 is another measure of the same value."""
    old, new = ([_shape(term) for term in terms] for terms in (figure.term.old, figure.term.new))
    return bool(old) and old == new


def _shape(term: Term) -> tuple[Measure, Fraction | None, Fraction | None]:
    low, high = (None if end is None else in_measure(term, end) for end in (term.low, term.high))
    return measure(term), low if term.bound in {"floor", "range"} else None, high


def _one_sided(figure: Figure) -> bool:
    return not (figure.term.old and figure.term.new)


def measure(term: Term) -> Measure:
    """What a figure is measured in; months and years are of one measure, working days and days are not."""
    unit = _COMMON[term.unit][0] if term.kind == "duration" and term.unit in _COMMON else term.unit
    return term.kind, unit


def in_measure(term: Term, value: Fraction) -> Fraction:
    """A value of a figure in the unit that its measure is drawn in."""
    if term.kind == "duration" and term.unit in _COMMON:
        return value * _COMMON[term.unit][1]
    return value


def _terms(figure: Figure) -> tuple[Term, ...]:
    return tuple(t for t in figure.term.old + figure.term.new if t.low is not None or t.high is not None)


def _values(figure: Figure, wanted: Measure) -> list[Fraction]:
    """How far its bars reach, in one measure; where a range begins is of no account for a scale."""
    return [reach(term) for term in _terms(figure) if measure(term) == wanted]


def _scale(values: list[Fraction]) -> Scale:
    """A scale to proportion wherever one can be read.

    >>> [_scale([Fraction(n) for n in given]).kind for given in ((2, 5), (1, 30, 900, 9000))]
    ['linear', 'log']
    """
    positive = sorted(value for value in values if value > 0)
    low, high = positive[0], positive[-1]
    if high <= low * _LINEAR_SPAN:
        return Scale("linear", Fraction(0), _round_up(high))
    return Scale("log", _power(low), _power_above(high))


def _alone(values: list[Fraction], wanted: Measure) -> Scale:
    """The scale of one figure: a share is drawn against its whole, or 20% would look like all there is."""
    if wanted[0] == "rate" and 0 < max(values) <= 1:
        return Scale("linear", Fraction(0), Fraction(1))
    return _scale(values)


def _round_up(value: Fraction) -> Fraction:
    """The next of 1, 2, 2.5, 5, 10 times a power of ten.

    >>> _round_up(Fraction(320)), _round_up(Fraction(1, 5))
    (Fraction(500, 1), Fraction(1, 5))
    """
    power = _power(value)
    return next(power * step for step in (1, 2, Fraction(5, 2), 5, 10) if power * step >= value)


def _power(value: Fraction) -> Fraction:
    """The power of ten at or below a value, told by its digits: a float would overflow."""
    digits = len(str(value.numerator)) - len(str(value.denominator))
    power = Fraction(10) ** digits
    while power > value:
        power /= 10
    return power


def _power_above(value: Fraction) -> Fraction:
    power = _power(value)
    return power if power == value else power * 10


def _log(value: Fraction) -> float:
    return math.log10(value.numerator) - math.log10(value.denominator)
