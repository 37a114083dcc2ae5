"""What a sentence says, without what only the style of drafting decides.

The table of equal words follows the drafting rules of the NPC's Legislative Affairs Commission (立法技术规范) where
they say that two words mean the same, or assign them by context alone; the rest are plain function words.  What is not
in the table counts: 其 that became 当事人, or 各级 that became 县级, is another meaning until a person says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policydiff.compare.weight.formulas import in_standard_form
from policydiff.compare.weight.named import with_named
from policydiff.fold import fold
from policydiff.numerals import FIGURE, HAN_NUMERAL, figure
from policydiff.tokens import Cut, tokens

__all__ = ["DATE", "bare", "content"]

_FORMAT = re.compile(r"[\s,.;:，。；：、()（）\[\]]+")
_SAME = (  # each row becomes its first word
    ("应当", "必须", "应该", "须", "应"),  # the rules: no difference in meaning, 应当 is preferred
    ("依照", "按照", "依据", "根据", "遵照", "依", "按", "照"),  # told apart by what follows; 参照 is another thing
    ("可以", "可"),
    ("或者", "或"),
    ("、", "以及", "和", "与", "及"),  # all join a list; 或者 does not
    ("并且", "并", "且", "而且"),
    ("但是", "但"),
    ("如果", "如", "若", "倘若"),
    ("中华人民共和国", "中国", "我国"),
    ("其他", "其它"),
    ("作出", "做出"),
    ("给予", "予以", "给与"),
    ("公布", "发布"),
    ("不得", "禁止", "严禁", "不准", "不许"),  # the rules: 不得 with a subject, 禁止 without one, the others no more
    ("谋取", "牟取"),
    ("有关", "相关"),
    ("方式", "形式"),
    ("低于", "少于", "小于"),  # none of them includes the figure (Civil Code, art. 1259)
    ("超过", "高于", "大于", "多于"),
    ("加强", "强化"),
    ("推动", "推进"),
    ("已经", "已"),
    ("以下简称", "以下称", "以下统称"),
    ("处", "处以"),
    ("因", "因为"),
)
_STYLE = {word: row[0] for row in _SAME for word in row}
_INSIDE = re.compile("|".join(sorted(word for word in _STYLE if len(word) > 1)))
_EMPTY_LISTED = (
    # particles and light verbs; and adverbs that only stress what is ordered anyway
    "的 地 之 了 进行 开展 从事 予以 给予 给与 进一步 积极 大力 切实 不断 着力 深入 认真"
)
_EMPTY = frozenset(_EMPTY_LISTED.split())
_ENDS_CONDITION = re.compile(r"[，。；：,.;:]")
# 国家有关规定: whatever rules there are; and adverbs that only stress what is ordered anyway
_IDLE = re.compile(
    "(?:有关|相关)的?(?=规定|法律|法规|行政法规|规章|标准|要求)|进一步|切实|大力|不断|着力|认真|积极(?!性|分子|作用)|"
    "(?<![平年月日人户])均(?=应当|可以|有权|不得|必须)"
)
_HANDLES = frozenset({"办理", "申办"})
_REGISTERS = frozenset({"登记", "备案", "注册", "手续", "变更", "注销"})

_TEMPORAL = re.compile(
    r"(?:(?<![低高大小多少等长短早晚优劣])于|在)"
    r"(?=\d|[一二三四五六七八九十百两半]{1,6}(?:个?(?:工作日|小时|星期|季度|学期|月)|分钟|[日天周年])(?:以?内|前|之前))"
)
# 两个小时 and 2小时, 30天 and 30日; but 三月 is a month of the year
_MEASURE = re.compile(r"(?<=[\d半零一二三四五六七八九十百千两])个(?=小时|工作日|星期|季度|学期)|(?<=半)个(?=月)")
_DAYS = re.compile(r"(?<=[\d零一二三四五六七八九十百千两])天(?!然|[津桥])")
# 中华人民共和国人民法院 is 人民法院: the state's own organs need no country's name
_OWN_ORGAN = re.compile(
    r"(?:中华人民共和国|中国|我国)(?=[^，。；：、境域\s]{0,8}?(?:人民法院|人民检察院|国务院|人民政府))"
)
# 县级以上地方各级人民政府: whoever is at or above a level is all levels from it on
_ALL_LEVELS = re.compile(r"(?<=以上)(地方)?各级(?=人民政府|人民代表大会)")
# 自印发之日起实施: the rules write when a text takes effect with 施行
_TAKES_EFFECT = re.compile("(?<=起)(正式)?实施(?=[，。；,;）)\\s]|$)")
_ITS = re.compile(r"(?<=及)其(?!他|它|中|余|次|实)")
# （以下简称“购具者”）: the marks only set off the name
_CALLED = re.compile('(以下(?:简|统)?称为?)[“"「『]([^“”"「」『』\n]{1,40})[”"」』]')
_PERCENT = re.compile(rf"百分之({HAN_NUMERAL}|\d+(?:\.\d+)?)")

_UNIT = (
    r"(?:个?工作日|个?小时|个月|平方米|公里|百分点|"
    r"[年月日天周岁倍次个家人名项条款届期批期类种级处台套件户亩米吨千克元角分%％])"
)
_FIGURE_TOKEN = re.compile(
    rf"(?:[百千万]分之)?(?:(?:{FIGURE})[百千万亿]*+|(?>{HAN_NUMERAL})(?:分之{HAN_NUMERAL})?)(?>{_UNIT})*+"
)
DATE = re.compile(
    r"(?:\d{4}|[零〇一二三四五六七八九]{4})年(?:[\d一二三四五六七八九十]{1,3}月.*)?|[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
"""A word that is a calendar date, or a year."""
_SHORT_OF = frozenset({"不足", "不满"})
_QUALITIES_LISTED = (
    "合格 及格 达标 真实 准确 完整 齐全 齐备 清楚 清晰 明确 一致 及时 良好 正常 健全 完善 规范 适宜 稳定 充分 全面 "
    "充足 到位 属实 相符 均衡 平衡"
)
_QUALITIES = frozenset(_QUALITIES_LISTED.split())
"""Words that 不 turns into another quality: 检验不合格 forbids and refuses nothing."""
_BOUND = re.compile("不得?(超过|[高大多低小少早晚长短]于)")
_LONG = 3
_WORD = 32
"""No longer word is kept with its standard form."""
_INCLUSIVE = {"以上": "以上", "以下": "以下", "以外": "以外", "以内": "以内", "之内": "以内", "内": "以内"}
_INCLUDED = {"不低于": "以上", "至少": "以上", "不超过": "以下"}
"""Before a figure these include it (Civil Code, art. 1259), as 以上 and 以下 do behind one: 不少于1次 is 1次以上."""
_BY_RULE = re.compile("[按依照](?=(?:规定|要求|标准|程序|计划|比例)$)")
_VALUE = re.compile(rf"(?:{FIGURE})[百千万亿]*|{HAN_NUMERAL}")


def bare(text: str) -> str:
    """A text without white space, paragraph breaks, separating punctuation and brackets.

    >>> bare("第（三）项，") == bare("第三项")
    True
    """
    return _FORMAT.sub("", fold(text))


def content(text: str, cut: Cut = tokens) -> tuple[str, ...]:
    """The words of a sentence that its meaning hangs on, each in its standard form; `cut` tells its words.

    >>> "".join(content("必须依照规定办理登记，并处以三万元的罚款。"))
    '应当依照规定登记并且处30000元罚款'
    >>> content("各单位应设置会计帐簿。") == content("各单位必须设置会计账簿。")
    True
    """
    text = in_standard_form(text.replace("帐", "账"))  # the rules write accounts with 账
    text = _OWN_ORGAN.sub("", text) if "国" in text else text
    text = _ALL_LEVELS.sub(r"\1", text) if "各级" in text else text
    text = _MEASURE.sub("", text) if "个" in text else text
    text = _DAYS.sub("日", text) if "天" in text else text
    text = _IDLE.sub("", text)
    text = _TAKES_EFFECT.sub(r"\1施行", text) if "起" in text else text
    text = _ITS.sub("", text) if "及其" in text else text
    text = _PERCENT.sub(lambda match: f"{_value(match[1])}%", text) if "百分之" in text else text
    text = _TEMPORAL.sub("", text) if "于" in text or "在" in text else text
    text = _CALLED.sub(r"\1\2", text) if "以下" in text else text
    words = _with_bounds(cut(text)) if "不" in text or "禁" in text else cut(text)
    return tuple(_standard(with_named(words)))


def _with_bounds(words: Sequence[str]) -> Sequence[str]:
    """The words, with 不 and the comparison behind it as one: 不超过50万元 bounds a figure and forbids nothing.

    So are 不 and a quality: 不合格.  不得 bounds as 不 does: 不得少于二十年.  不足 and 不满 are 低于 before a figure;
    经费不足 is short of money.

    >>> _with_bounds(("不", "高于", "50万元")), _with_bounds(("不满", "30人")), _with_bounds(("经费", "不足"))
    (('不超过', '50万元'), ('低于', '30人'), ('经费', '不足'))
    """
    found: list[str] = []
    for at, word in enumerate(words):
        last = _STYLE.get(found[-1], found[-1]) if found else ""
        bound = _BOUND.fullmatch(last + word) if last[:1] == "不" else None
        if bound:
            found[-1] = "不" + _STYLE.get(bound[1], bound[1])
        elif word in _QUALITIES and found and found[-1] == "不":
            found[-1] += word
        elif word in _SHORT_OF and at + 1 < len(words) and _FIGURE_TOKEN.match(words[at + 1]):
            found.append("低于")
        else:
            found.append(word)
    return tuple(found)


def _standard(words: Sequence[str]) -> Iterator[str]:
    held = ""  # a figure waits for the 以上 behind it: both are one limit
    limit = ""  # what a word before the figure says of it
    for at, word in enumerate(words):
        if held and word in _INCLUSIVE:
            yield held + (limit or _INCLUSIVE[word])
            held = limit = ""
            continue
        if held:
            yield held + limit
            held = limit = ""
        if word == "的" and (at + 1 == len(words) or _ENDS_CONDITION.match(words[at + 1])):
            yield "的"  # it closes a condition: 逾期不改正的，…
            continue
        if word in _EMPTY or (word in _HANDLES and _is_idle(words[at + 1 : at + 3])):
            continue
        if word in _INCLUDED and at + 1 < len(words) and _FIGURE_TOKEN.fullmatch(words[at + 1][:_WORD]):
            limit = _INCLUDED[word]
            continue
        is_figure, form = _form(word) if len(word) <= _WORD else _form.__wrapped__(word)
        if is_figure:
            held = form
        elif form:
            yield form
    if held:
        yield held + limit


@lru_cache(maxsize=4096)
def _form(word: str) -> tuple[bool, str]:
    """Whether a word is a figure, and its standard form; a text says most of its words many times."""
    if _FIGURE_TOKEN.fullmatch(word):
        return True, _VALUE.sub(lambda match: _value(match[0]), fold(word))
    return False, _FORMAT.sub("", fold(_in_style(word)))


def _in_style(word: str) -> str:
    """A word by the table; one of several characters by its parts: the dictionary knows 多种形式, but not 多种方式."""
    word = _BY_RULE.sub("依照", _STYLE.get(word, word))
    return _INSIDE.sub(lambda match: _STYLE[match[0]], word) if len(word) > _LONG else word


def _is_idle(follows: Sequence[str]) -> bool:
    """Whether 办理 says nothing where it stands: before 登记, or before 其登记."""
    return any(word in _REGISTERS for word in follows)


def _value(text: str) -> str:
    """A number by its value: 三百万 and 300万 are one."""
    try:
        return str(figure(text))
    except ValueError:
        return text
