"""From sources to versions: of a file or a page by itself, and of the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from typing import Literal, get_args

from policydiff import corpus as corpus_stage
from policydiff import fetch as fetch_stage
from policydiff.clean import clean
from policydiff.corpus import Passage, SourceRecord, VersionRecord
from policydiff.errors import CorpusError, InputError
from policydiff.model import CleanText, Coverage, Document, Metadata, Origin, Span, Version, Work
from policydiff.pipeline.collecting import uncollected
from policydiff.pipeline.opening import DEFAULTS, InputOptions, is_path, open_argument
from policydiff.pipeline.ordering import open_places
from policydiff.read import read_bytes
from policydiff.segment import segment

__all__ = [
    "Text",
    "check_words",
    "coverage_of",
    "joined",
    "load",
    "load_step",
    "load_text",
    "of_corpus",
    "read_clean",
    "title_of",
    "told_by",
    "version_of",
]


@dataclass(frozen=True, slots=True)
class Text:
    """One clean text of a version: where it comes from, and the stretches a person has pointed at."""

    clean: CleanText
    origin: Origin
    passages: tuple[Span, ...] = ()


def joined(work: Work, texts: Iterable[Text]) -> tuple[Document, ...]:
    """The documents of one version of a work, in the order of its texts: each is read as one that speaks of the work.

    Their units are numbered apart (`d1.4`, `d2.4`), so that a version of several reports has each id once.
    """
    return tuple(_document(work, text, f"d{number}.") for number, text in enumerate(texts, 1))


def load(
    argument: str | PathLike[str],
    *,
    corpus: str | PathLike[str] = "corpus",
    coverage: Coverage | Literal["auto"] = "auto",
    inputs: InputOptions = DEFAULTS,
) -> Version:
    """The version that an argument names: a file, a URL, `-` for standard input, or `work@version` of the corpus.

    `coverage` says how far a file goes: `full` takes it as the instrument's own text, `excerpt` as a report of it, and
    `auto` as a report where it has no provisions of its own and names an instrument.  A version of the corpus knows
    its own; `work@2024-06-01` is the version as of that day.  A page is fetched and not kept.  Raises InputError or
    CorpusError.
    """
    if coverage not in ("auto", *get_args(Coverage)):
        raise InputError(f"there is no coverage {coverage!r}: it is one of auto, {', '.join(get_args(Coverage))}")
    named = fspath(argument)
    if isinstance(argument, str) and of_corpus(named):
        work, _, version = named.partition("@")
        return version_of(corpus_stage.find_version(Path(corpus), work, version), inputs)
    return load_text(named, coverage, inputs)


def of_corpus(argument: str) -> bool:
    """Whether an argument names a version of the corpus: it is no standard input, no URL, no path."""
    return argument != "-" and not fetch_stage.is_url(argument) and not is_path(argument)


def load_text(argument: str, coverage: Coverage | Literal["auto"] = "auto", inputs: InputOptions = DEFAULTS) -> Version:
    """The version that a file, a page or standard input is by itself."""
    opened = open_argument(argument, inputs)
    with uncollected():
        document = segment(clean(opened.source), origin=opened.origin, reported=coverage == "excerpt")
    if coverage == "auto":
        coverage = coverage_of(document)
    check_words(document, argument)
    work_of_file = Work("", title_of(document, coverage) or opened.source.title or document.origin.name)
    metadata = document.metadata
    return Version(
        work_of_file,
        document.origin.name,
        coverage,
        (document,),
        metadata.status,
        metadata.issued,
        metadata.document_number,
        opened.origin.url,
    )


_LEAST = 20
"""So many letters and digits a document has that holds nothing in Chinese."""


def check_words(document: Document, argument: str) -> None:
    """Raise InputError where there is hardly a word to read: a file cut short, or no document at all."""
    words = [*islice(filter(str.isalnum, document.text), _LEAST)]
    if len(words) < _LEAST and not any(char > "\u2e7f" for char in words):
        raise InputError(
            f"{argument} holds no text of a policy (letters and digits: {len(words)}); name a file that does"
        )


def load_step(argument: str, *, corpus: Path, inputs: InputOptions = DEFAULTS) -> tuple[Version, Version]:
    """The two versions that one argument names: of a work its latest step, of `work@version` that one and the next.

    Of the latest version its own step: what it is compared with in the log, and itself.
    """
    work_id, at, version_id = argument.partition("@")
    known = corpus_stage.find_work(corpus, work_id).versions
    if len(known) < 2:
        raise CorpusError(f"{work_id} has {len(known) or 'no'} version; name the other text, or add a version first")
    versions = corpus_stage.placed(known)
    if (why := open_places(work_id, known)) is not None:
        raise why
    last = len(versions) - 1
    named = corpus_stage.find_version(corpus, work_id, version_id).id if at else versions[last].id
    if named not in {version.id for version in versions}:
        raise CorpusError(
            f"neither a date nor the status tells which text comes after {work_id}@{named}; write date into its "
            "version.toml, or name the other text"
        )
    place = [version.id for version in versions].index(named)
    old, new = (place, place + 1) if place < last else (corpus_stage.step_base(versions, last), last)
    return version_of(versions[old], inputs), version_of(versions[new], inputs)


def read_clean(argument: str, *, simplify: bool = True, inputs: InputOptions = DEFAULTS) -> CleanText:
    """The clean text of a file, a page or standard input, with every edit that led to it."""
    return clean(open_argument(argument, inputs).source, simplify=simplify)


def version_of(record: VersionRecord, inputs: InputOptions = DEFAULTS) -> Version:
    """A version of the corpus: of a full one the texts, of an excerpt all the reports.

    What version.toml does not say of a full text, the text may say of itself, and the notice that announced it.
    """
    kinds = {"full": ("text",), "excerpt": ("text", "report")}[record.coverage]
    sources = [source for source in record.sources if source.kind in kinds]
    if not sources:
        raise CorpusError(
            f"{record.name} is said to be {record.coverage}, but version.toml lists no source"
            + (" of kind text" if record.coverage == "full" else "")
        )
    documents = joined(record.work, (_text(source, inputs) for source in sources))
    said = documents[0].metadata if record.coverage == "full" else Metadata()
    date, number = record.date or said.issued, record.document_number or said.document_number
    if record.coverage == "full" and (date is None or number is None):
        for notice in (source for source in record.sources if source.kind == "notice"):
            told = _document(record.work, _text(notice, inputs), "n.").metadata
            date, number = date or told.issued, number or told.document_number
    return Version(
        record.work, record.id, record.coverage, documents, record.status or said.status, date, number, record.url
    )


def _document(work: Work, text: Text, prefix: str) -> Document:
    with uncollected():
        return segment(
            text.clean,
            origin=text.origin,
            id_prefix=prefix,
            instrument=work.title,
            passages=text.passages,
            reported=text.origin.report,
        )


def _text(capture: SourceRecord, inputs: InputOptions) -> Text:
    data = corpus_stage.read_capture(capture)
    cleaned = clean(read_bytes(data, str(capture.path), capture.media_type, options=inputs.read))
    url = capture.final_url or capture.url
    origin = Origin(capture.name, capture.publisher, url, capture.published, capture.kind == "report")
    return Text(cleaned, origin, tuple(_passage(cleaned.text, passage, capture) for passage in capture.passages))


def _passage(text: str, passage: Passage, capture: SourceRecord) -> Span:
    start = text.find(passage.first)
    end = text.find(passage.last, start + len(passage.first) - 1) if start >= 0 else -1
    if start < 0 or end < 0:
        missing = passage.first if start < 0 else passage.last
        raise CorpusError(
            f"{capture.path}: the passage's words {missing!r} are not in the clean text; mend version.toml"
        )
    return Span(start, end + len(passage.last))


def coverage_of(document: Document) -> Coverage:
    """How far a text goes: a report has no provisions of its own and names an instrument."""
    if document.articles():
        return "full"
    return "excerpt" if _instrument_told(document) or document.metadata.cited else "full"


def title_of(document: Document, coverage: Coverage) -> str | None:
    """The title of the instrument that a text is, or that a report mostly speaks of."""
    told = _instrument_told(document)
    return document.metadata.title or told if document.articles() or coverage == "full" else told


def told_by(document: Document) -> Counter[str]:
    """The instruments whose words a report gives, each with in how many sentences."""
    return Counter(
        unit.attribution.instrument for unit in document.walk() if unit.kind == "statement" and unit.attribution
    )


def _instrument_told(document: Document) -> str | None:
    """The instrument that a report mostly speaks of."""
    said = told_by(document)
    return min(said, key=lambda title: (-said[title], title)) if said else None
