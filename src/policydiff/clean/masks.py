"""Signs that slip a word past a word filter: 第|一, 国*家级, 不*過 30 萬元.

The sign is taken out where the characters around it are one word of the dictionary once it is gone, and where the
sentence, cut into words, has that word there.  So a product (单价*数量) stays, and so do a footnote's asterisk between
two words (企业*应当), a hidden name (张*伟) and the point inside a name or between titles (礼记·大学).

不*过 before a figure hides the 超 of 不超过, for no other word can stand there: it is put back, marked as inferred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit, Span
from policydiff.patterns import lazy
from policydiff.tokens import engine, quiet_jieba, tokens

__all__ = ["FILTER_MASKS", "MaskOptions"]


@dataclass(frozen=True, slots=True)
class MaskOptions:
    """When a sign inside a word is a filter's."""

    asterisks: int = 1
    """An asterisk has no business inside a word: one is enough."""

    other_signs: int = 3
    """Points, bars and dashes part things that may look like one word (产-学-研, 首页|新闻): so many different words
    must be parted by them."""


_DEFAULTS = MaskOptions()
_ANY_SIGN = "[*＊·•・|｜¦‐_~^-]"
_SIGN = lazy(rf"{_ANY_SIGN}(?<={HAN}{_ANY_SIGN})(?={HAN})")
_ASTERISKS = "*＊"
_REACH = 8  # characters to both sides that the words are told from
_STOPS = lazy(r"[\s，。；：！？、,;:!?()（）《》“”]")
_FORMULA = lazy("[=＝×÷]")
_BOUND = lazy("超过|超出|低于|高于|少于|多于|大于|小于|得|足|满")  # with 不 before it as fixed as one word
_HIDDEN = lazy(
    r"(?<=不)[*＊](?=[过過]\s*(?:[\d０-９]|[一二三四五六七八九十百千两半]+(?:年|个月|倍|万|亿|百|千|成|次|家|元)))"
)
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两")
_OPERANDS = lazy("[长宽高厚深径甲乙丙丁戊己庚辛壬癸]+")  # 长*宽*高 is a product, though 长宽高 is a word
_DASHES = "‐-"
_ROW = 2  # 京-津-冀: dashes in a row part what is named together
_CHAIN = 3  # 不*超*过: a sign so near to a filter's is a filter's, too


@dataclass(frozen=True, slots=True)
class _Splice:
    """A sign between two characters, and the word that stands there without it."""

    at: int
    sign: str
    word: str


def _find(page: Page) -> tuple[Edit, ...]:
    text = page.text
    signs = [match.start() for match in _SIGN.finditer(text)]
    if not signs:
        return ()
    hidden = {match.start() for match in _HIDDEN.finditer(text)}
    found = list(_splices(text, [at for at in signs if at not in hidden]))
    words = {each.word for each in found if each.sign not in _ASTERISKS}
    enough = len(words) >= _DEFAULTS.other_signs and 2 * len(found) >= len(signs)
    stars = sum(each.sign in _ASTERISKS for each in found) >= _DEFAULTS.asterisks
    sure = {each.at for each in found if (stars if each.sign in _ASTERISKS else enough)}
    return tuple(
        Edit(Span(at, at + 1), "超", "inferred") if at in hidden else Edit(Span(at, at + 1), "")
        for at in sorted({*_with_chains(text, signs, sure), *hidden})
    )


def _splices(text: str, signs: list[int]) -> Iterator[_Splice]:
    """The signs that stand inside a word."""
    words: _Dictionary | None = None
    known: dict[tuple[str, str, bool], str] = {}
    rows = {at for one, two in pairwise(signs) if two - one == _ROW for at in (one, two)}
    for at in signs:
        if text[at] in _DASHES and at in rows:
            continue
        left, right = _around(text, at)
        sides = left, right, text[at] in _DASHES
        if sides not in known:
            if _FORMULA.search(left) or _FORMULA.search(right) or _between_numerals(left, right):
                known[sides] = ""
            else:
                words = words or _Dictionary()
                known[sides] = words.across(left, right, shortened=not sides[2])
        if known[sides]:
            yield _Splice(at, text[at], known[sides])


def _around(text: str, at: int) -> tuple[str, str]:
    """What stands on both sides of a sign, up to the next mark, other signs left out."""
    left = _STOPS.split(text[max(0, at - _REACH) : at])[-1]
    right = _STOPS.split(text[at + 1 : at + 1 + _REACH], maxsplit=1)[0]
    return _SIGN.sub("", left), _SIGN.sub("", right)


def _between_numerals(left: str, right: str) -> bool:
    """五·四 and 一二·九 are written so, and 三*五 is a product."""
    return left[-1:] in _NUMERALS and right[:1] in _NUMERALS


def _with_chains(text: str, signs: list[int], sure: set[int]) -> Iterator[int]:
    """The signs that are sure, with those that stand in one row with them: 不*超*过, 国*家*级."""
    chained = set(sure)
    for row in (signs, signs[::-1]):
        last: int | None = None
        for at in row:
            if at not in chained and last is not None and abs(at - last) <= _CHAIN and text[at] == text[last]:
                chained.add(at)
            if at in chained:
                last = at
    return iter(sorted(chained))


class _Dictionary:
    """Looks words up in simplified script."""

    def __init__(self) -> None:
        from opencc import OpenCC  # noqa: PLC0415 - loading its tables costs more than cleaning a page

        self._simple: Callable[[str], str] = OpenCC("t2s").convert

    def across(self, left: str, right: str, *, shortened: bool) -> str:
        """The word of the dictionary that begins in `left` and ends in `right`; empty where there is none.

        One made of two names in short (沪宁, 政企) counts only where `shortened`: these may be parted by a dash.
        """
        before, after = self._simple(left), self._simple(right)
        if before.endswith("不") and (bound := _BOUND.match(after)):
            return f"不{bound[0]}"
        at = 0
        for word in tokens(before + after):
            end = at + len(word)
            if at < len(before) < end:
                known = _is_word(word) and (shortened or _tag(word) != "j")
                return word if known and not _OPERANDS.fullmatch(word) else ""
            at = end
        return ""


def _is_word(word: str) -> bool:
    """Whether the dictionary has a word, as something else than the name of a person."""
    return _tag(word) not in {None, "nr", "nrfg"}


def _tag(word: str) -> str | None:
    """The dictionary's part of speech of a word."""
    if engine() == "rjieba":
        import rjieba  # noqa: PLC0415 - it loads a dictionary of 5 MB

        tagged: list[tuple[str, str]] = rjieba.tag(word, False) if rjieba.has_word(word) else []
        return tagged[0][1] if len(tagged) == 1 else None
    posseg = quiet_jieba("posseg").posseg  # the same dictionary where rjieba has no wheel
    posseg.dt.initialize()
    tag: str | None = posseg.dt.word_tag_tab.get(word)
    return tag


FILTER_MASKS = Rule(
    name="filter-masks",
    reason="a sign was put inside a word to slip it past a word filter",
    label_zh="为避开敏感词过滤而插入的符号",
    find=_find,
    examples=(
        ("累計不*過 30 萬元，最*高不超＊过50万元", "累計不超過 30 萬元，最高不超过50万元"),
        ("第*一批入选国*家*级试点", "第一批入选国家级试点"),
        ("最|高奖励、首|批企业、国|家平台、不|低于一年", "最高奖励、首批企业、国家平台、不低于一年"),
    ),
    negatives=(
        "补助金额=单价*数量，奖励按面积*标准计算，占地3*5米。",
        "规模以上企业*应当报送，联系人张*伟、王*平，电话138****0000。",
        "《礼记·大学》、爱德华·王、五·四青年节、中-美合作、产-学-研协同、首页|新闻|政策",
    ),
)
