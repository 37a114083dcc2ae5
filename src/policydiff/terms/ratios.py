"""Ratios: 1:1配套 is one rate, 市、区按6:4分担 and 分三年按5:3:2拨付 are shares of a whole.

A ratio of three parts or more can only divide a whole.  One of two parts divides where it is borne or paid in common
(分担, 共担), where it is paid in two parts (分两年按6:4拨付) or where the parties are listed (市、区按6:4承担); else it
sets one sum against another, as matching funds do.
"""

from __future__ import annotations

import re

from policydiff.numerals import figure
from policydiff.patterns import lazy
from policydiff.terms.bound_words import NOT

__all__ = ["RATIO", "divides", "is_spoken_of", "matches", "parties_of"]

_PART = r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
RATIO = rf"{_PART}(?::{_PART}){{1,4}}"
"""Two to five numbers with colons between them, as a regular expression."""

_MORE = lazy(rf"(?:(?:[、,]|[、,]?[和及或])(?:{RATIO}|[一二三四五六七八九]比[一二三四五六七八九])){{1,6}}")
_SHARE_WORDS = lazy("比例|配|匹配|比价|标准|承担|分担|共担|负担|分摊|分成|出资|投入|拨付|兑现|兑付|发放|支付|原则")
_NAMED = lazy(  # 师生比不低于一比十五, 床护比由1:0.6调整为
    rf"(?:(?<![同环对相类])比(?:例|率)?|坡度|坡比)(?:应当?|原则上|一般|均|{NOT}(?:[低高大小]于|超过)|为|是|达到?|控制在|按照?|由|从|约|:(?=[^0-9])|"
    rf"(?:调整|提高|降低|优化|调)[为至到]|[0-9.]{{1,6}}:[0-9.]{{1,6}}|[一二三四五六七八九十百]{{1,3}}比[一二三四五六七八九十百]{{1,4}}){{0,6}}$"
)
_IN_COMMON = lazy("分担|共担|分摊|分成")
_PARTED = "分(?:[两二2](?:个?年度?|个?学[年期]|期|批次?|次|个?阶段)|期|批次?|年度?|阶段)"
_PARTED_BEFORE = lazy(rf"{_PARTED}[^。;:\n0-9]{{0,12}}$")
_PARTED_AFTER = lazy(rf"的?(?:比例)?,?{_PARTED}")
_MATCHES = lazy("配(?![比备置])")
_BORNE = lazy("分担|共担|分摊|分成|承担|负担|出资|筹集|安排|拨付")
_LEVEL = "(?:中央|国家|自治区|街道|乡镇|地方|省|市|县|区|州|镇|乡)"
_LEVELS = lazy(f"{_LEVEL}级?(?:财政|政府)?")
_BEFORE_ORDER = lazy(
    r"(?:财政|政府|部门|资金|双方|三方|[两三四]级|共同|原则上|各|分别|依次|统一|,)*(?:按照?|以|为)?(?:比例为?|的)?$"
)
_LIST = lazy(r"[^,。;:0-9%]{2,40}$")
_REACH = 12


def _after(text: str, at: int) -> str:
    """The words of the clause after a ratio, past the ratios listed with it: 1:1、1:0.5比例给予配套."""
    more = _MORE.match(text, at)
    return re.split("[,。;\n]", text[more.end() if more else at :][:_REACH])[0]


def is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the words around speak of a ratio: 按1:1比例, 比例为3:7; a score of 3:2 is none."""
    if _SHARE_WORDS.search(_after(text, end)[:8]) or _SHARE_WORDS.search(text[max(0, start - 3) : start]):
        return True
    return _NAMED.search(re.split("[,。;\n]", text[max(0, start - 28) : start])[-1]) is not None


def matches(text: str, start: int, end: int) -> bool:
    """Whether a ratio sets matching funds against others: 1:0.5配套 adds half a yuan to each."""
    return "配" in _after(text, end) or bool(_MATCHES.search(re.split("[,。;\n]", text[max(0, start - 8) : start])[-1]))


def divides(text: str, start: int, end: int) -> bool:
    """Whether a ratio parts a whole into shares.

    >>> text = "市、区财政按照6:4的比例分担"
    >>> divides(text, 7, 10), divides("按国家资金1:1配套", 5, 8)
    (True, False)
    """
    parts = text[start:end].split(":")
    if any(figure(part) == 0 for part in parts):
        return False
    after = _after(text, end)
    if len(parts) > 2 or _IN_COMMON.search(after):
        return True
    if not matches(text, start, end) and _in_two(text, start, end):
        return True
    return bool(_BORNE.search(after)) and _parties(text, start) is not None


def _in_two(text: str, start: int, end: int) -> bool:
    """分两年按6:4拨付, 按6:4分两批兑现: what is paid in two parts is shared out."""
    return bool(_PARTED_BEFORE.search(text[max(0, start - 24) : start]) or _PARTED_AFTER.match(text, end))


def parties_of(lead: str, count: int) -> tuple[str, ...] | None:
    """Who takes each share, as the words before the ratio list them; None where they do not.

    >>> parties_of("补贴资金由省、市、县按", 3), parties_of("资金分三年按", 3)
    (('省', '市', '县'), None)
    """
    text = _BEFORE_ORDER.sub("", lead)
    match = _LIST.search(text)
    if match is None:
        return None
    listed = re.split("由|将|对", match[0])[-1]
    names = [name for name in re.split("、|和|与|及", listed) if name]
    if len(names) == 1 and (levels := re.search(f"{_LEVEL}{{{count}}}$", listed)):
        names = re.findall(_LEVEL, levels[0])
    if len(names) != count:
        return None
    if all(_LEVELS.fullmatch(name) for name in names[1:]) and (first := re.search(f"{_LEVELS.pattern}$", names[0])):
        names[0] = first[0]
    if names[0].endswith("财政") and not names[-1].endswith("财政"):
        names[-1] += "财政"  # 由市级财政和区级财政按: the word that all share is not an order
    return tuple(names) if all(len(name) <= 10 for name in names) else None


def _parties(text: str, start: int) -> tuple[str, ...] | None:
    lead = text[max(0, start - 40) : start]
    return parties_of(lead, 2) if re.search("[、和与及]", lead) else None
