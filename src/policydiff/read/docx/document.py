"""Reading a whole Word document."""

from __future__ import annotations

from itertools import accumulate

from policydiff.errors import InputError
from policydiff.model import Block
from policydiff.read.docx.beside import write_furniture, write_notes
from policydiff.read.docx.markup import W
from policydiff.read.docx.numbering import Counting, Outlines
from policydiff.read.docx.package import open_package
from policydiff.read.docx.story import Story
from policydiff.read.docx.styles import Styles
from policydiff.read.docx.writing import Writer
from policydiff.read.options import ReadOptions
from policydiff.read.reading import Reading

__all__ = ["read_docx"]

_TITLE_BLOCKS = 40  # a title stands on the first page, below the file's number and above its text
_SHORTEST_TITLE = 4


def read_docx(data: bytes, uri: str, options: ReadOptions) -> Reading:
    """The text of a .docx file as Word shows it, with automatic numbers; notes, headers and footers come at its end.

    `options.revisions` says whether tracked changes are taken as accepted or as never made.  Comments, hidden text and
    the names of authors are no part of it.  Raises InputError where the file is damaged or unsafe.
    """
    package = open_package(data, uri, options)
    body = package.document.find(f"{W}body")
    if body is None:
        raise InputError(f"{uri} is damaged: its document has no body; open it in Word and save it again")
    styles = Styles.of(package.part("styles"))
    outlines = Outlines.of(package.part("numbering"), styles)
    story = Story(styles, outlines, Counting(outlines), options.revisions, [])
    writer = Writer()
    writer.body(story.read(body))
    write_notes(package, story, writer)
    write_furniture(package, Story(styles, outlines, Counting(outlines), options.revisions, []), writer)
    reading = writer.builder.reading()
    return Reading(reading.text, reading.blocks, _title(package.title, reading.text, reading.blocks))


def _title(stated: str, text: str, blocks: tuple[Block, ...]) -> str | None:
    """The title that the file's properties state, if the document itself bears it.

    Word fills that property with whatever stood on the first line of the document's first draft, or leaves that of the
    document it was copied from; so it counts only where it is what whole lines at the document's head say.
    """
    squeezed = "".join(stated.split())
    if len(squeezed) < _SHORTEST_TITLE:
        return None
    head = ["".join(block.span.of(text).split()) for block in blocks[:_TITLE_BLOCKS]]
    edges = set(accumulate(map(len, head), initial=0))
    joined = "".join(head)
    at = joined.find(squeezed)
    while at >= 0:
        if at in edges and at + len(squeezed) in edges:
            return " ".join(stated.split())
        at = joined.find(squeezed, at + 1)
    return None
