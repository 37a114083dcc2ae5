"""The limits of reading, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["ReadOptions"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Thresholds of the readers."""

    max_bytes: int = 20_000_000
    """The largest input.  The longest Chinese code in force, with markup, stays below 3 MB; what is seven times as
    long is an archive or a mistake, and would only keep a person waiting."""

    max_control_share: float = 0.01
    """More control characters than this and the bytes are no text.  Texts carry a stray NUL or form feed now and
    then; compressed or compiled data is at 10% and more."""

    sniff_bytes: int = 65_536
    """How much of the head is looked at to tell text from binary data."""

    min_common_share: float = 0.08
    """Fewer of the commonest Chinese characters than this among all beyond ASCII, and a decoding is taken for wrong.
    Legal prose has about 0.4 in the right charset and below 0.05 in a wrong one."""

    max_replaced_share: float = 0.02
    """More characters lost (U+FFFD) than this among all beyond ASCII, and a charset does not fit; one lost character is
    always let pass.  A capture cut off in the middle of a character has lost one, a page patched together by a portal
    a few in a thousand; GB18030 read as UTF-8 loses more than every other one."""

    max_characters: int = 5_000_000
    """The most characters of text.  The Civil Code has 110,000, and all laws in force together some three million;
    while a text is cleaned, each takes some microseconds and up to half a kilobyte of memory."""

    max_blocks: int = 200_000
    """The most paragraphs, lines and cells.  The Civil Code has 1,800, the longest tables of tariffs 20,000 cells."""

    max_elements: int = 400_000
    """The most elements of a page.  A law pasted from Word has one for every few words, some 50,000; each takes a
    kilobyte of memory, and 20 MB can hold six million."""

    max_parts: int = 4096
    """The most parts of an office document.  A law with a hundred pictures has some three hundred."""

    max_unpacked_bytes: int = 200_000_000
    """What the parts of an office document may unpack to together.  Ten times the largest input: XML of prose packs to
    a tenth; what packs to a thousandth is made to fill a machine's memory."""

    office_seconds: float = 90.0
    """How long LibreOffice may work on one document.  A law takes two seconds, with the start on a slow machine ten; a
    file made to keep it busy must not keep a person waiting for ever."""

    max_pages: int = 2000
    """The most pages of a PDF or OFD document.  The Civil Code prints on some 150; what has thousands is a collection,
    or a page tree that runs in circles."""

    max_content_bytes: int = 20_000_000
    """What the drawing instructions of a PDF may unpack to.  A page of text has some 20 kB of them, one with a map a
    megabyte; pdfium takes up to eighty times as much memory."""

    max_drawings: int = 200_000
    """The most drawings within drawings (forms) that one page of a PDF may need.  A chart with a sign for each of its
    values has some thousand; pdfium takes seven kilobytes for each."""

    max_glyphs: int = 500_000
    """The most characters that the pages of a PDF or OFD document may draw.  The Civil Code has 110,000; a small file
    can draw the same ones without end."""

    max_strokes: int = 200_000
    """How many things drawn in a PDF or OFD document are looked at to find the lines of its tables.  A page of text
    draws some 40, a page of a table up to 2,500; behind the strokes of maps, tables are told by their gaps alone."""

    revisions: Literal["accepted", "original"] = "accepted"
    """Of a Word document with tracked changes: the text with all of them accepted, or as it was before them.  What is
    struck through, there or on a page, is text only as it was before."""
