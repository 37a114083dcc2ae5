"""Wordings replaced throughout a text: told once, not in every row.

A global replacement is what a person would name in one sentence: "股东大会" became "股东会".  It stands in several
articles, and nearly everywhere the old wording stood it is gone: 依照 → 按照 is none where 依照法律 stays, and
依照公司章程 → 按照公司章程 is one.  Numbers and references are no wordings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policydiff.compare.groups import Group
from policydiff.compare.options import CompareOptions
from policydiff.compare.replacing.occurrences import Finder
from policydiff.compare.replacing.wordings import wordings
from policydiff.compare.sides import Side
from policydiff.model import ClauseChange

__all__ = ["Replacement", "replacements"]

_NEARLY = 0.9
"""Words that stand beside a wording in this share of its articles are part of its name."""
_MOSTLY = 0.8
"""... and in this share, if that tells the places that changed from those that did not."""
_JOINED = frozenset("、和或及与")
_TRIED = 1500
"""As many ways to name a difference are looked into, the commonest first: no text has more replacements than these."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A wording, what stands in its place, and in how many old articles.

    `share` is the share of its places that gave way to the new one, `gone` of those where it stands no more.
    """

    old: str
    new: str
    articles: int
    share: float
    gone: float


@dataclass(frozen=True, slots=True)
class _Pair:
    """The old articles of a group, and the new ones as one text."""

    old: tuple[str, ...]
    new: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    old: str
    new: str
    seen: int
    exchange: bool


def replacements(
    groups: Sequence[Group], rows: Sequence[Sequence[ClauseChange]], old: Side, new: Side, options: CompareOptions
) -> tuple[Replacement, ...]:
    """Each replacement found in enough articles and kept to, the commonest first."""
    if old.excerpt or new.excerpt:
        return ()
    pairs = _pairs(groups, old, new)
    tried = [
        candidate
        for candidate in _candidates(rows, old, new)
        if candidate.exchange or candidate.seen >= options.replacement_articles / 2
    ]
    finder = Finder({wording for candidate in tried for wording in (candidate.old, candidate.new)})
    found: list[Replacement] = []
    for floor in (options.replacement_share, options.replacement_rest):
        found += _kept_to(tried, _counts(finder, pairs), found, floor, options)
        pairs = tuple(_without(pair, found) for pair in pairs)
    return tuple(sorted(found, key=lambda one: (-one.articles, one.old, one.new)))


def _pairs(groups: Sequence[Group], old: Side, new: Side) -> tuple[_Pair, ...]:
    """The linked articles; those that stayed word for word, where nothing gave way, are read as one."""
    linked = [
        _Pair(tuple(map(old.text, group.old)), "\n".join(map(new.text, group.new)))
        for group in groups
        if group.old and group.new
    ]
    kept = "\n".join(pair.new for pair in linked if pair.old == (pair.new,))
    return (*(pair for pair in linked if pair.old != (pair.new,)), _Pair((kept,), kept))


def _candidates(rows: Sequence[Sequence[ClauseChange]], old: Side, new: Side) -> tuple[_Candidate, ...]:
    """Each way to name a difference, with the number of groups it was seen in, the commonest first.

    One seen once may still be told of sentences that are written anew; but not if it takes in words from both sides.
    """
    seen: Counter[tuple[str, str]] = Counter()
    bare: set[tuple[str, str]] = set()
    exchanged: set[tuple[str, str]] = set()
    for clauses in rows:
        here: set[tuple[str, str]] = set()
        for before, after in _differing(clauses, old, new):
            for named in wordings(before, after):
                pair = named.old, named.new
                here.add(pair)
                if named.around <= 1:
                    bare.add(pair)
                if named.exchange:
                    exchanged.add(pair)
        seen.update(here)
    often = [pair for pair, count in seen.items() if count > 1 or pair in bare]
    often.sort(key=lambda pair: (-seen[pair], -len(pair[0]), pair))
    return tuple(_Candidate(*pair, seen[pair], pair in exchanged) for pair in often[:_TRIED])


def _differing(
    clauses: Sequence[ClauseChange], old: Side, new: Side
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The sentences that changed, as words, with their partners; those written anew are set against each other
    together."""
    for row in clauses:
        if row.old and row.new and any(op.kind != "equal" for op in row.ops):
            yield old.words(old.text(row.old)), new.words(new.text(row.new))
    gone = [row.old for row in clauses if row.old and not row.new]
    come = [row.new for row in clauses if row.new and not row.old]
    if gone and come:
        yield old.words_of(gone), new.words_of(come)


def _kept_to(
    tried: Sequence[_Candidate],
    texts: _Counts,
    known: Sequence[Replacement],
    floor: float,
    options: CompareOptions,
) -> list[Replacement]:
    """The replacements that are kept to nearly everywhere, each named once."""
    good: list[tuple[Replacement, int]] = []
    for candidate in tried:
        places = texts.old.get(candidate.old, {})
        if sum(places.values()) < options.replacement_articles or candidate.new not in texts.new:
            continue
        one = _counted(candidate.old, candidate.new, texts)
        enough = candidate.exchange or candidate.seen >= one.articles / 2
        kept_to = one.share >= floor or candidate.seen >= options.replacement_seen
        if enough and one.articles >= options.replacement_articles and kept_to:
            good.append((one, sum(texts.new[one.new].values())))
    good.sort(key=lambda g: (-g[0].articles, -len(g[0].old), -g[1], len(g[0].new), g[0].old, g[0].new))
    ranked = [one for one, _ in good]
    found: list[Replacement] = []
    for one in ranked:
        if any(_says_the_same(one, other) for other in (*known, *found)):
            continue
        full = _in_full(one, ranked)
        if not any(_says_the_same(full, other) for other in (*known, *found)):
            found.append(full)
    return found


def _in_full(one: Replacement, ranked: Sequence[Replacement]) -> Replacement:
    """A wording with the words that always stand beside it.

    中国境内 → 中华人民共和国境内 rather than 中国 → 中华人民共和国, where 中国法人 stays; 县级以上地方各级人民政府
    rather than 地方各级人民政府, where nearly all are at or above that level.
    """
    always = [other for other in ranked if _widens(other, one) and other.articles >= _NEARLY * one.articles]
    if always:
        return max(always, key=lambda other: (len(other.old), other.articles, other.old))
    truer = [
        other
        for other in ranked
        if _widens(other, one)
        and other.share > one.share
        and other.articles >= _MOSTLY * one.articles
        and not set(other.old.replace(one.old, "")) & _JOINED
    ]
    return max(truer, key=lambda other: (other.articles, other.share, other.old), default=one)


def _widens(other: Replacement, one: Replacement) -> bool:
    return one.old in other.old and one.new in other.new and other.share >= one.share and other.old != one.old


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each wording stands in each old article, and in the old and the new text of each pair."""

    articles: Mapping[str, Mapping[int, int]]
    old: Mapping[str, Mapping[int, int]]
    new: Mapping[str, Mapping[int, int]]
    pair_of: Sequence[int]


def _counts(finder: Finder, pairs: Sequence[_Pair]) -> _Counts:
    pair_of = [number for number, pair in enumerate(pairs) for _ in pair.old]
    articles = finder.places([text for pair in pairs for text in pair.old])
    old: dict[str, Counter[int]] = {}
    for wording, places in articles.items():
        held = old[wording] = Counter()
        for article, times in places.items():
            held[pair_of[article]] += times
    return _Counts(articles, old, finder.places([pair.new for pair in pairs]), pair_of)


def _counted(a: str, b: str, texts: _Counts) -> Replacement:
    """In how many old articles `a` gave way to `b`, and what share of its places gave way."""
    stood = gave = left = 0
    kept_in, came, were = _alone(a, b, texts.new), _alone(b, a, texts.new), _alone(b, a, texts.old)
    gave_way: set[int] = set()
    for pair, held in _alone(a, b, texts.old).items():
        if held <= 0:
            continue
        kept = max(kept_in.get(pair, 0), 0)
        stood += held
        left += min(kept, held)
        if kept < held and came.get(pair, 0) > were.get(pair, 0):
            gave += held - kept
            gave_way.add(pair)
    held_in = _alone(a, b, texts.articles) if gave_way else {}
    articles = sum(times > 0 and texts.pair_of[article] in gave_way for article, times in held_in.items())
    return Replacement(a, b, articles, gave / stood, 1 - left / stood) if stood else Replacement(a, b, 0, 0.0, 0.0)


def _alone(wording: str, other: str, found: Mapping[str, Mapping[int, int]]) -> Mapping[int, int]:
    """How often a wording stands in each text by itself, not as a part of the other one."""
    places = found.get(wording, {})
    if wording not in other or other not in found:
        return places
    inside, within = other.count(wording), found[other]
    return {number: times - inside * within.get(number, 0) for number, times in places.items()}


def _says_the_same(one: Replacement, other: Replacement) -> bool:
    """Whether a replacement is another one with more, or fewer, words around it, or a rival reading of it."""
    if one.old == other.old:
        return True
    if other.new == one.new and (one.old in other.old or other.old in one.old):
        return True
    wider = other.old in one.old and other.new in one.new
    return wider or (one.old in other.old and one.new in other.new)


def _without(pair: _Pair, found: Sequence[Replacement]) -> _Pair:
    """A pair without what is explained already: 其登记的民政部门 says nothing of whether 民政部门 is kept."""
    texts, new = list(pair.old), pair.new
    for number, one in enumerate(found):
        mark = chr(0xE100 + number)
        texts = [text.replace(one.old, mark) for text in texts]
        new = new.replace(one.new, mark)
    return _Pair(tuple(texts), new)
