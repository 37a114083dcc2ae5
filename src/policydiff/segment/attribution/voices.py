"""Whose words a sentence of a report gives.

A report on a policy mixes what the instrument says with what an official says of it, what another instrument says and
what happens in another city.  A sentence belongs to an instrument only where the text says so:

* it makes the instrument its subject: 《措施》提出, 《办法》第三条第二款规定, 《办法》附件明确, 该方案要求, 政策还明确;
* it gives a norm under it: 根据《措施》，对…给予…;
* it tells of its publication and goes on with its content: 印发《措施》，支持…，给予…;
* it plainly continues such a sentence of the same paragraph: 还提出…, 其中…, 支持…, …的，给予…, or what follows a ；.

A speaker (负责人介绍), a narrator (据悉, 目前), another place or payer, or the paragraph's end ends the continuation.
In a text of one instrument the lines under one that leads to its content (《措施》要点如下：) go on too, as inferred.
Direct speech is the speaker's, except for a sentence in it that itself names its instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.model import Attribution, Span
from policydiff.patterns import lazy
from policydiff.segment.asides import aside, opening_aside
from policydiff.segment.attribution.grounds import is_norm, under
from policydiff.segment.attribution.wording import ADVERB, ASIDE, CONTENT, NOUNS, PART, PLACES, PREDICATE, SAYS
from policydiff.segment.continuation import goes_on, is_idle, is_point, norm, other_voice
from policydiff.segment.names import Names

__all__ = ["Voices"]

_OBJECT = lazy(
    r"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|违反|符合|围绕|继|与|和|及|对|对照|在|将|把|为|关于|解读|印发|发布|出台|制定|修订|起草|"
    r"审议|通过|公布|学习|宣传|对标|以|由|从|如|参照)(?:了|过)?$"
)
_TAKES_EFFECT = (
    r"(?:将)?自(?:\d|今年|明年|印发|发布|公布|即日)|将?于(?:\d|今年|明年)[^，,。；]{0,14}(?:施行|实施|执行|生效)|有效期"
)
_PUBLISHED = lazy(
    rf"(?:发布|印发|出台|公布|颁布|下发|推出|制定)(?:实施)?(?:了)?《(?P<title>[^《》]{{2,80}})》{ASIDE}[，,](?=(?:{CONTENT}|{_TAKES_EFFECT}))|"
    rf"《(?P<issued>[^《》]{{2,80}})》{ASIDE}[^，,。；：《》对为]{{0,16}}(?:发布|印发|出台|公布|颁布|下发)(?:实施)?了?[，,](?=(?:{_TAKES_EFFECT}))"
)
_BARE = "条例|办法|措施|细则|规则|意见|方案|新规"
"""What may be named without 该: 政策 and 规定 alone are anybody's."""
_NAMED = lazy(
    rf"(?:^|[，,：:“])(?:根据|按照?|依据|依照)(?:该|上述|此次|这一|这份|新)(?P<under>{NOUNS}){PART}(?:的)?(?:有关|相关)?(?:规定|要求)?[，,]|"
    rf"(?:^|[：:“])(?:根据|按照?|依据|依照)(?P<by>{_BARE}){PART}(?:的)?(?:有关|相关)?(?:规定|要求)?[，,]|"
    rf"(?:^|[，,：:“])(?:同时|此外|其中)?[，,]?(?:(?:该|上述|此次|这一|这份|新)?(?P<noun>{NOUNS}){PART}{ADVERB}(?:提出|指出|明确|要求|规定|强调)(?!的)|"
    rf"(?:该|上述|这一|这份)(?P<pointed>{NOUNS}){PART}{ADVERB}(?:{SAYS})(?!的))"
)
_CONTINUES = lazy(
    rf"^(?:同时|此外|另外|其中|并且)?[，,]?(?:(?:还|并|也|又|同时|此外)(?:{SAYS})|其?{PLACES}{ADVERB}(?:提出|指出|明确|要求|规定))(?!的)"
)
_FACT = lazy(r"^[，,：:]?(?:截至|截止|目前|当前|近年来|去年|上年)")
_QUOTED = lazy(r"“[^“”]*[。！？][^“”]*”")
_INTRODUCES = lazy(rf"》{ASIDE}{PART}{ADVERB}(?:提出|指出|明确|要求|规定)[，,：:]?$")
_FIGURE = lazy(r"\d|[一二三四五六七八九十百千万亿](?:元|家|个|年|倍|成)")
_TITLED = lazy(r"《(?P<title>[^《》]{2,80})》")
_KIND = lazy(f"(?:{NOUNS})(?:[（(][^（()）]{{1,20}}[）)])?$")
_LEADS = lazy(
    r"(?:[：:]|如下[。.]?|[？?]|(?:划重点|一起来?看|一图[看读]懂|速览|速看|快来?看|来了|往下看)[！!。～~—…]*|[👇⬇↓▼🔽][️]?)\s*$"
)
_INTERVIEW = lazy(
    r"就《[^《》]{2,80}》[^，,。；《》]{0,24}?(?:解读|答记者问|答问|回答(?:了)?[^，,。；]{0,8}(?:提问|问题)|接受[^，,。；]{0,8}采访)[^，,；]{0,6}$"
)
"""市商务局负责人就《措施》进行了解读。: the answers below it are about the instrument."""
_SHORT = lazy(r"(?:[答A][：:])?(?:没有|有|是|会|可以|能|对|不会|不是|当然)的?[。！!]")
"""有。 answers a question and leaves the word to what follows."""
_STOPS = lazy(r"[。；！，,;!]")
_LABEL = lazy(
    r"^\s*(?:[答A][：:]|【答】|[一二三四五六七八九十]{1,2}是(?!否)|第[一二三四五六七八九十][，,]|[（(]?[一二三四五六七八九十\d]{1,3}[）)][、.．]?|[一二三四五六七八九十\d]{1,3}[、.．](?!\d)|"
    r"(?:变化|亮点|看点|要点|重点|特点|突破|关键词|举措|措施|政策|红包|干货|问题)(?:之)?[一二三四五六七八九十\d]{1,3}[：:、，]|"
    r"(?:[^\w\s“”‘’《》（）()，。；：、！？…—\-]|[\-—*])[️]?(?:[^\w\s“”‘’《》（）()，。；：、！？…]){0,2})\s*"
)
"""What opens a point of a list: 答：, （一）, 变化二：, a bullet or a picture."""


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
        self._home = "".join((*known.published, *(full for _, full in known.short)))
        short = "|".join(re.escape(name) for name, _ in known.short if len(name) > 1)
        bare = rf"|(?<![^，,。；;：:“\s该新])(?P<bare>[“‘]?(?:{short})[”’]?)" if short else "|(?P<bare>(?!))"
        self._subject = re.compile(rf"(?:《(?P<title>[^《》]{{2,80}})》{bare}){PREDICATE}", re.IGNORECASE)

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
            words = sentence.of(self._text)
            own = self._own(words, None)
            before = words[: own.start] if own else ""
            if own and "《" in before and _FIGURE.search(before):
                yield sentence.start + own.start
            ahead = opening_aside(words, self._home)
            if ahead:
                yield sentence.start + ahead
            behind = aside(words, self._home)
            if behind and (own is None or behind > own.start):
                yield sentence.start + behind

    def the_one(self, sentences: Sequence[Span]) -> str | None:
        """The instrument that a text speaks of, where it speaks of no other."""
        spoken = {own.instrument for piece in sentences if (own := self._own(piece.of(self._text), None))}
        found = {*spoken, *self._known.published, *(full for _, full in self._known.short)} or self._titles()
        return found.pop() if len(found) == 1 else None

    def _titles(self) -> set[str]:
        """The instruments that a text names in 《》 and of which it says nothing more: 一图读懂《某市…办法》."""
        titles = {self._known.full(match["title"]) for match in _TITLED.finditer(self._text)}
        return {title for title in titles if _KIND.search(title)}

    def leads(self, words: str, instrument: str, *, opens: bool = False) -> bool:
        """Whether a line names the instrument and leads to what it holds: 《措施》要点如下：, 《措施》有何支持？.

        One that `opens` a list stands right above the first of its numbers.
        """
        named = any(self._known.full(match["title"]) == instrument for match in _TITLED.finditer(words))
        return named and bool(opens or _LEADS.search(words) or _INTERVIEW.search(words) or not _STOPS.search(words))

    def attribute(
        self, paragraph: Span, sentences: Sequence[Span], lead: str | None = None, before: str | None = None
    ) -> tuple[Attribution | None, ...]:
        """Attribute each sentence of one paragraph; null where nobody's instrument is speaking.

        Under a line that leads to the content of `lead` its sentences are that instrument's, by inference, for as long
        as nobody else speaks.  So is a paragraph that opens with a norm behind one of the instrument `before`.
        """
        speech = self._speech(paragraph)
        opening = sentences[0].of(self._text).strip() if sentences else ""
        current = lead or (before if before and self.states(opening, before) else None)
        led = current is not None
        last: str | None = None
        open_sentence = False
        found: list[Attribution | None] = []
        answers = led and opening.startswith(("答", "【答", "A"))
        points = led and not answers and self.is_listed(opening)
        for sentence in sentences:
            if self._is_aside(paragraph, sentence):
                found.append(None)
                continue
            words = sentence.of(self._text).strip()
            own = self._own(words, last)
            led = led and own is None
            while speech and speech[0].end <= sentence.start + 1:
                speech.pop(0)
            if own is not None:
                current = last = own.instrument
            elif current and not self._continues(words, current, led=led, point=points, opened=open_sentence):
                if answers and is_idle(words, current) and not _SHORT.fullmatch(words):
                    found.append(None)  # 补助力度更大。 of an answer is nobody's, and what follows still answers
                    continue
                current = None
            if led and lead and _SHORT.fullmatch(words):
                current = current or lead
            instrument = current
            if speech and speech[0].start <= sentence.start:
                instrument = own.instrument if own else None
                current = None  # what follows direct speech continues nobody
            if own and _FACT.search(self._after_verb(words, own)):
                instrument = None
            found.append(Attribution(instrument, "inferred" if led else "stated") if instrument else None)
            open_sentence = words.endswith(("；", ";"))
        return tuple(found)

    def states(self, words: str, instrument: str) -> bool:
        """Whether a line without a mark of a sentence gives a norm all the same: 省级奖项：奖励50万元."""
        return norm(_LABEL.sub("", words.strip()), instrument)

    @staticmethod
    def is_listed(words: str) -> bool:
        """Whether a line is a point of a list or an answer: （三）…, 变化二：…, 答：…."""
        return _LABEL.match(words.strip()) is not None

    def _continues(self, words: str, instrument: str, *, led: bool, point: bool, opened: bool) -> bool:
        """Whether a sentence goes on with an instrument's content: behind ； wherever nobody else speaks."""
        goes = self._listed(words, instrument, point=point) if led else goes_on(words, instrument)
        return goes or (opened and not other_voice(words, instrument))

    @staticmethod
    def _listed(words: str, instrument: str, *, point: bool) -> bool:
        """Whether a sentence under a line that leads to an instrument's content goes on with it."""
        bare = _LABEL.sub("", words)
        if goes_on(bare, instrument) or norm(bare, instrument):
            return True
        return point and not words.endswith(("？", "?")) and is_point(bare, instrument)

    def _is_aside(self, paragraph: Span, sentence: Span) -> bool:
        """Whether a piece of a sentence holds another place's figures, or the money of another fund."""
        words = sentence.of(self._text)
        return opening_aside(words, self._home) == len(words) or (
            sentence.start > paragraph.start and aside(self._text[sentence.start - 1 : sentence.end], self._home) == 1
        )

    def _own(self, words: str, last: str | None) -> _Own | None:
        """The instrument a sentence itself names as the one that speaks; the last one, where it names several."""
        found = [
            _Own(self._known.full(match["title"] or match["bare"]), match.start())
            for match in self._subject.finditer(words)
            if not self._is_object(words, match.start())
        ]
        found += [
            _Own(self._known.full(match["title"] or match["issued"]), match.start())
            for match in _PUBLISHED.finditer(words)
        ]
        found += [_Own(self._known.full(match["title"]), match.start()) for match in under(words)]
        if found:
            return max(found, key=lambda own: own.start)
        named = _NAMED.search(words)
        if named and not (named["by"] and not is_norm(words, named)):
            instrument = self._known.by_noun(named["under"] or named["by"] or named["noun"] or named["pointed"]) or last
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
