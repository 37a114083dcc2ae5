"""What is asked of a figure, from how a person writes it: cap>=500万元, rate=30%, duration<=三年."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, cast

from policydiff.errors import InputError
from policydiff.index import FIELDS, Condition, dimension, number
from policydiff.model import Kind
from policydiff.numerals import FIGURE, HAN_NUMERAL, figure

__all__ = ["parse_condition"]

_LONGEST = 60
_SIGNS = {"≥": ">=", "≧": ">=", "≤": "<=", "≦": "<=", "==": "=", "=>": ">=", "=<": "<="}
_FORM = re.compile(r"\s*(\w{1,20})\s*([<>=≥≤≧≦]{1,2})\s*+((?:.*\S)?)\s*", re.DOTALL)
_SHARE = re.compile(rf"({HAN_NUMERAL})分之({FIGURE}|{HAN_NUMERAL})")
_NUMBER = re.compile(rf"(?:{FIGURE})[百千万亿]{{0,3}}|{HAN_NUMERAL}")
_EXAMPLES = "cap>=500万元, rate=30% or duration<=3年"


def parse_condition(text: str) -> Condition:
    """Read a condition; raises InputError with what is wrong with it.

    >>> parse_condition("cap >= 0.05亿元")
    Condition(field='cap', operation='>=', dimension='money:CNY', number=5000000.0)
    >>> parse_condition("duration=12个月") == parse_condition("duration=1年")
    True
    >>> parse_condition("rate>百分之三十").number, parse_condition("count>=8").dimension is None
    (0.3, True)
    """
    from policydiff.terms.view import view_of  # noqa: PLC0415 - most searches ask for no figure

    shown = "".join(c if c.isprintable() else "·" for c in text[:_LONGEST]) + "…" * (len(text) > _LONGEST)
    view = view_of(text).text if len(text) <= _LONGEST else ""
    form = _FORM.fullmatch(view)
    operation = _SIGNS.get(form[2], form[2]) if form else ""
    if form is None or operation not in {">=", "<=", "=", ">", "<"}:
        raise InputError(f'"{shown}" is no condition for figures; write it like {_EXAMPLES}')
    field = form[1].lower()
    if field not in FIELDS:
        raise InputError(f'"{shown}" asks for "{form[1]}"; a condition starts with one of {", ".join(FIELDS)}')
    value, kind, unit = _figure(form[3], shown)
    if kind is None and field != "count":
        raise InputError(f'"{shown}" has a figure without its unit; write it like {_EXAMPLES}')
    if kind is not None and field not in ("cap", "floor", kind):
        raise InputError(f'"{shown}" asks for {field}, but {form[3]} is {kind}; write {kind}{operation}{form[3]}')
    signs = cast('Literal[">=", "<=", "=", ">", "<"]', operation)
    if kind is None:
        return Condition(field, signs, None, number(value))
    name, factor = dimension(kind, unit)
    return Condition(field, signs, name, number(value * factor))


def _figure(text: str, shown: str) -> tuple[Fraction, Kind | None, str | None]:
    """The value, kind and unit of a figure; no kind where it has no unit."""
    from policydiff.terms.units import unit_at  # noqa: PLC0415 - see above

    share = _SHARE.fullmatch(text)
    if share and (whole := figure(share[1])):
        return figure(share[2]) / whole, "rate", None
    found = _NUMBER.match(text)
    if found is None:
        raise InputError(f'"{shown}" compares with no figure; write it like {_EXAMPLES}')
    value = figure(found[0])
    if found.end() == len(text):
        return value, None, None
    # some units count only before a mark: 折 of 九折，
    unit = unit_at(f"{text},", found.end())
    if unit is None or found.end() + len(unit.written) != len(text):
        raise InputError(f'"{shown}" has a unit the program does not know; write it like {_EXAMPLES}')
    return value * unit.factor, unit.kind, unit.name
