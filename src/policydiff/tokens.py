"""A text cut into words, with every number whole.

Numbers are found before the words, because a dictionary cutter takes `2-3个`, `9.83EB` and `百分之三十` apart, each
engine in its own way.  What is left between them is Chinese running text, which both engines cut alike.

rjieba is imported where it is first needed: it loads a dictionary of 5 MB, and most commands never cut a word.  Where
it has no wheel, jieba does the same work more slowly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from policydiff.fold import HAN

__all__ = ["LONE_NUMERAL", "Cut", "engine", "quiet_jieba", "tokens"]

Cut = Callable[[str], Sequence[str]]
"""Tells the words of a text, as `tokens` does."""

_UNIT = (
    "(?:个(?:百分点|工作日|自然日|月|小时)|個(?:百分點|工作日|自然日|月|小時)"
    "|(?:人民币|人民幣|港|美|欧|歐|日)?元|平方(?:公里|米)|立方米|公里|公顷|公頃|千瓦时|千瓦|兆瓦|小时|小時|分钟|分鐘"
    "|工作日|周岁|週歲|卡时|季度|[年月日天周週岁歲倍成折个個家人名项項条條款目章节節次届屆期批类類种種级級位所处處台套件户戶"
    "亩畝米吨噸克卡块塊张張座栋間间支辆輛场場季％%‰‱℃㎡]|[A-Za-z]+(?:/[A-Za-z]+)?[²³]?)"
)
_APPROXIMATE = "[多余餘几幾]?"
# in 统一, 唯一, 单一, 同一, 逐一, 专一, 归一, 划一 the 一 is half of a word and begins no figure
_NO_WORD = "(?<![统統唯惟单單同逐专專归歸划劃])"

LONE_NUMERAL = f"{_NO_WORD}[一二三四五六七八九两兩十百千](?={_APPROXIMATE}[万萬亿億]?{_UNIT})(?!次性)"
"""One Chinese numeral before a unit: the 三 of 三年, the 两 of 两家; as a regular expression.

Elsewhere such a character stands in far more words (三农, 百姓, 千方百计) than figures; 一次性 is a word, too.
"""

_RUN = "[零〇○一二三四五六七八九十百千两兩壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟万萬亿億]"
_HAN_FIGURE = f"{_NO_WORD}{_RUN}{{2,24}}"
_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?|\d+(?:[.．]\d+)*)"
_MAGNITUDE = "(?:[百千]?(?:[万萬][亿億]|[万萬亿億])|[百千])"
_FIGURE = f"(?:{_ARABIC}(?:[ ]?{_APPROXIMATE}{_MAGNITUDE})?|{_HAN_FIGURE})"
_TO = "[-–—~～至到]{1,2}"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u04ff"  # with Greek and Cyrillic

_ATOM = re.compile(
    rf"""
      [{_LATIN}]+(?:[-'’.&_]?[A-Za-z0-9]+)*                                 # AI, GPT-4
    | \d{{2,4}}[-/.．]\d{{1,2}}[-/.．]\d{{1,2}}(?!\d)                        # 2024-03-27
    | (?:\d{{4}}|[零〇○一二三四五六七八九]{{4}})年(?:{_SMALL}月(?:{_SMALL}日)?)?   # 2024年3月27日
    | {_SMALL}月{_SMALL}日                                                   # 3月27日
    | [〔［\[（(【]\d{{4}}[〕］\]）)】]\s?第?\d+号                           # 〔2025〕3号
    | 第\s?[（(]?(?:\d{{1,6}}|{_RUN}{{1,12}})[）)]?
      (?:[编編章節节條条款项項目](?:之{_SMALL})*|[届屆次批期年号號])         # 第三条之一, 第（一）项
    | [百千万萬]分之(?:{_ARABIC}|{_RUN}{{1,24}}(?:[点點]{_RUN}{{1,6}})?)       # 百分之三十
    | {_RUN}{{1,12}}分之{_RUN}{{1,12}}                                        # 三分之一
    | 十[一二三四五六七八九]五(?=规划|規劃|时期|時期|期间|期間|末|[”"」』])  # 十四五: a five-year plan
    | \d+(?:\s?[:：∶/／]\s?\d+)+                                           # 1:1, 1/3, 13:17:01
    | \d+(?:-\d+){{2,}}                                                     # 400-123-4567
    | (?:(?:{_FIGURE}|{_NO_WORD}[一二三四五六七八九两兩十]){_TO})?
      (?:{_FIGURE}|{LONE_NUMERAL}){_APPROXIMATE}(?:[ ]?{_UNIT})?             # 50万元, 2-3个, 三至五年
    """,
    re.VERBOSE,
)
_STARTS = re.compile(rf"[{_LATIN}\d第〔［\[（(【{_RUN[1:]}")
"""What an atom may begin with: to look for one of these first saves trying all kinds of atoms at every character."""
_REST = re.compile(rf"{HAN}+|\s+|.", re.DOTALL)


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into words; joined, they are the text.

    Numbers with their unit, dates, article and document numbers and rates are one token each, Latin words too; a run of
    white space is one token, every other character its own.

    >>> tokens("给予最高50万元补助，不超过百分之三十")
    ('给予', '最高', '50万元', '补助', '，', '不', '超过', '百分之三十')
    >>> tokens("第三条之一 遴选2-3个园区")
    ('第三条之一', ' ', '遴选', '2-3个', '园区')

    A range whose first figure borrows the unit of the second (`2-3个`) is one token.  Where both have their own
    (50万元至100万元) they are two, so that a change of one end shows as such.
    """
    found: list[str] = []
    at = 0
    for atom in _atoms(text):
        if at < atom.start():
            found += _words(text[at : atom.start()])
        found.append(atom[0])
        at = atom.end()
    if at < len(text):
        found += _words(text[at:])
    return tuple(found)


def engine() -> str:
    """The library that cuts words here: `rjieba`, or `jieba` where there is no rjieba."""
    return _engine()[0]


def _atoms(text: str) -> Iterator[re.Match[str]]:
    """The numbers and Latin words of a text."""
    start = _STARTS.search(text)
    while start:
        atom = _ATOM.match(text, start.start())
        if atom:
            yield atom
        start = _STARTS.search(text, (atom or start).end())


def _words(text: str) -> list[str]:
    """The words of a stretch that holds no number."""
    cut = _engine()[1]
    found: list[str] = []
    for piece in _REST.findall(text):
        # the engine sees Chinese characters only: it takes no lone surrogate, and has its own mind about punctuation
        if len(piece) > 1 and not piece.isspace():
            found += cut(piece)
        else:
            found.append(piece)
    return found


@cache
def _engine() -> tuple[str, Callable[[str], list[str]]]:
    try:
        import rjieba  # noqa: PLC0415 - see above
    except ImportError:
        return "jieba", quiet_jieba().lcut
    cut: Callable[[str], list[str]] = rjieba.cut
    return "rjieba", cut


def quiet_jieba(*parts: str) -> Any:
    """The library jieba with some of its parts (`posseg`, `analyse`), without what it says while it is loaded."""
    import logging  # noqa: PLC0415 - nothing else here logs
    import warnings  # noqa: PLC0415
    from importlib import import_module  # noqa: PLC0415

    with warnings.catch_warnings():
        # jieba's own source has escapes that newer Pythons warn of, and it asks for a module that is going away
        warnings.simplefilter("ignore")
        jieba = import_module("jieba")
        for part in parts:
            import_module(f"jieba.{part}")
    jieba.setLogLevel(logging.WARNING)  # it would tell on stderr that it is loading its dictionary
    return jieba
