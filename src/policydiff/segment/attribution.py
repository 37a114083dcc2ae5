"""Whose words a sentence of a report gives.

A report on a policy mixes what the instrument says with what an official says of it, what another instrument says and
what happens in another city.  A sentence belongs to an instrument only where the text says so:

* it makes the instrument its subject: 《措施》提出, 《办法》还明确, 该方案要求;
* it tells of its publication and goes on with its content: 印发《措施》，支持…，给予…;
* it plainly continues such a sentence of the same paragraph: 还提出…, 支持…, 对…给予….

A speaker (负责人介绍), a narrator (据悉, 目前), another instrument or the paragraph's end ends the continuation.
Direct speech is the speaker's, except for a sentence in it that itself names its instrument.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.fold import fold
from policydiff.model import Attribution, Span

__all__ = ["Names", "attribute", "names"]

_TITLE = r"《(?P<title>[^《》]{2,80}(?:〈[^〉]*〉[^《》]{0,40})?)》"
_ASIDE = r"(?:\s*[（(][^（()）]{0,60}[）)])?"
_SAYS = (
    "提出|指出|明确|要求|规定|强调|部署|提到|锚定|旨在|聚焦|围绕|结合|支持|鼓励|突出|坚持|细化|给予|设立|推出|安排|"
    "包括|共有|共分|从|对|将|按|在|就|针对|以|重点|列出|设定|确定|推动|加大|加强|建立|引导|优化|制定了|部署了"
)
_ADVERB = "(?:还|也|并|又|则|均|同时|特别|首次|进一步|分别|主要|中|里|拟|第[一二三四五六七八九十百]+条){0,3}"
_SUBJECT = re.compile(rf"{_TITLE}{_ASIDE}[，,]?{_ADVERB}(?:{_SAYS})")
_NOT_A_SUBJECT = re.compile(
    r"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|违反|符合|围绕|继|与|和|及|对|对照|在|将|把|为|关于|解读|印发|发布|出台|制定|修订|起草|"
    r"审议|通过|公布|学习|宣传|对标|以|由|从|如|参照)(?:了|过)?$"
)
_PUBLISHED = re.compile(
    rf"(?:发布|印发|出台|公布|颁布|下发|推出|制定)(?:实施)?(?:了)?{_TITLE}{_ASIDE}[，,]"
    r"(?=(?:支持|给予|对|鼓励|提出|明确|从|围绕|聚焦|推动|加快|设立|强化|加强|旨在|以|按|重点))"
)
_NOUNS = "措施|政策|办法|方案|意见|规定|条例|细则|通知|计划|规划|决定|文件|规则|纲要|指南|新政"
_NAMED = re.compile(
    rf"(?:^|[，,：:“])(?:同时|此外|其中)?[，,]?(?:该|上述|此次|这一|这份)?(?P<noun>{_NOUNS}){_ADVERB}(?:提出|指出|明确|要求|规定|强调)"
)
_CONTINUES = re.compile(rf"^(?:同时|此外|另外|其中|并且)?[，,]?(?:还|并|也|又|同时|此外)(?:{_SAYS})")
_NARRATES = re.compile(
    r"^[“”]|^(?:据|记者|目前|当前|近年来|近日|今年以来|截至|此前|去年|日前|事实上|数据显示|业内|专家|与此同时|接下来|下一步|为此|这是|这意味着|"
    r"可以说|例如|比如)|(?:介绍|表示|透露|认为|解读|坦言|告诉记者|分析|说|称)(?:道)?[，,：:“。]|已(?:建成|经|被|有|达)"
)
_EXAMPLE = re.compile(r"^(?:例如|比如|其中)")
_NORMATIVE = re.compile(
    r"^(?:其中|同时|此外|另外|例如|比如)?[，,]?(?:支持|鼓励|引导|推动|推进|加快|加强|加大|强化|完善|优化|建立|建设|打造|培育|开展|实施|组织|聚焦|围绕|"
    r"对|按|根据|经|每年|设立|给予|遴选|评选|发挥|落实|探索|促进|提升|深化|健全|统筹|畅通|目标|力争|到20\d\d年|符合|单个|最高|新增|构建|布局|引进|"
    r"安排|发放|允许|禁止|应当|不得|可以|在[^，。]{2,30}(?:方面|上|中))"
)
_SHORT = re.compile(
    rf"{_TITLE}\s*[（(](?:以下|下文|下称)?(?:统称|简称)?(?:为)?[:：]?\s*[《“\"‘]?(?P<short>[^》”\"’）)]{{1,30}})[》”\"’]?[）)]"
)
_QUOTED = re.compile(r"“[^“”]*[。！？][^“”]*”")


@dataclass(frozen=True, slots=True)
class Names:
    """How a text shortens the titles it cites: 《措施》 stands for 《武汉市…若干政策措施》."""

    short: tuple[tuple[str, str], ...]

    def full(self, title: str) -> str:
        """The full title that a short one stands for, or the title itself."""
        return dict(self.short).get(fold(title), title)

    def by_noun(self, noun: str) -> str | None:
        """The one instrument whose short title ends with this noun; null where none or several do."""
        found = {full for short, full in self.short if short.endswith(noun)}
        return found.pop() if len(found) == 1 else None


def names(text: str) -> Names:
    """Collect 《全称》（以下简称《简称》）."""
    return Names(tuple((fold(match["short"]), match["title"]) for match in _SHORT.finditer(text) if "称" in match[0]))


def attribute(text: str, paragraph: Span, sentences: tuple[Span, ...], known: Names) -> tuple[Attribution | None, ...]:
    """Attribute each sentence of one paragraph; null where nobody's instrument is speaking."""
    speech = [Span(m.start(), m.end()) for m in _QUOTED.finditer(text, paragraph.start, paragraph.end)]
    speech = [quote for quote in speech if not _introduced(text, quote, paragraph)]
    current: str | None = None
    last: str | None = None
    found: list[Attribution | None] = []
    for sentence in sentences:
        words = sentence.of(text).strip()
        own = _own(words, known, last)
        if own is not None:
            last = own
        if any(quote.start <= sentence.start < quote.end - 1 for quote in speech):
            current = None  # what follows direct speech continues nobody
        elif own is not None:
            current = own
        elif current and not _goes_on(words):
            current = None
        instrument = own or current
        found.append(Attribution(instrument) if instrument else None)
    return tuple(found)


def _own(words: str, known: Names, last: str | None) -> str | None:
    """The instrument a sentence itself names as the one that speaks; the last one, where it names several."""
    subjects = [m for m in _SUBJECT.finditer(words) if not _NOT_A_SUBJECT.search(words[: m.start()].rstrip("，, "))]
    subjects += _PUBLISHED.finditer(words)
    if subjects:
        return known.full(max(subjects, key=lambda m: m.start())["title"])
    named = _NAMED.search(words)
    if named:
        return known.by_noun(named["noun"]) or last
    return last if _CONTINUES.match(words) else None


def _goes_on(words: str) -> bool:
    """Whether a sentence that names nobody plainly continues the one before: normative in form, nobody else's voice."""
    body = _EXAMPLE.sub("", words).lstrip("，,")
    return bool(_NORMATIVE.match(words) or _NORMATIVE.match(body)) and not _NARRATES.search(body)


def _introduced(text: str, quote: Span, paragraph: Span) -> bool:
    """Whether a quotation is the instrument's own text: 《办法》规定：“…”."""
    before = text[max(paragraph.start, quote.start - 90) : quote.start]
    return bool(re.search(rf"》{_ASIDE}{_ADVERB}(?:提出|指出|明确|要求|规定)[，,：:]?$", before))
