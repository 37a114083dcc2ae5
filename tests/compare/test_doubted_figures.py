"""What rests on words in doubt is inferred: a figure of a spoiled text is never stated."""

from __future__ import annotations

import pytest
from support.texts import compared
from support.texts import version as version_of

from policydiff.clean import clean
from policydiff.model import Comparison, Version
from policydiff.read import read_bytes

TITLE = "海州市渔港补助办法"
WHOLE = (
    f"{TITLE}\n第一条 渔港经营者应当依法登记，接受监督检查。\n第二条 对新建冷库的企业，给予最高500万元补助。\n"
    "第三条 对改造渔船的渔户，每艘补贴4000元。\n第四条 本办法自2025年5月1日起施行。\n"
)


def version(text: str) -> Version:
    return version_of(clean(read_bytes(text.encode(), "办法.txt")), title=TITLE)


def certainties(found: Comparison) -> list[tuple[str, str]]:
    return [(change.direction, change.certainty) for group in found.changes for change in group.terms]


@pytest.mark.parametrize("spoiled", ["5O0万元", "5\ufffd0万元", "12 5万元", "**万元", "00万元"])
def test_what_became_of_an_unreadable_figure_is_inferred(spoiled: str) -> None:
    found = compared(version(WHOLE), version(WHOLE.replace("500万元", spoiled)))
    assert certainties(found) == [("dropped", "inferred"), ("unchanged", "stated")]


def test_parted_digits_are_one_figure() -> None:
    found = compared(version(WHOLE), version(WHOLE.replace("500万元", "5 00万元").replace("4000元", "4 000元")))
    assert certainties(found) == [("unchanged", "stated")] * 2


def test_a_text_spoiled_all_over_states_no_figure() -> None:
    spoiled = WHOLE.replace("应当", "\ufffd\ufffd").replace("。", "\ufffd").replace("企业", "\ufffd业")
    spoiled = spoiled.replace("渔户", "渔\ufffd")
    told = certainties(compared(version(WHOLE), version(spoiled)))
    assert told
    assert {certainty for _, certainty in told} == {"inferred"}


def test_what_a_text_that_breaks_off_does_not_show_is_not_stated_as_dropped() -> None:
    beginning = WHOLE.partition("第三条")[0] + "（剩余60%未读，登录后查看全文）\n"
    found = compared(version(WHOLE), version(beginning))
    assert certainties(found) == [("unchanged", "stated"), ("dropped", "inferred")]
    assert [note.code for note in found.notes if note.code.startswith("doubt_")] == ["doubt_unfinished"]
