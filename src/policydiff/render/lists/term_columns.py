"""A version's figures as columns: where each stands, what is written, what it is worth, and what it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from policydiff.model import Term, Version
from policydiff.render.columns import Column, fitted, table_lines
from policydiff.render.terminal import Line, line, printed
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.measures import measured_by
from policydiff.render.wording.places import Side, version_label
from policydiff.render.wording.values import reading

__all__ = ["instrument_lines", "term_columns", "terms_text", "total_words"]

_HEADS: dict[str, tuple[str, str]] = {
    "place": ("条款", "Place"),
    "subject": ("事项", "Subject"),
    "quote": ("原文", "Quote"),
    "value": ("数值", "Value"),
    "basis": ("基数", "Basis"),
    "per": ("每", "Per"),
    "how": ("频次·限定", "How often"),
    "role": ("作用", "Role"),
    "instrument": ("文件", "Instrument"),
}
# what a reader misses least goes first: the sum and where it stands always stay
_RANKS = {"role": 6, "how": 4, "per": 3, "basis": 2, "subject": 1}
_LEAST = {"place": 20, "subject": 10, "quote": 14, "value": 40, "basis": 8, "per": 8, "how": 8, "role": 8}


_PREFIXED = {"FLOPS", "B", "bps"}
_PREFIXES = ((10**21, "Z"), (10**18, "E"), (10**15, "P"), (10**12, "T"), (10**9, "G"), (10**6, "M"), (10**3, "K"))


def terms_text(version: Version, terms: Sequence[Term], lang: Lang, *, color: bool, width: int) -> str:
    """Every figure of a version as a table; whose words they are is told once where they are all one's."""
    return printed(_lines(Side.of(version), terms, lang, max(width, 20)), color=color, width=width)


def _lines(side: Side, terms: Sequence[Term], lang: Lang, width: int) -> Iterator[Line]:
    label, name = version_label(side.version, lang), side.version.name
    yield line(label if label == name else f"{label} · {name}", "bold")
    for told in instrument_lines(terms, lang):
        yield line(told, hang=2)
    made = term_columns(side, terms, lang)
    shown = fitted(made, width)
    yield line()
    yield from table_lines(shown)
    heads = {column.head for column in shown}
    missing = [column.head for column in made if column.head not in heads]
    total = total_words(terms, lang)
    if missing:
        listed = pick(("、", ", "), lang).join(missing)
        total += pick((f"；宽度{width}列，未列：{listed}", f"; {width} columns are too few for: {listed}"), lang)
    yield line(total, "dim", hang=2)


def instrument_lines(terms: Sequence[Term], lang: Lang) -> tuple[str, ...]:
    """Whose words the figures are, each instrument with its mark where there is more than one."""
    return tuple(f"{mark or head('instrument', lang) + ':'} {told}" for told, mark in _marks(terms).items())


def total_words(terms: Sequence[Term], lang: Lang) -> str:
    """How many figures there are."""
    return pick((f"共{len(terms)}项", f"{len(terms)} figures"), lang)


def term_columns(side: Side, terms: Sequence[Term], lang: Lang, *, glossed: bool = False) -> tuple[Column, ...]:
    """The columns that say something of a version's figures, in the order in which they are read.

    `glossed` puts the English behind the Chinese heads, for tables that travel further than their readers.
    """
    marks = _marks(terms)
    made = (_column(name, side, terms, lang, marks) for name in _HEADS)
    shown = tuple(column for column in made if any(column.cells))
    if lang == "en" or not glossed:
        return shown
    glosses = dict(_HEADS.values())
    return tuple(replace(column, head=f"{column.head} {glosses[column.head]}") for column in shown)


def _marks(terms: Sequence[Term]) -> dict[str, str]:
    """A number for each instrument whose words the figures are; none is needed where all are of one."""
    told = list(dict.fromkeys(title for term in terms if (title := _instrument(term))))
    if len(told) == 1 and all(term.attribution for term in terms):
        return {told[0]: ""}
    return {title: f"[{number}]" for number, title in enumerate(told, start=1)}


def _column(name: str, side: Side, terms: Sequence[Term], lang: Lang, marks: dict[str, str]) -> Column:
    if name == "instrument":
        told = [marks.get(_instrument(term) or "", "—") for term in terms]
        cells = tuple(told) if any(marks.values()) else ()
    else:
        cells = tuple(_CELLS[name](side, term, lang) for term in terms)
    rank, least = _RANKS.get(name, 0), _LEAST.get(name, 8)
    return Column(pick(_HEADS[name], lang), cells, right=name == "value", least=least, rank=rank)


def _how(term: Term, lang: Lang) -> str:
    parts = dict.fromkeys(part for part in (measured_by(term.recurrence or "", lang), term.hedge) if part)
    return pick(("；", "; "), lang).join(parts)


def _value(term: Term, lang: Lang) -> str:
    """The figure as read, computing power and storage with a metric prefix: 4.5EFLOPS."""
    ends = [end for end in (term.low, term.high) if end is not None]
    scale, prefix = next(((s, p) for s, p in _PREFIXES if ends and min(ends) >= s), (1, ""))
    if term.unit not in _PREFIXED or not prefix:
        return reading(term, lang)
    low, high = (None if end is None else Fraction(end, scale) for end in (term.low, term.high))
    return reading(replace(term, low=low, high=high, unit=prefix + term.unit), lang)


def _instrument(term: Term) -> str | None:
    return f"《{term.attribution.instrument.strip('《》')}》" if term.attribution else None


_CELLS: dict[str, Callable[[Side, Term, Lang], str]] = {
    "place": lambda side, term, lang: side.term_cite(term, lang),
    "subject": lambda _, term, __: term.subject or "",
    "quote": lambda _, term, __: term.quote,
    "value": lambda _, term, lang: _value(term, lang),
    "basis": lambda _, term, __: term.basis or "",
    "per": lambda _, term, lang: measured_by(term.per or "", lang),
    "how": lambda _, term, lang: _how(term, lang),
    "role": lambda _, term, lang: word("role", term.role, lang) if term.role else "",
}
