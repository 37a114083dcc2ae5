"""Whether something is done more often: 每十五日一次 → 每十日一次, 每年两次 → 每季度一次.

Counts of times are compared by how many of them fall into one day.  A month has 28 to 31 days and a quarter three
months, so 每月 and 每十五日 can be compared, 每月 and 每三十日 cannot.
"""

from __future__ import annotations

from fractions import Fraction

from policydiff.model import Direction, Term
from policydiff.numerals import from_han
from policydiff.patterns import lazy

__all__ = ["more_often"]

_OFTEN = lazy("每(?:(?P<n>[零一二两三四五六七八九十百千]{1,4})|(?P<half>半))?个?(?P<period>[^\\W\\d_半个]{1,3})")
_MONTHS = {"年": 12, "季度": 3, "月": 1}
_DAYS = {"周": Fraction(7), "日": Fraction(1), "小时": Fraction(1, 24)}
_OTHERS = {"学期": Fraction(1), "学年": Fraction(2)}
_MONTH = Fraction(28), Fraction(31)
_YEAR = Fraction(365, 12), Fraction(366, 12)
_FROM_A_YEAR = 12

_Span = tuple[Fraction, Fraction]
_Period = tuple[str, Fraction]
"""A measure and how many of it: 3 months."""


def more_often(old: Term, new: Term) -> Direction | None:
    """Raised or lowered, if two counts of times are told by two periods and one is surely more often.

    Null where they are no such counts, or where no one answer holds: 每年两次 and 每半年一次 are as often, and not one
    rule.
    """
    if old.unit != "次" or new.unit != "次" or old.recurrence == new.recurrence or old.per != new.per:
        return None
    before, after = _period(old.recurrence), _period(new.recurrence)
    if before is None or after is None:
        return None
    steps = {_step((a, before), (b, after)) for a, b in ((old.low, new.low), (old.high, new.high)) if a or b}
    if steps == {1}:
        return "raised"
    if steps == {-1}:
        return "lowered"
    same_rule = before == after and (old.low, old.high) == (new.low, new.high)
    return "unchanged" if same_rule else None


def _step(before: tuple[Fraction | None, _Period], after: tuple[Fraction | None, _Period]) -> int | None:
    """1 if what is done so many times in a period is done more often after, -1 if less often, else null."""
    if before[0] is None or after[0] is None:
        return None
    if before[1][0] == after[1][0]:
        spans = tuple((number, number) for number in (before[1][1], after[1][1]))
    else:
        spans = tuple(span for span in (_days(before[1]), _days(after[1])) if span)
        if len(spans) < 2:
            return None
    (shortest, longest), (least, most) = spans
    if after[0] / most > before[0] / shortest:
        return 1
    return -1 if after[0] / least < before[0] / longest else None


def _period(often: str | None) -> _Period | None:
    """3 months of 每季度, 15 days of 每十五日.

    >>> _period("每半年"), _period("每两周"), _period("每年累计")
    (('months', Fraction(6, 1)), ('days', Fraction(14, 1)), None)
    """
    found = _OFTEN.fullmatch(often or "")
    if found is None:
        return None
    number = Fraction(1, 2) if found["half"] else Fraction(from_han(found["n"])) if found["n"] else Fraction(1)
    period = found["period"]
    if not number:
        return None
    if period in _MONTHS:
        return "months", number * _MONTHS[period]
    if period in _DAYS:
        return "days", number * _DAYS[period]
    return ("terms", number * _OTHERS[period]) if period in _OTHERS else None


def _days(period: _Period) -> _Span | None:
    """How many days a period has, at least and at most."""
    measure, number = period
    if measure == "months":
        least, most = _YEAR if number >= _FROM_A_YEAR else _MONTH
        return number * least, number * most
    return (number, number) if measure == "days" else None
