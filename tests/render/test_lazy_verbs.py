"""Every verb of `render` is loaded when it is first asked for, and stays the verb."""

from __future__ import annotations

import pytest

from policydiff import render


@pytest.mark.parametrize("verb", sorted(render._HOMES))
def test_a_verb_is_still_callable_when_it_is_asked_for_again(verb: str) -> None:
    """A module of the verb's own name would take its place once it has been loaded."""
    getattr(render, verb)
    assert callable(getattr(render, verb))


def test_every_public_verb_has_a_home() -> None:
    assert sorted({*render._HOMES, "Explained", "Lang"}) == sorted(render.__all__)
