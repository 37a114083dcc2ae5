"""What is in an OLE compound file, the container of older office programs: enough to tell what to do with it.

Only names in its directory are looked for, and the first bytes of a Word document; reading the text is LibreOffice's.
"""

from __future__ import annotations

from policydiff.errors import InputError, UnknownFormatError

__all__ = ["COMPOUND", "is_word"]

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128  # bytes of a directory entry, at multiples of which each stands
_START_SECTOR = 0x74
_SECTOR_SHIFT = 0x1E
_WORD_MARK = b"\xec\xa5"
_WORD_FLAGS = 0x0A
_WORD_ENCRYPTED = 0x0100
_OTHERS = (
    ("Workbook", "an Excel workbook", "save the sheet as .html or .pdf and name that file"),
    ("Book", "an Excel workbook", "save the sheet as .html or .pdf and name that file"),
    ("PowerPoint Document", "a PowerPoint presentation", "save it as .pdf and name that file"),
    ("__properties_version1.0", "an Outlook message", "save the document that is attached to it and name that file"),
)


def is_word(data: bytes, uri: str) -> bool:
    """Whether the document in a compound file is one of Word, as .doc and most .wps are, and no other program's.

    Raises InputError where it is encrypted, and UnknownFormatError where it is a workbook or a presentation.
    """
    if _entry(data, "EncryptedPackage") is not None:
        raise InputError(encrypted(uri))
    word = _entry(data, "WordDocument")
    if word is not None:
        if _is_encrypted(data, word):
            raise InputError(encrypted(uri))
        return True
    for name, kind, way_out in _OTHERS:
        if _entry(data, name) is not None:
            raise UnknownFormatError(f"{uri} is {kind}, which policydiff does not read: {way_out}")
    return False


def encrypted(uri: str) -> str:
    """What to tell of a document that asks for a password."""
    return f"{uri} is encrypted: open it with its password and save it without one"


def _entry(data: bytes, name: str) -> int | None:
    """Where the directory entry of a stream stands; names are UTF-16 and end with a NUL."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = data.find(wanted)
    while at >= 0 and at % _ENTRY:
        at = data.find(wanted, at + 1)
    return at if at >= 0 else None


def _is_encrypted(data: bytes, entry: int) -> bool:
    sector = int.from_bytes(data[entry + _START_SECTOR : entry + _START_SECTOR + 4], "little")
    shift = int.from_bytes(data[_SECTOR_SHIFT : _SECTOR_SHIFT + 2], "little")
    if shift not in (9, 12):
        return False
    start = (sector + 1) << shift
    flags = int.from_bytes(data[start + _WORD_FLAGS : start + _WORD_FLAGS + 2], "little")
    return data[start : start + 2] == _WORD_MARK and bool(flags & _WORD_ENCRYPTED)
