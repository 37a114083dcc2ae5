"""A comparison on the terminal: the whole of it for `diff`, a page of it for `report`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.model import Change, Comparison, Version
from policydiff.render.comparison.clauses import ClauseRow, clause_rows
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.rows import Fate, FigureRow, figure_rows, flat, headline
from policydiff.render.comparison.summary import IN_SUMMARY, comparison_title, sentences
from policydiff.render.folding import extent
from policydiff.render.terminal import ADDED, DELETED, Line, line, marked, printed, rule
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.phrases import SHARED, marks_line
from policydiff.render.wording.places import document_words, version_label

__all__ = ["comparison_summary", "comparison_text"]

_STYLES = {"↑": "bold red", "↓": "bold blue", "+": "bold green", "−": "bold magenta"}
_ROOMY, _ALIGNED = 100, 24
"""How wide a window has room for columns of values, and how long a value may be to count for its column."""

_FIGURES: tuple[Fate, ...] = ("changed", "kept")


def comparison_text(c: Comparison, lang: Lang, *, color: bool, width: int) -> str:
    """The full difference; added text stands in `{+ +}`, deleted text in `[- -]`, with colour or without."""
    facts = Facts.of(c)
    return printed(_full(facts, lang, width), color=color, width=width)


def comparison_summary(c: Comparison, lang: Lang, *, color: bool, width: int) -> str:
    """What changed, on about one page."""
    facts = Facts.of(c)
    blocks = [*_head(facts, lang), line(), *_summary(facts, lang), line(), *_notes(facts, lang)]
    return printed(blocks, color=color, width=width)


def _full(facts: Facts, lang: Lang, width: int) -> Iterator[Line]:
    yield from _head(facts, lang)
    yield from rule(pick(("摘要", "Summary"), lang))
    yield from _summary(facts, lang)
    for fate in _FIGURES:
        rows = figure_rows(facts, lang, fate)
        if rows:
            yield from rule(pick(SHARED["figures" if fate == "changed" else fate], lang))
            values = zip(*((flat(row.old), flat(row.new), row.change) for row in rows), strict=True)
            columns = tuple(_column(column, width) for column in values)
            for row in rows:
                yield from _figure(row, columns)
    silent = figure_rows(facts, lang, "silent")
    if silent:
        yield from rule(pick(SHARED[facts.said("silent")], lang))
        for row in silent:
            yield line(f"· {row.article}  {flat(row.old or row.new)}", indent=2, hang=2)
    yield from rule(pick(("逐条对照", "Article by article"), lang))
    yield line(marks_line(lang, ("{+ +}", "{+ +}"), ("[- -]", "[- -]"), excerpt=facts.excerpt), "dim")
    for change, clauses in clause_rows(facts, lang):
        yield from _change(facts, change, clauses, lang)
    yield from rule(pick(("说明", "Notes"), lang))
    yield from _notes(facts, lang)


def _head(facts: Facts, lang: Lang) -> Iterator[Line]:
    yield line(comparison_title(facts, lang), "bold")
    for side, version in (("旧", facts.comparison.old), ("新", facts.comparison.new)):
        name = side if lang == "zh" else {"旧": "old", "新": "new"}[side]
        yield line(f"{name}  {_version(version, lang)}", indent=2, hang=4)


def _version(version: Version, lang: Lang) -> str:
    origins = [document.origin.name for document in version.documents]
    named = "" if len(origins) > 1 and not version.work.id else version.name  # what several files are called comes last
    parts = [version_label(version, lang), named, word("coverage", version.coverage, lang)]
    if origins and version.coverage == "excerpt":
        parts.append(pick(("、", ", "), lang).join(document_words(version, name, lang) for name in origins))
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _summary(facts: Facts, lang: Lang) -> Iterator[Line]:
    for sentence in sentences(facts, lang):
        yield line(f"• {sentence}", indent=0, hang=2)


def _notes(facts: Facts, lang: Lang) -> Iterator[Line]:
    for note in facts.comparison.notes:
        if note.code not in IN_SUMMARY:
            yield line(f"※ {facts.note(note, lang)}", hang=2)
    if facts.excerpt and facts.figures():
        yield line(f"※ {pick(SHARED['certainty'], lang)}", hang=2)
    yield line(f"※ {pick(SHARED['disclaimer'], lang)}", hang=2)


def _column(values: Iterable[str], width: int) -> int:
    """How wide a column of values is, so that they stand below each other; a narrow window has none."""
    room = _ALIGNED if width >= _ROOMY else 0
    return max((taken for value in values if (taken := extent(value)) <= room), default=0)


def _figure(row: FigureRow, columns: tuple[int, ...]) -> Iterator[Line]:
    yield line(f"{row.article} · {row.about}", indent=2, hang=2)
    style = _STYLES.get(row.change[:1], "")
    old, new, change = flat(row.old), flat(row.new), row.change
    before = max(columns[0] - extent(old), 0)
    after = max(columns[0] + columns[1] - before - extent(old) - extent(new), 0)
    behind = max(sum(columns) - before - after - sum(map(extent, (old, new, change))), 0)
    values = (f"{' ' * before}{old} → {new}{' ' * after}   ", "")
    yield Line((values, (change, style), (f"{' ' * behind}   {row.certainty}", "dim")), indent=4, hang=2)
    for phrase in (*row.facets, *row.alternatives):
        yield line(f"· {phrase}", indent=6, hang=2)


def _change(facts: Facts, change: Change, clauses: tuple[ClauseRow, ...], lang: Lang) -> Iterator[Line]:
    place, verdict = headline(facts, change, lang)
    yield Line(((f"▌{place}  ", "bold"), (f"〔{verdict}〕", "")), hang=2)
    for row in clauses:
        yield from _clause(facts, row, lang)


def _clause(facts: Facts, row: ClauseRow, lang: Lang) -> Iterator[Line]:
    label = "".join(
        f"〔{part}〕" for part in (row.new_label if row.new else "", pick(("移位", "moved"), lang) * row.moved) if part
    )
    old, new = ("".join(piece.text for piece in side).strip() for side in (row.old, row.new))
    if row.elsewhere and row.woven:
        yield Line((("← ", ""), (f"{label}〔{row.elsewhere}〕", ""), *marked(row.woven)), indent=2, hang=2)
    elif row.state == "edited" or row.woven:
        yield Line((("~ ", ""), (label, ""), *marked(row.woven)), indent=2, hang=2)
    elif row.state == "same":
        if row.moved:
            yield line(f"= {label}{old}", "dim", indent=2, hang=2)
    elif row.elsewhere and row.state != "not_reported":
        yield line(f"{'→' if row.state == 'removed' else '←'} {label}〔{row.elsewhere}〕{old}{new}", indent=2, hang=2)
    elif row.state in {"removed", "added"}:
        sign, style = ("−", DELETED) if row.state == "removed" else ("+", ADDED)
        yield line(f"{sign} {label}{old}{new}", style, indent=2, hang=2)
    elif row.state == "not_reported":
        said = row.elsewhere or word("relation", facts.said("not_reported"), lang)
        yield line(f"· {old or new}〔{said}〕", "dim", indent=2, hang=2)
    else:
        if old:
            yield line(f"· {old}", "dim", indent=2, hang=2)
        yield line(f"» {label}{new or pick(SHARED['quoted_above'], lang)}", indent=2, hang=2)
