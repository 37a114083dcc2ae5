"""Where the index of a corpus is kept: in the corpus, or in the user's cache where that cannot serve."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from policydiff.index import database
from policydiff.index.faults import BrokenIndexError, UnusableIndexError, translated

__all__ = ["Home", "beside", "elsewhere"]

_FILE = "index.sqlite3"
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Home:
    """The place for an index in its corpus: whether it can be written there, and why it must not be touched at all."""

    path: Path
    writable: bool
    alien: str | None = None


def beside(root: Path, folder: str) -> Home:
    """The place in a folder of the corpus.

    A link that leads out of the corpus, and a database that holds somebody else's tables, are left alone.
    """
    home = root / folder
    path = home / _FILE
    why = _why_not(root, home, path)
    return Home(path, why is None and os.access(home if home.exists() else root, os.W_OK), why)


def elsewhere(root: Path) -> Path:
    """The index in the user's cache, one for each corpus by where it stands."""
    told = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    return _cache() / "policydiff" / told / _FILE


def _why_not(root: Path, home: Path, path: Path) -> str | None:
    """Why what stands at the place is not ours."""
    for one in (home, path):
        if one.is_symlink() and not _inside(one, root):
            return f"{one} is a link that leads out of the corpus"
    try:
        with path.open("rb") as stream:
            if stream.read(len(_MAGIC)) != _MAGIC:
                return None  # broken at the most: it is made anew
        with translated(), closing(database.looked_at(path)) as connection:
            return f"{path} is another program's database" if database.alien(connection) else None
    except (OSError, BrokenIndexError, UnusableIndexError):  # there is none, or none that can be read
        return None


def _inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False


def _cache() -> Path:
    """The folder for what can be made again, as each system has it."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named)
    if sys.platform == "darwin":
        return Path("~/Library/Caches").expanduser()
    return Path("~/.cache").expanduser()
