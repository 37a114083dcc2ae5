"""Names of a package that are loaded when they are first asked for (PEP 562), so that a run pays for what it uses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

__all__ = ["later"]


def later(package: str, homes: Mapping[str, Iterable[str]]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package whose modules (`homes`) hold these names.

    A name is written as in an import: `compare as diff`.  A module must not bear the name of what it holds, since
    importing it would put it in the place of that.

    >>> __getattr__, __dir__ = later("policydiff", {"numerals": ("to_han as in_characters",)})
    >>> __getattr__("in_characters")(12)
    '十二'
    """
    places: dict[str, tuple[str, str]] = {}
    for module, names in homes.items():
        for name in names:
            own, _, given = name.partition(" as ")
            places[given or own] = module, own

    def load(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, own = places[name]
        return getattr(import_module(f"{package}.{module}"), own)

    def all_names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *places})

    return load, all_names
