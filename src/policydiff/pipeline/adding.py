"""Files and pages into the corpus, each where it is proposed to belong or where a person says it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff import fetch as fetch_stage
from policydiff.clean import clean, published
from policydiff.corpus import AddResult, Capture, VersionFacts
from policydiff.errors import InputError
from policydiff.model import Document, Origin, Source
from policydiff.pipeline.capturing import Attached, Fetching, FetchResult, own_kind
from policydiff.pipeline.opening import DEFAULTS, InputOptions, open_file, read_page
from policydiff.pipeline.proposing import Proposal, Wishes, propose
from policydiff.pipeline.resembling import remember_print
from policydiff.pipeline.shelf import Shelf
from policydiff.pipeline.versions import check_words
from policydiff.segment import segment

__all__ = ["Addition", "add"]


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one argument: where it was proposed to go, and what was added.

    `result` is null in a rehearsal; of a page, `fetched` tells what came of fetching it.
    """

    proposal: Proposal
    result: AddResult | None = None
    fetched: FetchResult | None = None


@dataclass(frozen=True, slots=True)
class _Door:
    """What every argument of one call shares."""

    corpus: Path
    wishes: Wishes
    url: str | None
    publisher: str | None
    rehearse: bool
    shelf: Shelf
    inputs: InputOptions


def add(  # noqa: PLR0913 - what may be said of a text
    corpus: Path,
    argument: str,
    wishes: Wishes,
    *,
    url: str | None = None,
    publisher: str | None = None,
    rehearse: bool = False,
    shelf: Shelf | None = None,
    inputs: InputOptions = DEFAULTS,
) -> Addition:
    """Keep a file, a page (by its URL) or standard input (`-`) in the corpus.

    What cannot be read is refused before anything is written.  The same text twice changes nothing, except for what a
    person says otherwise of it.  With `rehearse` nothing is written at all.  Whoever adds many texts reads the corpus
    once if they share a `shelf`; in a rehearsal each is then judged as if those before it had been added.
    """
    door = _Door(corpus, wishes, url, publisher, rehearse, shelf or Shelf(corpus), inputs)
    return _page(door, argument) if fetch_stage.is_url(argument) else _file(door, argument)


def _file(door: _Door, argument: str) -> Addition:
    source, data = open_file(argument, door.inputs)
    name = "capture.txt" if argument == "-" else Path(argument).name
    document = segment(clean(source), origin=Origin(name))
    check_words(document, argument)
    day = published(document.clean)
    if door.rehearse:
        return _rehearsed(door, document, day)
    from policydiff.output import write_bytes  # noqa: PLC0415 - most commands write nothing

    with corpus_stage.locked(door.corpus):
        proposal = _proposed(door, document, day)
        if (there := _corrected(door, proposal)) is not None:
            return there
        kind = own_kind(proposal.facts)
        capture = Capture(data, name, kind, publisher=door.publisher, url=door.url, published=day)
        result = corpus_stage.add_captures(door.corpus, proposal.facts, (capture,), write=write_bytes)
    _remember(door, proposal, document)
    return Addition(proposal, result)


def _page(door: _Door, url: str) -> Addition:
    """A page; it is fetched and read before the corpus is locked, and placed while nobody else writes."""
    known = _captured(door, url)
    with door.inputs.client() as client:
        if known is not None and not door.rehearse:
            existing = corpus_stage.version_to_extend(door.corpus, known)
            fetching = Fetching(door.corpus, known, existing, door.publisher, True, door.inputs, client)
            return Addition(Proposal(known), fetched=fetching.one(url))
        page = client.get(url)
        read = read_page(page, door.inputs)
        doubt = fetch_stage.suspicion(page, read)
        if doubt is not None:
            raise InputError(doubt.sentence)
        if isinstance(read, InputError):
            raise read
        unplaced = VersionFacts("", "", "full", title=door.wishes.title)
        fetching = Fetching(door.corpus, unplaced, None, door.publisher, True, door.inputs, client)
        found = fetching.attached(page, read)
        document, day = _text(door, fetching, read, found[0])
        if door.rehearse:
            return _rehearsed(door, document, day)
        with corpus_stage.locked(door.corpus):
            proposal = _proposed(door, document, day)
            if (there := _corrected(door, proposal)) is not None:
                return there
            existing = corpus_stage.version_to_extend(door.corpus, proposal.facts)
            fetching = Fetching(door.corpus, proposal.facts, existing, door.publisher, True, door.inputs, client)
            fetched = fetching.put(url, page, read, found)
    _remember(door, proposal, document)
    return Addition(proposal, fetched.added, fetched)


def _corrected(door: _Door, proposal: Proposal) -> Addition | None:
    """What became of a text that is there already: what a person says otherwise of it is written down."""
    if proposal.same is None or proposal.path is None:
        return None
    from policydiff.output import write_bytes  # noqa: PLC0415 - see above

    corpus_stage.write_corrections(proposal.corrections, write=write_bytes)
    door.shelf.forget(proposal.facts.work)
    return Addition(proposal, AddResult(False, proposal.path, proposal.same, corrected=proposal.corrections))


def _rehearsed(door: _Door, document: Document, day: date | None) -> Addition:
    """What would become of a text; the shelf supposes it was added, so that the next one is judged as it would be."""
    proposal = _proposed(door, document, day)
    if proposal.same is None:
        facts, sha256 = proposal.facts, document.clean.source.sha256
        known = {work.work.id: work for work in door.shelf.survey().works}
        kind, name = own_kind(facts), document.origin.name
        door.shelf.suppose(corpus_stage.supposed(door.corpus, known.get(facts.work), facts, kind, name, sha256))
        remember_print(door.shelf.memory, sha256, proposal.print)
    return Addition(proposal)


def _remember(door: _Door, proposal: Proposal, document: Document) -> None:
    door.shelf.forget(proposal.facts.work)
    remember_print(door.shelf.memory, document.clean.source.sha256, proposal.print)


def _text(
    door: _Door, fetching: Fetching, read: Source, attached: tuple[Attached, ...]
) -> tuple[Document, date | None]:
    """The structure of a page, or of the attachment that is the text which it announces, and when it was put up."""
    page = segment(clean(read), origin=Origin(read.uri))
    day = published(page.clean)
    if page.articles() or door.wishes.coverage == "excerpt":
        return page, day
    text = fetching.announced(page, read, attached)
    return (text.document if text is not None and text.document is not None else page), day


def _captured(door: _Door, url: str) -> VersionFacts | None:
    """Where a page goes without a look at it: to where a person says, or to the version that has it already."""
    wishes = door.wishes
    if wishes.work is not None and wishes.version is not None and wishes.coverage is not None:
        if wishes.title is None and not (door.corpus / wishes.work / "work.toml").is_file():
            return None  # the page may say what the new work is called
        return VersionFacts(wishes.work, wishes.version, wishes.coverage, wishes.status, wishes.date, wishes.title)
    for work in door.shelf.survey().works:
        for version in work.versions:
            wanted = wishes.work in (None, work.work.id) and wishes.version in (None, version.id)
            for source in version.sources if wanted else ():
                if source.kind != "attachment" and url in (source.url, source.final_url):
                    return VersionFacts(work.work.id, version.id, "excerpt" if source.kind == "report" else "full")
    return None


def _proposed(door: _Door, document: Document, day: date | None) -> Proposal:
    return propose(door.corpus, document, door.wishes, published=day, shelf=door.shelf, inputs=door.inputs)
