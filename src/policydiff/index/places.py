"""Where the index of a corpus is kept: in the corpus, or in the user's cache where that may not be written to."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

__all__ = ["beside", "elsewhere"]

_FILE = "index.sqlite3"


def beside(root: Path, folder: str) -> tuple[Path, bool]:
    """The index in a folder of the corpus, and whether it can be written there."""
    home = root / folder
    return home / _FILE, os.access(home if home.exists() else root, os.W_OK)


def elsewhere(root: Path) -> Path:
    """The index in the user's cache, one for each corpus by where it stands."""
    told = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    return _cache() / "policydiff" / told / _FILE


def _cache() -> Path:
    """The folder for what can be made again, as each system has it."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named)
    if sys.platform == "darwin":
        return Path("~/Library/Caches").expanduser()
    return Path("~/.cache").expanduser()
