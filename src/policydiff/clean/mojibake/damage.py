"""What mojibake a text still holds when all that can be repaired is."""

from __future__ import annotations

import re

from policydiff.clean.alphabet import alphabet
from policydiff.clean.mojibake.gbk import MARKS, encoded
from policydiff.clean.mojibake.language import is_stray, language, rare_in
from policydiff.clean.mojibake.options import MojibakeOptions
from policydiff.clean.mojibake.shift import find_shifts
from policydiff.model import Span
from policydiff.patterns import lazy

__all__ = ["damaged_runs"]

_DEFAULTS = MojibakeOptions()
# what replacement characters and uninitialised memory look like in GBK; nothing is left of the text below them
_LOST_IN = lazy("[锟斤烫屯葺]")
_LOST = lazy("(?:锟斤拷|锟斤|斤拷)++|烫{3,}+|屯{3,}+|葺{3,}+")
_LETTERS = lazy("[\xc0-\xfe]")  # what each of the next three must hold
_WESTERN = lazy("[\xe3-\xe9\xef][\x80-\xbf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,64}")
# GBK shown byte for byte: ÍòÔª was 万元; no word of any language has so many accents in a row, nor two and nothing else
_ACCENTED = lazy(
    "(?=[\xa1-\xbf\xd7\xf7]{0,3}+[\xc0-\xfe])(?:[\xa1-\xfe]{4,200}+|(?<![A-Za-z\xa1-\xfe])[\xa1-\xfe]{2,3}+(?![A-Za-z]))"
)
# the first byte of a number in UTF-8, alone in its brackets: the bytes behind it were controls, and are gone
_LEAD = lazy("(?<=[(（])[\xc2\xc3\xe4-\xe7](?=[)）])")
_RUN = lazy(f"[^\x00-\x7f\\s{MARKS}。、《》（）“”]{{6,200}}+")


def damaged_runs(text: str) -> tuple[Span, ...]:
    """The stretches of a text that a wrong decoding spoiled beyond repair, in order.

    >>> [span.of("数据锟斤拷锟斤拷应用") for span in damaged_runs("数据锟斤拷锟斤拷应用")]
    ['锟斤拷锟斤拷']
    >>> [span.of("最高300ÍòÔª") for span in damaged_runs("最高300ÍòÔª")]
    ['ÍòÔª']
    >>> damaged_runs("真的吗？！支持企业；鼓励创新。±5°C，Zürich，café，süß")
    ()
    """
    spans = [*find_shifts(text).damaged]
    if _LOST_IN.search(alphabet(text)):
        spans += [Span(*match.span()) for match in _LOST.finditer(text)]
    if _LETTERS.search(alphabet(text)):
        spans += [Span(*match.span()) for match in _WESTERN.finditer(text)]
        spans += [Span(*match.span()) for match in _ACCENTED.finditer(text) if _is_gb2312(match[0])]
        spans += [Span(*match.span()) for match in _LEAD.finditer(text)]
    spans += _undecoded(text)
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def _undecoded(text: str) -> list[Span]:
    """Runs that are still in the wrong charset, and single characters that were left of one."""
    rare = rare_in(alphabet(text))
    if not rare:
        return []
    odd = f"[{''.join(sorted(rare))}]"
    # half of a character in UTF-8 begins with E4 to E9, whatever charset shows it; its other half is gone
    spans = [
        Span(*match.span())
        for match in re.finditer(f"{odd}[?\ufffd]", text)
        if (pair := encoded(match[0][0])) and 0xE4 <= pair[0] <= 0xE9
    ]
    spans += [
        Span(*match.span())
        for match in re.finditer(f"{odd}{{4,200}}+", text)
        if not is_stray(match[0][0]) and _is_no_chinese(match[0])
    ]
    seen = -1
    for match in re.finditer(odd, text):
        if match.start() < seen:
            continue
        for run in _RUN.finditer(text, max(0, match.start() - 200), match.start() + 200):
            seen = max(seen, run.end())
            strange = sum(char in rare and not is_stray(char) for char in run[0])
            if strange >= _DEFAULTS.damaged_share * len(run[0]) and _is_no_chinese(run[0]):
                spans.append(Span(*run.span()))
    return spans


def _is_gb2312(run: str) -> bool:
    """Whether the bytes that accented letters stand for are characters; ÄÖÜäöüß in a list of letters are none."""
    try:
        return bool(run.encode("latin-1").decode("gb2312"))
    except UnicodeDecodeError:
        return False


def _is_no_chinese(run: str) -> bool:
    return language().cost(run) > _DEFAULTS.unnatural * len(run)
