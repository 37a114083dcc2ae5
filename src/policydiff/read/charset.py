"""Which charset a capture is in: its mark, strict UTF-8, what it declares, then what reads as Chinese.

Labels are widened the way browsers widen them: gb2312 and gbk mean gb18030, big5 means big5hkscs, for pages use the
characters of the larger sets under the older names (the WHATWG Encoding Standard).  A label is a claim, not a fact:
one that makes nonsense of the bytes yields to a charset in which they read as Chinese.

What reads as Chinese is told by how common its characters are.  On snippets of policy pages of 4 to 1,500 characters
that finds GB18030 every time and Big5 where there are eight characters or more; general detectors, which weigh dozens
of charsets, miss one GB18030 snippet in ten even at 1,500.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from policydiff.errors import CharsetError
from policydiff.model import CharsetEvidence
from policydiff.patterns import lazy
from policydiff.read.familiar import common_share, familiar_share
from policydiff.read.options import ReadOptions

__all__ = ["Decoded", "decode", "wide_charset"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_GB = (
    "gb2312 gb_2312 gb_2312-80 gb2312-80 csgb2312 csiso58gb231280 iso-ir-58 chinese gbk x-gbk cp936 ms936 windows-936 "
    "gb18030 gb18030-2000 gb18030-2005 gb18030-2022"
)
_BIG5 = "big5 big5-hkscs big5hkscs big5-eten cn-big5 csbig5 x-x-big5 cp950 windows-950"
_LABELS = {
    **dict.fromkeys(_GB.split(), "gb18030"),
    **dict.fromkeys(_BIG5.split(), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
}
_DECLARED = re.compile(
    rb"<meta\s[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+(?P<meta>[\w-]{2,20})"
    rb"|<\?xml\s[^>]{0,100}?encoding\s*=\s*[\"'](?P<xml>[\w-]{2,20})",
    re.IGNORECASE,
)
_TRANSPORT = lazy(r"charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HEAD = 8192  # a declaration belongs into the first kilobyte; slow portals put scripts before it
_WIDE = ("utf-16-le", "utf-16-be")
_SAMPLE = 65_536
_FAMILIAR = 0.3  # of UTF-16 read in the right order; prose has 0.5 and more, bytes that are none below 0.1
_GOOD = 0.25  # the share of the commonest characters in prose, but for one line in a hundred
_OVERRULED = 8  # so many characters beyond ASCII at least, before what they look like outweighs what is declared
_TWICE_WIDE = lazy("[^\x00-\u07ff]")  # what UTF-8 writes in more than two bytes; every Chinese character is


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the charset its bytes are in, how that was told, and how many characters were lost (U+FFFD)."""

    text: str
    charset: str
    evidence: CharsetEvidence
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """The bytes in one charset, and how much that looks like Chinese."""

    text: str
    charset: str
    lost: int
    share: float

    def is_plausible(self, options: ReadOptions) -> bool:
        """Whether it reads as Chinese, with no more lost than a slip of the network loses."""
        bound = max(1, int(options.max_replaced_share * _beyond_ascii(self.text)))
        return self.share >= options.min_common_share and self.lost <= bound


def decode(data: bytes, uri: str, media_type: str | None, options: ReadOptions) -> Decoded:
    """The text of some bytes; raises CharsetError where they are text in no charset we know."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], charset, uri, options)
    wide = wide_charset(data)
    if wide:
        candidate = _candidate(data, wide)
        if candidate.lost and not candidate.is_plausible(options):
            raise CharsetError(_unknown(uri))
        return _told(candidate, "detected")
    declared = _declared(data, media_type)
    text = _strict(data, "utf-8")
    if text is not None:
        return _valid_utf8(text, data, declared, options)
    return _narrow(data, declared, uri, options)


def wide_charset(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by the NULs in it and by what comes out; nothing where there are no NULs.

    >>> wide_charset("一、支持算力".encode("utf-16-le")), wide_charset("一、支持算力".encode("utf-8"))
    ('utf-16-le', '')
    """
    head = data[: min(len(data), _SAMPLE) // 4 * 4] or data[: len(data) // 2 * 2]
    if b"\0" not in head:
        return ""
    quarter = len(head) // 4
    empty = [head[offset::4].count(0) for offset in range(4)]
    if quarter and empty[3] == quarter and empty[2] > 0.9 * quarter and _strict(head, "utf-32-le"):
        return "utf-32-le"
    if quarter and empty[0] == quarter and empty[1] > 0.9 * quarter and _strict(head, "utf-32-be"):
        return "utf-32-be"
    shares = {}
    for charset in _WIDE:
        text = _strict(head, charset) or _strict(head[:-2], charset)  # the cut may fall into a pair
        if text and "\0" not in text:
            shares[charset] = familiar_share(text)
    best = max(shares, key=lambda charset: shares[charset], default="")
    return best if shares.get(best, 0.0) >= _FAMILIAR else ""


def _marked(data: bytes, charset: str, uri: str, options: ReadOptions) -> Decoded:
    text = _strict(data, charset)
    if text is not None:
        return Decoded(text, charset, "mark", text.count("\ufffd"))
    candidate = _candidate(data, charset)
    if candidate.is_plausible(options):
        return _told(candidate, "mark")
    raise CharsetError(
        f"{uri} starts with the mark of {charset.upper()}, but its bytes are not valid {charset.upper()}: "
        "save it again as UTF-8"
    )


def _declared(data: bytes, media_type: str | None) -> tuple[str, ...]:
    """The charsets that the sender and the page itself name, in this order."""
    labels = []
    transport = _TRANSPORT.search(media_type or "")
    if transport:
        labels.append(transport[1])
    declared = _DECLARED.search(data, 0, _HEAD)
    if declared:
        labels.append((declared["meta"] or declared["xml"]).decode("ascii", errors="replace"))
    return tuple(dict.fromkeys(_LABELS[label.lower()] for label in labels if label.lower() in _LABELS))


def _valid_utf8(text: str, data: bytes, declared: tuple[str, ...], options: ReadOptions) -> Decoded:
    """Valid UTF-8 is UTF-8, but for two accidents: HZ is ASCII, and a few words in GBK (只要, 一支) are valid UTF-8."""
    if b"~{" in data and text.isascii():
        hz = _strict(data, "hz")
        if hz is not None and common_share(hz) >= options.min_common_share:
            return Decoded(hz, "hz", "detected", 0)
    elif not text.isascii() and not _TWICE_WIDE.search(text):
        narrow = _strict(data, "gb18030")
        if narrow is not None and common_share(narrow) >= _FAMILIAR:
            return Decoded(narrow, "gb18030", "declared" if "gb18030" in declared else "detected", 0)
    return Decoded(text, "utf-8", "utf-8", text.count("\ufffd"))


def _narrow(data: bytes, declared: tuple[str, ...], uri: str, options: ReadOptions) -> Decoded:
    # gb18030 comes before big5 so that it wins a draw: mainland pages outnumber the others by far
    charsets = dict.fromkeys((*declared, "utf-8", "gb18030", "big5hkscs"))
    readings = {charset: _candidate(data, charset) for charset in charsets if _is_worth_reading(data, charset, options)}
    if len(data) % 2 == 0 and b"\0" not in data:
        whole = {charset: text for charset in _WIDE if (text := _strict(data, charset))}
        readings |= {charset: _Candidate(text, charset, 0, familiar_share(text)) for charset, text in whole.items()}
        readings = {c: r for c, r in readings.items() if c not in _WIDE or r.share >= _FAMILIAR}
    plausible = [reading for reading in readings.values() if reading.is_plausible(options)]
    best = max(plausible, key=lambda reading: reading.share, default=None)
    for claim in (readings[charset] for charset in declared if charset in readings):
        if claim.lost == 0 and not _overruled(claim, best):
            return _told(claim, "declared")
    if best is None:
        raise CharsetError(_unknown(uri))
    return _told(best, "declared" if best.charset in declared else "detected")


def _overruled(claim: _Candidate, best: _Candidate | None) -> bool:
    """Whether a declared charset makes nonsense of what is good Chinese in another one."""
    if best is None or best.share < max(_GOOD, 3 * claim.share):
        return False
    return best.lost == 0 and best.charset != claim.charset and _beyond_ascii(best.text) >= _OVERRULED


def _is_worth_reading(data: bytes, charset: str, options: ReadOptions) -> bool:
    """Whether the head has not lost so much already that the whole cannot fit; spares long texts futile readings."""
    text = data[:_SAMPLE].decode(charset, errors="replace")
    return text.count("\ufffd") <= max(8, 10 * options.max_replaced_share * _beyond_ascii(text))


def _candidate(data: bytes, charset: str) -> _Candidate:
    text = _strict(data, charset)
    if text is not None:
        return _Candidate(text, charset, 0, common_share(text))
    text = data.decode(charset, errors="replace")
    return _Candidate(text, charset, text.count("\ufffd"), common_share(text))


def _told(candidate: _Candidate, evidence: CharsetEvidence) -> Decoded:
    return Decoded(candidate.text, candidate.charset, evidence, candidate.text.count("\ufffd"))


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))


def _unknown(uri: str) -> str:
    return f"{uri} is not text in UTF-8, GB18030 or Big5: open it in an editor and save it as UTF-8"
