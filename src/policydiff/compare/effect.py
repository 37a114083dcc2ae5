"""When a text says that it takes effect: 自2025年1月1日起施行, 自发布之日起30日后施行."""

from __future__ import annotations

from policydiff.patterns import lazy

__all__ = ["takes_effect"]

_FROM = lazy(
    r"自(?P<when>[^，。；自\n]{1,30}?(?:之日|[日月年])(?:起[^，。；自\n]{0,12}?|后))(?:正式)?(?:施行|实施|生效|执行|试行)"
)
_OWN = lazy(r"本(?!条(?!例)|款|项)[^，。；]{1,12}")
_OPEN = lazy(r"年[\s_＿]{0,6}[XxＸｘ×*＊○]{0,4}[\s_＿]{0,6}月|[XxＸｘ×*＊_＿][\s_＿]{0,6}[年月日]")
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
