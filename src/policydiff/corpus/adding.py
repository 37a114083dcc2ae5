"""Adding captures to a corpus: what has to agree, and what is written in which order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from policydiff.corpus.folder import read_capture, read_version
from policydiff.corpus.names import check_id, safe_file_name
from policydiff.corpus.records import AddResult, Capture, SourceKind, SourceRecord, VersionFacts, VersionRecord
from policydiff.corpus.tables import read_table, read_text
from policydiff.corpus.writing import headers_toml, new_work_toml, suspect_toml, with_sources
from policydiff.errors import CorpusError, InputError
from policydiff.model import Work

__all__ = ["add_captures", "keep_aside", "refuse_second_text", "version_to_extend"]

Write = Callable[[Path, bytes], None]
SUSPECTS = ".suspect"


def version_to_extend(root: Path, facts: VersionFacts) -> VersionRecord | None:
    """The version that captures would be added to, or nothing where it is new.

    Raises where nothing could be added: an unsafe id, a new work without a title, facts that contradict version.toml.
    """
    check_id("work", facts.work)
    check_id("version", facts.version)
    _agreed_title(root / facts.work / "work.toml", facts)
    folder = root / facts.work / facts.version
    if not (folder / "version.toml").exists():
        return None
    existing = read_version(folder, Work(facts.work, facts.title or facts.work))
    _check_agreement(existing, facts, folder)
    return existing


def add_captures(root: Path, facts: VersionFacts, captures: tuple[Capture, ...], *, write: Write) -> AddResult:
    """Add captures to a version, making it and its work where they do not exist yet.

    A full text makes an excerpt version full, and its reports stay listed.  The same bytes twice change nothing.  Other
    bytes never take the place of a capture: they get a name of their own.

    `write` puts one file in place as a whole or not at all.  What makes the addition seen comes last: version.toml, and
    of a new work work.toml.  What was written before is taken back where it fails.  So a corpus never shows half an
    addition, whenever the process ends; whoever may not be alone calls this while he holds `locked(root)`.
    """
    for capture in captures:
        if not capture.data:
            raise InputError(f"{capture.name} is empty: there is nothing to add")
    existing = version_to_extend(root, facts)
    new, known = _sorted_out(existing, captures)
    folder, work_file = root / facts.work / facts.version, root / facts.work / "work.toml"
    new_work = not work_file.exists()
    if not new and not new_work:
        return AddResult(False, known[0].path, facts.name)
    paths = _free_paths(folder / "raw", new, existing)
    pending = [(path, capture.data) for path, capture in zip(paths, new, strict=True) if not path.exists()]
    pending += [
        (folder / "headers" / f"{path.name}.toml", headers_toml(capture).encode())
        for path, capture in zip(paths, new, strict=True)
        if capture.headers
    ]
    if new:
        before = read_text(folder / "version.toml") if existing is not None else ""
        version_toml = with_sources(before, facts, tuple(zip(paths, new, strict=True)))
        pending.append((folder / "version.toml", version_toml.encode()))
    if new_work:
        pending.append((work_file, new_work_toml(facts).encode()))
    _write_all(pending, write)
    became_full = existing is not None and existing.coverage == "excerpt" and facts.coverage == "full"
    first, *beside = paths or tuple(source.path for source in known)
    # what an addition left that was cut short before work.toml is no version yet
    return AddResult(True, first, facts.name, new_work, existing is None or new_work, became_full, tuple(beside))


def keep_aside(root: Path, facts: VersionFacts, capture: Capture, reason: str, *, write: Write) -> Path:
    """Keep what was served instead of a text where no version lists it, with a file that says why.

    It goes to `.suspect/<work>@<version>/` in the corpus, which a person may empty at any time.
    """
    folder = root / SUSPECTS / facts.name
    name = safe_file_name(capture.name)
    path = folder / f"{hashlib.sha256(capture.data).hexdigest()[:8]}-{name}"
    _write_all(
        [(path, capture.data), (path.with_name(f"{path.name}.toml"), suspect_toml(capture, reason).encode())], write
    )
    return path


def _agreed_title(file: Path, facts: VersionFacts) -> None:
    """Refuse a new work without a title, and a title that the work does not bear."""
    if not file.exists():
        if facts.title is None:
            raise CorpusError(f'{file.parent.parent} has no work "{facts.work}" yet; give its title with --title')
        return
    table = read_table(file)
    known = (table.text_of("title"), *table.texts("aliases"))
    if facts.title is not None and facts.title not in known:
        raise table.fault(
            "title", f"the work's title is {known[0]}, not {facts.title}; if it bears both, add one to aliases"
        )


def _check_agreement(existing: VersionRecord, facts: VersionFacts, folder: Path) -> None:
    """Refuse facts that contradict version.toml: which of the two is right only a person can say."""
    for key, old, new in (("status", existing.status, facts.status), ("date", existing.date, facts.date)):
        if old is not None and new is not None and old != new:
            raise CorpusError(
                f"{folder / 'version.toml'} says {key} {old}, not {new}; correct it there, or leave it out"
            )


def _sorted_out(
    existing: VersionRecord | None, captures: tuple[Capture, ...]
) -> tuple[tuple[Capture, ...], tuple[SourceRecord, ...]]:
    """The captures that the version does not have, and the sources that hold the others' bytes."""
    new: dict[str, Capture] = {}
    known = []
    for capture in captures:
        digest = hashlib.sha256(capture.data).hexdigest()
        same = _same_bytes(existing, capture, digest) if existing is not None else None
        if same is None:
            new.setdefault(digest, capture)
        else:
            known.append(same)
    return tuple(new.values()), tuple(known)


def _same_bytes(existing: VersionRecord, capture: Capture, digest: str) -> SourceRecord | None:
    """The source that already holds these bytes; raises where a full text would be the second one."""
    for source in existing.sources:
        if source.sha256 == digest:
            if capture.kind not in (source.kind, "attachment"):
                raise CorpusError(
                    f"{existing.name} already has these bytes as {source.name}, of kind {source.kind}, not "
                    f"{capture.kind}; if that is wrong, correct kind in its version.toml"
                )
            read_capture(source)
            return source
    refuse_second_text(existing, capture.kind)
    return None


def refuse_second_text(existing: VersionRecord | None, kind: SourceKind) -> None:
    """Raise where a version has its full text already, and another is to be added."""
    texts = [source.name for source in existing.sources if source.kind == "text"] if existing is not None else []
    if existing is not None and texts and kind == "text":
        raise CorpusError(
            f"{existing.name} already has its full text, {texts[0]}; add the other text as a version of its own, or "
            "remove that [[source]] from version.toml first"
        )


def _free_paths(raw: Path, captures: tuple[Capture, ...], existing: VersionRecord | None) -> tuple[Path, ...]:
    """Where the captures go: under their own names, or with the first number that no other bytes hold."""
    taken = {source.path for source in existing.sources} if existing is not None else set()
    paths: list[Path] = []
    for capture in captures:
        name = safe_file_name(capture.name)
        path, number = raw / name, 1
        while path in taken or (path.exists() and path.read_bytes() != capture.data):
            number += 1
            path = raw / f"{Path(name).stem}-{number}{Path(name).suffix}"
        taken.add(path)
        paths.append(path)
    return tuple(paths)


def _write_all(files: list[tuple[Path, bytes]], write: Write) -> None:
    """Write the files in order; where one fails, remove those that are new, and the folders made for them."""
    created: list[Path] = []
    folders: list[Path] = []
    try:
        for path, data in files:
            created += [path] if not path.exists() else []
            folders += [parent for parent in (path.parent, *path.parents) if not parent.exists()]
            write(path, data)
    except BaseException:
        for path in created:
            path.unlink(missing_ok=True)
        for folder in sorted(set(folders), key=lambda one: -len(one.parts)):
            _remove_empty(folder)
        raise


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # never made, or somebody else's files are in it
        return
