"""Figures in words: 200万元, CNY 2 million, +20个百分点."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from policydiff.model import Term, TermChange
from policydiff.render.wording.labels import Lang, bracketed, pick, word
from policydiff.render.wording.measures import counted, measured_by, plural, unit_word
from policydiff.render.wording.units import counted_in

__all__ = [
    "TOLD_ROLES",
    "amount",
    "amount_of",
    "facet_words",
    "marked",
    "number",
    "number_json",
    "qualifiers",
    "reading",
    "role_word",
    "written",
]

_SCALES: dict[Lang, tuple[tuple[int, str], ...]] = {
    "zh": ((10**8, "亿"), (10**4, "万")),
    "en": ((10**9, "billion"), (10**6, "million")),
}
TOLD_ROLES = ("condition", "penalty", "target", "former", "increment")
"""The roles that stand beside a figure; a benefit is what a reader expects."""
_CURRENCIES = {"CNY": "元", "USD": "美元"}


def number(value: Fraction, *, places: int = 4) -> str:
    """A number in digits, rounded where its decimals do not end.

    >>> number(Fraction(5, 2)), number(Fraction(2, 3)), number(Fraction(1234567))
    ('2.5', '0.6667', '1,234,567')
    """
    scale = 10**places
    whole, decimals = divmod(abs(round(value * scale)), scale)
    shown = f"{whole:,}" + (f".{decimals:0{places}d}".rstrip("0") if decimals else "")
    return f"−{shown}" if value < 0 and (whole or decimals) else shown


def number_json(value: Fraction | None) -> int | float | None:
    """A number as data: whole where it is whole."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def amount(value: Fraction, kind: str, unit: str | None, lang: Lang) -> str:
    """One figure with its unit.

    >>> amount(Fraction(2_000_000), "money", "CNY", "zh"), amount(Fraction(2_000_000), "money", "CNY", "en")
    ('200万元', 'CNY 2 million')
    >>> amount(Fraction(3, 10), "rate", None, "zh"), amount(Fraction(3), "duration", "年", "en")
    ('30%', '3 years')
    >>> amount(Fraction(45), "quantity", "毫米", "en"), amount(Fraction(1), "count", "人", "en")
    ('45 mm', '1 person')
    >>> amount(Fraction(1, 800), "rate", None, "zh"), amount(Fraction(1, 3), "rate", None, "zh")
    ('0.125%', '33.33%')
    """
    if kind == "money":
        return _money(value, unit or "CNY", lang)
    if kind == "rate":
        return f"{number(value * 100, places=4 if _ends(value * 100) else 2)}%"
    if kind == "multiple":
        return f"{number(value)}倍" if lang == "zh" else f"{number(value)} times"
    if lang == "en" and unit and (period := plural(unit, one=value == 1)):
        return f"{number(value)} {period}"
    if lang == "zh" and kind == "duration":
        return f"{number(value)}{counted(unit)}"
    gap = "" if lang == "zh" else " "
    return f"{_scaled(value, lang)}{gap}{unit_word(unit, lang)}" if unit else _scaled(value, lang)


def amount_of(value: Fraction, term: Term, lang: Lang) -> str:
    """A sum in the unit that a term is written in: 20千瓦时, and not 2万瓦时, beside 0—180千瓦时."""
    if term.kind != "quantity":
        return amount(value, term.kind, term.unit, lang)
    factor, unit = counted_in(term.unit, term.quote)
    return amount(value / factor, term.kind, unit, lang)


def _money(value: Fraction, currency: str, lang: Lang) -> str:
    if lang == "zh":
        return _scaled(value, lang) + _CURRENCIES.get(currency, currency)
    return f"{currency} {_scaled(value, lang)}"


def _scaled(value: Fraction, lang: Lang) -> str:
    """A large number by the myriad in Chinese and by the million in English, if it is a short one then."""
    for scale, name in _SCALES[lang]:
        if abs(value) >= scale and _short(value / scale):
            shown = number(value / scale)
            return f"{shown.replace(',', '')}{name}" if lang == "zh" else f"{shown} {name}"
    return number(value).replace(",", "") if lang == "zh" else number(value)


def _ends(value: Fraction) -> bool:
    return (value * 10**4).denominator == 1


def _short(value: Fraction) -> bool:
    return value * 1000 == int(value * 1000)


def reading(term: Term, lang: Lang) -> str:
    """A term's value as the program reads it: ≤200万元, ≥30%, 50万元–100万元, >500 m.

    The signs say whether the figure itself is included.
    """
    low, high = (None if v is None else amount_of(v, term, lang) for v in (term.low, term.high))
    about = pick(("约", "about "), lang) if term.approximate else ""
    if low is not None and high is not None:
        if term.low == term.high:
            return about + low
        opened = term.low_open or term.high_open
        ends = f"{'(' if term.low_open else '['}{low}, {high}{')' if term.high_open else ']'}"
        return about + (ends if opened else _range(term, low, high, lang))
    if high is not None:
        return f"{about}{'<' if term.high_open else '≤'}{high}"
    return f"{about}{'>' if term.low_open else '≥'}{low}" if low is not None else "—"


def _range(term: Term, low: str, high: str, lang: Lang) -> str:
    """Both ends of a range; in English one unit stands behind the two: 1–3 times."""
    if lang == "en" and term.kind not in {"money", "rate"} and term.low is not None and " " in high:
        figure = amount_of(term.low, replace(term, unit=None, kind="count"), lang) if term.kind != "quantity" else ""
        low = figure or low.removesuffix(high[high.rindex(" ") :])
    return f"{low}–{high}"


def written(term: Term, lang: Lang) -> str:
    """A term as its text puts it, with the reading behind it where the words alone do not give it.

    An English reader always gets the reading; a Chinese one where the figure is not in digits, or in other units.
    """
    figures = [amount_of(v, term, lang) for v in (term.low, term.high) if v is not None]
    plain = term.quote.replace(" ", "").replace("％", "%").replace(",", "").replace("，", "")
    spoken = term.kind in {"duration", "count", "quantity", "age"} or any(figure in plain for figure in figures)
    if lang == "zh":
        return term.quote if spoken else f"{term.quote}（{reading(term, lang)}）"
    return term.quote if term.quote == reading(term, lang) else f"{term.quote} ({reading(term, lang)})"


def qualifiers(term: Term, lang: Lang) -> str:
    """What a figure is measured by: 每年；单个项目；基数：研发成本. 每月 is not told beside 每人每月."""
    said = term.kind == "count" and lang == "zh" and "每" in term.quote  # 应当每季度公布
    often = None if said or (term.recurrence and term.recurrence in (term.per or "")) else term.recurrence
    basis = f"{pick(('基数：', 'of: '), lang)}{term.basis}" if term.basis else None
    return pick(("；", "; "), lang).join(
        _distinct(*(measured_by(words or "", lang) for words in (often, term.per)), basis)
    )


def marked(term: Term, lang: Lang) -> str:
    """A figure that is no grant says so: 年营业收入突破500亿元 is a condition, 处5万元罚款 a penalty."""
    role = role_word(term, lang)
    return bracketed(role, lang)


def role_word(term: Term, lang: Lang) -> str:
    """What a figure is for, where a reader would else take it for a grant."""
    return word("role", term.role, lang) if term.role in TOLD_ROLES else ""


def facet_words(change: TermChange, lang: Lang, *, excerpt: bool) -> tuple[str, ...]:
    """What besides the value changed, a phrase each: “一般”不再出现."""
    phrases = []
    for facet in change.changed:
        old = "、".join(_distinct(*(_facet(term, facet, lang) for term in change.old)))
        new = "、".join(_distinct(*(_facet(term, facet, lang) for term in change.new)))
        phrases.append(_facet_phrase(word("facet", facet, lang), old, new, lang, excerpt=excerpt))
    return tuple(phrases)


def _facet_phrase(name: str, old: str, new: str, lang: Lang, *, excerpt: bool) -> str:
    if old and new:
        return pick((f"{name}由“{old}”改为“{new}”", f"{name}: “{old}” became “{new}”"), lang)
    if new:
        return pick((f"{name}“{new}”为新写明", f"{name}: “{new}” is newly named"), lang)
    if not old:
        return pick((f"{name}有变", f"{name} differs"), lang)
    if excerpt:
        return pick((f"{name}“{old}”在报道中不再出现", f"{name}: “{old}” no longer appears in the report"), lang)
    return pick((f"{name}“{old}”不再出现", f"{name}: “{old}” no longer appears"), lang)


def _facet(term: Term, facet: str, lang: Lang) -> str | None:
    if facet == "bound":
        return word("bound", term.bound, lang)
    value: str | None = getattr(term, facet)
    return measured_by(value, lang) if value and facet in {"per", "recurrence"} else value


def _distinct(*values: str | None) -> Iterable[str]:
    return dict.fromkeys(value for value in values if value)
