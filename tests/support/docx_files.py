"""Word documents for the tests: whole files from a few lines of WordprocessingML.

python-docx writes neither numbering, notes, text boxes nor revisions, so the parts are written out here and only
zipped.  `policy_document` is the other way round: a document as python-docx makes it, with automatic numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from support.policy import Policy

__all__ = [
    "NAMESPACES",
    "document",
    "level",
    "outline",
    "package",
    "paragraph",
    "policy_document",
    "run",
    "style",
    "table",
]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_ROOTS = {"styles": "styles", "numbering": "numbering", "settings": "settings"}
_ROOTS |= {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    inner: str = "",
    *,
    text: str = "",
    list_id: int | None = None,
    at: int | None = None,
    style: str = "",
    properties: str = "",
) -> str:
    """A paragraph: `inner` as it is, or plain text; in a list where it is given one."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    number = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    number += "" if list_id is None else f'<w:numId w:val="{list_id}"/>'
    number = f"<w:numPr>{number}</w:numPr>" if number else ""
    return f"<w:p><w:pPr>{named}{number}{properties}</w:pPr>{inner or (run(text) if text else '')}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table; a cell is its paragraphs' texts, one a line, or XML where it starts with `<`."""
    xml = ""
    for row in rows:
        xml += "<w:tr>"
        for cell in row:
            inner = cell if cell.startswith("<") else "".join(paragraph(text=line) for line in cell.split("\n"))
            xml += f"<w:tc>{inner}</w:tc>"
        xml += "</w:tr>"
    return f"<w:tbl><w:tblPr/>{xml}</w:tbl>"


def level(at: int, form: str, text: str, extra: str = "", *, start: int = 1, suff: str = "tab") -> str:
    """One level of an outline: `level(0, "chineseCounting", "第%1条")`; `extra` goes before its pattern."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:suff w:val="{suff}"/>'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def outline(number: int, levels: Sequence[str], *, lists: Mapping[int, str] | None = None) -> str:
    """An outline and its lists: `lists` gives what each of them overrides; without it, one of the same number."""
    kept = lists if lists is not None else {number: ""}
    named = "".join(
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{number}"/>{overrides}</w:num>'
        for list_id, overrides in kept.items()
    )
    inner = '<w:multiLevelType w:val="multilevel"/>' + "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>{named}'


def style(name: str, inner: str = "", *, based_on: str = "", kind: str = "paragraph", default: bool = False) -> str:
    """A style of `styles.xml`."""
    based = f"<w:basedOn w:val={quoteattr(based_on)}/>" if based_on else ""
    mark = ' w:default="1"' if default else ""
    told = f"<w:name w:val={quoteattr(name)}/>{based}{inner}"
    return f'<w:style w:type="{kind}"{mark} w:styleId={quoteattr(name)}>{told}</w:style>'


def document(body: str, *, title: str = "", main: str = "word/document.xml", **parts: str) -> bytes:
    """A .docx file: its body, and the inside of other parts (`numbering`, `styles`, `footnotes`, `header1`, `footer1`).

    Headers and footers get their part's name as the relationship's id.
    """
    files = {main: f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    links = []
    folder = main.rpartition("/")[0]
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = _ROOTS[kind]
        text = "".join(_ordered(inner)) if kind == "numbering" else inner
        files[f"{folder}/{name}.xml"] = f"<w:{root} {NAMESPACES}>{text}</w:{root}>"
        links.append((name, f"{_OFFICE}/{kind}", f"{name}.xml"))
    files[f"{folder}/_rels/{main.rpartition('/')[2]}.rels"] = relationships(links)
    return package(files, main=main, title=title)


def _ordered(inner: str) -> Iterable[str]:
    """Outlines before lists, as Word has it."""
    pieces = inner.replace("<w:abstractNum ", "\0<w:abstractNum ").replace("<w:num ", "\0<w:num ").split("\0")
    return sorted(pieces, key=lambda piece: piece.startswith("<w:num "))


def relationships(links: Iterable[tuple[str, str, str]]) -> str:
    """A relationships part of ids, types and targets."""
    rows = "".join(
        f"<Relationship Id={quoteattr(key)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def package(files: Mapping[str, str | bytes], *, main: str = "word/document.xml", title: str = "") -> bytes:
    """A zip of these parts with content types and relationships around them, unless they bring their own."""
    kept: dict[str, str | bytes] = dict(files)
    links = [("main", f"{_OFFICE}/officeDocument", main)]
    if title:
        kept["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
        )
        links.append(("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"))
    kept.setdefault("_rels/.rels", relationships(links))
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_content_type(name, main)}"/>'
        for name in kept
        if name.endswith(".xml")
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    kept.setdefault("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{rels}{overrides}</Types>')
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name, data in kept.items():
            target.writestr(name, data)
    return out.getvalue()


def _content_type(name: str, main: str) -> str:
    if name.endswith("core.xml"):
        return "application/vnd.openxmlformats-package.core-properties+xml"
    kind = "document.main" if name == main else name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return f"{_WORD}.{kind}+xml"


def policy_document(policy: Policy) -> bytes:
    """A policy as python-docx saves it, whose 第一章, 第一条 and （一） are automatic numbers and stand in no text."""
    import docx  # noqa: PLC0415 - most tests write their parts themselves
    from docx.oxml.parser import parse_xml  # noqa: PLC0415

    made = docx.Document()
    levels = [
        level(0, "chineseCountingThousand", "第%1章"),
        level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>', suff="space"),
        level(2, "japaneseCounting", "（%3）", suff="nothing"),
    ]
    drawn, named = parse_xml(f"<w:numbering {NAMESPACES}>{outline(77, levels)}</w:numbering>")
    numbers = made.part.numbering_part.element
    numbers.insert(0, drawn)
    numbers.append(named)

    for at, line in _numbered_lines(policy):
        if isinstance(line, str):
            added = made.add_paragraph(line)
            if at is not None:
                xml = f'<w:numPr {NAMESPACES}><w:ilvl w:val="{at}"/><w:numId w:val="77"/></w:numPr>'
                added._p.get_or_add_pPr().append(parse_xml(xml))
        else:
            grid = made.add_table(len(line), len(line[0]))
            for row, words in zip(grid.rows, line, strict=True):
                for cell, word in zip(row.cells, words, strict=True):
                    cell.text = word
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _numbered_lines(policy: Policy) -> Iterable[tuple[int | None, str | tuple[tuple[str, ...], ...]]]:
    """What a policy's paragraphs say, without their numbers, and the level of the number each has; tables as rows."""
    yield from ((None, line) for line in (policy.title, policy.number, policy.preamble))
    for chapter in policy.chapters:
        yield 0, chapter.heading
        for article in chapter.articles:
            first, *others = article.paragraphs
            yield 1, first
            yield from ((None, text) for text in others)
            yield from ((2, item) for item in article.items)
            if article.table:
                yield None, article.table
    yield from ((None, line) for line in (policy.issuer, policy.date))
