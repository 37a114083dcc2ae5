"""The one place where the stages meet: from arguments to versions, and from versions to answers."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date as Day  # noqa: N812 — a parameter has that name
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from policydiff import align as align_stage
from policydiff import compare as compare_stage
from policydiff import corpus as corpus_stage
from policydiff.clean import clean
from policydiff.errors import CorpusError
from policydiff.model import (
    Alignment,
    CleanText,
    Comparison,
    Coverage,
    Document,
    Hit,
    Metadata,
    Origin,
    Source,
    Span,
    Status,
    Term,
    Unit,
    Version,
    Work,
)
from policydiff.read import read_bytes, read_file
from policydiff.segment import segment

if TYPE_CHECKING:
    from policydiff.corpus import AddResult, Passage, SourceRecord, VersionRecord

__all__ = ["add", "align", "compare", "draft_and_final", "load", "load_all", "read_clean", "search", "terms"]

_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,7}$")
_OUTSIDE = {"statement", "text", "signature", "title"}


def load(argument: str, *, corpus: Path, coverage: Coverage | Literal["auto"] = "auto") -> Version:
    """The version that an argument names: a file, `-` for standard input, or `work@version` of the corpus.

    `coverage` says how far a file goes: `full` takes it as the instrument's own text, `excerpt` as a report of it, and
    `auto` as a report where it has no provisions of its own and names an instrument.  A version of the corpus knows
    its own.  Raises InputError or CorpusError.
    """
    if argument != "-" and not _is_path(argument):
        work, _, version = argument.partition("@")
        return _version(corpus_stage.find_version(corpus, work, version))
    source = _source(argument)
    document = segment(clean(source), origin=Origin(name=Path(source.uri).name or source.uri))
    told = _instrument_told(document)
    if coverage == "auto":
        coverage = "excerpt" if not document.articles() and (told or document.metadata.cited) else "full"
    title = document.metadata.title or told if document.articles() or coverage == "full" else told
    work_of_file = Work("", title or source.title or document.origin.name)
    metadata = document.metadata
    return Version(
        work_of_file,
        document.origin.name,
        coverage,
        (document,),
        metadata.status,
        metadata.issued,
        metadata.document_number,
    )


def load_all(corpus: Path) -> tuple[Version, ...]:
    """Every version of a corpus."""
    return tuple(_version(record) for work in corpus_stage.works(corpus) for record in work.versions)


def draft_and_final(corpus: Path, work: str | None) -> tuple[tuple[Version, Version], ...]:
    """The first and the latest version of one work, or of each work that has two."""
    found = corpus_stage.works(corpus)
    chosen = [record for record in found if work in (None, record.work.id)]
    if not chosen:
        names = ", ".join(record.work.id for record in found) or "none"
        missing = f"no work {work!r}; it has: {names}" if work else "no works in it; add a text with `policydiff add`"
        raise CorpusError(f"{corpus} has {missing}")
    pairs = [(record.versions[0], record.versions[-1]) for record in chosen if len(record.versions) > 1]
    if not pairs:
        raise CorpusError(f"{work or corpus} has no two versions to compare; add one with `policydiff add`")
    return tuple((_version(first), _version(last)) for first, last in pairs)


def read_clean(argument: str, *, simplify: bool = True) -> CleanText:
    """The clean text of a file or of standard input, with every edit that led to it."""
    return clean(_source(argument), simplify=simplify)


def terms(version: Version, *, everything: bool = False) -> tuple[Term, ...]:
    """The amounts, rates, periods and counts of a version, in reading order.

    Of a full text those of its provisions, of an excerpt those attributed to the work; with `everything`, all of them.
    """
    from policydiff.terms import extract  # noqa: PLC0415 — most commands need no terms

    found = []
    for document in version.documents:
        units = {unit.id: unit for unit in document.walk()}
        found += [term for term in extract(document) if everything or _is_own(version, document, units[term.unit_id])]
    return tuple(found)


def align(old: Version, new: Version) -> Alignment:
    """Which provision of one version became which of the other."""
    return align_stage.align(old, new)


def compare(old: Version, new: Version) -> Comparison:
    """Everything that happened between two versions."""
    return compare_stage.compare(old, new, align(old, new), terms(old), terms(new))


def search(query: str, versions: Iterable[Version]) -> tuple[Hit, ...]:
    """Every clause that holds the words of a query, version by version in reading order."""
    from policydiff.index import scan  # noqa: PLC0415 — most commands search nothing

    return scan(query, versions)


def add(  # noqa: PLR0913 — each is one fact of the version
    corpus: Path,
    argument: str,
    *,
    work: str,
    version: str,
    coverage: Coverage,
    status: Status | None = None,
    date: Day | None = None,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> AddResult:
    """Keep a file in the corpus as a capture; a file that cannot be read is refused before anything is written."""
    from policydiff.output import write_bytes  # noqa: PLC0415 — most commands write nothing

    if argument == "-":
        data, name = sys.stdin.buffer.read(), "capture.txt"
        read_bytes(data, "standard input")
    else:
        read_file(Path(argument))
        data, name = Path(argument).read_bytes(), Path(argument).name
    return corpus_stage.add_capture(
        corpus,
        data,
        name,
        write=write_bytes,
        work=work,
        version=version,
        coverage=coverage,
        status=status,
        date=date,
        url=url,
        publisher=publisher,
        title=title,
    )


def _is_path(argument: str) -> bool:
    """An existing file, or a name with a slash or a suffix, is a path; else it is `work@version`."""
    path = Path(argument)
    return path.exists() or "@" not in argument or bool(re.search(r"[/\\]", argument) or _SUFFIX.search(argument))


def _source(argument: str) -> Source:
    if argument == "-":
        return read_bytes(sys.stdin.buffer.read(), "standard input")
    return read_file(Path(argument))


def _version(record: VersionRecord) -> Version:
    """A version of the corpus: of a full one the texts, of an excerpt all the reports.

    What version.toml does not say of a full text, the text may say of itself.
    """
    kinds = {"full": ("text",), "excerpt": ("text", "report")}[record.coverage]
    sources = [source for source in record.sources if source.kind in kinds]
    if not sources:
        raise CorpusError(
            f"{record.name} is said to be {record.coverage}, but version.toml lists no source"
            + (" of kind text" if record.coverage == "full" else "")
        )
    documents = tuple(_document(record, source, f"d{number}.") for number, source in enumerate(sources, 1))
    said = documents[0].metadata if record.coverage == "full" else Metadata()
    return Version(
        record.work,
        record.id,
        record.coverage,
        documents,
        record.status or said.status,
        record.date or said.issued,
        record.document_number or said.document_number,
        record.url,
    )


def _document(record: VersionRecord, capture: SourceRecord, prefix: str) -> Document:
    cleaned = clean(read_bytes(corpus_stage.read_capture(capture), str(capture.path)))
    origin = Origin(capture.name, capture.publisher, capture.url, capture.published, capture.kind == "report")
    passages = [_passage(cleaned.text, passage, capture) for passage in capture.passages]
    return segment(cleaned, origin=origin, id_prefix=prefix, instrument=record.work.title, passages=passages)


def _passage(text: str, passage: Passage, capture: SourceRecord) -> Span:
    start = text.find(passage.first)
    end = text.find(passage.last, start + len(passage.first) - 1) if start >= 0 else -1
    if start < 0 or end < 0:
        missing = passage.first if start < 0 else passage.last
        raise CorpusError(
            f"{capture.path}: the passage's words {missing!r} are not in the clean text; mend version.toml"
        )
    return Span(start, end + len(passage.last))


def _instrument_told(document: Document) -> str | None:
    """The instrument that a report mostly speaks of."""
    said = Counter(
        unit.attribution.instrument for unit in document.walk() if unit.kind == "statement" and unit.attribution
    )
    return min(said, key=lambda title: (-said[title], title)) if said else None


def _is_own(version: Version, document: Document, unit: Unit) -> bool:
    """Whether a unit holds the instrument's own words."""
    if version.coverage == "excerpt":
        return version.work.says(unit.attribution)
    return unit.kind not in _OUTSIDE or not document.articles()
