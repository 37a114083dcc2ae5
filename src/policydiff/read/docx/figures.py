"""A number written in the formats that Word offers for lists (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59).

Where a format has only so many signs (①–⑳, 甲–癸), Word goes on in plain digits, and so does this.
"""

from __future__ import annotations

import re

from policydiff.numerals import to_han

__all__ = ["write_number"]

_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
_TAIWAN = str.maketrans("0123456789", "○一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_FORMAL = str.maketrans("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_FORMAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SIGNS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
}
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
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


def _counting(number: int, digits: dict[int, int]) -> str:
    """Below 100 with 十, from there on digit by digit: 九十九, 一〇〇."""
    return to_han(number) if 0 < number < 100 else str(number).translate(digits)


def _japanese(number: int) -> str:
    """一 is left out before 十, 百 and 千, and there is no 零: 百一, 千二百."""
    return re.sub("一(?=[十百千])|零", "", to_han(number))


def _formal(number: int, signs: dict[int, int]) -> str:
    """大写: 10 is 壹拾, as on a cheque."""
    written = to_han(number)
    return ("一" + written if 10 <= number < 20 else written).translate(signs)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else str(number)


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        text += sign * count
    return text


def _letters(number: int) -> str:
    """A … Z, AA, BB, CC: Word repeats the letter."""
    if number > _MOST_LETTERS:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _ordinal(number: int) -> str:
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


_WRITERS = {
    "decimalFullWidth": lambda n: str(n).translate(_WIDE),
    "decimalFullWidth2": lambda n: str(n).translate(_WIDE),
    "decimalZero": lambda n: f"{n:02}",
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "chineseCounting": lambda n: _counting(n, _HAN),
    "taiwaneseCounting": lambda n: _counting(n, _TAIWAN),
    "chineseCountingThousand": to_han,
    "taiwaneseCountingThousand": lambda n: to_han(n).replace("万", "萬"),
    "ideographDigital": lambda n: str(n).translate(_HAN),
    "japaneseDigitalTenThousand": lambda n: str(n).translate(_HAN),
    "taiwaneseDigital": lambda n: str(n).translate(_TAIWAN),
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": lambda n: _formal(n, _FORMAL),
    "ideographLegalTraditional": lambda n: _formal(n, _FORMAL_TRADITIONAL),
    "ideographZodiacTraditional": _sexagenary,
}
_FROM_ZERO = frozenset(
    (
        *("decimalFullWidth", "decimalFullWidth2", "decimalZero", "numberInDash", "ideographDigital"),
        *("taiwaneseDigital", "chineseCounting", "taiwaneseCounting", "chineseCountingThousand"),
    )
)
