"""Text that was decoded in the wrong charset, once or twice: encoded back and decoded in the right one.

What the wrong charset had no character for is lost, and with it the characters around it; what is whole is repaired,
and marked as inferred, since nothing tells how much is missing between two pieces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from policydiff.clean.alphabet import alphabet
from policydiff.clean.mojibake.gbk import EURO, encoded
from policydiff.clean.mojibake.language import Language, is_han, language, rare_in
from policydiff.clean.mojibake.options import MojibakeOptions
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["find_recodings"]

_DEFAULTS = MojibakeOptions()
_WINDOWS = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0))
_WESTERN = f"\x80-\xff{_WINDOWS}"
# lead bytes of UTF-8 and of GBK are letters with accents in Western charsets, and hardly any two stand together
_WESTERN_RUN = lazy(rf"[\xa1-\xff][{_WESTERN}]+(?:[@-~ ][{_WESTERN}]+)*")
_EASTERN_RUN = lazy(r"[^\x00-\x7f\n](?:[^\x00-\x7f\n]|[@-~](?=[^\x00-\x7f\n]))*")
_WESTERN_LETTER = lazy("[\x80-\xff]")
_Pair = tuple[str, str]
_WINDOW = 512
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some characters that, encoded back, are whole characters of another charset."""

    start: int
    end: int
    text: str


def find_recodings(text: str) -> tuple[Edit, ...]:
    """The repairs of all runs that were decoded in the wrong charset."""
    western = [(match.start(), match[0]) for match in _WESTERN_RUN.finditer(text)]
    runs = [(start, run, True) for start, run in western]
    runs += [(start, run, False) for start, run in _eastern_runs(text)]
    runs = [(start, run, from_west) for start, run, from_west in runs if _may_be_another(run, from_west)]
    if not runs:
        return ()
    chinese = language()
    edits: list[Edit] = []
    proven: Counter[_Pair] = Counter()
    for start, run, from_west in sorted(runs):
        if edits and start < edits[-1].span.end:
            continue
        pieces, pair = _repairs(run, from_west, chinese)
        for piece in pieces:
            # where bytes were dropped, the halves on either side may meet and make a character that never was
            note = "" if piece.end - piece.start == len(run) else "inferred"
            edits.append(Edit(Span(start + piece.start, start + piece.end), piece.text, note))
        if pair in _WESTERN_PAIRS:
            proven[pair] += sum(map(is_han, "".join(piece.text for piece in pieces)))
    return tuple(sorted([*edits, *_alike(western, edits, proven)], key=lambda edit: edit.span))


def _alike(western: list[tuple[int, str]], edits: list[Edit], proven: Counter[_Pair]) -> Iterator[Edit]:
    """The runs too short to tell by themselves (万元。 as ÍòÔª¡£), in a text that was misread in one way throughout."""
    if not proven or max(proven.values()) < _DEFAULTS.recoded_proof:
        return
    pair = min(proven, key=lambda pair: (-proven[pair], pair))
    repaired = {at for edit in edits for at in range(edit.span.start, edit.span.end)}
    for start, run in western:
        if repaired.isdisjoint(range(start, start + len(run))):
            for piece in _pieces(run, *pair):
                if (piece.start, piece.end) == (0, len(run)) and _is_plain(piece.text):
                    yield Edit(Span(start, start + len(run)), piece.text)


def _is_plain(text: str) -> bool:
    """Whether a text is Chinese and its marks and nothing odd."""
    return not rare_in(text) and any(char > "\u2e7f" for char in text) and not _WESTERN_LETTER.search(text)


def _eastern_runs(text: str) -> Iterator[tuple[int, str]]:
    """The runs of Chinese in which a quarter is rare: where another charset shows, it is a half and more."""
    rare = rare_in(alphabet(text))
    if not rare:
        return
    odd = re.compile(f"[{''.join(sorted(rare))}]")
    last = -1
    for match in odd.finditer(text):
        if match.start() < last:
            continue
        begin = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        last = end if end >= 0 else len(text)
        for run in _EASTERN_RUN.finditer(text, begin, last):
            if len(run[0]) >= 2 and len(odd.findall(run[0])) >= _DEFAULTS.recoded_share * len(run[0]):
                yield run.start(), run[0]


def _repairs(run: str, western: bool, chinese: Language) -> tuple[list[_Piece], _Pair | None]:
    """The pieces of a run that are Chinese in another charset, and the pair of charsets that makes it commonest."""
    sample = run[: _DEFAULTS.recoded_sample]
    best: list[_Piece] = []
    most = 0.0
    pair: _Pair | None = None
    for wrong, right in _WESTERN_PAIRS if western else _EASTERN_PAIRS:
        pieces = _chinese_pieces(sample, wrong, right, chinese)
        gain = sum(chinese.cost(run[piece.start : piece.end]) - chinese.cost(piece.text) for piece in pieces)
        if gain > most:
            best, most, pair = pieces, gain, (wrong, right)
    return (_chinese_pieces(run, *pair, chinese) if pair and len(sample) < len(run) else best), pair


def _may_be_another(run: str, western: bool) -> bool:
    """Whether a run is anything at all in another charset; a rare name, such as 方筱玥, is nothing."""
    return any(
        _is_chinese(piece.text, right)
        for wrong, right in (_WESTERN_PAIRS if western else _EASTERN_PAIRS)
        for piece in _pieces(run, wrong, right)
    )


def _chinese_pieces(run: str, wrong: str, right: str, chinese: Language) -> list[_Piece]:
    found = (_settled(run, piece, wrong, right, chinese) for piece in _pieces(run, wrong, right))
    return [piece for piece in found if piece is not None]


_WESTERN_PAIRS = (("western", "utf-8"), ("western", "gbk"), ("western", "big5hkscs"))
_EASTERN_PAIRS = (("gbk", "utf-8"), ("big5", "utf-8"), ("big5", "gbk"), ("gbk", "big5hkscs"))


def _settled(run: str, piece: _Piece, wrong: str, right: str, chinese: Language) -> _Piece | None:
    """The piece where it is Chinese, after as many rounds as it takes; nothing where it never is."""
    shown = run[piece.start : piece.end]
    before = chinese.cost(shown)
    limit = _DEFAULTS.natural if right == "utf-8" else _DEFAULTS.natural_recoded
    for _ in range(_ROUNDS):
        cost = chinese.cost(piece.text)
        if cost <= limit * len(piece.text) and before - cost >= _DEFAULTS.commoner and _is_chinese(piece.text, right):
            return piece
        inner = [found for found in _pieces(piece.text, wrong, right) if len(found.text) < len(piece.text)]
        if len(inner) != 1 or (inner[0].start, inner[0].end) != (0, len(piece.text)):
            return None
        piece = _Piece(piece.start, piece.end, inner[0].text)
    return None


def _is_chinese(text: str, right: str) -> bool:
    """Whether a piece holds Chinese enough.  UTF-8 is never hit by chance, two bytes for a character are."""
    han = sum(map(is_han, text))
    return right == "utf-8" or (han >= _DEFAULTS.recoded_han and not rare_in(text))


def _pieces(run: str, wrong: str, right: str) -> list[_Piece]:
    """The longest pieces of a run that are whole in the right charset."""
    edges = [0]
    data = bytearray()
    pieces: list[_Piece] = []
    begin = 0
    for at, char in enumerate([*run, ""]):
        raw = _encoded(char, wrong) if char else None
        if raw is None:
            pieces += _whole(bytes(data), edges, begin, right)
            data, edges, begin = bytearray(), [0], at + 1
        else:
            data += raw
            edges.append(len(data))
    return pieces


def _whole(data: bytes, edges: list[int], begin: int, right: str) -> Iterator[_Piece]:
    if right != "utf-8":
        text = _strict(data, right)
        if text:
            yield _Piece(begin, begin + len(edges) - 1, text)
        return
    places = {edge: index for index, edge in enumerate(edges)}
    index = 0
    pending: _Piece | None = None
    while index < len(edges) - 1:
        start = edges[index]
        text = _prefix(data[start : start + _WINDOW])
        end = start + len(text.encode())
        while text and end not in places:
            end -= len(text[-1].encode())
            text = text[:-1]
        if not text:
            if pending:
                yield pending
            pending, index = None, index + 1
            continue
        joined = pending.text + text if pending else text
        pending = _Piece(pending.start if pending else begin + index, begin + places[end], joined)
        index = places[end]
    if pending:
        yield pending


def _prefix(data: bytes) -> str:
    """The valid UTF-8 that some bytes begin with."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start].decode()


def _strict(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return ""


@lru_cache(maxsize=65536)
def _encoded(char: str, charset: str) -> bytes | None:
    """The bytes of one character in a charset that it was decoded in by mistake, or nothing."""
    if char < "\x80":
        return char.encode()
    if charset == "western":
        return _western().get(char)
    if charset == "gbk":
        pair = encoded(char)
        return bytes([EURO]) if char == "€" else bytes(pair) if pair else None
    try:
        return char.encode("big5hkscs")
    except UnicodeEncodeError:
        return None


@cache
def _western() -> dict[str, bytes]:
    table = {chr(byte): bytes([byte]) for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        table[bytes([byte]).decode("cp1252", "ignore")] = bytes([byte])
    return table
