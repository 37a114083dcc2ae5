"""What the index finds is what the full scan finds: the same clauses, in the same order, with the same counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.clauses import CHARACTERS, DATES, NAMES, entries, plain

from policydiff.index import (
    FIELDS,
    OPERATIONS,
    Clause,
    Condition,
    Entry,
    Filters,
    Measured,
    Ranked,
    Search,
    Store,
    parse_query,
    scan_entries,
)
from policydiff.index import writing as writing_module


def standing(ranked: Ranked) -> list[tuple[str, int, float, bool]]:
    return [(one.facts.name, one.position, one.score, one.whole) for one in ranked.page]


def hold_together(search: Search, known: Sequence[Entry], store: Store) -> None:
    """Assert that the index and the scan give one answer, and that what is shown of it holds the words."""
    expected, found = scan_entries(search, known), store.find(search)
    assert (found.total, standing(found)) == (expected.total, standing(expected))
    assert {work: count for (work, _), count in zip(found.titles, found.counts, strict=True) if count} == {
        work: count for (work, _), count in zip(expected.titles, expected.counts, strict=True) if count
    }
    texts = {one.facts.name: [clause.text for clause in one.clauses] for one in known}
    for one, shown in zip(found.page, store.shown(found.page, search.query), strict=True):
        assert shown.text == texts[one.facts.name][one.position]
        assert all(0 <= span.start < span.end <= len(shown.text) for span in shown.spans)


PIECES = st.text(CHARACTERS, min_size=1, max_size=5)
WORDS = ("OR", "-", "甲", "-乙", '"补助"', "补", "50", "三", "万", '-"a 5"', "元")
QUERIES = st.one_of(
    PIECES,
    PIECES.map('"{}"'.format),
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    st.text(max_size=6),
)
CONDITIONS = st.builds(
    Condition,
    st.sampled_from(FIELDS[:3]),
    st.sampled_from(OPERATIONS),
    st.sampled_from((None, "money:CNY")),
    st.sampled_from((100.0, 150.0, 200.0)),
)
FILTERS = st.builds(
    Filters,
    works=st.sampled_from(((), ("w1",), ("w1", "w3"), ("none",))),
    status=st.sampled_from(("", "draft")),
    issuer=st.sampled_from(("", "财政", "科技局")),
    since=st.sampled_from(("", "2024-01-01")),
    until=st.sampled_from(("", "2024-01-31")),
    as_of=st.sampled_from(DATES),
    chapter=st.sampled_from(("", "第二章", "总则", "扶持 政策")),
    terms=st.lists(CONDITIONS, max_size=2).map(tuple),
)
PAGES = st.tuples(st.sampled_from((None, 1, 3)), st.integers(0, 3))


@given(entries(), st.lists(QUERIES, min_size=1, max_size=4), PAGES)
@settings(deadline=None, derandomize=True, max_examples=100)
@example((plain("w1@a", ["3万元", "三万元", "3元", "三农"]),), ["三", "3", "三万"], (None, 0))
@example((plain("w1@a", ["甲乙", "丙乙", "丁"]),), ["-甲 OR 乙 -丙", "-甲", "-甲 OR 丁"], (None, 0))
@example((plain("w1@a", ["三年", "三农", "3年三", "百分之三十", "30%"]),), ["三", "三年", "3%", '"', "%"], (None, 0))
@example((plain("w1@a", ["0.5元", "1/2", "\ud800甲\0", "\ue00050\ue001"]),), ["/", "\ud800", "\0", "\ue000"], (1, 0))
def test_any_query_finds_what_the_scan_finds(
    known: tuple[Entry, ...], queries: list[str], page: tuple[int | None, int]
) -> None:
    with Store(None, "1") as store:
        store.put(known)
        for query in queries:
            hold_together(Search(parse_query(query), limit=page[0], offset=page[1]), known, store)


@given(entries(least=2), QUERIES, FILTERS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_filters_leave_what_the_scan_leaves(known: tuple[Entry, ...], query: str, filters: Filters) -> None:
    with Store(None, "1") as store:
        store.put(known)
        hold_together(Search(parse_query(query), filters), known, store)
        hold_together(Search(parse_query(""), filters, 2, 1), known, store)


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_module, "MOST_CLAUSES", 8)
    monkeypatch.setattr(writing_module, "_MANY", 2)


STEPS = st.lists(
    st.one_of(
        entries(least=1, most=3),
        st.lists(st.sampled_from(NAMES), max_size=2),
        st.just("settle"),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.usefixtures("_small")
def test_versions_come_and_go_and_are_put_together() -> None:
    """With segments of eight clauses at most, joined when there are more than two of them."""

    @given(STEPS, st.lists(QUERIES, min_size=2, max_size=3))
    @settings(deadline=None, derandomize=True, max_examples=50)
    def held(steps: list[tuple[Entry, ...] | list[str] | str], queries: list[str]) -> None:
        now: dict[str, Entry] = {}
        with Store(None, "1") as store:
            for step in steps:
                if isinstance(step, tuple):
                    store.put(step)
                    kept = {name: one.facts.fingerprint for name, one in now.items()}
                    now |= {one.facts.name: one for one in step if kept.get(one.facts.name) != one.facts.fingerprint}
                elif isinstance(step, list):
                    store.remove(step)
                    now = {name: one for name, one in now.items() if name not in step}
                else:
                    store.settle()
                for query in queries:
                    hold_together(Search(parse_query(query), limit=3), tuple(now.values()), store)
                assert store.fingerprints() == {name: one.facts.fingerprint for name, one in sorted(now.items())}

    held()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_condition_over_every_figure(operation: Literal[">=", "<=", "=", ">", "<"]) -> None:
    ends = (None, 100.0, 150.0, 200.0)
    figures = [
        Measured("money", f"money:{unit}", low, high) for unit in ("CNY", "USD") for low in ends for high in ends
    ]
    clauses = tuple(Clause(str(at), "补助", 0, measured=(one,)) for at, one in enumerate(figures))
    known = (Entry(plain("w1@a", []).facts, clauses),)
    with Store(None, "1") as store:
        store.put(known)
        for field in FIELDS:
            for unit in (None, "money:CNY"):
                condition = Condition(field, operation, unit, 150.0)
                hold_together(Search(parse_query(""), Filters(terms=(condition,))), known, store)


def test_what_was_removed_does_not_come_back_when_segments_are_joined() -> None:
    first = [plain(f"w{number}@a", [f"补助{number}甲", "旧补助"]) for number in range(4)]
    later = [plain(f"w{number}@a", [f"补助{number}甲", "补助补助"]) for number in range(4, 7)]
    with Store(None, "1") as store:
        store.put(first)
        store.remove(["w0@a", "w2@a"])
        for one in later:
            store.put([one])
        store.settle()
        left = (first[1], first[3], *later)
        for query in ("补助", "甲", "旧补助", "补助0甲", "补助2甲", "补助补助"):
            hold_together(Search(parse_query(query)), left, store)


def pages(store: Store, query: str, size: int) -> Iterator[Ranked]:
    offset = 0
    while (page := store.find(Search(parse_query(query), limit=size, offset=offset))).page:
        yield page
        offset += size


def test_pages_run_on_from_each_other_through_many_clauses() -> None:
    texts = [f"对{'企业' * (number % 7)}给予补助{'补助' * (number % 3)}。" for number in range(9000)]
    known = (plain("w1@a", texts[:4000]), plain("w2@a", texts[4000:]))
    with Store(None, "1") as store:
        store.put(known)
        whole = store.find(Search(parse_query("补助")))
        assert standing(whole) == standing(scan_entries(Search(parse_query("补助")), known))
        few = [one for page in pages(store, "补助", 1300) for one in standing(page)]
        assert few == standing(whole)
        hold_together(Search(parse_query("企业 给予"), limit=10, offset=4990), known, store)


def test_the_whole_phrase_comes_first_and_short_clauses_before_long_ones() -> None:
    texts = ["补助用于算力。", "算力补助。", "算力，以及很多很多别的事情，都可以得到补助。", "补助。"]
    with Store(None, "1") as store:
        store.put([plain("w1@a", texts)])
        found = store.find(Search(parse_query("算力 补助")))
        assert [texts[one.position] for one in found.page] == [texts[1], texts[0], texts[2]]
        assert [one.whole for one in found.page] == [True, False, False]


@pytest.mark.parametrize("length", [100, 127, 128, 129, 130, 300, 8000, 8063, 8064, 8200, 20_000])
def test_phrases_and_clauses_of_every_length(length: int) -> None:
    text = "".join(chr(0x4E00 + at * 7 % 997) for at in range(length))
    near = text[:-1] + "异"
    known = (plain("w1@a", [text, near, f"前{text}后", "50" + text]),)
    with Store(None, "1") as store:
        store.put(known)
        for query in (text, f"前{text}", text[1:129], text[-3:], f"50{text[:4]}", text[:-1] + "别"):
            hold_together(Search(parse_query(query)), known, store)


@pytest.mark.parametrize("unit", ["1", "一", "甲", "甲乙", " ", '"', "-", "OR ", "a OR ", "-a ", '"a', "百分之", "1,"])
def test_an_awkward_query_of_ten_thousand_characters(unit: str) -> None:
    known = (plain("w1@a", ["甲" * 9000, "一" * 50, "甲乙" * 3000, "a 50 or", "b" * 100_000]),)
    query = (unit * 10_000)[:10_000]
    with Store(None, "1") as store:
        store.put(known)
        hold_together(Search(parse_query(query)), known, store)
        hold_together(Search(parse_query(f'"{query}"')), known, store)


def test_the_same_versions_in_another_order_give_the_same_answer(tmp_path: Path) -> None:
    known = [plain(f"w{number}@a", [f"第{number}条给予补助。", "补助", "别的"]) for number in range(30)]
    found: list[list[tuple[str, int, float, bool]]] = []
    for order in (known, known[::-1]):
        with Store(tmp_path / f"{len(found)}.sqlite3", "1") as store:
            for one in order:
                store.put([one])
            found.append(standing(store.find(Search(parse_query("补助"), limit=40))))
    assert found[0] == found[1]
    assert len(found[0]) == 40


def test_words_that_are_remembered_stay(tmp_path: Path) -> None:
    with Store(tmp_path / "i", "1") as store:
        assert store.memo("步") is None
        store.remember("步", b"\0\xff")
        store.remember("步", b"2")
    with Store(tmp_path / "i", "1") as store:
        assert store.memo("步") == b"2"
    with Store(tmp_path / "i", "2") as store:
        assert store.memo("步") is None
