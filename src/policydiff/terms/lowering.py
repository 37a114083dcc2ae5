"""By how much a price falls: 降低 of 每千瓦时降低0.17元 stays with the subject.

The price falls as such a figure rises.
"""

from __future__ import annotations

from policydiff.patterns import lazy
from policydiff.terms.clauses import Setting
from policydiff.terms.nouns import as_noun

__all__ = ["lowered"]

_WORDS = "降低|下降|下调|下浮|调低|调减|减收|减免|减少|减征|免收|核减|扣减|压减|压缩|缩减|缩短|优惠|让利"
"""减按15% is a level."""
_BY = lazy(rf"(?P<word>{_WORDS})(?:的?(?:幅度|金额|额度?|比例)为?)?(?:再|各|均|约|了|人民币)*$")
_OF = lazy(r"(?P<word>减收|减免|减征|免收)[^,。;:、0-9%补奖给资支贴]{1,8}$")
_ANY = lazy(_WORDS)


def lowered(subject: str | None, setting: Setting, lead: str) -> str | None:
    """The subject with the word that says the figure is taken off, where the words before the figure say so.

    Of a step from what held before (比原来降低2元) the role says so already.
    """
    reading = setting.reading
    if reading.increment or reading.former or reading.change:
        return subject
    before = (lead + setting.quoted[: reading.core - reading.start])[-24:]
    match = _BY.search(before) or _OF.search(before)
    if match is None:
        return subject
    word = match["word"]
    if subject and subject.endswith(word):
        return (as_noun(subject.removesuffix(word)) or "") + word
    if subject and _ANY.search(subject):
        return subject
    if subject and setting.rest.startswith(subject):
        return word + subject
    return (subject or "") + word
