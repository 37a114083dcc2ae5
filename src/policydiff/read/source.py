"""The two ways in: some bytes, or a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from policydiff.errors import InputError
from policydiff.model import Source
from policydiff.read.charset import decode
from policydiff.read.kinds import refuse_binary, text_kind
from policydiff.read.options import ReadOptions
from policydiff.read.plain import line_blocks

__all__ = ["read_bytes", "read_file"]

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
    refuse_binary(data, uri, options)
    decoded, encoding = decode(data, uri, media_type, options)
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    kind = text_kind(text, uri, media_type)
    title: str | None = None
    if kind == "text/html":
        from policydiff.read.html import read_html  # noqa: PLC0415 - most captures of plain text need no HTML

        text, blocks, title = read_html(text)
    else:
        blocks = line_blocks(text)
    if not blocks:
        raise InputError(f"{uri} holds no visible text: name a file that holds the text of a policy")
    return Source(uri, kind, encoding, hashlib.sha256(data).hexdigest(), text, blocks, title)


def read_file(path: Path, *, options: ReadOptions = _DEFAULTS) -> Source:
    """Read a capture from a file; its `uri` is the path as given.

    Raises InputError, or one of its kinds, where there is no such file or it is no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(options.max_bytes + 1)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist: check the name") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder: name a file in it") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"{path} cannot be read ({reason}): check its permissions and try again") from None
    return read_bytes(data, str(path), options=options)


def _too_large(uri: str, options: ReadOptions) -> str:
    size = f"{options.max_bytes / 1_000_000:g} MB"
    return f"{uri} is larger than {size}: cut out the document and name that file"
