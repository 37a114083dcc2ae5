"""What the summary says of a wording that was replaced throughout."""

from __future__ import annotations

import pytest
from support.texts import revised

from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.summary import sentences

_RULES = ("{}应当检修航标。", "护渔由{}负责。", "发现险情的，应当告知{}。")


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ("渔民", "外来渔民", "（涉及3条，可能改变范围）", "(in 3 articles, which may change: scope)"),
        ("船东大会", "船东会", "（涉及3条）", "(in 3 articles)"),
    ],
)
def test_a_narrower_wording_is_told_from_a_new_name(old: str, new: str, zh: str, en: str) -> None:
    facts = Facts.of(revised([rule.format(old) for rule in _RULES], [rule.format(new) for rule in _RULES]))
    assert f"全文“{old}”统一改为“{new}”{zh}。" in sentences(facts, "zh")
    assert f"Throughout, “{old}” became “{new}” {en}." in sentences(facts, "en")
