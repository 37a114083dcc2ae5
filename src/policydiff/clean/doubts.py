"""Reasons not to take a clean text at its word.

What a page lost or blotted out, the order that a scraper shuffled and the words that it exchanged cannot be mended.
They can be seen; the reader is told how often, and where first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.clean.alphabet import alphabet
from policydiff.clean.disorder import out_of_order
from policydiff.clean.mojibake import damaged_runs
from policydiff.clean.synonyms import exchanged
from policydiff.model import Doubt, DoubtCode, Span
from policydiff.patterns import lazy

__all__ = ["DoubtOptions", "doubts"]


@dataclass(frozen=True, slots=True)
class DoubtOptions:
    """How much of a doubt is told."""

    places: int = 5
    """So many of the first places are kept; one is shown, and a reader who has seen five has seen enough."""


_DEFAULTS = DoubtOptions()
_LOST = lazy("\ufffd+")
_SIGNS = "*＊×✕✖□■█▇▉●"
_BLOTTED = lazy(f"[{_SIGNS}XxＸｘ]")
_BLOT = r"(?:[*＊]{2,}+|[×✕✖]{2,}+|[XxＸｘ]{2,}+(?![A-Za-z])|[□■█▇▉●]{2,}+)"
_MEASURE = (
    r"(?:[十百千万萬]?[亿億](?:人民[币幣]|[美欧港])?元?|[万萬](?![人里一能众事名家户物千水无元])|[万萬千百十]?(?:人民[币幣]|[美欧港])?元(?![旦宵素件])|[%％‰]"
    r"|[个個]?百分[点點]|[万萬]?(?:亩|畝|吨|噸|千瓦|平方米|公顷|公頃|公里|立方米)|[万萬][人名家户戶]|倍(?!特))"
)
_MASKED = lazy(rf"(?<![{_SIGNS}A-Za-zＸｘ_＿@/\\-]){_BLOT}(?:[.．](?:\d{{1,4}}|{_BLOT}))?[ \xa0]?{_MEASURE}")
_FIGURE_BEFORE = lazy(r"\d[\d,，.．]{0,12}$")  # 1**万元, 3.×%
# The line of a form: a label and a blank behind it, a blank for a name as well (××公司), or ruled lines to write on
_LABEL_REACH = 12
_LABEL = lazy(r"[:：][ \u3000]*+(?:人民币|人民幣|￥|¥|RMB)?[ \u3000]*+$")
_BLANK_NAME = lazy(
    r"[×✕✖XxＸｘ*＊□●]{2}(?:有限)?(?:公司|企业|企業|单位|單位|项目|項目|先生|女士|同志|学校|學校|大学|大學|工程|合同|协议|局|委|厅|省|市|区|县|镇|乡|村|路|街)"
    r"|[_＿]{2}|[(（][ \u3000]{2,40}[)）]|某某"
)


def doubts(text: str) -> tuple[Doubt, ...]:
    """What a clean text leaves in doubt, each kind once."""
    found: tuple[tuple[DoubtCode, tuple[Span, ...]], ...] = (
        ("damaged", damaged_runs(text)),
        ("replaced", tuple(Span(*match.span()) for match in _LOST.finditer(text)) if "\ufffd" in text else ()),
        ("masked", tuple(_masked(text))),
        ("shuffled", out_of_order(text)),
        ("spun", exchanged(text)),
    )
    return tuple(Doubt(code, len(spans), spans[: _DEFAULTS.places]) for code, spans in found if spans)


def _masked(text: str) -> Iterator[Span]:
    """Figures blotted out in running text: 投入****亿元, 增长××%.

    A form has blanks of the same look, and so has a date that is still open (2025年×月×日): these hide nothing.
    """
    end, form = -1, False
    for match in _MASKED.finditer(text) if _BLOTTED.search(alphabet(text)) else ():
        if match.start() > end:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
            form = _BLANK_NAME.search(text, start, end) is not None
        starred = "*" in match[0] or "＊" in match[0]
        if not form and (starred or not _LABEL.search(text, max(0, match.start() - _LABEL_REACH), match.start())):
            shown = _FIGURE_BEFORE.search(text, max(0, match.start() - _LABEL_REACH), match.start())
            yield Span(shown.start() if shown else match.start(), match.end())
