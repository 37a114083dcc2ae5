"""One writer at a time: a lock on the corpus that ends with the process that holds it."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from policydiff.errors import OutputError

__all__ = ["CACHE", "cache_folder", "keep_apart", "locked"]

CACHE = ".policydiff"
"""The folder of a corpus that holds nothing of its own: what is in it can be made again, or is a lock."""
_IGNORED = "*\n"
_PAUSE = 0.02


def cache_folder(root: Path) -> Path:
    """The folder for locks and caches, made where it is not there, and kept out of git."""
    folder = root / CACHE
    if folder.is_symlink() and not folder.resolve().is_relative_to(root.resolve()):
        raise OSError(errno.ELOOP, f"{folder} is a link that leads out of the corpus; remove it")
    folder.mkdir(parents=True, exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists() or not ignored.stat().st_size:  # a full disk may have left it empty
        ignored.write_text(_IGNORED, encoding="utf-8")
    return folder


def keep_apart(root: Path) -> None:
    """Make the folder for caches where that is possible; where it is not, whoever writes there says why."""
    with suppress(OSError):
        cache_folder(root)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep every other writer of a corpus waiting.

    The lock is one of the operating system's on an open file, so it ends with its holder, however that ends: a process
    that was killed leaves nothing to clear away.  Readers take no lock; what they read is put in place whole.
    """
    try:
        stream = (cache_folder(root) / "lock").open("ab")
    except OSError as error:
        raise OutputError(
            f"cannot write to the corpus {root}: {error.strerror}; choose a folder you may write to with --corpus DIR"
        ) from error
    with stream:
        _wait_for(stream)
        yield


if sys.platform == "win32":  # pragma: no cover

    def _wait_for(stream: IO[bytes]) -> None:
        """Wait for the file's first byte; Windows gives it back when the file is closed."""
        import msvcrt  # noqa: PLC0415 - there is none elsewhere

        while True:
            try:
                stream.seek(0)
                msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(_PAUSE)
            else:
                return

else:

    def _wait_for(stream: IO[bytes]) -> None:
        """Wait for the file; the system gives it back when the file is closed."""
        import fcntl  # noqa: PLC0415 - there is none on Windows

        try:
            fcntl.flock(stream, fcntl.LOCK_EX)
        except OSError:  # a file system without locks, as some network drives are: better unlocked than not at all
            time.sleep(_PAUSE)
