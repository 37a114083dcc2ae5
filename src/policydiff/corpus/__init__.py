"""The corpus: a folder of works, their versions and the captures each rests on.

    corpus/<work>/work.toml                title, issuer, aliases
    corpus/<work>/<version>/version.toml   status, date, coverage, document number, URL, and the captures
    corpus/<work>/<version>/raw/*          the captures, never changed

The folder is the truth: a person can read it, edit it and keep it in git.
"""

from policydiff.corpus.adding import add_capture
from policydiff.corpus.folder import find_version, read_capture, works
from policydiff.corpus.records import AddResult, Passage, SourceRecord, VersionRecord, WorkRecord

__all__ = [
    "AddResult",
    "Passage",
    "SourceRecord",
    "VersionRecord",
    "WorkRecord",
    "add_capture",
    "find_version",
    "read_capture",
    "works",
]
