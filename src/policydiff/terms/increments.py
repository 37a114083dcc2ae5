"""By how much something moved: 10万元 of 比原来提高10万元, 50元 of 每人每月提高50元,达到850元.

Such a figure is a step from what held before, never a level: it says nothing that could be set beside 30万元.  A verb
of change right before the figure is not enough, since a rule may itself work by steps (每增加1000万元给予5万元;
对老区企业,奖励标准上浮20%) or ask for one (注册资本增加500万元的).  The sentence has to tell that it speaks of what
held before: it names it (比原来, 在现行标准基础上), it tells the level beside the step, or it is a report's and says
that a standard moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.model import UnitKind
from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading, rebound
from policydiff.terms.former import LISTED

__all__ = ["with_increments"]

_VERB = (
    "(?:提高|增加|上调|上浮|上涨|上升|提升|调增|调高|追加|降低|减少|下调|下浮|下降|调减|调低|缩短|缩减|压缩|压减|延长|扩大|"
    "放宽|提速|净增|涨)"
)
_MOVED = lazy(rf"{_VERB}(?:了|约|近|各|分别)*(?:每[^,。;:、0-9每]{{1,4}}){{0,2}}$")
_MORE = lazy(
    rf"(?:{_VERB}|(?<![最至])(?:多|高出?|少|低)|快|慢|增|减|升|降)(?:了|约|近|出|各|分别)*(?:每[^,。;:、0-9每]{{1,4}}){{0,2}}$"
)
_BY_STEPS = lazy("每(?:新|多|再|逐)?(?:增|提|延|升|超|满|降|减|缩|高|加|上浮|下浮)")
_ALLOWED = lazy(rf"(?:可以?|应当|不得|至多|最[多高长])再?{_VERB}")
_FORMER = (
    "(?:原(?=来|先|有|定|[^,。;:0-9%]{0,6}(?:标准|规定|政策|办法|水平|比例|额度|金额|期限|条例|措施|方案|版|价))|"
    "征求意见稿|草案|送审稿|此前|之前|以前|以往|过去|从前|现行|(?:修[订改]|调整|改革|新政|提标)(?:之)?前|旧版?|老办法|上一?[版轮])"
)
_NOW = "(?:去年|上一?年度?|往年|前年|上期|年初|(?:19|20)[0-9]{2}年度?|现有|目前|当前)"
_THAN = (
    "(?<![可相])(?:比(?!例|重|率|如|价|照)|较(?!大|多|好|高|快|强|重|少|低|小|长)|相较于?|相比于?|对比|"
    "[与同和](?=[^,。;]{1,16}(?:相比|比较|对比)))"
)
_THAN_FORMER = lazy(rf"{_THAN}[^,。;:0-9%]{{0,4}}?{_FORMER}")
_THAN_NOW = lazy(rf"{_THAN}{_NOW}")
_VERSION = (
    "(?:征求意见稿|草案|送审稿|(?:修[订改]|调整|改革|新政|提标)(?:之)?前|旧版?|老办法|上一?[版轮]|"
    "原(?:来的?)?(?:标准|规定|政策|办法|方案|条例|措施|版))"
)
_THAN_VERSION = lazy(
    rf"{_THAN}[^,。;:0-9%]{{0,4}}?{_VERSION}[^,。;:0-9%]{{0,10}}$|(?:[高多快]出|[高多快低少慢]于|超出|超过){_VERSION}(?:标准|规定)?$"
)
"""A comparison with another version of the text: what follows is a step of whatever kind."""
_TO_A_LEVEL = lazy("(?:至|到|达到?|为|成)$")
"""较征求意见稿延长至5年 tells the level, and not the step."""
_COMPARES = lazy(rf"{_THAN}(?=[^,。;:0-9%]{{0,4}}?(?:{_FORMER}|{_NOW}))")
_LIMIT = lazy(r"(?:上限|封顶线?|最?高?限额|(?P<floor>下限))[^,。;:0-9]{0,4}$")
_EXTENT = lazy(
    "(?:[增涨降升减]幅|(?:上调|提高|提升|下调|降低|增加|减少|压缩|缩短)的?幅度)(?:为|是|均|超过?|约|近|高达|达到?){0,2}$"
)
_ON_TOP = lazy(rf"在[^,。;:]{{0,2}}?(?:原(?![料材油产始则住籍告])|{_FORMER}|{_NOW})[^,。;:]{{0,16}}基础上")
_GRANTED = (
    "(?:标准|上限|下限|限额|额度|比例|金额|总额|补贴|补助|奖励|奖金|资助|津贴|养老金|救助金|保障金|抚恤金|贴息|费率|税率|利率|"
    "期限|时限|时间|时长|年限|工资|价格|门槛|名额|次数)"
)
_NAMED = lazy(_GRANTED)
_STANDARD = lazy(rf"{_GRANTED}[^,。;:、0-9%]{{0,10}}?(?:再|均|各|分别|统一|相应|一律|将|拟)*{_VERB}")
_ADDRESSED = lazy("(?<![面针应比校核绝相反派成])对[^,。;]{2,40},|的,|属于|符合")
_TOLD_AFTER = lazy(
    rf"[^,。;:、0-9%]{{0,6}}(?:[至到]|,(?:总额|合计|累计|一律|统一|均|分别|相应)*(?:达到?|增至|升至|涨至|降至|减至|延至|{_VERB}[至到为]|调整[至到为]))"
    "(?:每[^,。;:、0-9每]{1,4}){0,2}"
)
_MORE_THAN_BEFORE = lazy("(?:多|高|少|低)(?:出?了)(?:约|近)?$")
"""多了200万元: 了 tells that it is more than it was."""
_TOLD_BEFORE = lazy(
    rf"[^,。;:、0-9%]{{0,10}}[,(](?:再|均|各|分别|相应|共|即)*(?:{_VERB}(?:了|约|近|各|分别)*|(?:多|高|少|低)出?了(?:约|近)?)"
)
_THEN_NOW = lazy(rf"[^。;0-9%]{{0,16}}[,(][^,。;:0-9%]{{0,4}}{_THAN}{_NOW}[^,。;:%]{{0,12}}")
_ASKED = lazy(
    r"[^,。;]{0,30}?的(?:[,。;、)]|[^,。;]{0,30}?(?:企业|单位|机构|平台|项目|园区|团队|个人|人员|主体|公司)|人)|以上|以下"
)
_ENDS = lazy(r"[,。;、)\n]|$")
_SENTENCE = "。;!?\n"
_ENDS_SENTENCE = lazy(f"[{_SENTENCE}]")
_REACH = 60
_STATED: frozenset[UnitKind] = frozenset({"statement"})


def with_increments(text: str, readings: Sequence[Reading], kind: UnitKind) -> list[Reading]:
    """Mark the figures that are steps from what held before; `kind` is what the words are: a provision, a statement."""
    found = list(readings)
    for i, reading in enumerate(found):
        if reading.former or reading.change or reading.figure.share:
            continue
        before = found[i - 1] if i else None
        if before and before.increment and text[before.end : reading.start] in LISTED:
            found[i] = replace(reading, increment=True)
            continue
        after = found[i + 1] if i + 1 < len(found) else None
        if _is_step(text, reading, before, after, kind):
            found[i] = replace(reading, increment=True)
            if after and _alike(reading, after) and _TOLD_AFTER.fullmatch(text, reading.end, after.start):
                found[i + 1] = _levelled(text, reading, after)
    return found


def _levelled(text: str, step: Reading, level: Reading) -> Reading:
    """The level behind a step, bound by the words before the step: 上限比原标准提高10万元，达到40万元 caps."""
    if level.bound != "exact" or level.change:
        return level
    begin = max(0, step.core - _REACH)
    clause = text[begin : step.core]
    clause = clause[max(map(clause.rfind, _SENTENCE + ",:(")) + 1 :]
    moved = _COMPARES.search(clause) or _MORE.search(clause)
    named = _LIMIT.search(clause, 0, moved.start()) if moved else None
    return rebound(level, "floor" if named["floor"] else "cap") if named else level


def _is_step(  # noqa: C901, PLR0911 one return a rule
    text: str, reading: Reading, before: Reading | None, after: Reading | None, kind: UnitKind
) -> bool:
    begin = max(0, reading.core - _REACH)
    window = text[begin : reading.core]
    sentence = window[max(map(window.rfind, _SENTENCE)) + 1 :]
    clause = sentence[max(sentence.rfind(","), sentence.rfind(":"), sentence.rfind("(")) + 1 :]
    measure = reading.figure.unit.kind if reading.figure.unit else None
    if measure == "rate" and kind in _STATED and _EXTENT.search(clause):
        return True
    if _doubled(text, reading, before, sentence, kind):
        return True
    beyond = _THAN_VERSION.search(clause) is not None and not _TO_A_LEVEL.search(clause)
    if (
        not (beyond or _MORE.search(sentence))
        or _BY_STEPS.search(clause)
        or _ALLOWED.search(clause)
        or _ASKED.match(text, reading.end)
    ):
        return False
    if beyond:
        return True
    addressed = _ADDRESSED.search(sentence) is not None
    if measure == "rate" and kind in _STATED and _THAN_FORMER.search(clause) and _of_a_level(reading, before):
        return True
    granted = measure == "money" or _NAMED.search(sentence) is not None  # 能耗比以前下降10% is a target
    if granted and (_THAN_FORMER.search(sentence) or (_ON_TOP.search(sentence) and not addressed)):
        return True
    if kind in _STATED and _MORE_THAN_BEFORE.search(clause) and _told_beside(text, reading, before, after):
        return True
    if not _MOVED.search(sentence):
        return False
    if _told_beside(text, reading, before, after):
        return True
    if kind not in _STATED or _BY_STEPS.search(sentence):  # 每提高一个等级,奖励增加6万元
        return False
    if _THAN_NOW.search(sentence) and _NAMED.search(sentence):
        return True
    return _STANDARD.search(clause) is not None and not (addressed and measure == "rate")


def _doubled(text: str, reading: Reading, before: Reading | None, sentence: str, kind: UnitKind) -> bool:
    """Whether a report says that a grant doubled: 国家级奖项的奖励翻一番, or 一等奖提高20万元,特等奖翻一番."""
    if kind not in _STATED or text[reading.core : reading.core + 1] != "翻":
        return False
    clause = sentence[sentence.rfind(",") + 1 :]
    beside = before is not None and before.increment and not _ENDS_SENTENCE.search(text, before.end, reading.core)
    return beside or _NAMED.search(clause) is not None


def _of_a_level(reading: Reading, before: Reading | None) -> bool:
    """Whether a share can only be one of the figure before it: 5个工作日, 比原来压缩一半."""
    return before is not None and not _alike(before, reading) and not before.increment


def _told_beside(text: str, reading: Reading, before: Reading | None, after: Reading | None) -> bool:
    """Whether the sentence tells the level, too: 提高50元,达到850元; 为8000元,增加3000元; 8000元,较去年增加3000元."""
    if after and _alike(reading, after) and _TOLD_AFTER.fullmatch(text, reading.end, after.start):
        return True
    if before is None or before.increment or not _alike(before, reading):
        return False
    between = text[before.end : reading.core][-_REACH:]
    if _TOLD_BEFORE.fullmatch(between):
        return _ENDS.match(text, reading.end) is not None
    return _THEN_NOW.fullmatch(between) is not None


def _alike(one: Reading, other: Reading) -> bool:
    return (
        one.figure.unit is not None and other.figure.unit is not None and one.figure.unit.kind == other.figure.unit.kind
    )
