"""Who gets which figure where 分别 hands them out: A、B和C分别给予50万元、30万元、10万元.

The parallel members are those of the last noun phrase that lists as many as there are figures, each with the head that
only the last one bears: 一、二、三等奖 are 一等奖, 二等奖 and 三等奖; 省级、市级平台 are 省级平台 and 市级平台.
"""

from __future__ import annotations

import re

from policydiff.patterns import lazy

__all__ = ["is_noun_phrase", "members"]

_MARKS = ("、", "、|以及|和|与|及", "、|或者|以及|和|与|及|或")
_LEAD_IN = lazy(
    r"^.*?(?:[对向](?:于)?(?=[^外接象标口])|为(?=[^主])|支持(?=[^额资])|将)(?=[^、]*)|^.*的(?=[^、]+$)", re.DOTALL
)
_TAKES = lazy(
    "^.*?(?:首次|新)?(?:获得|取得|获评|荣获|获批|评定为|评为|认定为?|入选|列入|完成|通过|引进|举办|达到|升级为|晋升为?|购买|购置|租用|生育|养育|使用|建成|新建|新增|获)(?=.)"
)
_TAIL = lazy(
    r"(?:的|并(?![购网联]|列)|且|等(?=[^级奖次])|等$|后(?=[^期端]|$)).*$|(?<=..)(?:最[高低多少长短]|每年|合计|累计)$"
)
_KIND = "[级类等期档星批型次代线套孩甲乙丙]"
_MODIFIER = lazy(
    f"(?:[A-Za-z0-9]{{1,3}}|[ⅠⅡⅢⅣⅤ]|[一二三四五六七八九十]|国家|中央|省|市|区|县|[特甲乙丙丁]|第?[^、]{{0,5}}?{_KIND})"
)
_LEVEL = "国家|中央|自治区|省|市|区|县|州|镇|乡"
_NOT_A_NOUN = lazy(
    r"[,。;:]|^\(|^[^(]*\)|\([^)]*$|(?<!第[一二三四五六])年$|^[0-9.一二三四五六七八九十百千万亿]+[%元个年月日]*$|^(?:提高|降低|调整|增加|减少)[至到为]|^(?:获得|取得)$|不超|^(?:[由将按]|从(?!业))|[由从]$|^一般$"
)
_LONGEST = 24


def is_noun_phrase(text: str) -> bool:
    """Whether words can name whom or what a figure is about.

    >>> is_noun_phrase("一等奖"), is_noun_phrase("提高至"), is_noun_phrase("50万元")
    (True, False, False)
    """
    return 1 < len(text) <= _LONGEST and _NOT_A_NOUN.search(text) is None


def members(text: str, count: int) -> tuple[str, ...] | None:
    """The members of the last list of so many in the words before 分别; None where no list fits.

    >>> members("对首次获得一、二、三等奖的项目,", 3), members("对新认定的国家级、省级企业技术中心,", 2)
    (('一等奖', '二等奖', '三等奖'), ('国家级企业技术中心', '省级企业技术中心'))
    """
    for phrase in reversed(re.split("[,;:。]", text)):
        for marks in _MARKS:
            parts = [part for part in re.split(marks, phrase) if part]
            if len(parts) == count:
                return _named(parts)
    return None


def _named(parts: list[str]) -> tuple[str, ...] | None:
    first = _TAKES.sub("", parts[0][parts[0].rfind("的") + 1 :])
    first = _TAKES.sub("", _LEAD_IN.sub("", first)) if first else first
    names = [first, *parts[1:]]
    listed = all("的" not in name for name in names[:-1])
    names = [_TAIL.sub("", name) if listed or i else name for i, name in enumerate(names)]
    if all(names):
        names = _with_head(names)
    return tuple(names) if all(is_noun_phrase(name) for name in names) else None


def _with_head(names: list[str]) -> list[str]:
    """Give every member the head that stands after the last one's own modifier: 市级、区级园区."""
    *others, last = names
    if any(_MODIFIER.fullmatch(name) is None for name in others):
        return names
    head = _head(others[-1], last)
    return [*(other + head for other in others), last] if head else names


def _head(like: str, last: str) -> str | None:
    """园区 of 区级园区 beside 市级: what follows a modifier of the same form."""
    if re.fullmatch("[一二三四五六七八九十]", like):
        form = "[一二三四五六七八九十]"
    elif re.fullmatch("[A-Za-z0-9]{1,3}|[ⅠⅡⅢⅣⅤ]", like):
        form = "(?:[A-Za-z0-9]{1,3}|[ⅠⅡⅢⅣⅤ])"
    elif re.fullmatch(_LEVEL, like):
        form = f"(?:{_LEVEL})"
    else:
        form = f"[^、]{{0,5}}?{re.escape(like[-1])}"
    match = re.match(form, last)
    return last[match.end() :] if match else None
