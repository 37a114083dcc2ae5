"""The two comparisons whose renderings are reviewed by hand: a draft against a report, and two full texts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from policydiff.model import (
    Address,
    Alternative,
    Attribution,
    Change,
    ClauseChange,
    CleanText,
    Comparison,
    Document,
    Flag,
    Link,
    Metadata,
    Note,
    Op,
    OpKind,
    Origin,
    Reason,
    Signal,
    Source,
    Span,
    Term,
    TermChange,
    Touch,
    Unit,
    UnitKind,
    Version,
    Witness,
    Work,
)

__all__ = ["clause", "document", "excerpt_comparison", "full_comparison", "term"]

WORK = Work("river-drones", "江城市支持低空经济若干措施", "江城市人民政府")
OURS = Attribution("江城市支持低空经济若干措施")
Block = tuple[UnitKind, str, list[str]]
Steps = list[tuple[OpKind, str, str]]


def document(prefix: str, blocks: Iterable[Block], origin: Origin) -> Document:
    """A document of articles (`一、`, its sentences) and of units without a number; ids are `d1`, `d1.2`."""
    text, units = "", []
    for number, (kind, label, sentences) in enumerate(blocks, start=1):
        start, children = len(text), []
        address = Address.parse(label) if label else None
        for at, sentence in enumerate(sentences, start=1):
            span = Span(len(text), len(text) + len(sentence))
            kind_of = "heading" if label and at == 1 else "sentence"
            children.append(Unit(f"{prefix}{number}.{at}", kind_of, span, address))  # type: ignore[arg-type]
            text += sentence
        heading = sentences[0].removeprefix(label).strip("。\n") if label else ""
        nested = tuple(children) if label else ()
        whose = OURS if kind == "statement" else None
        units.append(Unit(f"{prefix}{number}", kind, Span(start, len(text)), address, label, heading, whose, nested))
    source = Source(f"{prefix}.txt", "text/plain", "utf-8", "0" * 64, text, ())
    return Document(CleanText(source, text, ()), Metadata(), tuple(units), origin)


def term(doc: Document, quote: str, **fields: Any) -> Term:
    """The figure at the first place where its words stand; the rest of its sentence is its context."""
    start = doc.text.index(quote)
    span = Span(start, start + len(quote))
    unit = next(u for u in doc.walk() if not u.children and span in u.span)
    values: dict[str, Any] = {"kind": "money", "bound": "cap", "low": None, "high": None, "unit": "CNY"}
    values |= {k: Fraction(v) if k in {"low", "high"} and v is not None else v for k, v in fields.items()}
    return Term(quote, span, unit.id, unit.address, OURS, context=unit.span, **values)


def clause(old: Document, old_id: str, new: Document, new_id: str, steps: Steps) -> ClauseChange:
    """A pair of clauses from its steps; an equal one gives its words once."""
    at = [next(u.span.start for u in d.walk() if u.id == i) for d, i in ((old, old_id), (new, new_id))]
    ops = []
    for kind, before, after in steps:
        words = (before, before) if kind == "equal" else (before, after)
        spans = [Span(start, start + len(word)) for start, word in zip(at, words, strict=True)]
        ops.append(Op(kind, *spans))
        at = [span.end for span in spans]
    return ClauseChange(old_id, new_id, tuple(ops))


DRAFT: list[Block] = [
    (
        "article",
        "一、",
        ["一、支持示范航线。", "对低空物流示范航线，一般给予运营主体最高80万元补助。", "每年遴选一批示范场景。\n"],
    ),
    (
        "article",
        "二、",
        ["二、支持研发攻关。", "按照整机研发投入的20%给予最高300万元补助。", "对零部件企业给予最高200万元奖励。\n"],
    ),
    ("article", "三、", ["三、支持人才引进。", "对高层次人才给予20万元安家补贴。\n"]),
    ("closing", "", ["本措施自发布之日起施行，有效期两年。"]),
]
REPORT: list[Block] = [
    ("statement", "", ["《措施》从示范航线等2个方面给予支持。"]),
    ("statement", "", ["《措施》提出，对低空物流“示范”航线给予最高120万元补助，首年补助比例不超过50%。"]),
    ("statement", "", ["《措施》还提出，按照研发投入的35%给予最高600万元补助。"]),
    ("statement", "", ["《措施》鼓励引进人才。"]),
]


def excerpt_comparison(extra: str = "") -> Comparison:
    """A draft in full against a final text known through a report; `extra` goes into all text of unknown origin."""
    draft = document(
        "d", [(k, n, [s + extra for s in ss]) for k, n, ss in DRAFT], Origin("征求意见通知" + extra, "江城市" + extra)
    )
    report = document(
        "r",
        [(k, n, [s + extra for s in ss]) for k, n, ss in REPORT],
        Origin("江城日报" + extra, "江城日报社", "https://news.example/a(1)?x=|", date(2025, 3, 1), report=True),
    )
    old = Version(WORK, "2024-draft", "full", (draft,), "draft", date(2024, 9, 2))
    new = Version(
        WORK,
        "2025-final",
        "excerpt",
        (report,),
        "official",
        date(2025, 2, 28),
        "江政规〔2025〕3号",
        "https://jc.example/gb",
    )
    route = [term(draft, "最高80万元", high=800_000, hedge="一般", subject="示范航线" + extra)]
    route += [
        term(report, "最高120万元", high=1_200_000, subject="示范航线"),
        term(report, "不超过50%", kind="rate", high="1/2", unit=None),
    ]
    merged = [
        term(draft, "最高300万元", high=3_000_000),
        term(draft, "最高200万元", high=2_000_000),
        term(report, "最高600万元", high=6_000_000),
    ]
    rates = [
        term(d, q, kind="rate", bound="exact", low=v, high=v, unit=None, basis=b + extra)
        for d, q, v, b in ((draft, "20%", "1/5", "整机研发投入"), (report, "35%", "7/20", "研发投入"))
    ]
    seen = [(Witness(report.origin.name, f"r{n}", report.units[n - 1].span),) for n in range(1, 5)]
    settle = term(draft, "20万元安家", bound="exact", low=200_000, high=200_000)
    ops: Steps = [
        ("insert", "", "《措施》提出，"),
        ("equal", "对低空物流", ""),
        ("replace", "示范", "“示范”"),
        ("equal", "航线", ""),
        ("delete", "，一般", ""),
        ("equal", "给予", ""),
        ("delete", "运营主体", ""),
        ("replace", "最高80万元", "最高120万元"),
        ("equal", "补助", ""),
        ("insert", "", "，首年补助比例不超过50%"),
        ("equal", "。" + extra, ""),
    ]
    raised = TermChange(
        (route[0],), (route[1],), "raised", "stated", Fraction(400_000), Fraction(50), None, ("hedge",), seen[1]
    )
    introduced = TermChange((), (route[2],), "introduced", "stated", witnesses=seen[1])
    other = (Alternative("old", merged[0], 0.61),)
    one_of_two = TermChange(
        (merged[0], merged[1]), (merged[2],), "merged", "inferred", witnesses=seen[2], alternatives=other
    )
    share = (Fraction(3, 20), Fraction(75), Fraction(15))
    rate = TermChange((rates[0],), (rates[1],), "raised", "stated", *share, ("basis",), seen[2])
    silent = TermChange((settle,), (), "not_reported", "stated")
    links = (
        Link("d1", "r2", 0.91234567, (Reason("likeness", 0.83),)),
        Link("d2", "r3", 0.8),
        Link("d3", "r4", 0.4),
    )
    lone = {n: tuple(ClauseChange(f"d{n}.{i}", None, ()) for i in (1, 2, 3)) for n in (1, 2, 3)}
    paired = (lone[1][0], clause(draft, "d1.2", report, "r2", ops), lone[1][2])
    flags: tuple[Flag, ...] = ("edited",)
    number: tuple[Signal, ...] = ("number",)
    changes = (
        Change(("d1",), ("r2",), "reported", links[:1], flags, "substantive", paired, (raised, introduced), number),
        Change(("d2",), ("r3",), "reported", links[1:2], flags, "substantive", lone[2], (one_of_two, rate), number),
        Change(("d3",), ("r4",), "mentioned", links[2:], (), "none", lone[3][:2], (silent,)),
        Change((), ("r1",), "unplaced"),
        Change(("d4",), (), "not_reported"),
    )
    notes = (
        Note("new_excerpt"),
        Note("article_count", (("old", "3"), ("new", "2"), ("quote", "2个方面" + extra))),
        Note("unplaced", (("count", "1"), ("quote", "另有安排。" + extra))),
        Note("novel" + extra, (("key", "value" + extra),)),
    )
    return Comparison(old, new, changes, (("市科局" + extra, "市科技局", 2),), notes)


def full_comparison(extra: str = "") -> Comparison:
    """Two full texts: an article unchanged but renumbered, one edited, one removed, one added, one split."""
    before: list[Block] = [
        ("article", f"第{n}条", [f"第{n}条", words + extra + "\n"])
        for n, words in zip(
            "一二三四",
            ["为了规范低空飞行，制定本办法。", "运营人应当购买保险，保额不低于50万元。", "本条删去。", "报告与公示。"],
            strict=True,
        )
    ]
    after: list[Block] = [
        ("article", f"第{n}条", [f"第{n}条", words + extra + "\n"])
        for n, words in zip(
            "一二三四五",
            [
                "为了规范低空飞行，制定本办法。",
                "飞行应当报备。",
                "运营人应当购买保险，保额不低于30万元。",
                "报告。",
                "公示。",
            ],
            strict=True,
        )
    ]
    old_doc, new_doc = document("o", before, Origin("旧")), document("n", after, Origin("新"))
    work = Work("", "低空飞行管理办法" + extra)
    old = Version(work, "old.txt", "full", (old_doc,), None, None)
    new = Version(work, "new.txt", "full", (new_doc,), "revised", None)
    low, high = (
        term(d, q, bound="floor", low=v)
        for d, q, v in ((old_doc, "不低于50万元", 500_000), (new_doc, "不低于30万元", 300_000))
    )
    number: Steps = [("equal", "第", ""), ("replace", "二", "三"), ("equal", "条", "")]
    edit: Steps = [
        ("equal", "运营人应当购买保险，保额", ""),
        ("replace", "不低于50万元", "不低于30万元"),
        ("equal", "。" + extra + "\n", ""),
    ]
    whole: tuple[Steps, Steps] = [("equal", "第一条", "")], [("equal", before[0][2][1], "")]
    changes = (
        Change(("o1",), ("n1",), "same", (Link("o1", "n1", 1.0),), clauses=tuple(
            clause(old_doc, f"o1.{n}", new_doc, f"n1.{n}", steps) for n, steps in enumerate(whole, start=1))),
        Change((), ("n2",), "added", substance="substantive"),
        Change(("o2",), ("n3",), "same", (Link("o2", "n3", 0.9),), ("renumbered", "edited"), "substantive",
               (clause(old_doc, "o2.1", new_doc, "n3.1", number), clause(old_doc, "o2.2", new_doc, "n3.2", edit)),
               (TermChange((low,), (high,), "lowered", "stated", Fraction(-200_000), Fraction(-40)),),
               ("number", "modal", "actor"), (Touch("modal", "应当", "可以"), Touch("actor", "运营人", "使用人"))),
        Change(("o3",), (), "removed", substance="substantive"),
        Change(("o4",), ("n4", "n5"), "split", (Link("o4", "n4", 0.7), Link("o4", "n5", 0.6)), (), "editorial"),
    )  # fmt: skip
    return Comparison(old, new, changes)
