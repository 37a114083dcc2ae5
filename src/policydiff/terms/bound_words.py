"""The words before a figure that bind it: 不超过, 最高, 满, 仅限, also with a measure between (不超过每月5000元)."""

from __future__ import annotations

import re

from policydiff.model import Bound
from policydiff.patterns import lazy

__all__ = ["NOT", "prefix_of"]

NOT = "(?:不(?:得|应当?|宜|能|可以?|准|许)?|严禁|禁止)"
"""不超过, 不应超过, 不宜超过: however firmly it is said, what follows is what the figure may not do."""

_FILL = (
    "(?:可达到?|可以?|能够?|达到?|为|是|给予|予以|支持|补助|奖励|补贴|资助|扶持|奖补|奖|补|配套|发放|安排|提供|累计|合计|总计|一次性|每年|分别|依次|均|"
    "抵扣|享受?|申领|领取?|领到|获得?|获取|获批|得到?|拿到?|申请|贷款?|额度|金额|限额|标准|比例|人民币|等值|约|"
    "(?:可?上浮|放宽|提高|提升|增加|追加|延长|下浮|降低|缩短)[至到]?|:|¥)"
)
_WORDS: tuple[tuple[Bound, bool, str], ...] = (
    (
        "cap",
        False,
        rf"{NOT}(?:[超*][过出]|超(?![过出])|[高多大长晚]于)|未[超*]过|未逾|不逾|小于(?:或者?)?等于|≤",
    ),
    ("floor", False, rf"{NOT}[低少小短早]于|大于(?:或者?)?等于|≥"),
    ("cap", True, "不足|不满|未满|不到|未达到?|未到|低于|少于|小于|短于|(?<!等)<"),
    (
        "floor",
        True,
        "(?<![不未*])超过|(?<![不未])[超*]出|突破|高于|多于|大于|长于|(?<![未不])逾|(?<![不未赶])超(?![过出])|>",
    ),
)
_LEADS: tuple[tuple[Bound, bool, str], ...] = (  # these may stand before the verb: 最高给予200万元
    ("cap", False, "最高|最多|至多|最长|最大|上限|封顶"),
    ("floor", False, "最低|最少|至少|最短|下限"),
)
_FLAT = [(bound, is_open, lazy(f"(?:{words})$")) for bound, is_open, words in _WORDS]
_LEAD = [(bound, is_open, lazy(f"(?:{words})$")) for bound, is_open, words in _LEADS]
_ALL_WORDS = "|".join(words for *_, words in _WORDS)
_ALL_LEADS = "|".join(words for *_, words in _LEADS)
_PREFIX = lazy(
    rf"(?:(?P<lead>{_ALL_LEADS}){_FILL}{{0,4}}(?:(?P<both>{_ALL_WORDS})(?:人民币|等值|¥)?)?"
    rf"|(?P<flat>{_ALL_WORDS})(?:人民币|等值|¥)?)(?P<near>约|近)?$"
)
_FULL = lazy("(?<![不未圆美充期届丰])满$")  # 满三年, 年满十八周岁
_PAST = lazy("(?<![通经超不*越度渡路错胜受得获领])过$")  # 年产值过亿元
_ONLY = lazy(
    "(?:仅|只|(?<![期年权额时界局上下有无极门])限)(?:能|可以?|限|得|给予|予以|奖励|支持|享受|补助|资助|补贴|认定|申报|申请|推荐|补|奖|报|购){0,3}$"
)
_LAST = frozenset(re.findall("[\u4e00-\u9fff<>≤≥¥:]", _FILL + _ALL_WORDS + _ALL_LEADS + "满过仅只限报请定荐购")) - {
    "年"
}
_PER_BETWEEN = lazy("(?:(?:每|单(?=[个家项台户]))[^,。;:、0-9%每单超于过]{1,5}){1,3}$")  # 不超过每月5000元
_ALONE: tuple[tuple[Bound, bool, re.Pattern[str]], ...] = (
    ("cap", False, _ONLY),
    ("floor", False, _FULL),
    ("floor", True, _PAST),
)
_REACH = 28
_LOOSE = lazy("至少|最少|至多|最多")
_AT_LEAST = lazy(r"(?:至少|最少|至多|最多)[^\W\d_]{1,5}(?<!每)$")  # 至少召开一次, 最多推荐3个


def prefix_of(text: str, at: int) -> tuple[Bound, bool, int] | None:
    """The bound word right before a figure: what it is, whether open, where it starts.

    >>> prefix_of("补贴不超过每月5000元", 7), prefix_of("贷款期限3年", 4)
    (('cap', False, 2), None)
    """
    begin = max(0, at - _REACH)
    window = text[begin:at]
    if window[-1:] not in _LAST and "每" not in window[-14:] and not _LOOSE.search(window[-8:]):
        return None
    found = _right_before(window)
    if found is None and (between := _PER_BETWEEN.search(window[-14:])):
        found = _spoken(window[: between.start() - len(window[-14:])])
    return (*found[:2], begin + found[2]) if found else None


def _right_before(window: str) -> tuple[Bound, bool, int] | None:
    if found := _spoken(window):
        return found
    if match := _AT_LEAST.search(window):
        return ("floor" if match[0].startswith(("至少", "最少")) else "cap"), False, match.start()
    for bound, is_open, pattern in _ALONE:
        if match := pattern.search(window):
            return bound, is_open, match.start()
    return None


def _spoken(window: str) -> tuple[Bound, bool, int] | None:
    """The bound that the end of these words says: 不超过, 最高给予."""
    match = _PREFIX.search(window)
    if match is None:
        return None
    word = match["both"] or match["flat"]
    for bound, is_open, pattern in _FLAT if word else _LEAD:
        if pattern.search(word or match["lead"]):
            return bound, is_open, match.start()
    return None
