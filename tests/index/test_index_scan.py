"""The full scan: clauses by keyword, whatever the script, the width and the spelling of numbers."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policydiff.index import scan
from policydiff.model import CleanText, Document, Hit, Metadata, Origin, Source, Span, Unit, Version, Work


def document(*clauses: str, name: str = "text", report: bool = False) -> Document:
    """A document whose leaves are these clauses, under one article."""
    text = "".join(clauses)
    source = Source(name, "text/plain", "utf-8", "0" * 64, text, ())
    leaves, at = [], 0
    for index, clause in enumerate(clauses):
        kind = "statement" if report else "sentence"
        leaves.append(Unit(f"{name}-{index}", kind, Span(at, at + len(clause))))  # type: ignore[arg-type]
        at += len(clause)
    article = Unit(f"{name}-article", "article", Span(0, len(text)), children=tuple(leaves))
    return Document(CleanText(source, text, ()), Metadata(), (article,), Origin(name, report=report))


def version(*documents: Document, name: str = "v") -> Version:
    return Version(Work("work", "某办法"), name, "full", documents)


def texts(query: str, *clauses: str) -> list[str]:
    """The clauses a query finds."""
    one = version(document(*clauses))
    found = {hit.unit_id: hit for hit in scan(query, [one])}
    return [clause for index, clause in enumerate(clauses) if f"text-{index}" in found]


def marked(query: str, clause: str) -> list[str]:
    """What is highlighted in a clause."""
    (hit,) = scan(query, [version(document(clause))])
    return [span.of(clause) for span in hit.spans]


@pytest.mark.parametrize(
    ("query", "clause"),
    [
        ("补贴", "對企業給予補貼。"),
        ("補貼", "对企业给予补贴。"),
        ("ai", "推动ＡＩ应用。"),
        ("ＡＩ", "推动ai应用。"),
        ("AI", "OpenAI的模型"),
        ("（试行）", "办法(试行)"),
        ('"算力, 服务"', "算力，服务"),
        ("「算力」", "“算力”服务"),
        ('"算力 服务"', "算力服务"),
        ("算力服务", "算 力\n服　务"),
        ('"人工 智能"', "人工智能"),
        ("50万元", "最高五十万元"),
        ("50万元", "最高500,000元"),
        ("50万元", "最高伍拾万元"),
        ("50万元", "最高伍拾萬元"),
        ("50万元", "最高５０ 万元"),
        ("五十万元", "最高50万元"),
        ("500,000元", "最高50万元"),
        ("0.5亿元", "最高5000万元"),
        ("30%", "按百分之三十补助"),
        ("百分之三十", "按30％补助"),
        ("百分之30", "按30%补助"),
        ("5.5%", "按百分之五点五补助"),
        ("千分之五", "按5‰补助"),
        ("1/3", "三分之一以上"),
        ("三分之一", "1/3以上"),
        ("3年", "连续三年"),
        ("三年", "连续3年"),
        ("第3条", "依照第三条"),
        ("第三条", "依照第3条"),
        ("2024年3月", "二〇二四年三月"),
        ("50", "最高50万元"),
        ("50", "共五十家"),
        ("五十", "共50家"),
        ("万元", "最高50万元"),
        ("50万", "最高50万元"),
        ("三", "服务三农"),
        ("最高三", "最高三年"),
        ("统一", "统一百万补助"),
        ("唯一", "唯一百年老店"),
        ("百分之", "百分之五"),
        ("百", "百姓"),
        ("😀", "好😀事"),
        ("a\0b", "前a\0b后"),
    ],
)
def test_one_thing_is_found_in_every_writing(query: str, clause: str) -> None:
    assert texts(query, clause, "别的事情。") == [clause]


@pytest.mark.parametrize(
    ("query", "clause"),
    [
        ("50", "最高500元"),
        ("50", "2050年"),
        ("50", "1.50亿、0.5亿、50.5元"),
        ("0万元", "最高50万元"),
        ("5万元", "最高15万元"),
        ("五万元", "最高十五万元"),
        ("十万元", "最高三十万元"),
        ("第三条", "第三十条、第十三条"),
        ("百分之三", "百分之三十"),
        ("3%", "百分之三十"),
        ("30%", "30元"),
        ("2", "三三两两"),
        ("1", "统一、唯一"),
        ("1020", "10 20"),
        ("50100万元", "50、100万元"),
        ("算力 补贴", "算力服务"),
        ('"算力 补贴"', "补贴和算力"),
        ("甲乙", "乙甲"),
    ],
)
def test_another_thing_is_not(query: str, clause: str) -> None:
    assert texts(query, clause) == []


def test_all_words_must_stand_in_one_clause() -> None:
    assert texts("算力 补贴", "提供算力。", "给予补贴。", "补贴算力服务。") == ["补贴算力服务。"]


@pytest.mark.parametrize(
    ("query", "clause", "expected"),
    [
        ("50万元", "最高伍拾 万元补助", ["伍拾 万元"]),
        ("补助 最高", "最高补助，补助", ["最高", "补助", "补助"]),
        ("人工智能 智能产业", "人工智能产业", ["人工智能产业"]),
        ("30%", "30%即百分之三十", ["30%", "百分之三十"]),
        ("補助", "予以补\n助", ["补\n助"]),
    ],
)
def test_the_places_are_marked(query: str, clause: str, expected: list[str]) -> None:
    assert marked(query, clause) == expected


def test_spans_run_over_the_whole_document() -> None:
    one = document("第一句算力。", "第二句算力。")
    hits = scan("算力", [version(one)])
    assert [[span.of(one.text) for span in hit.spans] for hit in hits] == [["算力"], ["算力"]]
    assert [hit.spans[0].start for hit in hits] == [3, 9]


def test_every_version_and_every_document_is_looked_at_in_order() -> None:
    draft = version(document("算力一。", name="a"), name="draft")
    final = version(document("算力二。", name="b", report=True), document("无。", "算力三。", name="c"), name="final")
    hits = scan("算力", iter([draft, final]))
    assert [(hit.version.id, hit.document_index, hit.unit_id) for hit in hits] == [
        ("draft", 0, "a-0"),
        ("final", 0, "b-0"),
        ("final", 1, "c-1"),
    ]


@pytest.mark.parametrize("query", ["", "   ", '""', "“”", "　\n", "\u200b", '" "'])
def test_a_query_without_a_word_finds_nothing(query: str) -> None:
    assert scan(query, [version(document("算力。", " ", ""))]) == ()


@pytest.mark.parametrize(
    "query",
    [
        "\0",
        "😀",
        '"',
        "“没有关上",
        "1" * 10_000,
        "一" * 10_000,
        "甲" * 10_000,
        "百分之" * 3000,
        "\ue00050\ue001",
        "\ud800",
    ],
)
def test_an_awkward_query_gets_an_answer(query: str) -> None:
    assert scan(query, [version(document("给予50万元。", "第三条"))]) == ()


@given(st.text(), st.lists(st.text()))
@settings(deadline=None, derandomize=True)
def test_any_query_over_any_text_gets_an_answer(query: str, clauses: list[str]) -> None:
    for hit in scan(query, [version(document(*clauses))]):
        assert hit.spans == tuple(sorted(hit.spans))
        assert all(a.end <= b.start for a, b in zip(hit.spans, hit.spans[1:], strict=False))


# no numerals and nothing that folds: here a scan must be the plain search that everyone knows
PLAIN = st.text("甲乙丙丁补助算力ab。；", max_size=12)


@given(st.lists(PLAIN, max_size=6), st.lists(PLAIN, min_size=1, max_size=3))
@settings(deadline=None, derandomize=True, max_examples=300)
@example(["算力补助", "算力"], ["算力", "补助"])
def test_a_plain_query_is_a_substring_search(clauses: list[str], query: list[str]) -> None:
    wanted = [word for word in query if word]
    expected = [clause for clause in clauses if wanted and all(word in clause for word in wanted)]
    assert texts(" ".join(query), *clauses) == expected


# white space, both scripts, widths, and numerals in every place
MIXED = st.text("甲补補助 \n　ＡａA，,（(50万萬元三十百统一年第条%％", max_size=16)
NUMERALS = set("50万萬三十百一,，%％")


@given(MIXED, st.data())
@settings(deadline=None, derandomize=True, max_examples=600)
def test_a_piece_of_a_clause_is_found_unless_it_cuts_a_number(clause: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(clause)))
    end = data.draw(st.integers(start, len(clause)))
    piece = clause[start:end]
    before, after = clause[:start].rstrip()[-1:], clause[end:].lstrip()[:1]
    inner = piece.strip()
    if not inner or (before in NUMERALS and inner[0] in NUMERALS) or (inner[-1] in NUMERALS and after in NUMERALS):
        return
    assert clause in texts(f'"{piece}"', clause)


SPELLINGS = (
    lambda n: f"{n}",
    lambda n: f"{n:,}",
    lambda n: "".join(chr(ord(c) + 0xFEE0) for c in str(n)),
    lambda n: f"{n / 10000:.4f}".rstrip("0").rstrip(".") + "万",
)


@given(st.integers(1, 10**8), st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS), st.integers(1, 10**8))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_a_sum_is_found_by_its_value_alone(number: int, spelled, asked, other: int) -> None:  # type: ignore[no-untyped-def]
    clause = f"最高{spelled(number)}元"
    assert texts(f"{asked(number)}元", clause) == [clause]
    if other != number:
        assert texts(f"最高{asked(other)}元", clause) == []


def test_a_long_document_is_scanned_in_reasonable_time() -> None:
    one = version(document(*["对企业给予最高50万元补助，连续支持三年。"] * 2000))
    start = time.process_time()
    hits: tuple[Hit, ...] = scan("五十万元 3年", [one])
    assert len(hits) == 2000
    assert time.process_time() - start < 30


@pytest.mark.parametrize("unit", ["1", "一", "甲", " ", "1,", "百分之", "三分之", "万", "第", "1 "])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    start = time.process_time()
    scan(f'"{text[:5000]}"', [version(document(text))])
    assert time.process_time() - start < 30  # a quadratic scan would take minutes
