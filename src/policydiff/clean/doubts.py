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
from policydiff.numerals import broken_figures
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
_TAIL = 400  # a page that breaks off says so at its end; what stands behind are labels and links
_LABEL = lazy(r"[:：][ \u3000]*+(?:人民币|人民幣|￥|¥|RMB)?[ \u3000]*+$")
_BLANK_NAME = lazy(
    r"[×✕✖XxＸｘ*＊□●]{2}(?:有限)?(?:公司|企业|企業|单位|單位|项目|項目|先生|女士|同志|学校|學校|大学|大學|工程|合同|协议|局|委|厅|省|市|区|县|镇|乡|村|路|街)"
    r"|[_＿]{2}|[(（][ \u3000]{2,40}[)）]|某某"
)
# numbers whose 第 and 条 are no characters of the charset in which the list was saved: ?一?, ?二?
_NO_NUMBERS = lazy(r"(?m)^[ \t\u3000]{0,20}\??[一二三四五六七八九十百零〇]{1,6}\?")
_BARRED = (
    r"(?:剩余|余下|后续|还有)(?:约|的)?(?:\d{1,3}(?:\.\d{1,2})?[%％]|\d{1,7}字)?(?:的?(?:部分|内容|全文|正文))?(?:尚|还)?未(?:[读讀]|[显顯]示|展[开開])"
    r"|(?:登[录陆錄陸]|[注註][册冊]|付[费費]|[购購][买買]|[订訂][阅閱]|[关關]注|[扫掃][码碼]|[开開]通.{0,4}?(?:[会會][员員]|VIP)|解[锁鎖])(?:后|後|即可|可)?"
    r"(?:可|即可|免[费費]|[继繼][续續]|[点點][击擊])?(?:[阅閱][读讀]|查看|[显顯]示|[浏瀏][览覽])(?:全文|完整|剩余|剩餘|余下|更多[内內]容)"
    r"|[展阅閱](?:[开開]|[读讀])(?:剩余|剩餘|余下)|[试試][读讀](?:已)?[结結]束"
)
_UNFINISHED = lazy(rf"(?m)(?:^|(?<=[（(【\[…。.，,；;])).{{0,6}}?(?:{_BARRED}).{{0,16}}$")


def _unnumbered(text: str) -> Iterator[Span]:
    """Lines that begin with a number whose words were lost; one alone may be a question mark and nothing else."""
    found = [Span(*match.span()) for match in _NO_NUMBERS.finditer(text)] if "?" in text else []
    return iter(found if len(found) > 1 else ())


def _unfinished(text: str) -> Iterator[Span]:
    """What a page says at the end of what it shows; it may stand before a note or two, not amid the provisions."""
    at = max(0, len(text) - _TAIL)
    return (Span(*match.span()) for match in _UNFINISHED.finditer(text, text.rfind("\n", 0, at) + 1))


def doubts(text: str) -> tuple[Doubt, ...]:
    """What a clean text leaves in doubt, each kind once."""
    found: tuple[tuple[DoubtCode, tuple[Span, ...]], ...] = (
        ("damaged", damaged_runs(text)),
        ("replaced", tuple(Span(*match.span()) for match in _LOST.finditer(text)) if "\ufffd" in text else ()),
        ("masked", tuple(_masked(text))),
        ("broken", tuple(Span(*place) for place in broken_figures(text))),
        ("unnumbered", tuple(_unnumbered(text))),
        ("unfinished", tuple(_unfinished(text))),
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
