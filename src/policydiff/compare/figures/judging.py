"""What became of one figure: raised, lowered, unchanged or not comparable, and by how much.

The vocabulary is mechanical.  Upper ends are compared with upper ends, lower ones with lower ones; a missing end bounds
nothing.  三万元以下 → 五万元以上十万元以下 is raised, for neither end fell; 三万元以上十万元以下 → 二十万元以下 is not
comparable, for the most a fine can be rose and the least fell.  An exact sum counts as whatever the other side bounds:
500万元 → 最高800万元.  Two figures on different bases, or per different things, are not comparable however alike they
look, nor are a cap and a floor, nor the 每架次200元 of one text and the 每年800万元 of the other.  超过3000万元 and
不低于3000万元 are floors of one value, of which only the second includes it: unchanged, but for the bound.
"""

from __future__ import annotations

import re
from fractions import Fraction

from policydiff.compare.figures.bases import same_basis, shortened
from policydiff.compare.figures.each import same_measure
from policydiff.compare.figures.how_often import more_often
from policydiff.compare.options import CompareOptions
from policydiff.fold import fold
from policydiff.model import Direction, Facet, Term
from policydiff.numerals import figure

__all__ = [
    "Sum",
    "Terse",
    "Verdict",
    "hang_alike",
    "hang_apart",
    "judge",
    "same_value",
    "sum_of",
]

_FIGURES = re.compile(r"[\d./]+")
_N = "[一二两三四五六七八九]"
_OF_SO_MANY = re.compile(
    r"(?:每?|每[^\W\d_一二两三四五六七八九十百千万]{1,4})"
    rf"(?P<many>[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?[百千万亿]{{0,2}}|{_N}?[十百千]{_N}?万?|{_N}?万|{_N})"
    "(?=[名人位个户家辆张台所间件处栋项场次套条只亩吨年月日天床元]|公里|标准箱|标箱)"
)
_FOR_A_TIME = re.compile("每?(?:学[年期]|半年|季度?|[年月周日天]|小时)$")
_ONCE = frozenset({"一次性"})
_PERIODS = {
    "年": ("月", 12),
    "季度": ("月", 3),
    "月": ("月", 1),
    "周": ("秒", 604_800),
    "日": ("秒", 86_400),
    "小时": ("秒", 3_600),
    "分钟": ("秒", 60),
    "秒": ("秒", 1),
}
"""Units of time that one measure holds a whole number of; a 工作日 is no 日, and a 月 has no fixed number of them."""

Verdict = tuple[Direction, Fraction | None, Fraction | None, Fraction | None, tuple[Facet, ...]]
Sum = tuple[str, str | None, Fraction | None]
"""The kind, the unit and the upper end of a figure."""
_SAME = Fraction(1)
_End = Fraction | None
_Ends = tuple[_End, _End]


Terse = tuple[bool, bool]
"""Whether the old and the new text is a report, which may leave out what a figure hangs on."""


def judge(old: Term, new: Term, *, terse: Terse, options: CompareOptions) -> Verdict:  # noqa: PLR0911 one return a rule
    """Compare two figures that are about one thing: direction, delta, per cent, percentage points, changed facets.

    Where a side is `terse`, its silence is no change, and what it puts more fully (每家企业) is none either; but a
    recurrence that only the report states (累计, 每年) is one: it would be news to who read the full text.  The delta
    is in the unit of the new figure, and of the end that both have and that moved, the upper one first.
    """
    changed = _changed(old, new, terse, options)
    nothing: Verdict = "not_comparable", None, None, None, changed
    if often := more_often(old, new):
        return _by_frequency(often, changed)
    scale = _scale(old.unit, new.unit)
    if scale is None or _contradict(old, new, changed) or {old.bound, new.bound} == {"cap", "floor"}:
        return nothing
    before, after = _ends(old, new.bound, scale), _ends(new, old.bound, _SAME)
    steps = {_step(before[0], after[0], missing=-1), _step(before[1], after[1], missing=1)}
    if steps == {0} and old.bound == new.bound:
        shut = (old.low_open, old.high_open) == (new.low_open, new.high_open)
        return "unchanged", Fraction(0), Fraction(0), None, changed if shut else ("bound", *changed)
    if steps == {0} or steps >= {-1, 1}:
        return nothing
    direction: Direction = "raised" if 1 in steps else "lowered"
    told = _told(before, after, by_one_measure=old.bound == new.bound)
    if told is None:
        return direction, None, None, None, changed
    base, delta = told
    if old.kind == "rate":
        return direction, delta, None, delta * 100, changed
    return direction, delta, delta / base * 100 if base else None, None, changed


def _by_frequency(often: Direction, changed: tuple[Facet, ...]) -> Verdict:
    """每十五日一次 → 每十日一次 is raised; no one number tells how far, and one period may have two names."""
    if often != "unchanged":
        return often, None, None, None, changed
    same = tuple(facet for facet in changed if facet != "recurrence")
    return "unchanged", Fraction(0), Fraction(0), None, same


def same_value(one: Term, other: Term) -> bool:
    """Whether two figures say the same sum, whatever they are about."""
    return (one.kind, one.bound, one.low, one.high, one.unit) == (
        other.kind,
        other.bound,
        other.low,
        other.high,
        other.unit,
    )


def sum_of(term: Term) -> Sum:
    """What two figures have in common that are one sum, whether or not either says 最高."""
    return term.kind, term.unit, term.high if term.high is not None else term.low


def _scale(old: str | None, new: str | None) -> Fraction | None:
    """How many of the new unit one of the old one holds; null where no fixed number does.

    >>> _scale("年", "月"), _scale("小时", "分钟"), _scale("日", "工作日")
    (Fraction(12, 1), Fraction(60, 1), None)
    """
    if old == new:
        return _SAME
    before, after = _PERIODS.get(old or ""), _PERIODS.get(new or "")
    if before is None or after is None or before[0] != after[0]:
        return None
    return Fraction(before[1], after[1])


def _ends(term: Term, against: str, scale: Fraction) -> _Ends:
    """The lower and the upper end that count beside a figure of another bound."""
    low = None if term.bound == "exact" and against == "cap" else term.low
    high = None if term.bound == "exact" and against == "floor" else term.high
    return (low, high) if scale == 1 else (low and low * scale, high and high * scale)


def _step(before: _End, after: _End, *, missing: int) -> int:
    """Whether an end rose (1), fell (-1) or stayed; one that is missing lies below (-1) or above (1) all figures."""
    if before is None or after is None:
        return missing * ((after is None) - (before is None))
    return 0 if before == after else 1 if after > before else -1


def _told(before: _Ends, after: _Ends, *, by_one_measure: bool) -> tuple[Fraction, Fraction] | None:
    """What an end was and how far it moved; null where only a missing end came or went.

    Of a range both of whose ends moved, and not `by_one_measure`, no one number tells how far.
    """
    pairs = zip(before[::-1], after[::-1], strict=True)
    moved = [(a, b - a) for a, b in pairs if a is not None and b is not None and a != b]
    if by_one_measure and len({step / start for start, step in moved if start}) > 1:
        return None
    return moved[0] if moved else None


def _changed(old: Term, new: Term, terse: Terse, options: CompareOptions) -> tuple[Facet, ...]:
    partial = any(terse) and not hang_apart(old, new)
    found: list[Facet] = []
    if old.bound != new.bound:
        found.append("bound")
    if old.hedge != new.hedge:
        found.append("hedge")
    if not _agree_on_basis(old.basis, new.basis, partial, options):
        found.append("basis")
    if not _agree(old.per, new.per, partial, options) or (old.per and new.per and _many(old.per) != _many(new.per)):
        found.append("per")
    if _recurrence(old) != _recurrence(new) and not (partial and _left_out(old, new, terse)):
        found.append("recurrence")
    return tuple(found)


def _recurrence(term: Term) -> str:
    """How often; the 连续3年 of a period repeats its own figure, which is compared by itself."""
    recurrence = fold(term.recurrence) if term.recurrence else ""
    return _FIGURES.sub("", recurrence) if recurrence and term.kind == "duration" else recurrence


def _left_out(old: Term, new: Term, terse: Terse) -> bool:
    """Whether one side is silent on how often, and may be; 一次性 only spells out what a single grant is anyway."""
    if old.recurrence and new.recurrence:
        return False
    more = old.recurrence or new.recurrence
    return terse[0 if new.recurrence else 1] or more in _ONCE


def _agree(old: str | None, new: str | None, partial: bool, options: CompareOptions) -> bool:
    if old is None or new is None or old == new:
        return old == new or partial
    return same_measure(old, new, options)


def _agree_on_basis(old: str | None, new: str | None, partial: bool, options: CompareOptions) -> bool:
    if old is None or new is None or old == new:
        return old == new or partial
    return same_basis(old, new, options) or (partial and shortened(old, new, options))


def _many(per: str) -> Fraction:
    """Of how many at a time: 1000 of 每千名居民, 2 of 每吸纳2名毕业生, 1 of 每户."""
    found = _OF_SO_MANY.match(per)
    return figure(found["many"]) if found else Fraction(1)


def _contradict(old: Term, new: Term, changed: tuple[Facet, ...]) -> bool:
    """Whether both sides say what the figure hangs on, and say it differently."""
    said = {
        "basis": old.kind == "rate" and bool(old.basis and new.basis),
        "per": bool(old.per and new.per),
        "recurrence": bool(old.recurrence and new.recurrence),
    }
    return any(said.get(facet, False) for facet in changed) or hang_apart(old, new) or _by_other_time(old, new)


def _by_other_time(old: Term, new: Term) -> bool:
    """Whether both figures are prices per unit, and only one is so for a time: 每吨4000元 and 每吨每年1000元."""
    if not old.per or not new.per or old.recurrence == new.recurrence:
        return False
    return bool(_FOR_A_TIME.search(old.per)) != bool(_FOR_A_TIME.search(new.per))


def hang_apart(old: Term, new: Term) -> bool:
    """Whether each of two figures says what it hangs on, for each of what or how often, and the two share nothing.

    每架次200元 and 每年500万元 are two figures; 每家企业每年50万元 and 每年80万元 may be one.
    """
    if (old.per and new.per) or (old.recurrence and new.recurrence):
        return False
    return any(
        one.per and other.recurrence and other.recurrence not in _ONCE for one, other in ((old, new), (new, old))
    )


def hang_alike(old: Term, new: Term) -> bool:
    """Whether two figures hang on one thing, and say so: both 每年, or both 每架次."""
    often = old.recurrence is not None and _recurrence(old) == _recurrence(new)
    return often or (old.per is not None and old.per == new.per)
