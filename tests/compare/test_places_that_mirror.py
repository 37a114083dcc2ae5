"""Which articles moved does not hang on which of two texts is the old one."""

from __future__ import annotations

import pytest

from policydiff.model import CleanText, Flag, Origin, Source, Version, Work
from policydiff.pipeline import compare
from policydiff.segment import segment

TITLE = "海州市渔港办法"
AIM = "为了促进渔港发展，保障渔业生产，制定本办法。"
REPORTING = "渔港经营者应当在每年三月底以前报送上一年度的经营情况。"
TRAFFIC = "渔船进出渔港，应当服从调度，不得在航道内停泊。"
WASTE = "渔港应当设置含油污水接收装置，并向渔船公布位置。"
DRILL = "渔港经营者每半年组织一次消防演练，邀请消防救援机构指导。"


def version(*articles: str) -> Version:
    numbered = (f"第{number}条　{text}\n" for number, text in zip("一二三四五六", articles, strict=False))
    text = f"{TITLE}\n{''.join(numbered)}"
    clean = CleanText(Source("a", "text/plain", "utf-8", "", text, ()), text, ())
    return Version(Work("", TITLE), "a", "full", (segment(clean, origin=Origin("a")),))


def flags(old: Version, new: Version) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Flag, ...]]:
    return {(change.old, change.new): change.flags for change in compare(old, new).changes}


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ((AIM, TRAFFIC, REPORTING), 1),
        ((AIM, TRAFFIC, REPORTING, DRILL, WASTE), 2),
        ((AIM, DRILL, REPORTING, TRAFFIC, WASTE), 1),
    ],
)
def test_swapping_the_texts_keeps_what_moved(order: tuple[str, ...], moved: int) -> None:
    old, new = version(*[text for text in (AIM, REPORTING, TRAFFIC, WASTE, DRILL) if text in order]), version(*order)
    there, back = flags(old, new), flags(new, old)
    assert there == {(a, b): found for (b, a), found in back.items()}
    assert sum("moved" in found for found in there.values()) == moved
