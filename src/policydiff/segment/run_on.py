"""A text pasted into one line: 某市养护办法 为了养护…制定本办法。第一条 …。第二条 …。第三条 ….

Where line breaks are lost, a 条 starts where its number follows the one before it and stands behind the end of a
sentence or a blank.  A cited 第五条 does not count on, and 第二条规定的 refers.  Three numbers in a row make a text;
a text whose lines start with numbers has kept its breaks and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Level, Place
from policydiff.patterns import lazy
from policydiff.segment.kinds import INSTRUMENT
from policydiff.segment.marks import mark

__all__ = ["starts_in_line"]

_NUMBER = lazy("第")
_BOUNDARY = "。；;！？!?：:”’）)】\\] \t\u3000\n"
_TELLS = lazy(r"[ \t　]?(?:明确了?|提出|指出|规定|强调|要求|主要|则|是)")
_BROKEN = lazy("[。；;！？!?：:，,\n]")
_HEADING = 40  # characters of a chapter's number and heading: 第二章 登记与流通
_FEWEST = 3
_FAILED = 3  # that many numbers inside lines for one at the head of a line: the breaks are lost
_OPENING = lazy(
    rf"(?P<title>[^。；;！？!?：:\n]{{4,80}}?(?:{INSTRUMENT})(?:[（(【\[［〔][^（()）【】\d]{{2,30}}[）)】\]］〕])?)"
    r"[ \t　]*(?=(?:为了?|根据|按照|依据|依照|遵照|贯彻)[^。\n]{2,300}。|[（(]\d{4}年)"
)


def starts_in_line(text: str, numbered: int) -> tuple[int, ...]:
    """Where provisions, and the chapters over them, start inside the lines of a text, with the words before the first.

    `numbered` is how many lines start with a number.

    >>> text = "某市养护办法 为了养护，制定本办法。第一条 甲。第二条 依照第五条办理。第三条 乙。"
    >>> [text[at : at + 3] for at in starts_in_line(text, 0)]
    ['为了养', '第一条', '第二条', '第三条']
    """
    if numbered * _FAILED > text.count("第"):
        return ()
    chain: list[int] = []
    last: Place | None = None
    for place, at in _candidates(text):
        if place.number == 1 and not place.branch and len(chain) < _FEWEST:
            chain, last = [at], place
        elif last and _counts_on(last, place):
            chain.append(at)
            last = place
    if len(chain) < _FEWEST or numbered * _FAILED > len(chain):
        return ()
    return tuple(sorted({*_opening(text, chain[0]), *chain, *(at for start in chain for at in _headings(text, start))}))


def _candidates(text: str) -> Iterator[tuple[Place, int]]:
    """The numbers of 条 that stand where one can start: behind a sentence's end, a blank or a chapter's heading."""
    heading = -_HEADING
    for found in _NUMBER.finditer(text):
        at = found.start()
        behind_heading = at - heading < _HEADING and not _BROKEN.search(text, heading, at)
        if not (at == 0 or text[at - 1] in _BOUNDARY or behind_heading):
            continue
        read = mark(text, at)
        if read is None:
            continue
        if read[0].level in (Level.PART, Level.CHAPTER, Level.SECTION):
            heading = at
        elif read[0].level is Level.ARTICLE and not _TELLS.match(text, read[1]):
            yield read[0], at


def _counts_on(last: Place, place: Place) -> bool:
    if place.number == last.number:
        return place.branch == ((last.branch[0] if last.branch else 0) + 1,)
    return place.number == last.number + 1 and not place.branch


def _headings(text: str, start: int) -> Iterator[int]:
    """The chapters whose headings stand between the last sentence and a 条."""
    since = max(0, start - 2 * _HEADING)
    breaks = [match.end() for match in _BROKEN.finditer(text, since, start)]
    for found in _NUMBER.finditer(text, breaks[-1] if breaks else since, start):
        read = mark(text, found.start())
        if read and read[0].level in (Level.PART, Level.CHAPTER, Level.SECTION):
            yield found.start()


def _opening(text: str, first: int) -> Iterator[int]:
    """Where the words behind the title start, in the line of the first 条."""
    line = text.rfind("\n", 0, first) + 1
    title = _OPENING.match(text, line, first)
    if title:
        yield title.end()
