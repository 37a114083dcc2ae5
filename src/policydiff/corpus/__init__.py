"""The corpus: a folder of works, their versions and the captures each rests on.

    corpus/<work>/work.toml                title, issuer, aliases
    corpus/<work>/<version>/version.toml   status, date, coverage, document number, URL, and the captures
    corpus/<work>/<version>/raw/*          the captures, never changed
    corpus/<work>/<version>/headers/*      what the server said of those that were fetched
    corpus/.suspect/<work>@<version>/*     what was served instead of a text, each with the reason; no version lists it

The folder is the truth: a person can read it, edit it and keep it in git.
"""

from policydiff.corpus.adding import add_captures, keep_aside, refuse_second_text, version_to_extend
from policydiff.corpus.folder import find_version, read_capture, works
from policydiff.corpus.records import (
    AddResult,
    Capture,
    Passage,
    SourceKind,
    SourceRecord,
    VersionFacts,
    VersionRecord,
    WorkRecord,
)

__all__ = [
    "AddResult",
    "Capture",
    "Passage",
    "SourceKind",
    "SourceRecord",
    "VersionFacts",
    "VersionRecord",
    "WorkRecord",
    "add_captures",
    "find_version",
    "keep_aside",
    "read_capture",
    "refuse_second_text",
    "version_to_extend",
    "works",
]
