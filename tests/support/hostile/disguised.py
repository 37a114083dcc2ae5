"""Files that are not what their name says, and files of other kinds altogether."""
# ruff: noqa: E501, PLW0108 - markup that is cut into lines is no easier to read; bytes are made when they are needed

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zlib

from support.docx_files import document, package, paragraph
from support.hostile.case import Case, named
from support.hostile.texts import PROSE
from support.ofd_files import ofd_of
from support.pdf_files import Paragraph, pdf_of

__all__ = ["DISGUISED", "OFFICE"]

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _png() -> bytes:
    rows = zlib.compress(b"\0" * 4 * 4)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    told = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + told


def _tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        member = tarfile.TarInfo("../../etc/措施.txt")
        member.size = len(PROSE.encode())
        archive.addfile(member, io.BytesIO(PROSE.encode()))
    return target.getvalue()


def _spreadsheet(kind: str, main: str) -> bytes:
    types = f'<Types><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/></Types>'
    return package({main: "<a/>", "[Content_Types].xml": types}, main=main)


def _compound(*streams: str, length: int = 16_384) -> bytes:
    """An OLE file with a directory of these names, and rubbish for its sectors."""
    head = bytearray(COMPOUND + bytes(504))
    head[0x1E] = 9
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return bytes(head) + entries + b"\xfe\xff\xff\xff" * ((length - len(entries)) // 4)


def _policy_docx() -> bytes:
    return document("".join(paragraph(text=line) for line in PROSE.splitlines()))


def _policy_pdf() -> bytes:
    return pdf_of([Paragraph(line) for line in PROSE.splitlines()])


def _policy_ofd() -> bytes:
    return ofd_of([Paragraph(line) for line in PROSE.splitlines()])


DISGUISED: tuple[Case, ...] = named(
    "txt",
    {
        "a Word document as .txt": _policy_docx,
        "a Word document as .html": _policy_docx,
        "a Word document as .pdf": _policy_docx,
        "a Word document without a kind as .x": _policy_docx,
        "a PDF as .docx": _policy_pdf,
        "a PDF behind rubbish as .txt": lambda: b"HTTP/1.1 200 OK\r\n\r\n" + _policy_pdf(),
        "an OFD as .pdf": _policy_ofd,
        "a page as .pdf": lambda: f"<!DOCTYPE html><p>{PROSE}".encode(),
        "a page as .docx": lambda: f"<html><body><p>{PROSE}".encode(),
        "a page as .doc": lambda: f"<html xmlns:w='urn:w'><body><p class=MsoNormal>{PROSE}".encode(),
        "a text as .html": PROSE.encode,
        "a text as .docx": PROSE.encode,
        "a text as .pdf": PROSE.encode,
        "a text as .doc": PROSE.encode,
        "a text as .ofd": PROSE.encode,
        "a text as .mhtml": PROSE.encode,
        "an image as .html": _png,
        "an image as .docx": _png,
        "an image cut off as .txt": lambda: _png()[:9],
        "a photograph as .pdf": lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
        "a picture of pictures as .txt": lambda: b"GIF89a" + bytes(5_000),
        "a picture of Apple as .txt": lambda: b"\0\0\0\x18ftypheic" + bytes(5_000),
        "a picture of the web as .html": lambda: b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(5_000),
        "a program of Windows as .docx": lambda: b"MZ\x90\0" + bytes(range(256)) * 400,
        "a program of Linux as .txt": lambda: b"\x7fELF\x02\x01\x01" + bytes(5_000),
        "a program of Java as .html": lambda: b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(range(256)) * 100,
        "a gzip archive as .txt": lambda: gzip.compress(PROSE.encode() * 100, mtime=0),
        "a gzip bomb as .html": lambda: gzip.compress(bytes(50_000_000), 1, mtime=0),
        "a bzip2 archive as .txt": lambda: bz2.compress(PROSE.encode()),
        "an xz archive as .txt": lambda: lzma.compress(PROSE.encode()),
        "a RAR archive as .docx": lambda: b"Rar!\x1a\x07\x01\0" + bytes(range(256)) * 20,
        "a 7z archive as .txt": lambda: b"7z\xbc\xaf\x27\x1c" + bytes(range(256)) * 20,
        "a zlib stream as .txt": lambda: zlib.compress(PROSE.encode() * 300, 9),
        "a tar archive as .txt": _tar,
        "a database as .txt": lambda: b"SQLite format 3\0" + bytes(8_000),
        "a workbook as .docx": lambda: _spreadsheet("spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
        "slides as .docx": lambda: _spreadsheet("presentationml.presentation.main+xml", "ppt/presentation.xml"),
        "an OLE workbook as .doc": lambda: _compound("Workbook"),
        "OLE slides as .doc": lambda: _compound("PowerPoint Document"),
        "an encrypted package as .docx": lambda: _compound("EncryptionInfo", "EncryptedPackage"),
        "an Outlook message as .doc": lambda: _compound("__properties_version1.0"),
        "a scan in DjVu as .pdf": lambda: b"AT&TFORM" + bytes(range(256)) * 20,
        "PostScript as .pdf": lambda: b"%!PS-Adobe-3.0\n" + b"newpath 0 0 moveto stroke showpage\n" * 5_000,
        "sound as .txt": lambda: b"ID3\x04\0\0" + bytes(range(256)) * 50,
        "a workbook in XML as .xml": lambda: (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
        ),
        "a feed as .xml": lambda: f"<?xml version='1.0'?><rss><item><title>{PROSE}</title></item></rss>".encode(),
        "JSON as .json": lambda: b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        "rows of values as .csv": lambda: "档次,奖励\n一档,50万元\n".encode() * 10_000,
        "a private key as .txt": lambda: base64.b64encode(bytes(range(256)) * 4),
    },
)
"""Files under other names."""

OFFICE: tuple[Case, ...] = named(
    "doc",
    {
        "an OLE file of rubbish": lambda: COMPOUND + bytes(range(256)) * 100,
        "an OLE file with a document of rubbish": lambda: _compound("WordDocument", "1Table"),
        "rich text in 1,000 groups": lambda: b"{\\rtf1" + b"{\\b" * 1_000 + b" a" + b"}" * 1_000,
        "Word's older XML, cut off": lambda: b'<?xml version="1.0"?><w:wordDocument xmlns:w="urn:w"><w:body>',
    },
)
"""Files that LibreOffice opens, or would if it were installed."""
