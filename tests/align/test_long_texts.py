"""Long texts: the search for candidates looks at rare words only, and finds what a search of everything finds."""

from __future__ import annotations

import pytest
from support.mutations import case
from support.mutations.scoring import version as drafted
from support.texts import articles, links

from policydiff.align import nearest
from policydiff.model import Version
from policydiff.numerals import to_han


@pytest.mark.parametrize("strength", ["light", "medium"])
def test_a_draft_of_some_hundred_articles_has_the_same_links(strength: str, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = case("revision", strength, 7, articles=300)
    old, new = drafted(revision.old, "old"), drafted(revision.new, "new")
    whole = set(links(old, new))
    monkeypatch.setattr(nearest, "HOLDERS", 400)
    little = set(links(old, new))
    assert len(whole) > 250
    assert little == whole
    assert {(b, a) for a, b in links(new, old)} == little


def repeated(copies: int, *, late: bool) -> Version:
    """Provisions that come once for each year, alike but for their figures."""
    rows = []
    for year in range(copies):
        rows += [
            f"靠港船舶使用岸电的，按每千瓦时{year + 11}分给予补贴，由码头业主代领。",
            f"码头业主应当于{'七' if late else '六'}月底前报送第{year + 21}批用电台账，逾期不予受理。",
        ]
    return articles(*rows, title="海州岸电补贴办法")


def test_repeated_provisions_are_not_linked_to_every_copy() -> None:
    found = set(links(repeated(40, late=False), repeated(40, late=True)))
    own = {(f"第{to_han(number)}条",) * 2 for number in range(1, 81)}
    assert own <= found
    assert len(found) <= 2 * len(own)
