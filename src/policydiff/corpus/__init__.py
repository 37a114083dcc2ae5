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

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.corpus.adding import add_captures, keep_aside, refuse_second_text, version_to_extend
    from policydiff.corpus.folder import find_version, find_work, read_capture, step_base, survey, work_ids, works
    from policydiff.corpus.ids import new_version_id, new_work_id
    from policydiff.corpus.locking import locked
    from policydiff.corpus.records import (
        AddResult,
        Capture,
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
    from policydiff.corpus.titles import same_kin, title_key, title_subject

__all__ = [
    "AddResult",
    "Capture",
    "Fault",
    "Passage",
    "SourceKind",
    "SourceRecord",
    "Survey",
    "VersionFacts",
    "VersionRecord",
    "WorkRecord",
    "add_captures",
    "find_version",
    "find_work",
    "keep_aside",
    "locked",
    "new_version_id",
    "new_work_id",
    "read_capture",
    "refuse_second_text",
    "same_kin",
    "signature",
    "step_base",
    "survey",
    "title_key",
    "title_subject",
    "version_to_extend",
    "work_ids",
    "works",
]

_HOMES = {
    "AddResult": "records",
    "Capture": "records",
    "Fault": "records",
    "Passage": "records",
    "SourceKind": "records",
    "SourceRecord": "records",
    "Survey": "records",
    "VersionFacts": "records",
    "VersionRecord": "records",
    "WorkRecord": "records",
    "add_captures": "adding",
    "find_version": "folder",
    "find_work": "folder",
    "keep_aside": "adding",
    "locked": "locking",
    "new_version_id": "ids",
    "new_work_id": "ids",
    "read_capture": "folder",
    "refuse_second_text": "adding",
    "same_kin": "titles",
    "signature": "signatures",
    "step_base": "folder",
    "survey": "folder",
    "title_key": "titles",
    "title_subject": "titles",
    "version_to_extend": "adding",
    "work_ids": "folder",
    "works": "folder",
}


def __getattr__(name: str) -> object:
    """Load a name's module at its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"policydiff.corpus.{_HOMES[name]}"), name)
    globals()[name] = found  # the next one to ask finds it without a detour
    return found
