"""Versions of made-up texts, put together and compared as the program does it; only cleaning is left out."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff import pipeline
from policydiff.model import Change, CleanText, Comparison, Coverage, Origin, Source, Step, TermChange, Version, Work
from policydiff.numerals import to_han
from policydiff.pipeline.versions import Text, joined

__all__ = ["TITLE", "articles", "changed", "clean_text", "compared", "links", "report", "revised", "row", "version"]

TITLE = "海州市渔港管理办法"


def clean_text(text: str, name: str = "test", *, source: str | None = None, steps: tuple[Step, ...] = ()) -> CleanText:
    """A text that was clean from the start, or what steps made of its `source`."""
    return CleanText(Source(name, "text/plain", "utf-8", "", text if source is None else source, ()), text, steps)


def version(
    *texts: str | CleanText, title: str = "", coverage: Coverage = "full", names: Sequence[str] = ()
) -> Version:
    """A version of a work: its one text, whose first line is the work's title, or all the reports of it."""
    cleaned = [text if isinstance(text, CleanText) else clean_text(text) for text in texts]
    named = names or [f"报道{number}" if coverage == "excerpt" else "test" for number in range(1, len(texts) + 1)]
    origins = (Origin(name, report=coverage == "excerpt") for name in named)
    work = Work("", title or cleaned[0].text.partition("\n")[0])
    documents = joined(work, map(Text, cleaned, origins))
    return Version(work, " + ".join(named), coverage, documents)


def articles(*bodies: str, title: str = TITLE, name: str = "test") -> Version:
    """A text of numbered articles under its title: 第一条 and the first body, and so on."""
    rows = (f"第{to_han(number)}条 {body}\n" for number, body in enumerate(bodies, 1))
    return version(f"{title}\n{''.join(rows)}", names=[name])


def report(*texts: str, title: str = TITLE, names: Sequence[str] = ()) -> Version:
    """What these reports tell of the work of this title."""
    return version(*texts, title=title, coverage="excerpt", names=names)


def compared(old: Version, new: Version) -> Comparison:
    """What the program says of two versions: by each side's own figures, with its notes on both."""
    return pipeline.compare(old, new)


def revised(old: Sequence[str], new: Sequence[str], title: str = TITLE) -> Comparison:
    """What the program says of two texts of numbered articles."""
    return compared(articles(*old, title=title), articles(*new, title=title))


def changed(old: str, new: str, title: str = TITLE) -> Change:
    """What became of the one article of a text."""
    (change,) = revised([old], [new], title).changes
    return change


def links(old: Version, new: Version) -> list[tuple[str, str]]:
    """Which provisions the program links, by their numbers."""
    before, after = old.index(), new.index()
    return [(before[link.old][1].label, after[link.new][1].label) for link in pipeline.align(old, new).links]


def row(change: TermChange) -> tuple[str, str, str]:
    """What became of a figure: 最高50万元, raised, 最高80万元."""
    old, new = ("+".join(term.quote for term in side) for side in (change.old, change.new))
    return old, change.direction, new
