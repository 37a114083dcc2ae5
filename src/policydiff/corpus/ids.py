"""Ids for what is new: a work's from the pinyin of its title, a version's from its year and status."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from itertools import count

from policydiff.corpus.titles import title_key
from policydiff.model import Status

__all__ = ["new_version_id", "new_work_id"]

_LONGEST = 40
_UNTOLD = frozenset(
    {"关于", "促进", "支持", "推进", "推动", "加快", "加强", "鼓励", "进一步", "若干", "发展", "实施", "工作", "有关"}
    | {"中华人民共和国", "的", "和", "与", "及", "等"}
)
"""Words that half of all titles share: an id without them is shorter, and no less telling."""
_PLACE_ENDS = "省市州县区旗"
_WORDS: dict[Status, str] = {
    "draft": "draft",
    "second_draft": "second-draft",
    "submission": "submission",
    "trial": "trial",
    "interim": "interim",
    "revised": "revised",
    "official": "final",
}


def new_work_id(title: str, taken: Collection[str]) -> str:
    """A short id that can be read aloud, and that no other work has.

    >>> new_work_id("云泽市促进低空物流发展若干规定（征求意见稿）", ())
    'yunze-dikong-wuliu-guiding'
    >>> new_work_id("云泽市促进低空物流发展若干规定", {"yunze-dikong-wuliu-guiding"})
    'yunze-dikong-wuliu-guiding-2'
    """
    from policydiff.tokens import tokens  # noqa: PLC0415 - only a new work needs an id

    words = [word for token in tokens(title_key(title)) if (word := _spelled(token))]
    # what a title ends with says what kind of instrument it is: 办法, 条例
    kept, last = words[:-1], words[-1:]
    while kept and len("-".join(kept + last)) > _LONGEST:
        kept.pop()
    return _free("-".join(kept + last)[:_LONGEST].strip("-") or "work", taken)


def new_version_id(status: Status | None, day: date | None, year: int | None, taken: Collection[str]) -> str:
    """An id that says when and what: 2024-draft, 2025-final, 2023-12-29; the day where the year is not enough.

    >>> new_version_id("draft", date(2024, 3, 27), None, ()), new_version_id(None, date(2023, 12, 29), None, ())
    ('2024-draft', '2023-12-29')
    >>> new_version_id("draft", date(2024, 9, 1), None, {"2024-draft"}), new_version_id("official", None, None, ())
    ('2024-09-01-draft', 'final')
    """
    word = _WORDS[status] if status else ""
    years = str(day.year if day else year or "")
    choices = ["-".join(filter(None, (years, word)))] if word else []
    if day is not None:
        choices.append("-".join(filter(None, (day.isoformat(), word))))
    choices = [choice for choice in choices if choice] or [years or "undated"]
    return next((choice for choice in choices if choice not in taken), None) or _free(choices[-1], taken)


def _spelled(token: str) -> str:
    """A word in pinyin; nothing of a word that does not tell one title from another."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - see above

    word = re.sub("(?<=[0-9]{4})年$", "", token.strip())
    if len(word) > 2 and word[-1] in _PLACE_ENDS:
        word = word[:-1]
    if word in _UNTOLD or word in _PLACE_ENDS or not any(char.isalnum() for char in word):
        return ""
    spelled = "".join(lazy_pinyin(word)).lower()
    return "".join(char for char in spelled if char.isascii() and char.isalnum())


def _free(name: str, taken: Collection[str]) -> str:
    if name not in taken:
        return name
    return next(choice for number in count(2) if (choice := f"{name}-{number}") not in taken)
