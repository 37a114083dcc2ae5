"""OFD files for the tests: the XML of a document with its pages, zipped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from support.pdf_files import Paragraph, wrapped

__all__ = ["NAMESPACE", "Written", "ofd_of", "pages_of", "parts_of", "zipped"]

NAMESPACE = "http://www.ofdspec.org/2016"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_PAPER = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text on a page, in millimetres; `spread` is what justifying it adds to each step."""

    text: str
    x: float
    y: float
    size: float = 5.6
    spread: float = 0.0
    matrix: str = ""

    def xml(self) -> str:
        """Its text object, its steps written short where they repeat."""
        steps = [self.size * (1.0 if char >= "\u2010" else 0.5) + self.spread for char in self.text[:-1]]
        matrix = f' CTM="{self.matrix}"' if self.matrix else ""
        width = sum(steps) + self.size
        return (
            f'<ofd:TextObject ID="1" Font="2" Size="{self.size}" Boundary="{self.x} {self.y - self.size} {width} '
            f'{self.size * 1.3}"{matrix}><ofd:TextCode X="0" Y="{self.size}" DeltaX="{_short(steps)}">'
            f"{escape(self.text)}</ofd:TextCode></ofd:TextObject>"
        )


def _short(steps: Sequence[float]) -> str:
    fields: list[str] = []
    at = 0
    while at < len(steps):
        behind = at
        while behind < len(steps) and steps[behind] == steps[at]:
            behind += 1
        fields.append(f"g {behind - at} {steps[at]:.4f}" if behind - at > 1 else f"{steps[at]:.4f}")
        at = behind
    return " ".join(fields)


def pages_of(
    paragraphs: Sequence[Paragraph], *, size: float = 5.6, leading: float = 9.8, margin: float = 28.0
) -> list[list[Written]]:
    """Set paragraphs on as many pages as they need, justified, with an indent of two characters."""
    pages: list[list[Written]] = [[]]
    width, y = _PAPER[0] - 2 * margin, margin
    for paragraph in paragraphs:
        em = size * 1.375 if paragraph.role == "title" else size
        indent = 2 * em if paragraph.role == "body" else 0.0
        pieces = (
            [paragraph.text]
            if paragraph.role == "row"
            else list(wrapped(paragraph.text, width, indent, partial(_width, size=em)))
        )
        for at, piece in enumerate(pieces):
            y += leading
            if y > _PAPER[1] - margin:
                pages.append([])
                y = margin + leading
            free = width - _width(piece, em) - (0.0 if at else indent)
            x = margin + (0.0 if at else indent)
            if paragraph.role == "row":
                cells = piece.split("\t")
                pages[-1] += [Written(cell, x + n * width / len(cells), y, em) for n, cell in enumerate(cells)]
            elif paragraph.role == "body":
                last = at == len(pieces) - 1
                pages[-1].append(Written(piece, x, y, em, 0.0 if last else free / max(1, len(piece) - 1)))
            else:
                pages[-1].append(Written(piece, x + (free - 2 * em if paragraph.role == "right" else free / 2), y, em))
    return pages


def _width(text: str, size: float) -> float:
    return sum(size * (1.0 if char >= "\u2010" else 0.5) for char in text)


def parts_of(
    pages: Sequence[Sequence[Written]], *, title: str = "", template: Sequence[Written] = (), folder: str = "Doc_0"
) -> dict[str, str]:
    """The parts of a document; every page is laid upon the template, and numbered below."""
    names = [f"Pages/Page_{at}/Content.xml" for at in range(len(pages))]
    listed = "".join(f'<ofd:Page ID="{at + 10}" BaseLoc="{name}"/>' for at, name in enumerate(names))
    box = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {_PAPER[0]} {_PAPER[1]}</ofd:PhysicalBox></ofd:PageArea>"
    tpl = '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    info = f"<ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title></ofd:DocInfo>"
    parts = {
        "OFD.xml": f'{_HEAD}<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.0" DocType="OFD"><ofd:DocBody>{info}'
        f"<ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        f"{folder}/Document.xml": f'{_HEAD}<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData>{box}{tpl}'
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    used = '<ofd:Template TemplateID="5" ZOrder="Background"/>' if template else ""
    for number, (name, page) in enumerate(zip(names, pages, strict=True), 1):
        foot = Written(f"— {number} —", _PAPER[0] / 2 - 8, _PAPER[1] - 12, 4.9)
        parts[f"{folder}/{name}"] = _page([*page, foot], used)
    if template:
        parts[f"{folder}/Tpls/Tpl_0/Content.xml"] = _page(template, "")
    return parts


def _page(lines: Sequence[Written], used: str) -> str:
    return (
        f'{_HEAD}<ofd:Page xmlns:ofd="{NAMESPACE}">{used}<ofd:Content><ofd:Layer ID="3" Type="Body">'
        f"{''.join(line.xml() for line in lines)}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts, without a time of day."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return target.getvalue()


def ofd_of(paragraphs: Sequence[Paragraph], *, title: str = "", header: str = "") -> bytes:
    """A whole file."""
    template = [Written(header, 80, 15, 3.7)] if header else []
    return zipped(parts_of(pages_of(paragraphs), title=title, template=template))
