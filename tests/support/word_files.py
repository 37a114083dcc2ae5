"""What stands in a Word file: its text with all changes accepted or rejected, and whether its parts are in order."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

__all__ = ["misplaced", "parts", "settled_text"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
    "tblCellMar": "top start left bottom end right",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p tbl",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "sectPr": (
        "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
}
"""The order of the parts of an element, from the schema of WordprocessingML (ECMA-376, part 1)."""


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their names."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def misplaced(data: bytes) -> list[str]:
    """Every element whose parts do not stand in the order of the schema, or that the schema does not know there."""
    found = []
    for name, part in parts(data).items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in etree.fromstring(part).iter(f"{_W}*"):
            order = _ORDER.get(_local(element))
            ranks = {each: at for at, each in enumerate(("" if order is None else order).split(), start=1)}
            ranks |= {"headerReference": 0, "footerReference": 0}
            places = [ranks.get(_local(child), -1) for child in element]
            if order is not None and (places != sorted(places) or -1 in places):
                found.append(f"{name}: {_local(element)} of {[_local(child) for child in element]}")
    return found


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def settled_text(data: bytes, kept: str, dropped: str) -> str:
    """The text with one kind of change carried out: `ins` kept and `del` dropped is what accepting all of them gives.

    A paragraph whose end is dropped goes on in the next one.
    """
    body = etree.fromstring(parts(data)["word/document.xml"]).find(f"{_W}body")
    assert body is not None
    text = ""
    for paragraph in body.iter(f"{_W}p"):
        text += "".join(_words(paragraph, dropped))
        mark = paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{dropped}")
        text += "" if mark is not None else "\n"
    return text.removesuffix("\n")


def _words(paragraph: etree._Element, dropped: str) -> Iterator[str]:
    for part in paragraph.iter(f"{_W}t", f"{_W}delText", f"{_W}tab", f"{_W}br"):
        if any(_local(above) == dropped for above in part.iterancestors()):
            continue
        yield {"tab": "\t", "br": "\n"}.get(_local(part)) or part.text or ""
