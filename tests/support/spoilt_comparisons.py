"""A small comparison whose every text of unknown origin carries some extra words, as a hostile page could."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from policydiff.model import (
    Address,
    Alternative,
    Attribution,
    Change,
    ClauseChange,
    CleanText,
    Comparison,
    Document,
    Link,
    Metadata,
    Note,
    Op,
    Origin,
    Reason,
    Source,
    Span,
    Term,
    TermChange,
    Touch,
    Unit,
    Version,
    Witness,
    Work,
)

__all__ = ["excerpt_with", "full_with"]

_OLD = ("为了规范渔港建设，制定本办法。", "对新建渔港给予最高50万元补助。", "渔港经营者应当登记。", "本条删去。")
_NEW = (
    "为了规范渔港建设，制定本办法。",
    "对新建渔港给予最高80万元补助。",
    "渔船应当服从调度。",
    "渔港经营者可以登记。",
)


def _document(prefix: str, sentences: Iterable[str], extra: str) -> Document:
    """Articles of a number, a sentence and a line break; the extra words end each sentence."""
    text, units = "", []
    for at, sentence in enumerate(sentences, start=1):
        label = f"第{'一二三四五'[at - 1]}条"
        start, words = len(text), f"{label}　{sentence}{extra}\n"
        address = Address.parse(label)
        inner = Unit(f"{prefix}{at}.1", "sentence", Span(start + 4, start + len(words)), address)
        head = Unit(f"{prefix}{at}.0", "heading", Span(start, start + 4), address)
        text += words
        units.append(
            Unit(f"{prefix}{at}", "article", Span(start, len(text)), address, label, extra, None, (head, inner))
        )
    source = Source(f"{prefix}{extra}.txt", "text/plain", "utf-8", "0" * 64, text, ())
    origin = Origin(f"{prefix}页{extra}", f"发布者{extra}", f"https://a.example/{extra}", date(2025, 1, 2))
    return Document(CleanText(source, text, ()), Metadata(f"渔港办法{extra}"), tuple(units), origin)


def _term(document: Document, unit: str, quote: str, value: int, extra: str) -> Term:
    start = document.text.index(quote)
    context = next(each.span for each in document.walk() if each.id == unit)
    return Term(
        quote, Span(start, start + len(quote)), unit, Address.parse("第二条"), Attribution(f"渔港办法{extra}"),
        "money", "cap", None, Fraction(value), context, unit="CNY",
        hedge=extra or None, per=extra or None, basis=extra or None,
        subject=f"新建渔港{extra}", recurrence=extra or None,
    )  # fmt: skip


def _edited(old: Document, new: Document, before: str, after: str, ids: tuple[str, str]) -> ClauseChange:
    """Two sentences that differ in one word."""
    spans = [next(u.span for u in d.walk() if u.id == i) for d, i in zip((old, new), ids, strict=True)]
    at = [d.text.index(word, span.start) for d, word, span in zip((old, new), (before, after), spans, strict=True)]
    ends = at[0] + len(before), at[1] + len(after)
    ops = (
        Op("equal", Span(spans[0].start, at[0]), Span(spans[1].start, at[1])),
        Op("replace", Span(at[0], ends[0]), Span(at[1], ends[1])),
        Op("equal", Span(ends[0], spans[0].end), Span(ends[1], spans[1].end)),
    )
    return ClauseChange(*ids, ops)


def full_with(extra: str) -> Comparison:
    """Two full texts: an article kept, one with a raised figure, one renumbered and edited, one gone, one new."""
    old, new = _document("o", _OLD, extra), _document("n", _NEW, extra)
    figures = _term(old, "o2.1", "最高50万元", 500_000, extra), _term(new, "n2.1", "最高80万元", 800_000, extra)
    raised = TermChange(
        (figures[0],), (figures[1],), "raised", "stated", Fraction(300_000), Fraction(60), changed=("basis", "hedge"),
        witnesses=(Witness(new.origin.name, "n2.1", figures[1].context),),
        alternatives=(Alternative("new", figures[1], 0.5),),
    )  # fmt: skip
    changes = (
        Change(("o1",), ("n1",), "same", (Link("o1", "n1", 1.0),)),
        Change(
            ("o2",), ("n2",), "same", (Link("o2", "n2", 0.9, (Reason("likeness", 0.9),)),), ("edited",), "substantive",
            (_edited(old, new, "50万元", "80万元", ("o2.1", "n2.1")),), (raised,),
            ("number",), (Touch("number", extra, "80"),),
        ),
        Change((), ("n3",), "added", substance="substantive"),
        Change(
            ("o3",), ("n4",), "same", (Link("o3", "n4", 0.8),), ("renumbered", "edited"), "substantive",
            (
                _edited(old, new, "三", "四", ("o3.0", "n4.0")),
                _edited(old, new, "应当", "可以", ("o3.1", "n4.1")),
            ),
            (), ("modal",), (Touch("modal", "应当", "可以"),),
        ),
        Change(("o4",), (), "removed", substance="substantive"),
    )  # fmt: skip
    notes = (
        Note("novel" + extra, (("key", "value" + extra),)),
        Note("doubt_masked", (("document", extra), ("count", "1"))),
    )
    work = Work("harbours", f"渔港办法{extra}", f"某市{extra}")
    versions = (
        Version(
            work,
            f"old{extra}",
            "full",
            (old,),
            "draft",
            date(2024, 1, 1),
            f"某〔2024〕1号{extra}",
            f"javascript:{extra}",
        ),
        Version(work, f"new{extra}", "full", (new,), None, None, None, f"https://b.example/{extra}"),
    )
    return Comparison(*versions, changes, ((f"旧{extra}", f"新{extra}", 3),), notes)


def excerpt_with(extra: str) -> Comparison:
    """The same, the new side known only through a report: what it does not say is not reported."""
    whole = full_with(extra)
    changes = (
        Change(("o1",), (), "not_reported"),
        replace(whole.changes[1], relation="reported"),
        Change(("o3",), ("n4",), "mentioned"),
        Change(("o4",), (), "not_reported"),
        Change((), ("n3",), "unplaced"),
    )
    report = replace(whole.new.documents[0], origin=replace(whole.new.documents[0].origin, report=True))
    return replace(whole, new=replace(whole.new, coverage="excerpt", documents=(report,)), changes=changes)
