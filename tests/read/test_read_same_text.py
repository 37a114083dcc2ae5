"""One policy in every format and layout: the same articles come out of all of them, to the letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.docx_files import policy_document
from support.html_pages import CHARSETS, LAYOUTS, SIX, encoded
from support.ofd_files import ofd_of
from support.pdf_files import Look, paragraphs_of, pdf_of
from support.policy import POLICY, Policy, generated

from policydiff.clean import clean
from policydiff.model import Document, Origin
from policydiff.read import read_bytes
from policydiff.segment import segment

PAPER: dict[str, tuple[str, Callable[[Policy], bytes]]] = {
    "text": ("规定.txt", lambda policy: "\n".join(policy.lines()).encode()),
    "text in GB18030": ("规定.txt", lambda policy: "\r\n".join(policy.lines()).encode("gb18030")),
    "text in UTF-16": ("规定.txt", lambda policy: "\r\n".join(policy.lines()).encode("utf-16-le")),
    "indented text": ("规定.txt", lambda policy: "\n\n".join(f"　　{line}" for line in policy.lines()).encode()),
    "Word with automatic numbers": ("规定.docx", policy_document),
    "PDF in one column": ("规定.pdf", lambda policy: pdf_of(paragraphs_of(policy))),
    "PDF in two columns": (
        "规定.pdf",
        lambda policy: pdf_of(
            paragraphs_of(policy),
            Look(size=10.5, leading=16, margin=60, columns=2, full_width_head=2, row_size=0.8, header="云泽市公报"),
        ),
    ),
    "OFD": ("规定.ofd", lambda policy: ofd_of(paragraphs_of(policy), header="云泽市公报")),
}  # fmt: skip


def document(data: bytes, name: str) -> Document:
    return segment(clean(read_bytes(data, name)), origin=Origin(name=name))


def articles(found: Document) -> tuple[str, ...]:
    return tuple(found.text_of(unit).strip() for unit in found.articles())


def check(found: Document, policy: Policy) -> None:
    assert articles(found) == policy.article_texts()
    assert found.metadata.title == policy.title
    assert found.metadata.document_number == policy.number
    missing = set(policy.lines()) - set(found.text.split("\n"))
    assert not missing


@pytest.mark.parametrize("label", CHARSETS)
@pytest.mark.parametrize("layout", SIX)
def test_six_layouts_in_three_charsets_hold_the_same_articles(layout: str, label: str) -> None:
    data = encoded(SIX[layout](POLICY), label)
    source = read_bytes(data, "规定.html")
    assert (source.media_type, source.encoding, source.replaced) == ("text/html", CHARSETS[label], 0)
    check(document(data, "规定.html"), POLICY)


@pytest.mark.parametrize("layout", sorted(LAYOUTS.keys() - SIX.keys()))
def test_other_layouts_hold_them_too(layout: str) -> None:
    check(document(encoded(LAYOUTS[layout](POLICY), "gb2312"), "规定.html"), POLICY)


@pytest.mark.parametrize("paper", PAPER)
def test_every_format_holds_the_same_articles(paper: str) -> None:
    name, build = PAPER[paper]
    check(document(build(POLICY), name), POLICY)


@pytest.mark.parametrize("size", [3, 60])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_short_and_long_policies_lose_no_line(layout: str, size: int) -> None:
    policy = generated(size, seed=size)
    found = document(encoded(LAYOUTS[layout](policy), "utf-8"), "办法.html")
    assert articles(found) == policy.article_texts()


def test_what_stands_around_a_text_stays_out_of_it() -> None:
    known = set(POLICY.lines())
    for layout, build in SIX.items():
        found = document(encoded(build(POLICY), "utf-8"), "规定.html")
        assert [line for line in found.text.split("\n") if line not in known] == [], layout
