"""What a page carries beside its text: running titles, page numbers, notes at its foot."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from policydiff.patterns import lazy
from policydiff.read.layout.lines import Band, words
from policydiff.read.layout.options import DEFAULTS

__all__ = ["Framed", "frame"]

_DASHES = r"[-—–－―‐−·•~～_]{1,3}"
_SURE = lazy(
    rf"{_DASHES}(\d{{1,4}}){_DASHES}"
    r"|第(\d{1,4}|[一二三四五六七八九十百零〇]{1,6})[页頁][,，/]?(?:[（(]?共(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,6})[页頁][)）]?)?"
    r"|[Pp]age(\d{1,4})(?:(?:of|/)\d{1,4})?"
)
_LIKELY = lazy(rf"(?:[Pp]\.?|{_DASHES})?(\d{{1,4}})(?:/\d{{1,4}}|{_DASHES})?")
_DASH = lazy(_DASHES)
_DIGITS = lazy(r"\d{1,9}")
_HEADING = lazy(r"附[件录錄表]|第\d{1,4}[编編章节節条條]")
_WORD = lazy(r"[^\W\d_]")
_NOTE = lazy(r"[①-⑳⑴-⒇*＊※]|[\[［【〔]?\d{1,2}[\]］】〕]?(?:[\s\u3000]|[^\W\d.．、)）])|注[:：]")


@dataclass(frozen=True, slots=True)
class Framed:
    """A page's lines: what stands above the text, the text, the notes below it, what stands below all."""

    above: tuple[tuple[str, str], ...]
    body: tuple[Band, ...]
    notes: tuple[Band, ...]
    below: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near an edge of a page: how far it stands from that edge, and its text without white space."""

    page: int
    top: bool
    order: int
    place: float
    size: float
    text: str
    set_off: bool  # it, or a line further inside that is furniture with it, stands apart from the text

    @property
    def key(self) -> _Key:
        """What names it."""
        return self.page, self.top, self.order


_Key = tuple[int, bool, int]
_Kinds = dict[_Key, str]


def frame(pages: list[tuple[int, float, list[Band]]]) -> list[Framed]:
    """Tell furniture from text; a page is its number, its height, and its lines from top to bottom.

    A line is furniture if it is a page number, or if other pages carry the same line, but for a number that counts
    pages, at the same height; and if nothing but furniture stands between it and the edge of the page.
    """
    edges = [edge for page in pages for edge in _edges(*page)]
    kinds = _repeated(edges, len(pages)) | _numbers(edges)
    return [_framed(number, bands, kinds) for number, _, bands in pages]


def _edges(number: int, height: float, bands: list[Band]) -> list[_Edge]:
    reach = DEFAULTS.furniture_lines
    steps = [there.y - here.y for here, there in itertools.pairwise(bands)]
    far = DEFAULTS.set_off * median(steps) if steps else 0.0
    small = 0.9 * median(band.size for band in bands) if bands else 0.0
    found = []
    for top, near in ((True, bands[: reach + 1]), (False, bands[-reach - 1 :][::-1])):
        apart = max(
            (at for at, (out, inner) in enumerate(itertools.pairwise(near)) if abs(inner.y - out.y) > far), default=-1
        )
        for order, band in enumerate(near[:reach]):
            if band.row is not None:  # the head of a table may be alike on many pages
                break
            text = "".join(words(band.glyphs()).split())
            place = band.y if top else height - band.y
            found.append(_Edge(number, top, order, place, band.size or 1.0, text, order <= apart or band.size <= small))
    return found


def _numbers(edges: list[_Edge]) -> _Kinds:
    """The page numbers: those in a form of their own, and bare ones that count on from page to page.

    Dashes right above or below one belong to it, and so does a dash that stands at one side of it: — 1.
    """
    kinds = {edge.key: "page-number" for edge in edges if _SURE.fullmatch(edge.text)}
    likely = [(edge, match) for edge in edges if (match := _LIKELY.fullmatch(edge.text))]
    ahead = [(edge, (edge.top, int(match[1]) - edge.page)) for edge, match in likely]
    pages: dict[tuple[bool, int], set[int]] = defaultdict(set)
    for edge, count in ahead:
        pages[count].add(edge.page)
    kinds |= {edge.key: "page-number" for edge, count in ahead if len(pages[count]) >= 2}
    beside = {(page, top, order + step) for page, top, order in kinds for step in (-1, 1)}
    return kinds | {edge.key: "page-number" for edge in edges if edge.key in beside and _DASH.fullmatch(edge.text)}


def _repeated(edges: list[_Edge], pages: int) -> _Kinds:
    """The running titles."""
    alike: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if edge.set_off and (_WORD.search(edge.text) or _DASH.fullmatch(edge.text)) and not _HEADING.match(edge.text):
            for pattern in _patterns(edge):
                alike[edge.top, pattern].append(edge)
    kinds: _Kinds = {}
    needed = max(2, min(3, DEFAULTS.furniture_share * pages))
    for group in alike.values():
        for level in _levels(group):
            if len({edge.page for edge in level}) >= needed:
                kinds |= {edge.key: "page-header" if edge.top else "page-footer" for edge in level}
    return kinds


def _patterns(edge: _Edge) -> Iterable[str]:
    """The line as it is, and with each of its first numbers as what it is beyond the page's own."""
    yield edge.text
    for _, match in zip(range(3), _DIGITS.finditer(edge.text), strict=False):
        yield f"{edge.text[: match.start()]}<{int(match[0]) - edge.page}>{edge.text[match.end() :]}"


def _levels(group: list[_Edge]) -> Iterable[list[_Edge]]:
    """Lines of one text, by the height that they stand at."""
    level: list[_Edge] = []
    for edge in sorted(group, key=lambda edge: (edge.place, edge.page, edge.order)):
        if level and edge.place - level[0].place > 0.8 * edge.size:
            yield level
            level = []
        level.append(edge)
    yield level


def _framed(number: int, bands: list[Band], kinds: _Kinds) -> Framed:
    above = 0
    while above < len(bands) and (number, True, above) in kinds:
        above += 1
    below = 0
    while below < len(bands) - above and (number, False, below) in kinds:
        below += 1
    body = bands[above : len(bands) - below]
    notes = _notes(body)
    return Framed(
        tuple((words(band.glyphs()), kinds[number, True, at]) for at, band in enumerate(bands[:above])),
        tuple(body[: len(body) - notes]),
        tuple(body[len(body) - notes :]),
        tuple((words(bands[-1 - at].glyphs()), kinds[number, False, at]) for at in reversed(range(below))),
    )


def _notes(body: list[Band]) -> int:
    """How many lines at the foot of a page are notes: smaller than all text above them, and begun by a mark."""
    if len(body) < 2:
        return 0
    sizes: Counter[float] = Counter()
    for band in body:
        sizes[round(band.size, 1)] += len(band.glyphs())
    usual = max(sizes, key=lambda size: (sizes[size], size))
    first = len(body)
    while first and body[first - 1].size <= 0.9 * usual:
        first -= 1
    while first < len(body) and not _NOTE.match(words(body[first].glyphs())):
        first += 1
    return len(body) - first if first else 0
