"""Lines of a clean text and the numbers they start with.

A clean text has one paragraph a line, so a provision's number stands at the head of one.  Not every number there
starts a provision: a 第十条 that goes on as a reference (第十条规定的…), that the line above leads to
(依照《公司法》⏎第十条…), or that an amendment quotes (修改为：⏎“第十条 …⏎第十一条 …”) starts nothing.  A topic in
brackets may stand before an article's number as well as behind it: 【适用范围】第二条 …, 第二条【适用范围】….  A number
in round brackets or with a 、 behind it (（第一条）…, 第一条、…) is as often a reference: it counts where others count
on.  Where the breaks of a text are lost, a line is cut where its provisions start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policydiff.model import Level, Place, Span
from policydiff.patterns import lazy
from policydiff.segment.marks import mark
from policydiff.segment.ornaments import ornament, words
from policydiff.segment.run_on import starts_in_line

__all__ = ["Line", "Marker", "lines"]

_REFERS = lazy(r"(?:依照|按照|根据|依据|违反|适用|参照|符合|执行|本法|本条例|本办法|本规定|[》，,、和及与或])$")
_ENDED = lazy(r"[。；;！？!?：:”’）)]$")
_AMENDS = lazy(r"(?:修改|增加|改|调整|表述|规定|作为|如下)[^。“”]{0,40}[：:]\s*$")
_QUOTE_ENDS = lazy(r"”[。；;，,）)]*$")
_TOPIC_FIRST = lazy(
    r"[ \t\u3000]*[【\[［〔（(](?![零一二三四五六七八九十百\d]+[）)])"
    r"(?P<topic>[^【】\[\]［］〔〕（）()《》“”，。；：\n]{2,20})[】\]］〕）)]"
    r"[ \t\u3000]*(?=第)"
)
_BREAK = lazy("\n")
_LONG = 20  # a line of so many characters that ends without a mark breaks off in mid sentence; a heading is shorter


@dataclass(frozen=True, slots=True)
class Marker:
    """The number a line starts with, where its label begins and ends, and the topic in brackets before it."""

    place: Place
    start: int
    end: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `span` holds its line break, `text` does not; `words` are its text without Markdown around it."""

    span: Span
    text: str
    words: str
    marker: Marker | None

    @property
    def body(self) -> str:
        """What follows the number, or the whole line where there is none."""
        if self.marker is None:
            return self.words
        behind = self.text[self.marker.end - self.span.start :].strip()
        return behind[:-2].strip() if behind.endswith("**") and behind.count("**") == 1 else behind


def lines(text: str) -> Iterator[Line]:
    """Cut a text at its line breaks and read the number each line starts with."""
    rows = list(_cut(text, ()))
    inside = starts_in_line(text, sum(row.marker is not None for row in rows))
    if inside:
        rows = list(_cut(text, inside))
    loose = _unsupported(rows)
    quoted = _quoted(rows)
    above, last = "", 0  # the line above, where it is no heading of a chapter, and the last 条
    for i, row in enumerate(rows):
        place = row.marker.place if row.marker else None
        if i in quoted or i in loose or (place and place.level is Level.ARTICLE and _is_reference(above, place, last)):
            yield replace(row, marker=None)
        else:
            yield row
            last = place.number if place and place.level is Level.ARTICLE else last
        if row.words:
            above = "" if place and place.level < Level.ARTICLE else row.words


def _cut(text: str, inside: Sequence[int]) -> Iterator[Line]:
    """The lines of a text, cut at its line breaks and at some places inside them."""
    breaks = (found.end() for found in _BREAK.finditer(text))
    for start, end in pairwise(sorted({0, *breaks, *inside, len(text)})):
        raw = text[start:end].removesuffix("\n")
        yield Line(Span(start, end), raw, words(raw), _marker(raw, start))


def _marker(raw: str, at: int) -> Marker | None:
    start = ornament(raw)
    start += len(raw[start:]) - len(raw[start:].lstrip())
    found = mark(raw, start)
    if found is None and raw.startswith("**", start):
        start += 2
        found = mark(raw, start)
    if found:
        return Marker(found[0], at + start, at + found[1])
    topic = _TOPIC_FIRST.match(raw)
    found = mark(raw, topic.end()) if topic else None
    if topic and found and found[0].level is Level.ARTICLE:
        return Marker(found[0], at + topic.end(), at + found[1], topic["topic"].strip())
    return None


def _unsupported(rows: Sequence[Line]) -> set[int]:
    """The lines whose number may be a reference, （第三条）… or 第三条、…, where no 条 beside it counts on."""
    articles = [
        (i, row.marker.place.number, row.text[row.marker.start - row.span.start : row.marker.end - row.span.start])
        for i, row in enumerate(rows)
        if row.marker and row.marker.place.level is Level.ARTICLE
    ]
    numbers = [number for _, number, _ in articles]
    return {
        i
        for k, (i, number, label) in enumerate(articles)
        if label.startswith(("（", "(")) or label.endswith("、")
        if not (k and numbers[k - 1] in (number - 1, number)) and numbers[k + 1 : k + 2] != [number + 1]
    }


def _is_reference(above: str, place: Place, last: int) -> bool:
    """Whether the line above breaks off before a 条: it ends in what leads to one, or in mid sentence out of turn."""
    if place.number == last + 1 == 1:
        return False
    if _REFERS.search(above[-8:]):
        return True
    broken = len(above) > _LONG and not _ENDED.search(above[-2:])
    return broken and ("，" in above or "," in above) and place.number not in (last, last + 1)


def _quoted(rows: Sequence[Line]) -> set[int]:
    """The lines that an amendment quotes: 修改为： and then “…, down to the line that closes the quotation.

    Each paragraph of a quotation opens with “ and only the last closes it.  One that never closes quotes nothing.
    """
    found: set[int] = set()
    opened: int | None = None
    for i, row in enumerate(rows):
        said = row.words
        if opened is None:
            above = rows[i - 1].words[-80:] if i else ""
            if said.startswith("“") and _AMENDS.search(above):
                opened = i
            elif (quote := said.rfind("“")) > said.rfind("”") and _AMENDS.search(said[max(0, quote - 80) : quote]):
                opened = i + 1
                continue
        if opened is not None and _closes(said):
            found.update(range(opened, i + 1))
            opened = None
    return found


def _closes(words: str) -> bool:
    """Whether a line closes a quotation that an earlier one opened; one that quotes a word of its own does not."""
    return bool(_QUOTE_ENDS.search(words[-6:])) and (words.startswith("“") or words.count("”") > words.count("“"))
