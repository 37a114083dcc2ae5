"""The table of both texts (新旧条文对照表) as a Word file, with the figures that changed on top of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.model import Change, Comparison
from policydiff.render.comparison.clauses import ClauseRow, clause_rows
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.rows import Fate, FigureRow, figure_rows, relation_words, touched_words
from policydiff.render.comparison.summary import comparison_title, sentences
from policydiff.render.docx.elements import Xml, element, paragraph
from policydiff.render.docx.grid import Row, grid
from policydiff.render.docx.package import Page, packed
from policydiff.render.docx.runs import Marks, Words, bold, inline, marked, plain
from policydiff.render.docx.sources import sources
from policydiff.render.docx.words import PHRASES
from policydiff.render.printable import has_symbols, printable
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, pick, plain_head, said, word
from policydiff.render.wording.phrases import marks_line

__all__ = ["comparison_docx"]


def comparison_docx(c: Comparison, lang: Lang = "zh", *, style: Marks = "bold", types: bool = False) -> bytes:
    """The table as a Word file: added words in `style`, deleted ones struck through, a column of kinds with `types`."""
    facts = Facts.of(c)
    view = _View(facts, lang, style, types, column_heads(facts.comparison, lang))
    title = printable(comparison_title(view.facts, lang))
    body = [
        _styled("Title", title),
        *(_line(plain(f"• {sentence}")) for sentence in sentences(view.facts, lang)),
        *_figures(view),
        *_clauses(view),
    ]
    notes, links = sources(view.facts, lang)
    body += [_styled("Heading 1", view.say("notes")), *notes]
    if has_symbols(body):
        body.append(_line(plain(view.say("symbols"))))
    body.append(_line(plain(view.say("disclaimer"))))
    return packed(body, Page(title, "", True, lang), links)


@dataclass(frozen=True, slots=True)
class _View:
    """What every part of the file is given."""

    facts: Facts
    lang: Lang
    style: Marks
    types: bool
    heads: tuple[str, str]

    def say(self, code: str, **values: str) -> str:
        return said(PHRASES, self.facts.said(code), self.lang, **values)

    @property
    def colon(self) -> str:
        return pick(("：", ": "), self.lang)


def _styled(style: str, text: str) -> Xml:
    return paragraph(inline(plain(text)), [element("pStyle", val=style.replace(" ", ""))])


def _line(words: list[Words]) -> Xml:
    return paragraph(inline(words), [element("spacing", before=0, after=60)])


def _figures(view: _View) -> Iterator[Xml]:
    """The figures that changed, then those that did not, then those that reports leave out."""
    facts, lang = view.facts, view.lang
    if not facts.figures():
        return
    first = [plain_head("article", lang), plain_head("about", lang), *(_broken(name) for name in view.heads)]
    last = [plain_head("certainty", lang), plain_head("sentence", lang)]
    seen: set[tuple[str, str]] = set()
    yield _styled("Heading 1", view.say("figures"))
    changed = figure_rows(facts, lang, "changed")
    if changed:
        rows = [Row((*_places(row), _change(row), plain(row.certainty), _proof(view, row, seen))) for row in changed]
        yield grid([*first, plain_head("change", lang), *last], rows, (12, 12, 17, 17, 18, 11, 28), small=True)
    else:
        yield _line(plain(view.say("no_figures")))
    fates: tuple[Fate, ...] = ("kept", "silent")
    for fate in fates:
        found = figure_rows(facts, lang, fate)
        if found:
            yield _styled("Heading 1", view.say(fate))
            rows = [Row((*_places(row), plain(row.certainty), _proof(view, row, seen))) for row in found]
            yield grid([*first, *last], rows, (14, 14, 20, 20, 11, 36), small=True)
    if facts.excerpt:
        yield _line(plain(view.say("certainty")))


def _broken(name: str) -> str:
    """A narrow column's head with what stands in brackets on a line of its own."""
    return name.replace("（", "\n（", 1).replace(" (", "\n(", 1)


def _places(row: FigureRow) -> tuple[list[Words], ...]:
    return plain(row.article), plain(row.about), plain(row.old), plain(row.new)


def _change(row: FigureRow) -> list[Words]:
    return bold(row.change) + [words for text in row.facets for words in plain(f"\n{text}")]


def _proof(view: _View, row: FigureRow, seen: set[tuple[str, str]]) -> list[Words]:
    """The sentence that a figure rests on, quoted once however many it proves, and the readings that remain."""
    sentence = printable(row.sentence).strip()
    known = (row.source, sentence) in seen
    seen.add((row.source, sentence))
    told = "—"
    if sentence:
        shown = pick(("", " "), view.lang) + view.say("quoted_above") if known else view.colon + sentence
        told = row.source + shown
    return plain("\n".join((told, *row.alternatives)))


def _clauses(view: _View) -> Iterator[Xml]:
    rows = list(_clause_rows(view))
    if not rows:
        return
    yield _styled("Heading 1", view.say("clauses"))
    line = marks_line(view.lang, PHRASES[view.style], ("删除线", "struck through"), excerpt=view.facts.excerpt)
    yield _line(plain(line))
    heads = [*view.heads, view.say("types")] if view.types else list(view.heads)
    yield grid(heads, rows, (43, 43, 14) if view.types else (1, 1))


def _clause_rows(view: _View) -> Iterator[Row]:
    for change, found in clause_rows(view.facts, view.lang):
        mark = _mark_at(change, found)
        for at, row in enumerate(found):
            moved = plain(view.say("article_moved")) if at == mark else []
            cells = (_clause(view, row, old=True), moved + _clause(view, row, old=False))
            kind = plain(_kind(view.facts, change, view.lang)) if at == 0 else []
            yield Row((*cells, kind) if view.types else cells, joined=at > 0)


def _mark_at(change: Change, found: tuple[ClauseRow, ...]) -> int | None:
    """The row in which to say that the whole article moved: the first whose words still stand on the new side."""
    if "moved" not in change.flags:
        return None
    return next((at for at, row in enumerate(found) if row.state in {"same", "edited"}), None)


def _kind(facts: Facts, change: Change, lang: Lang) -> str:
    """What became of the provision, how weighty it is, and what it touches."""
    parts = [relation_words(facts, change, lang)]
    if change.substance != "none":
        parts.append(word("substance", change.substance, lang))
    return "\n".join(filter(None, [*parts, touched_words(change, lang)]))


def _clause(view: _View, row: ClauseRow, *, old: bool) -> list[Words]:
    """One side of a row; what does not stand there is said in words."""
    label = row.old_label if old else row.new_label
    before = [f"〔{label}〕"] if label else []
    if not old:
        before += [view.say("mentioned")] * (row.state == "mentioned") + [view.say("moved")] * row.moved
    words = marked(row.old if old else row.new, view.style, old=old)
    if row.state == "same" and not old:
        words += plain((" " if words else "") + view.say("same"))
    return plain("".join(before)) + (words or plain(_empty(view, row, old=old)))


def _empty(view: _View, row: ClauseRow, *, old: bool) -> str:
    if row.elsewhere:
        return view.say("elsewhere", place=row.elsewhere)
    if row.state in {"mentioned", "quoted"}:
        return view.say("reported_elsewhere" if old else "quoted_above")
    return view.say(row.state) if row.state in {"added", "removed", "not_reported"} else ""
