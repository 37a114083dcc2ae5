"""Kilometres an hour are a unit of their own: 时速不超过25公里 is no distance of 25,000 metres."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from policydiff.patterns import lazy
from policydiff.terms.bound_words import NOT
from policydiff.terms.bounds import Reading
from policydiff.terms.units import Unit

__all__ = ["with_speed"]

_KILOMETRE = 1000
_REACH = 24
_SAID_BEFORE = lazy(
    rf"(?:[时车航船]速|限速|速度)[^,。;、:\n]{{0,12}}$|每小时(?:{NOT}(?:超过|低于|高于)|约|为|达到?|最高|最多){{0,2}}$"
)
_SAID_BEHIND = frozenset({"/小时", "/时", "/h", "/H", "每小时"})


def with_speed(text: str, reading: Reading) -> Reading:
    """A reading of 公里 as a speed, where 时速, 每小时 or /小时 says so; any other reading stays as it is."""
    unit = reading.figure.unit
    if unit is None or unit.name != "米" or unit.factor != _KILOMETRE:
        return reading
    behind = text[reading.end : reading.end + 3]
    said = reading.per in _SAID_BEHIND or behind == "每小时"
    if not said and not _SAID_BEFORE.search(text[max(0, reading.core - _REACH) : reading.core]):
        return reading
    return replace(
        reading,
        low=None if reading.low is None else reading.low / _KILOMETRE,
        high=None if reading.high is None else reading.high / _KILOMETRE,
        figure=replace(
            reading.figure,
            value=reading.figure.value / _KILOMETRE,
            unit=Unit("quantity", "公里/小时", Fraction(1), unit.written),
        ),
        per=None if said else reading.per,
    )
