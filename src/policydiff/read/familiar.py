"""How much a decoding looks like Chinese: the measure that tells the right charset from the wrong ones."""

from __future__ import annotations

from collections import Counter

__all__ = ["common_share", "familiar_share"]

_COMMON = frozenset(
    "的一是不了在人有他这个中来上大为和国地到以时要就出会可也对生能而于下自之年过发后作用道行所然家种事成方多经去法学如都同现"
    "当动面起定分还进部其主理本前开从实日者意无力与长机十民第公此已工使情明性全三关点业外将两高间由最重并应向文体政相利二等"
    "产或新制加月合特代内信表化给位次度通教提立及员解名处各入条平系活总电数安结目量建务件计管期市直资金指统区保至形社决治展科"
    "基则规据程办取定术领共确规策企项创支持推单负责局委厅省县级章款限额奖补"
    "這個來為國時會對於過發後種經學當動開從實無與長機關點業兩間應體產給員處條總電數結務計資統區決則規據術領確項創單負責廳縣級"
    "獎補額變點問題進還後裡億萬"
)
_FURNITURE = frozenset(map(chr, (9, 10, 12, 13, *range(32, 127), *range(0x3001, 0x3012), 0xFF08, 0xFF09, 0xFF0C)))


def common_share(text: str) -> float:
    """The share of the commonest Chinese characters, of both scripts, among all characters beyond ASCII.

    >>> common_share("对企业给予一次性奖励") > 0.5
    True
    """
    counts = Counter(text)
    beyond = sum(count for char, count in counts.items() if char > "\x7f")
    common = sum(count for char, count in counts.items() if char in _COMMON)
    return common / beyond if beyond else 0.0


def familiar_share(text: str) -> float:
    """The share of all characters that are ASCII, Chinese punctuation or the commonest Chinese characters.

    >>> familiar_share("<p>第一条</p>") > 0.8, familiar_share("㰀瀀㸀") > 0
    (True, False)
    """
    counts = Counter(text)
    known = sum(count for char, count in counts.items() if char in _FURNITURE or char in _COMMON)
    return known / len(text) if text else 0.0
