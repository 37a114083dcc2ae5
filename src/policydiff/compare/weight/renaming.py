"""Whether one thing bears another name: 市渔业局 can be called 市海洋渔业局, but 企业 not 国有企业.

An organ may be named more fully, or after a reform by other fields of work.  It is another organ if it is of another
kind (人民政府, 人民法院) or of another level (县级, 县级以上).  What a rule is about has a new name as long as nothing
qualifies it that did not before: 老年人 and 高龄老年人 differ in who is covered.
"""

from __future__ import annotations

import re

from policydiff.tokens import tokens

__all__ = ["is_name", "is_renamed"]

_OF_STATE = re.compile("(?:[局厅委部]|委员会|办公室|部门|机关|政府)$")
_KIND = re.compile(
    "(?:(?P<congress>人民代表大会|人大)|(?P<standing>常务委员会|常委会)|(?P<council>国务院)|(?P<government>政府)|"
    "(?P<court>法院)|(?P<procuratorate>检察院)|(?P<supervision>监察委员会|监委|监察机关))$"
)
"""Organs of the constitution, none of which is ever another name of another one."""
_LEVEL = re.compile(
    "国家|国务院|中央|地方|最高|高级(?=人民)|中级(?=人民)|基层(?=人民)|以上|以下|各级|"
    "[省市区县乡镇](?<!城市)(?<!城乡)(?<!城镇)(?![场域]|政(?!府))"
)
_ALL_LEVELS = ["县", "以上"]
"""县级以上人民政府渔业部门: the departments of every level that has one."""
_ONLY_LEVELS = re.compile(f"(?:{_LEVEL.pattern}|级|设区的|自治|人民){{1,12}}")
_OF_ANY = re.compile(
    "国家|国务院|人民|政府|委员会|主管|行政|部门|机关|机构|中心|设区的|自治|以上|以下|地方|各级|[省市区县乡镇]级|[省市区县局厅委办部]"
)
_LISTS = frozenset(["、", "和", "与", "及", "以及", "或", "或者"])
_TEXT = re.compile(
    "(?:规定|办法|条例|规则|细则|章程|协议|合同|制度|标准|规范|规程|规划|计划|方案|预案|目录|名录|清单|处分|处罚|工作|职责)$"
)
"""Texts, sanctions and tasks, which a fuller name only names: 行政处分 and 处分."""
_IDLE = re.compile("有关的?|相关的?|本|该|其|上述|前述|各|所有|中华人民共和国|中国|我国")
"""What stands before a thing and leaves it what it was."""
_BEFORE = frozenset("由对向的与和、为给被将经从在各每或")


def is_renamed(old: str, new: str) -> bool:
    """Whether two names can name one organ: 市渔业局 and 市海洋渔业局 can, 市渔业局 and 市财政局 cannot.

    >>> is_renamed("市渔业局", "市海洋渔业局"), is_renamed("市渔业局", "市财政局"), is_renamed("市渔业局", "县渔业局")
    (True, False, False)
    >>> is_renamed("县级渔业部门", "县级以上渔业部门"), is_renamed("设区的市人大常委会", "设区的市人民政府")
    (False, False)
    """
    if "、" in old + new or not (_OF_STATE.search(old) and _OF_STATE.search(new)):
        return False
    if _kind(old) != _kind(new) or _LEVEL.findall(old) != _LEVEL.findall(new):
        return False
    before, after = _OF_ANY.sub("", old), _OF_ANY.sub("", new)
    return bool(before and after) and (set(before) <= set(after) or set(after) <= set(before))


def is_name(old: str, new: str) -> bool:
    """Whether a wording that gave way to another one throughout may be another name of the same.

    >>> is_name("渔政部门", "县级以上人民政府渔政部门"), is_name("船员大会", "船员会")
    (True, True)
    >>> is_name("企业", "国有企业"), is_name("渔政部门", "人民法院"), is_name("县级政府", "县级以上政府")
    (False, False, False)
    """
    if _kind(old) != _kind(new):
        return False
    of_state = all(_OF_STATE.search(name) or _kind(name) for name in (old, new))
    if of_state or (_ONLY_LEVELS.fullmatch(old) and _ONLY_LEVELS.fullmatch(new)):
        before, after = _LEVEL.findall(old), _LEVEL.findall(new)
        return before == after or ([] in (before, after) and _ALL_LEVELS in (before, after))
    return _joints(old) == _joints(new) and not _qualified(old, new) and not _qualified(new, old)


def _kind(name: str) -> str:
    """Which organ of the constitution a name names; nothing for a department, or what is no organ."""
    found = _KIND.search(name)
    return (found and found.lastgroup) or ""


def _joints(wording: str) -> int:
    """How many things a wording lists, less one: 企业和个人 covers more than 企业."""
    return sum(word in _LISTS for word in tokens(wording))


def _qualified(short: str, long: str) -> bool:
    """Whether a wording is another one with a qualifier in front of its noun: 国有企业 for 企业, 由国有企业 for 由企业.

    >>> _qualified("企业", "国有企业"), _qualified("规定", "国家规定"), _qualified("单位", "有关单位")
    (True, False, False)
    """
    more = len(long) - len(short)
    if more <= 0 or _TEXT.search(short):
        return False
    lead = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    while lead and short[lead - 1] not in _BEFORE:
        lead -= 1
    noun, qualifier = short[lead:], long[lead : lead + more]
    return bool(noun) and long[lead + more :] == noun and not _IDLE.fullmatch(qualifier)
