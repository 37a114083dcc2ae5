"""A number written in the formats that Word offers for lists (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59).

Where a format has only so many signs (①–⑳, 甲–癸), Word goes on in plain digits, and so does this.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from policydiff.numerals import to_han
from policydiff.read.list_numbers import BRANCHES, STEMS, digits, formal, roman

__all__ = ["write_number"]

_TAIWAN = str.maketrans("0123456789", "○一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_SIGNS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": STEMS,
    "ideographZodiac": BRANCHES,
}
_MOST_LETTERS = 780  # thirty rounds of the alphabet, after which Word shows no letter either


def write_number(number: int, style: str) -> str:
    """A number in one of Word's formats; in digits where the format is unknown or has no sign for it.

    >>> [write_number(n, "chineseCountingThousand") for n in (3, 10, 21, 101)]
    ['三', '十', '二十一', '一百零一']
    >>> write_number(12, "ideographDigital"), write_number(110, "japaneseCounting"), write_number(11, "chineseCounting")
    ('一二', '百十', '十一')
    >>> write_number(3, "ideographTraditional"), write_number(21, "decimalEnclosedCircle")
    ('丙', '21')
    """
    if style == "none":
        return ""
    if style in _SIGNS:
        signs = _SIGNS[style]
        return signs[number - 1] if 1 <= number <= len(signs) else str(number)
    if number == 0 and style not in _FROM_ZERO:
        return "0"
    writer = _WRITERS.get(style)
    return writer(number) if writer else str(number)


def _counting(number: int, writer: Callable[[int], str]) -> str:
    """Below 100 with 十, from there on digit by digit: 九十九, 一〇〇."""
    return to_han(number) if 0 < number < 100 else writer(number)


def _taiwanese(number: int) -> str:
    return str(number).translate(_TAIWAN)


def _japanese(number: int) -> str:
    """一 is left out before 十, 百 and 千, and there is no 零: 百一, 千二百."""
    return re.sub("一(?=[十百千])|零", "", to_han(number))


def _sexagenary(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else str(number)


def _letters(number: int) -> str:
    """A … Z, AA, BB, CC: Word repeats the letter."""
    if number > _MOST_LETTERS:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _ordinal(number: int) -> str:
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalFullWidth": lambda n: str(n).translate(_WIDE),
    "decimalFullWidth2": lambda n: str(n).translate(_WIDE),
    "decimalZero": lambda n: f"{n:02}",
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "ordinal": _ordinal,
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "chineseCounting": lambda n: _counting(n, digits),
    "taiwaneseCounting": lambda n: _counting(n, _taiwanese),
    "chineseCountingThousand": to_han,
    "taiwaneseCountingThousand": lambda n: to_han(n).replace("万", "萬"),
    "ideographDigital": digits,
    "japaneseDigitalTenThousand": digits,
    "taiwaneseDigital": _taiwanese,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": formal,
    "ideographLegalTraditional": lambda n: formal(n, traditional=True),
    "ideographZodiacTraditional": _sexagenary,
}
_FROM_ZERO = frozenset(
    (
        *("decimalFullWidth", "decimalFullWidth2", "decimalZero", "numberInDash", "ideographDigital"),
        *("taiwaneseDigital", "chineseCounting", "taiwaneseCounting", "chineseCountingThousand"),
    )
)
