"""Which articles moved does not hang on which of two texts is the old one."""

from __future__ import annotations

import pytest
from support.texts import articles, compared

from policydiff.model import Flag, Version

AIM = "为了促进渔港发展，保障渔业生产，制定本办法。"
REPORTING = "渔港经营者应当在每年三月底以前报送上一年度的经营情况。"
TRAFFIC = "渔船进出渔港，应当服从调度，不得在航道内停泊。"
WASTE = "渔港应当设置含油污水接收装置，并向渔船公布位置。"
DRILL = "渔港经营者每半年组织一次消防演练，邀请消防救援机构指导。"


def flags(old: Version, new: Version) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Flag, ...]]:
    return {(change.old, change.new): change.flags for change in compared(old, new).changes}


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ((AIM, TRAFFIC, REPORTING), 1),
        ((AIM, TRAFFIC, REPORTING, DRILL, WASTE), 2),
        ((AIM, DRILL, REPORTING, TRAFFIC, WASTE), 1),
    ],
)
def test_swapping_the_texts_keeps_what_moved(order: tuple[str, ...], moved: int) -> None:
    old, new = articles(*[text for text in (AIM, REPORTING, TRAFFIC, WASTE, DRILL) if text in order]), articles(*order)
    there, back = flags(old, new), flags(new, old)
    assert there == {(a, b): found for (b, a), found in back.items()}
    assert sum("moved" in found for found in there.values()) == moved
