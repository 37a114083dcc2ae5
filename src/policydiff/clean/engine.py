"""Running the rules, and explaining what they did."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat

from policydiff.clean.doubts import doubts
from policydiff.clean.page import Page
from policydiff.clean.script import SCRIPT
from policydiff.clean.table import RULES
from policydiff.model import CleanText, Edit, Explained, Source, Span, Step, apply_edits

__all__ = ["CleanOptions", "clean", "explain"]


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """Limits of cleaning as a whole."""

    passes: int = 12
    """How often the table of rules runs at most.  It runs until a pass changes nothing, which is what makes cleaning a
    clean text change nothing more.  Real pages need two or three; only text made to hide one tag in another needs more,
    and must not keep a person waiting."""


_DEFAULTS = CleanOptions()


def clean(source: Source, *, simplify: bool = True, options: CleanOptions = _DEFAULTS) -> CleanText:
    """Take out what is not the document and mend what the page broke; every change is on record.

    The result is one paragraph per line, without blank lines and indents.  `simplify=False` keeps traditional script.
    """
    page = Page.of(source.text, source.blocks, (source.title or "") if source.media_type == "text/html" else None)
    steps: list[Step] = []
    settled = 0  # so many rules in a row had nothing to do; when all of them had, none ever will
    for rule in chain.from_iterable(repeat(RULES, options.passes)):
        edits = rule.find(page) if simplify or rule is not SCRIPT else ()
        settled = 0 if edits else settled + 1
        if edits:
            steps.append(Step(rule.name, edits))
            page = page.edited(edits)
        elif settled == len(RULES):
            break
    return CleanText(source, page.text, tuple(steps), doubts(page.text))


def explain(cleaned: CleanText) -> tuple[Explained, ...]:
    """Every edit, in the order in which the rules made them."""
    source = cleaned.source
    text = source.text
    opens = closes = list(range(len(text) + 1))
    told = []
    for step in cleaned.steps:
        for edit in step.edits:
            start = opens[edit.span.start]
            span = Span(start, max(start, closes[edit.span.end]))
            told.append(
                Explained(step.rule, edit.span.of(text), edit.replacement, span, source.locator(start), edit.note)
            )
        opens, closes = _through(step.edits, opens, opening=True), _through(step.edits, closes, opening=False)
        text = apply_edits(text, step.edits)
    return tuple(told)


def _through(edits: tuple[Edit, ...], places: list[int], *, opening: bool) -> list[int]:
    """Where each boundary of the text behind a step lies in the capture, from where those before it lie.

    A boundary at a deletion lies behind it where a span opens and before it where one closes; inside a replacement of
    another length, it lies at its edge.  One walk over the text does for all, where `CleanText.to_source` looks up one.
    """
    result: list[int] = []
    at = 0  # the first boundary before the step that has not been taken over
    for edit in edits:
        start, end, size = edit.span.start, edit.span.end, len(edit.replacement)
        result += places[at:start]
        if size == len(edit.span):
            result += places[start:end]
        elif size:
            # the boundary before the replacement opens with it, and closes what stands before it
            result += [places[start]] + [places[start] if opening else places[end]] * (size - 1)
        elif not opening:
            result.append(places[start])
        at = end if size or opening else end + 1
    return result + places[at:]
