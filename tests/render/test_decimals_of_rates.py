"""A rate is told with the decimals it has, and only one that never ends is rounded."""

from __future__ import annotations

from fractions import Fraction

import pytest

from policydiff.render.wording.values import amount


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1, 800), "0.125%"),
        (Fraction(2525, 100000), "2.525%"),
        (Fraction(1, 20000), "0.005%"),
        (Fraction(1, 3), "33.33%"),
        (Fraction(1, 2), "50%"),
    ],
)
def test_decimals_of_a_rate(value: Fraction, shown: str) -> None:
    assert amount(value, "rate", None, "zh") == shown
