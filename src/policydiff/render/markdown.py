"""A comparison as a Markdown report: sources, summary, figures, articles, clauses side by side, limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.model import Comparison, Version
from policydiff.render.clauses import ClauseRow, Piece, clause_rows
from policydiff.render.escape import cell, cell_piece, inline, link, mark
from policydiff.render.facts import Facts
from policydiff.render.labels import Lang, head, pick, word
from policydiff.render.phrases import SHARED
from policydiff.render.places import document_number, version_label
from policydiff.render.rows import FigureRow, article_rows, figure_rows, flat
from policydiff.render.summary import IN_SUMMARY, comparison_title, sentences, title

__all__ = ["comparison_markdown", "table"]

_SECTIONS = {
    **SHARED,
    "sources": ("比较对象与来源范围", "What was compared, and how far the sources go"),
    "summary": ("摘要", "Summary"),
    "articles": ("条文对应情况", "Articles"),
    "clauses": ("新旧条文对照表", "Clauses side by side"),
    "limits": ("说明与局限", "Notes and limits"),
}
_NOTE_LINE = (
    "注：**加粗**为新增文字，~~删除线~~为删除文字；“同左”指文字未变，“新增”“删除”指整条或整句。",
    (
        "Note: **bold** is added text, ~~struck through~~ is deleted text; 同左 (same as left) means unchanged, "
        "新增 (added) and 删除 (deleted) stand for whole clauses."
    ),
)
_EXCERPT_LINE = (
    (
        "注：**加粗**为报道这一句有而另一版本原句没有的文字，~~删除线~~为原句有而报道这一句没有写到的文字，"
        "不等于正式文本已作增删；“同左”指文字相同，“报道未提及”只说明报道没有写到。报道只引与各条有关的句子。"
    ),
    (
        "Note: **bold** is what only the report's sentence has, ~~struck through~~ what it leaves out, which does not "
        "show that the text itself was changed there; 同左 (same as left) means the same words, 报道未提及 (not "
        "reported) only that the reports are silent. Of a report only the sentences that bear on an article are quoted."
    ),
)
_CERTAINTY_LINE = (
    (
        "“确定性”说的是来源：“明确”指报道明说这一数值属于本文件，“推断”指报道没有点名，"
        "或者对应关系出于推断，“矛盾”指来源不一致。新旧数值的对应由程序按所说事项判断，另有可能时见注。"
    ),
    (
        "Certainty speaks of the sources: stated means that a report says the figure is this instrument's, inferred "
        "that it does not name it or that the pairing is an inference, conflicting that sources disagree. Which old "
        "figure a new one answers to is judged by what both are about; other readings stand in the notes."
    ),
)
_DISCLAIMER = (
    "本报告由程序根据上列来源自动生成，仅供参考，不构成法律意见；一切以官方发布的文本为准。",
    (
        "This report was made by a program from the sources named above. It is not legal advice; "
        "only the officially published text is authoritative."
    ),
)

_TOLD_ABOVE = frozenset({"old_excerpt", "new_excerpt", *IN_SUMMARY})
_EMPTY = {
    "added": ("（新增）", "（新增 added）"),
    "removed": ("（删除）", "（删除 deleted）"),
    "not_reported": ("报道未提及", "报道未提及 (not reported)"),
}


def comparison_markdown(c: Comparison, lang: Lang) -> str:
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
            blocks += [f"## {pick(_SECTIONS[name], lang)}", *body]
    return "\n\n".join([*blocks, f"*{pick(_DISCLAIMER, lang)}*"]) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    titles = list(heads)
    lines = [titles, ["---"] * len(titles), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {inline(line)}" for line in lines)


def _sources(facts: Facts, lang: Lang) -> list[str]:
    versions = (facts.comparison.old, facts.comparison.new)
    rows = [
        ("title", [inline(title(facts, old=True)), inline(title(facts, old=False))]),
        ("id", [inline(version.name) for version in versions]),
        ("status", [inline(word("status", v.status, lang) if v.status else "—") for v in versions]),
        ("date", [v.date.isoformat() if v.date else "—" for v in versions]),
        ("number", [inline(v.document_number or "—") for v in versions]),
        ("url", [link(v.url, v.url) if v.url else "—" for v in versions]),
        ("coverage", [inline(word("coverage", v.coverage, lang)) for v in versions]),
        ("sources", ["<br>".join(_origins(v, lang)) or "—" for v in versions]),
    ]
    kept = [(code, cells) for code, cells in rows if set(cells) != {"—"}]
    made = [table(["", *_column_heads(facts, lang)], [[head(code, lang), *cells] for code, cells in kept])]
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


def _column_heads(facts: Facts, lang: Lang) -> list[str]:
    labels = [version_label(version, lang) for version in (facts.comparison.old, facts.comparison.new)]
    if labels[0] == labels[1]:
        labels = [
            f"{label} {version.name}"
            for label, version in zip(labels, (facts.comparison.old, facts.comparison.new), strict=True)
        ]
    return [inline(label) for label in labels]


def _figures(facts: Facts, lang: Lang) -> list[str]:
    """The figures that changed, those that did not, and what certainty means."""
    if not facts.figures():
        return []
    changed, kept = figure_rows(facts, lang, "changed"), figure_rows(facts, lang, "kept")
    heads = [head(code, lang) for code in ("article", "about")] + _column_heads(facts, lang)
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
    return [*made, pick(_CERTAINTY_LINE, lang)] if facts.excerpt else made


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
    known = pick(("（见上）", " (see above)"), lang)
    quoted = f"{inline(row.source)}{known}" if proof in seen else _quoted(row, lang)
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
    side = any(row.old and row.new == word("direction", "not_reported", lang) for row in rows)
    heads = [head("article", lang), head("about", lang), _column_heads(facts, lang)[0 if side else 1]]
    return [table(heads, [[cell(row.article), cell(row.about), cell(row.old if side else row.new)] for row in rows])]


def _articles(facts: Facts, lang: Lang) -> list[str]:
    rows = article_rows(facts, lang)
    heads = [*_column_heads(facts, lang), head("relation", lang), head("substance", lang), head("touched", lang)]
    return [table(heads, [map(cell, (r.old, r.new, r.relation, r.substance, r.touched)) for r in rows])] if rows else []


def _clauses(facts: Facts, lang: Lang) -> list[str]:
    rows = [
        [_clause_cell(row, lang, old=True), _clause_cell(row, lang, old=False)]
        for _, found in clause_rows(facts, lang)
        for row in found
    ]
    if not rows:
        return []
    return [pick(_EXCERPT_LINE if facts.excerpt else _NOTE_LINE, lang), table(_column_heads(facts, lang), rows)]


def _clause_cell(row: ClauseRow, lang: Lang, *, old: bool) -> str:
    label = row.old_label if old else row.new_label
    shown = f"〔{inline(label)}〕" if label else ""
    if row.state == "mentioned" and not old:
        shown += pick(("（仅提及）", "（仅提及 mentioned）"), lang)
    if row.moved and not old:
        shown += pick(("〔移位〕", "〔moved〕"), lang)
    parts = row.old if old else row.new
    marked = "".join(_marked(parts, "~~" if old else "**"))
    if row.state == "same" and not old:
        marked += " " * bool(marked) + pick(("同左", "同左 (same)"), lang)
    if marked:
        return shown + marked
    if row.elsewhere:
        return shown + inline(pick((f"（{row.elsewhere}）", f"({row.elsewhere})"), lang))
    if row.state in {"mentioned", "quoted"}:
        empty = ("（另见报道）", "(also reported)") if old else ("（见上）", "(see above)")
        return shown + pick(empty, lang)
    return shown + pick(_EMPTY[row.state], lang) if row.state in _EMPTY else shown


def _marked(parts: tuple[Piece, ...], sign: str) -> Iterator[str]:
    whole = "".join(part.text for part in parts)
    lead, tail = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    at = 0
    for part in parts:
        start, end = max(at, lead), min(at + len(part.text), tail)
        at += len(part.text)
        if start >= end:
            continue
        words = whole[start:end]
        before, after = whole[max(start - 1, lead) : start], whole[end : min(end + 1, tail)]
        yield mark(words, sign, before, after) if part.changed else cell_piece(words)


def _limits(facts: Facts, lang: Lang) -> list[str]:
    notes = [facts.note(note, lang) for note in facts.comparison.notes if note.code not in _TOLD_ABOVE]
    return [_bullets(notes)] if notes else []
