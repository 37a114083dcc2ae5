"""Figures with their units, in every writing: 50万元, 五十万元, 500,000元, 百分之三十, 1/3, 1:1配套, 半数.

A figure is found first and judged later; what merely looks like one (dates, article references, document and telephone
numbers, web addresses) is passed over here, because its digits must not be read as part of anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from policydiff.numerals import MAGNITUDES, figure, from_han
from policydiff.patterns import lazy
from policydiff.terms.ratios import RATIO, divides, is_spoken_of, matches
from policydiff.terms.units import Unit, unit_at
from policydiff.terms.view import written_as

__all__ = ["Figure", "figures_of", "may_speak"]

_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
_MAGNITUDE = "[十百千]?[万亿]{1,2}|[百千](?![米克瓦伏])"
_HAN = "[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟万亿]"
_DECIMAL_HAN = f"{_HAN}++(?:点[零〇一二三四五六七八九]++)?"
_N = f"(?:{_ARABIC}|{_DECIMAL_HAN})"
_OF_TIME = "小时|钟头|工作日|[年月天日]|学期"
_HALF = (  # 半小时, 半日; not of 上半年, 半日制
    "(?<![上下大])(?P<half_unit>半)(?=年(?!度|报)|个?(?:小时|钟头|工作日)|个月|个?学期|天|日(?![制游班报谈])|月(?=[之以]?[内前后]))"
)
_AND_A_HALF = lazy("个半(?=小时|钟头|工作日|月|学期)")
"""一个半小时 is 1.5 hours; 两个半天 are two of half a day each."""
_NOT_A_FIGURE = rf"""
    https?://[!-~]++ | www\.[!-~]++
  | \**\*(?:[十百千万亿]*元|%)?                                                    # ****亿元
  | 第(?:{_HAN}{{1,3}}(?:[、和及或至到]{_HAN}{{1,3}}){{1,8}}|[0-9]{{1,3}}(?:[、和及或至到][0-9]{{1,3}}){{1,8}})
      (?=[家名位个批届次期档])                                                      # 第二、三家通过的
  | 第[(]?(?:{_HAN}++|[0-9]++)[)]?(?:(?P<rank>[编章节条款项目])(?:之{_HAN}++)?     # 第三条、第五条至第九条
      (?:(?:[、和及或至到-]|或者|以及)第?(?:{_HAN}++|[0-9]++)(?P=rank)(?:之{_HAN}++)?)*+)?
  | (?:19|20)[0-9]{{2}}(?:[-/.][0-9]{{1,2}}){{2}}                                  # 2024-03-27
  | (?:(?:19|20)[0-9]{{2}}年?[-~至到、和]){{0,30}}+(?:19|20)[0-9]{{2}}(?:学?年度?|[-~至](?=[^0-9]))   # 2023-2025年
  | [一二][〇零九][〇零一二三四五六七八九]{{2}}(?:[-~至到][一二][〇零九][〇零一二三四五六七八九]{{2}})?年度?
  | (?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?![内以])
      (?:(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})日|[上中下]旬|[份底初末])?
  | (?<!比|度)(?<![低高大小]于|超过|[比例度]为)                                      # not of 坡度不大于1:12
    (?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?!配|比|匹|的?(?:比例|标准|配)|分[担摊成]|共?承?担)(?=[^0-9:]|$)
  | [0-9]{{3,4}}-[0-9]{{3,8}}(?:-[0-9]{{1,8}})?(?![0-9.%]|[十百千万亿元个家人名])  # 027-12345678
  | [0-9]{{1,2}}时[0-9]{{1,2}}分(?!钟)
  | [0-9]++号 | [0-9]++[xX×][0-9]++小时
"""
_FORMS = rf"""
    (?P<part>{_N})分之(?P<share>{_N})                                                # 百分之三十, 三分之一
  | (?P<all>百分百)
  | (?<![0-9/.])(?P<over>[1-9][0-9]?)/(?P<under>[1-9][0-9]{{0,2}})(?![0-9/.年月])    # 1/3
  | (?<![0-9:])(?P<ratio>{RATIO})(?![0-9:])                                        # 1:1配套, 按5:3:2拨付
  | (?P<to>[一二三四五六七八九十百]{{1,3}})比(?P<from>[一二三四五六七八九十百]{{1,4}})  # 一比一配套
      (?=配|的?比例|匹|[,。;、)的以及至到]|$|调整|提高|降低|优化|左右)
  | (?P<half>过半(?:数|(?!个|{_OF_TIME}))|半数|一半) | {_HALF}
  | 翻(?P<doublings>[一两二三四])番
  | (?<![零〇一二三四五六七八九十百千万亿])(?P<spread>一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)
      (?P<spread_by>[十百千万亿]*+)(?=[个家名人项件次场所年天倍月元])
  | (?P<compound>[0-9]++(?:\.[0-9]++)?(?:[十百千]?[万亿])[0-9]++(?:\.[0-9]++)?(?:[千百]?万|[千百])?)(?=元|人|平|多|余)
  | (?P<number>{_ARABIC})(?P<some>[多余](?=[十百千]?[万亿]))?(?P<magnitude>{_MAGNITUDE})?
  | (?P<han>{_DECIMAL_HAN})
"""
_FIGURE = lazy(f"(?P<skip>{_NOT_A_FIGURE}) | {_FORMS}", re.VERBOSE)
_STARTS = f"0123456789过半翻{_HAN[1:-1]}"
_START = lazy(f"[{_STARTS}第*hw]")
"""What a figure may begin with, and what is passed over here: to look for these first saves trying all forms at every
character."""
_SPEAKS = lazy(f"[每{_STARTS}{written_as(_STARTS)}]")
_SPACED = lazy(" [A-Za-zμµ]")  # 5 min, 45 dB(A)
_COMPOUND = lazy(r"([0-9.]+)([十百千万亿]*)")
_LONGEST = 28  # 9,999 trillion with separators is 21 characters; whatever is longer is no sum of a policy text
_BARE = lazy("[百千万亿]")
_SCALE = lazy("(?<![万亿])[万亿]*$")
_TENTHS = lazy(r"[1-9一二两三四五六七八九](?:[.点][0-9一二三四五六七八九])?")
_TWO_TENTHS = lazy("(?!五六|六七|七八|八九)([1-9一二三四五六七八九])([1-9一二三四五六七八九])")
_HUNDREDTHS = lazy("[一二三四五六七八九半](?![一二三四五六七八九十百千万亿])")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the view: `start` to `end` with its unit, and its value in base units.

    `bare` figures have no digit before the magnitude (百亿); `one` is 一 as written (一名), often only an article.
    `upper` is set where the writing itself is a spread (三五年 is 3 to 5), `share` where the figure is one of so many
    shares of a whole (5:3:2).  `number_end` is where the numeral ends.
    """

    start: int
    number_end: int
    end: int
    value: Fraction
    unit: Unit | None
    scale: Fraction = Fraction(1)
    bare: bool = False
    one: bool = False
    han: bool = False
    more: bool = False
    open_half: bool = False
    upper: Fraction | None = None
    share: int = 0


def may_speak(text: str) -> bool:
    """Whether a text, as written, may hold a figure at all: most sentences hold no numeral, and nothing is done 每季度.

    >>> may_speak("应当及时报告。"), may_speak("至少１人"), may_speak("兩名"), may_speak("每季度报告")
    (False, True, True, True)
    """
    return _SPEAKS.search(text) is not None


def figures_of(text: str) -> list[Figure]:
    """Every figure of a view's text, in order, ranges and lists of bare numbers given the unit that follows them."""
    found: list[Figure] = []
    start = _START.search(text)
    while start:
        match = _FIGURE.match(text, start.start())
        at = match.end() if match else start.end()
        if match and not match["skip"] and len(match[0]) <= _LONGEST:
            if match["ratio"] and divides(text, match.start(), match.end()):
                found += _shares(text, match)
            elif (item := _read(text, match)) is not None:
                found.append(item)
                at = item.end  # 1万千瓦: a unit may itself begin with a numeral
        start = _START.search(text, at)
    return [item for item in _share_units(text, found) if item.unit is not None or item.scale >= 10**4]


_SHARING = lazy(r"[-~至到、/和或及]|---?|--")


def _share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """Give 50、30、20万元 and 3至5年 the unit and the magnitude that stand only after the last of them."""
    for i in range(len(figures) - 2, -1, -1):
        here, after = figures[i], figures[i + 1]
        if _cut_short(here.unit, after.unit) and after.unit and _SHARING.fullmatch(text, here.end, after.start):
            figures[i] = replace(here, value=here.value * after.unit.factor, unit=after.unit)
            continue
        if here.unit is not None or after.unit is None or not _SHARING.fullmatch(text, here.end, after.start):
            continue
        if text[here.end] == "、" and (here.start == 0 or text[here.start - 1] in "。;:\n"):
            continue  # 1、500万元: a list marker
        value, scale = here.value, here.scale
        if scale == 1 and not here.han and here.value * after.scale < after.value * 10 and after.scale > 1:
            listed = text[here.end] in "、/和或及" or here.value * after.scale < after.value
            value, scale = (value * after.scale, after.scale) if listed else (value, scale)
        elif scale == 1 and here.han and after.scale > 1 and value < after.value / after.scale:
            value, scale = value * after.scale, after.scale
        figures[i] = replace(here, value=value * after.unit.factor, scale=scale, unit=after.unit)
    return figures


def _cut_short(unit: Unit | None, after: Unit | None) -> bool:
    """Whether a 个 leaves out what it counts, which the next figure names: 10个、5个百分点."""
    if unit is None or after is None:
        return False
    return unit.written == "个" and after.written.startswith("个") and after.kind in {"rate", "duration"}


def _read(text: str, match: re.Match[str]) -> Figure | None:  # noqa: PLR0911 one return a form
    if match["part"]:
        whole = _value(match["part"])
        return _rate(match, _value(match["share"]) / whole, han=True) if whole else None
    if match["all"]:
        return _rate(match, Fraction(1), han=True)
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        return _rate(match, Fraction(over, under)) if over < under and (under <= 10 or under % 10 == 0) else None
    if match["ratio"] or match["to"]:
        return _ratio(text, match)
    if match["half"]:
        return replace(_rate(match, Fraction(1, 2), han=True), open_half=match["half"].startswith("过"))
    if match["doublings"]:
        times = Fraction(2 ** from_han(match["doublings"]))
        return Figure(match.start(), match.end(), match.end(), times, Unit("multiple", "倍", Fraction(1), ""), han=True)
    return _plain(text, match)


def _rate(match: re.Match[str], value: Fraction, *, han: bool = False) -> Figure:
    unit = Unit("rate", None, Fraction(1), "")
    return Figure(match.start(), match.end(), match.end(), value, unit, han=han)


def _ratio(text: str, match: re.Match[str]) -> Figure | None:
    """1:1配套 is a rate of 1; 1:0.5配套 matches each yuan with half a yuan; any other a:b is a over b."""
    if not is_spoken_of(text, match.start(), match.end()):
        return None
    left, right = (_value(part) for part in re.split("[:比]", match[0]))
    if not left or not right:
        return None
    return _rate(match, right / left if matches(text, match.start(), match.end()) else left / right)


def _shares(text: str, match: re.Match[str]) -> list[Figure]:
    """5:3:2 of what is paid in three years: 50%, 30%, 20%, each at its own number."""
    if not is_spoken_of(text, match.start(), match.end()):
        return []
    parts = list(re.finditer("[0-9.]+", match[0]))
    whole = sum((figure(part[0]) for part in parts), Fraction(0))
    unit = Unit("rate", None, Fraction(1), "")
    return [
        Figure(start, end, end, figure(part[0]) / whole, unit, share=len(parts))
        for part in parts
        for start, end in [(match.start() + part.start(), match.start() + part.end())]
    ]


@lru_cache(maxsize=4096)
def _value(written: str) -> Fraction:
    if "点" in written:
        whole, _, decimals = written.partition("点")
        digits = "".join(str(from_han(c)) for c in decimals)
        return Fraction(from_han(whole)) + Fraction(int(digits), 10 ** len(digits))
    return figure(written)


def _number(match: re.Match[str]) -> tuple[Fraction, Fraction | None, Fraction]:
    """The value of a number, its upper end where it is a spread (三五), and the magnitude it is written in."""
    if match["half_unit"]:
        return Fraction(1, 2), None, Fraction(1)
    if match["spread"]:
        scale = _product(match["spread_by"])
        low, high = (from_han(c) * scale for c in match["spread"])
        return low, high, scale
    if match["compound"]:
        parts = (_value(n) * _product(by) for n, by in _COMPOUND.findall(match["compound"]))
        return sum(parts, Fraction(0)), None, Fraction(1)
    if match["number"]:
        scale = _product(match["magnitude"] or "")
        value = _value(match["number"])
        return (value * scale if match["magnitude"] else value), None, scale
    return _value(match["han"]), None, _product(_SCALE.search(match["han"])[0])  # type: ignore[index]


def _plain(text: str, match: re.Match[str]) -> Figure | None:
    """A number with or without a unit: 50万元, 五十, 2亿5000万元, 三五年, 20多个, 一年半."""
    end = match.end()
    value, upper, scale = _number(match)
    more = text[end : end + 1] in {"多", "余"}
    gap = 1 if _SPACED.match(text, end) else 0
    if half := _AND_A_HALF.match(text, end):
        value, gap = value + Fraction(1, 2), half.end() - end
    unit = unit_at(text, end + more + gap)
    stop = end + more + gap + len(unit.written) if unit else end
    if unit and unit.written in {"成", "折"} and unit.kind == "rate":
        return _in_tenths(text, match, unit)
    if unit and unit.kind == "duration" and text[stop : stop + 1] in {"半", "多"}:
        more, value = more or text[stop] == "多", value + (Fraction(1, 2) if text[stop] == "半" else 0)
        stop += 1
    factor = unit.factor if unit else Fraction(1)
    return Figure(
        start=match.start(),
        number_end=end,
        end=stop,
        value=value if factor == 1 else value * factor,
        unit=unit,
        scale=scale,
        bare=bool(_BARE.match(match[0])),
        one=match[0] == "一",
        han=not match[0][0].isascii(),
        more=bool(match["some"]) or (more and unit is not None),
        upper=upper * factor if upper is not None else None,
    )


def _in_tenths(text: str, match: re.Match[str], unit: Unit) -> Figure | None:
    """八成 is 80%, 八成五 85%; 八折 is 80% of the price, 七五折 and 7.5折 are 75%; 七八折 may be 70% or 80%."""
    number, end = match[0], match.end() + 1
    if unit.written == "折" and (parts := _TWO_TENTHS.fullmatch(number)):
        value = Fraction(figure(parts[1]) * 10 + figure(parts[2]), 100)
    elif _TENTHS.fullmatch(number):
        value = _value(number) / 10
    else:
        return None
    more = _HUNDREDTHS.match(text, end) if unit.written == "成" and len(number) == 1 else None
    if more and unit_at(text, more.end()) is None:  # not of 八成五家企业
        value, end = value + (Fraction(5) if more[0] == "半" else figure(more[0])) / 100, more.end()
    return Figure(match.start(), end, end, value, unit, han=not number[0].isascii())


@lru_cache(maxsize=256)
def _product(magnitudes: str) -> Fraction:
    value = Fraction(1)
    for c in magnitudes:
        value *= MAGNITUDES[c]
    return value
