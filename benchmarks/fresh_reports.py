"""Whether two folders of reports say the same: text byte for byte, Word and Excel files by what is packed in them.

python benchmarks/fresh_reports.py reports build/bare-reports
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

PACKED = {".docx", ".xlsx"}


def differences(one: Path, other: Path) -> Iterator[str]:
    """A line for each file that is missing or differs."""
    names = [{path.name for path in folder.iterdir()} for folder in (one, other)]
    for name in sorted(names[0] ^ names[1]):
        yield f"{name} is in {one if name in names[0] else other} only"
    for name in sorted(names[0] & names[1]):
        if _content(one / name) != _content(other / name):
            yield f"{name} differs"


def _content(path: Path) -> bytes | list[tuple[str, bytes]]:
    if path.suffix not in PACKED:
        return path.read_bytes()
    with ZipFile(path) as package:
        return [(name, package.read(name)) for name in package.namelist()]


if __name__ == "__main__":
    found = list(differences(Path(sys.argv[1]), Path(sys.argv[2])))
    print("\n".join(found) or "the reports are the same")
    sys.exit(bool(found))
