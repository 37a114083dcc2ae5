"""What a look at a corpus found, before any words."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Note

__all__ = ["Checkup"]


@dataclass(frozen=True, slots=True)
class Checkup:
    """`faults` make answers wrong or missing, `remarks` ask for a look; `mended` is what was put right just now."""

    faults: tuple[Note, ...]
    remarks: tuple[Note, ...]
    mended: tuple[Note, ...]
    works: int
    versions: int
    captures: int

    @property
    def sound(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.faults
