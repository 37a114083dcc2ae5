"""Kinds of captures: told by what is in them, whatever they are called."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from policydiff.errors import CharsetError, InputError, UnknownFormatError
from policydiff.read import ReadOptions, read_bytes
from policydiff.read.kinds import DOCX, FLAT_DOCX, MHTML, OFD, OFFICE, PDF, binary_kind, text_kind

OPTIONS = ReadOptions()
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORD_2003 = b'<?mso-application progid="Word.Document"?>'


def kind(data: bytes, uri: str = "措施.txt") -> str | None:
    return binary_kind(data, uri, OPTIONS)


def zipped(**parts: str) -> bytes:
    """A zip archive; `__` in a name stands for a slash, and `types` is the list of content types."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr("[Content_Types].xml" if name == "types" else name.replace("__", "/"), text)
    return file.getvalue()


def compound(*names: str, flags: int = 0) -> bytes:
    """A compound file as far as its directory: the names of its streams; a Word document starts at the third sector."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    header[0x1E] = 9
    directory = b""
    for name in ("Root Entry", *names):
        entry = bytearray(128)
        told = name.encode("utf-16-le") + b"\0\0"
        entry[: len(told)] = told
        entry[0x74] = 2
        directory += entry
    word = b"\xec\xa5\xc1\x00" + bytes(6) + flags.to_bytes(2, "little")
    return bytes(header) + directory.ljust(1024, b"\0") + word.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\r\n\xef\xbb\xbf  %PDF-1.4\n", PDF),
        (zipped(types=WORD_TYPES, word__document2__xml="<a/>"), DOCX),
        (zipped(types="application/vnd.ms-word.document.macroEnabled.main+xml"), DOCX),
        (zipped(**{"word/document.xml": "<a/>"}), DOCX),
        (zipped(**{"OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>"}), OFD),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
        (compound("WordDocument", "1Table"), "application/msword"),
        (compound("CONTENTS"), "application/vnd.ms-works"),
        (b"{\\rtf1\\ansi}", "application/rtf"),
        (b"\r\n {\\rtf1\\ansi}", "application/rtf"),
        (b"<?xml version='1.0'?>" + WORD_2003 + b'<w:wordDocument x="">', "application/vnd.ms-wordml"),
        (b'<?xml version="1.0"?>\n<pkg:package xmlns:pkg="">', FLAT_DOCX),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<uof:UOF xmlns:uof="">', "application/vnd.uof.text"),
        (b'<?xml version="1.0"?><office:document x="">', "application/vnd.oasis.opendocument.text-flat-xml"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n", MHTML),
        (b'<?xml version="1.0"?><policy>\xe7\xac\xac\xe4\xb8\x80\xe6\x9d\xa1</policy>', None),
        ("第一条".encode("gb18030"), None),
        ("一、支持算力。".encode("utf-16-le"), None),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_its_bytes(data: bytes, found: str | None) -> None:
    assert kind(data) == kind(data, "措施.html") == kind(data, "措施.doc") == found


@pytest.mark.parametrize(
    ("data", "named", "way_out"),
    [
        (zipped(types=SHEET_TYPES), "Excel", ".html or .pdf"),
        (zipped(types="application/vnd.openxmlformats-officedocument.presentationml.x"), "PowerPoint", ".pdf"),
        (zipped(**{"附件1.docx": "x"}), "a zip archive", "unpack it and name the document in it; it holds 附件1.docx"),
        (zipped(**{f"{n}.docx": "x" for n in range(7)}), "a zip archive", "2.docx, 3.docx, 4.docx and 2 more"),
        (b"PK\x05\x06" + bytes(18), "an empty zip archive", "again"),
        (compound("Workbook"), "Excel", ".html or .pdf"),
        (compound("Book"), "Excel", ".html or .pdf"),
        (compound("PowerPoint Document"), "PowerPoint", ".pdf"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "Excel", ".html or .pdf"),
        (b"\x1f\x8b\x08", "a gzip archive", "unpack it"),
        (b"Rar!\x1a\x07\x01\x00", "a RAR archive", "unpack it"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
        (b"\x89PNG\r\n\x1a\nrest", "an image", "OCR"),
        (b"\xff\xd8\xff\xe0rest", "an image", "OCR"),
        (b"GIF89a", "an image", "OCR"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "an image", "OCR"),
        (b"\x00\x00\x00\x18ftypheic", "an image", "OCR"),
        (bytes(range(256)), "binary data", "save the page as .html or .txt"),
        (b"\x01\x02\x03abc" * 50, "binary data", "save the page as .html or .txt"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_a_way_out(data: bytes, named: str, way_out: str) -> None:
    with pytest.raises(UnknownFormatError) as error:
        read_bytes(data, "措施.txt")
    told = str(error.value)
    assert told.startswith("措施.txt ")
    assert named in told
    assert way_out in told
    assert "\n" not in told


@pytest.mark.parametrize(
    "data",
    [compound("EncryptedPackage", "EncryptionInfo"), compound("WordDocument", flags=0x0100)],
    ids=["docx", "doc"],
)
def test_an_encrypted_document_says_so(data: bytes) -> None:
    with pytest.raises(InputError, match="is encrypted: open it with its password"):
        read_bytes(data, "措施.docx")


def test_a_name_inside_the_text_of_a_document_is_no_stream() -> None:
    hidden = b"\0" + "EncryptedPackage".encode("utf-16-le") + b"\0\0"
    assert kind(compound("WordDocument") + hidden) == "application/msword"


def test_iso_2022_is_named() -> None:
    with pytest.raises(CharsetError, match="ISO-2022-CN"):
        read_bytes(b"\x1b$)A\x0e5ZR;Lu\x0f", "a.txt")


def test_pages_called_by_another_name_are_pages() -> None:
    word = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head></head><body><p>第一条</p></body></html>'
    for name in ("措施.doc", "措施.xls", "措施.wps", "措施"):
        assert read_bytes(word.encode("gb18030"), name).media_type == "text/html"


@pytest.mark.parametrize("name", ["政策.json", "政策.xml", "政策.csv"])
def test_texts_of_other_kinds_stay_text(name: str) -> None:
    texts = {
        "政策.json": json.dumps({"第一条": "总则"}, ensure_ascii=False),
        "政策.xml": "<?xml version='1.0'?><a>第一条</a>",
    }
    text = texts.get(name, "第一条,总则")
    source = read_bytes(text.encode(), name)
    assert (source.media_type, source.text) == ("text/plain", text)


def test_a_page_behind_comments_is_found_and_a_text_of_comments_ends_soon() -> None:
    assert text_kind("\ufeff<!-- a --> <!-- b -->\n<html>", "a", None) == "text/html"
    assert text_kind("<!---->" * 50_000 + "x", "a", None) == "text/plain"
    assert text_kind("<!--" * 50_000, "a", None) == "text/plain"
    assert text_kind(" " * 1_000_000 + "x", "a", None) == "text/plain"


def test_every_kind_that_libreoffice_reads_has_its_own_suffix_and_filter() -> None:
    assert len({suffix for suffix, _ in OFFICE.values()}) == len({name for _, name in OFFICE.values()}) == len(OFFICE)
