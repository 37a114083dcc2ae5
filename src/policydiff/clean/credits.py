"""Who wrote, edited and illustrated the page: short lines, never a sentence of the text."""

from __future__ import annotations

from policydiff.clean.fields import is_credit
from policydiff.clean.page import Page, cut, is_prose
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["CAPTIONS", "CREDITS", "is_caption"]

_LONGEST_CAPTION = 80
_SOURCE = r"(?:图片?|照片|视频|资料)?来源(?:于|自)?|图源|图据|图|摄影|摄|供图|资料图|资料图片|效果图|视频截图"
_CAPTION = lazy(
    rf"[^。;]{{2,60}}\((?:(?:{_SOURCE})\s*+[:/]?\s*+[^()。]{{0,20}}|[^()。]{{0,20}}(?:摄|供图|资料图片?|制图|/图))\)"
    rf"|\(?(?:图片来源|图源|图据|供图)\s*+[:/]\s*+[^()。]{{1,24}}\)?"
    rf"|(?:[^\s。]{{0,40}}\s)?(?:[^\s。]{{0,12}}(?:记者|通讯员)\s?)?{HAN}{{2,4}}\s?/?(?:摄|供图)"
)
_SHOT_BY = lazy(rf".{{2,70}}[。\s][^\s。]{{0,12}}(?:记者|通讯员)\s?{HAN}{{2,4}}\s?/?(?:摄|供图)")


def is_caption(key: str) -> bool:
    """Whether a line is the caption of a picture: it ends with who took it.

    >>> is_caption("会议现场。某报记者 张三 摄"), is_caption("记者从会上获悉，今年将开放一批场景。")
    (True, False)
    """
    if len(key) > _LONGEST_CAPTION:
        return False
    return bool(_SHOT_BY.fullmatch(key)) or (bool(_CAPTION.fullmatch(key)) and not is_prose(key))


def _find_credits(page: Page) -> tuple[Edit, ...]:
    return cut(page, [index for index, line in enumerate(page.lines) if is_credit(line.key)])


def _find_captions(page: Page) -> tuple[Edit, ...]:
    return cut(page, [index for index, line in enumerate(page.lines) if is_caption(line.key)])


CREDITS = Rule(
    name="credits",
    reason="reporters, editors, proofreaders and sources of a page are not part of the document",
    label_zh="记者、编辑与来源",
    find=_find_credits,
    examples=(
        ("实习生 王小明\n通讯员 李一 赵二三\n当前，产业加快发展。", "当前，产业加快发展。"),
        ("加快发展。\n制作：王一 | 编辑: 李二 | 责编：张三", "加快发展。"),
        ("加快发展。\n(来源：某某新闻)\n【责任编辑：zhangsan】", "加快发展。"),
        ("文/本报记者 张三\n加快发展。", "加快发展。"),
    ),
    negatives=(
        "记者从发布会上获悉，今年将开放一批场景。",
        "编辑出版管理办法",
        "审核：市科技局",
        "来源：公共数据资源登记平台公布的数据，由主管部门核定。",
        "通讯员队伍建设",
    ),
)
CAPTIONS = Rule(
    name="captions",
    reason="a line that ends with the source of a picture is the picture's caption",
    label_zh="图片说明",
    find=_find_captions,
    examples=(
        ("加快发展。\n参观算力中心(来源于某社)\n支持应用。", "加快发展。\n支持应用。"),
        ("加快发展。\n机器人正在作业（图源：某报）", "加快发展。"),
        ("某社记者 张三 摄\n加快发展。", "加快发展。"),
        ("会议现场。某报记者 张三 摄\n加快发展。", "加快发展。"),
    ),
    negatives=("若干政策(征求意见稿)", "资金来源（图书购置费）由财政承担。", "（来源于财政资金的项目除外）"),
)
