"""Names of organs that hold an 和: 人力资源和社会保障局 is one organ, 财政局和审计局 are two.

An 和 joins two organs if what stands before it is one.  It is inside a name if what stands before it is a field of
government, led by a level (市, 省) or known as the first half of such a name, and what follows ends an organ's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["JOINTS", "with_whole_names"]

JOINTS = frozenset({"和", "与", "及"})
_LED_LEVELS = frozenset(lead + level for lead in "报经由向对送请" for level in "省市县区州")
_LEVEL = re.compile("(?:国家|国务院|中央|[省市区县州旗盟]|人民政府|自治[区州县])$")
_OTHER_LEVEL = re.compile(
    "^(?:国家|国务院|中央|[省市区县州旗乡镇](?![域场容政])|人民政府|其他|其它|有关|相关|各|本|所在)"
)
_FIRST_HALVES_LISTED = (
    "人力资源 住房 发展 工业 文化 自然资源 规划 城乡规划 卫生 经济 国土资源 交通 科学技术 教育 民族 体育 劳动 农业 "
    "住房保障 新闻出版 质量 安全生产 环境 资源 城市管理 宪法 监察 商务"
)
_FIRST_HALVES = frozenset(_FIRST_HALVES_LISTED.split())
"""The fields that the names of departments begin with before an 和 (发展和改革, 住房和城乡建设, 工业和信息化)."""
_ORGAN = re.compile(
    "(?:[局厅](?<!结局)(?<!布局)(?<!格局)|委员会|委办|改革委|健康委|信息化委|(?:主管|行政|管理)部门|(?<=[设教])部)$"
)
_NO_FIELD = re.compile(
    "[^\u4e00-\u9fff]|[局厅委部院办者人员]$|(?<!社)会$|单位|企业|公司|组织|个人|公民|机关|机构|部门|政府|渔民|农民|群众|应当|可以|不得|负责|配合|会同"
)
_LONGEST_HALF = 4  # words


def with_whole_names(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a sentence, the name of an organ that holds an 和 being one of them.

    >>> with_whole_names(("由", "市", "住房", "和", "城乡", "建设局", "负责"))
    ('由', '市', '住房和城乡建设局', '负责')
    >>> with_whole_names(("市", "财政局", "和", "市", "审计局"))
    ('市', '财政局', '和', '市', '审计局')
    """
    apart = tuple(words) if _LED_LEVELS.isdisjoint(words) else tuple(_apart(words))
    return apart if JOINTS.isdisjoint(apart) else tuple(_joined(apart))


def _apart(words: Sequence[str]) -> Iterator[str]:
    """Words with 由 and its like set apart from the level that a dictionary joins them with: 由市, 报省."""
    for word in words:
        if word in _LED_LEVELS:
            yield from word
        else:
            yield word


def _joined(words: Sequence[str]) -> Iterator[str]:
    done = 0
    for at, word in enumerate(words):
        if word not in JOINTS or at < done:
            continue
        start, end = _start(words, done, at), _end(words, at + 1)
        if start is not None and end is not None:
            yield from words[done:start]
            yield "".join(words[start:end])
            done = end
    yield from words[done:]


def _start(words: Sequence[str], done: int, joint: int) -> int | None:
    """Where the field before an 和 begins; null if it is no field."""
    at = joint
    while at > max(done, joint - _LONGEST_HALF) and not _NO_FIELD.search(words[at - 1]):
        if _LEVEL.search(words[at - 1]):
            return at if at < joint else None
        at -= 1
        if "".join(words[at:joint]) in _FIRST_HALVES:
            return at
    return at if at < joint and at > done and _LEVEL.search(words[at - 1]) else None


def _end(words: Sequence[str], start: int) -> int | None:
    """Behind the word that ends the name; null if another organ begins there, or none ends."""
    for at in range(start, min(start + _LONGEST_HALF, len(words))):
        word = words[at]
        if _OTHER_LEVEL.search(word) or word in JOINTS:
            return None
        if _ORGAN.search(word):
            return at + 1
        if _NO_FIELD.search(word):
            return None
    return None
