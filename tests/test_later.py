"""Names that are loaded when they are first asked for: there for completion, and the same ever after."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest

PACKAGES = ("policydiff", *(f"policydiff.{name}" for name in ("corpus", "fetch", "index", "pipeline", "render")))


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_found_and_stays_what_it_is(package: str) -> None:
    """A module of a verb's own name would take its place once it has been loaded."""
    module = importlib.import_module(package)
    for name in module.__all__:
        first = getattr(module, name)
        assert getattr(module, name) is first
        assert not isinstance(first, ModuleType), name


@pytest.mark.parametrize("package", PACKAGES)
def test_a_prompt_can_complete_them(package: str) -> None:
    module = importlib.import_module(package)
    assert set(module.__all__) <= set(dir(module))


@pytest.mark.parametrize("package", PACKAGES)
def test_other_names_are_none(package: str) -> None:
    with pytest.raises(AttributeError, match="frobnicate"):
        getattr(importlib.import_module(package), "frobnicate")  # noqa: B009 - mypy knows that it is none
