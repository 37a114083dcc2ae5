"""The dates a text writes, 2025年7月1日 or 二〇二五年七月一日, and the last day that a period of validity leaves it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from policydiff.numerals import whole
from policydiff.patterns import lazy

__all__ = ["DATE", "expiry", "read_date", "read_dates", "validity"]

_DIGIT = "[〇○Ｏ零一二三四五六七八九]"
_TWO = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = rf"(?:\d{{4}}|{_DIGIT}{{4}})\s?年\s?{_TWO}\s?月\s?{_TWO}\s?日"
"""A date in either writing, as a regular expression."""

_PARTS = lazy(
    rf"(?P<year>\d{{4}}|{_DIGIT}{{4}})\s?(?:年|(?P<sign>[-./]))\s?(?P<month>{_TWO})\s?(?:(?(sign)(?P=sign)|月))\s?(?P<day>{_TWO})(?:\s?日|(?!\d))"
)
_PERIOD = r"[\d一二三四五六七八九十两]+\s*(?:年|个月)"
_VALIDITY = lazy(
    rf"有效期(?:限)?(?:自[^，。；]{{0,30}}?起)?[，,]?(?:为|至|到|是|截至|截止)?"
    rf"(?P<span>{DATE}(?:止)?|{_PERIOD}|长期)"
)
_UNTIL = lazy(
    rf"有效期[^。；]{{0,30}}?(?:至|到)(?P<until>{DATE})|起(?:施行|执行|实施)[^。；]{{0,12}}?(?:至|到)(?P<start>{DATE})|"
    rf"(?:施行|执行|实施)(?:至|到)(?P<stop>{DATE})止|至(?P<void>{DATE})(?:自动)?(?:失效|废止)"
)
_OF_THE_TEXT = lazy(
    r"施行|实施|执行|生效|发布|印发|公布|试行|本(?:政策|办法|措施|规定|条例|细则|意见|方案|通知|决定|规则|计划|规划|文件|若干)"
)
_BACK = 80
_MONTHS = {"年": 12, "个月": 1}


def read_dates(text: str) -> tuple[date, ...]:
    """Every date in a text; a slip such as 2024年13月1日 is none.

    >>> read_dates("二〇二五年七月一日，2025年12月31日，2025-01-02，2024年13月1日")
    (datetime.date(2025, 7, 1), datetime.date(2025, 12, 31), datetime.date(2025, 1, 2))
    """
    found = (read_date(match[0]) for match in _PARTS.finditer(text))
    return tuple(day for day in found if day)


def read_date(text: str) -> date | None:
    """The first date in a text, if it is one."""
    match = _PARTS.search(text)
    if match is None:
        return None
    try:
        return date(*(_number(match[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def validity(text: str) -> str | None:
    """How long a text says it is in force, in its own words: 三年, 2028年6月30日, 长期."""
    match = _own(_VALIDITY, text)
    return match["span"] if match else None


def _own(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match whose sentence speaks of the text itself: not 证书有效期三年."""
    for match in pattern.finditer(text):
        before = re.split("[。；\n]", text[max(0, match.start() - _BACK) : match.start()])[-1]
        if not re.sub(r"第\S{1,6}条|\S{1,3}、|\s", "", before) or _OF_THE_TEXT.search(before + match[0][:3]):
            return match
    return None


def expiry(text: str, effective: date | None) -> date | None:
    """The last day in force.

    A day the text names is that day (有效期至2028年6月30日).  A period runs from the day of effect and ends on the eve
    of its anniversary: from 2025-07-01, 三年 ends on 2028-06-30.  Where the day of effect is open, or none of the kind
    is said, there is no telling, and the answer is null.
    """
    until = _own(_UNTIL, text)
    if until:
        return read_date(next(filter(None, reversed(until.groups()))))
    said = validity(text)
    if said is None or read_date(said):
        return read_date(said) if said else None
    period = re.fullmatch(r"(\S+?)\s*(年|个月)", said)
    if period is None or effective is None:
        return None
    try:
        return _months_on(effective, _number(period[1]) * _MONTHS[period[2]]) - timedelta(days=1)
    except (ValueError, OverflowError):  # 有效期九千年
        return None


def _months_on(day: date, months: int) -> date:
    """The same day some months on, or the first behind a month too short for it: a period's last day is its eve."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + timedelta(days=int(day.day > last))


def _number(written: str) -> int:
    return whole(written.replace("Ｏ", "〇"))
