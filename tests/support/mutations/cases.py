"""Pairs of drafts, the second made of the first by one kind of change or by all, and the truth about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from support.mutations import changing
from support.mutations.drafting import Drafter, drafted
from support.mutations.parts import Article, Draft, Figure
from support.mutations.wording import refigured, reworded, with_noise, with_typos

__all__ = ["KINDS", "STRENGTHS", "Case", "case", "thinned_case", "unrelated_case"]

STRENGTHS = ("light", "medium", "heavy")
_BODY = (0.06, 0.18, 0.4)
"""The share of articles moved, split, merged, taken out or put in."""
_WORDS = (0.15, 0.4, 0.8)
"""The share of articles whose words or figures change."""
_SLIPS = (0.003, 0.015, 0.04)
_KEPT = (0.7, 0.5, 0.3)
"""The share of a text that its first, short version had."""

Change = Callable[[Draft, Drafter, int], Draft]


@dataclass(frozen=True, slots=True)
class Case:
    """Two drafts of one instrument."""

    old: Draft
    new: Draft

    def links(self) -> frozenset[tuple[str, str]]:
        """The truth: which old article became which new one, by their numbers as written."""
        old, new = self.old.labels(), self.new.labels()
        articles = self.new.articles()
        return frozenset((old[origin], new[one.key]) for one in articles for origin in one.origins if origin in old)

    def figures(self) -> dict[int, tuple[Figure, Figure]]:
        """The figures that stand in both texts, as they were and as they are."""
        old, new = ({f.key: f for one in draft.articles() for f in one.figures()} for draft in (self.old, self.new))
        return {key: (old[key], new[key]) for key in old if key in new}


def _on_articles(change: Callable[[Article, Drafter, int], Article], shares: tuple[float, ...] = _WORDS) -> Change:
    """A change inside articles, made to a share of them."""

    def made(draft: Draft, hand: Drafter, level: int) -> Draft:
        keys = changing.chosen(draft, hand, shares[level])
        return changing.each(draft, keys, lambda one: change(one, hand, level))

    return made


def _on_body(change: Callable[[Draft, Drafter, float], Draft]) -> Change:
    return lambda draft, hand, level: change(draft, hand, _BODY[level])


def _then(*changes: Change) -> Change:
    """One change after another."""

    def made(draft: Draft, hand: Drafter, level: int) -> Draft:
        for change in changes:
            draft = change(draft, hand, level)
        return draft

    return made


def _amounts(article: Article, hand: Drafter, level: int) -> Article:
    return refigured(article, hand, (0.3, 0.6, 1.0)[level])


def _noise(draft: Draft, hand: Drafter, level: int) -> Draft:
    rate = _SLIPS[level]
    style = replace(
        draft.style, gap=" ", blank_lines=level > 0, figure_gap=" " if level > 0 else "", wide_digits=level > 1
    )
    noisy = changing.each(draft, [one.key for one in draft.articles()], lambda one: with_noise(one, hand, rate))
    return replace(noisy, style=style)


def _typos(draft: Draft, hand: Drafter, level: int) -> Draft:
    keys = [one.key for one in draft.articles()]
    return changing.each(draft, keys, lambda one: with_typos(one, hand, _SLIPS[level]))


def _retitle(draft: Draft, hand: Drafter, level: int) -> Draft:
    return _WORDING(changing.retitled(draft, hand, _WORDS[level]), hand, level)


def _revision(draft: Draft, hand: Drafter, level: int) -> Draft:
    """Everything at once, as a revision does it, each change to fewer articles."""
    share = _BODY[level] / 3
    for change in (changing.deleted, changing.split, changing.merged, changing.inserted, changing.imitated):
        draft = change(draft, hand, share)
    draft = changing.reused(changing.moved(draft, hand, share), hand, share)
    return _AMOUNTS(_WORDING(draft, hand, level), hand, level)


_WORDING = _on_articles(reworded)
_AMOUNTS = _on_articles(_amounts)

KINDS: dict[str, Change] = {
    "renumber": _on_body(changing.renumbered),
    "move": _on_body(changing.moved),
    "move and edit": _then(_WORDING, _on_body(changing.moved)),
    "split": _on_body(changing.split),
    "split and edit": _then(_on_body(changing.split), _WORDING),
    "merge": _on_body(changing.merged),
    "merge and edit": _then(_on_body(changing.merged), _WORDING),
    "delete": _then(_WORDING, _on_body(changing.deleted)),
    "insert": _then(_WORDING, _on_body(changing.inserted)),
    "imitate": _on_body(changing.imitated),
    "retitle": _retitle,
    "edit words": _WORDING,
    "edit amounts": _AMOUNTS,
    "typos": _typos,
    "noise": _noise,
    "reorganise": _then(_WORDING, _on_body(changing.reorganised)),
    "reuse numbers": _on_body(changing.reused),
    "short first": _WORDING,
    "revision": _revision,
}
"""Each kind of change; `short first` also shortens the first version."""


def _size(seed: int) -> int:
    """Thirty to a hundred and twenty articles."""
    return 30 + seed * 37 % 91


def case(kind: str, strength: str, seed: int, *, articles: int | None = None) -> Case:
    """A draft and what one kind of change makes of it; the same arguments give the same texts."""
    level = STRENGTHS.index(strength)
    size = articles or _size(seed)
    old, hand = drafted(seed, size, reserve=size // 2)
    if kind == "retitle":
        old = replace(old, style=replace(old.style, headings=True))
    new = KINDS[kind](old, hand, level)
    if kind == "short first":
        old = changing.shortened(old, hand, _KEPT[level])
    return Case(old, new)


def thinned_case(seed: int, share: float, *, gaps: bool) -> Case:
    """A light revision with a share of the articles taken out of either side."""
    size = _size(seed)
    old, hand = drafted(seed, size, reserve=size // 2)
    new = _revision(old, hand, 0)
    return Case(changing.thinned(old, hand, share, gaps=gaps), changing.thinned(new, hand, share, gaps=gaps))


def unrelated_case(seed: int) -> Case:
    """Two drafts of different fields, opened and closed alike but written by two hands; nothing continues."""
    old, _ = drafted(seed, _size(seed) // 2, idioms=slice(0, None, 2))
    new, _ = drafted(seed + 101, _size(seed + 1) // 2, field=seed + 2, idioms=slice(1, None, 2))
    keys = [one.key for one in new.articles()]
    return Case(old, changing.each(new, keys, lambda one: replace(one, origins=frozenset())))
