"""Where a text belongs in a corpus: proposed, with reasons; a person may say otherwise."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.corpus import Correction, VersionFacts, VersionRecord, WorkRecord
from policydiff.errors import CorpusError
from policydiff.model import Coverage, Document, Note, Status
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.prints import Print
from policydiff.pipeline.resembling import DRAFTS, Account, Resemblance, account
from policydiff.pipeline.shelf import Look, Shelf
from policydiff.pipeline.versions import coverage_of

__all__ = ["Proposal", "Wishes", "propose"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person says of a text that is added; null is for the program to propose."""

    work: str | None = None
    version: str | None = None
    coverage: Coverage | None = None
    status: Status | None = None
    date: date | None = None
    title: str | None = None

    @property
    def complete(self) -> bool:
        """Whether they say where the text goes and how far it goes."""
        return None not in (self.work, self.version, self.coverage)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where a text goes, and why: what was decided as notes.

    `same` is the version that has this text already, in which case nothing is to be added; `path` is its capture, and
    `corrections` are what a person says otherwise of it.
    `print` is that of a full text, for whoever remembers it.
    """

    facts: VersionFacts
    reasons: tuple[Note, ...] = ()
    same: str | None = None
    path: Path | None = None
    print: Print | None = None
    corrections: tuple[Correction, ...] = ()


def propose(
    root: Path,
    document: Document,
    wishes: Wishes,
    *,
    published: date | None = None,
    shelf: Shelf | None = None,
    inputs: InputOptions = DEFAULTS,
) -> Proposal:
    """Propose where a text goes; `published` is when its page says that it was put up.

    A work is known by the text's bytes, by its document number, by its title (without status, year of revision and
    the notice around it), or else by a like text under a like title.  Raises CorpusError where two works are equally
    likely, where a work that cannot be read may be the one, where the text stands at another place than a person names,
    or where nothing tells what the text is; the sentence names the option that settles it.
    """
    shelf = shelf or Shelf(root)
    told = account(document, wishes.coverage or coverage_of(document), wishes.title, published)
    look = shelf.look()
    known = _same_bytes(root, look, document.clean.source.sha256, wishes)
    if known is not None:
        return known
    if wishes.complete:  # faults elsewhere do not matter to a work that a person names
        look = Look(tuple(one for one in look.works if one.record.work.id == wishes.work))
    resembling = Resemblance(root, look.works, told, shelf.memory, inputs)
    work, why = _work(resembling, wishes)
    if work is None and wishes.work is None:
        _refuse_unreadable(root, told, look)
    facts, reasons = _version(resembling, work, wishes)
    reasons = (
        *(Note("fault_ignored", (("name", f.name), ("reason", f.sentence))) for f in look.faults),
        *why,
        *reasons,
    )
    reasons = (*reasons, *_held_elsewhere(look, document.clean.source.sha256, facts))
    same = resembling.same_words(work) if work is not None and told.coverage == "full" else None
    if same is not None and (wishes.version is None or wishes.version == same.id):
        facts = replace(facts, work=same.work.id, version=same.id)
        texts = [source.path for source in same.sources if source.kind == "text"]
        return _there_already(root, same, facts, "same_text", texts[0], wishes)
    return Proposal(facts, reasons, print=told.print)


def _same_bytes(root: Path, look: Look, sha256: str, wishes: Wishes) -> Proposal | None:
    """The version that has these very bytes; raises where a person names another place for them.

    A report may speak of several instruments, and may stand with each.
    """
    holding = [
        (version, source)
        for shelved in look.works
        if sha256 in shelved.digests
        for version in shelved.record.versions
        for source in version.sources
        if source.sha256 == sha256
    ]
    for version, source in holding:
        if wishes.work in (None, version.work.id) and wishes.version in (None, version.id):
            coverage: Coverage = "full" if source.kind == "text" else "excerpt"
            if wishes.coverage not in (None, coverage) and source.kind in ("text", "report"):
                raise CorpusError(
                    f"{version.name} already has these bytes as {source.name}, of kind {source.kind}; if that is "
                    "wrong, correct kind and coverage in its version.toml"
                )
            facts = VersionFacts(version.work.id, version.id, wishes.coverage or coverage)
            return _there_already(root, version, facts, "same_bytes", source.path, wishes)
    for version, source in holding:
        if source.kind == "text":
            named = f"{wishes.work or version.work.id}@{wishes.version or version.id}"
            raise CorpusError(
                f"these bytes are in the corpus already, as the text of {version.name} ({source.path}), and not of "
                f"{named}; if they belong there, rename the folder {source.path.parent.parent}, or remove it first"
            )
    return None


def _held_elsewhere(look: Look, sha256: str, facts: VersionFacts) -> tuple[Note, ...]:
    """The other versions of its work that a report stands with already; it may compare the two."""
    return tuple(
        Note("held_elsewhere", (("version", version.name), ("path", str(source.path))))
        for shelved in look.works
        if sha256 in shelved.digests and shelved.record.work.id == facts.work
        for version in shelved.record.versions
        for source in version.sources
        if source.sha256 == sha256 and version.id != facts.version
    )


def _there_already(
    root: Path, version: VersionRecord, facts: VersionFacts, code: str, path: Path, wishes: Wishes
) -> Proposal:
    """The proposal to change nothing but what a person says otherwise."""
    said = VersionFacts(version.work.id, version.id, facts.coverage, wishes.status, wishes.date, wishes.title)
    found = corpus_stage.corrections(root, version, said)
    return Proposal(facts, (Note(code, (("version", version.name),)),), version.name, path, corrections=found)


def _refuse_unreadable(root: Path, told: Account, look: Look) -> None:
    """Raise where a work that cannot be read may be the text's own: a second one would be founded."""
    for fault in look.faults:
        if fault.name == fault.work and corpus_stage.may_bear(root / fault.work, told.title or ""):
            raise CorpusError(
                f"{told.name} may belong to {fault.work}, which cannot be read ({fault.sentence}): mend it, or say "
                "with --work where the text belongs"
            )


def _work(resembling: Resemblance, wishes: Wishes) -> tuple[WorkRecord | None, tuple[Note, ...]]:
    """The work that a text belongs to, null for a new one."""
    told = resembling.told
    if wishes.work is not None:
        return next((one.record for one in resembling.works if one.record.work.id == wishes.work), None), ()
    if told.title is None:
        raise CorpusError(
            f"{told.name} bears no title: say which work it belongs to with --work, or what it is called with --title"
        )
    work, why = resembling.work()
    if work is None:
        return None, (why,)
    known = {corpus_stage.title_key(title) for title in (work.work.title, *work.work.aliases)}
    if corpus_stage.title_key(told.title) in known:
        return work, (why,)
    return work, (why, Note("other_title", (("title", told.title), ("work", work.work.id))))


def _version(resembling: Resemblance, work: WorkRecord | None, wishes: Wishes) -> tuple[VersionFacts, tuple[Note, ...]]:
    """The version of its work that a text belongs to, and the facts it adds to it."""
    told = resembling.told
    existing, why = (None, None)
    if wishes.version is None and work is not None:
        existing, why = _belonging(told, work, wishes)
    elif work is not None:
        existing = next((version for version in work.versions if version.id == wishes.version), None)
    status, day = wishes.status or told.status, wishes.date or told.date
    reasons = _read(told, wishes)
    if existing is None and wishes.version is None:
        taken = {version.id for version in work.versions} if work is not None else set()
        version_id = corpus_stage.new_version_id(status, day, told.year, taken)
        why = Note("version_new", (("version", version_id),))
    else:
        version_id = wishes.version or (existing.id if existing is not None else "")
    if existing is not None:  # what its version.toml says, a person may have settled: it is only added to
        status = wishes.status or (told.status if existing.status is None else None)
        day = wishes.date or (told.date if existing.date is None else None)
    facts = VersionFacts(
        work.work.id if work is not None else _work_id(resembling, wishes),
        version_id,
        told.coverage,
        status,
        day,
        wishes.title or (told.title if work is None else None),
        told.number if existing is None or existing.document_number is None else None,
    )
    return facts, ((why, *reasons) if why is not None else reasons)


def _work_id(resembling: Resemblance, wishes: Wishes) -> str:
    if wishes.work is not None:
        return wishes.work
    root = resembling.root
    taken = set(os.listdir(root)) if root.is_dir() else set()  # noqa: PTH208 - by the thousand
    taken |= {one.record.work.id for one in resembling.works}
    return corpus_stage.new_work_id(resembling.told.title or "", taken)


def _belonging(told: Account, work: WorkRecord, wishes: Wishes) -> tuple[VersionRecord | None, Note | None]:
    """The version that a text completes or reports; raises where a report may be of several."""
    status, day = wishes.status or told.status, wishes.date or told.date
    numbered = [v for v in work.versions if told.number and v.document_number == told.number]
    if len(numbered) == 1 and (told.coverage == "excerpt" or not _has_text(numbered[0])):
        number = told.number or ""
        return numbered[0], Note("version_by_number", (("version", numbered[0].id), ("number", number)))
    fitting = [version for version in work.versions if _fits(version, status, day, told)]
    if told.coverage == "full":
        fitting = [version for version in fitting if version.coverage == "excerpt" and not _has_text(version)]
        return (
            (fitting[0], Note("version_completed", (("version", fitting[0].id),)))
            if len(fitting) == 1
            else (None, None)
        )
    if len(fitting) > 1:
        listed = ", ".join(version.id for version in fitting)
        raise CorpusError(
            f"{told.name} reports on {work.work.id}, and may speak of {listed}: say of which with --version"
        )
    return (fitting[0], Note("version_reported", (("version", fitting[0].id),))) if fitting else (None, None)


def _has_text(version: VersionRecord) -> bool:
    return any(source.kind == "text" for source in version.sources)


def _fits(version: VersionRecord, status: Status | None, day: date | None, told: Account) -> bool:
    """Whether nothing that is known of a version speaks against a text's being of it.

    A report that does not call what it tells a draft, and is later than one, tells of what came after.
    """
    if version.status is not None and status is not None and version.status != status:
        return False
    if version.date is None:
        return True
    if status is None and version.status in DRAFTS and told.reported_on and told.reported_on > version.date:
        return False
    if day is not None:
        return version.date == day or (version.coverage == "excerpt" and version.date.year == day.year)
    return told.year is None or version.date.year == told.year


def _read(told: Account, wishes: Wishes) -> tuple[Note, ...]:
    """What was read from the text because nobody said it."""
    notes = []
    if wishes.coverage is None:
        notes.append(Note(f"coverage_{told.coverage}"))
    if wishes.status is None and told.status is not None:
        notes.append(Note("status_read", (("status", told.status),)))
    if wishes.date is None and told.date is not None:
        notes.append(Note("date_published" if told.from_page else "date_read", (("date", told.date.isoformat()),)))
    if told.number is not None:
        notes.append(Note("number_read", (("number", told.number),)))
    return tuple(notes)
