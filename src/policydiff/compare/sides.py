"""Lookups over the two versions that every part of the comparison needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policydiff.model import Document, Term, Unit, Version
from policydiff.similarity import Grams, grams
from policydiff.tokens import tokens

__all__ = ["Side", "side"]

_ENDS = ("。", "；", "：")
"""No word begins before one of these and ends behind it."""
_KEPT = 4096
"""Of so many sentences the words and the pairs of characters are kept: five kilobytes each."""


@dataclass(frozen=True, slots=True)
class Side:
    """One version with its units and terms by id, and its units' reading order.

    What is asked of a unit more than once (its text, its words, its pairs of characters) is worked out once and kept.
    """

    version: Version
    units: dict[str, tuple[Document, Unit]]
    ids: tuple[str, ...]
    order: dict[str, int]
    terms: dict[str, tuple[Term, ...]]
    _texts: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _grams: dict[str, Grams] = field(default_factory=dict, repr=False, compare=False)
    _words: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def excerpt(self) -> bool:
        """Whether the version is known from reports only."""
        return self.version.coverage == "excerpt"

    def text(self, unit_id: str) -> str:
        """The characters of a unit."""
        found = self._texts.get(unit_id)
        if found is None:
            document, unit = self.units[unit_id]
            found = self._texts[unit_id] = document.text_of(unit)
        return found

    def grams(self, unit_id: str) -> Grams:
        """The pairs of neighbouring characters of a unit."""
        found = self._grams.get(unit_id)
        if found is None:
            found = grams(self.text(unit_id))
            if len(self._grams) < _KEPT:
                self._grams[unit_id] = found
        return found

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a sentence of this version; white space at its end is the last of them."""
        core = text.rstrip()
        found = self._words.get(core)
        if found is None:
            found = tokens(core)
            if len(self._words) < _KEPT:
                self._words[core] = found
        return found if len(core) == len(text) else (*found, text[len(core) :])

    def words_of(self, unit_ids: Sequence[str]) -> tuple[str, ...]:
        """The words of several sentences read on end."""
        texts = [self.text(unit_id) for unit_id in unit_ids]
        apart = all(text.rstrip().endswith(_ENDS) for text in texts) and not any(text[:1].isspace() for text in texts)
        return tuple(word for text in texts for word in self.words(text)) if apart else tokens("".join(texts))

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id."""
        return self.units[unit_id][1]

    def document(self, unit_id: str) -> Document:
        """The document that a unit stands in."""
        return self.units[unit_id][0]

    def terms_under(self, unit_id: str) -> tuple[Term, ...]:
        """The terms of a unit and of all under it, in reading order."""
        return tuple(term for unit in self.unit(unit_id).walk() for term in self.terms.get(unit.id, ()))

    def sorted(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids in reading order, each once."""
        return tuple(sorted(set(ids), key=self.order.__getitem__))


def side(version: Version, terms: Iterable[Term]) -> Side:
    """Look a version up by id."""
    units = version.index()
    by_unit: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_unit[term.unit_id].append(term)
    return Side(
        version,
        units,
        tuple(units),
        {unit_id: number for number, unit_id in enumerate(units)},
        {unit_id: tuple(found) for unit_id, found in by_unit.items()},
    )
