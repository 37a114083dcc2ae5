"""Writing results: beside the target, flushed to the disk, then renamed, so that no reader ever sees half a file."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from policydiff.errors import OutputError

__all__ = ["write_all", "write_bytes"]

_WHY = {
    errno.EACCES: "permission denied; choose a place you may write to",
    errno.EPERM: "permission denied; choose a place you may write to",
    errno.EROFS: "the disk is read-only; choose another place",
    errno.ENOSPC: "the disk is full; make room or choose another place",
    errno.EDQUOT: "your quota is used up; make room or choose another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes; raises OutputError, and leaves what stood there, where that fails."""
    write_all([(path, data)])


def write_all(files: Iterable[tuple[Path, str | bytes]]) -> None:
    """Write files that belong together: none takes its place before all of them are on the disk.

    Folders are made as needed.  An existing file keeps its mode, a link its target; a device or a pipe is written to.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            # a file name that is no UTF-8 comes into a text as half a character
            data = content if isinstance(content, bytes) else content.encode(errors="backslashreplace")
            with _clear_faults(path):
                if path.exists() and not path.is_file():
                    _write_through(path, data)
                else:
                    target = Path(os.path.realpath(path))
                    beside = target.with_name(f".{secrets.token_hex(8)}.part")
                    staged.append((beside, target))
                    _write_beside(beside, target, data)
        for beside, target in staged:
            with _clear_faults(target):
                beside.replace(target)
    finally:
        for beside, _ in staged:
            _remove(beside)


def _write_through(path: Path, data: bytes) -> None:
    """Write to what cannot be replaced: /dev/null, a pipe."""
    if path.is_dir():
        raise OutputError(f"cannot write {path}: it is a folder; name a file in it")
    with path.open("wb") as stream:
        stream.write(data)


def _write_beside(beside: Path, target: Path, data: bytes) -> None:
    existing = target.exists()
    if existing and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "Permission denied")
    target.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if existing:
        beside.chmod(stat.S_IMODE(target.stat().st_mode))


def _remove(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:  # its folder could not be made, so it never stood there
        return


@contextmanager
def _clear_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        blocking = next(filter(_is_no_folder, path.parents), None)
        if blocking is not None:
            why = f"{blocking} is a file, not a folder; choose another place"
        else:
            why = _WHY.get(error.errno or 0, error.strerror or str(error))
        raise OutputError(f"cannot write {path}: {why}") from error


def _is_no_folder(path: Path) -> bool:
    try:
        return not stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False
