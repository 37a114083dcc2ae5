"""How likely a stretch of Chinese is: by the words of a dictionary, in either script.

The words and how often they stand in running text come from jieba's dictionary; it is read when a page turns out to
hold something odd, since that takes half a second.
"""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policydiff.clean.mojibake.gbk import decoded

__all__ = ["Language", "is_han", "is_stray", "language", "ordinary", "rare_in"]

LONGEST_WORD = 4
_COSTS = {
    **dict.fromkeys("。，、", 3.5),
    **dict.fromkeys("：；,.:;（）()《》“”\n\t ", 5.0),
    **dict.fromkeys("「」『』〈〉【】〔〕‘’—…·！？！-/%％", 7.0),
    **dict.fromkeys("?!+", 8.0),
}
_LATIN_COST = 5.0
_FIGURE_COST = 4.0
_SYMBOL_COST = 14.0
_FOREIGN_COST = 16.0
_STRANGER_COST = 26.0
_FREE_WORD = 6.5  # rarer characters are mostly halves of words that the dictionary does not know
_FREE_STANDING = 9.0
_OTHER_SCRIPT = 5.0


def is_han(char: str) -> bool:
    """Whether this is a Chinese character; one test of the code point, since whole pages are asked."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


@cache
def ordinary() -> frozenset[str]:
    """The characters of the first levels of GB2312 and Big5: what Chinese is mostly written with, in both scripts."""
    simplified = "".join(decoded(lead, trail) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    pairs = bytes(
        byte
        for lead in range(0xA4, 0xC6)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        for byte in (lead, trail)
    )
    return frozenset(simplified) | frozenset(pairs.decode("big5"))


def is_stray(char: str) -> bool:
    """Whether a letter is one that Chinese prose has no use for: Greek, Cyrillic, kana, bopomofo, lines of boxes.

    >>> [char for char in "；ひ吧锸Τ②の" if is_stray(char)]
    ['ひ', 'Τ', 'の']
    """
    return "\u0370" <= char <= "\u04ff" or "\u2500" <= char <= "\u257f" or "\u3041" <= char <= "\u312f"


def rare_in(chars: Iterable[str]) -> frozenset[str]:
    """Those of some characters that are Chinese and not ordinary, and stray letters."""
    return frozenset(char for char in chars if is_han(char) or is_stray(char)) - ordinary()


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a dictionary with their costs: the negative logarithm of how often each stands in running text."""

    words: dict[str, float]
    beginnings: frozenset[str]
    simplified: dict[str, str]
    traditional: frozenset[str]
    simplified_only: frozenset[str]

    def single(self, char: str) -> float:
        """What a character costs that belongs to no longer word."""
        plain = self.simplified.get(char, char)
        known = self.words.get(plain)
        if known is not None:
            return known + 1.5 * max(0.0, known - _FREE_WORD)
        if is_han(plain):
            return _STRANGER_COST
        if char in _COSTS:
            return _COSTS[char]
        if char.isascii():
            return _FIGURE_COST if char.isdecimal() else _LATIN_COST if char.isalpha() else _SYMBOL_COST
        return _FOREIGN_COST if char.isalpha() else _SYMBOL_COST

    def frequency(self, char: str) -> float:
        """How often a character stands alone in the dictionary's 60 million words."""
        known = self.words.get(self.simplified.get(char, char))
        return 6e7 * math.exp(-known) if known is not None else 0.0

    def script_cost(self, char: str, traditional: bool) -> float:
        """What it costs to write a character of the other script."""
        return _OTHER_SCRIPT if char in (self.simplified_only if traditional else self.traditional) else 0.0

    def cost(self, text: str) -> float:
        """What a text costs, cut into the likeliest words; less is likelier."""
        return self._cut(text)[0]

    def strays(self, text: str, until: int) -> int:
        """How many characters before a place belong to no word, and are none that often stands alone, as 的 does."""
        count = at = 0
        for word in self._cut(text)[1]:
            count += at < until and len(word) == 1 and is_han(word) and self.single(word) > _FREE_STANDING
            at += len(word)
        return count

    def _cut(self, text: str) -> tuple[float, list[str]]:
        """The likeliest words and their cost together.  Linear: each place looks a few characters ahead."""
        plain = "".join(self.simplified.get(char, char) for char in text)
        best = [0.0, *[math.inf] * len(plain)]
        sizes = [0] * (len(plain) + 1)
        for at in range(len(plain)):
            for size in range(1, min(LONGEST_WORD, len(plain) - at) + 1):
                word = self.single(text[at]) if size == 1 else self.words.get(plain[at : at + size])
                if word is not None and best[at] + word < best[at + size]:
                    best[at + size], sizes[at + size] = best[at] + word, size
        words = []
        at = len(plain)
        while at:
            words.append(text[at - sizes[at] : at])
            at -= sizes[at]
        return best[-1], words[::-1]

    def is_traditional(self, text: str) -> bool:
        """Whether a text is written in traditional script rather than in simplified."""
        chars = set(text)
        return len(chars & self.traditional) > len(chars & self.simplified_only)


@cache
def language() -> Language:
    """The language of the dictionary."""
    frequencies: dict[str, int] = {}
    for line in _dictionary().splitlines():
        word, number, *_ = line.split(" ")
        if len(word) <= LONGEST_WORD:
            frequencies[word] = int(number)
    total = math.log(max(1, sum(frequencies.values())))
    words = {word: total - math.log(max(1, number)) for word, number in frequencies.items()}
    beginnings = frozenset(word[:size] for word in words for size in range(2, len(word)))
    return Language(words, beginnings, *_scripts())


def _dictionary() -> str:
    # importing jieba itself would load its own copy of the dictionary, and write a cache to disk
    found = importlib.util.find_spec("jieba")
    folders = (found.submodule_search_locations if found else None) or []
    for folder in folders:
        return (Path(folder) / "dict.txt").read_text(encoding="utf-8")
    return ""


def _scripts() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Every character of GBK in simplified script; those that are traditional, and those that are simplified only."""
    from opencc import OpenCC  # noqa: PLC0415 - it loads tables that most pages do not need

    chars = [
        char for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF) if is_han(char := decoded(lead, trail) or " ")
    ]
    joined = "\n".join(chars)  # a character a line, so that no phrase is taken for one
    plain = OpenCC("t2s").convert(joined).split("\n")
    full = OpenCC("s2t").convert(joined).split("\n")
    changed = {char: to for char, to in zip(chars, plain, strict=True) if char != to}
    return changed, frozenset(changed), frozenset(c for c, to in zip(chars, full, strict=True) if c != to)
