"""Characters under another number: radicals and compatibility forms that PDF text layers hold in place of words.

A font draws 一 and the radical ⼀ with one glyph.  A program that writes a PDF, and knows only the glyph, may name it
by the radical, so that 第⼀条 is no article for anyone who searches.
"""

from __future__ import annotations

import unicodedata

from policydiff.clean.alphabet import alphabet
from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["RADICALS"]

_STRANGE = lazy("[\u2e80-\u2eff\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
# the radicals of the supplement that are words; Unicode itself decomposes all the others
_SUPPLEMENT = dict(
    zip(
        "⺒⺓⺜⺝⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "巳幺日月母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


def _find(page: Page) -> tuple[Edit, ...]:
    if not _STRANGE.search(alphabet(page.text)):
        return ()
    return tuple(
        Edit(Span(*match.span()), word)
        for match in _STRANGE.finditer(page.text)
        if (word := _SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0])) != match[0]
    )


RADICALS = Rule(
    name="radicals",
    reason="a radical or a compatibility form in place of a character is an accident of the font",
    label_zh="部首与兼容字符",
    find=_find,
    examples=(
        ("第⼀条 为了⽀持⺠营企业⻓期发展", "第一条 为了支持民营企业长期发展"),
        ("⾏政机关不得收取费⽤", "行政机关不得收取费用"),
    ),
    negatives=("第一条 为了支持民营企业", "①２０％㎡", "偏旁⺮"),
)
