"""Numbers as lists write them in Word and in browsers alike: iv, 壹拾壹, 一二; the ten stems, the twelve branches."""

from __future__ import annotations

from policydiff.numerals import to_han

__all__ = ["BRANCHES", "STEMS", "digits", "formal", "roman"]

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FORMAL = str.maketrans("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_FORMAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def digits(number: int) -> str:
    """Digit by digit: 一二 for 12, 一〇〇 for 100."""
    return str(number).translate(_DIGITS)


def formal(number: int, *, traditional: bool = False) -> str:
    """大写, as on a cheque: 10 is 壹拾.

    >>> formal(11), formal(203), formal(6, traditional=True)
    ('壹拾壹', '贰佰零叁', '陸')
    """
    written = to_han(number)
    signs = _FORMAL_TRADITIONAL if traditional else _FORMAL
    return ("一" + written if 10 <= number < 20 else written).translate(signs)


def roman(number: int) -> str:
    """A Roman numeral in capitals.

    >>> roman(4), roman(1999)
    ('IV', 'MCMXCIX')
    """
    text = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        text += sign * count
    return text
