"""A figure is told in the unit that its text counts in, and by the unit's English name to an English reader."""

from __future__ import annotations

import pytest
from support.texts import changed

from policydiff.render.wording.figure_changes import delta_words
from policydiff.render.wording.values import reading


@pytest.mark.parametrize(
    ("old", "new", "read", "zh", "en"),
    [
        ("缆绳直径不小于五十毫米。", "缆绳直径不小于四十五毫米。", "≥45 mm", "−5毫米，−10%", "−5 mm, −10%"),
        ("缆绳直径不小于50mm。", "缆绳直径不小于45mm。", "≥45 mm", "−5mm，−10%", "−5 mm, −10%"),
        ("码头距离航道不小于2公里。", "码头距离航道不小于3公里。", "≥3 km", "+1公里，+50%", "+1 km, +50%"),
        ("巡查人员不得少于一人。", "巡查人员不得少于二人。", "≥2 persons", "+1人，+100%", "+1 person, +100%"),
        (
            "渔港每年检查一次至三次。",
            "渔港每年检查二次至三次。",
            "2–3 times",
            "下限 +1次，+100%",
            "lower end +1 time, +100%",
        ),
        ("渔网重量不超过500千克。", "渔网重量不超过300千克。", "≤300 kg", "−200千克，−40%", "−200 kg, −40%"),
        ("泊位面积不小于2平方公里。", "泊位面积不小于3平方公里。", "≥3 km²", "+1平方公里，+50%", "+1 km², +50%"),
    ],
)
def test_a_figure_keeps_its_unit(old: str, new: str, read: str, zh: str, en: str) -> None:
    (found,) = changed(old, new).terms
    assert reading(found.new[0], "en") == read
    assert (delta_words(found, "zh"), delta_words(found, "en")) == (zh, en)
