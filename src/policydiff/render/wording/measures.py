"""What figures are counted in and measured by, in the reader's language: 个月, 每家企业, 连续3年, 三年累计.

The words come from documents, but from a small vocabulary; what is outside it stays in the document's own words.
"""

from __future__ import annotations

import re

from policydiff.numerals import whole
from policydiff.render.wording.labels import Lang
from policydiff.render.wording.units import SYMBOLS

__all__ = ["counted", "measured_by", "plural", "unit_word"]

_UNITS = {
    "年": "year",
    "月": "month",
    "个月": "month",
    "季度": "quarter",
    "周": "week",
    "日": "day",
    "天": "day",
    "工作日": "working day",
    "小时": "hour",
    "分钟": "minute",
    "岁": "year",
    "周岁": "year",
}
_COUNTS = {
    "次": "time",
    "人": "person",
    "名": "person",
    "位": "person",
    "人次": "person-time",
    "户": "household",
    "架次": "flight",
    "卡时": "card-hour",
    "辆": "vehicle",
    "艘": "vessel",
    "套": "set",
    "件": "piece",
}
"""What is counted that has one name in English, whatever the text is about."""
_COUNTED = frozenset({"月", "季度", "工作日"})
"""Periods that Chinese counts with 个; 月 needs it by itself, too, for it is also the name of a date's part."""
_FIXED = {
    "一次性": "one-off",
    "累计": "cumulative",
    "每年累计": "cumulative per year",
    "每半年": "per half-year",
    "分阶段": "in stages",
    "分步": "in steps",
    "分期": "in instalments",
    "分批": "in batches",
    "分批次": "in batches",
    "分年": "year by year",
    "分年度": "year by year",
    "单个": "per single one",
    "单一": "per single one",
    "人均": "per person",
    "户均": "per household",
    "亩均": "per mu",
}
_THINGS = {
    **_UNITS,
    "自然年度": "calendar year",
    "年度": "year",
    "次": "time",
    "人": "person",
    "名": "person",
    "位": "person",
    "人次": "person-time",
    "个人": "person",
    "学生": "student",
    "职工": "employee",
    "人才": "talent",
    "团队": "team",
    "户": "household",
    "家庭": "household",
    "用户": "user",
    "农户": "farming household",
    "家": "enterprise",
    "企业": "enterprise",
    "单位": "organisation",
    "机构": "institution",
    "主体": "entity",
    "平台": "platform",
    "园区": "park",
    "基地": "base",
    "中心": "centre",
    "项目": "project",
    "产品": "product",
    "模型": "model",
    "案例": "case",
    "场景": "scenario",
    "活动": "event",
    "展会": "exhibition",
    "展位": "booth",
    "标准展位": "standard booth",
    "场": "event",
    "架次": "flight",
    "航线": "route",
    "合同": "contract",
    "订单": "order",
    "专利": "patent",
    "标准": "standard",
    "课题": "research topic",
    "学位": "school place",
    "床位": "bed",
    "泊位": "berth",
    "车": "vehicle",
    "辆": "vehicle",
    "车辆": "vehicle",
    "设备": "device",
    "台": "unit",
    "套": "set",
    "件": "piece",
    "项": "item",
    "吨": "tonne",
    "公斤": "kilogram",
    "千克": "kilogram",
    "升": "litre",
    "亩": "mu",
    "平方米": "square metre",
    "平米": "square metre",
    "立方米": "cubic metre",
    "公里": "kilometre",
    "千瓦": "kilowatt",
    "千瓦时": "kilowatt-hour",
    "标准箱": "TEU",
    "标箱": "TEU",
    "卡时": "card-hour",
}
_EACH = re.compile(r"每一?(?=[^每])|单[个家项次台场户笔件套一]|同一[个家]?")
_CLASSIFIER = re.compile(r"[个家名位户台套件项场次辆座处所架款条只头份组间]")
_IN_A_ROW = re.compile(r"连续(?P<n>[0-9]{1,4})个?(?P<unit>年|月|季度|周|日|天|工作日|小时)")
_IN_YEARS = re.compile(r"(?P<n>[零一二三四五六七八九十]{1,3}|[0-9]{1,3})年累计")


def counted(unit: str | None) -> str:
    """A period behind a number in Chinese: 年, 个月, 个工作日."""
    return f"个{unit}" if unit in _COUNTED else unit or ""


def unit_word(unit: str | None, lang: Lang) -> str:
    """The unit of a column or a heading; a period by its own name.

    >>> unit_word("年", "en"), unit_word("月", "zh"), unit_word("毫米", "en"), unit_word(None, "en")
    ('years', '个月', 'mm', '')
    """
    if unit is None:
        return ""
    if lang == "zh":
        return counted(unit) if unit == "月" else unit
    return plural(unit, one=False) or SYMBOLS.get(unit, unit)


def plural(unit: str, *, one: bool) -> str | None:
    """The English name of a period, or of what is counted, beside a number; null for what has none."""
    name = _UNITS.get(unit) or _COUNTS.get(unit)
    return name + "s" * (not one) if name else None


def measured_by(words: str, lang: Lang) -> str:
    """How often, in what steps, or for what each, in the reader's language as far as the vocabulary goes.

    >>> measured_by("每家企业", "en"), measured_by("每人每月", "en"), measured_by("同一单位", "en")
    ('per enterprise', 'per person per month', 'per single organisation')
    >>> measured_by("连续3年", "en"), measured_by("三年累计", "en"), measured_by("每增加2万架次", "en")
    ('3 consecutive years', 'cumulative over 3 years', '每增加2万架次')
    """
    if lang == "zh" or not words:
        return words
    if words in _FIXED:
        return _FIXED[words]
    if found := _IN_A_ROW.fullmatch(words):
        return f"{found['n']} consecutive {plural(found['unit'], one=found['n'] == '1')}"
    if found := _IN_YEARS.fullmatch(words):
        try:
            years = whole(found["n"])
        except ValueError:  # 零三三 is none
            return words
        return f"cumulative over {years} {plural('年', one=years == 1)}"
    return _per(words) or words


def _per(words: str) -> str | None:
    """每户每月 and 单个项目, piece by piece; null if there is one without an English name."""
    told: list[str] = []
    at = 0
    while at < len(words):
        sign = _EACH.match(words, at)
        if sign is None:
            return None
        end = words.find("每", sign.end())
        end = len(words) if end < 0 else end
        counted = words[sign.end() : end]
        classifier = sign[0][1:] if sign[0].startswith("单") else ""
        name = _thing(counted) or (_thing(classifier) if not counted else None)
        if name is None:
            return None
        told.append(f"per {'' if sign[0].startswith('每') else 'single '}{name}")
        at = end
    return " ".join(told)


def _thing(words: str) -> str | None:
    """项目 in 个项目, 航线 in 条航线."""
    return _THINGS.get(words) or (_THINGS.get(words[1:]) if _CLASSIFIER.match(words) else None)
