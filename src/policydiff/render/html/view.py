"""What every part of the page is given: the facts, the language, and how the two versions are called."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Comparison
from policydiff.render.comparison.facts import Facts
from policydiff.render.html.markup import Content, Markup, element, fragment, in_chinese, unbroken
from policydiff.render.html.words import PHRASES
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, pick, said

__all__ = ["View"]


@dataclass(frozen=True, slots=True)
class View:
    """A comparison on its way into a page."""

    facts: Facts
    lang: Lang
    heads: tuple[str, str]

    @classmethod
    def of(cls, comparison: Comparison, lang: Lang) -> View:
        """Prepare a comparison for the page."""
        return cls(Facts.of(comparison), lang, column_heads(comparison, lang))

    def say(self, code: str, **values: object) -> str:
        """A phrase of the page's own."""
        return said(PHRASES, self.facts.said(code), self.lang, **values)

    def mixed(self, text: str) -> Markup:
        """A text of the page's language that quotes Chinese."""
        return in_chinese(text) if self.lang == "en" else unbroken(text)

    def quoted(self, *content: Content, name: str = "span", class_: str | None = None) -> Markup:
        """Words of a document, which are Chinese whatever the page's language is."""
        if self.lang == "zh" and name == "span" and class_ is None:
            return fragment(*content)
        return element(name, *content, class_=class_, lang=None if self.lang == "zh" else "zh")

    def about(self, subject: str) -> Markup:
        """What a figure is about: words of a document, or the name of its kind in the page's language."""
        return fragment(subject) if subject.isascii() else self.quoted(subject)

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return pick(("：", ": "), self.lang)

    @property
    def comma(self) -> str:
        """What stands between the members of a list."""
        return pick(("、", ", "), self.lang)
