"""Plain texts that no person would write: one character without end, figures without end, charsets that lie."""
# ruff: noqa: E501 - markup that is cut into lines is no easier to read; bytes are made when they are needed

from __future__ import annotations

import base64
import codecs
from collections.abc import Callable
from functools import partial

from support.hostile.case import Case, named

__all__ = ["TEXTS"]

_LONG, _SHORT = 1_000_000, 30_000

PROSE = (
    "云泽市公共停车管理办法\n第一条 为了规范停车秩序，根据有关法律，制定本办法。\n"
    "第二条 停车费每小时最高8元，每日不超过40元。\n第三条 本办法自发布之日起施行。\n"
)

# what rules look for: starts of numbers, brackets, marks, white space, markup, what nobody sees
_TELLING = '第条一元附(（《【"*·—-=:：,。、 \u3000\t\n0%<&\u200b\u202e\ufffda'
_OTHERS = (
    "章十百万亿零〇年月日款)）[》“”「＊・•○●_~+/\\|#@％‰;；，.…!?？"
    "\xa0\u2002\r\v\f\x85\u2028\u2029９①⑴⒈>＜"
    "\u200c\u200d\u200e\u2066\xad\ufeff\u0301\ue000\U000f0000\u2f00\U0001f3fbAé口发鐢"
)
_PAIRS = (
    "第条", "（）", "()", "《》", "<>", "一、", "1.", "万元", "0,", "0.", "%％", "：\n", " \n", "第 ", "* ", "的 ", "a ",
    "附件", "（一", "&#", "</", "\u200b字", "字\u200b", "年月", "以上", "不超", "〔〕", "“”", "1-", "责编", "？_", "é¶", "ā ", "ǎ(",
)  # fmt: skip
_RUNS = {
    "第一条 over and over": "第一条",
    "第一条 with line ends": "第一条\n",
    "articles with words": "第一条 给予最高50万元奖励。\n",
    "一、 without words": "一、二、三、",
    "（一） without words": "（一）（二）（三）",
    "（一） as lines": "（一）\n",
    "1. as lines": "1.\n",
    "items within items": "一是二是三是",
    "brackets that only open": "（(【[《〈",
    "brackets that only close": "）)】]》〉",
    "quotes in quotes": "“‘",
    "titles that never end": "《关于",
    "titles that never begin": "办法》",
    "titles in titles": "《关于印发《",
    "references": "依照本办法第三条第二款第（一）项、",
    "sums": "50万元、100万元、",
    "sums without units": "50、100、",
    "ranges": "50万元以上100万元以下",
    "ranges without end": "50-100-",
    "bounds": "不超过不低于最高",
    "dates": "2024年3月27日",
    "dates that break off": "2024年3月",
    "numbers of documents": "云政发〔2024〕3号",
    "numbers that break off": "云政发〔2024",
    "every mark of a portal": "来源：云泽日报　发布时间：2024-03-27　字号：大 中 小　浏览次数：\n",
    "links to share": "分享到：\n打印本页\n关闭窗口\n",
    "page numbers": "— 3 —\n第 3 页 共 9 页\n",
    "wrapped lines": "为了规范停车秩序根据有关法\n律法规制定本\n",
    "tags as text": "<p><b>第一条</b></p>",
    "tags that never end": '<p class="a" style="',
    "entities as text": "&nbsp;&amp;nbsp;",
    "entities in entities": "&amp;amp;amp;amp;",
    "numbers of characters": "&#31532;&#x4e00;&#9999999999;",
    "pinyin": "關(guān)於(yú)",
    "pinyin without end": "關(guan 於(yu ",
    "pinyin with spaces": "重(zhong) 新(xin) ",
    "masks": "不*过30万元****亿元",
    "mojibake of UTF-8": "浜戞辰甯傚叕鍏",
    "mojibake of Latin-1": "ä¸\x80ã\x80\x81æ\x94¯",
    "mojibake by one byte": "規?；冗M暫;蛘呓K止",
    "gaps between characters": "停 车 收 费 ",
    "dots as gaps": "停·车·收·费·",
    "radicals": "⼀⼆⼗⽉⽇",
    "many marks on one letter": "a\u0301\u0302\u0303",
    "one emoji of many": "👨\u200d👩\u200d👧\u200d",
    "directions": "\u202e云\u202c泽\u2067",
    "questions and answers": "问：停车费是多少？\n答：8元。\n",
    "reports": "记者从市政府获悉，《云泽市停车办法》提出，给予最高50万元奖励。",
    "tables of tabs": "一档\t50万元\t\t\n",
    "a menu": "首页 > 政务公开 > 政策文件 > ",
    "rules of dashes": "——————\n======\n",
    "topics": "第一条【目的】\n",
    "chapters": "第一章 总则\n第一节 一般规定\n",
    "annexes": "附件：1.目录\n附件2\n",
    "amendments": "将第三条第一款中的“30万元”修改为“50万元”。\n",
    "fractions": "三分之一百分之三千分之",
    "addresses of pages": "http://a.b/c?d=e&f=g%20",
}


def _filled(words: str, size: int = _SHORT) -> bytes:
    """Words over and over, as many bytes as asked for."""
    return (words * (size // len(words.encode()) + 1)).encode()


def _made(text: Callable[[], str], charset: str = "utf-8", errors: str = "strict") -> Callable[[], bytes]:
    return lambda: text().encode(charset, errors)


_SHAPES: dict[str, Callable[[], bytes]] = {
    "a number of 100,000 digits": lambda: b"9" * 100_000,
    "a number of 100,000 Chinese digits": _made(lambda: "一" * 100_000 + "万元"),
    "a sum with 100,000 digits": _made(lambda: "给予最高" + "9" * 100_000 + "万元奖励。"),
    "a sum with 100,000 decimals": _made(lambda: "给予最高1." + "9" * 100_000 + "万元奖励。"),
    "a sum with 50,000 thousands": _made(lambda: "给予最高1" + ",000" * 50_000 + "元奖励。"),
    "an article of 100,000 digits": _made(lambda: "第" + "1" * 100_000 + "条 正文。\n第二条 正文。"),
    "a million lines": lambda: b"1\n" * 1_000_000,
    "a million empty lines between two": _made(lambda: "第一条 正文。" + "\n" * 1_000_000 + "第二条 正文。"),
    "two megabytes on one line": _made(lambda: "对企业给予奖励并予以公示，" * 52_000),
    "half a megabyte without a mark": _made(lambda: "对企业给予奖励并予以公示" * 14_000),
    "lines that end in a return": _made(lambda: PROSE.replace("\n", "\r")),
    "lines that end in U+2028": _made(lambda: PROSE.replace("\n", "\u2028")),
    "lines that end in U+0085": _made(lambda: PROSE.replace("\n", "\x85")),
    "lines that end in a form feed": _made(lambda: PROSE.replace("\n", "\f")),
    "brackets 100,000 deep": _made(lambda: "（" * 100_000 + "停车" + "）" * 100_000),
    "titles 50,000 deep": _made(lambda: "《" * 50_000 + "停车" + "》" * 50_000),
    "articles that count down": _made(lambda: "\n".join(f"第{at}条 给予{at}元。" for at in range(5_000, 0, -1))),
    "5,000 articles": _made(lambda: "\n".join(f"第{at}条 给予{at}元。" for at in range(1, 5_001))),
    "10,000 different lines": _made(lambda: "\n".join(f"{at:x}" * 9 for at in range(10_000))),
    "characters of all scripts": _made(lambda: "".join(map(chr, (*range(32, 0xD800, 9), *range(0xE000, 0x30000, 19))))),
    "words to cheer with without a gap": _made(lambda: PROSE + "点赞" * 48 + "甲"),
    "words of a bar without a gap": _made(lambda: "退出登录" * 48 + "甲\n" + PROSE),
    "numbers of a page without a gap": _made(lambda: PROSE + "页:[1]" + "2" * 90 + "甲"),
    "nothing but a byte order mark": lambda: codecs.BOM_UTF8,
    "nothing but two byte order marks": lambda: codecs.BOM_UTF8 * 2,
    "nothing but a wide mark": lambda: codecs.BOM_UTF16_LE,
    "nothing at all": lambda: b"",
    "nothing but spaces": lambda: b" " * 300_000,
    "nothing but wide spaces": _made(lambda: "\u3000" * 100_000),
    "nothing but line ends": lambda: b"\r\n" * 300_000,
    "nothing but NULs": lambda: bytes(_LONG),
    "nothing but zero-width characters": _made(lambda: "\u200b\u200d\ufeff" * 100_000),
    "one NUL": lambda: b"\0",
    "one letter": lambda: b"a",
}  # fmt: skip
_CHARSETS: dict[str, Callable[[], bytes]] = {
    "UTF-16 without a mark": _made(lambda: PROSE * 50, "utf-16-le"),
    "UTF-16 the other way without a mark": _made(lambda: PROSE * 50, "utf-16-be"),
    "UTF-16 of an odd length": lambda: (PROSE * 50).encode("utf-16") + b"\x01",
    "UTF-16 with half a pair": lambda: codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le") + b"\x3d\xd8" * 50_000,
    "UTF-16 of nothing but NULs": lambda: codecs.BOM_UTF16_BE + bytes(100_000),
    "UTF-32 without a mark": _made(lambda: PROSE * 50, "utf-32-le"),
    "UTF-32 beyond Unicode": lambda: codecs.BOM_UTF32_LE + b"\xff\xff\xff\x7f" * 50_000,
    "UTF-7": _made(lambda: PROSE * 50, "utf-7"),
    "UTF-8 cut in a character": lambda: (PROSE * 50).encode()[:-2],
    "UTF-8 with lone surrogates": _made(lambda: PROSE + "\ud800" * 50_000, "utf-8", "surrogatepass"),
    "UTF-8 of surrogate pairs": _made(lambda: PROSE + "\ud83d\ude00" * 500, "utf-8", "surrogatepass"),
    "UTF-8 in too many bytes": lambda: PROSE.encode() + b"\xc0\x80\xe0\x80\xaf" * 10_000,
    "UTF-8 beyond Unicode": lambda: PROSE.encode() + b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80" * 10_000,
    "UTF-8 and GB18030 by turns": lambda: b"".join(
        line.encode(("utf-8", "gb18030")[at % 2]) for at, line in enumerate(PROSE.splitlines(keepends=True) * 500)
    ),
    "a mark of UTF-8 before GB18030": lambda: codecs.BOM_UTF8 + (PROSE * 50).encode("gb18030"),
    "GB18030 cut in a character": lambda: (PROSE * 50).encode("gb18030")[:-2],
    "GB18030 with bytes of none": lambda: (PROSE * 50).encode("gb18030") + b"\xff\x80" * 50_000,
    "first bytes of GB18030 alone": lambda: b"\x81" * _LONG,
    "four bytes of GB18030": lambda: b"\x81\x30\x81\x30" * 100_000,
    "Big5 cut in a character": lambda: ("雲澤市公共停車管理辦法。" * 50).encode("big5")[:-1],
    "HZ": _made(lambda: PROSE * 50, "hz"),
    "HZ that never ends": lambda: b"~{" * 100_000,
    "ISO-2022": lambda: b"\x1b$)A\x0e" * 20_000,
    "the euro sign of Windows": lambda: b"\x80" * 300_000,
    "Latin-1": lambda: "été ".encode("latin-1") * 50_000,
    "Shift JIS": lambda: "駐車場の管理に関する条例。".encode("shift_jis") * 5000,
    "every byte in turn": lambda: bytes(range(256)) * 2000,
    "random bytes": lambda: bytes((at * at * 31 + at * 7 + (at >> 3)) % 251 for at in range(200_000)),
    "base64 of a text": lambda: base64.b64encode((PROSE * 500).encode()),
}


def _spelt(words: str) -> str:
    return " ".join(f"U+{ord(char):04X}" if not char.isprintable() or char.isspace() else char for char in words)


TEXTS: tuple[Case, ...] = named(
    "txt",
    {
        **{f"a megabyte of {_spelt(char)}": partial(_filled, char, _LONG) for char in _TELLING},
        **{f"a text of {_spelt(char)}": partial(_filled, char) for char in _OTHERS},
        **{f"by turns {_spelt(pair)}": partial(_filled, pair) for pair in _PAIRS},
        **{name: partial(_filled, words) for name, words in _RUNS.items()},
        **_SHAPES,
        **_CHARSETS,
    },
)
"""Texts without markup."""
