"""Comparisons made by hand through every renderer: golden files, hostile text, determinism.

POLICYDIFF_UPDATE_GOLDENS=1 rewrites the golden files; the run then fails, so that nobody takes it for a check.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from support.reviewed import clause, document, excerpt_comparison, full_comparison

from policydiff import render
from policydiff.model import (
    Alignment,
    Change,
    Comparison,
    Explained,
    OpKind,
    Origin,
    Span,
    Unit,
    Version,
    Work,
)
from policydiff.model.search import Findings, Found

GOLDEN = Path(__file__).parent / "golden"
Steps = list[tuple[OpKind, str, str]]


def edit(before: str) -> Explained:
    """One edit as cleaning explains it."""
    return Explained("served_tags", before, "", Span(3, 9), "¶2")


def found(version: Version, unit: Unit, extra: str) -> Findings:
    """One clause found, of three that there are in two works."""
    text = version.documents[0].text_of(unit)
    at = text.index("低空")
    hit = Found(
        version.name, "w", version.id, "低空办法" + extra, "draft", "2024-03-01", "full", str(unit.address),
        "目的" + extra, "第一章 总则" + extra, "旧" + extra, unit.id, text, unit.span.start, (Span(at, at + 2),), 1.5,
    )  # fmt: skip
    works = (("w" + extra, "低空办法" + extra, 2), ("v", "飞行条例", 1))
    return Findings("低空" + extra, 3, 0, (hit,), works, ("低空" + extra,), (("飞行" + extra, 2),))


def renderings(c: Comparison, extra: str = "x") -> dict[str, str]:
    """Every renderer's text for a comparison, both languages."""
    terms = [t for change in c.changes for tc in change.terms for t in tc.old]
    alignment = Alignment(tuple(link for change in c.changes for link in change.links), ("d4",) * bool(c.notes), ())
    doc = c.old.documents[0]
    hits = found(c.old, doc.units[0].children[1], extra)
    made = {
        "comparison.json": render.comparison_json(c),
        "terms.json": render.terms_json(c.old, terms),
        "alignment.json": render.alignment_json(c.old, c.new, alignment),
        "outline.json": render.outline_json(c.new),
        "hits.json": render.hits_json(hits),
        "clean.json": render.clean_json(doc.clean, [edit("<p>" + extra)]),
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
            f"hits.{lang}.txt": render.hits_text(hits, lang, **how),
            f"hits.table.{lang}.txt": render.hits_table(hits, lang, **how),
            f"hits.{lang}.md": render.hits_markdown(hits, lang),
            f"clean.{lang}.txt": render.clean_explain_text(doc.clean, [edit("<p>" + extra)], lang, **how),
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
