"""Names that are safe as folders and files on every system."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from policydiff.errors import CorpusError

__all__ = ["check_id", "file_inside", "is_id", "safe_file_name"]

_ID = re.compile(r"[\w-][\w.-]{0,79}")
_UNSAFE = re.compile(r"[^\w.()（）《》〔〕-]+")
_LONGEST = 60
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL)
"""Names that Windows takes for a device, whatever their suffix."""


def is_id(name: str) -> bool:
    """Whether a name can be a work's or a version's: letters, digits, `-`, `_` and `.`, not led by a dot.

    >>> is_id("wuhan-ai"), is_id("武汉人工智能"), is_id("2025.1"), is_id(".git"), is_id("a/b"), is_id("a@b")
    (True, True, True, False, False, False)
    """
    return _ID.fullmatch(name) is not None and not name.endswith(".")


def check_id(what: str, name: str) -> None:
    """Raise CorpusError where a name cannot be an id; `what` says whose, "work" or "version"."""
    if not is_id(name):
        raise CorpusError(
            f'"{name}" cannot name a {what}: use letters (Chinese ones too), digits, "-", "_" and "." only, '
            "at most 80 of them, with no dot at the start or end"
        )


def safe_file_name(name: str) -> str:
    """The name under which a capture is kept: its own, without folders or characters that a system may refuse.

    >>> safe_file_name("C:\\\\下载\\\\若干政策.txt"), safe_file_name("../..page 1?.html"), safe_file_name("-")
    ('若干政策.txt', 'page-1-.html', 'capture.txt')
    >>> safe_file_name("nul.html")
    '_nul.html'
    """
    bare = PureWindowsPath(PurePosixPath(name).name).name
    kept = _UNSAFE.sub("-", bare).strip(".")
    if not kept.strip("-"):
        return "capture.txt"
    if _DEVICE.fullmatch(kept):
        kept = f"_{kept}"
    suffix = PurePosixPath(kept).suffix[:16]
    return kept.removesuffix(suffix)[:_LONGEST] + suffix


def file_inside(folder: Path, file: str) -> Path | None:
    """The path of a listed file, or null where it would lead out of its folder: `..`, an absolute path, a link."""
    parts = PureWindowsPath(file)  # takes both slashes, so that a corpus means the same on every system
    if not file or "\0" in file or parts.is_absolute() or parts.anchor or ".." in parts.parts:
        return None
    path = folder.joinpath(*parts.parts)
    steps = (folder.joinpath(*parts.parts[:depth]) for depth in range(1, len(parts.parts) + 1))
    if not any(step.is_symlink() for step in steps):
        return path  # resolving each of thousands of paths would take as long as reading the corpus
    try:
        return path if path.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):  # a loop of links
        return None
