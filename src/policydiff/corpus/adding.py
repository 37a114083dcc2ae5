"""Adding a capture to a corpus.

tomlkit is imported where a version.toml is written: it is needed by nothing else, and it keeps what a person wrote
there, comments and all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a parameter has that name
from pathlib import Path

from policydiff.corpus.folder import read_capture, read_version
from policydiff.corpus.names import check_id, safe_file_name
from policydiff.corpus.records import AddResult, SourceRecord, VersionRecord
from policydiff.corpus.tables import read_table, read_text
from policydiff.errors import CorpusError, InputError
from policydiff.model import Coverage, Status, Work

__all__ = ["add_capture"]

Write = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a person says of the version that a capture is added to."""

    coverage: Coverage
    status: Status | None
    date: Day | None


def add_capture(  # noqa: PLR0913 - each is one option of `policydiff add`
    root: Path,
    data: bytes,
    file_name: str,
    *,
    write: Write,
    work: str,
    version: str,
    coverage: Coverage,
    status: Status | None = None,
    date: Day | None = None,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> AddResult:
    """Add the bytes of a page to `work@version`, making the work and the version where they do not exist yet.

    Of coverage `full` the capture is the instrument's own text, of coverage `excerpt` a report of it; `url` and
    `publisher` are the capture's.  A full text makes an excerpt version full, and its reports stay listed.  The same
    bytes twice change nothing.  Other bytes never take the place of a capture: they get a name of their own.

    `write` puts one file in place as a whole or not at all.  version.toml comes last, and what was written before it
    is taken back where it fails, so that a corpus never shows half an addition.
    """
    _check_usable(work, version, data, file_name)
    work_file, folder = root / work / "work.toml", root / work / version
    new_work = _new_work(work_file, work, title)
    existing = read_version(folder, Work(work, title or work)) if (folder / "version.toml").exists() else None
    facts = _Facts(coverage, status, date)
    if existing is not None:
        _check_agreement(existing, facts, folder)
        if same := _same_bytes(existing, data, facts):
            return AddResult(False, same.path, existing.name)
    path = _free_path(folder / "raw", safe_file_name(file_name), data, existing)
    entry = _entry(path, data, coverage, publisher, url)
    version_toml = _with_source(read_text(folder / "version.toml") if existing is not None else "", facts, entry)
    pending = [(path, data)] if not path.exists() else []
    pending += [(work_file, new_work.encode())] if new_work else []
    _write_all([*pending, (folder / "version.toml", version_toml.encode())], write)
    became_full = existing is not None and existing.coverage == "excerpt" and coverage == "full"
    return AddResult(True, path, f"{work}@{version}", bool(new_work), existing is None, became_full)


def _check_usable(work: str, version: str, data: bytes, file_name: str) -> None:
    check_id("work", work)
    check_id("version", version)
    if not data:
        raise InputError(f"{file_name} is empty: there is nothing to add")


def _new_work(file: Path, work: str, title: str | None) -> str:
    """The text of a new work.toml; empty where the work exists, whose title must then agree."""
    if not file.exists():
        import tomlkit  # noqa: PLC0415

        if title is None:
            raise CorpusError(f'{file.parent.parent} has no work "{work}" yet; give its title with --title')
        return tomlkit.dumps({"title": title, "aliases": []})
    table = read_table(file)
    known = (table.text_of("title"), *table.texts("aliases"))
    if title is not None and title not in known:
        raise table.fault("title", f"the work's title is {known[0]}, not {title}; if it bears both, add one to aliases")
    return ""


def _check_agreement(existing: VersionRecord, facts: _Facts, folder: Path) -> None:
    """Refuse facts that contradict version.toml: which of the two is right only a person can say."""
    for key, old, new in (("status", existing.status, facts.status), ("date", existing.date, facts.date)):
        if old is not None and new is not None and old != new:
            raise CorpusError(
                f"{folder / 'version.toml'} says {key} {old}, not {new}; correct it there, or leave it out"
            )


def _same_bytes(existing: VersionRecord, data: bytes, facts: _Facts) -> SourceRecord | None:
    """The capture that already holds these bytes; raises where a full text would be the second one."""
    digest = hashlib.sha256(data).hexdigest()
    kind = "text" if facts.coverage == "full" else "report"
    for source in existing.sources:
        if source.sha256 == digest:
            if source.kind != kind:
                raise CorpusError(
                    f"{existing.name} already has these bytes as {source.name}, of kind {source.kind}, not {kind}; "
                    "if that is wrong, correct kind in its version.toml"
                )
            read_capture(source)
            return source
    texts = [source.name for source in existing.sources if source.kind == "text"]
    if texts and kind == "text":
        raise CorpusError(
            f"{existing.name} already has its full text, {texts[0]}; add the other text as a version of its own, or "
            "remove that [[source]] from version.toml first"
        )
    return None


def _free_path(raw: Path, name: str, data: bytes, existing: VersionRecord | None) -> Path:
    """Where the capture goes: under its own name, or with the first number that no other bytes hold."""
    listed = {source.path for source in existing.sources} if existing is not None else set()
    path, number = raw / name, 1
    while path in listed or (path.exists() and path.read_bytes() != data):
        number += 1
        path = raw / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path


def _entry(path: Path, data: bytes, coverage: Coverage, publisher: str | None, url: str | None) -> dict[str, str]:
    """The [[source]] of a capture; what is not known is left out."""
    entry = {
        "file": f"raw/{path.name}",
        "kind": "text" if coverage == "full" else "report",
        "publisher": publisher,
        "url": url,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    return {key: value for key, value in entry.items() if value is not None}


def _with_source(text: str, facts: _Facts, entry: dict[str, str]) -> str:
    """A version.toml's text with one more source; everything else stays as a person wrote it."""
    import tomlkit  # noqa: PLC0415

    document = tomlkit.parse(text)
    for key, value in (("status", facts.status), ("date", facts.date)):
        if value is not None and key not in document:
            document[key] = value
    if facts.coverage == "full" or "coverage" not in document:
        document["coverage"] = facts.coverage
    if isinstance(document.get("source"), tomlkit.items.Array):  # written inline: source = [{ … }]
        inline = tomlkit.inline_table()
        inline.update(entry)
        document["source"].append(inline)
        result = tomlkit.dumps(document)
    else:
        # as text, for a table that tomlkit appends runs into the line before it
        head = tomlkit.dumps(document).rstrip()
        result = f"{head}\n\n{tomlkit.dumps({'source': [entry]})}"
    return re.sub("\r?\n", "\r\n", result) if "\r\n" in text else result


def _write_all(files: list[tuple[Path, bytes]], write: Write) -> None:
    """Write the files in order; where one fails, remove those that are new."""
    created: list[Path] = []
    try:
        for path, data in files:
            created += [path] if not path.exists() else []
            write(path, data)
    except BaseException:
        for path in created:
            path.unlink(missing_ok=True)
        raise
