"""Where on a web page its text stands: the lines that only a document has, and the title above them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from policydiff.clean.controls import is_control, is_floor_mark, is_furniture, is_site_prose
from policydiff.clean.credits import is_caption
from policydiff.clean.features import CHROME_LANDMARKS, Features, features, is_attachment
from policydiff.clean.listed import is_provision_number
from policydiff.clean.page import NUMBERED, SENTENCE_END, Page, han_count, is_prose
from policydiff.clean.titles import exact_title, find_title, first_instrument
from policydiff.patterns import lazy

__all__ = ["PROVISION", "Anchored", "find_anchors", "is_mark"]

PROVISION = lazy(r"第[一二三四五六七八九十百千零〇\d]{1,7}[编編章节節条條]|[(（]?[一二三四五六七八九十]{1,3}[、)）．.]")
"""The number of a provision as only documents have it; 1. may be the rank of a headline."""

_SHORT_SENTENCE = 6
_FEW = 2


@dataclass(frozen=True, slots=True)
class Anchored:
    """The anchors of a page, which are its prose and its numbered lines, and its title.

    `levels` and `containers` are where in the markup the anchors stand: other lines of the text stand there, too.
    """

    anchors: tuple[int, ...]
    title: range
    levels: frozenset[tuple[str, int]]
    containers: frozenset[int]

    def shares(self, at: Features) -> bool:
        """Whether a line stands in an element that holds text, or on the level of one."""
        return at.level in self.levels or at.container in self.containers


def find_anchors(page: Page) -> Anchored | None:
    """Where the text of a page stands; nothing where the page has none."""
    return page.once(_find_anchors)


def _find_anchors(page: Page) -> Anchored | None:
    around = features(page)
    anchors = [i for i in range(len(page.lines)) if _is_anchor(page, around[i], i)]
    sure = exact_title(page, around)
    if sure is None and not anchors:
        sure = first_instrument(page, around)
    if sure is not None and sum(i > sure for i in anchors) < _FEW:
        # the shortest notices have no sentence of a dozen characters; their pages name them
        short = [i for i in range(sure + 1, len(page.lines)) if _is_sentence(page, around[i], i)]
        anchors = sorted({*anchors, *short})
        anchors = [i for i in anchors if i > sure] or anchors
    if not anchors:
        return None
    title = find_title(page, around, anchors)
    anchors = [i for i in anchors if i >= title.start] if title else anchors
    return _anchored(_without_trailers(page, around, anchors), title, around)


def _anchored(anchors: list[int], title: range, around: tuple[Features, ...]) -> Anchored:
    inside = [around[i] for i in anchors]
    return Anchored(
        tuple(anchors),
        title,
        frozenset(each.level for each in inside),
        frozenset(each.container for each in inside if each.container),
    )


def _is_anchor(page: Page, at: Features, index: int) -> bool:
    key = page.lines[index].key
    return (
        not at.linked
        and at.landmark not in CHROME_LANDMARKS
        and (
            is_prose(key)
            or is_provision_number(key)
            or (bool(NUMBERED.match(key)) and han_count(key) > 1 and at.cells < 2 and not is_control(key))
        )
        and not is_furniture(key)
        and not is_site_prose(key)
        and not is_floor_mark(key)
        and not is_caption(key)
    )


def _is_sentence(page: Page, at: Features, index: int) -> bool:
    key = page.lines[index].key
    ends = bool(SENTENCE_END.search(key)) and han_count(key) >= _SHORT_SENTENCE
    return ends and not is_mark(page, at, index)


def _without_trailers(page: Page, around: tuple[Features, ...], anchors: list[int]) -> list[int]:
    """The anchors without what a page has below its text: comments, teasers, words about the site.

    What follows a control of the page and stands on another level of the markup than the text does is none of it, as
    long as it is the smaller part and holds no provision.
    """
    lines = range(len(page.lines))
    marks = [is_mark(page, around[i], i) for i in lines]
    weights = [0, *accumulate(0 if marks[i] else han_count(page.lines[i].key) for i in lines)]
    latest = [-1, *accumulate((i if marks[i] else -1 for i in lines), max)]  # the last mark above each line
    last = {around[i].level: i for i in anchors}
    provision = max((i for i in anchors if PROVISION.match(page.lines[i].key)), default=-1)
    known: set[tuple[str, int]] = set()
    reach = provision
    for above, here in pairwise(anchors):
        known.add(around[above].level)
        reach = max(reach, last[around[above].level])
        if around[here].level in known or latest[here] < above or reach >= here:
            continue
        if weights[-1] - weights[latest[here] + 1] < weights[above + 1] - weights[anchors[0]]:
            return [i for i in anchors if i < here]
    return anchors


def is_mark(page: Page, at: Features, index: int) -> bool:
    """Whether a line belongs to the page and not to its text."""
    key = page.lines[index].key
    return (
        (at.linked and not is_attachment(key))
        or at.landmark in CHROME_LANDMARKS
        or is_furniture(key)
        or is_control(key)
        or is_site_prose(key)
        or is_floor_mark(key)
    )
