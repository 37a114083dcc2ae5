"""Changes to the body of a draft: articles moved, split, merged, taken out, put in; chapters in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from support.mutations.drafting import Drafter
from support.mutations.parts import Article, Chapter, Draft, Figure, Paragraph, Part, Sentence, words
from support.mutations.wording import refigured, reworded

__all__ = [
    "deleted",
    "each",
    "imitated",
    "inserted",
    "merged",
    "moved",
    "renumbered",
    "reorganised",
    "retitled",
    "reused",
    "shortened",
    "split",
    "thinned",
]

_LEAST = 16
"""Characters that either part of a split article has at least: a person links no shorter fragment."""

_DETAILS = 0.7
"""The share of the details of an article that a parallel provision has others for."""

Row = Article | str
"""An article, or the heading of the chapter that begins here."""


def _rows(draft: Draft) -> list[Row]:
    rows: list[Row] = []
    for chapter in draft.chapters:
        rows += [chapter.heading, *chapter.articles]
    return rows


def _rebuilt(draft: Draft, rows: Iterable[Row]) -> Draft:
    """A draft of these rows; a chapter that has lost all its articles goes."""
    chapters: list[tuple[str, list[Article]]] = []
    for row in rows:
        if isinstance(row, str):
            chapters.append((row, []))
        else:
            chapters[-1][1].append(row)
    return replace(draft, chapters=tuple(Chapter(heading, tuple(held)) for heading, held in chapters if held))


def chosen(draft: Draft, hand: Drafter, share: float, fit: Callable[[Article], bool] = lambda _: True) -> list[int]:
    """The keys of a share of the articles, of those that fit; the first and the last one stay what they are."""
    inner = [one for one in draft.articles()[1:-1] if fit(one)]
    count = min(len(inner), max(1, round(share * len(draft.articles()))))
    return [one.key for one in hand.chance.sample(inner, count)]


def each(draft: Draft, keys: Iterable[int], change: Callable[[Article], Article]) -> Draft:
    """A draft with some of its articles changed."""
    wanted = set(keys)
    return _rebuilt(
        draft, [change(row) if isinstance(row, Article) and row.key in wanted else row for row in _rows(draft)]
    )


def _replaced(draft: Draft, instead: Mapping[int, Sequence[Article]]) -> Draft:
    rows: list[Row] = []
    for row in _rows(draft):
        rows += instead.get(row.key, (row,)) if isinstance(row, Article) else (row,)
    return _rebuilt(draft, rows)


def deleted(draft: Draft, hand: Drafter, share: float) -> Draft:
    """A share of the articles gone, the rest numbered through."""
    return _replaced(draft, dict.fromkeys(chosen(draft, hand, share), ()))


def thinned(draft: Draft, hand: Drafter, share: float, *, gaps: bool) -> Draft:
    """Each article gone by chance; with `gaps`, the rest keep the numbers they had."""
    kept = [hand.chance.random() >= share for _ in draft.articles()]
    gone = [one.key for one, keep in zip(draft.articles(), kept, strict=True) if not keep]
    numbers = tuple(number for number, keep in enumerate(kept, 1) if keep) if gaps else ()
    return replace(_replaced(draft, dict.fromkeys(gone, ())), style=replace(draft.style, numbers=numbers))


def _fresh(draft: Draft, hand: Drafter, count: int) -> tuple[Draft, list[Article]]:
    """Newly written articles out of the reserve; where that is used up, out of the drafter's head."""
    spare = list(draft.reserve)
    while len(spare) < count:
        spare.append(hand.rule(hand.chance.choice(hand.field.matters)))
    return replace(draft, reserve=tuple(spare[count:])), [replace(one, origins=frozenset()) for one in spare[:count]]


def inserted(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Newly written articles put in among the others."""
    draft, new = _fresh(draft, hand, max(1, round(share * len(draft.articles()))))
    return _put_in(draft, hand, new)


def _put_in(draft: Draft, hand: Drafter, new: Iterable[Article]) -> Draft:
    rows = _rows(draft)
    for article in new:
        rows.insert(hand.chance.randrange(2, len(rows) - 1), article)
    return _rebuilt(draft, rows)


def renumbered(draft: Draft, hand: Drafter, share: float) -> Draft:
    """A new chapter behind the first one: every article after it bears another number."""
    draft, new = _fresh(draft, hand, max(1, round(share * len(draft.articles()))))
    first, *rest = draft.chapters
    return replace(draft, chapters=(first, Chapter("特别规定", tuple(new)), *rest))


def imitated(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Parallel provisions newly written: an article once more for another kind of operators or another matter.

    The copy has other figures and stands behind its pattern or in another chapter.
    """
    instead: dict[int, Sequence[Article]] = {}
    away: list[Article] = []
    for article in _of(draft, chosen(draft, hand, share, lambda one: one.length >= 2 * _LEAST and bool(one.origins))):
        copy = refigured(reworded(_parallel(article, hand), hand, 1), hand, 0.5)
        if hand.chance.random() < 0.5:
            instead[article.key] = (article, copy)
        else:
            away.append(copy)
    return _put_in(_replaced(draft, instead), hand, away)


def _of(draft: Draft, keys: Iterable[int]) -> list[Article]:
    wanted = set(keys)
    return [one for one in draft.articles() if one.key in wanted]


def _parallel(article: Article, hand: Drafter) -> Article:
    """An article turned to something else, in words and details: what names its matter goes over to the other one."""
    other = hand.chance.choice([one for one in hand.field.matters if one != article.about])
    here, there = article.about, other
    pairs = [(here.name, there.name), *zip(here.things, there.things, strict=False)]
    pairs += [*zip(here.acts, there.acts, strict=False), *zip(here.wrongs, there.wrongs, strict=False)]
    first, second = hand.field.kinds
    told_of = [pair for pair in pairs[1:] if hand.chance.random() < _DETAILS]
    turned = sorted([pairs[0], *told_of], key=lambda pair: -len(pair[0]))

    def told(part: Part) -> Part:
        if isinstance(part, Figure):
            return hand.figure(part.kind, part.value)
        if isinstance(part, str):
            for old, new in turned:
                part = part.replace(old, new)
            return part.replace(first, "\0").replace(second, first).replace("\0", second)
        return part

    def sentences(held: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(tuple(told(part) for part in sentence) for sentence in held)

    paragraphs = tuple(Paragraph(sentences(one.sentences), sentences(one.items)) for one in article.paragraphs)
    heading = article.heading.replace(here.name, there.name)
    return Article(hand.key(), heading, paragraphs, frozenset(), there)


def reused(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Articles that give their places, and so their numbers, to new ones on something else."""
    keys = chosen(draft, hand, share)
    draft, new = _fresh(draft, hand, len(keys))
    return _replaced(draft, {key: (one,) for key, one in zip(keys, new, strict=True)})


def moved(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Articles taken to other places."""
    articles = _of(draft, chosen(draft, hand, share))
    return _put_in(_replaced(draft, {one.key: () for one in articles}), hand, articles)


def reorganised(draft: Draft, hand: Drafter, share: float) -> Draft:
    """The inner chapters in another order, some under other headings, and a share of the articles moved besides."""
    first, *inner, last = draft.chapters
    count = max(2, round(min(1.0, 3 * share) * len(inner)))
    places = sorted(hand.chance.sample(range(len(inner)), min(count, len(inner))))
    turned = places[1:] + places[:1]
    order = {place: inner[other] for place, other in zip(places, turned, strict=True)}
    chapters = [order.get(place, chapter) for place, chapter in enumerate(inner)]
    chapters = [
        replace(chapter, heading=f"{chapter.heading}的特别规定") if place in order else chapter
        for place, chapter in enumerate(chapters)
    ]
    return moved(replace(draft, chapters=(first, *chapters, last)), hand, share / 3)


def retitled(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Articles under other headings."""
    words_ = ("规范", "保障", "制度", "管理", "服务")

    def renamed(article: Article) -> Article:
        return replace(article, heading=article.about.name[:2] + hand.chance.choice(words_))

    return each(draft, chosen(draft, hand, share), renamed)


def merged(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Neighbours of one chapter made one article: two, sometimes three."""
    wanted = set(chosen(draft, hand, share))
    rows: list[Row] = []
    left = 0
    for row in _rows(draft):
        last = rows[-1] if rows else ""
        if left and isinstance(row, Article) and isinstance(last, Article):
            rows[-1] = _united(last, row, hand)
            left -= 1
        else:
            rows.append(row)
            left = hand.chance.choice((1, 1, 2)) if isinstance(row, Article) and row.key in wanted else 0
    *body, end = rows
    return _rebuilt(draft, [*body, end])


def _united(one: Article, other: Article, hand: Drafter) -> Article:
    return Article(hand.key(), one.heading, one.paragraphs + other.paragraphs, one.origins | other.origins, one.about)


def split(draft: Draft, hand: Drafter, share: float) -> Draft:
    """Articles made two or three: by their paragraphs, their items or their sentences."""
    keys = chosen(draft, hand, share, lambda one: len(one.origins) == 1 and len(_pieces(one)) > 1)
    return _replaced(draft, {one.key: _apart(one, hand) for one in _of(draft, keys)})


def _apart(article: Article, hand: Drafter) -> list[Article]:
    """The parts, in their order or, one time in four, with the last in front: it stood behind its sanction."""
    pieces = _pieces(article)
    found = [replace(article, key=hand.key(), paragraphs=_as_article(piece)) for piece in pieces]
    return found[::-1] if hand.chance.random() < 0.25 else found


def _as_article(piece: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """前款 at the beginning of an article is 前条."""
    first, *rest = piece
    sentence, *others = first.sentences
    turned = tuple(part.replace("前款", "前条", 1) if isinstance(part, str) else part for part in sentence)
    return (Paragraph((turned, *others), first.items), *rest)


def _pieces(article: Article) -> list[tuple[Paragraph, ...]]:
    """How an article comes apart; one piece where it does not."""
    if len(article.paragraphs) > 1:
        cut: list[tuple[Paragraph, ...]] = [(one,) for one in article.paragraphs]
        if len(cut) > 3:
            cut = [article.paragraphs[:2], article.paragraphs[2:]]
    elif len(article.paragraphs[0].items) >= 4:
        only = article.paragraphs[0]
        half = len(only.items) // 2
        cut = [(replace(only, items=only.items[:half]),), (replace(only, items=only.items[half:]),)]
    else:
        only = article.paragraphs[0]
        *sentences, last = only.sentences
        cut = [(Paragraph(tuple(sentences)),), (Paragraph((last,), only.items),)] if sentences else [(only,)]
    return cut if all(_length(piece) >= _LEAST for piece in cut) else [article.paragraphs]


def _length(piece: tuple[Paragraph, ...]) -> int:
    return sum(len(words(sentence)) for paragraph in piece for sentence in paragraph.all())


def shortened(draft: Draft, hand: Drafter, share: float) -> Draft:
    """A first, short version of a text: a share of the articles, of each one paragraph and at most three items."""
    kept = set(chosen(draft, hand, share)) | {draft.articles()[0].key, draft.articles()[-1].key}

    def brief(article: Article) -> Article:
        first = article.paragraphs[0]
        return replace(article, paragraphs=(Paragraph(first.sentences, first.items[:3]),))

    gone = {one.key: () for one in draft.articles() if one.key not in kept}
    return each(_replaced(draft, gone), kept, brief)
