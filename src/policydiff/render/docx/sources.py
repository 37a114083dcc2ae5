"""The end of the table's file: where both texts come from, and what the reader should know of them."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Version
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.origins import web_address
from policydiff.render.comparison.summary import IN_SUMMARY, title
from policydiff.render.docx.elements import Xml, element, hyperlink, paragraph, run
from policydiff.render.docx.runs import Words, inline, plain
from policydiff.render.docx.words import PHRASES
from policydiff.render.printable import printable
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.places import document_number

__all__ = ["sources"]


def sources(facts: Facts, lang: Lang) -> tuple[list[Xml], dict[str, str]]:
    """The lines, and the addresses that they link to by the ids they use."""
    links: dict[str, str] = {}
    made = []
    versions = facts.comparison.old, facts.comparison.new
    for version, name, own in zip(versions, column_heads(facts.comparison, lang), (True, False), strict=True):
        made.append(_line(plain(f"{name}{pick(('：', ': '), lang)}{_version(facts, version, lang, old=own)}")))
        made += [_line(plain(f"{shown} "), url, links) for shown, url in _documents(version, lang)]
    made += [_line(plain(note)) for note in _notes(facts, lang)]
    return made, links


def _version(facts: Facts, version: Version, lang: Lang, *, old: bool) -> str:
    parts = [
        f"《{title(facts, old=old)}》",
        version.name,
        version.document_number,
        word("coverage", version.coverage, lang),
        f"{head('url', lang)} {version.url}" if version.url else None,
    ]
    return pick(("；", "; "), lang).join(part for part in parts if part)


def _documents(version: Version, lang: Lang) -> Iterator[tuple[str, str | None]]:
    for number, document in enumerate(version.documents, start=1):
        origin = document.origin
        published = origin.published.isoformat() if origin.published else None
        cited = document_number(version, number, lang) or pick(("来源", "Source"), lang)
        details = filter(None, (origin.name, origin.publisher, published))
        shown = pick(("，", ", "), lang).join(details)
        address = web_address(origin.url)
        named = f"{cited}{pick(('：', ': '), lang)}{shown}"
        yield named if address or not origin.url else f"{named} {origin.url}", address


def _notes(facts: Facts, lang: Lang) -> Iterator[str]:
    for note in facts.comparison.notes:
        if note.code not in IN_SUMMARY:
            yield facts.note(note, lang)
    if any(version.work.id for version in (facts.comparison.old, facts.comparison.new)):
        yield pick(PHRASES["registered"], lang)


def _line(words: list[Words], url: str | None = None, links: dict[str, str] | None = None) -> Xml:
    runs = inline(words)
    if url is not None and links is not None:
        key = f"rIdLink{len(links) + 1}"
        links[key] = url
        blue = [element("color", val="0B4F8A"), element("u", val="single")]
        runs.append(hyperlink(key, run(printable(url), blue)))
    return paragraph(runs, [element("spacing", before=0, after=60)])
