"""Word documents that are broken, odd or made to harm: each gives its text, or one sentence."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from support.docx_files import NAMESPACES, document, level, outline, package, paragraph, run, style, table

from policydiff.errors import InputError, UnknownFormatError
from policydiff.read.docx import read_docx
from policydiff.read.options import ReadOptions

BODY = f"<w:document {NAMESPACES}><w:body>{paragraph(text='正文')}</w:body></w:document>"
WORD = "http://schemas.openxmlformats.org/wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
STRICT = "http://purl.oclc.org/ooxml/"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(data: bytes) -> str:
    return read_docx(data, "a.docx", ReadOptions()).text


def links(*rows: str) -> str:
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(rows)}</Relationships>'


def link(key: str, kind: str, target: str, extra: str = "") -> str:
    return f'<Relationship Id="{key}" Type="{LINKS}/{kind}" Target="{target}" {extra}/>'


def test_a_document_under_another_name() -> None:
    assert text(document(paragraph(text="正文"), main="word/document2.xml", styles=style("A"))) == "正文"


@pytest.mark.parametrize("kind", ["document.macroEnabled.main", "template.main", "template.macroEnabledTemplate.main"])
def test_templates_and_documents_with_macros(kind: str) -> None:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.{kind}+xml"/></Types>'
    assert text(package({"word/document.xml": BODY, "[Content_Types].xml": types})) == "正文"


def test_strict_open_xml() -> None:
    numbering = outline(1, [level(0, "chineseCounting", "第%1条")])
    with ZipFile(
        BytesIO(document(paragraph(text="甲", list_id=1), numbering=numbering, footer1=paragraph(text="脚")))
    ) as made:
        parts = {name: made.read(name).decode() for name in made.namelist()}
    strict = {
        name: part.replace(f"{WORD}/2006/", f"{STRICT}wordprocessingml/").replace(OFFICE, f"{STRICT}officeDocument/")
        for name, part in parts.items()
    }
    assert "第一条 甲" in text(package(strict))


def test_parts_in_utf_16() -> None:
    declared = '<?xml version="1.0" encoding="UTF-16"?>'
    assert text(package({"word/document.xml": (declared + BODY).encode("utf-16")})) == "正文"
    strict = BODY.replace(f"{WORD}/2006/", f"{STRICT}wordprocessingml/")
    assert text(package({"word/document.xml": (declared + strict).encode("utf-16")})) == "正文"


def test_relationships_that_lead_nowhere() -> None:
    rows = [
        link("r1", "styles", "NULL"),
        link("r2", "numbering", "../../../etc/numbering.xml"),
        link("r3", "header", "https://example.org/header.xml", 'TargetMode="External"'),
        link("r4", "image", "media/none.png"),
        link("r5", "footnotes", "document.xml"),
        link("r6", "settings", ""),
        link("r7", "officeDocument", "document.xml"),
        "<!-- 注 -->",
    ]
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r3"/></w:sectPr>'
    body = BODY.replace("</w:body>", section + "</w:body>")
    assert text(package({"word/document.xml": body, "word/_rels/document.xml.rels": links(*rows)})) == "正文"


def test_a_package_that_does_not_name_its_document() -> None:
    assert text(package({"word/document.xml": BODY, "_rels/.rels": links()})) == "正文"


def test_a_chain_of_parts_is_not_followed() -> None:
    parts = {"word/document.xml": BODY}
    name = "document"
    for at in range(1500):
        parts[f"word/_rels/{name}.xml.rels"] = links(link("r", "header", f"h{at}.xml"))
        parts[f"word/h{at}.xml"] = f"<w:hdr {NAMESPACES}/>"
        name = f"h{at}"
    assert text(package(parts)) == "正文"


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "字"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

_BROKEN: dict[str, dict[str, str | bytes]] = {
    "document type": {"word/document.xml": DOCTYPE + BODY.replace("正文", "&b;")},
    "document type in styles": {
        "word/document.xml": BODY,
        "word/_rels/document.xml.rels": links(link("r1", "styles", "styles.xml")),
        "word/styles.xml": DOCTYPE.replace("w:document", "w:styles") + f"<w:styles {NAMESPACES}/>",
    },
    "document type in relationships": {"word/document.xml": BODY, "_rels/.rels": DOCTYPE + links()},
    "no document": {"word/other.xml": BODY},
    "no XML": {"word/document.xml": "正文"},
    "cut off": {"word/document.xml": BODY[:-20]},
    "no bytes": {"word/document.xml": b""},
    "too deep": {"word/document.xml": BODY.replace("正文", "").replace("<w:body>", "<w:body>" + "<w:sdt>" * 9000)},
    "no body": {"word/document.xml": f"<w:document {NAMESPACES}/>"},
    "a workbook": {
        "word/document.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    },
}


@pytest.mark.parametrize("name", sorted(_BROKEN))
def test_what_cannot_be_read_says_so_in_one_sentence(name: str) -> None:
    with pytest.raises(InputError) as caught:
        text(package(_BROKEN[name]))
    message = str(caught.value)
    assert message.startswith("a.docx ")
    assert "\n" not in message


def test_a_workbook_is_an_unknown_format() -> None:
    with pytest.raises(UnknownFormatError):
        text(package(_BROKEN["a workbook"]))


def test_a_bomb_is_refused() -> None:
    data = document(paragraph(text="字" * 400_000))
    assert len(data) < 20_000
    with pytest.raises(InputError, match="unpacks to more than 1 MB"):
        read_docx(data, "a.docx", ReadOptions(max_unpacked_bytes=1_000_000))


def test_no_zip_at_all() -> None:
    for data in (b"", b"PK\x03\x04", document(paragraph(text="正文"))[:-40]):
        with pytest.raises(InputError):
            text(data)


def test_any_byte_may_be_wrong() -> None:
    data = document(paragraph(text="第一条 正文"), numbering=outline(1, [level(0, "decimal", "%1")]), styles=style("A"))
    for at in range(0, len(data), 37):
        wrong = bytes((*data[:at], data[at] ^ 0x5A, *data[at + 1 :]))
        message = ""
        try:
            text(wrong)
        except InputError as error:
            message = str(error)
        assert "\n" not in message


@pytest.mark.parametrize("core", ["<a/>", '<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/></a>'])
def test_odd_properties(core: str) -> None:
    kind = f"{RELATIONSHIPS}/metadata/core-properties"
    rows = [link("r1", "officeDocument", "word/document.xml")]
    rows.append(f'<Relationship Id="r2" Type="{kind}" Target="docProps/core.xml"/>')
    data = package({"word/document.xml": BODY, "docProps/core.xml": core, "_rels/.rels": links(*rows)})
    assert read_docx(data, "a.docx", ReadOptions()).title is None


def _nested(depth: int) -> str:
    inner = paragraph(text="内")
    for _ in range(depth):
        inner = table([[inner, "外"]])
    return inner


def _boxed(depth: int) -> str:
    inner = paragraph(text="框")
    for _ in range(depth):
        inner = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    return inner


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (_nested(80), 81),
        (_boxed(48), 1),
        (f"<w:p>{'<w:ins>' * 240}{run('深')}{'</w:ins>' * 240}</w:p>", 1),
        (f"{'<w:sdt>' * 240}{paragraph(text='深')}{'</w:sdt>' * 240}", 1),
    ],
    ids=["tables", "text boxes", "insertions", "content controls"],
)
def test_as_deep_as_xml_goes(body: str, expected: int) -> None:
    assert len(read_docx(document(body), "a.docx", ReadOptions()).blocks) == expected


def _marks(kind: str, count: int) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' * count


_ENDLESS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: paragraph(text="为了促进发展，制定本办法。", list_id=1) * n,
    "joined paragraphs": lambda n: paragraph(text="字", properties="<w:rPr><w:del/></w:rPr>") * n,
    "rows": lambda n: table([["一档", "最高50万元"]] * n),
    "runs": lambda n: paragraph(run("字") * n),
    "breaks": lambda n: paragraph("<w:r><w:br/></w:r>" * n),
    "fields that never end": lambda n: paragraph(_marks("begin", n) + run("字") * n),
    "fields within fields": lambda n: paragraph(_marks("begin", n) + run("字") * n + _marks("end", n)),
    "notes": lambda n: paragraph("".join(f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in range(n))),
    "merged rows": lambda n: (
        "<w:tbl>" + f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph(text='字')}</w:tc></w:tr>" * n + "</w:tbl>"
    ),
    "styles": lambda n: "".join(paragraph(text="字", style=f"s{at}") for at in range(n)),
    "one long word": lambda n: paragraph(text="\uf0a3" * n * 20),
}


@pytest.mark.parametrize("name", sorted(_ENDLESS))
def test_time_grows_with_the_document_only(name: str) -> None:
    def spent(size: int) -> float:
        styles = "".join(style(f"s{at}", based_on=f"s{(at + 1) % size}") for at in range(size))
        numbering = outline(1, [level(0, "chineseCountingThousand", "第%1条")])
        notes = "".join(f'<w:footnote w:id="{at}">{paragraph(text="注")}</w:footnote>' for at in range(size))
        data = document(_ENDLESS[name](size), styles=styles, numbering=numbering, footnotes=notes)
        start = time.process_time()
        text(data)
        return time.process_time() - start

    small, large = min(spent(400) for _ in range(3)), spent(3200)
    assert large < 24 * small + 0.5, (small, large)
