"""GBK read one byte late: repaired where the bytes or the words leave one reading."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from policydiff.clean.mojibake.gbk import MARKS, ORPHANS, View, corrupt
from policydiff.clean.mojibake.language import Language, is_han, is_stray, language, rare_in
from policydiff.clean.mojibake.lattice import Effort, Reading, Stretch, readings
from policydiff.clean.mojibake.options import MojibakeOptions
from policydiff.clean.mojibake.stretches import doubtful_stretches, rare_places
from policydiff.fold import fold
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["Shifts", "find_shifts"]

# a letter or sign that stands alone among Chinese characters; capitals do in 甲A级 and A股
_SIGN = lazy(r"[@\[-`a-z{-~](?=[^\x00-\u2e7f])")
_FOREIGN = lazy("[\u0370-\u04ff]{3}|[\u3041-\u312f]{3}")  # three in a row are a foreign word: ひらがな
_GREEK = frozenset("αβγδεζηθικλμνξπρστυφχψωΩΔΣ")  # one alone is a sign, as in α-干扰素
_LONGER_THAN_NAMES = 5
_LONE_LETTER = lazy(r"[@-~](?=[^\x00-\u2e7f])")
_DEFAULTS = MojibakeOptions()


@dataclass(frozen=True, slots=True)
class Shifts:
    """The repairs of a text, and the stretches that are spoiled and have none."""

    edits: tuple[Edit, ...] = ()
    damaged: tuple[Span, ...] = ()


def find_shifts(text: str, options: MojibakeOptions = _DEFAULTS) -> Shifts:
    """Look at every stretch that may be read one byte late.

    >>> [(edit.replacement, edit.note) for edit in find_shifts("推動全市產業規?；冗M發展。").edits]
    [('模化先進', 'inferred')]
    """
    return _find_shifts(text, options)


@lru_cache(maxsize=4)  # cleaning looks at a text again when it has settled, and then for the damage
def _find_shifts(text: str, options: MojibakeOptions) -> Shifts:
    doubtful = doubtful_stretches(text, rare_places(text), options)
    stretches = list(islice(doubtful, options.stretches))
    if not stretches:
        return Shifts()
    chinese = language()
    traditional = chinese.is_traditional(text)
    effort = Effort(options.effort)
    edits: list[Edit] = []
    damaged: list[Span] = []
    behind = 0
    for found in stretches:
        if found.start < behind:
            continue
        stretch = replace(found, traditional=traditional)
        repair = _repair(text, stretch, chinese, options, effort)
        if isinstance(repair, Edit):
            edits.append(repair)
            behind = repair.span.end
        elif repair or _is_strange(text, stretch, chinese, options):
            damaged.append(Span(stretch.start, _end(text, stretch, options)))
            behind = damaged[-1].end
    return Shifts(tuple(edits), tuple(damaged))


def _repair(text: str, stretch: Stretch, chinese: Language, options: MojibakeOptions, effort: Effort) -> Edit | bool:
    """The repair of a stretch; where there is none, whether other readings are likelier than what the page says."""
    if _end(text, stretch, options) - stretch.mark > options.longest_reading + 1:
        return False
    found = readings(text, stretch, chinese, options, effort, options.gaps)
    found = [reading for reading in found if _gives_the_page(text, stretch, reading)]
    found = [reading for reading in found if reading.spelled] or found  # any other would tear the syllable
    if not found or not _is_better(text, stretch, found[0], chinese, options):
        return False
    best, *rivals = found
    if _has_strays(text, stretch, best, chinese, options):
        return False
    lead = _lead([best, *(other for other in rivals if not _has_strays(text, stretch, other, chinese, options))])
    if lead >= options.certain and not best.gaps and not best.lost:
        return Edit(Span(stretch.start, best.end), best.text)
    if lead >= (options.stands_out_lost if best.lost else options.stands_out):
        return Edit(Span(stretch.start, best.end), best.text, "inferred")
    return True


def _has_strays(text: str, stretch: Stretch, reading: Reading, chinese: Language, options: MojibakeOptions) -> bool:
    """Whether a reading leaves a character that belongs to no word."""
    until = len(stretch.before) + len(reading.text)
    behind = text[reading.end : reading.end + options.context]
    usual = chinese.strays(stretch.before, len(stretch.before))
    return chinese.strays(stretch.before + reading.text + behind, until) > usual


def _lead(found: list[Reading]) -> float:
    """How much likelier the first reading is than all others together."""
    best = found[0]
    rivals = [other.cost for other in found[1:] if (other.text, other.end) != (best.text, best.end)]
    together = sum(math.exp(best.cost - cost) for cost in rivals)
    return -math.log(together) if together else math.inf


def _is_better(text: str, stretch: Stretch, best: Reading, chinese: Language, options: MojibakeOptions) -> bool:
    """Whether a reading is Chinese, and by far likelier than what the page says."""
    end = min(len(text), best.end + options.context)
    shown = stretch.before + text[stretch.start : end]
    truth = stretch.before + best.text + text[best.end : end]
    cost = chinese.cost(truth)
    return chinese.cost(shown) - cost >= options.commoner and cost <= options.natural * len(truth)


def _gives_the_page(text: str, stretch: Stretch, reading: Reading) -> bool:
    """Whether the true text, spoiled again, is what the page shows."""
    shown = fold(text[stretch.start : reading.end])
    orphan = text[stretch.start] if stretch.shown else ""
    behind = text[reading.end : reading.end + 1]
    for swallow in (False, True):
        for hole in ("", orphan) if orphan else ("",):
            if fold(corrupt(reading.text + behind, View(orphan, swallow, hole))) in (shown + fold(behind), shown):
                return True
    return False


def _end(text: str, stretch: Stretch, options: MojibakeOptions) -> int:
    """Where a stretch ends that cannot be read: at the next mark, or where ASCII sets things right."""
    for at in range(stretch.mark + 1, min(len(text), stretch.mark + options.longest_run)):
        if text[at] in MARKS or text[at] < "\x7f":
            return at
    return min(len(text), stretch.mark + options.longest_run)


def _is_strange(text: str, stretch: Stretch, chinese: Language, options: MojibakeOptions) -> bool:
    """Whether a stretch is no Chinese as it stands."""
    end = _end(text, stretch, options)
    words = text[stretch.mark + 1 : end].strip(ORPHANS)
    rare = rare_in(words)
    strange = sum(char in rare for char in words)
    stray = 0 if words in _GREEK else sum(map(is_stray, words))
    if stretch.shown:
        behind = text[stretch.mark + 1 : stretch.mark + 2]
        lone = _LONE_LETTER.match(text, stretch.mark + 1)
        orphan = text[stretch.start]
        return strange > 0 or orphan == "\ufffd" or (not words and behind == orphan) or lone is not None
    if not words or _FOREIGN.search(words):
        return False
    cost = chinese.cost(words)
    if _SIGN.match(text, end) and is_han(text[end - 1]):
        return cost + chinese.single(text[end]) > options.natural * (len(words) + 1)
    longest = max(map(len, words.split("、")))
    dense = strange >= 2 and longest >= _LONGER_THAN_NAMES and strange >= options.odd_share * len(words)
    return (dense or 0 < stray < max(2, len(words))) and cost > options.natural * len(words)
