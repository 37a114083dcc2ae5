"""Zip archives and the XML in them, opened as what a stranger sent: bounded, without entities, without the network.

zipfile is imported when the first archive is opened and lxml when the first part is parsed: most captures need neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from policydiff.errors import InputError
from policydiff.read.options import ReadOptions

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Archive", "contents", "open_archive", "parse_xml"]


_TOLD = 120  # characters of a name or of a library's own words; names in a file made to harm have thousands
_LISTED = 5  # names of an archive that are told; who sees five knows what it is
_UTF_8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a zip archive, unpacked; their sizes together stay within `ReadOptions.max_unpacked_bytes`."""

    uri: str
    parts: dict[str, bytes]

    def xml(self, name: str) -> _Element:
        """The root of one part's XML; raises InputError where there is no such part or it is no XML of this kind."""
        if name not in self.parts:
            raise InputError(f"{self.uri} is damaged: its part {_plain(name)} is missing; ask for the file again")
        return parse_xml(self.parts[name], self.uri, f"its part {_plain(name)}")


def parse_xml(data: bytes, uri: str, what: str) -> _Element:
    """The root of some XML; entities stay unexpanded, and a document type, which none should have, is refused.

    Raises InputError, whose sentence calls the XML `what`.
    """
    from lxml import etree  # noqa: PLC0415 - a run on plain text does without

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{uri} is damaged: {what} is no valid XML ({_plain(error.msg)}); ask for the file again"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            f"{uri} is not safe to read: {what} declares a document type, as none should; ask for the file again"
        )
    return root


def _plain(told: str | None) -> str:
    """What a file says of itself, or a library of it, as a part of one line on a terminal."""
    words = " ".join((told or "").split())
    shown = "".join(char if char.isprintable() else "?" for char in words[:_TOLD])
    return f"{shown}…" if len(words) > _TOLD else shown


def open_archive(data: bytes, uri: str, options: ReadOptions, *, only: tuple[str, ...] = ("",)) -> Archive:
    """Unpack the parts whose names end in one of `only`, in memory.

    What an archive says of its sizes is not believed: the bytes are counted as they come.  Raises InputError where it
    is damaged or encrypted, or where it holds more parts or bytes than the options allow.
    """
    import zlib  # noqa: PLC0415 - a run on plain text does without all of these
    from lzma import LZMAError  # noqa: PLC0415
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415

    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > options.max_parts:
                raise InputError(
                    f"{uri} holds {len(members)} parts, more than {options.max_parts}: ask for the document itself"
                )
            if any(member.flag_bits & 0x1 for member in members):
                raise InputError(f"{uri} is encrypted: open it with its password and save it without one")
            parts: dict[str, bytes] = {}
            left = options.max_unpacked_bytes
            for member in members:
                if member.filename.endswith(only) and member.filename[-1:] not in ("", "/"):
                    with archive.open(member) as stream:
                        parts[member.filename] = stream.read(left + 1)
                    left -= len(parts[member.filename])
                    if left < 0:
                        size = f"{options.max_unpacked_bytes / 1_000_000:g} MB"
                        raise InputError(
                            f"{uri} unpacks to more than {size}, as no document does: ask for the document itself"
                        )
    except (BadZipFile, NotImplementedError, LZMAError, zlib.error, EOFError, OSError, ValueError):
        raise InputError(f"{uri} is damaged and cannot be unpacked: ask for the file again") from None
    return Archive(uri, parts)


def contents(data: bytes) -> str:
    """The names of the files in an archive that `open_archive` has opened, as a part of one line: the first few.

    A name that is not marked as UTF-8 is in GBK, as Chinese Windows writes it.
    """
    from zipfile import ZipFile  # noqa: PLC0415 - as above

    with ZipFile(BytesIO(data)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        names = [_plain(_named(member.filename, member.flag_bits)) for member in members[:_LISTED]]
    return ", ".join(names) + (f" and {len(members) - _LISTED} more" if len(members) > _LISTED else "")


def _named(name: str, flags: int) -> str:
    if flags & _UTF_8_NAME:
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name
