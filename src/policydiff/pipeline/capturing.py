"""Pages into the corpus: what each capture is, and which of a page's attachments is the text itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from policydiff import corpus as corpus_stage
from policydiff import fetch as fetch_stage
from policydiff.clean import clean, published
from policydiff.corpus import AddResult, Capture, SourceKind, SourceRecord, VersionFacts, VersionRecord
from policydiff.errors import InputError
from policydiff.fetch import Known, Page
from policydiff.fold import fold
from policydiff.model import Document, Origin, Source
from policydiff.pipeline.opening import DEFAULTS, InputOptions, read_page
from policydiff.read import read_bytes
from policydiff.segment import segment

__all__ = ["FetchNote", "FetchResult", "Fetching", "fetch", "own_kind"]

FetchNoteCode = Literal[
    "text_attached",  # the page announces the text, and an attachment is it
    "several_texts",  # several attachments have provisions, and none bears the work's title
    "attachment_unreadable",  # kept, but nothing can be read from it: a scan, a table
    "attachment_failed",  # not kept: it could not be fetched
    "attachments_left",  # there are more than are captured of one page
]


@dataclass(frozen=True, slots=True)
class FetchNote:
    """Something a person should know of a capture: whose file or link, and the reason where there is one."""

    code: FetchNoteCode
    subject: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What fetching one page came to.

    `captured`: added to the corpus, as `added` says.  `unchanged`: the version already has this page (`kept`), byte for
    byte or in the same words.  `suspect`: what was served is no document, and lies aside (`kept`).  `changed`: the page
    is another than the version's capture of it.  `failed`: there was no answer.  `reason` is one sentence.
    """

    url: str
    outcome: Literal["captured", "unchanged", "suspect", "changed", "failed"]
    version_name: str
    added: AddResult | None = None
    kept: Path | None = None
    reason: str = ""
    notes: tuple[FetchNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment as it came, and its structure where it can be read."""

    capture: Capture
    document: Document | None


Found = tuple[tuple[Attached, ...], tuple[FetchNote, ...]]


def fetch(
    corpus: Path,
    urls: tuple[str, ...],
    facts: VersionFacts,
    *,
    publisher: str | None = None,
    attachments: bool = True,
    inputs: InputOptions = DEFAULTS,
) -> Iterator[FetchResult]:
    """Capture pages into a version of the corpus, one result after the other.

    Raises CorpusError before anything is fetched where the version cannot take them; what goes wrong with one page is
    told in its result.
    """
    with inputs.client() as client:
        for url in urls:
            existing = corpus_stage.version_to_extend(corpus, facts)
            fetching = Fetching(corpus, facts, existing, publisher, attachments, inputs, client)
            try:
                yield fetching.one(url)
            except InputError as error:
                yield FetchResult(url, "failed", facts.name, reason=str(error))


@dataclass(frozen=True, slots=True)
class Fetching:
    """What one page is fetched for."""

    corpus: Path
    facts: VersionFacts
    existing: VersionRecord | None
    publisher: str | None
    attachments: bool
    inputs: InputOptions
    client: fetch_stage.Client

    def one(self, url: str) -> FetchResult:
        """Fetch one page, see what it is, and keep it."""
        name = self.facts.name
        earlier = self._captured_before(url)
        if earlier is None:
            corpus_stage.refuse_second_text(self.existing, own_kind(self.facts))
        page = self.client.get(url, _known(earlier))
        if page.unchanged and earlier is not None:
            return FetchResult(url, "unchanged", name, kept=earlier.path)
        return self.keep(url, page, read_page(page, self.inputs), earlier)

    def keep(self, url: str, page: Page, read: Source | InputError, earlier: SourceRecord | None = None) -> FetchResult:
        """See what a page is, and keep it with its attachments."""
        from policydiff.output import write_bytes  # noqa: PLC0415 — most commands write nothing

        name = self.facts.name
        doubt = fetch_stage.suspicion(page, read)
        capture = self.capture(page, read, own_kind(self.facts))
        if doubt is not None or isinstance(read, InputError):
            reason = doubt.sentence if doubt is not None else str(read)
            kept = None
            if capture.data:
                with corpus_stage.locked(self.corpus):
                    kept = corpus_stage.keep_aside(self.corpus, self.facts, capture, reason, write=write_bytes)
            return FetchResult(url, "suspect", name, kept=kept, reason=reason)
        if earlier is not None:
            return self._met_again(url, read, capture, earlier)
        found = self.attached(page, read)
        with corpus_stage.locked(self.corpus):
            return self.put(url, page, read, found)

    def put(self, url: str, page: Page, read: Source, found: Found) -> FetchResult:
        """Add a page with the attachments that were found; whoever may not be alone holds the lock of the corpus."""
        from policydiff.output import write_bytes  # noqa: PLC0415 - as above

        attached, notes = found
        captures, told = self._sorted(self.capture(page, read, own_kind(self.facts)), read, attached)
        added = corpus_stage.add_captures(self.corpus, self.facts, captures, write=write_bytes)
        return FetchResult(url, "captured", self.facts.name, added, added.path, notes=(*told, *notes))

    def _captured_before(self, url: str) -> SourceRecord | None:
        """The version's own capture of a page, checked to be as it was added."""
        for source in self.existing.sources if self.existing is not None else ():
            if source.kind != "attachment" and url in (source.url, source.final_url):
                corpus_stage.read_capture(source)
                return source
        return None

    def _met_again(self, url: str, read: Source, capture: Capture, earlier: SourceRecord) -> FetchResult:
        """A page that the version has: the same, the same words in other bytes (a counter, a date), or another."""
        same = hashlib.sha256(capture.data).hexdigest() == earlier.sha256
        if not same:
            data = corpus_stage.read_capture(earlier)
            before = read_bytes(data, str(earlier.path), earlier.media_type, options=self.inputs.read)
            same = clean(before).text == clean(read).text
        if same:
            return FetchResult(url, "unchanged", self.facts.name, kept=earlier.path)
        reason = (
            f"{url} has changed since it was captured as {earlier.path}, and a capture never changes: "
            "fetch it as a version of its own with --version"
        )
        return FetchResult(url, "changed", self.facts.name, kept=earlier.path, reason=reason)

    def capture(self, page: Page, read: Source | InputError, kind: SourceKind, label: str | None = None) -> Capture:
        """What is kept of a page or an attachment; of a page with the day on which it says it was put up."""
        day = published(clean(read)) if kind != "attachment" and not isinstance(read, InputError) else None
        name = fetch_stage.file_name(page, None if isinstance(read, InputError) else read.media_type)
        return Capture(
            page.data,
            name,
            kind,
            publisher=self.publisher,
            label=label or None,
            url=page.url,
            final_url=page.final_url,
            fetched=page.fetched,
            media_type=page.media_type,
            etag=page.header("etag"),
            last_modified=page.header("last-modified"),
            published=day,
            headers=page.headers,
        )

    def attached(self, page: Page, read: Source) -> Found:
        """The attachments of a page as far as they can be had; none of them is worth losing the page for."""
        if read.media_type != "text/html" or not self.attachments:
            return (), ()
        markup = page.data.decode(read.encoding or "utf-8", errors="replace")
        links = fetch_stage.attachment_links(markup, page.final_url, self.inputs.fetch)
        limit = self.inputs.fetch.max_attachments
        notes = [FetchNote("attachments_left", str(len(links) - limit))] if len(links) > limit else []
        found = []
        for link in links[:limit]:
            try:
                file = self.client.get(link.url)
            except InputError as error:
                notes.append(FetchNote("attachment_failed", link.label or link.url, str(error)))
                continue
            got = read_page(file, self.inputs)
            doubt = fetch_stage.suspicion(file, got)
            if doubt is not None and (doubt.code != "unreadable" or not file.data):
                notes.append(FetchNote("attachment_failed", link.label or link.url, doubt.sentence))
                continue
            capture = self.capture(file, got, "attachment", link.label)
            if isinstance(got, InputError):
                notes.append(FetchNote("attachment_unreadable", capture.name, str(got)))
            found.append(Attached(capture, self._structure(got)))
        return tuple(found), tuple(notes)

    def _structure(self, read: Source | InputError) -> Document | None:
        """The structure of what may be the full text."""
        if isinstance(read, InputError) or self.facts.coverage != "full":
            return None
        return segment(clean(read), origin=Origin(read.uri))

    def _sorted(
        self, page: Capture, read: Source, attached: tuple[Attached, ...]
    ) -> tuple[tuple[Capture, ...], tuple[FetchNote, ...]]:
        """The captures with what each is, the text first.

        A notice that has no provisions of its own, beside an attachment that has, only announces the text: 关于印发
        《某市管理办法》的通知.  Of several such attachments the one that bears the work's title is the text.
        """
        captures = tuple(file.capture for file in attached)
        able = _able(attached)
        announced = self._structure(read) if able else None
        if announced is None or announced.articles():
            return (page, *captures), ()
        chosen = self.announced(announced, read, attached)
        if chosen is None:
            names = ", ".join(file.capture.name for file in able)
            return (page, *captures), (FetchNote("several_texts", names),)
        text = replace(chosen.capture, kind="text")
        others = tuple(capture for capture in captures if capture is not chosen.capture)
        return (text, replace(page, kind="notice"), *others), (FetchNote("text_attached", text.name),)

    def announced(self, page: Document, read: Source, attached: tuple[Attached, ...]) -> Attached | None:
        """The attachment that is the text which a page without provisions announces."""
        able = _able(attached)
        title = self.existing.work.title if self.existing is not None else self.facts.title or ""
        headed = f"{page.metadata.title or ''}\n{read.title or ''}"
        named = [file for file in able if _is_named(file, title, headed)] if len(able) > 1 else able
        return named[0] if named else None


def _able(attached: tuple[Attached, ...]) -> tuple[Attached, ...]:
    """The attachments that have provisions."""
    return tuple(file for file in attached if file.document is not None and file.document.articles())


def own_kind(facts: VersionFacts) -> SourceKind:
    """What kind of source a version of this coverage takes: its text, or a report of it."""
    return "text" if facts.coverage == "full" else "report"


def _known(earlier: SourceRecord | None) -> Known | None:
    if earlier is None or earlier.url is None:
        return None
    return Known(earlier.final_url or earlier.url, earlier.etag, earlier.last_modified)


_STATUS = re.compile(r"\([^()]{1,12}\)|^附件\d{0,2}|\.\w{2,4}$|\W|_")
_SHORTEST_TITLE = 6


def _is_named(file: Attached, title: str, headed: str) -> bool:
    """Whether an attachment bears the work's title, or one that the page's own title names."""
    own = (file.document.metadata.title or "") if file.document is not None else ""
    wanted, page = _title_key(title), _title_key(headed)
    for name in (_title_key(own), _title_key(file.capture.label or "")):
        if len(name) >= _SHORTEST_TITLE and (name in page or (len(wanted) >= _SHORTEST_TITLE and wanted in name)):
            return True
    return False


def _title_key(title: str) -> str:
    """A title without its status, its number as an annex, its suffix and its punctuation."""
    return _STATUS.sub("", fold(title))
