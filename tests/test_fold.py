"""The comparing key: typography set aside, lengths and meanings kept."""

from __future__ import annotations

import pytest

from policydiff.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（２０％）", "(20%)"),
        ("登记，备案；检验：", "登记,备案;检验:"),
        ("“渔船”", '"渔船"'),
        ("「渔船」", "“渔船”"),
        ("《办法》", "〈办法〉"),
        ("海政发〔2025〕3号", "海政发［2025］3号"),
        ("2023—2025年", "2023-2025年"),
        ("30～40", "30~40"),
        ("ＡＩ", "ai"),
        ("二〇二五", "二零二五"),
        ("渔船　登记", "渔船 登记"),
    ],
)
def test_accidents_of_typography_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("①20%", "120%"), ("应当", "可以"), ("50万元", "500万元"), ("二十", "20"), ("漁船", "渔船"), ("１：１", "11")],
)
def test_what_means_something_else_does_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_folded_text_is_as_long_as_the_text() -> None:
    text = "①２０％ Ⅱ㎡℃…—《〈〉》\t\u3000\xa0𠮷İ"
    assert len(fold(text)) == len(text)
