"""A redline: the new text as tracked changes of the old one, in a Word file.

Accepting all changes gives the new text, rejecting all of them the old one.  The revisions bear no date, for the file
is to be the same whenever it is made.  What moved is deleted in its old place and inserted in its new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from policydiff.errors import OutputError
from policydiff.model import Comparison, Version
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.summary import comparison_title
from policydiff.render.docx.elements import Xml, element, paragraph, run
from policydiff.render.docx.package import Page, packed
from policydiff.render.docx.revisions import Revision, Text, revisions
from policydiff.render.docx.rows import Line, cells, rowed, tables
from policydiff.render.docx.words import PHRASES
from policydiff.render.printable import has_symbols, printable
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, pick

__all__ = ["AUTHOR", "comparison_redline"]

AUTHOR = "policydiff"
_HEADINGS = frozenset({"part", "chapter", "section"})
_TRACKED = {"delete": "del", "insert": "ins"}
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_WIDE = 8600
"""The width of the text on a page, in twentieths of a point."""


def comparison_redline(c: Comparison, lang: Lang = "zh") -> bytes:
    """The old text with tracked changes to the new one; raises OutputError where reports are all there is of one."""
    for version in (c.old, c.new):
        if version.coverage == "excerpt":
            raise OutputError(
                f"a redline needs both texts in full, and {version.name} is known only through reports: "
                'choose "--format docx", the table of both'
            )
    facts = Facts.of(c)
    old, new = Text.of(c.old), Text.of(c.new)
    found = [Revision(each.kind, _shown(each.text), each.old, each.new) for each in revisions(c, old, new)]
    looks = _looks(c.old, old), _looks(c.new, new)
    numbers = count(1)
    body: list[Xml] = []
    for table, lines in tables(rowed(_lines(found))):
        body += [_table(lines, numbers)] if table else [_paragraph(line, looks, numbers) for line in lines]
    if body and body[-1].startswith("<w:tbl>"):
        body.append(paragraph(()))  # word processors want one behind a table
    before, after = column_heads(facts.comparison, lang)
    head = pick(PHRASES["redline"], lang).format(old=printable(before), new=printable(after))
    if has_symbols(body):
        head += f"\n{pick(PHRASES['symbols'], lang)}"
    return packed(body, Page(printable(comparison_title(facts, lang)), head, False, lang), {})


def _shown(text: str) -> str:
    """The text in printable characters, the tabs between its cells among them."""
    return "\t".join(printable(part) for part in text.split("\t"))


def _lines(found: list[Revision]) -> Iterator[list[Revision]]:
    """The revisions of each paragraph; the last one of each but the last paragraph is the end of its line."""
    line: list[Revision] = []
    for revision in found:
        old, new = revision.old, revision.new
        for part in revision.text.splitlines(keepends=True):
            words = part.removesuffix("\n")
            if words:
                line.append(Revision(revision.kind, words, old, new))
            old += len(part) * (revision.kind != "insert")
            new += len(part) * (revision.kind != "delete")
            if words != part:
                yield [*line, Revision(revision.kind, "\n", old - 1, new - 1)]
                line = []
    yield line


def _paragraph(
    line: list[Revision], looks: tuple[dict[int, str], dict[int, str]], numbers: Iterator[int], *, cell: bool = False
) -> Xml:
    runs, mark = [], None
    for revision in line:
        tracked = _TRACKED.get(revision.kind)
        if revision.text == "\n":
            mark = element("rPr", _tracked(tracked, numbers)) if tracked else None
        elif tracked:
            runs.append(_tracked(tracked, numbers, run(revision.text, deleted=tracked == "del")))
        else:
            runs.append(run(revision.text))
    if cell:
        return paragraph(runs)
    return paragraph(runs, [*_layout(_look(line, looks)), *([mark] if mark is not None else [])])


def _table(lines: list[Line], numbers: Iterator[int]) -> Xml:
    rows = [(line, cells(line)) for line in lines]
    columns = max(len(row) for _, row in rows)
    edges = [element(name, val="single", sz=4, space=0, color="auto") for name in _EDGES]
    grid = element("tblGrid", *[element("gridCol", w=_WIDE // columns) for _ in range(columns)])
    layout = element("tblPr", element("tblW", w=0, type="auto"), element("tblBorders", *edges))
    return element("tbl", layout, grid, *[_row(line, row, numbers) for line, row in rows])


def _row(line: Line, row: list[Line], numbers: Iterator[int]) -> Xml:
    """A row of a table, itself deleted or inserted where all that stands in it is."""
    kinds = {revision.kind for revision in line}
    tracked = _TRACKED.get(kinds.pop()) if len(kinds) == 1 else None
    properties = element("trPr", _tracked(tracked, numbers)) if tracked else None
    return element("tr", properties, *[element("tc", _paragraph(one, ({}, {}), numbers, cell=True)) for one in row])


def _tracked(name: str, numbers: Iterator[int], *runs: Xml) -> Xml:
    return element(name, *runs, id=next(numbers), author=AUTHOR)


def _look(line: list[Revision], looks: tuple[dict[int, str], dict[int, str]]) -> str:
    """How a line looks: as the unit that begins it does in the text that keeps the line, the new one if both do."""
    if not line:
        return ""
    first = line[0]
    if all(revision.kind == "delete" for revision in line):
        return looks[0].get(first.old, "")
    if all(revision.kind == "insert" for revision in line):  # it stands before the old title, and is none itself
        return looks[1].get(first.new, "")
    return looks[1].get(first.new, "") or looks[0].get(first.old, "")


def _layout(look: str) -> list[Xml]:
    """A title and the headings of chapters stand in the middle, signatures on the right, all else begins two in."""
    if look == "title":
        return [element("pStyle", val="Title")]
    if look == "heading":
        return [element("pStyle", val="Heading1"), element("jc", val="center")]
    spaced = element("spacing", before=0, after=0, line=400, lineRule="exact")
    if look == "signature":
        return [spaced, element("jc", val="right")]
    return [spaced, element("ind", firstLineChars=200, firstLine=420)]


def _looks(version: Version, text: Text) -> dict[int, str]:
    """What begins at a place of the text: a title, the heading of a chapter, a line of the signature."""
    found: dict[int, str] = {}
    for document in version.documents:
        for unit in document.walk():
            span = text.units[unit.id]
            if unit.kind in _HEADINGS:
                found[span.start] = "heading"
            elif unit.kind in {"title", "signature"}:
                start = span.start
                for line in span.of(text.text).splitlines(keepends=True):
                    found[start] = unit.kind
                    start += len(line)
    return found
