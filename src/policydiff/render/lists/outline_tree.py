"""A version's structure on the terminal: what it says of itself, then its articles, their sizes, who is responsible."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from policydiff.model import Document, Unit, Version
from policydiff.render.escape import one_line
from policydiff.render.folding import extent
from policydiff.render.terminal import Line, line, printed
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.places import Side, address_words, version_label

__all__ = ["outline_text"]

_LEAVES = {"sentence", "statement"}
_BRACKETS = re.compile(r"^[（(【\[](?P<inner>.*)[）)】\]]$", re.DOTALL)
_WIDEST_LABEL = 16


def outline_text(version: Version, lang: Lang, *, color: bool, width: int) -> str:
    """A version's metadata, then the tree of its units with labels, headings, sizes and responsible units.

    Whose words a unit reports is told where they are not the version's own; in a report ● marks those that are.
    """
    return printed(_lines(Side.of(version), lang, max(width, 20)), color=color, width=width)


def _lines(side: Side, lang: Lang, width: int) -> Iterator[Line]:
    label, name = version_label(side.version, lang), side.version.name
    yield line(label if label == name else f"{label} · {name}", "bold")
    for document in side.version.documents:
        yield from _metadata(document, lang)
        if any(side.version.reported_in(unit) for unit in document.walk()):
            yield line(pick(("● 版本自身的内容", "● the version's own words"), lang), "dim", indent=2)
        yield line()
        yield from _level(side, document, document.units, lang, (0, width))
        yield line()
        yield line(_sizes(document, lang), "dim")
        yield from _oddities(side, document, lang)


def _oddities(side: Side, document: Document, lang: Lang) -> Iterator[Line]:
    """Numbers that do not follow the one before them, kept as written."""
    for oddity in document.oddities:
        place, expected = side.cite(oddity.unit_id, lang), address_words(oddity.expected, lang)
        told = pick((f"按顺序应为{expected}", f"{expected} would follow"), lang)
        yield line(f"※ {place}: {word('oddity', oddity.code, lang)}{pick(('，', ', '), lang)}{told}", hang=2)


def _metadata(document: Document, lang: Lang) -> Iterator[Line]:
    meta = document.metadata
    cited = dict.fromkeys(f"《{c.title.strip('《》')}》{c.number or ''}" for c in meta.cited)
    fields = {
        "title": meta.title,
        "status": word("status", meta.status, lang) if meta.status else None,
        "number": meta.document_number,
        "issuer": meta.issuer,
        "issued": meta.issued.isoformat() if meta.issued else None,
        "effective": meta.effective.isoformat() if meta.effective else None,
        "comments_until": meta.comments_until.isoformat() if meta.comments_until else None,
        "validity": meta.validity,
        "expires": meta.expires.isoformat() if meta.expires else None,
        "cited": "；".join(cited) or None,
        "sources": document.origin.name,
    }
    for code, value in fields.items():
        if value:
            yield line(f"{head(code, lang)}: {value}", indent=2, hang=4)


def _level(side: Side, document: Document, units: Iterable[Unit], lang: Lang, room: tuple[int, int]) -> Iterator[Line]:
    """The units of one level, their headings under each other."""
    depth, width = room
    shown = [unit for unit in units if unit.kind != "sentence" and (unit.kind != "heading" or not depth)]
    widths = [size for unit in shown if unit.label and (size := extent(unit.label)) <= _WIDEST_LABEL]
    for unit in shown:
        aligned = max(widths, default=0) if unit.label else 0
        yield from _unit(side, document, unit, lang, (depth, width, aligned))
        yield from _level(side, document, unit.children, lang, (depth + 1, width))


def _unit(side: Side, document: Document, unit: Unit, lang: Lang, room: tuple[int, int, int]) -> Iterator[Line]:
    depth, width, aligned = room
    name = one_line(unit.label) or word("unit", unit.kind, lang)
    mark = "● " if side.version.reported_in(unit) else ""
    tail = _tail(side, document, unit, lang)
    name += " " * (max(aligned - extent(name), 0) + 1)
    words = _words(document, unit, lang)
    if not unit.heading:
        words = _cut(words, width - 2 * depth - extent(name + mark) - extent(tail))
    if words or tail or unit.children:
        yield Line(((mark, ""), (name, "bold"), (words, ""), (tail, "dim")), 2 * depth, extent(mark + name))


def _words(document: Document, unit: Unit, lang: Lang) -> str:
    """A unit's heading; else its text, or nothing where what stands under it says it."""
    if unit.heading:
        return one_line(unit.heading)
    if any(child.kind not in _LEAVES | {"heading"} for child in unit.children):
        return ""
    text = one_line(document.text_of(unit).strip().removeprefix(unit.label))
    if unit.kind != "responsibility":
        return text
    inner = _BRACKETS.sub(r"\g<inner>", text)
    return re.sub("^责任单位[:：]", "", inner) if lang == "zh" else inner


def _tail(side: Side, document: Document, unit: Unit, lang: Lang) -> str:
    """How many sentences a numbered unit has, and whose words it reports where they are another's."""
    count = sum(part.kind in _LEAVES for part in unit.walk()) if unit.label and unit.heading else 0
    size = pick((f"  {count}句", f"  {count} sentence{'s' * (count != 1)}"), lang) if count else ""
    told = unit.attribution
    if told is None or side.version.work.says(told) or told.instrument == document.metadata.title:
        return size
    return f"{size}  ← 《{one_line(told.instrument).strip('《》')}》"


def _sizes(document: Document, lang: Lang) -> str:
    """How many units of each kind a document has: 条 11，句 41."""
    counts: Counter[str] = Counter("sentence" if unit.kind in _LEAVES else unit.kind for unit in document.walk())
    kinds = ("part", "chapter", "section", "article", "paragraph", "item", "subitem", "sentence", "annex")
    return pick(("，", ", "), lang).join(f"{word('unit', kind, lang)} {counts[kind]}" for kind in kinds if counts[kind])


def _cut(text: str, room: int) -> str:
    """The beginning of a text that fits on the line."""
    if extent(text) <= room:
        return text
    shown, used = "", 1
    for char in text:
        used += extent(char)
        if used > max(room, 12):
            break
        shown += char
    return shown + "…"
