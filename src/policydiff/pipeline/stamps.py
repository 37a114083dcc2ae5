"""What tells without opening a file whether a work of a corpus is what it was: its files' sizes and times.

A stamp holds the time of the work's folder, which changes when a version comes or goes, and size and times of every
table, and of every capture where that matters.  The time of change counts beside that of writing, for copying tools set
the latter back.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from pathlib import Path

__all__ = ["has_settled", "stamp", "version_folders", "work_folders"]

_SETTLING = 2_000_000_000
"""Nanoseconds.  A file system's clock may stand still so long (FAT's does): two edits within one tick look like one."""


def work_folders(root: Path) -> list[str]:
    """The names in a corpus that may be works, in order."""
    with os.scandir(root) as entries:
        return sorted(entry.name for entry in entries if not entry.name.startswith("."))


def version_folders(root: Path, work_id: str) -> tuple[str, ...]:
    """The names in a work that may be versions, in order."""
    try:
        with os.scandir(f"{root}{os.sep}{work_id}") as entries:
            return tuple(sorted(entry.name for entry in entries if entry.is_dir()))
    except OSError:
        return ()


def stamp(root: Path, work_id: str, versions: Sequence[str], *, captures: bool = False) -> list[int]:
    """The stamp of a work with these folders in it; a file that is not there has zeros.

    With `captures` it covers every file in the raw folders, too: whoever tells what the texts say must see when one of
    them was changed, or is gone.
    """
    folder = f"{root}{os.sep}{work_id}"
    found = [*_times(folder)[1:], *_times(f"{folder}{os.sep}work.toml")]
    for name in versions:
        found += _times(f"{folder}{os.sep}{name}{os.sep}version.toml")
        if captures:
            found += _captures(f"{folder}{os.sep}{name}{os.sep}raw")
    return found


def has_settled(stamped: Sequence[int], now: int) -> bool:
    """Whether what was stamped is old enough at a moment (in nanoseconds) for a later edit to change the stamp."""
    return max(stamped) + _SETTLING < now


def _captures(raw: str) -> list[int]:
    """Names (as checksums), sizes and times of a version's captures."""
    try:
        with os.scandir(raw) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError:
        return [0]
    found = [len(names)]
    for name in names:
        found += [zlib.crc32(os.fsencode(name)), *_times(f"{raw}{os.sep}{name}")]
    return found


def _times(path: str) -> tuple[int, int, int]:
    try:
        facts = os.stat(path)  # noqa: PTH116 - by the thousand: a Path takes twice as long
    except OSError:
        return 0, 0, 0
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns
