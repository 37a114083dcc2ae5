"""A comparison as a Markdown report: sources, summary, figures, articles, clauses side by side, limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.model import Comparison, Version
from policydiff.render.comparison.clauses import ClauseRow, Piece, clause_rows, trimmed
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.rows import FigureRow, article_rows, figure_rows, flat
from policydiff.render.comparison.summary import IN_SUMMARY, comparison_title, sentences, title
from policydiff.render.escape import cell, cell_piece, inline, link, mark
from policydiff.render.markdown_table import table
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.phrases import SHARED, marks_line
from policydiff.render.wording.places import document_number
from policydiff.render.wording.statuses import status_words

__all__ = ["comparison_markdown"]

_SECTIONS = {
    **SHARED,
    "sources": ("比较对象与来源范围", "What was compared, and how far the sources go"),
    "summary": ("摘要", "Summary"),
    "articles": ("条文对应情况", "Articles"),
    "clauses": ("新旧条文对照表", "Clauses side by side"),
    "limits": ("说明与局限", "Notes and limits"),
}
_TOLD_ABOVE = frozenset({"old_excerpt", "new_excerpt", *IN_SUMMARY})
_EMPTY = frozenset({"added", "removed", "not_reported"})


def comparison_markdown(c: Comparison, lang: Lang = "zh") -> str:
    """The report as Markdown that renders on GitHub; document text shows as written."""
    facts = Facts.of(c)
    blocks = [f"# {inline(comparison_title(facts, lang))}"]
    for name, body in (
        ("sources", _sources(facts, lang)),
        ("summary", [_bullets(sentences(facts, lang))]),
        ("figures", _figures(facts, lang)),
        ("silent", _silent(facts, lang)),
        ("articles", _articles(facts, lang)),
        ("clauses", _clauses(facts, lang)),
        ("limits", _limits(facts, lang)),
    ):
        if body:
            blocks += [f"## {pick(_SECTIONS[facts.said(name)], lang)}", *body]
    return "\n\n".join([*blocks, f"*{pick(SHARED['disclaimer'], lang)}*"]) + "\n"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {inline(line)}" for line in lines)


def _sources(facts: Facts, lang: Lang) -> list[str]:
    versions = (facts.comparison.old, facts.comparison.new)
    rows = [
        ("title", [inline(title(facts, old=True)), inline(title(facts, old=False))]),
        ("id", [inline(version.name) for version in versions]),
        ("status", [inline(status_words(v, lang) or "—") for v in versions]),
        ("date", [v.date.isoformat() if v.date else "—" for v in versions]),
        ("number", [inline(v.document_number or "—") for v in versions]),
        ("url", [link(v.url, v.url) if v.url else "—" for v in versions]),
        ("coverage", [inline(word("coverage", v.coverage, lang)) for v in versions]),
        ("sources", ["<br>".join(_origins(v, lang)) or "—" for v in versions]),
    ]
    kept = [(code, cells) for code, cells in rows if set(cells) != {"—"}]
    made = [table(["", *_heads(facts, lang)], [[head(code, lang), *cells] for code, cells in kept])]
    silent = [note for note in facts.comparison.notes if note.code in {"old_excerpt", "new_excerpt"}]
    if any(version.work.id for version in versions):
        made.append(pick(SHARED["registered"], lang))
    return made + [inline(facts.note(note, lang)) for note in silent]


def _origins(version: Version, lang: Lang) -> Iterator[str]:
    """Where each document was captured; reports bear the numbers by which the rest of the page cites them."""
    for number, document in enumerate(version.documents, start=1):
        origin = document.origin
        details = [origin.publisher, origin.published.isoformat() if origin.published else None]
        shown = pick(("，", ", "), lang).join(inline(detail) for detail in details if detail)
        name = document_number(version, number, lang)
        yield (
            (f"{name}{pick(('：', ': '), lang)}" if name else "")
            + link(origin.name, origin.url)
            + (pick((f"（{shown}）", f" ({shown})"), lang) if shown else "")
        )


def _heads(facts: Facts, lang: Lang) -> list[str]:
    return [inline(name) for name in column_heads(facts.comparison, lang)]


def _figures(facts: Facts, lang: Lang) -> list[str]:
    """The figures that changed, those that did not, and what certainty means."""
    if not facts.figures():
        return []
    changed, kept = figure_rows(facts, lang, "changed"), figure_rows(facts, lang, "kept")
    heads = [head(code, lang) for code in ("article", "about")] + _heads(facts, lang)
    last = [head(code, lang) for code in ("certainty", "sentence")]
    footnotes: list[str] = []
    seen: set[tuple[str, str]] = set()
    made = []
    if changed:
        body = [_figure_cells(row, seen, footnotes, lang) for row in changed]
        made.append(table([*heads, head("change", lang), *last], body))
    else:
        made.append(pick(SHARED["no_figures"], lang))
    if footnotes:
        made.append("\n".join(f"- {line}" for line in footnotes))
    if kept:
        body = [_figure_cells(row, seen, footnotes, lang) for row in kept]
        made += [f"### {pick(_SECTIONS['kept'], lang)}", table([*heads, *last], [[*c[:4], *c[5:]] for c in body])]
    return [*made, pick(SHARED["certainty"], lang)] if facts.excerpt else made


def _figure_cells(row: FigureRow, seen: set[tuple[str, str]], footnotes: list[str], lang: Lang) -> list[str]:
    """A row of the table; a sentence that proves several figures is quoted once."""
    change = "<br>".join(map(cell, (row.change, *row.facets)))
    for alternative in row.alternatives:
        name = f"{pick(('注', 'note '), lang)}{len(footnotes) + 1}"
        change += f"<br>（{name}）" if lang == "zh" else f"<br>({name})"
        colon = pick(("：", ": "), lang)
        figure = f"{row.article}{colon}{flat(row.new or row.old)}"
        footnotes.append(f"{name}{colon}{inline(figure)}{pick(('，', ' '), lang)}{inline(alternative)}")
    proof = (row.source, row.sentence)
    known = pick(SHARED["quoted_above"], lang)
    quoted = f"{inline(row.source)}{pick(('', ' '), lang)}{known}" if proof in seen else _quoted(row, lang)
    seen.add(proof)
    return [cell(row.article), cell(row.about), cell(row.old), cell(row.new), change, cell(row.certainty), quoted]


def _quoted(row: FigureRow, lang: Lang) -> str:
    if not row.sentence:
        return "—"
    return f"{inline(row.source)}{pick(('：', ': '), lang)}{cell(row.sentence)}"


def _silent(facts: Facts, lang: Lang) -> list[str]:
    rows = figure_rows(facts, lang, "silent")
    if not rows:
        return []
    side = any(row.old and row.new == word("direction", facts.said("not_reported"), lang) for row in rows)
    heads = [head("article", lang), head("about", lang), _heads(facts, lang)[0 if side else 1]]
    return [table(heads, [[cell(row.article), cell(row.about), cell(row.old if side else row.new)] for row in rows])]


def _articles(facts: Facts, lang: Lang) -> list[str]:
    rows = article_rows(facts, lang)
    heads = [*_heads(facts, lang), head("relation", lang), head("substance", lang), head("touched", lang)]
    return [table(heads, [map(cell, (r.old, r.new, r.relation, r.substance, r.touched)) for r in rows])] if rows else []


def _clauses(facts: Facts, lang: Lang) -> list[str]:
    rows = [
        [_clause_cell(facts, row, lang, old=True), _clause_cell(facts, row, lang, old=False)]
        for _, found in clause_rows(facts, lang)
        for row in found
    ]
    if not rows:
        return []
    line = marks_line(lang, ("**加粗**", "**bold**"), ("~~删除线~~", "~~struck through~~"), excerpt=facts.excerpt)
    return [line, table(_heads(facts, lang), rows)]


def _clause_cell(facts: Facts, row: ClauseRow, lang: Lang, *, old: bool) -> str:
    label = row.old_label if old else row.new_label
    shown = f"〔{inline(label)}〕" if label else ""
    if row.state == "mentioned" and not old and not facts.amending:
        shown += pick(SHARED["mentioned"], lang)
    if row.moved and not old:
        shown += pick(SHARED["moved"], lang)
    parts = row.old if old else row.new
    marked = "".join(_marked(parts, "~~" if old else "**"))
    if row.state == "same" and not old:
        marked += " " * bool(marked) + pick(SHARED["same"], lang)
    if marked:
        return shown + marked
    if row.elsewhere:
        return shown + inline(pick((f"（{row.elsewhere}）", f"({row.elsewhere})"), lang))
    if row.state in {"mentioned", "quoted"}:
        return shown + pick(SHARED["reported_elsewhere" if old else "quoted_above"], lang)
    return shown + pick(SHARED[facts.said(row.state)], lang) if row.state in _EMPTY else shown


def _marked(parts: tuple[Piece, ...], sign: str) -> Iterator[str]:
    kept = trimmed(parts)
    for at, part in enumerate(kept):
        before = kept[at - 1].text[-1:] if at else ""
        after = kept[at + 1].text[:1] if at + 1 < len(kept) else ""
        yield mark(part.text, sign, before, after) if part.changed else cell_piece(part.text)


def _limits(facts: Facts, lang: Lang) -> list[str]:
    notes = [facts.note(note, lang) for note in facts.comparison.notes if note.code not in _TOLD_ABOVE]
    return [_bullets(notes)] if notes else []
