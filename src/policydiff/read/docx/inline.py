"""What stands inside a paragraph: runs of text, and everything else that Word lets stand between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.patterns import lazy
from policydiff.read.docx.fields import Fields, counts_pages
from policydiff.read.docx.markup import MATH, MC, RELATIONSHIPS, W, branch, is_on, value
from policydiff.read.docx.symbols import PRIVATE, glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policydiff.read.docx.styles import Styles

__all__ = ["Inline", "Setting"]

_BREAKS = lazy("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SILENT = frozenset(
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "rubyPr")
)
_SIGNS = {W + "tab": " ", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for a whole story: its styles, the elements that revisions take out, and the open fields.

    `struck` says whether text that was struck through by hand, and is void, is read.
    """

    styles: Styles
    removed: frozenset[str]
    fields: Fields
    struck: bool = False


@dataclass(slots=True)
class Inline:
    """Collects the visible text of one paragraph, or of several that run on as one."""

    setting: Setting
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    counts_pages: bool = False
    has_words: bool = False
    style: str | None = None
    link: bool = False

    def read(self, parent: Iterable[_Element]) -> None:
        """Take in what elements hold, in order; an element that is not known is looked into."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SILENT or tag in self.setting.removed:
                continue
            handler = _HANDLERS.get(tag)
            if handler is not None:
                handler(self, element)
            elif len(element):
                self.read(element)

    @property
    def text(self) -> str:
        """What has been collected; a line break is a line end."""
        return "".join(self.parts)

    @property
    def shows(self) -> bool:
        """Whether anything has been collected that a reader sees."""
        return self.has_words or bool(self.boxes or self.notes)

    def add(self, words: str) -> None:
        """Take in visible text."""
        if words and not self.setting.fields.hides:
            self.parts.append(words)
            self.has_words = self.has_words or not words.isspace()
            self.linked += len(words) if self.link else 0

    def run(self, run: _Element) -> None:
        """A run, unless it is hidden or struck through: a deletion marked by hand, which no revision records."""
        properties = run.find(f"{W}rPr")
        hidden = is_on(properties, "vanish")
        if not self.setting.struck and (is_on(properties, "strike") or is_on(properties, "dstrike")):
            hidden = True
        if hidden is None:
            styles = self.setting.styles
            hidden = styles.hidden(value(properties, "rStyle")) != styles.hidden(self.style)
        if hidden:
            self._fields_of(run)
        else:
            self.read(run)

    def _fields_of(self, run: _Element) -> None:
        """Hidden or not, a run's field marks count."""
        for element in run:
            if element.tag == f"{W}fldChar":
                self.setting.fields.mark(element)
            elif element.tag == f"{W}instrText":
                self.setting.fields.instruct(element.text or "")

    def words(self, element: _Element) -> None:
        """Plain text, where signs of a symbol font may stand among the letters."""
        words = _BREAKS.sub(" ", element.text or "")
        if PRIVATE.search(words):
            run = element.getparent()
            fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
            font = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""
            words = PRIVATE.sub(lambda sign: glyph(font, ord(sign[0])), words)
        self.add(words)

    def sign(self, element: _Element) -> None:
        """Tabs, hyphens and line breaks."""
        self.add(_SIGNS[str(element.tag)])

    def symbol(self, element: _Element) -> None:
        """A sign of a symbol font."""
        code = element.get(f"{W}char") or ""
        if re.fullmatch("[0-9A-Fa-f]{1,6}", code):
            self.add(glyph(element.get(f"{W}font") or "", int(code, 16)))

    def field_mark(self, element: _Element) -> None:
        """Where a field begins, comes to its result, or ends."""
        ended = self.setting.fields.mark(element)
        if ended is not None:
            self.counts_pages |= counts_pages(ended.instruction)
            if not ended.result:
                self.add(ended.drawn())

    def instruction(self, element: _Element) -> None:
        """A piece of a field's instruction: not text."""
        self.setting.fields.instruct(element.text or "")

    def simple_field(self, element: _Element) -> None:
        """A field whose instruction is an attribute."""
        self.counts_pages |= counts_pages(element.get(f"{W}instr") or "")
        self.read(element)

    def hyperlink(self, element: _Element) -> None:
        """A link; one inside the document, as from a table of contents, leads nowhere else."""
        outer = self.link
        self.link = outer or element.get(f"{RELATIONSHIPS}id") is not None
        self.read(element)
        self.link = outer

    def alternatives(self, element: _Element) -> None:
        """One branch of several."""
        self.read(branch(element))

    def text_box(self, element: _Element) -> None:
        """A text box: anchored here, told after the paragraph."""
        self.boxes.append(element)

    def note(self, element: _Element) -> None:
        """The mark of a note; the note's text comes at the end, and the mark would only stand in the way of words."""
        kind = "endnote" if element.tag == f"{W}endnoteReference" else "footnote"
        if not self.setting.fields.hides:
            self.notes.append((kind, element.get(f"{W}id") or ""))

    def fraction(self, element: _Element) -> None:
        """A fraction of a formula, on one line: 1/3."""
        self.read(element.iterchildren(f"{MATH}num"))
        self.add("/")
        self.read(element.iterchildren(f"{MATH}den"))

    def bracketed(self, element: _Element) -> None:
        """A part of a formula in brackets."""
        self.add("(")
        self.read(element.iterchildren(f"{MATH}e"))
        self.add(")")


_HANDLERS: dict[str, Callable[[Inline, _Element], None]] = {
    f"{W}r": Inline.run,
    f"{W}t": Inline.words,
    f"{W}delText": Inline.words,
    f"{MATH}t": Inline.words,
    f"{W}sym": Inline.symbol,
    f"{W}fldChar": Inline.field_mark,
    f"{W}instrText": Inline.instruction,
    f"{W}delInstrText": Inline.instruction,
    f"{W}fldSimple": Inline.simple_field,
    f"{W}hyperlink": Inline.hyperlink,
    f"{W}txbxContent": Inline.text_box,
    f"{W}footnoteReference": Inline.note,
    f"{W}endnoteReference": Inline.note,
    f"{MC}AlternateContent": Inline.alternatives,
    f"{MATH}f": Inline.fraction,
    f"{MATH}d": Inline.bracketed,
    **dict.fromkeys(_SIGNS, Inline.sign),
}
