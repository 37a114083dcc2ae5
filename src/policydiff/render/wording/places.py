"""Where things stand, in words: 第三条 is Art. 3, the fourth sentence of the first report is 报道1·句4.

Data names a place the same way in every language: an address as it prints, a report's sentence as `r1s4`, any other
unit by its kind (`preamble`, `text3`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from policydiff.model import Address, Document, Level, Span, Term, Unit, Version
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.statuses import status_words

__all__ = ["Side", "address_words", "document_number", "document_words", "place_words", "version_label"]

_ENGLISH = {
    Level.PART: "Part {}",
    Level.CHAPTER: "Ch. {}",
    Level.SECTION: "Sec. {}",
    Level.ARTICLE: "Art. {}",
    Level.PARAGRAPH: "para. {}",
    Level.ITEM: "item ({})",
    Level.SUBITEM: "subitem {}",
    Level.ANNEX: "Annex {}",
    Level.SCHEDULE: "Schedule {}",
    Level.APPENDIX: "Appendix {}",
}


_FRAME = ("title", "preamble", "closing", "signature", "annex", "heading", "responsibility", "text")
"""The kinds of units that bear no number of their own."""
_NAMED = re.compile(rf"(?:r(?P<report>\d{{1,4}}))?-?(?P<kind>s|{'|'.join(_FRAME)})(?P<number>\d{{0,6}})")
_RATIO = re.compile(r"(?<![\d:：∶])\d{1,3}(?:[:：∶]\d{1,3}){1,4}(?![\d:：∶])")
_WIDE = 20
"""A ratio of five parts is no longer than this."""
_DEEP = 12
"""How many levels a figure can stand below its article."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A unit without an address: its report (0 for none), its kind, its number among its kind (0: only one)."""

    report: int
    kind: str
    number: int

    def __str__(self) -> str:
        prefix = f"r{self.report}" if self.report else ""
        kind = "s" if self.kind == "statement" else ("-" if prefix else "") + self.kind
        return f"{prefix}{kind}{self.number or ''}"

    def words(self, lang: Lang) -> str:
        number = f"{'' if lang == 'zh' else ' '}{self.number}" if self.number else ""
        inner = word("unit", self.kind, lang) + number
        if not self.report:
            return inner
        return f"报道{self.report}·{inner}" if lang == "zh" else f"report {self.report}, {inner}"


@dataclass(frozen=True, slots=True)
class Side:
    """One version of a comparison with its units at hand; `compared` are those that changes speak of."""

    version: Version
    units: dict[str, tuple[Document, Unit]]
    keys: dict[str, _Key]
    parents: dict[str, str]
    compared: frozenset[str]

    @classmethod
    def of(cls, version: Version, compared: Iterable[str] = ()) -> Side:
        """Look a version's units up once, for a whole rendering."""
        keys: dict[str, _Key] = {}
        for number, document in enumerate(version.documents, start=1):
            several = version.coverage == "excerpt" or len(version.documents) > 1
            keys |= dict(_keys(document, number if several else 0))
        every = (unit for document in version.documents for unit in document.walk())
        parents = {child.id: unit.id for unit in every for child in unit.children}
        return cls(version, version.index(), keys, parents, frozenset(compared))

    def unit(self, unit_id: str) -> Unit | None:
        """The unit of this id, if the version has it."""
        found = self.units.get(unit_id)
        return found[1] if found else None

    def text(self, unit_id: str, span: Span | None = None) -> str:
        """The characters of a unit, or of a span in the unit's document."""
        if unit_id not in self.units:
            return ""
        document, unit = self.units[unit_id]
        return (unit.span if span is None else span).of(document.text)

    def source(self, unit_id: str) -> str | None:
        """The name of the capture a unit stands in."""
        found = self.units.get(unit_id)
        return found[0].origin.name if found else None

    def key(self, unit_id: str) -> str:
        """The name of a unit's place in data, the same in every language."""
        unit = self.unit(unit_id)
        if unit is not None and unit.address is not None:
            return str(unit.address)
        return str(self.keys[unit_id]) if unit_id in self.keys else unit_id

    def cite(self, unit_id: str, lang: Lang) -> str:
        """The name of a unit's place in words."""
        unit = self.unit(unit_id)
        if unit is not None and unit.address is not None:
            return address_words(unit.address, lang)
        return self.keys[unit_id].words(lang) if unit_id in self.keys else unit_id

    def titled(self, unit_id: str, lang: Lang) -> str:
        """A unit's place with its heading."""
        unit = self.unit(unit_id)
        cited = self.cite(unit_id, lang)
        if unit is None or not unit.heading:
            return cited
        enumerated = unit.address is not None and str(unit.address).endswith("、")
        return f"{cited}{'、' if enumerated and lang == 'zh' else ' '}{unit.heading}"

    def term_cite(self, term: Term, lang: Lang) -> str:
        """The place of a figure in words."""
        return address_words(term.address, lang) if term.address is not None else self.cite(term.unit_id, lang)

    def in_ratio(self, term: Term) -> Term:
        """A share of a ratio with the whole ratio as its words: of 6:4 the 4 alone says nothing."""
        if term.kind != "rate" or not term.quote.isdecimal() or term.unit_id not in self.units:
            return term
        text, span = self.units[term.unit_id][0].text, term.span
        for found in _RATIO.finditer(text, max(0, span.start - _WIDE), span.end + _WIDE):
            if found.start() <= span.start and span.end <= found.end():
                return replace(term, quote=found[0])
        return term

    def compared_with(self, unit_id: str) -> str:
        """The compared unit that a unit stands in; where none is near, the unit itself."""
        at = unit_id
        for _ in range(_DEEP):
            if at in self.compared or at not in self.parents:
                break
            at = self.parents[at]
        return at if at in self.compared else unit_id

    def ordered(self) -> Iterator[Unit]:
        """Every unit of every document, in reading order."""
        for document in self.version.documents:
            yield from document.walk()


def address_words(address: Address, lang: Lang) -> str:
    """An address as a person cites it.

    >>> address_words(Address.parse("第三条之一第二款第（一）项"), "en")
    'Art. 3-1 para. 2 item (1)'
    >>> address_words(Address.parse("三、（二）"), "en"), address_words(Address.parse("三、"), "zh")
    ('三、（二） (3.2)', '三')
    >>> address_words(Address.parse("附件2"), "en"), address_words(Address.parse("附件"), "en")
    ('Annex 2', 'Annex')
    """
    shown = str(address)
    if lang == "zh":
        return shown.rstrip("、")
    if all(place.level in _ENGLISH for place in address.places):
        return " ".join(
            _ENGLISH[place.level].format("-".join(map(str, (place.number or "", *place.branch)))).strip()
            for place in address.places
        )
    return f"{shown.rstrip('、')} ({'.'.join(str(place.number) for place in address.places)})"


def place_words(name: str, lang: Lang) -> str:
    """A place in words, from the name that data give it.

    >>> place_words("第三条之一", "en"), place_words("closing2", "zh"), place_words("r1s4", "en")
    ('Art. 3-1', '结尾条款2', 'report 1, sentence 4')
    >>> place_words("title", "zh"), place_words("signature", "en")
    ('标题', 'signature')
    """
    if found := _NAMED.fullmatch(name):
        kind = "statement" if found["kind"] == "s" else found["kind"]
        return _Key(int(found["report"] or 0), kind, int(found["number"] or 0)).words(lang)
    try:
        return address_words(Address.parse(name), lang)
    except ValueError:
        return name


def version_label(version: Version, lang: Lang) -> str:
    """What heads a version's column: 征求意见稿（2024-03-27）, or its name where its status is unknown.

    Several reports that stand for one text have no short name of their own: 3篇报道.
    """
    if version.status is None:
        count = len(version.documents)
        told = version.coverage == "excerpt" and count > 1 and not version.work.id
        return pick((f"{count}篇报道", f"{count} reports"), lang) if told else version.name
    details = [version.date.isoformat()] if version.date else []
    if version.coverage == "excerpt":
        details.append("据报道" if lang == "zh" else "as reported")
    name = status_words(version, lang)
    if not details:
        return name
    return f"{name}（{'，'.join(details)}）" if lang == "zh" else f"{name} ({', '.join(details)})"


def document_number(version: Version, number: int, lang: Lang) -> str:
    """How a page cites one document of several: 报道1 for a report, 文件1 else; empty where there is only the text."""
    if version.coverage == "excerpt":
        return pick((f"报道{number}", f"report {number}"), lang)
    return pick((f"文件{number}", f"document {number}"), lang) if len(version.documents) > 1 else ""


def document_words(version: Version, name: str, lang: Lang) -> str:
    """A document of a version in words: 报道1（江城日报社）, or its own name where it has no number."""
    for number, document in enumerate(version.documents, start=1):
        if document.origin.name == name:
            cited = document_number(version, number, lang)
            shown = document.origin.publisher or name
            return pick((f"{cited}（{shown}）", f"{cited} ({shown})"), lang) if cited else name
    return name


def _keys(document: Document, report: int) -> Iterator[tuple[str, _Key]]:
    totals: Counter[str] = Counter(unit.kind for unit in document.walk() if unit.address is None)
    yield from _numbered(document.units, report, totals, Counter(), None)


def _numbered(
    units: Iterable[Unit], report: int, totals: Counter[str], seen: Counter[str], parent: _Key | None
) -> Iterator[tuple[str, _Key]]:
    """Name the units without an address; a part of a named one shares its name, for a reader looks there for it."""
    for unit in units:
        key = None
        if unit.address is None:
            seen[unit.kind] += 1
            alone = totals[unit.kind] == 1 and unit.kind not in {"statement", "text"}
            own = _Key(report, unit.kind, 0 if alone else seen[unit.kind])
            key = parent if parent is not None and unit.kind != "statement" else own
            yield unit.id, key
        yield from _numbered(unit.children, report, totals, seen, key)
