"""What a draft is made of, down to its figures and references, and how it is written out.

Every article has a key that lasts over all versions, and the keys of the articles it comes from: that is the truth
that a comparison of two drafts is held against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from support.mutations.fields import Matter
from support.policy import numeral

__all__ = ["Article", "Chapter", "Draft", "Figure", "Paragraph", "Part", "Reference", "Sentence", "Style", "words"]

FigureKind = Literal["money", "rate", "days", "workdays", "months", "years", "count"]

_UNITS = {
    "money": "万元",
    "rate": "%",
    "days": "日",
    "workdays": "个工作日",
    "months": "个月",
    "years": "年",
    "count": "",
}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_SCALE = {"money": Fraction(10_000), "rate": Fraction(1, 100)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with a key that lasts over versions; `value` is in its written unit: 50 (万元), 30 (%)."""

    key: int
    kind: FigureKind
    value: int

    @property
    def amount(self) -> Fraction:
        """The value in base units: yuan, a fraction, days."""
        return self.value * _SCALE.get(self.kind, Fraction(1))

    def written(self, style: Style) -> str:
        """As a law (五十万元, 百分之三十) or as measures (50万元, 30%) write it."""
        number = numeral(self.value) if style.han else str(self.value).translate(_WIDE if style.wide_digits else {})
        if style.han and self.kind == "rate":
            return f"百分之{number}"
        return number + (style.figure_gap + _UNITS[self.kind] if _UNITS[self.kind] else "")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another article, by its key."""

    key: int


Part = str | Figure | Reference
Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, and the items under the last of them."""

    sentences: tuple[Sentence, ...]
    items: tuple[Sentence, ...] = ()

    def all(self) -> tuple[Sentence, ...]:
        """The sentences and the items."""
        return self.sentences + self.items


@dataclass(frozen=True, slots=True)
class Article:
    """An article that has no number yet, and the matter it is about.

    `origins` are the keys of the old articles whose rules it carries on: its own in a first version, none where it is
    newly written.
    """

    key: int
    heading: str
    paragraphs: tuple[Paragraph, ...]
    origins: frozenset[int]
    about: Matter

    def figures(self) -> Iterator[Figure]:
        """Its figures in reading order."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.all():
                yield from (part for part in sentence if isinstance(part, Figure))

    @property
    def length(self) -> int:
        """About how many characters it has."""
        return sum(len(words(sentence)) for paragraph in self.paragraphs for sentence in paragraph.all())


def words(sentence: Sentence) -> str:
    """A sentence's own words; a figure or a reference stands as 〇."""
    return "".join(part if isinstance(part, str) else "〇" for part in sentence)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its articles."""

    heading: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a draft is written: numerals in Chinese or not, headings shown or not, what stands behind a number.

    `numbers` are the articles' own ones where they do not run through (an article taken out leaves a gap);
    `figure_gap` stands between a number and its unit, `wide_digits` makes ５０ of 50.
    """

    han: bool
    headings: bool
    gap: str = "\u3000"
    blank_lines: bool = False
    numbers: tuple[int, ...] = ()
    figure_gap: str = ""
    wide_digits: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of measures; `reserve` are further articles of the same hand that are not part of it."""

    title: str
    chapters: tuple[Chapter, ...]
    style: Style
    reserve: tuple[Article, ...] = ()

    def articles(self) -> tuple[Article, ...]:
        """The articles in reading order."""
        return tuple(article for chapter in self.chapters for article in chapter.articles)

    def labels(self) -> dict[int, str]:
        """What each article is numbered, by its key."""
        articles = self.articles()
        numbers = self.style.numbers or tuple(range(1, len(articles) + 1))
        return {article.key: f"第{numeral(number)}条" for article, number in zip(articles, numbers, strict=True)}

    def written(self) -> Written:
        """The text, and where each figure stands in it."""
        return _Writer(self).written()


@dataclass(frozen=True, slots=True)
class Written:
    """A draft as text; `figures` has the span of each by its key, over the text."""

    text: str
    figures: dict[int, tuple[int, int]]


class _Writer:
    """Writes a draft from top to bottom."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._labels = draft, draft.labels()
        self._heirs = {origin: one.key for one in reversed(draft.articles()) for origin in one.origins}
        self._instrument = "本" + draft.title[-2:]
        self._pieces: list[str] = []
        self._at = 0
        self._figures: dict[int, tuple[int, int]] = {}

    def written(self) -> Written:
        style = self._draft.style
        self._put(self._draft.title + "\n")
        for number, chapter in enumerate(self._draft.chapters, 1):
            self._put(f"第{numeral(number)}章\u3000{chapter.heading}\n")
            for article in chapter.articles:
                heading = f"【{article.heading}】" if style.headings else ""
                self._put(self._labels[article.key] + style.gap + heading)
                self._paragraphs(article)
        return Written("".join(self._pieces), self._figures)

    def _paragraphs(self, article: Article) -> None:
        for paragraph in article.paragraphs:
            for sentence in paragraph.sentences:
                self._sentence(sentence)
            self._line_end()
            for number, item in enumerate(paragraph.items, 1):
                self._put(f"（{numeral(number)}）")
                self._sentence(item)
                self._line_end()

    def _line_end(self) -> None:
        self._put("\n\n" if self._draft.style.blank_lines else "\n")

    def _sentence(self, sentence: Sentence) -> None:
        for part in sentence:
            if isinstance(part, Figure):
                start = self._at
                self._put(part.written(self._draft.style))
                self._figures[part.key] = (start, self._at)
            elif isinstance(part, Reference):
                heir = part.key if part.key in self._labels else self._heirs.get(part.key)
                self._put(self._instrument + (self._labels[heir] if heir is not None else ""))
            else:
                self._put(part)

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._at += len(piece)
