"""OFD, China's national format for laid-out documents (GB/T 33190): a zip archive of XML, read directly.

A page draws text objects: each has a box on the page, a matrix inside it, and codes that say where every character
starts.  Fonts, pictures and signatures are no part of the text.  Namespaces are set aside, since producers differ.
"""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.errors import InputError
from policydiff.model import Fact
from policydiff.read.archive import Archive, open_archive
from policydiff.read.layout import Glyph, Sheet, lay_out
from policydiff.read.layout.glyphs import is_wide
from policydiff.read.layout.rules import Rule
from policydiff.read.ofd_paths import rules_drawn_by
from policydiff.read.options import ReadOptions
from policydiff.read.reading import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_ofd"]

_Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_A4 = (0.0, 0.0, 210.0, 297.0)
_FAR = 1e6  # millimetres; what lies a kilometre off is on no page


def read_ofd(data: bytes, uri: str, options: ReadOptions) -> Reading:
    """The text of an OFD file, with page numbers as locators (`p. 3`); several documents in one count on.

    Raises InputError where the file is damaged or encrypted, or where no page holds text.
    """
    archive = open_archive(data, uri, options)
    root = archive.xml("OFD.xml")
    if any(name.rsplit("/", 1)[-1] == "Encryptions.xml" for name in archive.parts):
        raise InputError(f"{uri} is encrypted: open it with its password and save it without one")
    bodies = _all(root, "DocBody")
    if not bodies:
        raise InputError(f"{uri} is damaged: its part OFD.xml names no document; ask for the file again")
    sheets: list[Sheet] = []
    for body in bodies:
        where = _text(_one(body, "DocRoot"))
        if where:
            sheets += _Document(archive, options, where).sheets(len(sheets), _drawn(sheets))
    if not any(not glyph.char.isspace() for sheet in sheets for glyph in sheet.glyphs):
        raise InputError(
            f"{uri} holds pictures of pages and no text: run OCR over it, or ask for a file with text, and name that"
        )
    info = _one(bodies[0], "DocInfo")
    title = " ".join(_text(_one(info, "Title")).split()) if info is not None else ""
    return lay_out(sheets, title or None, _facts(title))


def _facts(title: str) -> tuple[Fact, ...]:
    return (Fact("title", title),) if title else ()


def _drawn(sheets: list[Sheet]) -> int:
    return sum(len(sheet.glyphs) for sheet in sheets)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a page or a template draws: its paper, its characters, its lines."""

    area: _Box | None
    glyphs: list[Glyph]
    rules: list[Rule]


class _Document:
    """One document of the file: its pages, and the templates that they are laid upon."""

    def __init__(self, archive: Archive, options: ReadOptions, where: str) -> None:
        self.archive = archive
        self.options = options
        self.name = _resolved("", where)
        root = archive.xml(self.name)
        common = _one(root, "CommonData")
        self.area = _area(_one(common, "PageArea")) if common is not None else None
        self.templates = {
            page.get("ID", ""): page.get("BaseLoc", "")
            for page in (_all(common, "TemplatePage") if common is not None else [])
        }
        pages = _one(root, "Pages")
        self.read: dict[str, _Part] = {}
        self.strokes_left = options.max_strokes
        self.pages = [page.get("BaseLoc", "") for page in _all(pages, "Page")] if pages is not None else []

    def sheets(self, before: int, drawn: int) -> Iterator[Sheet]:
        """The pages that the archive holds; `before` pages and `drawn` characters came before them."""
        if before + len(self.pages) > self.options.max_pages:
            raise InputError(
                f"{self.archive.uri} has more than {self.options.max_pages} pages: cut out the document's own"
            )
        found = False
        for number, where in enumerate(self.pages, before + 1):
            name = _resolved(self.name, where)
            if name not in self.archive.parts:
                continue
            found = True
            sheet = self._sheet(number, name)
            drawn += len(sheet.glyphs)
            if drawn > self.options.max_glyphs:
                raise self._too_many()
            yield sheet
        if self.pages and not found:
            raise InputError(f"{self.archive.uri} is damaged: none of its pages can be read; ask for the file again")

    def _too_many(self) -> InputError:
        return InputError(
            f"{self.archive.uri} draws more than {self.options.max_glyphs} characters: name a smaller file"
        )

    def _sheet(self, number: int, name: str) -> Sheet:
        part = self._part(name, whole=True)
        left, top, width, height = part.area or self.area or _A4
        shown = [
            glyph._replace(x=glyph.x - left, y=glyph.y - top)
            for glyph in part.glyphs
            if -glyph.size <= glyph.x - left <= width + glyph.size and 0 <= glyph.y - top <= height + 2 * glyph.size
        ]
        rules = [Rule(rule.left - left, rule.top - top, rule.right - left, rule.bottom - top) for rule in part.rules]
        return Sheet(number, width, height, tuple(shown), tuple(rules))

    def _part(self, name: str, *, whole: bool) -> _Part:
        """What a page draws, the templates that it is laid upon first; a part that many pages name is read once.

        A template's own templates do not count: they might name the page again.
        """
        if name not in self.read:
            page = self.archive.xml(name)
            glyphs: list[Glyph] = []
            rules: list[Rule] = []
            for use in _all(page, "Template") if whole else []:
                template = _resolved(self.name, self.templates.get(use.get("TemplateID", ""), ""))
                if template in self.archive.parts and template != name:
                    drawn = self._part(template, whole=False)
                    glyphs += drawn.glyphs
                    rules += self._affordable(drawn.rules)
            for text in page.iter("{*}TextObject"):
                if text.get("Visible", "true").strip().lower() != "false":
                    glyphs += _drawn_by(text, self.options.max_glyphs)
                if len(glyphs) > self.options.max_glyphs:
                    raise self._too_many()
            rules += self._affordable(rule for path in page.iter("{*}PathObject") for rule in rules_drawn_by(path))
            self.read[name] = _Part(_area(_one(page, "Area")), glyphs, rules)
        return self.read[name]

    def _affordable(self, rules: Iterable[Rule]) -> Iterator[Rule]:
        """The lines that are looked at, as long as the document draws no more than one does."""
        for rule in rules:
            self.strokes_left -= 1
            if self.strokes_left < 0:
                return
            yield rule


def _drawn_by(text: _Element, limit: int) -> Iterator[Glyph]:
    """The characters of one text object."""
    box = _numbers(text.get("Boundary", ""))
    matrix = _numbers(text.get("CTM", ""))
    a, b, c, d, e, f = tuple(matrix) if len(matrix) == 6 else _SAME
    start, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    size = _number(text.get("Size", ""), 4.2)
    stretch = _number(text.get("HScale", ""), 1.0)
    written = _number(text.get("CharDirection", ""), 0.0)  # with the clock, as y runs down
    angle = float(round(-math.degrees(math.atan2(b, a)) - written))
    across, up = math.hypot(a, b), math.hypot(c, d)
    x = y = 0.0
    for code in _all(text, "TextCode"):
        words = code.text or ""
        x, y = _number(code.get("X", ""), x), _number(code.get("Y", ""), y)
        right, down = _deltas(code.get("DeltaX", ""), len(words)), _deltas(code.get("DeltaY", ""), len(words))
        at_x, at_y = x, y
        for index, char in enumerate(words[:limit]):
            advance = size * stretch * (1.0 if is_wide(char) else 0.5)
            step = right[index] if index < len(right) else 0.0 if down else advance
            if not is_wide(char) and 0 < step < size:
                advance = step
            there_x, there_y = start + a * at_x + c * at_y + e, top + b * at_x + d * at_y + f
            if abs(there_x) < _FAR and abs(there_y) < _FAR and 0 < size * up < _FAR and ord(char) >= 32:
                yield Glyph(char, there_x, there_y, advance * across, size * up, angle)
            at_x += step
            at_y += down[index] if index < len(down) else 0.0


def _deltas(written: str, count: int) -> list[float]:
    """The steps from character to character: `4.2 g 3 5` is 4.2 5 5 5."""
    steps: list[float] = []
    fields = iter(written.split())
    for field in fields:
        if len(steps) >= count:
            break
        if field == "g":
            times, step = _number(next(fields, ""), 0.0), _number(next(fields, ""), 0.0)
            steps += [step] * max(0, min(int(times), count - len(steps)))
        else:
            steps.append(_number(field, 0.0))
    return steps


def _number(written: str, default: float) -> float:
    try:
        number = float(written)
    except ValueError:
        return default
    return number if abs(number) < _FAR else default


def _numbers(written: str) -> list[float]:
    return [_number(field, 0.0) for field in written.split()]


def _area(area: _Element | None) -> _Box | None:
    """The paper: where it starts, how wide and how high it is."""
    box = _numbers(_text(_one(area, "PhysicalBox"))) if area is not None else []
    return (box[0], box[1], box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else None


def _resolved(base: str, where: str) -> str:
    """A part's name from a reference in another part: relative to it, or to the root where it starts with a stroke.

    >>> _resolved("Doc_0/Document.xml", "Pages/Page_0/Content.xml"), _resolved("Doc_0/Document.xml", "/Doc_0/a.xml")
    ('Doc_0/Pages/Page_0/Content.xml', 'Doc_0/a.xml')
    """
    where = where.strip().replace("\\", "/")
    joined = where if where.startswith("/") else posixpath.join("/", posixpath.dirname(base), where)
    return posixpath.normpath("/" + joined.lstrip("/")).lstrip("/")


def _all(parent: _Element, name: str) -> list[_Element]:
    return parent.findall(f"{{*}}{name}")


def _one(parent: _Element, name: str) -> _Element | None:
    return parent.find(f"{{*}}{name}")


def _text(element: _Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""
