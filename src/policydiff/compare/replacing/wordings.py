"""Which wording may have been exchanged for which: every difference of two sentences, named with the words beside it.

A difference by words often is less than a person would name: 其他 → 非法人 is 其他组织 → 非法人组织, and an inserted
宪法和 is 法律委员会 → 宪法和法律委员会.  So each difference is offered bare and with words on either side of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Indel

__all__ = ["Named", "wordings"]

_LONGEST = 14
"""A wording that a person would name as one is a term or a short phrase, not a clause."""
_MOST = 25_000_000
"""Sentences of more pairs of words (5,000 by 5,000) are no sentences; their differences name no term."""
_AROUND = 4
"""Words to either side that a wording may take in."""
_CLEAN = re.compile(r"[^\W\d_]+(?:、[^\W\d_]+)*")
_NUMBERED = re.compile(r"\d|第[零〇一二三四五六七八九十百千两]|^[零〇一二三四五六七八九十百千两万亿]+")
_ENDS = re.compile(r"[，。；：！？,.;:!?\s（）()《》“”\"]")
_LEADS_UP_LISTED = (
    "的 地 之 所 和 与 及 以及 及其 或 或者 并 并且 而 但 但是 由 向 对 在 于 从 自 经 报 将 把 被 为 是 "
    "有 无 未 不 即 因 凡 应当 必须 可以 不得 应 须 可 依法 各 该 本 给予 予以 处 处以 并处 责令 追究 "
    "进行 开展 负责 作出 做出 制定 遵守 违反 履行 行使 接受 接到 收到 申请 批准 提交 提出 设立 召开 经过 "
    "属于 通过 参加 出席 承担 交 送 取得 具有 符合 会同"
)
_LEADS_UP = frozenset(_LEADS_UP_LISTED.split())
"""Particles, prepositions, conjunctions, modals and the verbs of rules: they lead up to a term."""
_FOLLOWS_LISTED = (
    "的 地 之 所 和 与 及 以及 及其 或 或者 并 并且 而 但 但是 由 向 对 在 于 从 自 经 报 将 把 被 为 是 "
    "有 无 未 不 即 应当 必须 可以 不得 应 须 可 依法 各 该 本 其 其他 有关 相关 等 时 后 前 中 内 外 上 "
    "下 起 日 之日 之日起 审议 吊销 责令 批准 给予 予以 申请 提出"
)
_FOLLOWS = frozenset(_FOLLOWS_LISTED.split())
"""What a term is followed by, and does not end with."""
_JOINS = frozenset({"", "、", "和", "与", "及", "以及"})
"""Marks and words that join a list; which of them stands there is no wording."""
_MODALS_LISTED = "应当 必须 可以 不得 应 须 可 依法 不 未"
_MODALS = frozenset(_MODALS_LISTED.split())
_LISTS = frozenset({"、", "或", "或者", "以及", "及", "并", "并且", "且"})
_LINKS = _JOINS | {"或", "或者", "并", "并且", "且"}
_ITSELF_LISTED = "法 法律 条例 规定 办法 规则 细则 决定 措施 章程 意见 通知 方案 解释 规程 制度"
_ITSELF = frozenset(_ITSELF_LISTED.split())
"""What an instrument calls itself behind 本: 本规定 is its name there, and says nothing of 国家有关规定."""


@dataclass(frozen=True, slots=True)
class Named:
    """A difference as a person might name it: what was written and what is written instead.

    `around` counts the words taken in beside the difference, and `exchange` says that one word took another's place:
    where words were only put in or left out, another place of the same wording may have changed for another reason.
    """

    old: str
    new: str
    around: int
    exchange: bool


def wordings(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Named]:
    """Every way to name each difference of two sentences, given as their words.

    >>> from policydiff.tokens import tokens
    >>> [(n.old, n.new) for n in wordings(tokens("由法制委员会办理。"), tokens("由宪法和法制委员会办理。"))][1]
    ('法制委员会', '宪法和法制委员会')
    """
    if len(before) * len(after) > _MOST:
        return
    before, after = _with_own_names(before), _with_own_names(after)
    codes = Indel.opcodes(before, after)
    spans = [(c.tag == "equal", c.src_start, c.src_end, c.dest_start, c.dest_end) for c in codes]
    at = 0
    while at < len(spans):
        if spans[at][0]:
            at += 1
            continue
        end = at
        while end + 1 < len(spans) and not spans[end + 1][0]:
            end += 1
        gone, come = before[spans[at][1] : spans[end][2]], after[spans[at][3] : spans[end][4]]
        left = before[max(0, spans[at][1] - _AROUND) : spans[at][1]] if at else ()
        follows = spans[end + 1][2] if end + 1 < len(spans) else spans[end][2]
        right = before[spans[end][2] : min(follows, spans[end][2] + _AROUND)]
        kept = spans[at - 1][2] - spans[at - 1][1] if at else 0
        yield from _named(gone, come, left[-kept:] if kept else (), right)
        at = end + 1


def _with_own_names(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a sentence, with what its instrument calls itself as one: 本, 规定 is 本规定."""
    if "本" not in words:
        return tuple(words)
    found: list[str] = []
    for word in words:
        if found and found[-1] == "本" and word in _ITSELF:
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


def _named(
    gone: tuple[str, ...], come: tuple[str, ...], left: tuple[str, ...], right: tuple[str, ...]
) -> Iterator[Named]:
    a, b = "".join(gone), "".join(come)
    if max(len(a), len(b)) > _LONGEST or {a, b} <= _JOINS or any(map(_NUMBERED.search, gone + come)):
        return
    if not (a and b) and ("、" in a + b or {*gone[:1], *gone[-1:], *come[:1], *come[-1:]} & _LISTS):
        return  # one more member of a list
    if _MODALS & {*gone, *come} and (a in b or b in a or len(gone) > 1 or len(come) > 1):
        return  # a duty put in or left out, or another condition
    linking = {a, b} <= _LINKS
    for lead, tail in product(_taken(left[::-1], _LEADS_UP), _taken(right, _FOLLOWS)):
        if linking and not (lead and tail):
            continue
        words = "".join(lead[::-1]), "".join(tail)
        yield from _wording(words[0] + a + words[1], words[0] + b + words[1], len(lead) + len(tail), bool(a and b))
    if len(gone) > 1 and gone[-1] == "的":  # 半数以上董事 → 过半数的董事
        yield from _wording("".join(gone[:-1]), b, 0, bool(b))
    if len(come) > 1 and come[-1] == "的":
        yield from _wording(a, "".join(come[:-1]), 0, bool(a))
    if len(gone) == len(come) == 1:
        yield from _inside(a, b)


def _wording(old: str, new: str, around: int, exchange: bool) -> Iterator[Named]:
    if all(2 <= len(text) <= _LONGEST and _CLEAN.fullmatch(text) for text in (old, new)):
        yield Named(old, new, around, exchange)


def _inside(a: str, b: str) -> Iterator[Named]:
    """One character of a word written otherwise: 帐簿 → 账簿 is 帐 → 账."""
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1:
        x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
        if _CLEAN.fullmatch(x) and _CLEAN.fullmatch(y):
            yield Named(x, y, 0, exchange=True)


def _taken(words: Sequence[str], bounds: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The words beside a difference, ever more of them, as far as they may be part of one term with it."""
    yield ()
    for count, word in enumerate(words, start=1):
        if (
            _ENDS.search(word)
            or _NUMBERED.search(word)
            or word.startswith("由")
            or (word in bounds and word not in {"的", "、", "和", "其"})
        ):
            return
        if word not in bounds and word != "、":
            yield tuple(words[:count])
