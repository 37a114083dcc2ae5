"""Explainers: numbered subheads under a narrator's account of an instrument that was issued.

    海州发布 2025-03-02
    近日，海州市人民政府办公室印发《海州市渔港若干措施》。记者梳理如下：
    一、渔船补贴
    电动渔船每艘最高补贴60万元。

The numbers are the narrator's.  A page that gives the instrument's whole text under such an account shows it: it says
so (全文如下), sets the title above the text, speaks of itself (本措施, 制定本办法), names who is in charge
(责任单位：), or comes with a notice in the first person (现印发给你们).
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.fold import HAN
from policydiff.patterns import lazy
from policydiff.segment.lines import Line

__all__ = ["is_headline", "narrates"]

_DAY = (
    r"(?:近日|日前|昨[日天]|今[日天]|近期|最近|本[周月]|[上这]周|刚刚|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|正式|新近|"
    r"记者|获悉|据悉|本报讯)"
)
_TOLD = lazy(
    rf"{_DAY}[^。《》]{{0,60}}?(?:发布|印发|出台|公布|颁布|下发|推出|制定)(?:实施)?了?(?:关于)?《[^《》]{{4,80}}》|"
    rf"{_DAY}[^。《》]{{0,60}}《[^《》]{{4,80}}》[^。《》]{{0,60}}?(?:发布|印发|出台|公布|颁布|下发|推出|施行|实施|来了)|"
    rf"《[^《》]{{4,80}}》[^。《》]{{0,40}}?(?:正式|日前|近日|昨[日天]|今[日天])(?:对外)?(?:发布|印发|出台|公布|颁布|下发|推出|施行|实施)"
)
_NARRATOR = lazy(
    r"梳理|解读|干货|看点|亮点|划重点|要点|速览|速读|一图|一文|来了|怎么|哪些|如何|记者|讯[（(]|^(?:文章)?来源[:：]|来源[:：]|"
    r"日报|晚报|发布(?=\s*\d{4})|新闻|！|？|截至目前|据了解|据悉|相比"
)
_WHOLE = lazy(
    "全文|原文|正文|具体内容|现将|现予|现印发|给你们|请(?:认真|遵照|结合|各|贯彻|抓好)|特此|"
    "(?:通知|公告|通告|公布|决定)如下|^各.{2,60}[：:]$|^(?:为|根据|按照|依据|遵照|贯彻).*(?:制定|提出|出台|现将|如下|实施)"
)
_ITSELF = lazy(
    rf"本{HAN}{{0,4}}?(?:政策|办法|措施|规定|条例|细则|意见|方案|决定|规则|计划|规划|纲要|指引|指南|公告|通告|清单|法)(?!报)|"
    r"附\s{0,4}则|(?:责任|牵头|配合|实施)(?:单位|部门)[：:]|负责解释"
)
_HEADLINE = lazy(
    rf"^{HAN}{{2,20}}(?:重磅|正式|最新|再次?|率先){{0,2}}(?:出台|发布|推出|公布|亮出|祭出)(?:了)?{HAN}{{0,20}}?"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:条|项|个方面|大)(?:具体|硬核|新|务实){0,2}(?:政策|措施|举措|办法|意见|规定)+$"
)


def narrates(head: Sequence[Line], numbered: Sequence[Line]) -> bool:
    """Whether a narrator tells of an instrument above the first number, and nothing speaks for the instrument.

    `numbered` are the lines from the first number to the end of the text.
    """
    told = [line.text for line in head if line.words]
    if not any(_TOLD.search(text) for text in told) or any(_WHOLE.search(text) for text in told):
        return False
    if any(_ITSELF.search(line.text) for line in (*head, *numbered)):
        return False
    return any(_NARRATOR.search(line.text) for line in (*head, *numbered))


def is_headline(words: str) -> bool:
    """Whether what could be a title is news of one: 海州市出台渔港发展20条措施 ends as an instrument's title does."""
    return bool(_HEADLINE.match(words))
