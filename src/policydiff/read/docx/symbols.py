"""Signs of Word's symbol fonts as the characters that they look like.

A symbol font puts its signs at code points that mean nothing elsewhere (U+F0A3 is ≤ in Symbol and □ in Wingdings 2).
Here stand those that decide what a provision or a form says; any other stays as it is.
"""

from __future__ import annotations

from policydiff.patterns import lazy

__all__ = ["PRIVATE", "glyph"]

PRIVATE = lazy("[\uf020-\uf0ff]")
"""A sign of a symbol font among other text."""

_FONTS = {  # the codes of the signs, and beside them what they look like
    "symbol": (
        bytes.fromhex(
            "A3 B3 B4 B8 B1 B0 B9 BB A5 B7 D7 AE AC D6 E5 2B 2D 3D 25 30313233343536373839 61626467 6D70 445357"
        ),
        "≤≥×÷±°≠≈∞•·→←√∑+−=%0123456789αβδγμπΔΣΩ",
    ),
    "wingdings": (
        bytes.fromhex("A8 6F 71 72 FE FD FC FB 6C 6E 75 76 A7 D8 E0 A1 AB 8182838485868788898A 8C8D8E8F909192939495"),
        "□□□□☑☒✓✗●■◆❖▪➢→○★①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿",
    ),
    "wingdings 2": (
        bytes.fromhex("A3 52 53 50 4F 98 6A6B6C6D6E6F70717273 75767778797A7B7C7D7E"),
        "□☑☒✓✗●①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿",
    ),
}
_SIGNS = {font: dict(zip(codes, signs, strict=True)) for font, (codes, signs) in _FONTS.items()}


def glyph(font: str, code: int) -> str:
    """The character that a sign of a font looks like.

    >>> glyph("Symbol", 0xF0B3), glyph("Wingdings 2", 0x52), glyph("宋体", 0x25CB)
    ('≥', '☑', '○')
    """
    known = _SIGNS.get(font.strip().lower(), {})
    sign = known.get(code & 0xFF) if code <= 0xFF or 0xF000 <= code <= 0xF0FF else None
    if sign is not None:
        return sign
    valid = 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else ""
