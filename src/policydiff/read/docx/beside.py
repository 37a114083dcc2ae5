"""What stands beside the body: notes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydiff.read.docx.content import Item, Paragraph, boxes
from policydiff.read.docx.markup import RELATIONSHIPS, W, is_on
from policydiff.read.docx.package import Package
from policydiff.read.docx.story import Story
from policydiff.read.docx.writing import Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["write_furniture", "write_notes"]


def write_notes(package: Package, story: Story, writer: Writer) -> None:
    """The notes that the text refers to, in the order of their marks, each with its number: [1], [2]….

    A note whose mark is gone, or that was only a line between text and notes, is not shown by Word either.
    """
    told: set[tuple[str, str]] = set()
    counts = {"footnote": 0, "endnote": 0}
    parts = {kind: _notes_by_id(package.part(f"{kind}s"), kind) for kind in counts}
    for kind, note_id in story.notes:  # grows where a note refers to a note
        if (kind, note_id) in told or note_id not in parts[kind]:
            continue
        told.add((kind, note_id))
        counts[kind] += 1
        items = _marked(story.read(parts[kind][note_id]), f"[{counts[kind]}]")
        writer.aside(items, "footnote", f"{kind} {counts[kind]}")


def _notes_by_id(root: _Element | None, kind: str) -> dict[str, _Element]:
    notes = root.iterchildren(W + kind) if root is not None else ()
    return {note.get(f"{W}id") or "": note for note in notes if note.get(f"{W}type", "normal") == "normal"}


def _marked(items: tuple[Item, ...], mark: str) -> tuple[Item, ...]:
    """A note's items with its mark at the head of the first line."""
    for at, item in enumerate(items):
        if isinstance(item, Paragraph) and item.lines:
            first = Paragraph((f"{mark} {item.lines[0]}", *item.lines[1:]), item.links, item.counts_pages, item.boxes)
            return (*items[:at], first, *items[at + 1 :])
    return items


def write_furniture(package: Package, story: Story, writer: Writer) -> None:
    """The headers and footers that pages show, those of the same words once."""
    told: set[tuple[str, tuple[Item, ...]]] = set()
    parts: set[str] = set()
    for kind, name in _shown(package):
        if name in parts or name not in package.by_id:
            continue
        parts.add(name)
        for item in _unpacked(story.read(package.by_id[name])):
            paged = isinstance(item, Paragraph) and item.counts_pages
            feature = "page-number" if paged else f"page-{kind}"
            if (feature, (item,)) not in told:
                told.add((feature, (item,)))
                writer.aside((item,), feature, f"page {kind}")


def _unpacked(items: tuple[Item, ...]) -> Iterator[Item]:
    """Items with what their text boxes hold, since a page's number often stands in one, and no box around it."""
    for item in items:
        yield Paragraph(item.lines, item.links, item.counts_pages) if isinstance(item, Paragraph) else item
        for box in boxes(item):
            yield from _unpacked(box)


def _shown(package: Package) -> Iterator[tuple[str, str]]:
    """The headers and footers that sections show: a first page's or an even page's only where it has its own."""
    even = bool(is_on(package.part("settings"), "evenAndOddHeaders"))
    for section in package.document.iter(f"{W}sectPr"):
        shown = {"default": True, "first": bool(is_on(section, "titlePg")), "even": even}
        for kind in ("header", "footer"):
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                if shown.get(reference.get(f"{W}type", "default")):
                    yield kind, reference.get(f"{RELATIONSHIPS}id") or ""
