"""Turns of phrase that drafters write in two ways for one meaning, each in its standard form."""

from __future__ import annotations

import re

__all__ = ["in_standard_form"]

_WHO = "(?:国家机关|社会团体|社会组织|单位|组织|个人|机关|团体|企业|法人|公民)"
_LIST_MARK = "(?:、|以及|或者?|[和与及])"
# 任何单位或者个人, 任何单位和个人: whoever it is, alone or not
_ANYBODY = re.compile(f"任何(?:{_WHO}{_LIST_MARK}){{1,5}}{_WHO}")
_MARK = re.compile(_LIST_MARK)
# 给他人造成损失, 造成他人损失
_HARM = re.compile(
    "(?:(?<![供交发补送转返还付配])给(?!予)|(?<![针相面应绝反派核校])对(?!于))([\u4e00-\u9fff]{1,8}?)造成"
)
# 自收到申请之日起, 从收到申请之日起, 在收到申请之日起
_FROM = re.compile(r"(?:(?<![现存正仍实所内])在|(?<![服听])从(?!事))(?=[^，。；：、,;:\s自]{1,30}?之日起)")
# 市政府 and 人大常委会 are 市人民政府 and 人民代表大会常务委员会 for short
_GOVERNMENT = re.compile("(?<=[省市区县州乡镇])政府(?!采购)")
_DUE = re.compile("应予(?:以)?(?=[\u4e00-\u9fff])")
_KNOWS = re.compile("应(?=知道|知悉|知晓)")


def in_standard_form(text: str) -> str:
    """A sentence with such phrases in one form.

    >>> in_standard_form("任何组织、单位或者个人给他人造成损失的，应予赔偿。")
    '任何组织和单位和个人造成他人损失的，应当予以赔偿。'
    >>> in_standard_form("在收到申请之日起十日内作出决定。")
    '自收到申请之日起十日内作出决定。'
    """
    text = _ANYBODY.sub(lambda match: _MARK.sub("和", match[0]), text) if "任何" in text else text
    text = _HARM.sub(r"造成\1", text) if "造成" in text else text
    text = _FROM.sub("自", text) if "之日起" in text else text
    text = _GOVERNMENT.sub("人民政府", text) if "政府" in text else text
    text = text.replace("人大常委会", "人民代表大会常务委员会")
    text = _DUE.sub("应当予以", text) if "应予" in text else text
    return _KNOWS.sub("应当", text) if "应知" in text else text
