"""From a document's leaves to its terms: read, bind, judge, say what each figure means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from policydiff.model import Address, Attribution, Document, Span, Term, Unit, UnitKind
from policydiff.patterns import lazy
from policydiff.terms.basis import basis_of
from policydiff.terms.bounds import Reading, readings_of
from policydiff.terms.clauses import Clauses, Setting
from policydiff.terms.exclusions import bare_is_money, is_term
from policydiff.terms.far_bounds import with_far_bound
from policydiff.terms.figures import figures_of, may_speak
from policydiff.terms.former import with_former
from policydiff.terms.increments import with_increments
from policydiff.terms.meaning import hedge_of, per_of, recurrence_of
from policydiff.terms.measured import without_measures
from policydiff.terms.parallels import members
from policydiff.terms.periodic import with_periodic_duties
from policydiff.terms.ratios import parties_of
from policydiff.terms.roles import role_of
from policydiff.terms.speeds import with_speed
from policydiff.terms.subjects import subject_of
from policydiff.terms.table_rows import Header, RowName, header_of, in_row, row_name
from policydiff.terms.tier_names import named_by_condition
from policydiff.terms.two_bounds import with_two_bounds
from policydiff.terms.two_row_heads import as_row
from policydiff.terms.units import Unit as Measure
from policydiff.terms.view import View, view_of

__all__ = ["Known", "extract"]

Known = dict[tuple[str, str, UnitKind, Header | None], tuple[Term, ...]]
"""What was read in some words, with the number they bear, what they are and the head of their table; its places count
from where they begin."""

_SILENT = {"title", "responsibility", "signature"}
_LIST_MARKS = {"、", "和", "及", "与", "以及", "或"}
_RESPECTIVE = lazy("分别|依次")
_OPENING = lazy("^.*?(?:对于?(?=[^外接象标口])|的(?=[^的]*$))")
_EACH = lazy("^/[^,。;、0-9]{1,6}(?=、|和|及)")  # 400元/千瓦、100元/千瓦
_WORDS = 200
_NEAR = 24
_LONGEST = 24
_IN_WORDS = lazy(r"[\[(](?:大写|人民币|小写|即|¥|:|RMB){0,4}")
_THAT_IS = lazy(r",(?:即|也即|亦即|也就是|也就是说)[^。;:0-9%]{0,24}")


@dataclass(frozen=True, slots=True)
class _Leaf:
    unit: Unit
    address: Address | None
    attribution: Attribution | None
    label: str


def extract(document: Document, known: Known | None = None) -> tuple[Term, ...]:
    """Every amount, rate, multiple, period, count, quantity and age of a document, in reading order.

    Titles, responsible organs and signatures state none.  Spans point into the document's text, and a term's quote is
    exactly what stands there.  Two versions that are given one `known` share what was read: most of their sentences are
    the same.
    """
    known = {} if known is None else known
    found: list[Term] = []
    header = None
    for leaf in _leaves(document):
        text = as_row(leaf.unit.span.of(document.text))
        header = header_of(text, header) if text else header
        found += _terms(leaf, text, header.over(text) if header and "\t" in text else None, known)
    return tuple(found)


def _leaves(document: Document) -> Iterator[_Leaf]:
    """The leaves that may state terms, each with the address, attribution and label it stands under."""
    stack = [_Leaf(unit, unit.address, unit.attribution, unit.label) for unit in reversed(document.units)]
    while stack:
        leaf = stack.pop()
        unit = leaf.unit
        if unit.kind in _SILENT:
            continue
        if not unit.children:
            yield leaf
        for child in reversed(unit.children):
            label = child.label or (leaf.label if child.span.start == unit.span.start else "")
            stack.append(_Leaf(child, child.address or leaf.address, child.attribution or leaf.attribution, label))


def _terms(leaf: _Leaf, text: str, header: Header | None, known: Known) -> Iterator[Term]:
    unit = leaf.unit
    if not may_speak(text):
        return
    words = text, leaf.label if text.startswith(leaf.label) else "", unit.kind, header
    found = known.get(words)
    if found is None:
        found = known[words] = tuple(_read(*words))
    at = unit.span.start
    for term in found:
        span = Span(term.span.start + at, term.span.end + at)
        context = Span(term.context.start + at, term.context.end + at)
        yield replace(
            term, span=span, context=context, unit_id=unit.id, address=leaf.address, attribution=leaf.attribution
        )


def _read(text: str, label: str, kind: UnitKind, header: Header | None = None) -> Iterator[Term]:
    """The terms of some words as if they were a whole document, and stood nowhere."""
    view = view_of(text[len(label) :], len(label))
    view = header.read(view, text[len(label) :], len(label)) if header else view
    readings = readings_of(view.text, figures_of(view.text))
    readings = [
        with_far_bound(view.text, r) for r in readings if is_term(view.text, r) or _timed(text, view, r, header)
    ]
    readings = with_periodic_duties(view.text, readings)
    if not readings:
        return
    readings = with_two_bounds(view.text, readings)
    readings = _without_restatements(view.text, [_measured(view.text, with_speed(view.text, r)) for r in readings])
    readings = with_increments(view.text, with_former(view.text, readings), kind)
    settings = Clauses(view.text).settings(readings)
    runs = _runs(view.text, settings)
    zipped = _respective(view.text, runs, settings)
    leads = _leads(runs, settings)
    settings = _as_lists(runs, settings)
    name = row_name(view.text) if "\t" in text else None
    terms = [
        _term(text, view, kind, setting, lead, zipped.get(i))
        for i, (setting, lead) in enumerate(zip(settings, leads, strict=True))
    ]
    terms = named_by_condition(view.text, terms, settings)
    if name:
        terms = [_in_row(term, text, name, s, settings[-1], header) for term, s in zip(terms, settings, strict=True)]
    yield from without_measures(view.text, readings, terms)


def _in_row(term: Term, text: str, name: RowName, setting: Setting, last: Setting, header: Header | None) -> Term:
    column = header.column(text, term.span.start) if header else ""
    return in_row(term, name, setting.reading.start, last.reading.start, column)


def _timed(text: str, view: View, reading: Reading, header: Header | None) -> bool:
    """Whether a cell that holds so many days, and nothing else, stands in a column of times."""
    unit, at = reading.figure.unit, reading.figure.start
    if header is None or unit is None or unit.written != "日":
        return False
    alone = view.text[at - 1 : at] == "\n" and view.text[reading.end : reading.end + 1] in {"", "\n"}
    return alone and header.is_timed(text, view.start_of(at))


def _measured(text: str, reading: Reading) -> Reading:
    """Give a magnitude without a unit its kind: 百亿基金 is money, and round; 超过千亿 of 参数量 is a count."""
    figure = reading.figure
    if figure.unit is None:
        money = bare_is_money(text, reading)
        unit = Measure("money", "CNY", Fraction(1), "") if money else Measure("count", None, Fraction(1), "")
        figure = replace(figure, unit=unit)
    elif not (figure.bare and figure.unit.name is None and figure.unit.kind == "count"):
        return reading
    rounded = figure.bare and reading.bound == "exact"
    return replace(reading, figure=figure, approximate=reading.approximate or rounded)


def _without_restatements(text: str, readings: list[Reading]) -> list[Reading]:
    """Leave out a figure that says the one before it again: 50万元(大写:伍拾万元整), 至三年,即自签订之日起三年内."""
    kept: list[Reading] = []
    for reading in readings:
        last = kept[-1] if kept else None
        if last and last.figure.value == reading.figure.value:
            between = text[last.end : reading.start]
            alike = last.figure.unit == reading.figure.unit  # 0.5个百分点,即50个基点 says it in another unit
            if _IN_WORDS.fullmatch(between) or (alike and _THAT_IS.fullmatch(between)):
                continue
        kept.append(reading)
    return kept


def _leads(runs: list[list[int]], settings: list[Setting]) -> list[str]:
    """For each figure, the words of its sentence from the last figure before it, or before its list, to there."""
    leads: list[str] = []
    for run in runs:
        first = settings[run[0]]
        change = first.reading.change
        if change and run[0] and settings[run[0] - 1].reading.change == change:
            leads += leads[-1:] * len(run)  # what replaces a figure is what the words before that one speak of
            continue
        before = settings[run[0] - 1].reading.end if run[0] else 0
        after = first.reading.start - before - (change[1] - change[0] if change else 0)
        leads += [first.lead[max(0, len(first.lead) - after) :] if after > 0 else ""] * len(run)
    return leads


def _as_lists(runs: list[list[int]], settings: list[Setting]) -> list[Setting]:
    """Let what stands before and after a list speak for each of its figures: 首次突破1亿元、5亿元的."""
    shared = list(settings)
    for run in runs:
        first, last = settings[run[0]], settings[run[-1]]
        for i in run[1:]:
            shared[i] = replace(shared[i], lead=first.lead, clause=first.clause)
        for i in run[:-1]:
            shared[i] = replace(shared[i], rest=last.rest)
    return shared


def _respective(text: str, runs: list[list[int]], settings: list[Setting]) -> dict[int, str]:
    """The subject of each figure in A、B分别给予50万元、100万元; conditions in a list serve as subjects, too."""
    found: dict[int, str] = {}
    for position, run in enumerate(runs):
        first = settings[run[0]]
        own = first.quoted[: first.reading.core - first.reading.start]  # 最高分别为 binds, and hands out
        words = (first.lead + own)[-_WORDS:]
        matches = list(_RESPECTIVE.finditer(words))
        if first.reading.figure.share:
            names = parties_of(words, len(run))
        elif len(run) > 1 and matches and len(words) - matches[-1].end() <= _NEAR:
            told = _tiers(text, runs[:position], settings, len(run), first.reading.core - len(words))
            names = tuple(told) if told else members(words[: matches[-1].start()], len(run))
        else:
            continue
        found.update(zip(run, names or (), strict=False))
    return found


def _tiers(text: str, runs: list[list[int]], settings: list[Setting], count: int, since: int) -> list[str] | None:
    """The conditions that a list of figures rewards: 年产值首次突破1亿元 and 年产值首次突破5亿元."""
    for run in reversed(runs[-3:]):
        first = settings[run[0]].reading
        if first.start < since:
            return None
        if len(run) != count or first.former or first.figure.share:
            continue
        opening = _OPENING.sub("", settings[run[0]].clause) + text[first.start : first.core]
        names = [opening + text[reading.core : reading.end] for reading in (settings[i].reading for i in run)]
        return names if opening and all(len(name) <= _LONGEST for name in names) else None
    return None


def _runs(text: str, settings: list[Setting]) -> list[list[int]]:
    """Figures of one kind that stand in a list: 50万元、100万元."""
    runs: list[list[int]] = []
    for i, setting in enumerate(settings):
        last = settings[i - 1].reading if i else None
        kind = setting.reading.figure.unit
        if (
            last
            and last.figure.unit
            and kind
            and last.figure.unit.kind == kind.kind
            and _listed(text, last, setting.reading)
        ):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _listed(text: str, a: Reading, b: Reading) -> bool:
    mark = _EACH.sub("", text[a.end : b.start])
    return mark in _LIST_MARKS or (mark == ":" and a.figure.share > 0 and b.figure.share > 0)


def _term(text: str, view: View, kind: UnitKind, setting: Setting, lead: str, subject: str | None) -> Term:
    reading = setting.reading
    unit = reading.figure.unit
    span = Span(view.start_of(reading.start), view.end_of(reading.end))
    basis = basis_of(setting, lead)
    per = per_of(setting)
    subject = subject or subject_of(setting, lead, basis)
    return Term(
        quote=span.of(text),
        span=span,
        unit_id="",
        address=None,
        attribution=None,
        kind=unit.kind if unit else "count",
        bound=reading.bound,
        low=reading.low,
        high=reading.high,
        context=Span(view.start_of(setting.context[0]), view.end_of(setting.context[1])),
        low_open=reading.low_open,
        high_open=reading.high_open,
        unit=unit.name if unit else None,
        approximate=reading.approximate,
        hedge=hedge_of(setting),
        role=role_of(setting, kind),
        per=per,
        basis=basis,
        subject=subject if subject != per else None,
        recurrence=recurrence_of(setting),
    )
