"""Characters that no reader sees, and the bullets that only one font draws."""

from __future__ import annotations

from policydiff.clean.alphabet import alphabet
from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["FONT_BULLETS", "INVISIBLE", "PICTOGRAPHS"]

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 but for tab and the line separators
_ZERO_WIDTH = "\xad\u034f\u200b-\u200d\u2060-\u2065\ufeff"  # soft hyphen, joiners, byte order marks inside the text
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_SELECTORS = "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"  # which of its shapes a character takes
_FILLERS = "\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_PLACEHOLDERS = "\ufff0-\ufffc"  # where a picture stood, and what annotates it; U+FFFD tells of a loss and stays
_TAGS = "\U000e0000-\U000e007f"
_NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17)
)
_MUSIC = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_INVISIBLE = lazy(
    f"[{_CONTROLS}{_ZERO_WIDTH}{_DIRECTIONS}{_SELECTORS}{_FILLERS}{_PLACEHOLDERS}{_TAGS}{_NO_CHARACTERS}{_MUSIC}]+"
)
# The symbol fonts (Symbol, Wingdings) put their signs at U+F020 to U+F0FF, where no other font has anything.
# Rare Chinese characters in private use stand elsewhere (U+E000 to U+EFFF and the planes behind).
_FONT_BULLET = lazy("(?m)^(?P<indent>[ \t\xa0\u3000]*+)(?P<bullet>[\uf020-\uf0ff]++[ \t\xa0\u3000]*+)(?=\\S)")
_BOXES = frozenset(
    "\uf06f\uf071\uf072\uf0a8\uf0fd\uf0fe\uf052\uf053\uf054"
)  # to be ticked, or ticked: they tell something

# Flags, faces, things; not hands that point to what follows, which do a colon's work, nor boxes to be ticked, nor
# letters and figures in circles and squares
_PICTOGRAPH = lazy(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001f445\U0001f44a-\U0001f517"
    "\U0001f519-\U0001f531\U0001f534-\U0001f53c\U0001f53e-\U0001f5f3"
    "\U0001f5fa-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f900-\U0001faff]+"
)


def _find_invisible(page: Page) -> tuple[Edit, ...]:
    if not _INVISIBLE.search(alphabet(page.text)):
        return ()
    return tuple(Edit(Span(*match.span()), "") for match in _INVISIBLE.finditer(page.text))


def _find_bullets(page: Page) -> tuple[Edit, ...]:
    return tuple(
        Edit(Span(*match.span("bullet")), "")
        for match in _FONT_BULLET.finditer(page.text)
        if not _BOXES.intersection(match["bullet"])
    )


def _find_pictographs(page: Page) -> tuple[Edit, ...]:
    return tuple(Edit(Span(*match.span()), "") for match in _PICTOGRAPH.finditer(page.text))


INVISIBLE = Rule(
    name="invisible",
    reason="control characters, zero-width characters, byte order marks and the like are not part of the text",
    label_zh="控制字符与零宽字符",
    find=_find_invisible,
    examples=(
        ("\ufeff第\u200b一条", "第一条"),
        ("资金\x00支持\xad", "资金支持"),
        ("\u202a办法\u202c，\u2068甲\u2069", "办法，甲"),
        ("葛\U000e0100城区\ufffc公园☎\ufe0f", "葛城区公园☎"),
    ),
    negatives=("第一条\t总则", "甲\u3000乙", "资金\ufffd持", "䶮\ue000\U00020bb7"),
)
FONT_BULLETS = Rule(
    name="font-bullets",
    reason="a bullet in the private code points of a symbol font is drawn by that font alone",
    label_zh="符号字体的项目符号",
    find=_find_bullets,
    examples=(("\uf06c 支持研发；\n\u3000\uf0d8\t支持转化。", "支持研发；\n\u3000支持转化。"),),
    negatives=("是\uf0fe 否\uf0a8", "\uf0a8 是", "张\ue5f1与会"),
)
PICTOGRAPHS = Rule(
    name="pictographs",
    reason="faces, flags and other little pictures adorn a post; no document has them",
    label_zh="表情符号",
    find=_find_pictographs,
    examples=(
        ("为规范渔港管理，制定本办法。\U0001f3d7", "为规范渔港管理，制定本办法。"),
        ("补助\U0001f4b05万元\U0001f44d\U0001f3fb", "补助5万元"),
    ),
    negatives=("主要内容\U0001f447", "是\U0001f5f9 否\U0001f532", "\U0001f21a\U0001f170①㊣☎★", "\U00020bb7野家"),
)
