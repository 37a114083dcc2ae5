"""Comparisons made by hand through every renderer: golden files, hostile text, determinism.

POLICYDIFF_UPDATE_GOLDENS=1 rewrites the golden files; the run then fails, so that nobody takes it for a check.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from policydiff import render
from policydiff.model import (
    Address,
    Alignment,
    Alternative,
    Attribution,
    Change,
    ClauseChange,
    CleanText,
    Comparison,
    Document,
    Flag,
    Hit,
    Link,
    Metadata,
    Note,
    Op,
    OpKind,
    Origin,
    Reason,
    Source,
    Span,
    Term,
    TermChange,
    Unit,
    UnitKind,
    Version,
    Witness,
    Work,
)

GOLDEN = Path(__file__).parent / "golden"
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
        units.append(Unit(f"{prefix}{number}", kind, Span(start, len(text)), address, label, heading, None, nested))
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
    changes = (
        Change(("d1",), ("r2",), "reported", links[:1], flags, "substantive", paired, (raised, introduced)),
        Change(("d2",), ("r3",), "reported", links[1:2], flags, "substantive", lone[2], (one_of_two, rate)),
        Change(("d3",), ("r4",), "mentioned", links[2:], (), "none", lone[3][:2], (silent,)),
        Change((), ("r1",), "unplaced"),
        Change(("d4",), (), "not_reported"),
    )
    notes = (
        Note("new_excerpt"),
        Note("article_count", (("old", "3"), ("new", "2"), ("quote", "2个方面" + extra))),
        Note("unplaced", (("count", "1"),)),
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
               (TermChange((low,), (high,), "lowered", "stated", Fraction(-200_000), Fraction(-40)),)),
        Change(("o3",), (), "removed", substance="substantive"),
        Change(("o4",), ("n4", "n5"), "split", (Link("o4", "n4", 0.7), Link("o4", "n5", 0.6)), (), "editorial"),
    )  # fmt: skip
    return Comparison(old, new, changes)


@dataclass(frozen=True)
class Edit:
    """What the cleaning stage tells of an edit."""

    before: str
    rule: str = "served_tags"
    after: str = ""
    span: Span = field(default_factory=lambda: Span(3, 9))
    locator: str = "¶2"
    note: str = ""


def renderings(c: Comparison, extra: str = "x") -> dict[str, str]:
    """Every renderer's text for a comparison, both languages."""
    terms = [t for change in c.changes for tc in change.terms for t in tc.old]
    alignment = Alignment(tuple(link for change in c.changes for link in change.links), ("d4",) * bool(c.notes), ())
    doc = c.old.documents[0]
    hits = (Hit(c.old, 0, doc.units[0].children[1].id, (Span(doc.text.index("低空"), doc.text.index("低空") + 2),)),)
    made = {
        "comparison.json": render.comparison_json(c),
        "terms.json": render.terms_json(c.old, terms),
        "alignment.json": render.alignment_json(c.old, c.new, alignment),
        "outline.json": render.outline_json(c.new),
        "hits.json": render.hits_json("低空" + extra, hits),
        "clean.json": render.clean_json(doc.clean, [Edit("<p>" + extra)]),
    }
    for lang in ("zh", "en"):
        how: dict[str, Any] = {"color": False, "width": 100}
        made |= {
            f"comparison.{lang}.md": render.comparison_markdown(c, lang),
            f"comparison.{lang}.txt": render.comparison_text(c, lang, **how),
            f"summary.{lang}.txt": render.comparison_summary(c, lang, **how),
            f"terms.{lang}.txt": render.terms_text(c.old, terms, lang, **how),
            f"terms.{lang}.md": render.terms_markdown(c.old, terms, lang),
            f"alignment.{lang}.txt": render.alignment_text(c.old, c.new, alignment, lang, **how),
            f"alignment.{lang}.md": render.alignment_markdown(c.old, c.new, alignment, lang),
            f"outline.{lang}.txt": render.outline_text(c.new, lang, **how),
            f"hits.{lang}.txt": render.hits_text("低空" + extra, hits, lang, **how),
            f"hits.{lang}.md": render.hits_markdown("低空" + extra, hits, lang),
            f"clean.{lang}.txt": render.clean_explain_text(doc.clean, [Edit("<p>" + extra)], lang, **how),
        }
    return made


BUILDERS: dict[str, Callable[[str], Comparison]] = {"excerpt": excerpt_comparison, "full": full_comparison}


@pytest.mark.parametrize("sample", BUILDERS)
@pytest.mark.parametrize("name", sorted(renderings(excerpt_comparison())))
def test_each_rendering_is_as_reviewed(sample: str, name: str) -> None:
    path, made = GOLDEN / sample / name, renderings(BUILDERS[sample](""))[name]
    if os.environ.get("POLICYDIFF_UPDATE_GOLDENS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
        pytest.fail(f"rewrote {path.name}: review it, then run without POLICYDIFF_UPDATE_GOLDENS")
    assert path.is_file(), f"no golden file {path}; POLICYDIFF_UPDATE_GOLDENS=1 writes it"
    assert made == path.read_text(encoding="utf-8")


HOSTILE = [
    *("<script>alert(1)</script>", "<!-- -->", "&lt;b&gt;", "a|b", "||", "**x**", "*x", "~~x~~", "~", "_x_", "`code`"),
    *("``", "\\", "\\|", "# head", "1. item", "- item", "+ item", "> quote", "[a](javascript:alert(1))", "![x](y)"),
    *("<https://x.example>", "https://x.example/a_b_c", "www.x.example", "$x$", "|---|---|", "line1\nline2"),
    *("\r\n\r\n# h", "\ta\tb", "\x00", "\x1b[31mred", "\x1b]8;;x\x07", "\x7f", "\x9b", "\u202eabc", "\u2066x\u2069"),
    *("\u200b", "\u2028x", "\ufeff", "\ud800", "[/x]", "[bold]x[/bold]", ":smile:", "{+x+}", "[-x-]", "{0}"),
    *("{document}", "%s", "=SUM(A1)", "—", "。”", "（下同）", "\u3000x\u3000", "😀", "e\u0301"),
    *("x" * 3000, "长" * 3000, "<" * 300, "*" * 300),
]
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("sample", BUILDERS)
@pytest.mark.parametrize("hostile", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_hostile_text_stays_text(sample: str, hostile: str) -> None:
    c = BUILDERS[sample](hostile)
    for name, made in renderings(c, hostile).items():
        made.encode("utf-8")
        assert made.endswith("\n")
        assert "\u202e" not in made or name.endswith(".json")
        if name.endswith(".json"):
            assert json.loads(made)["schema"] == 1
            continue
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u2066\u200b\ufeff]", made), name
        if name.endswith(".md"):
            check_markdown(made, name)


def check_markdown(text: str, name: str) -> None:
    """Every table is read whole, each row with as many cells as the head, and no tag but a break gets through."""
    width = 0
    rows = 0
    for token in READER.parse(text):
        if token.type == "thead_open":
            width = 0
        width += token.type == "th_open"
        rows += token.type == "tr_open"
        assert token.type not in {"html_block", "code_block", "fence", "blockquote_open"}, (name, token)
        for child in token.children or ():
            assert child.type != "html_inline" or child.content in {"<br>", "<!-- -->"}, (name, child.content)
            assert child.type not in {"image", "code_inline"}, (name, child)
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith("https://"), (name, child)
    lines = [line for line in text.split("\n") if line.startswith("| ")]
    assert rows == len(lines) - text.count("\n| --- |"), name
    for line in lines:
        assert line.endswith(" |"), (name, line)


WORDS = st.text(alphabet=st.sampled_from("甲乙a1“”（），。*~<|+ "), max_size=5)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(st.sampled_from(["equal", "insert", "delete", "replace"]), WORDS, WORDS), min_size=1, max_size=6)
)
def test_marks_open_and_close_wherever_a_difference_falls(steps: list[tuple[OpKind, str, str]]) -> None:
    steps = [(k, "" if k == "insert" else a, "" if k == "delete" else a if k == "equal" else b) for k, a, b in steps]
    texts = ["".join(words) for words in zip(*((a, b) for _, a, b in steps), strict=True)]
    docs = [document(p, [("text", "", [text])], Origin(p)) for p, text in zip("on", texts, strict=True)]
    versions = [Version(Work("", p), p, "full", (d,)) for p, d in zip("on", docs, strict=True)]
    row = clause(docs[0], "o1", docs[1], "n1", steps)
    made = render.comparison_markdown(
        Comparison(versions[0], versions[1], (Change(("o1",), ("n1",), "same", clauses=(row,)),)), "zh"
    )
    check_markdown(made, "md")
    line = made.split("## 新旧条文对照表")[1].split("\n| --- | --- |\n")[1].split("\n")[0] if texts[0].strip() else ""
    for tag, wanted in (("s", "delete"), ("strong", "insert")):
        if not line or (tag == "strong" and "同左" in line):
            continue
        inside = "".join((a if tag == "s" else b) for k, a, b in steps if k in {wanted, "replace"})
        assert marked(line, tag).replace(" ", "") == inside.replace(" ", ""), line


def marked(line: str, tag: str) -> str:
    """The words of a table row that a reader sees within a kind of mark."""
    open_tags, text = 0, ""
    tokens = READER.parse(f"| a | b |\n| --- | --- |\n{line}\n")
    for token in (child for cell_token in tokens for child in cell_token.children or ()):
        open_tags += (token.type == f"{tag}_open") - (token.type == f"{tag}_close")
        text += token.content if open_tags and token.type == "text" else ""
    return text


@pytest.mark.parametrize("sample", BUILDERS)
@pytest.mark.parametrize("width", [20, 47, 80, 160])
def test_colour_says_nothing_that_words_do_not(sample: str, width: int) -> None:
    c = BUILDERS[sample]("")
    for show in (render.comparison_text, render.comparison_summary):
        plain, coloured = (show(c, "zh", color=color, width=width) for color in (False, True))
        assert "\x1b" not in plain
        assert "\x1b[" in coloured
        bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        assert [line.rstrip() for line in bare.split("\n")] == plain.split("\n")


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"])
def test_the_environment_changes_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    c = excerpt_comparison()
    before = renderings(c), render.comparison_text(c, "zh", color=True, width=80)
    monkeypatch.setenv(name, "dumb" if name == "TERM" else "7")
    assert (renderings(c), render.comparison_text(c, "zh", color=True, width=80)) == before


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (40, 72):
        text = render.comparison_text(excerpt_comparison("长句子，" * 50), "zh", color=False, width=width)
        assert max(cell_len(line) for line in text.split("\n")) <= width


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("silent", ["old", "new"])
def test_the_silence_of_a_report_is_never_called_an_addition_or_a_removal(silent: str, lang: render.Lang) -> None:
    c = excerpt_comparison()
    changes = (Change((), ("r4",), "not_reported"),) if silent == "old" else (Change(("d3",), (), "not_reported"),)
    old = replace(c.old, coverage="excerpt" if silent == "old" else "full")
    new = replace(c.new, coverage="excerpt" if silent == "new" else "full")
    text = render.comparison_markdown(Comparison(old, new, changes), lang)
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert sum("报道未提及" in row or "not reported" in row for row in rows) == 2
    assert not [row for row in rows if re.search("新增|删除|added|removed|deleted", row)]


def test_data_names_the_same_places_in_every_language() -> None:
    data = json.loads(render.comparison_json(excerpt_comparison()))
    assert [(c["old"], c["new"]) for c in data["changes"]] == [
        (["一、"], ["r1s2"]),
        (["二、"], ["r1s3"]),
        (["三、"], ["r1s4"]),
        ([], ["r1s1"]),
        (["closing"], []),
    ]
    assert data["articles"]["mentioned"] == ["三、"]
    raised = data["changes"][0]["terms"][0]
    assert (raised["delta"], raised["percent"], raised["points"], raised["hedge_changed"]) == (400_000, 50, None, True)
    assert raised["new"][0] | {"place": "r1s2", "address": None, "low": None, "high": 1_200_000} == raised["new"][0]
