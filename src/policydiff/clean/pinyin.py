"""Pinyin that a program wrote behind the characters: 進(jìn)展, 關(guan) 於(yu) , 行动方案(xíng dòng fāng àn).

A reading in brackets is taken out only where it is one: where the syllables are readings of the characters right before
the bracket, one each.  And only where the text does so again and again.  What an author annotates once, since it is
rare or read in two ways (重（chóng）新), is content.  So are names in Latin letters: 淘宝(taobao) is one word without
tones, which no annotating program writes.

pypinyin is imported when a text turns out to need it: its tables take a fifth of a second to load.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policydiff.clean.alphabet import alphabet
from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["PINYIN", "PinyinOptions"]


@dataclass(frozen=True, slots=True)
class PinyinOptions:
    """When readings in brackets are noise."""

    with_tones: int = 3
    """So many annotations with tones (jìn, jin4), and the page annotates as a habit.  Counted are those of everyday
    characters only: a list of place names may well say how 瀼 and 漷 are read."""

    without_tones: int = 4
    """So many syllables without tones, in no fewer places than above; a word of Latin letters may happen to be a
    reading (爱(ai)), though hardly several times on a page."""

    distinct: int = 2
    """So many different readings.  One that comes again and again alone is a unit or a code: 12元(yuan)."""


_DEFAULTS = PinyinOptions()
_WORD = 12  # the most characters that one bracket reads; idioms have four, names of institutions about ten
_TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿ"
_SYLLABLES = rf"[a-züêɑɡ{_TONED}\u0300\u0301\u0304\u0306\u0308\u030c1-5'’\- \xa0\u3000]{{1,90}}"
_ANNOTATION = lazy(rf"(?<={HAN})(?P<gap>[ \xa0]?)[(（](?P<reading>{_SYLLABLES})[)）](?P<behind>[ \xa0\u3000]?)")
_LETTER = lazy(f"[a-züêɑɡ{_TONED}]")
_HAN_CHAR = lazy(HAN)
_TONE_MARKS = str.maketrans("", "", "\u0300\u0301\u0304\u0306\u030c12345")
_TYPED = str.maketrans({"ɑ": "a", "ɡ": "g", "’": "'", "\xa0": " ", "\u3000": " ", "-": " "})
_HAS_TONE = lazy("[\u0300\u0301\u0304\u0306\u030c1-5]")
_HAS_MARK = lazy("[\u0300\u0301\u0304\u0306\u030c]")
_NO_GAPS = str.maketrans("", "", " '")
_LETTER_RUN = lazy("[a-z\u0308\u0302]+")
_NO_GAP_BEFORE = lazy(rf"{HAN}|[，。；：！？、（）《》“”‘’「」〔〕【】,;:()]|$")
_LINE_END = frozenset(("", "\n", "\t"))
_EVERYDAY = 0xD8  # the rows of GB2312 below hold its 3,755 commonest characters


@dataclass(frozen=True, slots=True)
class _Annotation:
    """A bracket that reads the characters before it."""

    start: int
    end: int
    behind: int
    syllables: int
    toned: bool
    words: str
    usual: bool


def _find(page: Page) -> tuple[Edit, ...]:
    found = _annotations(page.text)
    toned = tuple(each for each in found if each.toned)
    plain = tuple(each for each in found if not each.toned)
    chosen: list[_Annotation] = []
    if _is_habit(toned, len(toned), _DEFAULTS.with_tones):
        chosen = list(found)  # a neutral tone bears no mark: 的(de) stands among 進(jìn)
    elif _is_habit(plain, sum(each.syllables for each in plain), _DEFAULTS.without_tones):
        chosen = list(plain)
    spaces = sum(each.behind > each.end for each in chosen)
    spaced = 2 * spaces >= len(chosen)
    # a program that puts a space behind every annotation puts it before figures and Latin letters, too
    ends = sum(page.text[each.end : each.end + 1] in _LINE_END for each in chosen)
    always = chosen and spaces + ends == len(chosen)
    edits = []
    for each in sorted(chosen, key=lambda each: each.start):
        gap = always or (spaced and _NO_GAP_BEFORE.match(page.text, each.behind))
        edits.append(Edit(Span(each.start, each.behind if gap else each.end), ""))
    return tuple(edits)


def _annotations(text: str) -> tuple[_Annotation, ...]:
    """Every bracket that holds nothing but a reading of what stands before it."""
    matches = list(_ANNOTATION.finditer(text)) if _LETTER.search(alphabet(text)) else []
    if not matches:
        return ()
    readings = _reader()
    found = []
    for match in matches:
        letters = unicodedata.normalize("NFD", match["reading"].translate(_TYPED))
        syllables = _LETTER_RUN.findall(letters.translate(_TONE_MARKS))
        toned = bool(_HAS_TONE.search(letters))
        at = match.start()
        count = _characters_read(text[max(0, at - _WORD) : at], [_plain(each) for each in syllables], readings)
        if count and (toned or count == len(syllables)):
            words = text[at - count : at]
            usual = not _HAS_MARK.search(letters) or _squeezed(letters) == _squeezed(_usual_reading(words))
            found.append(_Annotation(at, match.start("behind"), match.end(), count, toned, words, usual))
    return tuple(found)


def _is_habit(annotations: Sequence[_Annotation], weight: int, enough: int) -> bool:
    """Whether a page annotates what no reader needs annotated, and does so again and again."""
    if weight < enough or len(annotations) < _DEFAULTS.with_tones:
        return False
    if len({each.words for each in annotations}) < _DEFAULTS.distinct:
        return False
    simple = _simplifier()
    needless = [each for each in annotations if each.usual and all(map(_is_everyday, simple(each.words)))]
    return 2 * len(needless) > len(annotations)


def _plain(syllable: str) -> str:
    """A syllable as the tables write it, without tone: lü as lv, ê as e."""
    return syllable.replace("u\u0308", "v").replace("e\u0302", "e").replace("\u0308", "").replace("\u0302", "")


def _characters_read(before: str, syllables: Sequence[str], readings: Callable[[str], frozenset[str]]) -> int:
    """How many of the characters right before a bracket its syllables read, all of them; 0 where they do not.

    Syllables may run together (xíngdòng): walking back, every place that the readings so far can have reached is kept.
    """
    if not syllables:
        return 0
    letters = "".join(syllables)
    places = {len(letters)}
    for count, char in enumerate(reversed(before), 1):
        if not _HAN_CHAR.match(char):
            return 0
        places = {at - len(reading) for at in places for reading in readings(char) if letters.endswith(reading, 0, at)}
        if 0 in places and (count == len(syllables) or len(syllables) == 1 or places == {0}):
            return count
        places.discard(0)
        if not places:
            return 0
    return 0


def _reader() -> Callable[[str], frozenset[str]]:
    """The readings of a character without tones, each looked up once; lü is lv, and lu where a program had no ü."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - see above

    known: dict[str, frozenset[str]] = {}

    def readings(char: str) -> frozenset[str]:
        if char not in known:
            found = {_plain(unicodedata.normalize("NFD", each)) for each in _looked_up(char)}
            known[char] = frozenset(found | {each.replace("v", "u") for each in found})
        return known[char]

    def _looked_up(char: str) -> list[str]:
        rows: list[list[str]] = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
        return [each for each in rows[0] if each] if rows else []

    return readings


def _usual_reading(words: str) -> str:
    """How a reader takes each character by itself; who annotates 六(lù)安 tells him otherwise."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - see above

    rows: list[list[str]] = [row for char in words for row in pinyin(char, style=Style.TONE, errors="ignore")]
    return unicodedata.normalize("NFD", "".join(row[0] for row in rows))


def _squeezed(letters: str) -> str:
    return letters.translate(_NO_GAPS).replace("\u0306", "\u030c")


def _simplifier() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - as in the rule for script

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def _is_everyday(char: str) -> bool:
    code = char.encode("gb2312", errors="ignore")
    return bool(code) and code[0] < _EVERYDAY


PINYIN = Rule(
    name="pinyin",
    reason="a program wrote the reading behind the characters, here and there, with tones or without",
    label_zh="夹注的拼音",
    find=_find,
    examples=(
        ("促進(jìn)產(chǎn)業(yè)發(fā)展（2024—2027年）", "促進產業發展（2024—2027年）"),
        ("關(guan) 於(yu) 加快發(fa) 展數(shu) 據(ju) 產業的通知", "關於加快發展數據產業的通知"),
        (
            "行动方案(xíng dòng fāng àn)支持智能(zhì néng)终端(zhong1 duan1)、绿色(lǜ sè)制造",
            "行动方案支持智能终端、绿色制造",
        ),
    ),
    negatives=(
        "重（chóng）新核定后，由Python(派森)、电动飞行器(eVTOL)、人工智能(AI)和大模型（xxx）项目单位申报。",
        "淘宝(taobao)、京东(jingdong)、百度(baidu)、美团(meituan)、小米(xiaomi)等平台企业",
        "六(lù)安、番(pān)禺、蔚(yù)县、铅(yán)山、东莞(guǎn)参加试点，与（yù）会人员重（chóng）新核定。",
        "瀼渡(ràng dù)镇、漷县(huǒ xiàn)镇、筻口(gàng kǒu)镇、浒湾(xǔ wān)镇列入试点。",
        "补贴12元(yuan)、15元(yuan)、18元(yuan)、20元(yuan)、30元(yuan)",
    ),
)
