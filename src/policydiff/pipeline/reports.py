"""Reports that are given as files or pages: what they tell is one version, the same that a corpus makes of them.

A report may speak of many instruments, so the first question is of which one all of them do: of the one that the other
text is a version of, where they name it, else of the one that most of them tell.  Then `versions.joined` reads each of
them as a report of that work, as it does with the reports that a version of the corpus lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from policydiff.clean import published
from policydiff.errors import InputError
from policydiff.model import Document, Note, Version, Work
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.resembling import same_name
from policydiff.pipeline.versions import Text, joined, load_text, of_corpus, told_by

__all__ = ["Reports", "load_reports", "report_of"]

_DRAFT = re.compile("征求意见|草案|送审稿|讨论稿")
_MANY = 64
"""So many of the titles that reports tell are looked at, the commonest first."""


@dataclass(frozen=True, slots=True)
class Reports:
    """What several reports tell, as one version, and what a person should know of how they were put together."""

    version: Version
    notes: tuple[Note, ...] = ()


def load_reports(
    arguments: Sequence[str], *, old: Version, trusted: bool = False, inputs: InputOptions = DEFAULTS
) -> Reports:
    """The version that several reports tell of, to be compared with `old`: files, pages, or `-` for standard input.

    The same bytes twice count once.  A text with provisions of its own is no report and is refused, unless it is
    `trusted` to be one.  Raises InputError.
    """
    found: dict[str, tuple[str, Document]] = {}
    notes = []
    for argument in arguments:
        document = _report(argument, trusted, inputs)
        first, _ = found.setdefault(document.clean.source.sha256, (argument, document))
        if found[document.clean.source.sha256][1] is not document:
            notes.append(Note("same_report", (("document", argument), ("other", first))))
    reports = _named_apart(tuple(found.values()))
    work = _work(reports, old)
    names = [report.origin.name for report in reports]
    documents = joined(work, map(_text, reports))
    telling = [one.origin.name for one in documents if any(work.says(unit.attribution) for unit in one.walk())]
    if len(telling) > 1:
        told = (("count", str(len(telling))), ("title", work.title), ("documents", "; ".join(telling)))
        notes.append(Note("reports_joined", told))
    return Reports(Version(work, " + ".join(names), "excerpt", documents), tuple(notes))


def report_of(version: Version, old: Version) -> Version:
    """A file's version as a report of the instrument that `old` is a text of, where it is a report and names that one.

    A round-up that mostly speaks of other instruments is read for the one that it is compared with.
    """
    if version.work.id or version.coverage == "full" or not any(map(told_by, version.documents)):
        return version
    work = _work(version.documents, old)
    return replace(version, work=work, documents=joined(work, map(_text, version.documents)))


def _report(argument: str, trusted: bool, inputs: InputOptions) -> Document:
    if of_corpus(argument):
        raise InputError(
            f"{argument} is a version of the corpus, not one of several reports: compare it alone, as in: "
            f"policydiff diff OLD {argument}"
        )
    (document,) = load_text(argument, "auto", inputs).documents
    if document.articles() and not trusted:
        raise InputError(
            f"{argument} has provisions of its own: it is a whole text, not one of several reports; compare it alone, "
            f"as in: policydiff diff OLD {argument} (or say --coverage excerpt if it is a report all the same)"
        )
    return document


def _named_apart(reports: Sequence[tuple[str, Document]]) -> tuple[Document, ...]:
    """The reports, each under a name of its own.

    Two files called report.html go by as much of their paths as it takes: one/report.html and two/report.html.
    """
    names = [document.origin.name for _, document in reports]
    paths = [PurePath(argument).parts for argument, _ in reports]
    for depth in range(2, max(map(len, paths), default=0) + 1):
        often = Counter(names)
        names = ["/".join(path[-depth:]) if often[name] > 1 else name for name, path in zip(names, paths, strict=True)]
    return tuple(
        replace(document, origin=replace(document.origin, name=name))
        for name, (_, document) in zip(names, reports, strict=True)
    )


def _text(report: Document) -> Text:
    return Text(report.clean, replace(report.origin, published=published(report.clean), report=True))


def _work(reports: Sequence[Document], old: Version) -> Work:
    """The instrument that all the reports are of, with the other names they give it."""
    told = [told_by(report) for report in reports]
    often: Counter[str] = Counter()
    for titles in told:
        often.update(titles)
    candidates = sorted(often, key=lambda title: (-often[title], title))[:_MANY]
    known = _names(old)
    if not candidates:
        return Work("", known[0], None, known[1:])

    def of_old(title: str) -> bool:
        return any(same_name(title, name) for name in known)

    def weight(title: str) -> tuple[bool, int, int]:
        """A report may quote the draft beside the text it is of, and a round-up tells what other cities did."""
        return of_old(title) and not _DRAFT.search(title), sum(title in titles for titles in told), often[title]

    main = max(candidates, key=weight)  # of equals the first, which is in order
    others = {*candidates, *(known if of_old(main) else ())}
    return Work("", main, None, tuple(sorted(name for name in others if name != main and same_name(name, main))))


def _names(old: Version) -> tuple[str, ...]:
    """What the old text is called: by its work, and by itself."""
    own = (document.metadata.title for document in old.documents)
    return tuple(dict.fromkeys(name for name in (old.work.title, *own, *old.work.aliases) if name))
