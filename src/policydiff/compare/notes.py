"""What the reader must know besides the changes, each as a code with its parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.model import Note
from policydiff.numerals import from_han

__all__ = ["notes"]

_PARTS = re.compile(
    r"(?P<list>[^。；]*?)(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个(?:方面|部分|章节)|条(?:政策|措施|具体措施|举措)|项(?:政策)?(?:措施|举措))"
)


def notes(groups: Sequence[Group], old: Side, new: Side) -> tuple[Note, ...]:
    """How far the sources go, and what they say of the text as a whole."""
    return tuple(_notes(groups, old, new))


def _notes(groups: Sequence[Group], old: Side, new: Side) -> Iterator[Note]:
    for name, side in (("old", old), ("new", new)):
        if side.excerpt:
            yield Note(f"{name}_excerpt", (("version", side.version.name),))
            for document in side.version.documents:
                said = [unit.attribution for unit in document.walk() if side.version.work.says(unit.attribution)]
                if said and all(words and words.certainty == "inferred" for words in said):
                    yield Note("inferred_passage", (("document", document.origin.name),))
        for document in side.version.documents:
            if any(step.rule == "simplify" for step in document.clean.steps):
                yield Note("script_converted", (("document", document.origin.name),))
        if not side.excerpt and not any(document.articles() for document in side.version.documents):
            yield Note("no_articles", (("side", name),))
    yield from _article_count(old, new)
    unplaced = sum(group.relation == "unplaced" for group in groups)
    if unplaced:
        yield Note("unplaced", (("count", str(unplaced)),))


def _article_count(old: Side, new: Side) -> Iterator[Note]:
    """A report that counts the parts of the new text, where the old text has another number of articles."""
    if not new.excerpt or old.excerpt:
        return
    articles = sum(len(document.articles()) for document in old.version.documents)
    headings = [unit.heading for document in old.version.documents for unit in document.articles() if unit.heading]
    for document in new.version.documents:
        for unit in document.walk():
            if unit.kind != "statement" or not new.version.work.says(unit.attribution):
                continue
            match = _PARTS.search(document.text_of(unit))
            if match and any(heading in match["list"] for heading in headings):
                told = int(match["number"]) if match["number"].isdecimal() else from_han(match["number"])
                quote = match[0][max(0, match.start("number") - match.start() - 12) :]
                if told != articles:
                    yield Note("article_count", (("old", str(articles)), ("new", str(told)), ("quote", quote)))
                return
