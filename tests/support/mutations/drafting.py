"""Writes drafts of measures and regulations that read like real ones, from a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from support.mutations.clauses import AGGRAVATIONS, FAULTS, HEADS, MANNERS, SANCTIONS, TAILS
from support.mutations.fields import FIELDS, Field, Matter
from support.mutations.parts import (
    Article,
    Chapter,
    Draft,
    Figure,
    FigureKind,
    Paragraph,
    Part,
    Reference,
    Sentence,
    Style,
)
from support.mutations.patterns import CLOSING, OPENING, PARALLEL, PENALTIES, RULES

__all__ = ["FINES", "VALUES", "Drafter", "drafted"]

VALUES: dict[FigureKind, tuple[int, ...]] = {
    "money": (5, 8, 10, 20, 30, 50, 60, 80, 100, 150, 200, 300, 500, 800),
    "rate": (5, 10, 15, 20, 25, 30, 40, 50, 60),
    "days": (7, 10, 15, 20, 30, 45, 60, 90),
    "workdays": (3, 5, 7, 10, 15, 20),
    "months": (3, 6, 9, 12, 18),
    "years": (2, 3, 5, 8, 10),
    "count": (3, 4, 5, 6, 8, 12, 16, 20, 24, 40),
}
FINES = ((1, 3), (1, 5), (2, 5), (2, 10), (3, 10), (5, 20), (10, 30), (10, 50), (20, 100))
_SLOT = re.compile(r"\{(\w+?)\d*\}")
_ALL = slice(None)
_CHAPTER_MATTERS = 3
_TWOFOLD = 0.3  # the share of articles that lay down two rules about their matter
_LISTED = 0.15  # the share of penalties that list their cases
_COMPOSED = 0.4  # the share of rules that follow no pattern


class _Deck:
    """Words to draw from: none comes twice before all have come."""

    def __init__(self, words: Sequence[str], chance: random.Random) -> None:
        self._words, self._chance, self._left = tuple(words), chance, list[str]()

    def draw(self) -> str:
        """The next word."""
        if not self._left:
            self._left = self._chance.sample(self._words, len(self._words))
        return self._left.pop()


class Drafter:
    """One hand that drafts one text; it goes on drawing fresh words for whatever is written later."""

    def __init__(self, field: Field, seed: int, idioms: slice = _ALL) -> None:
        self.field, self.chance = field, random.Random(seed)
        self._others = _Deck(field.others, self.chance)
        self._rules, self._heads, self._manners, self._tails, self._faults, self._sanctions, self._more = (
            _Deck(told[idioms], self.chance) for told in (RULES, HEADS, MANNERS, TAILS, FAULTS, SANCTIONS, AGGRAVATIONS)
        )
        self.parallels, self._listed = PARALLEL[idioms], PENALTIES[idioms]
        self._decks = {
            (matter.name, slot): _Deck(words, self.chance)
            for matter in field.matters
            for slot, words in (("act", matter.acts), ("thing", matter.things), ("wrong", matter.wrongs))
        }
        self._keys = self._figures = 0

    def rule(self, matter: Matter) -> Article:
        """An article about a matter: in a pattern that the text has not worn out yet, or put together from clauses."""
        more = self.chance.random() < _TWOFOLD
        first, *second = (self.article(self._pattern(), matter) for _ in range(1 + more))
        return replace(first, paragraphs=first.paragraphs + second[0].paragraphs) if second else first

    def _pattern(self) -> str:
        """A pattern of its own, or sentences put together from clauses."""
        if self.chance.random() >= _COMPOSED:
            return self._rules.draw()
        sentences = []
        for _ in range(self.chance.choice((1, 2, 2, 3))):
            head, tail = self._heads.draw(), self._tails.draw()
            second = self._tails.draw() if self.chance.random() < 0.4 and "；" not in tail else ""
            sentences.append(head.replace("{manner}", self._manners.draw()) + tail + second + "。")
        return "要求|" + "".join(sentences)

    def penalty(self, rule: Article) -> Article:
        """An article that sanctions what a rule forbids or orders."""
        if self.chance.random() < _LISTED:
            pattern = self.chance.choice(self._listed)
        else:
            pattern = "法律责任|" + self._faults.draw() + self._sanctions.draw() + self._more.draw()
        return self.article(pattern, rule.about, ref=rule.key)

    def key(self) -> int:
        """The key of another article."""
        self._keys += 1
        return self._keys

    def article(self, pattern: str, matter: Matter, *, kind: int | None = None, ref: int | None = None) -> Article:
        """An article in a pattern; `kind` is the sort of operators it is about, `ref` the article it refers to."""
        heading, body = pattern.split("|", 1)
        key = self.key()
        operators = "经营者" if kind is None else self.field.kinds[kind]
        given = {"operators": operators, "kind": self.field.kinds[kind or 0], "matter": matter.name}
        paragraphs: list[Paragraph] = []
        for line in body.split("\n"):
            if line.startswith("*"):
                last = paragraphs.pop()
                item = self.sentence(line[1:], matter, given, ref)
                paragraphs.append(Paragraph(last.sentences, (*last.items, item)))
            else:
                told = re.findall(r"[^。]+。|[^。]+$", line)
                paragraphs.append(Paragraph(tuple(self.sentence(one, matter, given, ref) for one in told)))
        named = (
            heading
            if pattern in OPENING or pattern in CLOSING
            else f"{given['kind'] if kind is not None else matter.name}{heading}"
        )
        return Article(key, named, tuple(paragraphs), frozenset((key,)), matter)

    def sentence(self, pattern: str, matter: Matter, given: dict[str, str], ref: int | None = None) -> Sentence:
        """A sentence with its slots filled."""
        parts: list[Part] = []
        at = 0
        for slot in _SLOT.finditer(pattern):
            parts += [pattern[at : slot.start()], *self._filled(slot[0], slot[1], matter, given, ref)]
            at = slot.end()
        return tuple(_joined([*parts, pattern[at:]]))

    def figure(self, kind: FigureKind, value: int | None = None) -> Figure:
        """A new figure."""
        self._figures += 1
        return Figure(self._figures, kind, value if value is not None else self.chance.choice(VALUES[kind]))

    def _filled(self, slot: str, name: str, matter: Matter, given: dict[str, str], ref: int | None) -> tuple[Part, ...]:
        field = self.field
        if name in VALUES:
            return (self.figure(name),)  # type: ignore[index,arg-type,unused-ignore]
        if name == "fine":
            low, high = self.chance.choice(FINES)
            return (self.figure("money", low), "以上", self.figure("money", high), "以下")
        if name == "ref":
            return (Reference(ref),) if ref is not None else ()
        if (matter.name, name) in self._decks:
            return (self._decks[matter.name, name].draw(),)
        fixed = {
            "self": "本" + field.title[-2:],
            "kind2": field.kinds[1],
            "purpose": field.purpose,
            "business": field.business,
            "department": field.department,
            "public": field.public,
        }
        if name == "other":
            return (self._others.draw(),)
        return (fixed.get(slot[1:-1]) or given.get(name) or fixed[name],)


def _joined(parts: list[Part]) -> Iterator[Part]:
    """The parts with neighbouring words in one piece."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            yield text
        text = ""
        yield part
    if text:
        yield text


def drafted(
    seed: int, articles: int, *, reserve: int = 0, field: int | None = None, idioms: slice = _ALL
) -> tuple[Draft, Drafter]:
    """A draft of so many articles, with as many more in reserve as asked for, and the hand that wrote it.

    The field is taken in turn by the seed where none is given; `idioms` are those that the hand knows, of every sort.
    About a sixth of the articles are penalties, each of which refers to a rule, and both kinds of operators have some
    provisions in parallel.
    """
    hand = Drafter(FIELDS[(seed if field is None else field) % len(FIELDS)], seed, idioms)
    matters = hand.chance.sample(hand.field.matters, len(hand.field.matters))
    opening = [hand.article(pattern, hand.chance.choice(matters)) for pattern in OPENING[: max(3, articles // 8)]]
    closing = [hand.article(pattern, hand.chance.choice(matters)) for pattern in CLOSING[-max(2, articles // 20) :]]
    penal = articles // 6
    parallel = _parallel(hand, matters, articles // 12)
    count = articles - len(opening) - len(closing) - penal - sum(len(part) for part in parallel)
    rules = _rules(hand, matters, count)
    owing = [rules[at] for at in sorted(hand.chance.sample(range(len(rules)), min(penal, len(rules))))]
    penalties = [hand.penalty(one) for one in owing]
    spare = tuple(hand.rule(hand.chance.choice(matters)) for _ in range(reserve))
    chapters = [
        Chapter("总则", tuple(opening)),
        *_by_matter(rules, matters),
        *(Chapter(name, tuple(part)) for name, part in zip(hand.field.kinds, parallel, strict=True) if part),
        *([Chapter("法律责任", tuple(penalties))] if penalties else []),
        Chapter("附则", tuple(closing)),
    ]
    style = Style(han=seed % 2 == 0, headings=seed % 3 == 0)
    return Draft(hand.field.title, tuple(chapters), style, spare), hand


def _parallel(hand: Drafter, matters: Sequence[Matter], count: int) -> tuple[list[Article], list[Article]]:
    """Provisions in the same words for either kind of operators, each with details of its own."""
    patterns = hand.chance.sample(hand.parallels, min(len(hand.parallels), count // 2))
    about = [hand.chance.choice(matters) for _ in patterns]
    first, second = (
        [hand.article(pattern, matter, kind=kind) for pattern, matter in zip(patterns, about, strict=True)]
        for kind in (0, 1)
    )
    return first, second


def _rules(hand: Drafter, matters: Sequence[Matter], count: int) -> list[Article]:
    """Rules about each matter in turn, as many as wanted."""
    base, more = divmod(count, len(matters))
    return [hand.rule(matter) for at, matter in enumerate(matters) for _ in range(base + (at < more))]


def _by_matter(rules: Sequence[Article], matters: Sequence[Matter]) -> list[Chapter]:
    """Chapters of some matters each."""
    chapters = []
    for first in range(0, len(matters), _CHAPTER_MATTERS):
        part = matters[first : first + _CHAPTER_MATTERS]
        held = tuple(one for one in rules if one.about in part)
        if held:
            chapters.append(Chapter("和".join(matter.name for matter in part[:2]), held))
    return chapters
