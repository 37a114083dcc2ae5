"""How far a figure went, in words: 提高 300万元（+150%）; of a range end by end: 下限 +1万元；上限 +5万元."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from policydiff.model import Term, TermChange
from policydiff.render.wording.labels import Lang, bracketed, pick, word
from policydiff.render.wording.values import amount_of, number

__all__ = ["End", "change_words", "delta_words", "percent", "told_end", "way"]

End = Literal["low", "high"]
_SIGNS = {
    "raised": "↑",
    "lowered": "↓",
    "introduced": "+",
    "dropped": "−",
    "unchanged": "=",
    "split": "⇉",
    "merged": "⇇",
    "not_comparable": "≠",
    "not_reported": "·",
}
_ENDS: tuple[tuple[End, tuple[str, str]], ...] = (("low", ("下限", "lower end")), ("high", ("上限", "upper end")))
_HUNG_ON = frozenset({"basis", "per", "recurrence"})
_OF_PERIODS = {"raised": "extended", "lowered": "shortened"}
_GRADES = frozenset({"分", "级", "档", "星", "名"})
"""Steps of a scale that has no nought of its own: 80分 is not a third more than 60分."""


def change_words(change: TermChange, lang: Lang) -> str:
    """What became of a figure: ↑ 提高 300万元（+150%）; of a range ↑ 提高：下限 +1万元；上限 +5万元."""
    text = f"{_SIGNS[change.direction]} {word('direction', way(change), lang)}"
    if change.direction in {"split", "merged"}:
        return text + pick(
            (f"（{len(change.old)}项→{len(change.new)}项）", f" ({len(change.old)} → {len(change.new)})"), lang
        )
    if ends := _ends_words(change, lang):
        return text + pick(("：", ": "), lang) + ends + bracketed(_alone(change, lang), lang)
    if change.direction not in {"raised", "lowered"}:
        return text
    if change.points is not None or change.delta is None:
        return text + bracketed(_ratio(change, lang), lang)
    model = (change.new or change.old)[0]
    by = pick(("", "by "), lang) + amount_of(abs(change.delta), model, lang)
    return f"{text} {by}" + bracketed(_ratio(change, lang), lang)


def way(change: TermChange) -> str:
    """The code of the word for what became of a figure: a period is no higher, it is longer.

    A period is 延长 or 缩短 where its figure is `raised` or `lowered`.
    """
    if {term.kind for term in change.old + change.new} != {"duration"}:
        return change.direction
    return _OF_PERIODS.get(change.direction, change.direction)


def delta_words(change: TermChange, lang: Lang) -> str:
    """How far a figure went, with its sign: +300万元，+150%; empty where it did not rise or fall."""
    if ends := _ends_words(change, lang):
        return pick(("，", ", "), lang).join(part for part in (ends, _alone(change, lang)) if part)
    parts = [_ratio(change, lang)]
    if change.points is None and change.delta is not None and change.direction in {"raised", "lowered"}:
        model = (change.new or change.old)[0]
        parts.insert(0, _step(change.delta, model, lang))
    return pick(("，", ", "), lang).join(part for part in parts if part)


def percent(change: TermChange) -> Fraction | None:
    """By how many per cent of the old value a figure went; null where that says nothing.

    Nobody is 8% older at 65 than at 60, and 80分 is not a third more than 60分.
    """
    model = next(iter(change.new + change.old), None)
    return None if model is None or model.kind == "age" or model.unit in _GRADES else change.percent


def told_end(change: TermChange) -> End:
    """The end of a range that its change is told of: the upper one, but where only the lower one moved."""
    moved = [end for end, _ in _moved(change)]
    return "low" if moved == ["low"] else "high"


def _ends_words(change: TermChange, lang: Lang) -> str:
    """Each end of a range that moved, and by how much; empty where no range is compared."""
    if not _by_ends(change):
        return ""
    model = change.new[0]
    names = dict(_ENDS)
    told = [f"{pick(names[end], lang)} {_step(step, model, lang)}" for end, step in _moved(change)]
    return pick(("；", "; "), lang).join(told)


def _alone(change: TermChange, lang: Lang) -> str:
    """The percentage of a range one end of which moved: with two it would not say whose it is."""
    return _ratio(change, lang) if change.points is None and len(list(_moved(change))) == 1 else ""


def _by_ends(change: TermChange) -> bool:
    """Whether a range is compared; one whose ends went apart is comparable in no other way."""
    if len(change.old) != 1 or len(change.new) != 1 or change.old[0].unit != change.new[0].unit:
        return False
    bounds = change.old[0].bound, change.new[0].bound
    if change.direction == "not_comparable":
        return bounds == ("range", "range") and not _HUNG_ON & set(change.changed)
    return change.direction in {"raised", "lowered"} and "range" in bounds


def _moved(change: TermChange) -> Iterator[tuple[End, Fraction]]:
    """The ends that both sides have and that are not the same, the lower one first."""
    if len(change.old) != 1 or len(change.new) != 1 or change.old[0].unit != change.new[0].unit:
        return
    for end, _ in _ENDS:
        before, after = _end(change.old[0], end), _end(change.new[0], end)
        if before is not None and after is not None and before != after:
            yield end, after - before


def _end(term: Term, end: End) -> Fraction | None:
    return term.low if end == "low" else term.high


def _step(by: Fraction, model: Term, lang: Lang) -> str:
    """A distance with its sign: +1万元, −5个百分点."""
    if model.kind == "rate":
        return _signed(by * 100) + pick(("个百分点", " percentage points"), lang)
    return ("+" if by > 0 else "−") + amount_of(abs(by), model, lang)


def _ratio(change: TermChange, lang: Lang) -> str:
    if change.direction not in {"raised", "lowered"}:
        return ""
    if change.points is not None:
        return _signed(change.points, places=4) + pick(("个百分点", " percentage points"), lang)
    share = percent(change)
    return f"{_signed(share)}%" if share is not None else ""


def _signed(value: Fraction, places: int = 2) -> str:
    shown = number(value, places=places if (value * 10**places).denominator == 1 else 2)
    return shown if value < 0 else f"+{shown}"
