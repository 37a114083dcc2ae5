"""PDFs: page trees in circles, endless pages, bombs, boxes as large as the moon, fonts that name no character."""
# ruff: noqa: E501 - markup that is cut into lines is no easier to read; bytes are made when they are needed

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from io import BytesIO

from support.hostile.case import Case, named
from support.hostile.texts import PROSE
from support.pdf_files import Paragraph, blank_pdf, canvas, pdf_of

__all__ = ["PDFS"]

_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_BOX = "0 0 595 842"


def _file(*objects: str, trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF without a table of its objects: readers mend that."""
    body = "".join(f"{at} 0 obj\n{text}\nendobj\n" for at, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<<{trailer}/Size {len(objects) + 1}>>\n%%EOF".encode("latin-1")


def _stream(content: str, extra: str = "", length: str = "") -> str:
    return f"<<{extra}/Length {length or len(content)}>>\nstream\n{content}\nendstream"


def _page(content: str, *, box: str = _BOX, extra: str = "", font: str = _FONT, more: tuple[str, ...] = ()) -> bytes:
    """A PDF of one page; objects from number 6 on are the caller's, and /X is the sixth."""
    resources = "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R{resources}{extra}>>"
    return _file(_CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, _stream(content), font, *more)


def _told(words: str = "Article 1 Text.", before: str = "", after: str = "") -> str:
    return f"{before} BT /F 12 Tf 50 700 Td ({words}) Tj ET {after}"


def _filtered(data: bytes, filters: str, extra: str = "") -> bytes:
    """A PDF of one page whose drawing is packed."""
    stream = (
        f"4 0 obj\n<</Filter{filters}{extra}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream\nendobj\n"
    )
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    whole = _file(_CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, "null", _FONT)
    return whole.replace(b"4 0 obj\nnull\nendobj\n", stream)


def _spaces(megabytes: int) -> bytes:
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()


def _lzw(codes: int) -> bytes:
    """LZW that doubles what it has said with every few bytes: clear, 256 spaces, then the longest words it knows."""
    bits: list[str] = [f"{256:09b}", f"{32:09b}"]
    known, width = 258, 9
    for _ in range(codes):
        bits.append(f"{known:0{width}b}")
        known += 1
        width = 9 + (known >= 511) + (known >= 1023) + (known >= 2047)
        if known >= 4094:
            bits.append(f"{256:0{width}b}")
            bits.append(f"{32:09b}")
            known, width = 258, 9
    told = "".join(bits)
    return int(told.ljust(-(-len(told) // 8) * 8, "0"), 2).to_bytes(-(-len(told) // 8), "big")


def _encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]  # noqa: PLC0415

    target = BytesIO()
    page = canvas(target, lock=StandardEncryption("user", "owner", strength=128))
    page.drawString(100, 700, "Article 1")
    page.save()
    return target.getvalue()


def _policy() -> bytes:
    return pdf_of([Paragraph(line) for line in PROSE.splitlines()])


_KIDS = "<</Type/Pages/Kids[{kids}]/Count {count}>>"
_TREES: dict[str, Callable[[], bytes]] = {
    "a page tree that is its own branch": lambda: _file(_CATALOG, _KIDS.format(kids="2 0 R 2 0 R", count=2)),
    "a page tree that says it has two thousand million": lambda: _file(
        _CATALOG, _KIDS.format(kids="2 0 R", count=2_000_000_000)
    ),
    "a page tree that says it has fewer than none": lambda: _file(_CATALOG, _KIDS.format(kids="2 0 R", count=-1)),
    "a page tree of two in a circle": lambda: _file(
        _CATALOG, _KIDS.format(kids="3 0 R", count=9), _KIDS.format(kids="2 0 R 2 0 R", count=9)
    ),
    "a page tree 5,000 deep": lambda: _file(
        _CATALOG, *(_KIDS.format(kids=f"{at} 0 R", count=1) for at in range(3, 5_003)), "<</Type/Page>>"
    ),
    "a page tree that doubles twenty times": lambda: _file(
        _CATALOG,
        *(_KIDS.format(kids=f"{at} 0 R {at} 0 R", count=2 ** (22 - at)) for at in range(3, 23)),
        f"<</Type/Page/MediaBox[{_BOX}]>>",
    ),
    "a page tree of one page 1,999 times": lambda: _file(
        _CATALOG, _KIDS.format(kids="3 0 R " * 1_999, count=1_999), f"<</Type/Page/Parent 2 0 R/MediaBox[{_BOX}]>>"
    ),
    "a page tree of one page 3,000 times": lambda: _file(
        _CATALOG, _KIDS.format(kids="3 0 R " * 3_000, count=3_000), f"<</Type/Page/Parent 2 0 R/MediaBox[{_BOX}]>>"
    ),
    "a page tree of numbers": lambda: _file(_CATALOG, _KIDS.format(kids="1 2 3 (a) /b null", count=6)),
    "a root that is not there": lambda: _file(trailer="/Root 99 0 R"),
    "a root in a circle": lambda: _file("1 0 R"),
    "no root": lambda: _file(_CATALOG, trailer=""),
}
_BROKEN: dict[str, Callable[[], bytes]] = {
    "a PDF that is a mark": lambda: b"%PDF-1.7",
    "a PDF that is a mark and an end": lambda: b"%PDF-1.4\n%%EOF",
    "a PDF of NULs": lambda: b"%PDF-1.7\n" + bytes(100_000),
    "a PDF of rubbish": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "a PDF of brackets": lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * 300_000,
    "a PDF of dictionaries": lambda: b"%PDF-1.7\n1 0 obj\n" + b"<</a" * 200_000,
    "a PDF of strings that never end": lambda: b"%PDF-1.7\n1 0 obj\n" + b"(" * 300_000,
    "a PDF of streams that never end": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<</Length 9>>\nstream\n" * 10_000,
    "a PDF of packed streams that never end": lambda: (
        b"%PDF-1.7\n" + b"1 0 obj\n<</Filter/FlateDecode>>\nstream\nx\x9c" * 10_000
    ),
    "a PDF of ends": lambda: b"%PDF-1.7\n" + b"startxref\n0\n%%EOF\n" * 20_000,
    "a PDF cut in half": lambda: _policy()[: len(_policy()) // 2],
    "a PDF whose table is wrong": lambda: _policy().replace(b"\n0000000", b"\n9999999"),
    "a PDF whose table is before itself": lambda: (
        _policy().replace(b"trailer\n<<", b"trailer\n<</Prev 9 ").replace(b"startxref\n", b"startxref\n1")
    ),
    "a PDF whose tables are in a circle": lambda: (
        _policy()[: _policy().rindex(b"startxref")].replace(
            b"trailer\n<<", b"trailer\n<</Prev %d " % _policy().rindex(b"xref\n0")
        )
        + _policy()[_policy().rindex(b"startxref") :]
    ),
    "a PDF under a password": _encrypted,
    "a PDF under a lock that nobody has": lambda: _file(_CATALOG, trailer="/Root 1 0 R/Encrypt<</Filter/Secret/V 9>>"),
    "a PDF of pictures": lambda: blank_pdf(3),
    "a PDF in a PDF": lambda: _policy() + _policy(),
}
_DRAWN: dict[str, Callable[[], bytes]] = {
    "a page without an end": lambda: _page(_told(), box="0 0 1e12 1e12"),
    "a page of no size": lambda: _page(_told(), box="0 0 0 0"),
    "a page inside out": lambda: _page(_told(), box="-5 -5 -900 -900"),
    "a page of no numbers": lambda: _page(_told(), box="a b (c) null"),
    "a page turned by a number of no right angle": lambda: _page(_told(), extra="/Rotate 33333333333"),
    "a page a million units wide": lambda: _page(_told(), extra="/UserUnit 1000000"),
    "a page without words": lambda: _page(""),
    "a stream of no bytes": lambda: _page(_told(), extra="/Contents 6 0 R", more=(_stream(""),)),
    "a stream that is longer than the file": lambda: _file(
        _CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{_BOX}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        _stream(_told(), length="999999999"), _FONT,
    ),
    "a stream of a length in a circle": lambda: _file(
        _CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{_BOX}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        _stream(_told(), length="4 0 R"), _FONT,
    ),
    "the same stream 20,000 times": lambda: _page(_told(), extra=f"/Contents[{'4 0 R ' * 20_000}]"),
    "50,000 states that are kept": lambda: _page(_told(before="q " * 50_000)),
    "50,000 states that were never kept": lambda: _page(_told(before="Q " * 50_000)),
    "a drawing that draws itself": lambda: _page(
        "/X Do",
        more=(_stream(_told() + "/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"),),
    ),
    "drawings that double twenty times": lambda: _page(
        "/X Do",
        more=(*tuple(_stream("/X Do /X Do", f"/Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</Font<</F 5 0 R>>/XObject<</X {at} 0 R>>>>") for at in range(7, 27)), _stream(_told(), "/Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</Font<</F 5 0 R>>>>")),
    ),
    "letters a kilometre high": lambda: _page("BT /F 1e9 Tf 50 700 Td (Article) Tj ET"),
    "letters of no size": lambda: _page("BT /F 0 Tf 50 700 Td (Article) Tj ET"),
    "letters drawn on the moon": lambda: _page("BT /F 12 Tf 1e30 -1e30 Td (Article) Tj ET"),
    "letters squeezed to nothing": lambda: _page("BT /F 12 Tf 0 0 0 0 50 700 Tm (Article) Tj ET"),
    "5,000 letters in one place": lambda: _page("BT /F 12 Tf 50 700 Td " + "(a) Tj 0 0 Td " * 5_000 + "ET"),
    "5,000 letters on a slope": lambda: _page("BT /F 9 Tf 50 700 Td " + "(a) Tj 0.1 -0.1 Td " * 5_000 + "ET"),
    "5,000 letters at all angles": lambda: _page(
        "BT /F 9 Tf " + " ".join(f"1 {at} -{at} 1 50 700 Tm (a) Tj" for at in range(5_000)) + " ET"
    ),
    "a font that is not there": lambda: _page(_told(), font="null"),
    "a font in a circle": lambda: _page(_told(), font="<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]/Encoding 5 0 R>>"),
    "a font that names no character": lambda: _page(
        "BT /F 12 Tf 50 700 Td <000100020003000400050006> Tj ET",
        font="<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        more=("<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>",),
    ),
    "a font whose map never ends": lambda: _page(
        _told(),
        font="<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        more=(_stream("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange " + "<00> <FFFFFFFF> <0041> " * 2_000),),
    ),
    "a title of half a character": lambda: _page(_told(), more=("null", "<</Title<FEFFD83D>>>")).replace(
        b"/Root 1 0 R", b"/Root 1 0 R/Info 7 0 R"
    ),
}  # fmt: skip
_BOMBS: dict[str, Callable[[], bytes]] = {
    "a drawing that unpacks to 30 MB": lambda: _filtered(_spaces(30), "/FlateDecode"),
    "a drawing packed twice": lambda: _filtered(zlib.compress(_spaces(30)), "[/FlateDecode/FlateDecode]"),
    "a drawing packed and spelt": lambda: _filtered(base64.a85encode(_spaces(30)) + b"~>", "[/ASCII85Decode/FlateDecode]"),
    "a drawing packed under short names": lambda: _filtered(_spaces(30), "/Fl "),
    "a drawing packed under a spelt name": lambda: _filtered(_spaces(30), "/Fl#61teDecode"),
    "a drawing in LZW": lambda: _filtered(_lzw(60_000), "/LZWDecode"),
    "a drawing in run lengths": lambda: _filtered(b"\x81 " * 300_000 + b"\x80", "/RunLengthDecode"),
    "a drawing with a predictor": lambda: _filtered(
        _spaces(3), "/FlateDecode", "/DecodeParms<</Predictor 15/Columns 2000000000/Colors 32/BitsPerComponent 32>>"
    ),
    "a drawing in a filter that nobody knows": lambda: _filtered(b"x" * 5_000, "/MagicDecode"),
    "a drawing that is no zlib": lambda: _filtered(b"x\x9c" + b"\xff" * 5_000, "/FlateDecode"),
    "a page of two million letters": lambda: _filtered(
        zlib.compress(b"BT /F 9 Tf 50 700 Td " + b"(AAAAAAAAAAAAAAAAAAAA) Tj " * 100_000 + b"ET"), "/FlateDecode"
    ),
    "a page of strokes": lambda: _filtered(zlib.compress(b"1 1 m 2 2 l S " * 60_000), "/FlateDecode"),
}  # fmt: skip

PDFS: tuple[Case, ...] = named("pdf", {**_TREES, **_BROKEN, **_DRAWN, **_BOMBS})
"""PDFs that are broken or made to harm."""
