"""The sheet of sources: what was compared, what it comes from, what the reader should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.model import Version
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.origins import web_address
from policydiff.render.comparison.summary import IN_SUMMARY, comparison_title, sentences, title
from policydiff.render.tabular.sheets import Cell, Column, Sheet, Web
from policydiff.render.tabular.words import HEADS, PHRASES
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.phrases import marks_line
from policydiff.render.wording.places import document_number
from policydiff.render.wording.statuses import status_words

__all__ = ["provenance"]


def provenance(facts: Facts, lang: Lang, cuts: Sequence[str], *, symbols: bool) -> Sheet:
    """The versions, their documents with links and fingerprints, the summary, every note, and what had to be cut."""
    old, new = column_heads(facts.comparison, lang)
    rows = [*_versions(facts, lang)]
    rows += _documents(facts, lang)
    rows += [(pick(HEADS["summary"], lang), sentence, None) for sentence in sentences(facts, lang)]
    rows += [(pick(HEADS["note"], lang), note, None) for note in _notes(facts, lang, symbols=symbols)]
    rows += [(pick(HEADS["cut"], lang), cut, None) for cut in cuts]
    columns = (Column(pick(HEADS["item"], lang), 22), Column(old, 66), Column(new, 66))
    return Sheet(pick(HEADS["sources"], lang), columns, tuple(rows))


def _versions(facts: Facts, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    both = facts.comparison.old, facts.comparison.new
    yield pick(HEADS["comparison"], lang), comparison_title(facts, lang), None
    yield head("title", lang), title(facts, old=True), title(facts, old=False)
    yield head("id", lang), *(version.name for version in both)
    yield head("status", lang), *(status_words(v, lang) or None for v in both)
    yield head("date", lang), *(v.date for v in both)
    yield head("number", lang), *(v.document_number for v in both)
    yield head("url", lang), *(_web(v.url) for v in both)
    yield head("coverage", lang), *(word("coverage", v.coverage, lang) for v in both)


def _documents(facts: Facts, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """Each side's captures: name and page, who published it and when, and the fingerprint of its bytes."""
    both = facts.comparison.old, facts.comparison.new
    for number in range(1, max(len(version.documents) for version in both) + 1):
        pairs = [_document(version, number, lang) for version in both]
        for code, cells in zip(
            ("document", "page", "publisher", "published", "sha256"), zip(*pairs, strict=True), strict=True
        ):
            if any(cells):
                yield f"{pick(HEADS[code], lang)} {number}", *cells


def _document(version: Version, number: int, lang: Lang) -> tuple[Cell, ...]:
    if number > len(version.documents):
        return (None,) * 5
    document = version.documents[number - 1]
    origin = document.origin
    cited = document_number(version, number, lang)
    name = f"{cited}{pick(('：', ': '), lang)}{origin.name}" if cited else origin.name
    return name, _web(origin.url), origin.publisher, origin.published, document.clean.source.sha256


def _web(url: str | None) -> Cell:
    """A link where the address is one of the web, else its words."""
    address = web_address(url)
    return Web(address) if address else url


def _notes(facts: Facts, lang: Lang, *, symbols: bool) -> Iterator[str]:
    for note in facts.comparison.notes:
        if note.code not in IN_SUMMARY:
            yield facts.note(note, lang)
    yield pick(PHRASES["units"], lang)
    line = marks_line(lang, ("加粗", "bold"), ("删除线", "struck through"), excerpt=facts.excerpt)
    yield pick(PHRASES["in_clauses"], lang) + line
    if facts.excerpt and facts.figures():
        yield pick(PHRASES["certainty"], lang)
    if symbols:
        yield pick(PHRASES["symbols"], lang)
    if any(version.work.id for version in (facts.comparison.old, facts.comparison.new)):
        yield pick(PHRASES["registered"], lang)
    yield pick(PHRASES["disclaimer"], lang)
