"""Words that a synonym spinner put in place of the fixed ones: 经由过程 for 通过, 立异 for 创新, 手艺 for 技术.

Spinners work from word lists made for essays, and exchange a word wherever it stands.  So the fixed word is gone from
the text, and standing phrases are broken (高质量生长, 公共办事).  Each odd word may stand in an honest text: a law on
forests has 生长, a notice 办事指南.  Many of them together, each in place of its regular word, do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.model import Span
from policydiff.patterns import lazy

__all__ = ["SpinOptions", "exchanged"]


@dataclass(frozen=True, slots=True)
class SpinOptions:
    """How many exchanged words make a spun text."""

    words: int = 4
    """So many different regular words whose place others took.  Of twenty laws, four reports and a draft none has more
    than one; a spun report of 600 characters has six and more."""

    sure: int = 1
    """So many of them must have lost it to a word that official prose does not use in any sense, or inside a standing
    phrase: 手艺, 范畴 and 尺度 together may well stand in a text on old crafts."""


_DEFAULTS = SpinOptions()


@dataclass(frozen=True, slots=True)
class _Tell:
    """An odd word, the regular one it stands for, and the characters beside which it is two halves of other words.

    增进 is none in 增进口, 办事 none in 举办事业.  `sure` words are not official prose in any sense.
    """

    word: str
    regular: str
    not_behind: str = ""
    not_before: str = ""
    sure: bool = False


_TELLS = (
    _Tell("经由过程", "通过", sure=True),
    _Tell("鞭策", "推动", sure=True),
    _Tell("撑持", "支持", "支", "续", sure=True),
    _Tell("立异", "创新", "设建成创确订自独中", "常议地同", sure=True),
    _Tell("阐扬", "发挥", sure=True),
    _Tell("连系", "结合", "关", "统列", sure=True),
    _Tell("树模", "示范", "", "型", sure=True),
    _Tell("人材", "人才", sure=True),
    _Tell("包罗", "包括", sure=True),
    _Tell("出格", "特别", "突输提支进", "局式", sure=True),
    _Tell("疾速", "快速", sure=True),
    _Tell("今朝", "目前", sure=True),
    _Tell("糊口", "生活", sure=True),
    _Tell("举措措施", "设施", sure=True),
    _Tell("夸奖", "奖励", sure=True),
    _Tell("凑集", "集聚", sure=True),
    _Tell("进级", "升级", "促推改先", "别", sure=True),
    _Tell("计谋", "战略", sure=True),
    _Tell("办事", "服务", "举主承经代协督查兴创申补", "业项务故处机员指窗大厅流程人"),
    _Tell("手艺", "技术", "", "人"),
    _Tell("范畴", "领域"),
    _Tell("尺度", "标准"),
    _Tell("扶植", "建设", "", "物"),
    _Tell("划定", "规定", "规计策", "位点期"),
    _Tell("增进", "促进", "", "口出"),
    _Tell("生长", "发展", "学医卫民先产发招", "期效远江"),
    _Tell("成长", "发展", "", "性期"),
    _Tell("研讨", "研究", "", "会班"),
    _Tell("感化", "作用"),
    _Tell("出产", "生产", "输支产推退进突", "品值出业权"),
    _Tell("开辟", "开发"),
    _Tell("融会", "融合", "金", "贯议计"),
    _Tell("勉励", "鼓励"),
    _Tell("嘉奖", "奖励"),
    _Tell("操纵", "利用"),
    _Tell("造就", "培养", "创", "业"),
    _Tell("培植", "培育"),
    _Tell("摸索", "探索"),
    _Tell("庞大", "重大"),
    _Tell("焦点", "核心"),
    _Tell("完美", "完善"),
    _Tell("相干", "相关"),
    _Tell("鼎力", "大力"),
    _Tell("关头", "关键"),
    _Tell("晋升", "提升"),
)
# Phrases that are always worded alike, with one word exchanged; 财产, 部分 and 情况, of many senses, count here only
_BROKEN = (
    ("发展", lazy("(?:高质量|可持续|经济社会|经济|产业|财产|创新|立异|绿色)(?:生长|成长)(?![性期])")),
    (
        "产业",
        lazy("(?:新兴|优势|主导|特色|支柱|未来|智能|战略性)财产|财产(?:链|集群|园区|政策|基金|升级|进级|化)"),
    ),
    (
        "技术",
        lazy("(?:高新|核心|焦点|关键|关头|先进|智能|信息)手艺|手艺(?:立异|创新|研发|攻关|改造|尺度|标准|开发|开辟)"),
    ),
    ("服务", lazy("(?:公共|政务|金融|专业|社会化)办事(?:平台|体系|业|能力|才能)|公共办事")),
    ("标准", lazy("(?:国家|行业|地方|团体|技术|手艺)尺度|尺度化")),
    ("部门", lazy("(?:主管|职能|有关|相干|政府|当局|各)部分(?=[应要负会按依和、，])")),
    ("环境", lazy("(?:营商|生态|政策|立异|创新)情况")),
    ("安全", lazy("(?:收集|网络|数据|信息|食品|国家|公共)平安|平安(?:出产|生产)")),
    ("资源", lazy("(?:数据|算力|天然|自然|公共|人力)资本(?!市场|金)")),
    ("管理", lazy("监(?:视|督)办理|办理(?:条例|体系|体制|程度)")),
    ("水平", lazy("(?:办理|管理|手艺|技术|服务|办事|程度)(?:能力|才能)?程度(?=[。，；、])")),
    ("能力", lazy("(?:立异|创新|办事|服务|供给|焦点|核心)才能|才能扶植|才能建设")),
)


def exchanged(text: str) -> tuple[Span, ...]:
    """The exchanged words of a spun text in reading order; nothing where the text is not spun.

    >>> exchanged("林木生长期内，办事指南由主管部门增进完善。")
    ()
    """
    found: dict[str, list[Span]] = {}
    sure: set[str] = set()
    for tell in _TELLS:
        places = list(_places(text, tell))
        if places and (tell.sure or text.count(tell.regular) < len(places)):
            found.setdefault(tell.regular, []).extend(places)
            if tell.sure:
                sure.add(tell.regular)
    if not found:
        return ()
    for regular, phrase in _BROKEN:
        places = [Span(*match.span()) for match in phrase.finditer(text)]
        if places and text.count(regular) <= len(places):
            found.setdefault(regular, []).extend(places)
            sure.add(regular)
    if len(found) < _DEFAULTS.words or len(sure) < _DEFAULTS.sure:
        return ()
    return _apart(span for places in found.values() for span in places)


def _places(text: str, tell: _Tell) -> Iterator[Span]:
    behind, before = frozenset(tell.not_behind), frozenset(tell.not_before)
    at = text.find(tell.word)
    while at >= 0:
        end = at + len(tell.word)
        if text[at - 1 : at] not in behind and text[end : end + 1] not in before:
            yield Span(at, end)
        at = text.find(tell.word, end)


def _apart(spans: Iterator[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that begin inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
