"""The text of a version as it stood: on the terminal, as Markdown, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from policydiff.model import Document, Unit, Version
from policydiff.render.data import Data, dumped, version_data
from policydiff.render.escape import inline, visible
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import Side, document_number
from policydiff.render.terminal import Line, line, printed
from policydiff.render.corpus.version_head import head_fields, version_line

__all__ = ["shown_json", "shown_markdown", "shown_text"]

_NOTHING = ("报道没有转述该文件的内容", "the reports tell nothing of the instrument's own words")


def shown_text(
    version: Version,
    units: Sequence[Unit],
    lang: Lang,
    *,
    as_of: date | None = None,
    color: bool,
    width: int,
) -> str:
    """A version's text under what is known of it, or only some of its units.

    Of an excerpt those sentences of the reports that give the instrument's own words.
    """
    return printed(_lines(version, units, lang, as_of), color=color, width=width)


def shown_markdown(version: Version, units: Sequence[Unit], lang: Lang, *, as_of: date | None = None) -> str:
    """The same as a page."""
    blocks = [f"# {inline(version_line(version, lang))}"]
    if as_of is not None:
        blocks.append(inline(_dated(as_of, version, lang)))
    blocks.append("\n".join(f"- {inline(f'{name}: {value}')}" for name, value in head_fields(version, lang)))
    for label, text in _passages(version, units, lang):
        if label:
            blocks.append(f"**{inline(label)}**")
        blocks += [inline(row) for row in text.split("\n") if row.strip()]
    return "\n\n".join(blocks) + "\n"


def shown_json(version: Version, units: Sequence[Unit], *, as_of: date | None = None) -> str:
    """The same as data."""
    side = Side.of(version)
    chosen = tuple(units) or tuple(unit for _, unit in _own(version))
    return dumped(
        {
            "version": version_data(side),
            "as_of": as_of.isoformat() if as_of is not None else None,
            "text": None if units or version.coverage == "excerpt" else version.documents[0].text,
            "units": [_unit_data(side, unit) for unit in chosen],
        }
    )


def _unit_data(side: Side, unit: Unit) -> Data:
    return {
        "place": side.key(unit.id),
        "kind": unit.kind,
        "heading": unit.heading,
        "text": side.text(unit.id),
        "source": side.source(unit.id),
    }


def _lines(version: Version, units: Sequence[Unit], lang: Lang, as_of: date | None) -> Iterator[Line]:
    yield line(version_line(version, lang), "bold", hang=2)
    if as_of is not None:
        yield line(_dated(as_of, version, lang), indent=2, hang=2)
    for name, value in head_fields(version, lang):
        yield line(f"{name}: {value}", "dim", indent=2, hang=4)
    for label, text in _passages(version, units, lang):
        yield line()
        if label:
            yield line(label, "bold")
        for row in text.split("\n"):
            yield line(visible(row))


def _dated(as_of: date, version: Version, lang: Lang) -> str:
    return pick((f"截至 {as_of} 的版本：{version.name}", f"the version as of {as_of}: {version.name}"), lang)


def _passages(version: Version, units: Sequence[Unit], lang: Lang) -> Iterator[tuple[str, str]]:
    """The pieces of text to show, each under its label."""
    side = Side.of(version)
    if units:
        for unit in units:
            yield "", side.text(unit.id).strip()
    elif version.coverage == "full":
        for number, document in enumerate(version.documents, start=1):
            label = document_number(version, number, lang)
            yield label, document.text.strip()
    else:
        told = False
        for document, unit in _own(version):
            told = True
            place = side.cite(unit.id, lang)
            yield (
                f"{place} · {document.origin.publisher}" if document.origin.publisher else place,
                side.text(unit.id).strip(),
            )
        if not told:
            yield "", pick(_NOTHING, lang)


def _own(version: Version) -> Iterator[tuple[Document, Unit]]:
    """The units that give a version's own words: its articles, or what reports attribute to it."""
    for document in version.documents:
        for unit in document.walk():
            if version.reported_in(unit) or (version.coverage == "full" and unit.kind == "article"):
                yield document, unit
