"""Archives and the documents in them: bombs, lies about sizes, names that climb, parts missing or in circles."""
# ruff: noqa: E501, PLW0108 - markup that is cut into lines is no easier to read; bytes are made when they are needed

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

from support.docx_files import NAMESPACES, document, level, outline, package, paragraph, run, style, table
from support.hostile.case import Case, named
from support.hostile.texts import PROSE
from support.ofd_files import NAMESPACE, Written, parts_of, zipped

__all__ = ["ARCHIVES"]

_LINES = "".join(paragraph(text=line) for line in PROSE.splitlines())
_MAIN = f"<w:document {NAMESPACES}><w:body>{_LINES}</w:body></w:document>"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
_MEGABYTE = 1_000_000
_TOO_MUCH = 201  # megabytes, just more than an archive may unpack to


def _bomb(name: str, megabytes: int = _TOO_MUCH, around: str = "", method: int = ZIP_DEFLATED) -> bytes:
    """An archive of one part that is spaces for the most part, and never whole in memory."""
    head, _, tail = around.partition("|")
    target = io.BytesIO()
    with ZipFile(target, "w", method, compresslevel=1) as archive, archive.open(name, "w", force_zip64=True) as part:
        part.write(head.encode())
        for _ in range(megabytes):
            part.write(b" " * _MEGABYTE)
        part.write(tail.encode())
    return target.getvalue()


def _quine() -> bytes:
    """Archives within archives, ten in each, five levels deep."""
    inner = zipped({"a.txt": b"0" * 100_000})
    for _ in range(5):
        inner = zipped({f"{at}.zip": inner for at in range(10)})
    return inner


def _overlapping(times: int) -> bytes:
    """One packed part of a megabyte that the directory names again and again under other names."""
    whole = zipped({"word/document.xml": b" " * _MEGABYTE})
    at = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entry = whole[at:end]
    names = [b"word/d%07d.xml" % number for number in range(times)]
    directory = entry + b"".join(entry.replace(b"word/document.xml", name) for name in names)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times + 1, times + 1, len(directory), at, 0)
    return whole[:at] + directory + tail


def _patched(data: bytes, offset: int, value: bytes) -> bytes:
    """An archive whose directory says something else of its first part, and so does the part itself."""
    made = bytearray(data)
    for mark, shift in ((b"PK\x01\x02", 0), (b"PK\x03\x04", -2)):
        at = made.index(mark) + offset + shift
        made[at : at + len(value)] = value
    return bytes(made)


def _plain() -> bytes:
    return package({"word/document.xml": _MAIN})


def _with(parts: dict[str, str | bytes], *, main: str = _MAIN) -> Callable[[], bytes]:
    return lambda: package({"word/document.xml": main, **parts})


def _body(body: str) -> Callable[[], bytes]:
    return lambda: document(body)


def _link(key: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{key}" Type="{_LINKS}/{kind}" Target="{target}"{mode}/>'


def _rels(*rows: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'


def _laughing(root: str, levels: int = 12) -> str:
    told = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, levels))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "哈哈">{told}]>'


def _duplicated() -> bytes:
    target = io.BytesIO(_plain())
    with ZipFile(target, "a") as archive:
        info = ZipInfo("word/document.xml")
        archive.NameToInfo.pop(info.filename)
        archive.writestr(info, _MAIN.replace("停车", "行车"))
    return target.getvalue()


_ZIPS: dict[str, Callable[[], bytes]] = {
    "a part that unpacks to 200 MB": lambda: _bomb("word/document.xml"),
    "XML that unpacks to 200 MB": lambda: _bomb("word/document.xml", around=_MAIN.replace("<w:body>", "<w:body>|")),
    "a picture that unpacks to 200 MB": lambda: _bomb("word/media/image1.png"),
    "a list of types that unpacks to 200 MB": lambda: _bomb("[Content_Types].xml"),
    "a bomb packed by bzip2": lambda: _bomb("word/document.xml", method=ZIP_BZIP2),
    "archives in archives": _quine,
    "one part under 4,000 names": lambda: _overlapping(4_000),
    "one part under 5,000 names": lambda: _overlapping(5_000),
    "5,000 empty parts": lambda: zipped({f"word/{at}.xml": b"" for at in range(5_000)}),
    "a size of nothing": lambda: _patched(_plain(), 24, bytes(4)),
    "a size of four gigabytes": lambda: _patched(_plain(), 24, b"\xfe\xff\xff\xff"),
    "a packed size of four gigabytes": lambda: _patched(_plain(), 20, b"\xfe\xff\xff\xff"),
    "a checksum that is wrong": lambda: _patched(_plain(), 16, b"\1\2\3\4"),
    "a way to pack that nobody knows": lambda: _patched(_plain(), 10, b"\x63\0"),
    "parts under a password": lambda: _patched(_plain(), 8, b"\1\0"),
    "names that climb": _with({"../../../etc/passwd": "x", "/etc/shadow": "x", "word/../../a.xml": "<a/>"}),
    "names of another system": _with({"C:\\Windows\\a.xml": "x", "word\\document.xml": "x", "NUL": "x"}),
    "names that are not text": _with({"word/\ud7ff\ufffe\n\t.xml": "x", "a" * 60_000: "x"}),
    "an archive cut off": lambda: _plain()[:-30],
    "an archive without its first half": lambda: b"PK\x03\x04" + _plain()[400:],
    "an archive without a directory": lambda: _plain()[: _plain().index(b"PK\x01\x02")],
    "an archive of rubbish": lambda: b"PK\x03\x04" + bytes(range(256)) * 400,
    "an archive with a comment": lambda: _plain()[:-2] + b"\xff\xff" + b"x" * 65_535,
    "an empty archive": lambda: b"PK\x05\x06" + bytes(18),
    "a directory a gigabyte away": lambda: _plain()[:-6] + struct.pack("<LH", 1 << 30, 0),
    "two parts of one name": _duplicated,
}
_XML: dict[str, Callable[[], bytes]] = {
    "entities that laugh": _with({}, main=_laughing("w:document") + _MAIN.replace("停车", "&a11;")),
    "entities that laugh in styles": _with(
        {
            "word/styles.xml": _laughing("w:styles") + f"<w:styles {NAMESPACES}>&a11;</w:styles>",
            "word/_rels/document.xml.rels": _rels(_link("r1", "styles", "styles.xml")),
        }
    ),
    "entities that laugh in relationships": _with({"_rels/.rels": _laughing("Relationships") + _rels()}),
    "entities that laugh in types": _with({"[Content_Types].xml": _laughing("Types") + "<Types>&a11;</Types>"}),
    "entities that laugh in properties": lambda: package(
        {"word/document.xml": _MAIN, "docProps/core.xml": _laughing("a") + "<a>&a11;</a>"}
    ),
    "an entity of a megabyte": _with(
        {}, main=f'<!DOCTYPE a [<!ENTITY b "{"字" * 300_000}">]>{_MAIN.replace("停车", "&b;" * 100)}'
    ),
    "a file as an entity": _with(
        {}, main=f'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>{_MAIN.replace("停车", "&b;")}'
    ),
    "a document type from elsewhere": _with({}, main=f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">{_MAIN}'),
    "a stylesheet from elsewhere": _with({}, main=f'<?xml-stylesheet href="file:///etc/passwd"?>{_MAIN}'),
    "an XML inclusion": _with(
        {},
        main=_MAIN.replace(
            "<w:body>",
            '<w:body><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
        ),
    ),
    "XML 10,000 levels deep": _body("<w:sdt>" * 10_000 + _LINES + "</w:sdt>" * 10_000),
    "XML 250 levels deep": _body("<w:sdt>" * 240 + _LINES + "</w:sdt>" * 240),
    "100,000 attributes": _body("<w:p " + " ".join(f'a{at}=""' for at in range(100_000)) + "/>" + _LINES),
    "an attribute of ten megabytes": _body(f'<w:p w:a="{"x" * 10_000_001}"/>{_LINES}'),
    "20,000 name spaces": _body("<w:p " + " ".join(f'xmlns:n{at}="urn:{at}"' for at in range(20_000)) + "/>" + _LINES),
    "a text node of eleven megabytes": _body(paragraph(text="字" * 3_700_000)),
    "XML in a charset that nobody knows": _with({}, main=f'<?xml version="1.0" encoding="x-klingon"?>{_MAIN}'),
    "XML in UTF-7": _with({}, main=f'<?xml version="1.0" encoding="utf-7"?>{_MAIN}'),
    "XML with NULs": _with({}, main=_MAIN.replace("停车", "停\0车")),
    "XML that is a page": _with({}, main="<!DOCTYPE html><html><body><p>第一条</p></body></html>"),
}
_DEEP_TABLE = paragraph(text="内")
for _ in range(80):
    _DEEP_TABLE = table([[_DEEP_TABLE, "外"]])
_MANY_STYLES = "".join(style(f"s{at}", based_on=f"s{(at + 1) % 3_000}") for at in range(3_000))
_WORD: dict[str, Callable[[], bytes]] = {
    "a document that is not there": lambda: package({"word/other.xml": _MAIN}),
    "a document of nothing": _with({}, main=""),
    "a document without a body": _with({}, main=f"<w:document {NAMESPACES}/>"),
    "a body without a paragraph": _body(""),
    "relationships in a circle": _with(
        {
            "word/_rels/document.xml.rels": _rels(
                *(_link(f"r{at}", kind, "document.xml") for at, kind in enumerate(("styles", "numbering", "header")))
            )
        }
    ),
    "relationships that climb": _with(
        {"word/_rels/document.xml.rels": _rels(_link("r1", "styles", "../../../../etc/passwd"))}
    ),
    "relationships to the web": _with(
        {
            "word/_rels/document.xml.rels": _rels(
                _link("r1", "attachedTemplate", "http://127.0.0.1:9/a.dotm", ' TargetMode="External"'),
                _link("r2", "image", "file:///etc/passwd", ' TargetMode="External"'),
            )
        }
    ),
    "100,000 relationships": _with(
        {"word/_rels/document.xml.rels": _rels(*(_link(f"r{at}", "image", f"{at}.png") for at in range(50_000)))}
    ),
    "two relationships of one name": _with(
        {"word/_rels/document.xml.rels": _rels(_link("r", "styles", "a.xml"), _link("r", "numbering", "b.xml"))}
    ),
    "a style based on itself": lambda: document(paragraph(text="正文", style="A"), styles=style("A", based_on="A")),
    "3,000 styles in a circle": lambda: document(
        "".join(paragraph(text="字", style=f"s{at}") for at in range(3_000)), styles=_MANY_STYLES
    ),
    "a list in a list style in a list": lambda: document(
        paragraph(text="正文", list_id=1),
        numbering='<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        styles=style("L", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"),
    ),
    "a list that starts at two thousand million": lambda: document(
        paragraph(text="正文", list_id=1) * 500,
        numbering=outline(1, [level(0, "chineseCounting", "第%1条", start=2_000_000_000)]),
    ),
    "a list of Roman numbers without end": lambda: document(
        paragraph(text="正文", list_id=1) * 500,
        numbering=outline(1, [level(0, "upperRoman", "%1", start=2_000_000_000)]),
    ),
    "a list that starts nowhere": lambda: document(
        paragraph(text="正文", list_id=1), numbering=outline(1, [level(0, "decimal", "%1%9%0%%")]).replace('"1"', '"x"')
    ),
    "a list of labels without end": lambda: document(
        paragraph(text="正文", list_id=1) * 500, numbering=outline(1, [level(0, "decimal", "%1" * 20_000)])
    ),
    "levels beyond nine": lambda: document(
        paragraph(text="正文", list_id=1, at=999_999_999), numbering=outline(1, [level(0, "decimal", "%1")])
    ),
    "fields that never end": _body(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + run("正文")) + _LINES
    ),
    "fields that only end": _body(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000) + _LINES),
    "tables in tables": _body(_DEEP_TABLE),
    "cells a million wide": _body(
        "<w:tbl>"
        + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>{paragraph(text="字")}</w:tc></w:tr>' * 2_000
        + "</w:tbl>"
    ),
    "cells that only go on": _body(
        "<w:tbl>" + f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph(text='字')}</w:tc></w:tr>" * 5_000 + "</w:tbl>"
    ),
    "notes that nobody wrote": _body(
        paragraph("".join(f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in range(20_000))) + _LINES
    ),
    "a note that refers to itself": lambda: document(
        paragraph('<w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{paragraph("<w:r><w:t>注</w:t></w:r>" + "<w:r><w:footnoteReference w:id=" + chr(34) + "2" + chr(34) + "/></w:r>")}</w:footnote>',
    ),
    "30,000 empty paragraphs": _body("<w:p/>" * 30_000 + _LINES),
    "a document in a document": _with({"word/document.docx": _plain()}, main=_MAIN),
    "a chunk of another format": _with(
        {
            "word/a.html": "<p>第九条</p>",
            "word/_rels/document.xml.rels": _rels(_link("c", "aFChunk", "a.html")),
        },
        main=_MAIN.replace("<w:body>", '<w:body><w:altChunk r:id="c"/>'),
    ),
}


def _flat(*parts: str) -> Callable[[], bytes]:
    return lambda: f'<?xml version="1.0"?><pkg:package xmlns:pkg="{_PKG}">{"".join(parts)}</pkg:package>'.encode()


def _part(name: str, inner: str) -> str:
    return f'<pkg:part pkg:name="{name}" pkg:contentType="a">{inner}</pkg:part>'


_FLAT: dict[str, Callable[[], bytes]] = {
    "a flat document of nothing": _flat(),
    "a flat document whose names climb": _flat(_part("/../../etc/passwd", "<pkg:xmlData><a/></pkg:xmlData>")),
    "a flat document of 5,000 parts": _flat(*(_part(f"/{at}", "") for at in range(5_000))),
    "a flat document of parts of one name": _flat(*[_part("/word/document.xml", f"<pkg:xmlData>{_MAIN}</pkg:xmlData>")] * 3),
    "a flat document without names": _flat(*["<pkg:part/>"] * 3),
    "a flat document that is no base64": _flat(_part("/a", "<pkg:binaryData>!!!!=</pkg:binaryData>")),
    "a flat document that laughs": lambda: (
        '<?xml version="1.0"?>' + _laughing("a") + f'<pkg:package xmlns:pkg="{_PKG}">&a11;</pkg:package>'
    ).encode(),
    "a flat document with a name of 70,000 letters": _flat(_part("/" + "a" * 70_000, "<pkg:xmlData><a/></pkg:xmlData>")),
}  # fmt: skip
_PAGES = [[Written(line, 30, 40 + 10 * at) for at, line in enumerate(PROSE.splitlines())]]


def _ofd(**changed: str) -> Callable[[], bytes]:
    """A sound OFD file but for some words of its parts; `_` in a name is a stroke."""

    def made() -> bytes:
        parts = parts_of(_PAGES, title="停车办法")
        old, new = changed["old"], changed["new"]
        assert any(old in part for part in parts.values()), old
        return zipped({name: part.replace(old, new) for name, part in parts.items()})

    return made


def _ofd_without(name: str) -> Callable[[], bytes]:
    return lambda: zipped({key: part for key, part in parts_of(_PAGES).items() if not key.endswith(name)})


def _ofd_page(inner: str) -> Callable[[], bytes]:
    page = f'<ofd:Page xmlns:ofd="{NAMESPACE}"><ofd:Content><ofd:Layer>{inner}</ofd:Layer></ofd:Content></ofd:Page>'
    return lambda: zipped({**parts_of(_PAGES), "Doc_0/Pages/Page_0/Content.xml": page})


def _object(code: str, attributes: str = 'Boundary="20 20 100 9" Size="5"') -> str:
    return f"<ofd:TextObject {attributes}>{code}</ofd:TextObject>"


_CODE = '<ofd:TextCode X="0" Y="5">第一条 正文。</ofd:TextCode>'
_OFD: dict[str, Callable[[], bytes]] = {
    "an OFD without its root": _ofd_without("Document.xml"),
    "an OFD without its pages": _ofd_without("Content.xml"),
    "an OFD whose root climbs": _ofd(old="Doc_0/Document.xml", new="../../../etc/passwd"),
    "an OFD whose pages climb": _ofd(old="Pages/Page_0", new="../../../../Doc_0/Pages/Page_0"),
    "an OFD whose page is its document": _ofd(old="Pages/Page_0/Content.xml", new="Document.xml"),
    "an OFD whose page is OFD.xml": _ofd(old="Pages/Page_0/Content.xml", new="/OFD.xml"),
    "an OFD of 3,000 pages that are one": _ofd(
        old="<ofd:Pages>", new="<ofd:Pages>" + '<ofd:Page ID="9" BaseLoc="Pages/Page_0/Content.xml"/>' * 2_999
    ),
    "an OFD of 500 pages that are one": _ofd(
        old="<ofd:Pages>", new="<ofd:Pages>" + '<ofd:Page ID="9" BaseLoc="Pages/Page_0/Content.xml"/>' * 499
    ),
    "an OFD of 200 documents that are one": _ofd(
        old="<ofd:DocBody>", new="<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>" * 199 + "<ofd:DocBody>"
    ),
    "an OFD on paper of no size": _ofd(old="0 0 210.0 297.0", new="0 0 NaN -1"),
    "an OFD on paper of endless size": _ofd(old="0 0 210.0 297.0", new="-1e308 -1e308 1e308 inf"),
    "an OFD of letters of no size": _ofd(old='Size="5.6"', new='Size="NaN"'),
    "an OFD of letters of endless size": _ofd(old='Size="5.6"', new='Size="1e308"'),
    "an OFD with a matrix of nothing": _ofd_page(_object(_CODE, 'Boundary="20 20 9 9" Size="5" CTM="0 0 0 0 0 0"')),
    "an OFD with a matrix without end": _ofd_page(_object(_CODE, f'Boundary="20 20 9 9" CTM="{"1e300 " * 50_000}"')),
    "an OFD of steps without end": _ofd_page(_object('<ofd:TextCode DeltaX="g 2000000000 1">正文</ofd:TextCode>')),
    "an OFD of steps of no number": _ofd_page(_object('<ofd:TextCode DeltaX="g g g NaN inf 1e999 -">正文</ofd:TextCode>')),
    "an OFD of a hundred thousand steps": _ofd_page(
        _object(f'<ofd:TextCode X="0" Y="5" DeltaX="{"0.001 " * 100_000}">{"字" * 50_000}</ofd:TextCode>')
    ),
    "an OFD of one letter after another in one place": _ofd_page(
        _object('<ofd:TextCode X="9" Y="9">字</ofd:TextCode>' * 20_000)
    ),
    "an OFD of half a million letters": _ofd_page(_object(f"<ofd:TextCode>{'字' * 500_001}</ofd:TextCode>")),
    "an OFD of lines in all directions": _ofd_page(
        "".join(_object(_CODE, f'Boundary="99 99 9 9" CTM="{at} 1 -1 {at} 0 0"') for at in range(1_000))
    ),
    "an OFD 10,000 levels deep": _ofd_page("<ofd:PageBlock>" * 10_000 + "</ofd:PageBlock>" * 10_000),
    "an OFD that laughs": _ofd(old="<ofd:Pages>", new="&a;<ofd:Pages>"),
    "an OFD with entities": lambda: zipped({**parts_of(_PAGES), "OFD.xml": _laughing("OFD") + "<OFD>&a11;</OFD>"}),
    "an encrypted OFD": lambda: zipped({**parts_of(_PAGES), "Doc_0/Encryptions.xml": "<a/>"}),
    "an OFD of no documents": lambda: zipped({"OFD.xml": f'<ofd:OFD xmlns:ofd="{NAMESPACE}"/>'}),
    "an OFD that unpacks to 200 MB": lambda: _bomb("OFD.xml"),
}  # fmt: skip

ARCHIVES: tuple[Case, ...] = named("docx", {**_ZIPS, **_XML, **_WORD}) + named("xml", _FLAT) + named("ofd", _OFD)
"""Zip archives: Word documents, Word documents as one XML file, and OFD documents."""
