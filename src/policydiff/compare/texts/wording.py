"""What a reader takes for one piece of wording: borders of clauses and lists, small words, whole words and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.tokens import tokens

__all__ = ["border", "common_ends", "is_small"]

_CLAUSE_MARKS = frozenset("，,；;：:。.！!？?\n")
_OPENING, _CLOSING = "（(〔［[【《〈“‘「『", "）)〕］]】》〉”’」』"
_CONJUNCTIONS = frozenset({"和", "与", "及", "或", "或者", "以及", "并", "并且"})
_SMALL = _CONJUNCTIONS | {"对于", *"的地得之了而且在对由于向从自为以按被把将其该等中内上下后前时所者是有使、"}
_LONGEST_SMALL = 4  # 或者其他 is longer than a person overlooks
_LONGEST_END = 8  # a longer common end is words of its own, and was found as such
_LONGEST_PHRASE = 120  # behind a passage longer than this, a common word is no longer seen
_FIGURE = re.compile(r"[\dA-Za-z〇○○]|^[第零一二三四五六七八九十百千万萬亿億两兩壹贰叁肆伍陆柒捌玖拾佰仟]")


def border(words: Sequence[str], start: int, end: int) -> int:
    """How well an inserted stretch stands by itself; the higher the better.

    Brackets stay with their partners.  A clause brings the mark behind it (，并公告， behind a comma), a member of a
    list the mark or the word before it (、丙; 和丙), a modifier its 的.
    """
    before = words[start - 1][-1:] if start else "\n"
    after = words[end][:1] if end < len(words) else "\n"
    first, last = words[start], words[end - 1]
    score = 16 if _balanced(words[start:end]) else 0
    if last in _CLAUSE_MARKS and before in _CLAUSE_MARKS:
        return score + 8
    if first in _CLAUSE_MARKS and after in _CLAUSE_MARKS:
        return score + 6
    if first == "、" or first in _CONJUNCTIONS:
        return score + (0 if last == "、" or last in _CONJUNCTIONS else 4)
    if last == "、" or last in _CONJUNCTIONS:
        return score + 3
    return score + (2 if last == "的" else 0) - (1 if first == "的" else 0)


def _balanced(words: Sequence[str]) -> bool:
    """Whether every bracket and quotation mark has its partner here; of straight quotes, an even number.

    >>> _balanced("（甲）"), _balanced("甲）（乙")
    (True, False)
    """
    waiting: list[int] = []
    for word in words:
        for mark in word:
            if (at := _OPENING.find(mark)) >= 0:
                waiting.append(at)
            elif (at := _CLOSING.find(mark)) >= 0 and (not waiting or waiting.pop() != at):
                return False
    return not waiting and sum(word.count('"') for word in words) % 2 == 0


def is_small(text: str) -> bool:
    """Whether what stayed is too little to be read between two changes: 的, 、, 和, one character.

    A comma or a full stop is not: a reader rests there.

    >>> is_small("的"), is_small("或者其"), is_small("，"), is_small("部门")
    (True, True, False, False)
    """
    if len(text) == 1:
        return text not in _CLAUSE_MARKS and not text.isspace()
    return len(text) <= _LONGEST_SMALL and all(word in _SMALL for word in tokens(text))


def common_ends(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """How many characters two stretches of words begin and end with alike, as far as these are words of their own.

    社会治安秩序 → 社会秩序 drops 治安; 股东大会 → 股东会 is another organ, and 五十万元 → 五百万元 another sum.

    >>> common_ends(["社会治安秩序"], ["社会秩序"]), common_ends(["股东大会"], ["股东会"])
    ((2, 2), (0, 0))
    >>> common_ends(["五十万元"], ["五百万元"]), common_ends(["部门"], ["各", "部门"])
    ((0, 0), (0, 2))
    """
    one, other = "".join(mine), "".join(theirs)
    longest = min(len(one), len(other), _LONGEST_END) if len(one) + len(other) <= _LONGEST_PHRASE else 0
    tail = next((n for n in range(longest) if one[-1 - n] != other[-1 - n]), longest)
    head = next((n for n in range(longest) if one[n] != other[n]), longest)
    choices = [(front, back) for back in range(tail, -1, -1) for front in range(head, -1, -1) if front + back]
    for front, back in sorted(choices, key=lambda ends: -sum(ends)):
        if front + back <= longest and _spares_figures(mine, front, back) and _spares_figures(theirs, front, back):
            parts = one[:front], one[len(one) - back :], one[front : len(one) - back], other[front : len(other) - back]
            if _stand_alone(*parts):
                return front, back
    return 0, 0


def _spares_figures(words: Sequence[str], head: int, tail: int) -> bool:
    """Whether no figure is cut in two by setting aside so much of both ends."""
    length = sum(map(len, words))
    at = 0
    for word in words:
        end = at + len(word)
        if _FIGURE.search(word) and (at < head < end or at < length - tail < end):
            return False
        at = end
    return True


def _stand_alone(head: str, tail: str, one: str, other: str) -> bool:
    """Whether beginning, end and what is left between them are made of words, none of a single character.

    One character before a word may be set apart (各部门, 不应当), one behind it may not (董事会, 代表人).
    """
    if not head and (not one or not other) and len(tail) > 1:
        return True
    return all(len(word) > 1 or word in _SMALL for part in (head, tail, one, other) for word in tokens(part))
