"""Whose words are a work's, and how a version is named."""

from __future__ import annotations

import pytest

from policydiff.model import Attribution, Version, Work

WORK = Work("beaches", "海州市沙滩养护办法", aliases=("海州沙滩养护暂行办法",))


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("海州市沙滩养护办法", True),
        ("《海州市沙滩养护办法》", True),
        ("海州市沙滩养护办法（征求意见稿）", True),
        ("海州市沙滩养护办法(试行)", True),
        ("海州市 沙滩养护办法", True),
        ("海州沙滩养护暂行办法", True),
        ("海州市沙滩养护条例", False),
        ("沙滩养护办法", False),
    ],
)
def test_a_work_says_what_bears_its_title_whatever_its_status(title: str, own: bool) -> None:
    assert WORK.says(Attribution(title)) is own
    assert WORK.says(Attribution(title, "inferred")) is own


def test_nobodys_words_are_not_its_own() -> None:
    assert not WORK.says(None)


def test_names_of_versions() -> None:
    assert Version(WORK, "2024-draft", "full", ()).name == "beaches@2024-draft"
    assert Version(Work("", "某办法"), "page.html", "full", ()).name == "page.html"
