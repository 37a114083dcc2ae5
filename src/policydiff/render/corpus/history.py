"""The history of an article: on the terminal, as Markdown, as data."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Change, OpKind
from policydiff.model.answers import ArticleHistory, Stop
from policydiff.render.comparison.clauses import ClauseRow, clause_rows
from policydiff.render.comparison.data import changes_data
from policydiff.render.data import Data, dumped, version_data
from policydiff.render.escape import cell, cell_piece, inline, mark
from policydiff.render.comparison.facts import Facts
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import Side
from policydiff.render.comparison.rows import figure_row, flat, headline
from policydiff.render.terminal import Line, line, marked, printed, rule
from policydiff.render.corpus.version_head import version_line

__all__ = ["history_json", "history_markdown", "history_text"]

_NOT_YET = ("这一版本中没有该条", "this version does not have the article")
_SAME = ("文字未变", "the words are the same")
_SILENT = frozenset({"unchanged", "not_reported"})

_Woven = tuple[tuple[OpKind, str], ...]


def history_text(history: ArticleHistory, lang: Lang, *, color: bool, width: int) -> str:
    """Every version that has the article, the oldest first, each with what changed when it came.

    Added text stands in `{+ +}`, deleted text in `[- -]`.
    """
    return printed(_lines(history, lang), color=color, width=width)


def history_markdown(history: ArticleHistory, lang: Lang) -> str:
    """The same as a page; added text is bold, deleted text struck out."""
    blocks = [f"# {inline(_title(history, lang))}", inline(_named(history, lang))]
    for stop in history.stops:
        side = Side.of(stop.version)
        blocks.append(f"## {inline(version_line(stop.version, lang))}")
        if stop.step is None:
            blocks += [cell(text) for text in _texts(side, stop)] or [pick(_NOT_YET, lang)]
            continue
        facts = Facts.of(stop.step)
        for change, rows in clause_rows(facts, lang):
            blocks.append(f"**{inline(_fate(facts, change, lang))}**")
            lines = [shown for row in rows if (shown := _struck(row, lang))]
            blocks.append("\n".join(f"- {shown}" for shown in lines) or pick(_SAME, lang))
        figures = list(_figures(facts, lang))
        if figures:
            blocks.append("\n".join(f"- {inline(figure)}" for figure in figures))
    return "\n\n".join(blocks) + "\n"


def history_json(history: ArticleHistory) -> str:
    """The history as data; the changes of each step as `diff` gives them."""
    return dumped(
        {
            "work": history.work.id,
            "title": history.work.title,
            "address": history.address,
            "named_in": history.named.name,
            "stops": [_stop_data(stop) for stop in history.stops],
        }
    )


def _stop_data(stop: Stop) -> Data:
    side = Side.of(stop.version)
    changes = changes_data(Facts.of(stop.step)) if stop.step is not None else None
    return {
        "version": version_data(side),
        "places": [side.key(unit) for unit in stop.units],
        "texts": [side.text(unit) for unit in stop.units],
        "since": stop.step.old.name if stop.step is not None else None,
        "changes": changes,
    }


def _title(history: ArticleHistory, lang: Lang) -> str:
    return pick((f"{history.work.title}：{history.address}的沿革", f"{history.work.title}: {history.address}"), lang)


def _named(history: ArticleHistory, lang: Lang) -> str:
    """Where the address was looked up: an address means little without its version."""
    side = Side.of(history.named)
    places = pick(("、", ", "), lang).join(dict.fromkeys(side.titled(unit, lang) for unit in history.units))
    return pick((f"从 {history.named.name} 的{places}查起", f"traced from {history.named.name}, {places}"), lang)


def _lines(history: ArticleHistory, lang: Lang) -> Iterator[Line]:
    yield line(_title(history, lang), "bold", hang=2)
    yield line(_named(history, lang), "dim", hang=2)
    for stop in history.stops:
        yield from rule(version_line(stop.version, lang))
        if stop.step is None:
            texts = _texts(Side.of(stop.version), stop)
            for text in texts or (pick(_NOT_YET, lang),):
                yield line(text, indent=2)
            continue
        facts = Facts.of(stop.step)
        for change, rows in clause_rows(facts, lang):
            yield line(_fate(facts, change, lang), "bold", indent=2, hang=2)
            shown = [pieces for row in rows if (pieces := tuple(marked(_parts(row, lang))))]
            for pieces in shown:
                yield Line(pieces, indent=4, hang=2)
            if not shown:
                yield line(pick(_SAME, lang), "dim", indent=4)
        for figure in _figures(facts, lang):
            yield line(figure, indent=4, hang=2)


def _texts(side: Side, stop: Stop) -> tuple[str, ...]:
    return tuple(side.text(unit).strip() for unit in stop.units)


def _fate(facts: Facts, change: Change, lang: Lang) -> str:
    """What became of an article: 第三条 → 第四条 〔修改、重编号 · 实质变化〕."""
    place, verdict = headline(facts, change, lang)
    return f"{place}〔{verdict}〕"


def _figures(facts: Facts, lang: Lang) -> Iterator[str]:
    """The figures that changed: 补助：最高200万元 → 最高500万元 ↑ 提高300万元（+150%）."""
    for figure in facts.figures():
        if figure.term.direction not in _SILENT or figure.term.changed:
            row = figure_row(facts, figure, lang)
            values = f"{flat(row.old)} → {flat(row.new)}"
            about = f"{row.about}{pick(('：', ': '), lang)}"
            yield "  ".join(part for part in (f"※ {about}{values}", row.change, *row.facets, row.certainty) if part)


def _parts(row: ClauseRow, lang: Lang) -> _Woven:
    """A row as one text: what was deleted before what was inserted; nothing of what stayed the same."""
    old, new = ("".join(piece.text for piece in side).strip() for side in (row.old, row.new))
    if row.woven:
        return row.woven
    if row.state in ("removed", "added"):
        return (("delete", old),) if row.state == "removed" else (("insert", new),)
    if row.state in ("quoted", "mentioned"):
        return (("equal", pick((f"报道：{new}", f"reported: {new}"), lang)),) if new else ()
    return ()


def _struck(row: ClauseRow, lang: Lang) -> str:
    """A row as one line of Markdown: no white space at its ends, neighbours of one kind under one mark."""
    whole = "".join(text for _, text in _parts(row, lang))
    start, end = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    parts: list[tuple[OpKind, str]] = []
    at = 0
    for kind, text in _parts(row, lang):
        words = text[max(start - at, 0) : max(end - at, 0)]
        at += len(text)
        if words and parts and parts[-1][0] == kind:
            parts[-1] = kind, parts[-1][1] + words
        elif words:
            parts.append((kind, words))
    shown = []
    for at, (kind, text) in enumerate(parts):
        before = parts[at - 1][1][-1:] if at else ""
        after = parts[at + 1][1][:1] if at + 1 < len(parts) else ""
        sign = {"delete": "~~", "insert": "**"}.get(kind)
        shown.append(mark(text, sign, before, after) if sign else cell_piece(text))
    return "".join(shown)
