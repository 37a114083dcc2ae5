"""Signatures: an office with a date under it, or beside it in one line: 某市人民政府办公室　　2024年6月18日."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from policydiff.fold import HAN
from policydiff.patterns import lazy
from policydiff.segment.dates import read_date
from policydiff.segment.lines import Line

__all__ = ["DATE_LINE", "signature", "signs"]

_DATE = r"(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s?年.{1,4}月.{1,4}日"
DATE_LINE = lazy(rf"^{_DATE}$")
"""2024年3月27日 on a line of its own: the date under a signature."""
_OFFICE = (
    "政府|办公[室厅]|[局厅院部署]|委员会|[改革商健宣工政法]委|法院|检察院|中心|公司|大学|学院|协会|联合会|"
    "总队|支队|领导小组|指挥部"
)
_ONE_LINE = lazy(
    rf"^(?![自于由经在至按据截从])(?P<office>{HAN}{{2,30}}?(?:[ \t　、，]{{1,4}}{HAN}{{2,30}}?){{0,5}}(?:{_OFFICE}))"
    rf"[ \t　]*(?P<date>{_DATE})$"
)
_GAP = lazy(r"[ \t　]+")
_NO_NAME = lazy("[。；;：:，,]")
_LONGEST = 40


def signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line belongs to a signature: a date, a short name with a date under it, or both in one."""
    words = lines[at].words
    below = lines[at + 1].words if at + 1 < len(lines) else ""
    if words.endswith("。"):
        return False
    return bool(DATE_LINE.match(words) or (len(words) <= _LONGEST and DATE_LINE.match(below)) or _beside(lines[at]))


def signature(lines: Sequence[Line]) -> tuple[str | None, date | None]:
    """The issuer and the date of the last signature.

    Both sign what stands above; above all words they are a page's own bookkeeping: a headline with its day.
    """
    top = next((i for i, line in enumerate(lines) if "。" in line.text or line.words.endswith("：")), len(lines))
    for at in range(len(lines) - 1, top, -1):
        if lines[at].marker:
            continue
        if DATE_LINE.match(lines[at].words):
            name = lines[at - 1].words
            issuer = name if 2 <= len(name) <= _LONGEST and not _NO_NAME.search(name) else None
            return issuer, read_date(lines[at].words)
        both = _beside(lines[at])
        if both:
            return _GAP.sub(" ", both["office"]), read_date(both["date"])
    return None, None


def _beside(line: Line) -> re.Match[str] | None:
    """An office and a date in one line."""
    return None if line.marker or len(line.words) > 2 * _LONGEST else _ONE_LINE.match(line.words)
