"""When a page says that it put a text up: by a line that cleaning takes away; a draft seldom bears a date itself."""

from __future__ import annotations

from datetime import date

from policydiff.model import CleanText
from policydiff.patterns import lazy

__all__ = ["published"]

_LABEL = r"(?:发布|发文|成文|印发|公布|发表|发稿|公开|上网)(?:时间|日期)"
_DAY = r"(?P<year>(?:19|20)\d{2})\s?[-./年]\s?(?P<month>\d{1,2})\s?[-./月]\s?(?P<day>\d{1,2})(?!\d)"
_LABELLED = lazy(rf"(?:{_LABEL}|(?m:^)\s{{0,20}}时间)\s{{0,10}}[:：]\s{{0,10}}{_DAY}")
_WRITTEN = lazy(_DAY)


def published(cleaned: CleanText) -> date | None:
    """The day that the page itself tells, by its data or in a line such as 发布时间：2023-09-20; None if it does not.

    A line that cleaning left in the text belongs to the document, and is not asked.
    """
    for fact in cleaned.source.facts:
        if fact.key == "published" and (told := _WRITTEN.search(fact.value)) and (day := _day(told.groupdict())):
            return day
    for line in _LABELLED.finditer(cleaned.source.text):
        if line[0].strip() not in cleaned.text and (day := _day(line.groupdict())):
            return day
    return None


def _day(parts: dict[str, str]) -> date | None:
    try:
        return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    except ValueError:
        return None
