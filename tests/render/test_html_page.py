"""The page: golden files, nothing that runs or leaves it, everything of the comparison on it.

POLICYDIFF_UPDATE_GOLDENS=1 rewrites the golden files; the run then fails, so that nobody takes it for a check.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from support.reviewed import excerpt_comparison, full_comparison

from policydiff import render
from policydiff.model import (
    Change,
    ClauseChange,
    CleanText,
    Comparison,
    Document,
    Flag,
    Metadata,
    Op,
    Origin,
    Source,
    Span,
    Substance,
    Unit,
    Version,
    Work,
)
from policydiff.render.html.markup import unbroken

GOLDEN = Path(__file__).parent / "golden"
BUILDERS: dict[str, Callable[[str], Comparison]] = {"excerpt": excerpt_comparison, "full": full_comparison}
LANGS: tuple[render.Lang, ...] = ("zh", "en")
HOSTILE = [
    *("<script>alert(1)</script>", "</script><script>x", "</style><style>*{}", "<!--", "-->", "]]>", "<![CDATA[x]]>"),
    *(
        "<img src=x onerror=alert(1)>",
        '"><svg onload=alert(1)>',
        "' onmouseover='x",
        "javascript:alert(1)",
        "&lt;b&gt;",
    ),
    *(
        "&#x202e;",
        "{shown}",
        "{total}",
        "{0}",
        "%s",
        "</section></main>",
        "<details open ontoggle=x>",
        "<base href=//x>",
    ),
    *("\x00", "\x1b[31mred", "\x7f", "\x9b", "\u202eabc", "\u2066x\u2069", "\u200b", "\u2028x", "\ufeff", "\ud800"),
    *("\ufffe", "line1\nline2", "\r\n", "\ta\tb", "e\u0301", "😀", "x" * 40_000, "长" * 40_000, "<" * 500, "&" * 500),
]


def parsed(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "lxml")


def tags(found: BeautifulSoup, selector: str) -> list[Tag]:
    return list(found.select(selector))


def attribute(tag: Tag, name: str) -> str:
    value = tag.get(name, "")
    return value if isinstance(value, str) else " ".join(value or [])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sample", BUILDERS)
def test_the_page_is_as_reviewed(sample: str, lang: render.Lang) -> None:
    """Style and script are files of their own: the golden page leaves them out, and their digests."""
    made = re.sub(
        r"(?s)(<(style|script)[^>]*>).*?(</\2>)", r"\1…\3", render.comparison_html(BUILDERS[sample](""), lang)
    )
    made = re.sub(r"sha256-[\w+/=]+", "sha256-…", made)
    path = GOLDEN / sample / f"page.{lang}.html"
    if os.environ.get("POLICYDIFF_UPDATE_GOLDENS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
        pytest.fail(f"rewrote {path.name}: review it, then run without POLICYDIFF_UPDATE_GOLDENS")
    assert path.is_file(), f"no golden file {path}; POLICYDIFF_UPDATE_GOLDENS=1 writes it"
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sample", BUILDERS)
def test_the_page_is_self_contained_and_only_its_own_script_may_run(sample: str, lang: render.Lang) -> None:
    page = parsed(render.comparison_html(BUILDERS[sample](""), lang))
    policy = attribute(tags(page, "meta[http-equiv='Content-Security-Policy']")[0], "content")
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (only,) = tags(page, name)
        digest = base64.b64encode(hashlib.sha256(only.get_text().encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not tags(page, "[src], link, iframe, object, embed, base, [style], meta[http-equiv=refresh]")
    assert not re.search(r"url\(|@import|https?:", tags(page, "style")[0].get_text())
    assert not re.search(r"https?:|fetch\(|import\(|innerHTML|eval", tags(page, "script")[0].get_text())
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")], tag
    assert attribute(tags(page, "html")[0], "lang") == {"zh": "zh-CN", "en": "en"}[lang]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sample", BUILDERS)
def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere(sample: str, lang: render.Lang) -> None:
    page = parsed(render.comparison_html(BUILDERS[sample](""), lang))
    ids = [attribute(tag, "id") for tag in tags(page, "[id]")]
    assert len(ids) == len(set(ids))
    for tag in tags(page, "a[href^='#']"):
        assert attribute(tag, "href")[1:] in ids, tag
    for tag in tags(page, "label[for]"):
        assert attribute(tag, "for") in ids
    for tag in tags(page, "[aria-labelledby]"):
        assert attribute(tag, "aria-labelledby") in ids
    levels = [int(tag.name[1]) for tag in tags(page, "h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sample", BUILDERS)
def test_every_article_of_both_sides_can_be_linked_to(sample: str, lang: render.Lang) -> None:
    comparison = BUILDERS[sample]("")
    page = parsed(render.comparison_html(comparison, lang))
    placed = [change for change in comparison.changes if change.relation != "unplaced"]
    assert len(tags(page, ".entry")) == len(placed)
    for change in placed:
        for side, ids, prefix in ((comparison.old, change.old, "art-"), (comparison.new, change.new, "art-new-")):
            units = [side.index()[unit_id][1] for unit_id in ids]
            for address in (unit.address for unit in units if unit.address):
                assert page.find(id=f"{prefix}{address}"), (prefix, str(address))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sample", BUILDERS)
def test_all_words_of_both_texts_stand_on_the_page(sample: str, lang: render.Lang) -> None:
    comparison = BUILDERS[sample]("")
    page = parsed(render.comparison_html(comparison, lang))
    shown = re.sub(r"\s", "", "".join(tag.get_text() for tag in tags(page, ".sides")))
    for version in (comparison.old, comparison.new):
        index = version.index()
        side = "old" if version is comparison.old else "new"
        for change in comparison.changes:
            if change.relation == "unplaced":
                continue
            for unit_id in change.old if side == "old" else change.new:
                document, unit = index[unit_id]
                for leaf in unit.leaves():
                    words = re.sub(r"\s", "", document.text_of(leaf))
                    same = any(c.new == leaf.id and all(o.kind == "equal" for o in c.ops) for c in change.clauses)
                    assert words in shown or (side == "new" and same), words


def test_inserted_and_deleted_words_are_marked_and_numbers_whole() -> None:
    page = parsed(render.comparison_html(full_comparison(), "zh"))
    marks = [(tag.name, tag.get_text()) for tag in tags(page, "section.entry[id='art-第二条'] :is(ins, del)")]
    assert ("del", "不低于50万元") in marks
    assert ("ins", "不低于30万元") in marks


def test_a_report_is_never_said_to_have_removed_anything() -> None:
    comparison = excerpt_comparison()
    silent = replace(comparison, changes=tuple(c for c in comparison.changes if c.relation == "not_reported"))
    page = parsed(render.comparison_html(silent, "zh"))
    rows = " ".join(tag.get_text() for tag in tags(page, ".entry, .changes"))
    assert "报道未提及" in rows
    assert not re.search("删除|新增|未变", rows)


def test_a_clause_leads_to_its_words_on_the_page_it_came_from() -> None:
    page = parsed(render.comparison_html(excerpt_comparison(), "zh"))
    links = [attribute(tag, "href") for tag in tags(page, "a.origin")]
    assert links
    for link in links:
        address, _, directive = link.partition("#:~:text=")
        assert address == "https://news.example/a(1)?x=%7C"
        start, _, end = directive.partition(",")
        assert "-" not in directive
        text = excerpt_comparison().new.documents[0].text
        assert unquote(start) in text
        assert unquote(end) in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//x", "file:///etc", "https://"]
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    comparison = excerpt_comparison()
    documents = tuple(replace(d, origin=replace(d.origin, url=url)) for d in comparison.new.documents)
    changed = replace(comparison, new=replace(comparison.new, documents=documents, url=url))
    for tag in tags(parsed(render.comparison_html(changed, "zh")), "a[href]"):
        assert attribute(tag, "href").startswith("#"), tag


@pytest.mark.parametrize("sample", BUILDERS)
@pytest.mark.parametrize("hostile", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_hostile_text_is_shown_and_never_obeyed(sample: str, hostile: str) -> None:
    plain = parsed(render.comparison_html(BUILDERS[sample](""), "zh"))
    made = render.comparison_html(BUILDERS[sample](hostile), "zh")
    made.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\u200b\ufeff]", made)
    page = parsed(made)
    allowed = {tag.name for tag in plain.find_all(True)} | {"details", "summary", "br", "svg", "rect", "line", "path"}
    assert {tag.name for tag in page.find_all(True)} <= allowed
    for name in ("script", "style", "main", "html", "body"):
        assert len(tags(page, name)) == 1
    assert len(tags(page, ".entry")) == len(tags(plain, ".entry"))
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if not re.fullmatch(r"[a-z-]+|x1|x2|y1|y2|viewBox", name)], tag
        assert not [name for name in tag.attrs if name.startswith("on")], tag
        assert re.match(r"#|https?://|$", attribute(tag, "href")), tag
    if hostile.isprintable():
        assert hostile in re.sub(r"\s*\n\s*", "", page.get_text())


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("甲乙<>&\"'/=-!a \u202e\x00"), max_size=40))
def test_any_text_comes_back_as_it_was_written(words: str) -> None:
    comparison = pair([f"第一条 {words}甲"], [f"第一条 {words}乙"])
    (entry,) = tags(parsed(render.comparison_html(comparison, "zh")), ".entry")
    named = words.replace("\u202e", "⟦U+202E⟧").replace("\x00", "␀")
    assert [tag.get_text() for tag in entry.select(".words")] == [f"第一条 {named}甲", f"第一条 {named}乙"]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    first, again = (render.comparison_html(excerpt_comparison(), "zh") for _ in range(2))
    assert first == again


def test_runs_of_unchanged_articles_are_folded_and_changed_ones_are_not() -> None:
    old = [f"第{n}条内容。" for n in range(12)]
    new = [*old[:8], "完全不同。", *old[9:]]
    page = parsed(render.comparison_html(pair(old, new), "zh"))
    assert [len(run.select(".entry")) for run in tags(page, "details.run")] == [8, 3]
    assert [not entry.find_parent("details") for entry in tags(page, ".entry")].index(True) == 8
    assert "8条未变" in tags(page, "details.run summary")[0].get_text()


def test_a_date_is_never_broken_at_its_hyphens() -> None:
    shown = str(unbroken("修订前（渔港办法-2024-03-27.txt）与正式稿（2025-02-14）；编号2024-03-27-1、12024-03-27"))
    assert re.findall(r'<span class="date">([^<]*)</span>', shown) == ["2024-03-27", "2025-02-14"]
    assert re.sub(r"<[^>]+>", "", shown).count("2024-03-27") == 3
    page = render.comparison_html(excerpt_comparison(), "en")
    heads = re.findall(r"<(?:h1|th)[ >].*?</(?:h1|th)>", page)
    dated = [head for head in heads if re.search(r"\d{4}-\d\d-\d\d", head)]
    assert dated
    assert not any(re.search(r"(?<!class=\"date\">)\b\d{4}-\d\d-\d\d", head) for head in dated)


def test_a_moved_article_is_signposted_at_both_places() -> None:
    old = ["甲内容。", "乙内容。", "丙内容。"]
    comparison = pair(old, old)
    one, two, three = comparison.changes
    moved = replace(one, new=("n2",), flags=("moved",), clauses=())
    others = (replace(two, new=("n0",), clauses=()), replace(three, new=("n1",), clauses=()))
    page = parsed(render.comparison_html(replace(comparison, changes=(moved, *others)), "zh"))
    (sign,) = tags(page, ".signpost a")
    assert attribute(sign, "href") == f"#{attribute(tags(page, '.entry')[0], 'id')}"
    assert "移自" in sign.get_text()


def test_a_thousand_articles_take_two_seconds_at_most() -> None:
    old = [f"第{n}条规定，符合条件的企业可以申请最高{n}万元资金支持，由主管部门组织评审。" * 3 for n in range(1000)]
    new = [words.replace("可以", "应当") if at % 3 else words for at, words in enumerate(old)]
    comparison = pair(old, new)
    start = time.process_time()
    made = render.comparison_html(comparison, "zh")
    assert time.process_time() - start <= 2
    assert made.count('class="entry ') == 1000


def pair(old: list[str], new: list[str]) -> Comparison:
    """Two texts, a paragraph each provision, paired in order; what differs is one replacement from there to its end."""
    versions = [
        Version(Work("", "若干措施"), name, "full", (text(name[0], parts),))
        for name, parts in (("old", old), ("new", new))
    ]
    units = [version.documents[0].units for version in versions]
    changes = []
    for before, after, left, right in zip(old, new, *units, strict=True):
        common = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
        heads, tails = zip(*(cut(unit.span, common) for unit in (left, right)), strict=True)
        edited = before != after
        ops = (Op("equal", *heads), Op("replace", *tails)) if edited else (Op("equal", left.span, right.span),)
        row = ClauseChange(left.id, right.id, ops)
        kind: tuple[Flag, ...] = ("edited",) if edited else ()
        weight: Substance = "editorial" if edited else "none"
        changes.append(Change((left.id,), (right.id,), "same", (), kind, weight, (row,)))
    return Comparison(versions[0], versions[1], tuple(changes))


def cut(span: Span, after: int) -> tuple[Span, Span]:
    return Span(span.start, span.start + after), Span(span.start + after, span.end)


def text(prefix: str, parts: list[str]) -> Document:
    units, at = [], 0
    for number, part in enumerate(parts):
        units.append(Unit(f"{prefix}{number}", "paragraph", Span(at, at + len(part))))
        at += len(part)
    whole = "".join(parts)
    source = Source(f"{prefix}.txt", "text/plain", "utf-8", "0" * 64, whole, ())
    return Document(CleanText(source, whole, ()), Metadata(), tuple(units), Origin(prefix))
