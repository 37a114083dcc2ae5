"""The two ways in: some bytes, or a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from policydiff.errors import InputError
from policydiff.model import Source
from policydiff.read.charset import Decoded, decode
from policydiff.read.kinds import DOCX, FLAT_DOCX, MHTML, OFD, PDF, Kind, binary_kind, text_kind
from policydiff.read.options import ReadOptions
from policydiff.read.plain import line_blocks
from policydiff.read.reading import Reading

__all__ = ["file_bytes", "read_bytes", "read_file"]

_DEFAULTS = ReadOptions()


def read_bytes(data: bytes, uri: str, media_type: str | None = None, *, options: ReadOptions = _DEFAULTS) -> Source:
    """Read a capture that is in memory: a file's bytes, standard input, a fetched page.

    `media_type` is what the sender called it (`text/html; charset=gbk`), where there was one.

    >>> source = read_bytes("一、支持算力。\\r\\n二、支持数据。".encode("gb18030"), "政策.txt")
    >>> source.encoding, source.text, source.locator(9)
    ('gb18030', '一、支持算力。\\n二、支持数据。', '¶2')

    Raises InputError, or one of its kinds, where the bytes are no text.
    """
    if len(data) > options.max_bytes:
        raise InputError(_too_large(uri, options))
    if not data:
        raise InputError(f"{uri} is empty: name a file that holds the text of a policy")
    kind = binary_kind(data, uri, options)
    decoded = Decoded("", "", "format")
    if kind == MHTML:
        from policydiff.read.html.saved import saved_page  # noqa: PLC0415 - brings the email package

        page, declared = saved_page(data, uri)
        kind, reading, decoded = _read_text(page, uri, declared, options)
    elif kind is None:
        kind, reading, decoded = _read_text(data, uri, media_type, options)
    else:
        reading = _read_document(kind, data, uri, options)
    _check_size(reading, uri, options)
    if not reading.blocks:
        raise InputError(f"{uri} holds no visible text: name a file that holds the text of a policy")
    return Source(
        uri=uri,
        media_type=kind,
        encoding=decoded.charset,
        sha256=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        blocks=reading.blocks,
        title=reading.title,
        facts=reading.facts,
        evidence=decoded.evidence,
        replaced=decoded.replaced,
    )


def _read_document(kind: str, data: bytes, uri: str, options: ReadOptions) -> Reading:
    # each reader brings a library of its own, which most captures do not need
    if kind == PDF:
        from policydiff.read.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data, uri, options)
    if kind == DOCX:
        from policydiff.read.docx import read_docx  # noqa: PLC0415

        return read_docx(data, uri, options)
    if kind == FLAT_DOCX:
        from policydiff.read.docx import read_docx  # noqa: PLC0415
        from policydiff.read.flat_opc import docx_of_flat  # noqa: PLC0415

        return read_docx(docx_of_flat(data, uri, options), uri, options)
    if kind == OFD:
        from policydiff.read.ofd import read_ofd  # noqa: PLC0415

        return read_ofd(data, uri, options)
    from policydiff.read.office import read_office  # noqa: PLC0415

    return read_office(kind, data, uri, options)


def _read_text(data: bytes, uri: str, media_type: str | None, options: ReadOptions) -> tuple[Kind, Reading, Decoded]:
    decoded = decode(data, uri, media_type, options)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    kind = text_kind(text, uri, media_type)
    if kind == "text/html":
        from policydiff.read.html import read_html  # noqa: PLC0415 - Beautiful Soup is slow to load

        return kind, read_html(text, uri, options), decoded
    return kind, Reading(text, line_blocks(text, options.max_blocks)), decoded


def read_file(path: Path, *, options: ReadOptions = _DEFAULTS) -> Source:
    """Read a capture from a file; its `uri` is the path as given.

    Raises InputError, or one of its kinds, where there is no such file or it is no text.
    """
    return read_bytes(file_bytes(path, options=options), str(path), options=options)


def file_bytes(path: Path, *, options: ReadOptions = _DEFAULTS) -> bytes:
    """The bytes of a file, one more than may be read where there are more; raises InputError where it has none."""
    try:
        with path.open("rb") as file:
            return file.read(options.max_bytes + 1)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist: check the name") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder: name a file in it") from None
    except ValueError:
        raise InputError(f"no file can have the name {str(path)!r}: check it") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"{path} cannot be read ({reason}): check its permissions and try again") from None


def _check_size(reading: Reading, uri: str, options: ReadOptions) -> None:
    """Raise InputError where there is more text than cleaning can go through while a person waits."""
    for found, most, what in (
        (len(reading.text), options.max_characters, "characters"),
        (len(reading.blocks), options.max_blocks, "paragraphs, lines and cells"),
    ):
        if found > most:
            raise InputError(f"{uri} holds more than {most:,} {what}: cut out the document and name that file")


def _too_large(uri: str, options: ReadOptions) -> str:
    size = f"{options.max_bytes / 1_000_000:g} MB"
    return f"{uri} is larger than {size}: cut out the document and name that file"
