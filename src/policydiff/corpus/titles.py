"""When two titles name one instrument: 某市若干政策（征求意见稿） is a draft of 某市若干政策."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from policydiff.fold import fold

__all__ = ["may_bear", "placed_like", "same_kin", "title_key", "title_subject"]

_LONGEST = 400
"""As much of a title is looked at; the longest real ones have some eighty characters."""
_BROUGHT = re.compile(
    r"(?:印发|公布|发布|转发|实施|下发|征求)(?P<open><)?(?P<title>[^<>]{4,80}?)(?(open)>)(?:\([^()]{2,12}\))?"
    r"的?(?:意见的?)?(?:通知|公告|通告|决定|函)$"
)
_STATE = "稿|草案|修订|修正|试行|暂行|征求意见|审议|年版|年本|年修"
_BRACKETED = re.compile(rf"\([^()]{{0,40}}(?:{_STATE})[^()]{{0,40}}\)$")
_TAIL = re.compile(
    r"(?<=..)(?:(?:公开)?征求意见稿?|(?:第?[一二三四]次)?审议稿|[一二三四]审稿|送审稿|报批稿|讨论稿|修[订正]稿|修[订正]草案|"
    r"草案|草稿|正式稿|正式版)$"
)
_PROVISIONAL = re.compile(r"(?:暂行|试行)(?=(?:办法|规定|条例|细则|规则|措施|意见|方案|标准)$)")
_PLACE = re.compile(r"(?:[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|[省市州县区旗]))+")
_PLACE_END = re.compile(r"(?:自治区|自治州|[省市州县区旗])$")
_DERIVED = re.compile(r"(?:实施(?:细则|办法|意见|方案)|操作(?:规程|细则|指南)|申报指南|(?:起草|编制)?说明|解读)$")
_KIND = re.compile(
    r"(?:若干|有关|的|行动|工作|实施|管理|政策|措施|办法|条例|规定|规则|细则|意见|方案|规划|计划|标准|指南|通知|法)+$"
)
_FRAME = re.compile(r"关于|促进|支持|推进|推动|加快|加强|鼓励|进一步|发展|管理")
_LONGEST_TABLE = 100_000
_QUOTED = re.compile(r"[\"']([^\"'\n]{2,400})")
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """What all versions of an instrument call it: no status, no year of revision, no notice around it.

    >>> title_key("《某市促进算力产业发展若干政策（征求意见稿）》"), title_key("某市停车管理暂行办法（2024年修订）")
    ('某市促进算力产业发展若干政策', '某市停车管理办法')
    >>> title_key("某市人民政府关于印发《某市停车管理办法（试行）》的通知")
    '某市停车管理办法'
    >>> title_key("某市停车条例（修订草案）（二次审议稿）")
    '某市停车条例'
    >>> title_key("某市2025年停车工作方案"), title_key("某市财政补贴办法（工业领域）")
    ('某市2025年停车工作方案', '某市财政补贴办法(工业领域)')
    """
    words = re.sub(r"\s", "", fold(title[:_LONGEST]))
    brought = _BROUGHT.search(words)
    words = (brought["title"] if brought else words).strip("<>")
    while (bare := _TAIL.sub("", _BRACKETED.sub("", words))) != words:
        words = bare
    return _PROVISIONAL.sub("", words)


def title_subject(title: str) -> str:
    """What an instrument is about: its title without place, kind, and the words that half of all titles share.

    >>> title_subject("云泽市促进低空物流发展若干规定"), title_subject("云泽市停车管理办法（试行）")
    ('低空物流', '停车')
    """
    key = title_key(title)
    return _FRAME.sub("", _KIND.sub("", _PLACE.sub("", key, count=1) if _PLACE.match(key) else key))


def placed_like(title: str, other: str) -> str:
    """A title's key with its place as another title writes it, where only the 市 or 省 behind it is left out.

    >>> placed_like("云泽促进低空物流发展若干政策", "云泽市促进低空物流发展若干规定")
    '云泽市促进低空物流发展若干政策'
    >>> placed_like("海州停车办法", "海州市停车办法"), placed_like("海州停车办法", "云泽市停车办法")
    ('海州市停车办法', '海州停车办法')
    """
    key, place = title_key(title), _PLACE.match(title_key(other))
    bare = _PLACE_END.sub("", place[0]) if place else ""
    left_out = place and len(bare) > 1 and key.startswith(bare) and not _PLACE.match(key)
    return place[0] + key[len(bare) :] if place and left_out else key


def same_kin(one: str, other: str) -> bool:
    """Whether two titles could name one instrument at all: not of two places or years, nor one derived from the other.

    江城市算力办法 and 海州市算力办法 are two instruments however alike they are, and so are the plans of 2024 and 2025.

    >>> same_kin("江城市算力办法", "江城市算力条例"), same_kin("江城市算力办法", "海州市算力办法")
    (True, False)
    >>> same_kin("江城市2024年行动方案", "江城市2025年行动方案"), same_kin("算力办法", "江城市算力办法")
    (False, True)
    >>> same_kin("江城市算力办法", "江城市算力办法实施细则")
    False
    """
    mine, yours = _kin(one), _kin(other)
    return mine.derived == yours.derived and all(
        first == second or not (first and second)
        for first, second in ((mine.place, yours.place), (mine.years, yours.years))
    )


def may_bear(folder: Path, title: str) -> bool:
    """Whether the work in a folder whose work.toml cannot be read may be the one with this title.

    What stands there in quotes, even half a quotation, is held against the title; where nothing does, it may be any.
    """
    try:
        text = (folder / "work.toml").read_bytes()[:_LONGEST_TABLE].decode("utf-8", errors="ignore")
    except OSError:
        return True
    named = [name for name in _QUOTED.findall(text) if len(title_key(name)) > 3]
    subject = title_subject(title)
    return not named or any(
        title_key(name) == title_key(title)
        or (same_kin(name, title) and (subject in title_subject(name) or title_subject(name) in subject))
        for name in named
    )


@dataclass(frozen=True, slots=True)
class _Kin:
    """What must not differ between two titles of one instrument; what one of them does not say is no difference."""

    place: str
    years: frozenset[str]
    derived: str


@lru_cache(maxsize=8192)
def _kin(title: str) -> _Kin:
    key = title_key(title)
    place, derived = _PLACE.match(key), _DERIVED.search(key)
    return _Kin(
        _PLACE_END.sub("", place[0]) if place else "",
        frozenset(_YEAR.findall(key)),
        derived[0] if derived else "",
    )
