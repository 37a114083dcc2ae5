"""The two rules: one charset taken for another, and GBK read one byte late."""

from __future__ import annotations

from policydiff.clean.mojibake.recode import find_recodings
from policydiff.clean.mojibake.shift import find_shifts
from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit

__all__ = ["MOJIBAKE", "WRONG_CHARSET"]


def _find_recodings(page: Page) -> tuple[Edit, ...]:
    return find_recodings(page.text)


def _find_shifts(page: Page) -> tuple[Edit, ...]:
    return find_shifts(page.text).edits


WRONG_CHARSET = Rule(
    name="wrong-charset",
    reason="the page was decoded in a charset that it is not in: its bytes are whole, and are decoded again",
    label_zh="字符集误读",
    find=_find_recodings,
    examples=(
        ("ä¸€ã€\x81æ”¯æŒ\x81ç®—åŠ›å»ºè®¾ã€‚", "一、支持算力建设。"),
        ("榧撳姳浼佷笟鍒涙柊鍙戝睍", "鼓励企业创新发展"),
        ("¸÷ÇøÈËÃñÕþ¸®", "各区人民政府"),
    ),
    negatives=(
        "设立咖啡馆（Café）和啤酒馆（Bräu），由企业自行命名为“Crème Brûlée”。",
        "支持企业参与Horizon Europe计划，合作方包括Universität Zürich。",
        "鼓励培育鹌鹑、鸵鸟、鸸鹋等特种养殖产业。",
    ),
)
MOJIBAKE = Rule(
    name="mojibake",
    reason="a false full-width mark split two characters, and what follows is read one byte late in GBK",
    label_zh="乱码",
    find=_find_shifts,
    examples=(
        ("全市推動產業規?；冗M製造業發展，", "全市推動產業規模化先進製造業發展，"),
        ("合同暫;蛘呓K止的，應當告知。", "合同暫停或者終止的，應當告知。"),
    ),
    negatives=(
        "这是谁的责任？！企业应当自查。",
        "文件名为data_set_01|附件A，支持参加A股上市；开展B轮融资。",
        "条件如下：年龄?;学历?;经历。",
        "联系人：王瑋麗、朱珉，通訊員：方筱玥。",
    ),
)
