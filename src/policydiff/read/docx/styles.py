"""What a paragraph or a run inherits from its style: its number, and whether it is hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.read.docx.markup import W, integer, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NumberProperty", "Style", "Styles", "number_property"]

_DEEPEST = 50  # no one builds styles on styles this deep; a file that does goes in circles


@dataclass(frozen=True, slots=True)
class NumberProperty:
    """`w:numPr`: which list a paragraph belongs to, and at which level; either may be left to the style."""

    list_id: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it stands in the file, before it inherits."""

    based_on: str | None
    number: NumberProperty
    hidden: bool | None


def number_property(properties: _Element | None) -> NumberProperty:
    """The `w:numPr` of paragraph properties."""
    number = properties.find(f"{W}numPr") if properties is not None else None
    level = value(number, "ilvl")
    return NumberProperty(value(number, "numId"), None if level is None else integer(level, 0, 0, 8))


@dataclass(slots=True)
class Styles:
    """The styles of a document, by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    chains: dict[str | None, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element | None) -> Styles:
        """Read `styles.xml`; a document may have none."""
        styles = cls()
        for element in root.iterchildren(f"{W}style") if root is not None else ():
            name = element.get(f"{W}styleId") or ""
            styles.by_id[name] = Style(
                value(element, "basedOn"),
                number_property(element.find(f"{W}pPr")),
                is_on(element.find(f"{W}rPr"), "vanish"),
            )
            paragraph = element.get(f"{W}type", "paragraph") == "paragraph"
            if paragraph and element.get(f"{W}default", "0") in ("1", "true", "on"):
                styles.default = name
        return styles

    def chain(self, name: str | None) -> tuple[str, ...]:
        """A style and those it is based on, nearest first; one that leads back to itself ends there."""
        if name not in self.chains:
            found: list[str] = []
            at = name
            while at is not None and at in self.by_id and at not in found and len(found) < _DEEPEST:
                found.append(at)
                at = self.by_id[at].based_on
            self.chains[name] = tuple(found)
        return self.chains[name]

    def number(self, name: str | None) -> NumberProperty:
        """The list and level that a style gives its paragraphs, as far as it says."""
        list_id: str | None = None
        level: int | None = None
        for style in self.chain(name):
            number = self.by_id[style].number
            list_id = number.list_id if list_id is None else list_id
            level = number.level if level is None else level
        return NumberProperty(list_id, level)

    def hidden(self, name: str | None) -> bool:
        """Whether a style hides its text."""
        stated = (self.by_id[style].hidden for style in self.chain(name))
        return next((hidden for hidden in stated if hidden is not None), False)
