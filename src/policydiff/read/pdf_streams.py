"""How much the pages of a PDF draw, found out before pdfium draws it: 100 kB can hold a billion strokes."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator

from policydiff.errors import InputError
from policydiff.read.options import ReadOptions
from policydiff.read.pdf_forms import Drawings, plain_names

__all__ = ["check_streams"]

_CHUNK = 1_000_000
_HEAD = 2048  # a stream's dictionary is shorter, and stands right before it
_LONGEST = 65_536  # twice what pdfium reads of one string
_PAGE_BYTES = 400_000  # of strings; a newspaper's page shows some forty thousand
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length\s{1,8}(\d{1,10})(\s{1,8}\d{1,5}\s{1,8}R)?")
_NUMBER = re.compile(rb"\b(\d{1,10})\s{1,8}\d{1,5}\s{1,8}obj\s{1,8}(\d{1,10})\s{1,8}endobj")
_NUMBERED = re.compile(rb"(\d{1,10})\s{1,8}\d{1,5}$")
_OVERLAPS = 4
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_PACKED_PICTURE = re.compile(rb"/(?:DCT|JPX|JBIG2|CCITTFax)Decode\b")
_FONT = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_STRING = re.compile(rb"\(([^()]*+)\)|<([0-9A-Fa-f\s]*+)>")
_OCTAL = re.compile(rb"\\[0-7]{3}")
_SHOW = re.compile(rb"[)>]\s{0,8}(?:Tj|['\"])|\]\s{0,8}TJ")


def check_streams(data: bytes, uri: str, options: ReadOptions) -> None:
    """Raise InputError where the pages draw more than `options` allow.

    Text is counted wherever it is shown; all else only in streams that are neither pictures nor fonts, which are large
    in honest files and which reading text does not unpack.
    """
    text_left, left = 4 * options.max_glyphs, options.max_content_bytes
    _check_overlaps(data, uri)
    drawings = Drawings()
    for number, head, start in _streams(data):
        drawings.begin(number, head)
        filters = head.count(b"FlateDecode") + head.count(b"/Fl ")
        if filters > 1:
            raise InputError(f"{uri} packs its pages more than once, as no document does: ask for the document itself")
        counts = not (_PICTURE.search(head) or _FONT.search(head))
        at_most = options.max_content_bytes
        page_left = _PAGE_BYTES
        plain = _plain(data, start) if counts and not _PACKED_PICTURE.search(head) else iter(())
        for chunk in _unpacked(data, start, head) if filters else plain:
            if counts:
                drawings.add(number, head, chunk)
            shown = _shown(chunk)
            text_left -= shown
            page_left -= shown
            at_most -= len(chunk)
            left -= len(chunk) if counts and filters else 0
            if min(text_left, page_left) < 0:
                raise InputError(f"{uri} draws more text than any document: name a smaller file")
            if left < 0:
                size = f"{options.max_content_bytes / 1_000_000:g} MB"
                raise InputError(
                    f"{uri} draws pages of more than {size}, as no document does: ask for the document itself"
                )
            if at_most < 0:
                break
    if drawings.most(data) > options.max_drawings:
        raise InputError(f"{uri} draws the same things over and over, as no document does: ask for the document itself")


def _check_overlaps(data: bytes, uri: str) -> None:
    """Raise InputError where streams lie in one another: pdfium copies each, and a stream that never ends is the rest
    of the file.  A PDF that is attached to a PDF lies in one other stream, its own streams in two."""
    numbers: dict[bytes, int] | None = None
    left, end = _OVERLAPS * len(data), -1
    for _, head, start in _streams(data):
        if end < start:
            found = data.find(b"endstream", start)
            end = found if found >= 0 else len(data)
        longest = end - start
        length = _LENGTH.search(head)
        if length and length[2]:
            if numbers is None:
                numbers = {key: int(number) for key, number in _NUMBER.findall(data)}
            longest = max(longest, numbers.get(length[1], 0))
        elif length:
            longest = max(longest, int(length[1]))
        left -= min(longest, len(data) - start)
        if left < 0:
            raise InputError(f"{uri} is damaged: its parts lie in one another; ask for the file again")


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """The number and the dictionary of each stream, and where it starts."""
    for match in _STREAM.finditer(data):
        if data[max(0, match.start() - 3) : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - _HEAD) : match.start()]
        at = head.rfind(b" obj")
        number = _NUMBERED.search(head, max(0, at - 20), max(0, at))
        yield number[1] if number else b"", plain_names(head[at + 1 :]), match.end()


def _plain(data: bytes, start: int) -> Iterator[bytes]:
    """A stream's bytes in pieces where nothing packs them."""
    end = data.find(b"endstream", start)
    for at in range(start, end if end >= 0 else len(data), _CHUNK):
        yield data[at : min(at + _CHUNK, end if end >= 0 else len(data))]


def _unpacked(data: bytes, start: int, head: bytes) -> Iterator[bytes]:
    """A stream's bytes in pieces, as far as they are sound."""
    packed: bytes | memoryview = memoryview(data)[start:]
    if b"ASCII85Decode" in head or b"/A85" in head:
        try:
            packed = base64.a85decode(data[start : data.find(b"~>", start)].strip())
        except ValueError:
            return
    elif b"ASCIIHexDecode" in head or b"/AHx" in head:
        try:
            packed = binascii.unhexlify(b"".join(data[start : data.find(b">", start)].split()))
        except ValueError:
            return
    unpacking = zlib.decompressobj()
    for at in range(0, len(packed), _CHUNK):
        piece: bytes | memoryview = packed[at : at + _CHUNK]
        while piece and not unpacking.eof:
            try:
                chunk = unpacking.decompress(piece, _CHUNK)
            except zlib.error:
                return
            if chunk:
                yield chunk
            piece = unpacking.unconsumed_tail
        if unpacking.eof:
            return


def _shown(chunk: bytes) -> int:
    """At most how many bytes of strings a piece of a page shows; a Chinese character takes two, a letter one or two."""
    shown = last = 0
    for match in _SHOW.finditer(chunk):
        for string in _STRING.finditer(chunk, max(last, match.end() - _LONGEST), match.end()):
            plain = string[1]
            shown += len(string[2]) // 2 if plain is None else len(plain) - 3 * len(_OCTAL.findall(plain))
        last = match.end()
    return shown
