"""Chinese numerals: 一百二十三 ⇄ 123, and figures in every script a policy text uses.

Sources: the numeral characters of GB/T 15835-2011 (出版物上数字用法) and the financial forms (大写) of the
Ministry of Finance's bookkeeping rules (会计基础工作规范, art. 52).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from policydiff.patterns import lazy

__all__ = ["FIGURE", "HAN_NUMERAL", "MAGNITUDES", "broken_figures", "figure", "from_han", "to_han", "whole"]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "兩": 2, "贰": 2, "貳": 2, "弌": 1, "陸": 6, "叄": 3, "参": 3}
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

MAGNITUDES = {**_TENS, **_MYRIADS}
"""What each magnitude character multiplies by: 十 10, 百 100, … 亿 10⁸."""

HAN_NUMERAL = "[零〇○一二三四五六七八九十百千两兩壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟万萬亿億]+"
"""A run of Chinese numeral characters, as a regular expression."""

FIGURE = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A figure in Arabic digits, with thousands separators or a decimal point, as a regular expression."""

_BLANK = "[ \xa0\u2002-\u200a\u202f\u3000]"
_COUNTED = rf"(?={_BLANK}?(?:[%％‰元人户家个個名亩吨倍亿億]|[万萬](?![里一能众事])|[十百千][万萬亿億元]|平方米|公里))"
_TENTHS = r"(?:[.．][0-9OolI]{1,4})?"
_BEFORE = r"(?<=[\u3400-\u9fff。，、；：（(])(?<![第表图圖件])"
_MAY_BE_BROKEN = lazy(rf"\d{_BLANK}\d|\d[OolI]|[OolI]\d|00")
_BROKEN = lazy(
    r"(?<![0-9A-Za-z.．,，:：/-])"
    rf"(?:(?=[0-9]{{0,12}}[OolI])(?=[OolI]{{0,4}}[0-9])[0-9OolI]{{2,12}}|00[0-9]{{0,9}}){_TENTHS}{_COUNTED}"
    rf"|{_BEFORE}[0-9]{{1,3}}(?:{_BLANK}[0-9]{{1,4}}){{1,4}}{_TENTHS}{_COUNTED}"
)
_SHORT = re.compile("(?<=[一二三四五六七八九两兩])[百千万萬亿億][一二三四五六七八九]$")
_DIGIT_STRING = re.compile("[零〇○一二三四五六七八九]{2,}")


def whole(text: str) -> int:
    """Read a whole number in Arabic digits or in Chinese numerals: the 3 of 第3条 and the 三 of 第三条.

    >>> whole("12"), whole("１２"), whole("十二")
    (12, 12, 12)

    Raises ValueError where the text is neither.
    """
    return int(text) if text.isdecimal() else from_han(text)


def from_han(text: str) -> int:
    """Read a Chinese numeral.

    >>> from_han("一百二十三"), from_han("十一"), from_han("两千零五"), from_han("伍拾万")
    (123, 11, 2005, 500000)
    >>> from_han("百亿"), from_han("二〇二五"), from_han("一万亿")
    (10000000000, 2025, 1000000000000)

    Raises ValueError where the text is no numeral.
    """
    if not text:
        raise ValueError("an empty text is not a Chinese numeral")
    if _DIGIT_STRING.fullmatch(text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    pending = False  # a digit has been read that no magnitude has claimed yet
    for c in text:
        if c in _DIGITS:
            digit, pending = _DIGITS[c], True
        elif c in _TENS:
            section += (digit if pending else 1) * _TENS[c]
            digit, pending = 0, False
        elif c in _MYRIADS:
            # 一万二千亿: all that is smaller stands before the magnitude; 亿亿: the whole does, and a bare 亿 is one 亿
            below = total % _MYRIADS[c]
            here = below + section + digit
            total = total - below + here * _MYRIADS[c] if here else (total or 1) * _MYRIADS[c]
            section, digit, pending = 0, 0, False
        else:
            raise ValueError(f"not a Chinese numeral: {text!r}")
    return total + section + digit


def to_han(number: int) -> str:
    """Write a number below 10⁸ the way articles are numbered.

    >>> to_han(11), to_han(120), to_han(105), to_han(20000)
    ('十一', '一百二十', '一百零五', '二万')
    """
    if number < 0 or number >= 10**8:
        raise ValueError(f"no article has the number {number}")
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        gap = "零" if 0 < low < 1000 else ""
        return to_han(high) + "万" + (gap + (to_han(low) if low >= 20 else _below(low)) if low else "")
    text = _below(number)
    return text[1:] if 10 <= number < 20 else text


def _below(number: int) -> str:
    """A number below 10⁴ with every digit written: 15 is 一十五."""
    if number == 0:
        return "零"
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = True
    return text


def figure(text: str) -> Fraction:
    """Read a figure in Arabic digits or Chinese numerals, or both, exactly.

    >>> figure("1,000.5"), figure("1.5亿"), figure("50万"), figure("三百"), figure("2千万")
    (Fraction(2001, 2), Fraction(150000000, 1), Fraction(500000, 1), Fraction(300, 1), Fraction(20000000, 1))

    A last digit without its magnitude counts in the next lower one: 一万五 is 15,000, and 一万零五 is 10,005.

    Raises ValueError where the text is no figure.
    """
    arabic = re.match(FIGURE, text)
    if arabic is None:
        short = _SHORT.search(text)
        return Fraction(from_han(text) + (_lowered(short[0]) if short else 0))
    value = Fraction(arabic[0].replace(",", "").replace("，", ""))
    for c in text[arabic.end() :]:
        if c not in MAGNITUDES:
            raise ValueError(f"not a figure: {text!r}")
        value *= MAGNITUDES[c]
    return value


def broken_figures(text: str) -> Iterator[tuple[int, int]]:
    """Where the digits of a figure stand apart or are letters, so that nobody can tell what it was: 12 5万元, 5O0万元.

    >>> ["最高12 5万元，另补5O0万元"[slice(*place)] for place in broken_figures("最高12 5万元，另补5O0万元")]
    ['12 5', '5O0']
    >>> list(broken_figures("2023年 100万元，O2O平台3个，CO2减排5吨，0.05%，1,000万元"))
    []
    """
    return (match.span() for match in _BROKEN.finditer(text)) if _MAY_BE_BROKEN.search(text) else iter(())


def _lowered(short: str) -> int:
    """What the last digit of 一万五 adds beyond 5: 4,995."""
    return _DIGITS[short[1]] * (MAGNITUDES[short[0]] // 10 - 1)
