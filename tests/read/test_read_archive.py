"""Archives as strangers send them: counted as they unpack, checked before anything is parsed."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.errors import InputError
from policydiff.read import ReadOptions, read_bytes
from policydiff.read.archive import Archive, contents, open_archive, parse_xml
from policydiff.read.flat_opc import docx_of_flat

LAUGHS = '<!DOCTYPE a [<!ENTITY x "哈"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def opened(data: bytes, options: ReadOptions | None = None) -> Archive:
    return open_archive(data, "措施.docx", options or ReadOptions())


def test_the_wanted_parts_are_unpacked() -> None:
    data = zipped({"word/document.xml": b"<a/>", "word/media/a.png": b"x" * 100})
    archive = open_archive(data, "a.docx", ReadOptions(), only=(".xml",))
    assert archive.parts == {"word/document.xml": b"<a/>"}
    assert archive.xml("word/document.xml").tag == "a"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_way_to_pack_is_unpacked(method: int) -> None:
    assert opened(zipped({"a": b"text" * 50}, method)).parts == {"a": b"text" * 50}


def test_a_bomb_is_counted_as_it_unpacks() -> None:
    data = zipped({"a": bytes(3_000_000), "b": bytes(3_000_000)})
    assert len(data) < 20_000
    with pytest.raises(InputError, match="unpacks to more than 5 MB"):
        opened(data, ReadOptions(max_unpacked_bytes=5_000_000))
    assert sum(map(len, opened(data).parts.values())) == 6_000_000


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(InputError, match="holds 30 parts, more than 20"):
        opened(zipped({str(n): b"" for n in range(30)}), ReadOptions(max_parts=20))


def test_an_encrypted_archive_says_so() -> None:
    data = bytearray(zipped({"a": b"text"}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(InputError, match="is encrypted: open it with its password"):
        opened(bytes(data))


@pytest.mark.parametrize("text", [LAUGHS, '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "<!DOCTYPE a><a/>"])
def test_a_document_type_is_refused_and_nothing_is_expanded(text: str) -> None:
    with pytest.raises(InputError, match=r"not safe to read: its part a\.xml declares a document type"):
        opened(zipped({"a.xml": text.encode()})).xml("a.xml")


@pytest.mark.parametrize("text", ["", "<a>", "text", "<a>" * 10_000 + "</a>" * 10_000, "<a>\ud800</a>"])
def test_broken_xml_is_told(text: str) -> None:
    with pytest.raises(InputError, match=r"a\.docx is damaged: its part x is no valid XML") as error:
        parse_xml(text.encode("utf-8", errors="surrogatepass"), "a.docx", "its part x")
    assert "\n" not in str(error.value)


def test_a_missing_part_is_told() -> None:
    with pytest.raises(InputError, match=r"its part word/document\.xml is missing"):
        opened(zipped({"a": b""})).xml("word/document.xml")


def test_a_part_without_a_name_is_no_part() -> None:
    data = bytearray(zipped({"a": b"text", "b": b"text"}))
    at = data.index(b"PK\x01\x02")
    data[26], data[28] = 0, 1  # its name becomes an extra field
    data[at + 28], data[at + 30] = 0, 1
    assert opened(bytes(data)).parts == {"b": b"text"}


WHOLE = zipped({"word/document.xml": b"<a>" + bytes(range(65, 91)) * 40 + b"</a>", "b": b"text"})
PACKED = zipped({"word/document.xml": b"<a>" + bytes(range(65, 91)) * 40 + b"</a>"}, zipfile.ZIP_LZMA)


@given(st.sampled_from([WHOLE, PACKED]), st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_any_damage_is_one_sentence(whole: bytes, hits: list[tuple[int, int]]) -> None:
    data = bytearray(whole)
    for at, value in hits:
        data[at % len(data)] = value
    try:
        opened(bytes(data))
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - most damage is told, some does no harm


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 25))
def test_a_truncated_archive_is_told(cut: int) -> None:
    with pytest.raises(InputError, match="is damaged and cannot be unpacked"):
        opened(WHOLE[:cut])


def flat(parts: str) -> bytes:
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{parts}</pkg:package>'.encode()


def part(name: str, xml: str) -> str:
    return f'<pkg:part pkg:name="{name}" pkg:contentType="text/xml"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>'


def test_a_flat_document_is_put_together_again() -> None:
    picture = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>QUJD</pkg:binaryData></pkg:part>'
    made = opened(docx_of_flat(flat(part("/word/document.xml", "<a>第一条</a>") + picture), "a.xml", ReadOptions()))
    assert made.xml("word/document.xml").text == "第一条"
    assert made.parts["word/media/a.png"] == b"ABC"
    assert b'PartName="/word/document.xml"' in made.parts["[Content_Types].xml"]


def test_a_flat_document_is_read_as_the_word_document_it_is() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    text = f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>第一条 总则</w:t></w:r></w:p></w:body></w:document>'
    types = "application/vnd.openxmlformats-package.relationships+xml"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = part("/_rels/.rels", relations).replace("text/xml", types)
    parts += part("/word/document.xml", text).replace("text/xml", main)
    assert read_bytes(flat(parts), "措施.xml").text == "第一条 总则"


@pytest.mark.parametrize(
    "parts",
    [
        '<pkg:part pkg:name="/a"><pkg:binaryData>QQ</pkg:binaryData></pkg:part>',
        "<pkg:part",
        part("/a", "<b/>") * 30,
    ],
    ids=["base64", "cut", "many"],
)
def test_a_damaged_flat_document_is_told(parts: str) -> None:
    with pytest.raises(InputError, match=r"a\.xml (is damaged|holds 30 parts)"):
        docx_of_flat(flat(parts), "a.xml", ReadOptions(max_parts=20))


def test_names_in_an_archive_are_told_as_they_were_written() -> None:
    data = zipped({"abcd.docx": b"x"}).replace(b"abcd", "附件".encode("gbk"))
    assert contents(data) == "附件.docx"
    assert contents(zipped({"附件\n二.docx": b"x", "目录/": b""})) == "附件 二.docx"
