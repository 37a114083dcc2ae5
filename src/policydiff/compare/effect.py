"""When a text says that it takes effect, and until when: 自2025年1月1日起施行, 自发布之日起30日后施行, 有效期至…."""

from __future__ import annotations

from datetime import date

from policydiff.numerals import whole
from policydiff.patterns import lazy

__all__ = ["day_in_year", "day_of_effect", "last_day", "takes_effect"]

_FROM = lazy(
    r"自(?P<when>[^，。；自\n]{1,30}?(?:之日|[日月年])(?:起[^，。；自\n]{0,12}?|后))(?:正式)?(?:施行|实施|生效|执行|试行)"
)
_OWN = lazy(r"本(?!条(?!例)|款|项)[^，。；]{1,12}")
_OPEN = lazy(r"年[\s_＿]{0,6}[XxＸｘ×*＊○]{0,4}[\s_＿]{0,6}月|[XxＸｘ×*＊_＿][\s_＿]{0,6}[年月日]")
_DIGITS = "[〇○零一二三四五六七八九]"
_TWO = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = rf"(?P<year>\d{{4}}|{_DIGITS}{{4}})\s?年\s?(?P<month>{_TWO})\s?月\s?(?P<day>{_TWO})\s?日"
_DAY = lazy(rf"自{_DATE}(?:零时)?起(?:正式)?(?:施行|实施|生效|执行|试行)(?=[，,。；;、）)]|$)")
_SHORT_DAY = lazy(
    rf"自(?:今年)?(?P<month>{_TWO})\s?月\s?(?P<day>{_TWO})\s?日(?:零时)?起(?:正式)?(?:施行|实施|生效|执行|试行)(?=[，,。；;、）)]|$)"
)
_STOP = _DATE.replace("?P<", "?P<to_")
_UNTIL = lazy(
    rf"有效期(?:限)?[^，,。；;\d]{{0,8}}?(?:至|到|截至|截止){_DATE}|(?:施行|实施|执行)(?:至|到)(?P<stop>{_STOP})止"
)
_ITSELF = lazy(
    r"(?:第[^\s条]{1,8}条)?(?:[^《》]{0,8}《[^《》]{2,80}》(?:[（(][^（()）]{0,40}[）)])?|本[^，,。；]{1,12}|"
    r"(?:该|此|新|上述|这一|这份|若干)?(?:措施|政策|办法|方案|意见|规定|条例|细则|通知|计划|规划|决定|文件|规则|新政))(?:将|拟|均|也|还|则)?"
)
_MARKS = "，,。；;：:“\n\t 　"
_LONGEST = 1_000
"""Only so much of a sentence is read: a longer one is none."""


def takes_effect(sentence: str) -> str:
    """From when on the text itself is in force, in the words of a sentence; nothing if it does not say.

    >>> takes_effect("本措施自发布之日起30日后施行，有效期2年。")
    '发布之日起30日后'
    >>> takes_effect("本办法由市渔业局解释，自印发之日起施行。")
    '印发之日起'
    >>> takes_effect("本措施自2025年 X 月 X 日起施行。")
    ''
    >>> takes_effect("处罚决定自送达之日起生效。"), takes_effect("违反本办法的，处罚自送达之日起执行。")
    ('', '')
    """
    for found in _FROM.finditer(sentence, 0, _LONGEST):
        before = sentence[: found.start()].replace("；", "，").replace("。", "，").strip()
        subject = before.rpartition("，")[2].strip() or before
        if _OPEN.search(found["when"]):
            continue  # 自2025年 X 月 X 日起施行 is a blank, and no date that changed
        if _OWN.match(subject) if not before.endswith("，") else _OWN.match(before):
            return found["when"]
    return ""


def day_of_effect(sentence: str) -> str:
    """The day from which a text is in force, as a sentence of it or of a report says it: 2025-03-01.

    >>> day_of_effect("《措施》自2025年3月1日起施行，有效期两年。"), day_of_effect("答：自二〇二五年三月一日起施行。")
    ('2025-03-01', '2025-03-01')
    >>> day_of_effect("《措施》明确，渔船补贴自2025年3月1日起执行。"), day_of_effect("新建的，自2025年3月1日起执行。")
    ('', '')
    """
    for found in _DAY.finditer(sentence, 0, _LONGEST):
        before = sentence[: found.start()]
        subject = before[max(map(before.rfind, _MARKS)) + 1 :].strip()
        if _ITSELF.fullmatch(subject) or (not subject and not before.rstrip().endswith(("的，", "的,"))):
            return _iso(found["year"], found["month"], found["day"])
    return ""


def day_in_year(sentence: str) -> str:
    """The day from which a text is in force, said without its year, as news says it: 05-01 of 自5月1日起施行.

    >>> day_in_year("《措施》近日印发，自5月1日起施行。"), day_in_year("《措施》自2025年5月1日起施行。")
    ('05-01', '')
    >>> day_in_year("新建渔港的，自5月1日起执行。")
    ''
    """
    for found in _SHORT_DAY.finditer(sentence, 0, _LONGEST):
        before = sentence[: found.start()]
        subject = before[max(map(before.rfind, _MARKS)) + 1 :].strip()
        if _ITSELF.fullmatch(subject) or (not subject and not before.rstrip().endswith(("的，", "的,"))):
            return _iso("2024", found["month"], found["day"])[5:]
    return ""


def last_day(sentence: str) -> str:
    """The last day in force that a sentence names: 2027-12-31 of 有效期至2027年12月31日.

    >>> last_day("本措施自2025年3月1日起施行，有效期至2027年12月31日。"), last_day("本措施有效期三年。")
    ('2027-12-31', '')
    """
    found = _UNTIL.search(sentence, 0, _LONGEST)
    if found is None:
        return ""
    named = "to_" if found["stop"] else ""
    return _iso(found[f"{named}year"], found[f"{named}month"], found[f"{named}day"])


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(whole(year.replace("○", "〇")), whole(month), whole(day)).isoformat()
    except ValueError:  # 2025年13月1日
        return ""
