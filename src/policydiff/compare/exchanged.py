"""What a decision to amend does by exchanging words: 将第二条中的“500万元”修改为“800万元” and 删去第二条第二款.

The new figure stands in the decision alone, without the words around it, which stay what they are in the text amended:
of 最高补助500万元 it makes 最高补助800万元, a cap as before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from policydiff.compare.figures.judging import judge
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import Change, ClauseChange, Op, Span, Term, TermChange, Unit, Witness
from policydiff.numerals import figure
from policydiff.orders import Order, named, strikes_whole
from policydiff.references import Target

__all__ = ["Exchange", "exchanged", "with_exchanged"]

_WITHOUT_HOLD = frozenset({"former", "increment"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of one provision, or all of it, that a sentence of the decision takes out, and what it puts in."""

    part: Unit
    sentence: Span
    out: Span | None
    into: Span | None


def exchanged(ordered: Iterable[Order], numbered: Mapping[Target, Unit]) -> tuple[Exchange, ...]:
    """The exchanges of words, and the parts of articles struck, that orders name."""
    return tuple(
        Exchange(place[1], order.sentence, order.out, order.into)
        for order in ordered
        if order.kind == "exchanged" or (order.kind == "struck" and not strikes_whole(order))
        for target in order.targets
        if (place := named(target, numbered))
    )


def with_exchanged(
    change: Change, exchanges: Sequence[Exchange], old: Side, new: Side, options: CompareOptions
) -> Change:
    """The change with the figures and the sentences that the exchanges touch; all else the decision is silent on."""
    before = [term for unit in change.old for term in old.terms_under(unit) if term.role not in _WITHOUT_HOLD]
    after = [term for unit in change.new for term in new.terms_under(unit)]
    changes: dict[Term, TermChange] = {}
    introduced: list[TermChange] = []
    for one in exchanges:
        gone = [term for term in before if term not in changes and _touches(one, term.span, old, new)]
        come = [term for term in after if one.into and term.span in one.into]
        witness = _witness(one, change.new, new)
        was = [term for term in after if one.out and term.span in one.out]
        for at, term in enumerate(gone):
            told = come[at] if at < len(come) else _counted(term, one, change.new[0], new)
            out = one.out.of(_decision(new)) if one.out else ""
            made = told and _made(term, told, was[at] if at < len(was) else None, out)
            changes[term] = _judged(term, told, made, witness, options)
        introduced += [
            TermChange((), (term,), "introduced", "stated", witnesses=(witness,)) for term in come[len(gone) :]
        ]
    terms = [changes.get(term) or TermChange((term,), (), "not_reported", "stated") for term in before]
    clauses = tuple(_clauses(change, exchanges, old, new))
    return replace(change, terms=(*terms, *introduced), clauses=clauses)


def _touches(one: Exchange, span: Span, old: Side, new: Side) -> bool:
    """Whether a place of the text amended stands where an exchange takes words out."""
    return any(span.start < place.end and place.start < span.end for place in _places(one, old, new))


def _places(one: Exchange, old: Side, new: Side) -> Iterator[Span]:
    text, part = old.document(one.part.id).text, one.part.span
    if one.out is None:
        yield part
        return
    words = one.out.of(_decision(new))
    at = text.find(words, part.start, part.end) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words), part.end)


def _decision(new: Side) -> str:
    return new.version.documents[0].text


def _witness(one: Exchange, units: Sequence[str], new: Side) -> Witness:
    unit = next((unit for unit in units if one.sentence in new.unit(unit).span), units[0])
    return Witness(new.document(unit).origin.name, unit, one.sentence)


def _judged(old: Term, told: Term | None, new: Term | None, witness: Witness, options: CompareOptions) -> TermChange:
    if told is None:
        return TermChange((old,), (), "dropped", "stated", witnesses=(witness,))
    if new is None:
        return TermChange((old,), (told,), "not_comparable", "stated", witnesses=(witness,))
    direction, delta, percent, points, changed = judge(old, new, terse=(False, False), options=options)
    return TermChange((old,), (new,), direction, "stated", delta, percent, points, changed, (witness,))


def _made(old: Term, told: Term, was: Term | None, out: str) -> Term | None:
    """The figure that the exchange makes: told without the words around it, it keeps what those say of the old one.

    Of a range of which one end is exchanged the other end stays; null where it cannot be told which end that is.
    """
    kept = replace(
        told,
        per=told.per or old.per,
        basis=told.basis or old.basis,
        recurrence=told.recurrence or old.recurrence,
        subject=old.subject or told.subject,
        role=old.role or told.role,
    )
    if told.bound != "exact" or old.kind != told.kind or old.quote in out:
        return kept
    low, high = (None if end is None else told.high for end in (old.low, old.high))
    if old.bound == "range":
        ends = was and was.bound == "exact" and was.unit == old.unit == told.unit and {old.low, old.high} - {was.high}
        if not was or not ends or len(ends) != 1:
            return None
        low, high = (told.high if end == was.high else end for end in (old.low, old.high))
    return replace(
        kept, bound=old.bound, low=low, high=high, low_open=old.low_open, high_open=old.high_open, hedge=old.hedge
    )


def _counted(old: Term, one: Exchange, unit: str, new: Side) -> Term | None:
    """The figure that an exchange of bare numbers makes: 二十个 with “二十”修改为“十” is 十个."""
    if one.out is None or one.into is None or old.bound == "range":
        return None
    text = _decision(new)
    before, after = (_number(span.of(text)) for span in (one.out, one.into))
    if not before or after is None:
        return None
    low, high = (None if end is None else end / before * after for end in (old.low, old.high))
    address = new.unit(unit).address
    return replace(
        old,
        quote=one.into.of(text),
        span=one.into,
        unit_id=unit,
        low=low,
        high=high,
        address=address,
        context=one.sentence,
    )


def _number(words: str) -> Fraction | None:
    core = words.rstrip("个名家户件项次台套")
    try:
        return figure(core)
    except ValueError:
        return None


def _clauses(change: Change, exchanges: Sequence[Exchange], old: Side, new: Side) -> Iterator[ClauseChange]:
    """Each sentence of the provision, with the sentence of the decision that orders something of it beside it."""
    said = [
        part.id for unit in change.new for part in new.unit(unit).walk() if not part.children and part.kind != "heading"
    ]
    for clause in change.clauses:
        if clause.old is None:
            continue
        span = old.unit(clause.old).span
        one = next((one for one in exchanges if _touches(one, span, old, new)), None)
        order = one and next(
            (unit for unit in said if _meet(new.unit(unit).span, one.into or one.out or one.sentence)), None
        )
        if order:
            yield ClauseChange(clause.old, order, (Op("replace", span, new.unit(order).span),))
        else:
            yield ClauseChange(clause.old, None, (Op("delete", span, Span(0, 0)),))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
