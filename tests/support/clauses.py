"""Invented versions for the index: small ones at random, and sentences by the thousand."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from policydiff.index import Clause, Entry, Facts, Measured

# few characters, so that they meet often: both scripts, widths, numerals in every place, white space, marks
CHARACTERS = "甲乙补補助 \n　ＡａA，,（(50万萬元三十百年第条%％/-"
TEXTS = st.text(CHARACTERS, max_size=14)
CHAPTERS = ("", "第一章 总则", "第二章 扶持政策", "第2章 扶持")
MEASURED = st.builds(
    Measured,
    st.just("money"),
    st.sampled_from(("money:CNY", "money:USD")),
    st.sampled_from((None, 100.0, 200.0)),
    st.sampled_from((None, 100.0, 200.0)),
)
CLAUSES = st.builds(
    Clause,
    st.just("u"),
    TEXTS,
    st.just(0),
    st.just("第一条"),
    st.just(""),
    st.sampled_from(CHAPTERS),
    st.just(0),
    st.lists(MEASURED, max_size=2).map(tuple),
)
DATES = ("", "2023-05-01", "2024-01-31", "2024-06-01")


@st.composite
def entries(draw: st.DrawFn, least: int = 0, most: int = 5) -> tuple[Entry, ...]:
    """Some versions of three works."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=least, max_size=most))
    return tuple(draw(entry(name)) for name in names)


NAMES = tuple(f"{work}@{version}" for work in ("w1", "w2", "w3") for version in ("a", "b"))


@st.composite
def entry(draw: st.DrawFn, name: str) -> Entry:
    """A version of a name."""
    work, _, version = name.partition("@")
    facts = Facts(
        name,
        work,
        version,
        f"{work}办法",
        issuer=draw(st.sampled_from(("", "某市科技局", "某市財政局"))),
        status=draw(st.sampled_from(("", "draft", "official"))),
        date=draw(st.sampled_from(DATES)),
        fingerprint=str(draw(st.integers(0, 3))),
    )
    return Entry(facts, tuple(draw(st.lists(CLAUSES, max_size=6))))


def plain(name: str, texts: Sequence[str], fingerprint: str = "") -> Entry:
    """A version with these clauses and nothing else to it."""
    work, _, version = name.partition("@")
    clauses = tuple(Clause(f"u{number}", text, 0, f"第{number}条") for number, text in enumerate(texts, 1))
    return Entry(Facts(name, work, version, f"{work}办法", fingerprint=fingerprint), clauses)
