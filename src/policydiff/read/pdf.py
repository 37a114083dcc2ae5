"""PDF: the glyphs that pdfium finds on each page, laid out by policydiff's own rules.

pdfium is imported when the first file is read.  It says where each character stands and which one it is; what pdfium
would add on its own (spaces, line ends) is left out, since it is meant for Latin text.  Annotations, form fields and
attachments are no text of the document.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import addressof, c_double
from typing import TYPE_CHECKING, Any

from policydiff.errors import InputError
from policydiff.read.layout import Glyph, Sheet, lay_out
from policydiff.read.layout.glyphs import is_wide
from policydiff.read.options import ReadOptions
from policydiff.read.pdf_rules import Strokes
from policydiff.read.pdf_streams import check_streams
from policydiff.read.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

__all__ = ["read_pdf"]

_PASSWORD, _SECURITY = 4, 5  # pdfium's codes for a file that asks for a password, or for a handler that nobody has
_LOST = "\ufffd"
_HYPHEN = "-"  # pdfium gives a hyphen at the end of a line as a control character
_UP_AND_DOWN = (90.0, -90.0, 270.0)


def read_pdf(data: bytes, uri: str, options: ReadOptions) -> Reading:
    """The text of a PDF, with page numbers as locators (`p. 3`).

    Pages without text (a scanned signature page) are passed over.  Raises InputError where the file is damaged or
    encrypted, where no page holds text, or where it holds more than the options allow.
    """
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - costs more than the rest of a run on plain text

    check_streams(data, uri, options)
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in (_PASSWORD, _SECURITY):
            raise InputError(f"{uri} is encrypted: open it with its password and save it without one") from None
        raise InputError(f"{uri} is damaged and cannot be read as PDF: ask for the file again") from None
    with document:
        pages = len(document)
        if pages > options.max_pages:
            raise InputError(f"{uri} has {pages} pages, more than {options.max_pages}: cut out the document's own")
        sheets = list(_sheets(document, uri, options))
        title = _title(document)
    _check(sheets, uri)
    reading = lay_out(sheets)
    # what programs write there is as often the name of a template
    stated = bool(title) and "".join(title.split()) in "".join(reading.text.split())
    return Reading(reading.text, reading.blocks, title if stated else None)


def _check(sheets: list[Sheet], uri: str) -> None:
    """Raise InputError where there is nothing that can be read."""
    if not sheets:
        raise InputError(f"{uri} is damaged: none of its pages can be read; ask for the file again")
    visible = [glyph.char for sheet in sheets for glyph in sheet.glyphs if not glyph.char.isspace()]
    if not visible:
        raise InputError(
            f"{uri} holds pictures of pages and no text: run OCR over it, or ask for a file with text, and name that"
        )
    if sum(char == _LOST for char in visible) > len(visible) / 2:
        raise InputError(f"{uri} does not say which characters its fonts draw: run OCR over it and name the result")


def _sheets(document: PdfDocument, uri: str, options: ReadOptions) -> Iterator[Sheet]:
    """The pages that pdfium can load."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - as above

    left = options.max_glyphs
    strokes = Strokes(options.max_strokes)
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError:
            continue
        try:
            start, bottom, end, top = _paper(page)
            textpage = page.get_textpage()
            left -= textpage.count_chars()
            if left < 0:
                raise InputError(f"{uri} holds more than {options.max_glyphs} characters: name a smaller file")
            glyphs = tuple(_glyphs(textpage.raw, textpage.count_chars(), start, top))
            rules = tuple(strokes.on(page.raw, start, top))
            yield Sheet(index + 1, end - start, top - bottom, _on_paper(glyphs, end - start, top - bottom), rules)
        except PdfiumError:
            continue
        finally:
            page.close()


def _paper(page: Any) -> tuple[float, float, float, float]:
    """The visible part of a page; a page that states none, or an impossible one, is an A4 page."""
    start, bottom, end, top = page.get_bbox()
    if not all(map(math.isfinite, (start, bottom, end, top))) or end - start < 1 or top - bottom < 1:
        return 0.0, 0.0, 595.0, 842.0
    return start, bottom, end, top


def _title(document: PdfDocument) -> str:
    """What the file calls itself."""
    try:
        return str(document.get_metadata_value("Title")).strip()
    except UnicodeDecodeError:  # half of a surrogate pair
        return ""


def _glyphs(textpage: Any, count: int, start: float, top: float) -> Iterator[Glyph]:
    """The characters that a page itself draws, the upper left corner of the paper being the origin."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    box, at_x, at_y = raw.FS_RECTF(), c_double(), c_double()
    drawn_by: int | None = None
    size = stretch = angle = 0.0
    last = (math.nan, math.nan)
    high = ""  # the first half of a character beyond U+FFFF
    for index in range(count):
        by = None if raw.FPDFText_IsGenerated(textpage, index) else raw.FPDFText_GetTextObject(textpage, index)
        if not by:  # pdfium's own idea of a space or a line end
            continue
        address = addressof(by.contents)
        if address != drawn_by:  # the characters of one text object are set alike
            drawn_by, last = address, (math.nan, math.nan)
            size, stretch, angle = _setting(textpage, index)
        code = raw.FPDFText_GetUnicode(textpage, index)
        if not high:
            raw.FPDFText_GetCharOrigin(textpage, index, at_x, at_y)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        char, high = _character(code, high), ""
        x, y = at_x.value - start, top - at_y.value
        if (x, y) == last:  # the letters of a ligature stand in one place
            x += size / 4
        last = (x, y)
        advance = stretch
        if not is_wide(char) or char.isspace():
            raw.FPDFText_GetLooseCharBox(textpage, index, box)
            advance = box.top - box.bottom if angle in _UP_AND_DOWN else box.right - at_x.value
        if all(map(math.isfinite, (x, y, advance))) and size > 0:
            yield Glyph(char, x, y, advance, size, angle)


def _setting(textpage: Any, index: int) -> tuple[float, float, float]:
    """How high a character is set, how wide a square one would be, and at which angle it is written."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(textpage, index, matrix):
        return 0.0, 0.0, 0.0
    points = abs(raw.FPDFText_GetFontSize(textpage, index))
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    return (
        points * math.hypot(matrix.c, matrix.d),
        points * math.hypot(matrix.a, matrix.b),
        float(round(angle)) if math.isfinite(angle) else 0.0,
    )


def _character(code: int, high: str) -> str:
    """The character of a code; what a font does not name, or names by no character, is U+FFFD."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((ord(high) - 0xD800) << 10) + code - 0xDC00) if high else _LOST
    if code in (0, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return _LOST
    if code < 32 or code == 0x7F:
        return " " if chr(code).isspace() else _HYPHEN if code == 2 else _LOST
    return chr(code)


def _on_paper(glyphs: tuple[Glyph, ...], width: float, height: float) -> tuple[Glyph, ...]:
    """Without what is drawn beside the paper, where nobody sees it."""
    return tuple(
        glyph
        for glyph in glyphs
        if -glyph.size <= glyph.x <= width + glyph.size and -glyph.size <= glyph.y <= height + 2 * glyph.size
    )
