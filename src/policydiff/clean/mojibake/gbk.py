"""What GBK's bytes look like, and how a page comes to be read one byte late.

A program that splits text at full-width marks byte by byte takes the low byte of one character and the high byte of
the next for a mark: 模化 is `C4 A3 BB AF`, and `A3 BB` is ；.  The byte before it is orphaned, and what stands behind
is read one byte late, until a low byte that is ASCII (40 to 7E) stands alone and sets things right again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

__all__ = ["EURO", "MARKS", "ORPHANS", "TRAILS", "View", "corrupt", "decoded", "encoded"]

MARKS = "！，：；？"
"""The marks at which pages are split; their bytes are A3 A1, A3 AC, A3 BA, A3 BB and A3 BF."""

ORPHANS = "?？\ufffd"
"""What a byte without its other half is shown as, where it is shown."""

TRAILS = tuple(range(0x81, 0xFF))
EURO = 0x80
"""The one byte above ASCII that stands alone: Windows shows it as €."""

_MARK_BYTES: dict[tuple[int | str, int | str], str] = {tuple(mark.encode("gbk")): mark for mark in MARKS}  # type: ignore[misc]
_WIDE_TO_ASCII = {mark: chr(ord(mark) - 0xFEE0) for mark in MARKS}


@dataclass(frozen=True, slots=True)
class View:
    """How a page shows what the misreading leaves: a matter of the program that decoded it.

    `orphan` stands for a byte that lost its other half; with `swallow` it takes the ASCII character behind it along.
    `hole` stands for a pair of bytes that is no character.  With `ascii_marks` the page shows its marks in ASCII.
    """

    orphan: str = "?"
    swallow: bool = False
    hole: str = ""
    ascii_marks: bool = False


@cache
def decoded(lead: int, trail: int) -> str:
    """The character of two bytes, or nothing.

    >>> decoded(0xC4, 0xA3), decoded(0xAF, 0xCF)
    ('模', '')
    """
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""


@cache
def encoded(char: str) -> tuple[int, int] | None:
    """The two bytes of a character, or nothing where GBK has no two for it; private ones as GB18030 places them."""
    charset = "gb18030" if "\ue000" <= char <= "\ue765" else "gbk"
    try:
        pair = char.encode(charset)
    except UnicodeEncodeError:
        return None
    return (pair[0], pair[1]) if len(pair) == 2 else None


def corrupt(text: str, view: View) -> str:
    """What a page shows of a text that was split at the bytes of its marks.

    >>> corrupt("规模化先進", View())
    '规?；冗M'
    >>> corrupt("暫停或者終止", View(orphan="", ascii_marks=True))
    '暫;蛘呓K止'
    >>> corrupt("这里没有。一处错。", View())
    '这里没有。一处错。'
    """
    units = _units(text)
    shown: list[str] = []
    begin = at = 0
    while at < len(units):
        mark = _MARK_BYTES.get((units[at], units[at + 1])) if at + 1 < len(units) else None
        if mark is None:
            at += 1
            continue
        shown += [*_shown(units[begin:at], view), _WIDE_TO_ASCII[mark] if view.ascii_marks else mark]
        begin = at = at + 2
    return "".join([*shown, *_shown(units[begin:], view)])


def _units(text: str) -> list[int | str]:
    """The bytes of a text; a character that GBK has none for, which a page writes as an entity, stays as it is."""
    units: list[int | str] = []
    for char in text:
        pair = encoded(char)
        if char < "\x80":
            units.append(ord(char))
        elif pair:
            units += pair
        else:
            units.append(char)
    return units


def _shown(units: list[int | str], view: View) -> Iterator[str]:
    """One piece, decoded the way browsers and converters do it that never give up."""
    at = 0
    while at < len(units):
        unit = units[at]
        follower = units[at + 1] if at + 1 < len(units) else None
        at += 1
        if isinstance(unit, str):
            yield unit
        elif unit < 0x80:
            yield chr(unit)
        elif unit == EURO:
            yield "€"
        elif isinstance(follower, int) and follower >= 0x40 and follower != 0x7F:
            yield decoded(unit, follower) or view.hole
            at += 1
        else:
            yield view.orphan
            at += view.swallow and isinstance(follower, int) and follower > 0x20
