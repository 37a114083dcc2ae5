"""Who acts: the organs and responsible units that a sentence names, as it names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from policydiff.compare.weight.names import JOINTS, with_whole_names
from policydiff.compare.weight.signals import words_of
from policydiff.tokens import Cut, tokens

__all__ = ["exchanged", "is_another", "organs"]

_LONGEST = 20
_BREAK = re.compile(r"[，。；：、,.;:\s（）()《》“”\"]")
_BOUNDS_LISTED = (
    "由 经 向 对 与 和 及 以及 或 或者 会同 报 交 送 是 为 将 把 被 在 于 从 并 应当 可以 不得 必须 责令 "
    "按照 依照 依据 根据 遵照 按 "
    "委托 通知 要求 牵头 配合 负责 其 该 自 之日起 起 内 后 前 时 责任单位 牵头单位 配合单位 责任部门 牵头部门"
)
_BOUNDS = frozenset(_BOUNDS_LISTED.split())
"""Words that stand before or behind the name of an organ."""
_FIGURE = re.compile(r"\d|[零〇一二三四五六七八九十百千两]{2}|[一二三四五六七八九十][年月日天个名人]")
_LEADING = re.compile("^[报经由向对的]")
_ORGAN = re.compile("(?:[局厅委部院会办]|办公室|部门|机关|机构|政府|中心|单位|领导小组|指挥部|工作专班)$")
_NO_NAME_LISTED = "国家 中央 地方 省 市 县 区 乡 镇 街道 省级 市级 县级 区级 乡级 镇级"
_NO_NAME = frozenset(_NO_NAME_LISTED.split())

_LISTS = frozenset({"、", *JOINTS, "以及", "或", "或者"})
_FIELD = re.compile(
    "(?:[省市区县]级?)?(?:公安|国家安全|司法|民政|财政|教育|科技|科学技术|交通|运输|市场|监管|监督|管理|生态|环境|环保|自然|资源|"
    "规划|住房|城乡|建设|农业|农村|畜牧|水利|水务|商务|文化|广电|旅游|体育|卫生|健康|退役|军人|事务|审计|税务|海关|消防|救援|"
    "应急|气象|海洋|渔业|渔政|林业|林草|园林|绿化|统计|发展|改革|发改|经济|工业|信息化|工信|外事|民族|宗教|人力|社会|保障|人社|"
    "医保|医疗|城管|城市|市容|综合|行政|执法|网信|通信|电力|能源|粮食|物资|药品|食品|邮政|金融|知识产权|数据|大数据|国资|信访|"
    "海事|铁路|民航|档案|保密|乡村振兴|地震|测绘|口岸|港航|质量|技术|价格|物价){1,6}+"
)
"""What a department is in charge of, as a list of departments names each but the last: 公安、交通运输部门."""
_SHARED = re.compile("(?:等(?:有关|相关)?)?(?P<head>(?:(?:行政)?主管)?部门)$")
_SECOND_HALVES = {
    "发展": "改革",
    "住房": "城乡建设",
    "人力资源": "社会保障",
    "工业": "信息化",
    "文化": "旅游",
    "自然资源": "规划",
}
"""What follows the 和 of a field of two halves."""
_LED = re.compile("^[省市区县]级?")
_OWNER = re.compile("(?:国务院|政府)$")
_MOST_FIELDS = 64


def organs(text: str, cut: Cut = tokens) -> list[str]:
    """The organs and units of a sentence, each with all that its name is made of; `cut` tells its words.

    >>> organs("由市科技局会同市财政局审核，报市人民政府批准。")
    ['市科技局', '市财政局', '市人民政府']
    >>> organs("县级以上人民政府渔业主管部门责令改正")
    ['县级以上人民政府渔业主管部门']
    >>> organs("由市人力资源和社会保障局和市财政局负责。")
    ['市人力资源和社会保障局', '市财政局']
    >>> organs("公安、交通运输等部门按照职责分工负责。")
    ['公安部门', '交通运输部门']
    >>> organs("国务院公安、海关等部门负责。")
    ['国务院公安部门', '国务院海关部门']
    """
    found: list[str] = []
    listed: list[tuple[str, str]] = []
    owner = ""  # whose departments a list names: 国务院公安、海关等部门
    for name, rest, mark in _phrases(cut(text)):
        head = _SHARED.search(name) if listed else None
        fields = _fields(listed, name[: head.start()]) if head else []
        goes_on = mark in _LISTS and _FIELD.fullmatch(rest) is not None
        if head and fields:
            found += (owner + field + head["head"] for field in fields)
            owner = ""
        elif owner and not (goes_on and not name):
            found.append(owner)
            owner = ""
        if goes_on and _OWNER.search(name) and not fields:
            owner = name
        elif 1 < len(name) <= _LONGEST and not fields:
            found.append(name)
        listed = [*listed[-_MOST_FIELDS:], (rest, mark)] if goes_on else []
    return found


def _phrases(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """What stands between two borders: the name of an organ, the words behind it, and the border that ends it."""
    phrase: list[str] = []
    end = 0
    for word in (*with_whole_names(words), "。"):
        part = _part(word) if len(word) <= _LONGEST else _part.__wrapped__(word)
        if part == "border":
            yield _LEADING.sub("", "".join(phrase[:end])), "".join(phrase[end:]), word
            phrase, end = [], 0
            continue
        phrase.append(word)
        if part == "head":
            end = len(phrase)


def _fields(listed: Sequence[tuple[str, str]], last: str) -> list[str]:
    """The fields of government that share the head of a list, the last one among them; none if that is no field.

    >>> _fields([("公安", "、"), ("住房", "和")], "城乡建设")
    ['公安', '住房和城乡建设']
    """
    if not _FIELD.fullmatch(last):
        return []
    found: list[str] = []
    joint = ""
    for field, mark in (*listed, (last, "")):
        if joint in JOINTS and found and field.startswith(_SECOND_HALVES.get(_LED.sub("", found[-1]), "。")):
            found[-1] += joint + field
        else:
            found.append(field)
        joint = mark
    return found


@lru_cache(maxsize=4096)
def _part(word: str) -> Literal["border", "head", "other"]:
    """What a word is to the name of an organ: what stands before or behind one, what one may end with, or neither."""
    if word in _BOUNDS or _BREAK.search(word) or _FIGURE.match(word):
        return "border"
    is_head = word not in _NO_NAME and _ORGAN.search(word) and words_of("actor", (word,))
    return "head" if is_head else "other"


def exchanged(old: str, new: str, cut: tuple[Cut, Cut] = (tokens, tokens)) -> tuple[str, str]:
    """The organs that only one of two sentences names, each side joined with 、.

    >>> exchanged("由市科技局负责解释。", "由市财政局负责解释。")
    ('市科技局', '市财政局')
    """
    before, after = organs(old, cut[0]), organs(new, cut[1])
    return "、".join(_only(before, after)), "、".join(_only(after, before))


def is_another(old: str, new: str) -> bool:
    """Whether one organ took the other's place, or came or went; one described more fully is the same organ.

    >>> is_another("市科技局", "市财政局"), is_another("登记机关", "公司登记机关"), is_another("", "市财政局")
    (True, False, True)
    """
    before, after = old.split("、") if old else [], new.split("、") if new else []
    mine = [name for name in before if not any(name.endswith(other) or other.endswith(name) for other in after)]
    theirs = [name for name in after if not any(name.endswith(other) or other.endswith(name) for other in before)]
    return bool(mine or theirs)


def _only(names: list[str], others: list[str]) -> list[str]:
    left = Counter(names) - Counter(others)
    return list(dict.fromkeys(name for name in names if left[name]))
