"""Which charset a capture is in: its mark, strict UTF-8, what it declares, then what reads as Chinese.

Labels are widened the way browsers widen them: gb2312 and gbk mean gb18030, big5 means big5hkscs, for pages use the
characters of the larger sets under the older names (the WHATWG Encoding Standard).
"""

from __future__ import annotations

import codecs
import re

from policydiff.errors import CharsetError
from policydiff.read.options import ReadOptions

__all__ = ["common_share", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "gb18030", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cn-big5", "x-x-big5", "cp950"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    "hz-gb-2312": "hz",
}
_DECLARED = re.compile(
    rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<meta>[\w-]{2,20})"
    rb"|<\?xml\s[^>]{0,100}?encoding\s*=\s*[\"'](?P<xml>[\w-]{2,20})",
    re.IGNORECASE,
)
_TRANSPORT = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HEAD = 8192  # a declaration belongs into the first kilobyte; slow portals put scripts before it

_COMMON = frozenset(
    "的一是不了在人有他这个中来上大为和国地到以时要就出会可也对生能而于下自之年过发后作用道行所然家种事成方多经去法学如都同现"
    "当动面起定分还进部其主理本前开从实日者意无力与长机十民第公此已工使情明性全三关点业外将两高间由最重并应向文体政相利二等"
    "产或新制加月合特代内信表化给位次度通教提立及员解名处各入条平系活总电数安结目量建务件计管期市直资金指统区保至形社决治展科"
    "基则规据程办取定术领共确规策企项创支持推单负责局委厅省县级章款限额奖补"
    "這個來為國時會對於過發後種經學當動開從實無與長機關點業兩間應體產給員處條總電數結務計資統區決則規據術領確項創單負責廳縣級"
    "獎補額變點問題進還後裡億萬"
)


def common_share(text: str) -> float:
    """The share of the commonest Chinese characters, of both scripts, among all characters beyond ASCII.

    >>> common_share("对企业给予一次性奖励") > 0.5
    True
    """
    beyond = common = 0
    for char in text:
        if char > "\x7f":
            beyond += 1
            common += char in _COMMON
    return common / beyond if beyond else 0.0


def decode(data: bytes, uri: str, media_type: str | None, options: ReadOptions) -> tuple[str, str]:
    """The text of some bytes and the charset they turned out to be in; raises CharsetError where none fits."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _strict_or_fail(data[len(mark) :], charset, uri), charset
    for charset in ("utf-8", *_declared(data, media_type)):
        text = _strict(data, charset)
        if text is not None:
            return text, charset
    return _most_plausible(data, uri, options)


def _declared(data: bytes, media_type: str | None) -> tuple[str, ...]:
    labels = []
    transport = _TRANSPORT.search(media_type or "")
    if transport:
        labels.append(transport[1])
    declared = _DECLARED.search(data, 0, _HEAD)
    if declared:
        labels.append((declared["meta"] or declared["xml"]).decode("ascii"))
    return tuple(_LABELS[label.lower()] for label in labels if label.lower() in _LABELS)


def _most_plausible(data: bytes, uri: str, options: ReadOptions) -> tuple[str, str]:
    # gb18030 comes first so that it wins a draw: mainland pages outnumber the others by far
    readings = [(text, charset) for charset in ("gb18030", "big5hkscs") if (text := _strict(data, charset)) is not None]
    if not readings:
        raise CharsetError(_unknown(uri))
    text, charset = max(readings, key=lambda reading: common_share(reading[0]))
    if common_share(text) < options.min_common_share:
        raise CharsetError(_unknown(uri))
    return text, charset


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def _strict_or_fail(data: bytes, charset: str, uri: str) -> str:
    text = _strict(data, charset)
    if text is None:
        raise CharsetError(
            f"{uri} starts with the mark of {charset.upper()}, but its bytes are not valid {charset.upper()}: "
            "save it again as UTF-8"
        )
    return text


def _unknown(uri: str) -> str:
    return f"{uri} is not text in UTF-8, GB18030 or Big5: open it in an editor and save it as UTF-8"
