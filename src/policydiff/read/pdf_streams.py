"""How much the pages of a PDF draw, found out before pdfium draws it: 100 kB can hold a billion strokes."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator

from policydiff.errors import InputError
from policydiff.read.options import ReadOptions

__all__ = ["check_streams"]

_CHUNK = 1_000_000
_HEAD = 2048  # a stream's dictionary is shorter, and stands right before it
_LONGEST = 65_536  # twice what pdfium reads of one string
_PAGE_BYTES = 400_000  # of strings; a newspaper's page shows some forty thousand
_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
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
    for head, start in _streams(data):
        filters = head.count(b"FlateDecode") + head.count(b"/Fl ")
        if filters > 1:
            raise InputError(f"{uri} packs its pages more than once, as no document does: it is not read")
        counts = not (_PICTURE.search(head) or _FONT.search(head))
        at_most = options.max_content_bytes
        page_left = _PAGE_BYTES
        for chunk in _unpacked(data, start, head) if filters else ():
            shown = _shown(chunk)
            text_left -= shown
            page_left -= shown
            at_most -= len(chunk)
            left -= len(chunk) if counts else 0
            if min(text_left, page_left) < 0:
                raise InputError(f"{uri} draws more text than any document: name a smaller file")
            if left < 0:
                size = f"{options.max_content_bytes / 1_000_000:g} MB"
                raise InputError(f"{uri} draws pages of more than {size}, as no document does: it is not read")
            if at_most < 0:
                break


def _streams(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Where each stream starts, and the dictionary before it."""
    for match in _STREAM.finditer(data):
        if data[max(0, match.start() - 3) : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - _HEAD) : match.start()]
        yield head[head.rfind(b" obj") + 1 :], match.end()


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
