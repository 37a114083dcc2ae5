"""What a work would be if a text had been added to it: for a rehearsal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from policydiff.corpus.adding import refuse_second_text, version_to_extend
from policydiff.corpus.names import safe_file_name
from policydiff.corpus.ordering import in_order
from policydiff.corpus.records import SourceKind, SourceRecord, VersionFacts, VersionRecord, WorkRecord
from policydiff.model import Work

__all__ = ["supposed"]


def supposed(
    root: Path, work: WorkRecord | None, facts: VersionFacts, kind: SourceKind, name: str, sha256: str
) -> WorkRecord:
    """A work as it would be with one more capture; raises where adding it would raise."""
    known = work or WorkRecord(Work(facts.work, facts.title or facts.work), ())
    existing = next((one for one in known.versions if one.id == facts.version), None)
    if work is None or (root / facts.work / "work.toml").exists():  # else it is supposed itself
        version_to_extend(root, facts)
    refuse_second_text(existing, kind)
    file = safe_file_name(name)
    source = SourceRecord(root / facts.work / facts.version / "raw" / file, file, kind, None, None, None, sha256)
    number = facts.document_number
    if existing is None:
        told = VersionRecord(
            known.work, facts.version, facts.status, facts.date, facts.coverage, number, None, (source,)
        )
    else:
        told = replace(
            existing,
            status=existing.status or facts.status,
            date=existing.date or facts.date,
            coverage="full" if facts.coverage == "full" else existing.coverage,
            document_number=existing.document_number or number,
            sources=(*existing.sources, source),
        )
    others = (one for one in known.versions if one.id != facts.version)
    return WorkRecord(known.work, in_order((*others, told)))
