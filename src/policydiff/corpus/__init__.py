"""The corpus: a folder of works, their versions and the captures each rests on.

    corpus/<work>/work.toml                title, issuer, aliases
    corpus/<work>/<version>/version.toml   status, date, coverage, document number, URL, and the captures
    corpus/<work>/<version>/raw/*          the captures, never changed
    corpus/<work>/<version>/headers/*      what the server said of those that were fetched
    corpus/.policydiff/                    a lock and what can be made again; no part of the corpus
    corpus/.suspect/<work>@<version>/*     what was served instead of a text, each with the reason; no version lists it

The folder is the truth: a person can read it, edit it and keep it in git.

Most commands need little of it, so each module is loaded when one of its names is first asked for.
"""

from typing import TYPE_CHECKING

from policydiff.later import later

if TYPE_CHECKING:
    from policydiff.corpus.adding import add_captures, keep_aside, refuse_second_text, version_to_extend
    from policydiff.corpus.correcting import corrections, write_corrections
    from policydiff.corpus.folder import find_version, find_work, read_capture, step_base, survey, work_ids, works
    from policydiff.corpus.ids import new_version_id, new_work_id
    from policydiff.corpus.locking import locked
    from policydiff.corpus.ordering import placed, undecided
    from policydiff.corpus.records import (
        AddResult,
        Capture,
        Correction,
        Fault,
        Passage,
        SourceKind,
        SourceRecord,
        Survey,
        VersionFacts,
        VersionRecord,
        WorkRecord,
    )
    from policydiff.corpus.signatures import signature
    from policydiff.corpus.supposing import supposed
    from policydiff.corpus.titles import may_bear, placed_like, same_kin, title_key, title_subject

__all__ = [
    "AddResult",
    "Capture",
    "Correction",
    "Fault",
    "Passage",
    "SourceKind",
    "SourceRecord",
    "Survey",
    "VersionFacts",
    "VersionRecord",
    "WorkRecord",
    "add_captures",
    "corrections",
    "find_version",
    "find_work",
    "keep_aside",
    "locked",
    "may_bear",
    "new_version_id",
    "new_work_id",
    "placed",
    "placed_like",
    "read_capture",
    "refuse_second_text",
    "same_kin",
    "signature",
    "step_base",
    "supposed",
    "survey",
    "title_key",
    "title_subject",
    "undecided",
    "version_to_extend",
    "work_ids",
    "works",
    "write_corrections",
]

__getattr__, __dir__ = later(
    __name__,
    {
        "records": (
            "AddResult",
            "Capture",
            "Correction",
            "Fault",
            "Passage",
            "SourceKind",
            "SourceRecord",
            "Survey",
            "VersionFacts",
            "VersionRecord",
            "WorkRecord",
        ),
        "adding": ("add_captures", "keep_aside", "refuse_second_text", "version_to_extend"),
        "correcting": ("corrections", "write_corrections"),
        "folder": ("find_version", "find_work", "read_capture", "step_base", "survey", "work_ids", "works"),
        "locking": ("locked",),
        "titles": ("may_bear", "placed_like", "same_kin", "title_key", "title_subject"),
        "ids": ("new_version_id", "new_work_id"),
        "ordering": ("placed", "undecided"),
        "signatures": ("signature",),
        "supposing": ("supposed",),
    },
)
