"""What was made of each work of a corpus, remembered until one of the work's files changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from policydiff.pipeline.memory import Memory, recall, retain
from policydiff.pipeline.stamps import has_settled, stamp, version_folders

__all__ = ["Mark", "Remembered", "marked", "recalled", "retained"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a work's files were like at one moment, and its folders."""

    stamp: list[int]
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remembered(Generic[T]):
    """What was made of a work, with what its files were like then."""

    mark: Mark
    value: T

    def holds(self, root: Path, work_id: str, *, captures: bool = False) -> bool:
        """Whether the work's files are what they were."""
        return self.mark.stamp == stamp(root, work_id, self.mark.folders, captures=captures)

    def at_rest(self, now: int) -> bool:
        """Whether a later edit of the work would show; what was written a moment ago is not to be remembered."""
        return has_settled(self.mark.stamp, now)


def marked(root: Path, work_id: str, *, captures: bool = False) -> Mark:
    """What a work's files are like; taken before it is read, so that what changes meanwhile is seen the next time."""
    folders = version_folders(root, work_id)
    return Mark(stamp(root, work_id, folders, captures=captures), folders)


def recalled(memory: Memory, kind: str, root: Path, unpacked: Callable[[str, Any], T]) -> dict[str, Remembered[T]]:
    """The works of a corpus as they were retained; what was not retained here is left out, to be made anew."""
    found: dict[str, Remembered[T]] = {}
    for work_id, entry in (recall(memory, kind, str(root.resolve())) or {}).items():
        try:
            stamped, folders, data = entry
            mark = Mark([int(part) for part in stamped], tuple(folders))
            found[work_id] = Remembered(mark, unpacked(work_id, data))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError):
            continue
    return found


def retained(
    memory: Memory,
    kind: str,
    root: Path,
    known: Mapping[str, Remembered[T]],
    packed: Callable[[str, T], Any],
) -> None:
    """Retain works that are at rest, as JSON can hold them: where `packed` has nothing, a work is made anew."""
    data = {work_id: (one.mark, packed(work_id, one.value)) for work_id, one in known.items()}
    kept = {work_id: [mark.stamp, mark.folders, made] for work_id, (mark, made) in data.items() if made is not None}
    retain(memory, kept, kind, str(root.resolve()))
