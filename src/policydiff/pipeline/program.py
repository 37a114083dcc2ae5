"""Which program this is: what another one has worked out is not taken over."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

import policydiff

__all__ = ["program"]


@lru_cache(maxsize=1)
def program() -> str:
    """The release with a digest over names, sizes and times of its files: a changed rule makes another program.

    Where the package does not lie in a folder (a zipped one), the release alone.
    """
    folder = str(Path(policydiff.__file__).parent)
    digest = hashlib.sha256()
    seen = 0
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = os.path.join(place, name)  # noqa: PTH118 - by the hundred, at each start
            try:
                facts = os.stat(path)  # noqa: PTH116
            except OSError:  # an editor's file that came and went
                continue
            digest.update(f"{path[len(folder) :]} {facts.st_size} {facts.st_mtime_ns}\n".encode(errors="replace"))
            seen += 1
    return f"{policydiff.__version__} {digest.hexdigest()[:16]}" if seen else policydiff.__version__
