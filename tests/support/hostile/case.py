"""One hostile input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Case", "named"]


@dataclass(frozen=True, slots=True)
class Case:
    """What is wrong with a file, what the file is called, and how its bytes are made."""

    name: str
    file: str
    make: Callable[[], bytes]


def named(suffix: str, makers: dict[str, Callable[[], bytes]]) -> tuple[Case, ...]:
    """Cases whose files all have one suffix; a name that ends in `as .xyz` has that one instead."""
    cases = []
    for name, make in makers.items():
        _, called, other = name.rpartition(" as .")
        cases.append(Case(name, f"措施.{other if called else suffix}", make))
    return tuple(cases)
