"""A policy text and its structure: documents, their units, and the works and versions they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policydiff.fold import fold
from policydiff.model.address import Address
from policydiff.model.text import CleanText, Span

__all__ = [
    "Attribution",
    "Certainty",
    "Citation",
    "Coverage",
    "Document",
    "Metadata",
    "Oddity",
    "OddityCode",
    "Origin",
    "Status",
    "Unit",
    "UnitKind",
    "Version",
    "Work",
]

UnitKind = Literal[
    "title",  # 标题
    "preamble",  # 引言
    "part",  # 编
    "chapter",  # 章
    "section",  # 节
    "article",  # 条, or the outermost 一、 of measures
    "paragraph",  # 款
    "item",  # 项
    "subitem",  # 目
    "heading",  # a unit's own number and heading
    "sentence",
    "responsibility",  # （责任单位：…）
    "statement",  # a sentence of a report, outside the instrument's own text
    "closing",  # 施行日期, 有效期, 解释权
    "annex",  # 附件
    "signature",  # 落款
    "text",  # whatever is none of these
]
Status = Literal["draft", "second_draft", "submission", "trial", "interim", "revised", "official"]
Coverage = Literal["full", "excerpt"]
Certainty = Literal["stated", "inferred", "conflicting"]
OddityCode = Literal["skipped", "repeated", "backwards"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words a unit reports: the instrument's full title as the text gives it, and how sure that is.

    `stated` where the text itself says so (《措施》提出…); `inferred` where only a person's pointer into the page
    does, or a lead some lines above (主要内容如下：).
    """

    instrument: str
    certainty: Certainty = "stated"


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of a document's tree; its text is `document.text_of(unit)`, a view, never a copy.

    `id` is unique in its version.  `label` is the number as written (`第三条`, `三、`), `heading` the words of its
    heading.  Only a unit that is numbered, or stands inside one that is, has an `address`.  The leaves under a
    document, in order, join to its whole text.
    """

    id: str
    kind: UnitKind
    span: Span
    address: Address | None = None
    label: str = ""
    heading: str = ""
    attribution: Attribution | None = None
    children: tuple[Unit, ...] = ()

    def walk(self) -> Iterator[Unit]:
        """This unit and all under it, in reading order."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += reversed(unit.children)

    def leaves(self) -> Iterator[Unit]:
        """The units under this one that have no children, in reading order."""
        return (unit for unit in self.walk() if not unit.children)


@dataclass(frozen=True, slots=True)
class Oddity:
    """A number that does not follow the one before it, kept as written.

    `unit_id` is the unit that bears it, `expected` the address that would have followed: 第五条 behind 第三条 is
    `skipped`, with 第四条 expected.
    """

    code: OddityCode
    unit_id: str
    expected: Address


@dataclass(frozen=True, slots=True)
class Citation:
    """Another instrument that a text names: 《…》, with its document number where one follows."""

    title: str
    number: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text says of itself.  Dates it leaves open (2024年 X 月 X 日) are null.

    `expires` is the last day in force, `validity` the words that say how long.
    """

    title: str | None = None
    document_number: str | None = None
    issuer: str | None = None
    status: Status | None = None
    issued: date | None = None
    effective: date | None = None
    comments_until: date | None = None
    validity: str | None = None
    cited: tuple[Citation, ...] = ()
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was captured: for provenance lines and source links."""

    name: str
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    report: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One captured text with its structure."""

    clean: CleanText
    metadata: Metadata
    units: tuple[Unit, ...]
    origin: Origin
    oddities: tuple[Oddity, ...] = ()

    @property
    def text(self) -> str:
        """The clean text, which every span of the document points into."""
        return self.clean.text

    def text_of(self, unit: Unit) -> str:
        """The characters of a unit."""
        return unit.span.of(self.clean.text)

    def walk(self) -> Iterator[Unit]:
        """Every unit in reading order."""
        for unit in self.units:
            yield from unit.walk()

    def articles(self) -> tuple[Unit, ...]:
        """The instrument's articles, in reading order."""
        return tuple(unit for unit in self.walk() if unit.kind == "article")

    def at(self, address: Address) -> tuple[Unit, ...]:
        """The units that bear an address: a bad text may use one twice."""
        return tuple(unit for unit in self.walk() if unit.address == address and unit.label)


@dataclass(frozen=True, slots=True)
class Work:
    """An instrument over all its versions."""

    id: str
    title: str
    issuer: str | None = None
    aliases: tuple[str, ...] = ()

    def says(self, attribution: Attribution | None) -> bool:
        """Whether words attributed to an instrument are this work's: by its title or an alias, whatever the status."""
        names = {_bare(name) for name in (self.title, *self.aliases)}
        return attribution is not None and _bare(attribution.instrument) in names


def _bare(title: str) -> str:
    """A title without its status: 某市若干政策（征求意见稿） and 某市若干政策 name one work."""
    return re.sub(r"(?:\([^()]*\)){1,9}$|\s", "", fold(title).strip("<>"))


@dataclass(frozen=True, slots=True)
class Version:
    """One dated text of a work: in full, or as far as reports quote it.

    A version of coverage `full` has one document that is the text; one of coverage `excerpt` has one or more reports.
    """

    work: Work
    id: str
    coverage: Coverage
    documents: tuple[Document, ...]
    status: Status | None = None
    date: date | None = None
    document_number: str | None = None
    url: str | None = None

    @property
    def name(self) -> str:
        """How a person names it: `wuhan-ai@2024-draft`, or the file it came from."""
        return f"{self.work.id}@{self.id}" if self.work.id else self.id

    def reported_in(self, unit: Unit) -> bool:
        """Whether a unit is a report's sentence that gives this version's own words; a full text has none."""
        return self.coverage == "excerpt" and unit.kind == "statement" and self.work.says(unit.attribution)

    def index(self) -> dict[str, tuple[Document, Unit]]:
        """Every unit of the version by its id, with the document it stands in."""
        return {unit.id: (document, unit) for document in self.documents for unit in document.walk()}
