"""Physical units: in which one a text counts, and their symbols for an English reader."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["SYMBOLS", "counted_in"]

_AREAS = tuple((sign, Fraction(10**6)) for sign in ("平方公里", "平方千米", "km²"))
_LENGTHS = (
    *((sign, Fraction(1000)) for sign in ("公里", "千米", "km")),
    *((sign, Fraction(1, 100)) for sign in ("厘米", "cm")),
    *((sign, Fraction(1, 1000)) for sign in ("毫米", "mm")),
    *((sign, Fraction(1, 10**6)) for sign in ("微米", "μm")),
    *((sign, Fraction(1, 10**9)) for sign in ("纳米", "nm")),
)
_MASSES = (
    *((sign, Fraction(1)) for sign in ("千克", "公斤", "kg")),
    *((sign, Fraction(1, 10**6)) for sign in ("毫克", "mg")),
    *((sign, Fraction(1, 10**9)) for sign in ("微克", "μg")),
    *((sign, Fraction(1, 1000)) for sign in ("克", "g")),
)
_OTHERS: tuple[tuple[str, str, Fraction], ...] = (
    *((sign, "平方米", factor) for sign, factor in _AREAS),
    ("平方厘米", "平方米", Fraction(1, 10**4)),
    ("平方毫米", "平方米", Fraction(1, 10**6)),
    *((sign, "米", factor) for sign, factor in _LENGTHS),
    *((sign, "千克", factor) for sign, factor in _MASSES),
    *((sign, "升", Fraction(1, 1000)) for sign in ("毫升", "mL", "ml")),
)
_PREFIXED = tuple(
    (prefix + sign, unit, Fraction(factor))
    for prefixes in (("千", "兆", "吉"), ("k", "M", "G"))
    for prefix, factor in zip(prefixes, (1000, 10**6, 10**9), strict=True)
    for unit, signs in (
        ("瓦时", ("瓦时", "Wh")),
        ("瓦", ("瓦", "W")),
        ("伏安", ("伏安",)),
        ("伏", ("伏", "V")),
        ("帕", ("帕", "Pa")),
        ("赫兹", ("赫兹", "Hz")),
    )
    for sign in signs
)
_SIGNS = (*_OTHERS, *_PREFIXED)
"""Units in which a text may count, the unit that figures are brought to, and how much of it one is; of those of one
base, the longer sign first."""

SYMBOLS: dict[str, str] = {
    "米": "m",
    "公里": "km",
    "千米": "km",
    "厘米": "cm",
    "毫米": "mm",
    "微米": "μm",
    "纳米": "nm",
    "平方米": "m²",
    "平方公里": "km²",
    "平方千米": "km²",
    "平方厘米": "cm²",
    "平方毫米": "mm²",
    "立方米": "m³",
    "公顷": "ha",
    "亩": "mu",
    "吨": "t",
    "千克": "kg",
    "公斤": "kg",
    "克": "g",
    "毫克": "mg",
    "微克": "μg",
    "升": "L",
    "毫升": "mL",
    "米/秒": "m/s",
    "摄氏度": "°C",
    "分贝": "dB",
    "勒克斯": "lx",
    "流明": "lm",
    **{
        prefix + unit: sign + symbol
        for prefix, sign in (("", ""), ("千", "k"), ("兆", "M"), ("吉", "G"))
        for unit, symbol in (("瓦时", "Wh"), ("瓦", "W"), ("伏安", "VA"), ("伏", "V"), ("帕", "Pa"), ("赫兹", "Hz"))
    },
}


def counted_in(unit: str | None, quote: str) -> tuple[Fraction, str | None]:
    """In which unit a text counts what figures bring to `unit`, and how much of `unit` that is.

    >>> counted_in("米", "四十五毫米"), counted_in("米", "45米")
    ((Fraction(1, 1000), '毫米'), (Fraction(1, 1), '米'))
    """
    found = ((factor, sign) for sign, base, factor in _SIGNS if base == unit and sign in quote)
    return next(found, (Fraction(1), unit))
