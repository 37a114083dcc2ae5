"""What a person says of a text that is there already, put into the tables that say otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from policydiff.corpus.records import Correction, VersionFacts, VersionRecord
from policydiff.corpus.tables import parse_table, read_text
from policydiff.corpus.writing import with_value

__all__ = ["corrections", "write_corrections"]

Write = Callable[[Path, bytes], None]


def corrections(root: Path, record: VersionRecord, said: VersionFacts) -> tuple[Correction, ...]:
    """Where what a person says of a version differs from its tables; what he does not say is null."""
    work_file = root / record.work.id / "work.toml"
    version_file = root / record.work.id / record.id / "version.toml"
    title = said.title if said.title not in record.work.aliases else None  # it is known by that name, too
    told = (
        (work_file, "title", record.work.title, title),
        (version_file, "status", record.status, said.status),
        (version_file, "date", record.date, said.date),
        (version_file, "document_number", record.document_number, said.document_number),
    )
    return tuple(
        Correction(file, key, str(old) if old is not None else "", str(new))
        for file, key, old, new in told
        if new is not None and new != old
    )


def write_corrections(found: tuple[Correction, ...], *, write: Write) -> None:
    """Put what a person says into the tables, and keep everything else as it was written there.

    A title that is replaced stays among the aliases: texts that bear it are still known by it.
    """
    texts: dict[Path, str] = {}
    for one in found:
        texts[one.file] = with_value(texts.get(one.file) or read_text(one.file), one)
    for file, text in texts.items():
        parse_table(file, text)
        write(file, text.encode())
