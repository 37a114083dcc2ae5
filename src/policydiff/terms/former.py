"""What held before: 300万元 of 由300万元提高到500万元, and of 此前标准为300万元.

Such a figure is told, not in force.  The figure that follows it (500万元) is what the words before 由 speak of, and
takes their bound: 上限由300万元调整为500万元 caps at 500万元.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.model import Bound
from policydiff.patterns import lazy
from policydiff.terms.bound_words import NOT
from policydiff.terms.bounds import Reading, rebound

__all__ = ["LISTED", "with_former"]

_VERB = (
    "(?:提高|调整|调高|调低|上调|下调|降低|下降|减少|减|扩大|增加|增长|增|升|降|涨|提升|上浮|缩短|缩减|压缩|压减|延长|放宽|收紧|"
    "上升|翻番|翻一番|翻倍|改|变更|更改|修改|修订|变|调|延|顺延|优化)"
)
_CHANGES = lazy(
    rf"(?:/[^,。;、0-9]{{1,6}})?,?(?:进一步|相应|大幅|统一|分别|逐步|直接|再|均|一次性)*{_VERB}[至到为成]"
    r"(?P<bound>[^,。;:0-9%]{0,6})"
)
_LEADS = lazy(
    r"(?:/[^,。;、0-9]{1,6})?(?!以|起|不等|左右|上下)[^,。;:、0-9%的]{1,4}(?<!直)(?<!乃)(?<!甚)[至到](?P<bound>[^,。;:0-9%]{0,6})"
)
"""由12个月拉长到18个月: right behind 由 any verb that leads to another figure of one unit replaces the first."""
_MOVES = lazy(rf"(?:/[^,。;、0-9]{{1,6}})?(?:直接|统一|再|均)?{_VERB}[至到]")
"""津贴80元提高到100元: newspapers leave 由 out."""
_FROM = lazy(
    r"(?:由|(?<![服遵听自])从(?![业事严优重快而中])|(?<![各])自(?![主动行身然筹愿])|原(?=来|先|有|定|标准|[0-9]))"
    r"(?P<old>(?:原来|原先|原有|原|现行|目前|现有|此前|过去|以前|征求意见稿|草案|送审稿)(?:标准|规定)?(?:中|里)?的?)?"
    r"(?P<between>[^,。;:0-9%]{0,20})$"
)
_RIGHT_FROM = lazy(
    r"(?:由|(?<![服遵听自])从|原(?=来|先|有|$))(?:原来|原先|原有|现行|目前|现有|此前|过去|以前)?的?(?:每[^,。;:0-9每]{1,4}){0,2}$"
)
_STRUCK = lazy(r"(?<![不未勿再能可])(?<!不得)(?:取消|废止|删除|不再(?:设置?|执行|实行|保留))了?对?[^,。;:0-9%]{0,24}$")
_LIMIT = lazy(
    r"(?:/[^,。;、0-9]{1,6})?的?(?:最高|最低|总|年度|单笔|额度|金额|数量|户数|套数){0,2}(?:限额|上限|下限|限制|门槛|封顶线|限购)"
)
"""取消一次性提取每年14400元的限额: what is struck out is told, and no longer in force."""
_ARROW = lazy(r"(?:/[^,。;、0-9]{1,6})?[ ]?(?:→|➡|⟶|⇒|-{1,2}>|=>)[ ]?(?P<bound>[^,。;:0-9%]{0,6})")
"""100万元→150万元, as a list of what is new writes it."""
_LAW = "(?:标准|规定|政策|比例|额度|金额|上限|下限|期限|补贴|补助|奖励|限额|费率|税率)"
_TOLD = lazy(
    rf"(?:(?:此前|原来|原先|以前|修订前|修改前|调整前|现行(?={_LAW}{{0,2}}[为是])|(?<![还复中])原(?={_LAW}{{0,3}}(?:[为是]|$)))"
    rf"(?:的|这一|该|其|{_LAW}|最高|最低|仅|只有|分别){{0,6}}(?:为|是|达|最高|分别)?"
    rf"|(?:此前|修订前|修改前|调整前)(?![^,。;:]*(?:已|曾|获|享受|基础))[^,。;:0-9%]{{1,14}}[为是]"
    r"|(?:较|(?<!占)比)(?:去年|上一?年度?|(?:19|20)[0-9]{2}年度?)的(?:标准|上限|额度)?"
    r"|(?:征求意见稿|草案|送审稿)(?:中|里)?(?:的|(?:仅|只|规定|提出|明确|拟定?|原|标准|的){0,4}(?:为|是|有)))$"
)
_BASE_OF = lazy(  # 200元 of 在原每亩200元的基础上提高100元
    r"(?:(?<![还复中])原(?:来|有|先|定)?|现行|现有|此前|目前)的?(?:标准|补贴|补助|规定)?(?:每[^,。;:、0-9每]{1,4}){0,2}(?:为)?$"
)
_ON_TOP = lazy(r"(?:/[^,。;、0-9]{1,6})?(?:的?标准)?的?基础上")
_WORDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("cap", lazy(rf"(?:最高|最多|至多|最长|上限|封顶|限额|{NOT}(?:超过?|高于))[^,。;:0-9]{{0,12}}$")),
    ("floor", lazy(rf"(?:最低|最少|至少|最短|下限|{NOT}[低少]于)[^,。;:0-9]{{0,12}}$")),
)
_DRAFT = "(?:征求意见稿|送审稿|讨论稿|(?<!起)草案|原稿)"
_ONCE = "(?:此前|原先|原来|以前|过去|以往|先前)"
_DRAFT_SAYS = lazy(
    rf"(?:^|[。;!?,:\n“])(?:而|但|不过)?(?:在|按照?|根据|依照)?(?:(?:{_ONCE}(?:公布|公开|发布|印发)?的?)?{_DRAFT}(?:中|里|曾|原|仅|只){{0,2}}"
    r"(?:,|提出|规定|明确|要求|拟|设定|确定|给出|建议|是|为|对|将|把|的(?=标准|规定|奖|补|罚|上限|比例))|"
    rf"{_ONCE}(?:的(?:标准|规定|政策|办法|措施)|,?(?![^,。;]{{0,40}}(?:已|曾|未|获|享受|基础))"
    r"(?=[^。;《》]{1,60}(?:给予|奖励|补|处|罚|为|是|只有|仅))))"
)
"""Where a clause begins to tell the draft's figures, or those of before: 征求意见稿提出，…500万元，《措施》…."""
_NOW_SAYS = lazy(
    r"《[^《》]{2,80}》|正式(?:稿|出台|印发|发布|公布|实施|文件|文本)|最终稿?|定稿|此次|这次|本次|新(?:政|规|版)|"
    r"(?<=,)现(?=提|调|改|降|增|延|扩|[,将])"
)
_SENTENCE = lazy(r"[。;!?\n]")
_ANEW = lazy(
    r"^[^。;:0-9]{0,90}?(?:》|稿|此次|这次|本次|,)[^,。;:0-9的对]{0,12}"
    rf"{_VERB}[至到为成](?:每[^,。;:0-9每]{{1,3}})?[^,。;:0-9%]{{0,6}}$"
)
"""《措施》将其提高到1000万元: what is raised stands in the words on the draft."""
LISTED = frozenset({"、", "和", "及", "或", "以及", "与"})
"""What stands between the figures of one list."""
_REACH = 32
_FAR = 160  # characters in which a sentence that opens with the draft comes to what is in force


def with_former(text: str, readings: list[Reading]) -> list[Reading]:
    """Mark what held before, and let what replaces it be read with the words that opened the sentence of both."""
    found = list(readings)
    runs = _runs(text, found)
    for run, after in zip(runs, [*runs[1:], []], strict=False):
        told, new, cut = _replaced(text, found, run, after)
        if cut is not None:
            _change(text, found, told, new, cut)
        elif not found[run[0]].change and _is_told(text, found[run[0]], found[run[-1]]):
            for i in run:
                found[i] = replace(found[i], former=True)
    return _with_draft(text, found)


def _replaced(
    text: str, found: list[Reading], run: list[int], after: list[int]
) -> tuple[list[int], list[int], tuple[int, int] | None]:
    """Which figures of one list those of the next replace, by which, and where 由 stands; null where none does.

    Of 由2公里7元调整为3公里9元 each figure is replaced by the one of its kind.
    """
    for told in (run, run[-1:]):
        kinds = _kinds(found, told)
        if after and _kinds(found, after)[: len(kinds)] == kinds:
            cut = _cut(text, found[told[0]], found[told[-1]], found[after[0]])
            if cut is not None:
                return told, [i for i in after if _kind(found[i]) in kinds], cut
    return run, after, None


def _with_draft(text: str, readings: list[Reading]) -> list[Reading]:
    """Mark the figures of a draft that a sentence tells before it names what is now in force.

    《措施》将其提高到1000万元 behind them speaks of what the draft's last figure of its kind did.
    """
    found = list(readings)
    for opening in _DRAFT_SAYS.finditer(text):
        now = _NOW_SAYS.search(text, opening.end(), opening.end() + _FAR)
        if now is None or _SENTENCE.search(text, opening.end(), now.start()):
            continue
        told = [i for i, r in enumerate(found) if opening.end() <= r.start < now.start()]
        for i in told:
            found[i] = replace(found[i], former=True)
        after = told[-1] + 1 if told else len(found)
        if after == len(found) or found[after].change or not _ANEW.match(text[now.start() : found[after].start]):
            continue
        of = next((found[i] for i in reversed(told) if _kind(found[i]) == _kind(found[after])), None)
        if of is not None:
            found[after] = replace(found[after], change=(of.start, found[after].start, found[after].start))
    return found


def _is_told(text: str, first: Reading, last: Reading) -> bool:
    """Whether the words say of these figures that they held before, or put words in their place: 由6个月改为长期."""
    before = text[max(0, first.start - _REACH) : first.start]
    return (
        _TOLD.search(before) is not None
        or (_BASE_OF.search(before) is not None and _ON_TOP.match(text, last.end) is not None)
        or (_RIGHT_FROM.search(before) is not None and _CHANGES.match(text, last.end) is not None)
        or (_STRUCK.search(before) is not None and _LIMIT.match(text, last.end) is not None)
    )


def _runs(text: str, readings: list[Reading]) -> list[list[int]]:
    """Readings that stand in one list, 由50万元、30万元提高至80万元、50万元, or are one price: 2公里7元."""
    runs: list[list[int]] = []
    for i, reading in enumerate(readings):
        between = text[readings[i - 1].end : reading.start] if i else "。"
        alike = i > 0 and _kind(readings[i - 1]) == _kind(reading)
        if (between in LISTED and alike) or (not between and not alike):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _kinds(found: list[Reading], run: list[int]) -> list[str | None]:
    """The kinds of the figures of one list, each once."""
    return list(dict.fromkeys(_kind(found[i]) for i in run))


def _kind(reading: Reading) -> str | None:
    return reading.figure.unit.kind if reading.figure.unit else None


def _cut(text: str, first: Reading, last: Reading, after: Reading) -> tuple[int, int] | None:
    """Where 由 and 原来的 stand before a figure that the next one replaces; None where it does not.

    An arrow between the two needs neither.
    """
    between = text[last.end : after.start]
    if len(between) > _REACH:
        return None
    if _ARROW.fullmatch(between):
        return first.start, first.start
    begin = max(0, first.start - _REACH)
    before = text[begin : first.start]
    match = _FROM.search(before)
    if match is None:
        bare = first.bound == last.bound == "exact" and _MOVES.fullmatch(between) is not None
        return (first.start, first.start) if bare else None
    led = _LEADS.fullmatch(between) and _RIGHT_FROM.search(before) and first.figure.unit == after.figure.unit
    return (begin + match.start(), begin + match.start("between")) if led or _CHANGES.fullmatch(between) else None


def _change(text: str, found: list[Reading], run: list[int], after: list[int], cut: tuple[int, int]) -> None:
    bound = _bound(text[max(0, cut[0] - _REACH) : cut[0]])
    like = found[run[0]].bound
    if len(_kinds(found, run)) > 1:
        bound, like = None, "exact"  # 最高 of 最高由2年50万元 is no word of both
    inherited = bound or (like if like in {"cap", "floor"} else None)
    change = (*cut, found[run[0]].start)
    for i in run:
        old = rebound(found[i], bound) if bound and found[i].bound == "exact" else found[i]
        found[i] = replace(old, former=True, change=change)
    for i in after:
        new = rebound(found[i], inherited) if inherited and found[i].bound == "exact" else found[i]
        found[i] = replace(new, change=change)


def _bound(before: str) -> Bound | None:
    return next((bound for bound, pattern in _WORDS if pattern.search(before)), None)
