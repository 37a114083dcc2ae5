"""What a change touches: the words that only one side has, told apart by what they do in a rule.

Each signal is a set of words.  A change carries it if the two sides differ in how often they use words of that set;
what changed and is in no set widens, narrows or shifts what the rule covers: `scope`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from policydiff.compare.weight.content import DATE
from policydiff.compare.weight.enumerations import is_ordered
from policydiff.model import Signal
from policydiff.references import REFERENCE

__all__ = ["NAMED", "ORDER", "Difference", "differences", "is_plain", "signals", "words_of"]

ORDER: tuple[Signal, ...] = (
    "number",
    "modal",
    "negation",
    "actor",
    "date",
    "condition",
    "penalty",
    "procedure",
    "reference",
    "scope",
    "added",
    "removed",
)
"""The order in which signals are told."""
NAMED: tuple[Signal, ...] = ("modal", "negation")
"""The signals whose words are few and short enough to be named."""

_ACTOR = (
    # organs
    "(?:[局厅](?<!结局)(?<!布局)(?<!格局)(?<!全局)(?<!大局)|委员会|部门|机关|机构|政府|法院|检察院|国务院|办公室|中心|协会|学会|联合会|"
    "代表大会|领导小组|指挥部|工作专班|(?<=.)(?:委(?<!村委)|办(?<![补承主开举经督交协代申查停兴创合自重新快通民严]办))|(?<=..)部(?<!全部)(?<!内部)(?<!外部)(?<!本部)|"
    # whom rules bind
    "单位|企业|公司|组织|个人|公民|法人|自然人|团体|学校|院校|医院|(?<=.)人(?<!^[他本别众人有无载救致伤用为让使令几多数每某两一二三四五六七八九十百千万]人)(?<!机器人)|人员|职工|员工|代表|成员|董事|监事|股东|"
    "(?<=.)[者员](?<!或者)(?<!动员)|会议)$|^(?:由|会同|牵头|负责|配合|委托|国家|中央|地方)$|^(?:省|市|县|区|乡|镇|街道)级?$"
)
_ACTS = re.compile(_ACTOR)
_WORDS: dict[Signal, re.Pattern[str]] = {
    "number": re.compile(
        r"过?半数(?:以上|以下)?|\d|不?超过|不?低于|不?[早晚长短]于|至少|至多|最高|最低|最多|最少|上限|下限|全部|全额|部分|一次|多次|每"
    ),
    "modal": re.compile(
        "^(?:应当(?!知[道悉晓])|可以|有权|无权|鼓励|支持|引导|提倡|倡导|允许|授权|优先|原则上|一般(?![^\\W不])|尽量|力争|探索|推荐|需要|可以?不|"
        "不?宜$|准予|保障(?!性)|保证|确保)"
    ),
    "negation": re.compile(
        "不得|不予|不再|不能|不宜|不准|不许|不应|不必|不可(?!抗力|移动|再生|降解|逆|分[割配]|回收|持续)|未经|未|无须|无需|禁止|严禁|除外|免予|免除|免于|拒不|拒绝|停止|取消|^[不无勿]$|"
        "另有规定|限制"
    ),
    "actor": _ACTS,
    "condition": re.compile(
        "^的$|^(?:如果|但是|除|凡|因(?!素)|经(?![营济费验纪销])|或者|同时|依法|逾期|仅|只|只有|必要|情节|严重|特别|紧急|符合|满足|具备|下列|情形|条件|前提|期间|届满|"
        "未经|为限|违反|造成|导致|后果|故意|过失|自愿|正当|理由|合理|同意|擅自)"
    ),
    "penalty": re.compile(
        "罚款|处罚|处分|警告|没收|吊销|责令|拘留|刑事|犯罪|赔偿|违法所得|撤销|关闭|停业|停产|暂扣|追究|法律责任|开除|撤职|降级|记过|通报批评|"
        "改正|失信|滞纳金|民事责任|连带|收回|退回|追回"
    ),
    "procedure": re.compile(
        "批准|核准|审批|审核|审查|备案|注册|登记|许可|公告|公示|公开|听证|论证|评估|评审|报告|通知|申请|申报|提交|签名|签字|盖章|书面|口头|电子|送达|"
        "表决|决议|审议|验收|检查|报送|受理|程序|当面|网上"
    ),
    "reference": re.compile(REFERENCE),
}
_TURNED = (("超过", "以下"), ("低于", "以上"))
_OF_WHOLE_SENTENCES: tuple[Signal, ...] = ("number", "modal", "negation", "date", "penalty")
_MOST = 25_000_000
"""Texts of more pairs of words (5,000 by 5,000) are no sentences, and are told apart as wholes."""
_WORD = 32
"""What a longer word says is not kept."""
_SHORT = 4
_NEAR = 6
_NEVER_MOVED: tuple[Signal, ...] = ("number", "modal", "negation", "actor", "date", "condition", "reference")
_BINDING = frozenset({"modal", "negation", "condition", "reference", "date"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that one side has and the other has not, at one place of a sentence."""

    gone: tuple[str, ...]
    come: tuple[str, ...]
    at: int


def differences(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[Difference, ...], tuple[tuple[int, int], ...]]:
    """Where two sentences differ, a short word that only moved set aside; and which of their words answer each other.

    召开董事会临时会议 → 召开临时董事会会议 says the same, and so do 禁止甲乙 and 甲不得乙.
    Any other word that carries a signal never only moves: 可以不公开 is not 不可以公开; nor does any word where the
    sentence speaks of an order (依次).
    """
    found: list[Difference] = []
    same: list[tuple[int, int]] = []
    touching = False
    if len(before) * len(after) > _MOST:
        return (Difference(tuple(before), tuple(after), 0),), ()
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            same += zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
            touching = False
            continue
        gone, come = tuple(before[code.src_start : code.src_end]), tuple(after[code.dest_start : code.dest_end])
        if touching:
            last = found.pop()
            gone, come = last.gone + gone, last.come + come
        found.append(Difference(gone, come, code.src_start))
        touching = True
    kept = [one for one in found if "".join(one.gone) != "".join(one.come)]
    return tuple(kept if is_ordered(before) else _without_moves(kept, before)), tuple(same)


def is_plain(words: Sequence[str]) -> bool:
    """Whether words bind, forbid and condition nothing, and refer to nothing."""
    return _BINDING.isdisjoint(_said(words))


def _without_moves(found: list[Difference], before: Sequence[str]) -> Iterator[Difference]:
    moved: set[int] = set()
    for i, one in enumerate(found):
        for j in range(i + 1, min(i + 3, len(found))):
            other = found[j]
            if i in moved or j in moved or other.at - one.at > _NEAR:
                continue
            gone, come = one.gone + other.gone, one.come + other.come
            one_word = "".join(gone) == "".join(come) and not (one.gone and one.come) and len("".join(gone)) <= _SHORT
            if one_word and (_says_little(gone) or _is_ban(gone, before[one.at + len(one.gone) : other.at])):
                moved |= {i, j}
    yield from (one for i, one in enumerate(found) if i not in moved)


def _says_little(words: Sequence[str]) -> bool:
    return _said(words).keys().isdisjoint(_NEVER_MOVED)


def _is_ban(words: Sequence[str], passed: Sequence[str]) -> bool:
    """Whether a ban only passed its subject: 禁止渔船停泊, 渔船不得停泊; in standard form both say 不得."""
    return "".join(words) == "不得" and is_plain(passed)


def words_of(signal: Signal, words: Sequence[str]) -> list[str]:
    """The words of one signal among others, in their order.

    >>> words_of("modal", ("企业", "可以", "申请")), words_of("date", ("自", "2025年5月1日", "起"))
    (['可以'], ['2025年5月1日'])
    """
    return [part for word in words for kind, part in _spoken(word) if kind == signal]


def _spoken(word: str) -> tuple[tuple[Signal, str], ...]:
    """Each signal that a word carries, with the part of it that does."""
    return _told_by(word) if len(word) <= _WORD else _told_by.__wrapped__(word)


@lru_cache(maxsize=4096)
def _told_by(word: str) -> tuple[tuple[Signal, str], ...]:
    """The same; kept, since texts use few words and use them many times, and most of them carry nothing."""
    found: list[tuple[Signal, str]] = []
    date = DATE.fullmatch(word)
    if date:
        found.append(("date", word))
    for signal, pattern in _WORDS.items():
        if signal in {"penalty", "procedure"}:
            found += ((signal, part) for part in pattern.findall(word))
        elif signal == "modal" and _ACTS.search(word):
            continue  # the 保障 of 社会保障局 and the 引导 of 引导员 bind no one
        elif signal == "actor" and word[:1].isdigit():
            continue  # 30人 is how many
        elif (match := pattern.search(word)) and not (date and signal == "number"):
            whole = any(c.isdigit() for c in word) if signal == "number" else signal in {"actor", "reference"}
            found.append((signal, word if whole else match[0]))
    return tuple(found)


_Said = dict[Signal, list[str]]


def signals(found: Sequence[Difference], *, whole: bool = False) -> set[Signal]:
    """What the differences of one sentence touch; `whole` sentences put in or left out are told by what weighs most.

    >>> sorted(signals([Difference(("可以",), ("应当",), 0), Difference(("资产",), ("资金",), 4)]))
    ['modal', 'scope']
    """
    gone, come = _said([word for one in found for word in one.gone]), _said([w for one in found for w in one.come])
    told = set(_unlike(gone, come))
    if "modal" in told and _turned(found):  # what may exceed a figure may do so no more
        told.add("negation")
    if whole:
        return told.intersection(_OF_WHOLE_SENTENCES)
    if not told:  # what stands elsewhere now, and is no mere word: 可以不公开 → 不可以公开
        told = {kind for kind in _NEVER_MOVED for one in found if words_of(kind, one.gone) != words_of(kind, one.come)}
    return told | {"scope"} if any(not _speaks(one, told) for one in found) else told


def _turned(found: Sequence[Difference]) -> bool:
    """Whether a bound turned around: 可以超过十人 and 不得超过十人; in standard form the latter says 10人以下."""
    gone, come = {word for one in found for word in one.gone}, {word for one in found for word in one.come}
    return any(
        over in words and f"{word}{other}" in others
        for words, others in ((gone, come), (come, gone))
        for over, other in _TURNED
        for word in words
    )


def _speaks(one: Difference, told: set[Signal]) -> bool:
    """Whether a difference is accounted for by a signal that the sentence carries."""
    return not told.isdisjoint(_unlike(_said(one.gone), _said(one.come)))


def _unlike(gone: _Said, come: _Said) -> Iterator[Signal]:
    """The signals whose words are not the same on both sides, whatever their order."""
    return (kind for kind in gone.keys() | come.keys() if sorted(gone.get(kind, ())) != sorted(come.get(kind, ())))


def _said(words: Sequence[str]) -> _Said:
    """What words say of each signal."""
    said: _Said = {}
    for word in words:
        for signal, part in _spoken(word):
            said.setdefault(signal, []).append(part)
    return said
