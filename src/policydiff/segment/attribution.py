"""Whose words a sentence of a report gives.

A report on a policy mixes what the instrument says with what an official says of it, what another instrument says and
what happens in another city.  A sentence belongs to an instrument only where the text says so:

* it makes the instrument its subject: 《措施》提出, 《办法》第三条规定, 该方案要求, 政策还明确;
* it gives a norm under it: 根据《措施》，对…给予…;
* it tells of its publication and goes on with its content: 印发《措施》，支持…，给予…;
* it plainly continues such a sentence of the same paragraph: 还提出…, 其中…, 支持…, …的，给予…, or what follows a ；.

A speaker (负责人介绍), a narrator (据悉, 目前), another place or the paragraph's end ends the continuation.  Direct
speech is the speaker's, except for a sentence in it that itself names its instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.model import Attribution, Span
from policydiff.patterns import lazy
from policydiff.segment.names import Names

__all__ = ["Voices"]

_ASIDE = r"(?:\s*[（(][^（()）]{0,60}[）)])?"
_SAYS = (
    "提出|指出|明确|要求|规定|强调|部署|提到|锚定|旨在|聚焦|围绕|结合|支持|鼓励|突出|坚持|细化|给予|设立|推出|安排|包括|共有|共分|"
    "从|对|按|在|就|针对|以|重点|列出|设定|确定|推动|加大|加强|建立|引导|优化|制定|取消|删除|调整|新增|增加|提高|降低|扩大|放宽|"
    "自(?=\\d|发布|公布|印发|即日)|有效期|共(?=\\d|[一二三四五六七八九十])"
)
_ADVERB = "(?:还|也|并|又|则|均|同时|特别|首次|进一步|分别|主要|中|里|拟|第[一二三四五六七八九十百]+条){0,3}"
_PREDICATE = rf"{_ASIDE}[，,]?{_ADVERB}(?:{_SAYS})(?!的)"
_OBJECT = lazy(
    r"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|违反|符合|围绕|继|与|和|及|对|对照|在|将|把|为|关于|解读|印发|发布|出台|制定|修订|起草|"
    r"审议|通过|公布|学习|宣传|对标|以|由|从|如|参照)(?:了|过)?$"
)
_CONTENT = (
    "支持|给予|对|鼓励|提出|明确|从|围绕|聚焦|推动|加快|设立|强化|加强|旨在|以|按|重点|每年|到20\\d\\d年|符合|单个|"
    "最高|凡|新"
)
_PUBLISHED = lazy(
    rf"(?:发布|印发|出台|公布|颁布|下发|推出|制定)(?:实施)?(?:了)?《(?P<title>[^《》]{{2,80}})》{_ASIDE}[，,](?=(?:{_CONTENT}))"
)
_UNDER = lazy(
    rf"(?:根据|按照|依据|依照)(?:该|新|上述)?《(?P<title>[^《》]{{2,80}})》{_ASIDE}(?:的)?(?:有关|相关)?(?:规定|要求)?[，,](?=(?:{_CONTENT}))"
)
_NOUNS = "措施|政策|办法|方案|意见|规定|条例|细则|通知|计划|规划|决定|文件|规则|纲要|指南|新政"
_NAMED = lazy(
    rf"(?:^|[，,：:“])(?:同时|此外|其中)?[，,]?(?:该|上述|此次|这一|这份|新)?(?P<noun>{_NOUNS}){_ADVERB}(?:提出|指出|明确|要求|规定|强调)(?!的)"
)
_CONTINUES = lazy(rf"^(?:同时|此外|另外|其中|并且)?[，,]?(?:还|并|也|又|同时|此外)(?:{_SAYS})(?!的)")
_FACT = lazy(r"^[，,：:]?(?:截至|截止|目前|当前|近年来|去年|上年)")
_NARRATES = lazy(
    r"^[“”]|^(?:据|记者|目前|当前|近年来|近日|今年以来|截至|此前|去年|日前|事实上|数据显示|业内|专家|与此同时|接下来|下一步|为此|这是|这意味着|"
    r"可以说)|(?:介绍|表示|透露|认为|解读|坦言|告诉记者|分析|说|称)(?:道)?[，,：:“。]|已(?:建成|经|被|有|达)"
)
_ELSEWHERE = lazy(
    r"^(?:而|例如|比如|如)?[，,]?[^，,。对在全我本]{2,4}(?:市|省|自治区)(?![级场区内委政财里发经科商人直属各])"
)
_ORDINAL = lazy(
    r"^(?:其中|例如|比如|同时|此外|另外|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]|首先|其次|再次|最后)[，,]?"
)
_OPENS = lazy(
    r"支持|鼓励|引导|推动|推进|加快|加强|加大|强化|完善|优化|建立|建设|打造|培育|开展|实施|组织|聚焦|围绕|"
    r"对|按|根据|经|每年|设立|给予|遴选|评选|发挥|落实|探索|促进|提升|深化|健全|统筹|畅通|目标|力争|到20\d\d年|符合|单个|最高|"
    r"新增|构建|布局|引进|安排|发放|允许|禁止|应当|不得|可以|在[^，。]{2,30}(?:方面|上|中)"
)
_ORDERS = lazy(
    r"的[，,](?:分别|再|可|一次性|最高)?(?:给予|按|可|不得|应当|处|奖励|补助|予以|享受)|"
    r"(?:给予|奖励|补助|补贴|资助)[^，,。；]{0,25}(?:元|[%％])|"
    r"(?:最高|不超过|不低于|分别为|上浮|下浮)[^，,。；]{0,15}(?:元|[%％]|倍|年|个月)"
)
_QUOTED = lazy(r"“[^“”]*[。！？][^“”]*”")
_INTRODUCES = lazy(rf"》{_ASIDE}{_ADVERB}(?:提出|指出|明确|要求|规定)[，,：:]?$")
_FIGURE = lazy(r"\d|[一二三四五六七八九十百千万亿](?:元|家|个|年|倍|成)")


@dataclass(frozen=True, slots=True)
class _Own:
    """The instrument a sentence itself names as speaking, and where in the sentence it does."""

    instrument: str
    start: int


class Voices:
    """Tells whose words the sentences of one text are."""

    def __init__(self, text: str, known: Names) -> None:
        self._text = text
        self._known = known
        short = "|".join(re.escape(name) for name, _ in known.short if len(name) > 1)
        bare = rf"|(?<![^，,。；;：:“\s该新])(?P<bare>[“‘]?(?:{short})[”’]?)" if short else "|(?P<bare>(?!))"
        self._subject = re.compile(rf"(?:《(?P<title>[^《》]{{2,80}})》{bare}){_PREDICATE}", re.IGNORECASE)

    def names_itself(self, words: str) -> bool:
        """Whether a sentence makes an instrument in 《》 its subject: 《细则》第三条规定，…."""
        return any(
            match["title"] and not self._is_object(words, match.start()) for match in self._subject.finditer(words)
        )

    def cuts(self, sentences: Sequence[Span]) -> Iterator[int]:
        """Where the instrument begins to speak behind words with figures that are not its own.

        对照《规划》提出的300亿元目标，《措施》细化了…: what stands before the last subject is nobody's provision.
        """
        for sentence in sentences:
            own = self._own(sentence.of(self._text), None)
            before = self._text[sentence.start : sentence.start + own.start] if own else ""
            if own and "《" in before and _FIGURE.search(before):
                yield sentence.start + own.start

    def attribute(self, paragraph: Span, sentences: Sequence[Span]) -> tuple[Attribution | None, ...]:
        """Attribute each sentence of one paragraph; null where nobody's instrument is speaking."""
        speech = self._speech(paragraph)
        current: str | None = None
        last: str | None = None
        open_sentence = False
        found: list[Attribution | None] = []
        for sentence in sentences:
            words = sentence.of(self._text).strip()
            own = self._own(words, last)
            while speech and speech[0].end <= sentence.start + 1:
                speech.pop(0)
            if own is not None:
                current = last = own.instrument
            elif current and not (_goes_on(words) or (open_sentence and not _NARRATES.search(words))):
                current = None
            instrument = current
            if speech and speech[0].start <= sentence.start:
                instrument = own.instrument if own else None
                current = None  # what follows direct speech continues nobody
            if own and _FACT.search(self._after_verb(words, own)):
                instrument = None
            found.append(Attribution(instrument) if instrument else None)
            open_sentence = words.endswith(("；", ";"))
        return tuple(found)

    def _own(self, words: str, last: str | None) -> _Own | None:
        """The instrument a sentence itself names as the one that speaks; the last one, where it names several."""
        found = [
            _Own(self._known.full(match["title"] or match["bare"]), match.start())
            for match in self._subject.finditer(words)
            if not self._is_object(words, match.start())
        ]
        for pattern in (_PUBLISHED, _UNDER):
            found += [_Own(self._known.full(match["title"]), match.start()) for match in pattern.finditer(words)]
        if found:
            return max(found, key=lambda own: own.start)
        named = _NAMED.search(words)
        if named:
            instrument = self._known.by_noun(named["noun"]) or last
            return _Own(instrument, 0) if instrument else None
        return _Own(last, 0) if last and _CONTINUES.match(words) else None

    @staticmethod
    def _is_object(words: str, start: int) -> bool:
        """Whether the words before a title make it an object: 根据《措施》, 解读《措施》."""
        return bool(_OBJECT.search(words[max(0, start - 8) : start].rstrip("，, ")))

    def _after_verb(self, words: str, own: _Own) -> str:
        match = self._subject.match(words, own.start)
        return words[match.end() :] if match else ""

    def _speech(self, paragraph: Span) -> list[Span]:
        """The quotations that are somebody's speech, not the instrument's own text: 《办法》规定：“…”."""
        return [
            Span(quote.start(), quote.end())
            for quote in _QUOTED.finditer(self._text, paragraph.start, paragraph.end)
            if not _INTRODUCES.search(self._text[max(paragraph.start, quote.start() - 90) : quote.start()])
        ]


def _goes_on(words: str) -> bool:
    """Whether a sentence that names nobody plainly continues the one before: normative, and in nobody else's voice."""
    body = _ORDINAL.sub("", words).lstrip("，,")
    if _NARRATES.search(body):
        return False
    if _OPENS.match(body):
        return True
    return not _ELSEWHERE.match(body) and (body != words or bool(_ORDERS.search(body)))
