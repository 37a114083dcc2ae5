"""Undoing a Content-Encoding piece by piece, so that a small response cannot unpack to a large one unseen."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from policydiff.errors import InputError

__all__ = ["ACCEPTED", "unpacked"]

ACCEPTED = "gzip, deflate"
_PIECE = 262_144
_GZIP_MARK = b"\x1f\x8b"


def unpacked(chunks: Iterable[bytes], encoding: str, where: str) -> Iterator[bytes]:
    """The pieces of a body, none larger than a quarter of a megabyte; `where` is the page, for an error.

    >>> b"".join(unpacked([zlib.compress("第一条".encode())], "deflate", "page")).decode()
    '第一条'

    Raises InputError where the body is packed otherwise, damaged or cut short.
    """
    name = encoding.strip().lower()
    if name in ("", "identity", "none"):
        yield from chunks
    elif name in ("gzip", "x-gzip"):
        yield from _inflated(chunks, zlib.MAX_WBITS | 16, where)
    elif name == "deflate":
        yield from _inflated(chunks, zlib.MAX_WBITS, where)
    else:
        raise InputError(f"{where} comes packed as {name[:40]!r}, which nobody asked for: {_WAY_OUT}")


_WAY_OUT = "save the page in a browser and add the file"


def _inflated(chunks: Iterable[bytes], window: int, where: str) -> Iterator[bytes]:
    inflater = None
    for chunk in chunks:
        if inflater is None:
            # what is called deflate should have a zlib header, and often has none
            bare = window == zlib.MAX_WBITS and (chunk[:1] or b"\0")[0] & 0x0F != 8
            inflater = zlib.decompressobj(-window if bare else window)
        rest = chunk
        while rest and not inflater.eof:
            try:
                piece = inflater.decompress(rest, _PIECE)
            except zlib.error as error:
                raise InputError(f"{where} came damaged (its compression is broken): try again later") from error
            rest = inflater.unconsumed_tail
            if piece:
                yield piece
        if inflater.eof and (inflater.unused_data or rest).startswith(_GZIP_MARK):
            raise InputError(f"{where} comes packed in several parts: {_WAY_OUT}")
    # what the inflater still holds comes out with the last piece it was asked for, unless the stream is cut short
    while inflater is not None and not inflater.eof:
        piece = inflater.decompress(inflater.unconsumed_tail, _PIECE)
        if not piece:
            raise InputError(f"{where} came cut short: try again later")
        yield piece
