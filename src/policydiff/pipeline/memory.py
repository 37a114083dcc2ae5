"""What has been worked out once and need not be again: counts of a step, prints of a text.

Nothing here is the truth: without a memory, or with one that was lost, every answer is the same and takes longer.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from policydiff.corpus.locking import CACHE, keep_apart
from policydiff.pipeline.program import program

if TYPE_CHECKING:
    from policydiff.index.memo import Memo

__all__ = ["NO_MEMORY", "Memory", "OpenMemory", "open_memory", "recall", "retain"]

T = TypeVar("T")


class Memory(Protocol):
    """A table of bytes by key that outlives the process, such as the index beside a corpus."""

    def memo(self, key: str) -> bytes | None:
        """What is remembered under a key."""

    def remember(self, key: str, data: bytes) -> None:
        """Remember something; that it cannot be kept is no fault."""


class OpenMemory(Memory, Protocol):
    """A memory that holds a file open until it is closed."""

    def close(self) -> None:
        """Let go of it."""


class _None:
    """A memory that keeps nothing."""

    def memo(self, key: str) -> bytes | None:
        """Nothing."""

    def remember(self, key: str, data: bytes) -> None:
        """Forget."""

    def close(self) -> None:
        """Nothing is open."""


NO_MEMORY: OpenMemory = _None()


class _Index:
    """The memo of the index beside a corpus, or in the user's cache; opened when it is first asked.

    Where the index cannot serve, it is left alone: whoever searches will make it anew.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._store: Memo | None = None
        self._closed = False

    def memo(self, key: str) -> bytes | None:
        """What the index remembers under a key."""
        return self._asked(lambda store: store.memo(key))

    def remember(self, key: str, data: bytes) -> None:
        """Have the index remember something."""
        self._asked(lambda store: store.remember(key, data))

    def close(self) -> None:
        """Let go of the index; what is asked behind that is not remembered."""
        self._closed = True
        if self._store is not None:
            self._store.close()

    def _asked(self, use: Callable[[Memo], T]) -> T | None:
        from policydiff.index.faults import BrokenIndexError, UnusableIndexError  # noqa: PLC0415 - it loads sqlite3

        if self._closed:
            return None
        try:
            if self._store is None:
                self._store = self._opened()
            return use(self._store)
        except (BrokenIndexError, UnusableIndexError):
            self.close()
            return None

    def _opened(self) -> Memo:
        from policydiff.index.memo import Memo  # noqa: PLC0415 - see above
        from policydiff.index.places import beside, elsewhere  # noqa: PLC0415

        home = beside(self._root, CACHE)
        if home.writable:
            keep_apart(self._root)
        return Memo(home.path if home.writable else elsewhere(self._root), program())


def open_memory(root: Path) -> OpenMemory:
    """The memory beside a corpus, to be closed; none where there is no corpus."""
    return _Index(root) if root.is_dir() else NO_MEMORY


def recall(memory: Memory, kind: str, *parts: str) -> dict[str, Any] | None:
    """What was retained under a kind and its parts by this program; nothing where it cannot be read."""
    data = memory.memo(_key(kind, parts))
    if data is None:
        return None
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):  # not ours: whatever stands there is worked out anew
        return None
    return value if isinstance(value, dict) else None


def retain(memory: Memory, value: dict[str, Any], kind: str, *parts: str) -> None:
    """Retain a value that JSON can hold."""
    memory.remember(_key(kind, parts), json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _key(kind: str, parts: tuple[str, ...]) -> str:
    """Another program may read or compare otherwise, so its memories are not ours."""
    return "\n".join((kind, program(), *parts))
