"""What a version talks about: on the terminal, as Markdown, as data."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Version
from policydiff.model.answers import Keyword, Keywords
from policydiff.render.data import Data, dumped, version_data
from policydiff.render.escape import cell, inline, one_line
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.markdown_table import table
from policydiff.render.wording.places import Side
from policydiff.render.terminal import Line, line, printed, rule
from policydiff.render.corpus.version_head import version_line

__all__ = ["keywords_json", "keywords_markdown", "keywords_text"]

_HEADS = (("词语", "Word"), ("次数", "Times"), ("权重", "Weight"))
_NONE = ("（无）", "(none)")


def keywords_text(found: Keywords, lang: Lang, *, color: bool, width: int) -> str:
    """The words with how often they occur, and those that only one version has."""
    return printed(_lines(found, lang), color=color, width=width)


def keywords_markdown(found: Keywords, lang: Lang) -> str:
    """The same as tables."""
    blocks = [f"# {inline(version_line(found.version, lang))}", _table(found.words, lang)]
    for title, words in _parts(found, lang):
        blocks += [f"## {inline(title)}", _table(words, lang)]
    return "\n\n".join(blocks) + "\n"


def keywords_json(found: Keywords) -> str:
    """The same as data."""
    against = found.against
    return dumped(
        {
            "version": version_data(Side.of(found.version)),
            "against": version_data(Side.of(against)) if against is not None else None,
            "keywords": [_data(word) for word in found.words],
            "only_here": [_data(word) for word in found.only_here],
            "only_there": [_data(word) for word in found.only_there],
        }
    )


def _data(word: Keyword) -> Data:
    return {"word": word.word, "count": word.count, "weight": word.weight}


def _lines(found: Keywords, lang: Lang) -> Iterator[Line]:
    yield line(version_line(found.version, lang), "bold", hang=2)
    yield line(_listed(found.words, lang), indent=2)
    for title, words in _parts(found, lang):
        yield from rule(title)
        yield line(_listed(words, lang), indent=2)


def _parts(found: Keywords, lang: Lang) -> Iterator[tuple[str, tuple[Keyword, ...]]]:
    if found.against is not None:
        yield _only(found.version, found.against, lang), found.only_here
        yield _only(found.against, found.version, lang), found.only_there


def _only(here: Version, there: Version, lang: Lang) -> str:
    """A heading; that reports do not mention a word does not say that the text is without it."""
    if there.coverage == "excerpt":
        return pick(
            (f"{here.name} 有，{there.name} 的报道未提及", f"in {here.name}, not mentioned by reports of {there.name}"),
            lang,
        )
    return pick((f"{here.name} 有，{there.name} 没有", f"in {here.name} and not in {there.name}"), lang)


def _listed(words: tuple[Keyword, ...], lang: Lang) -> str:
    shown = (f"{one_line(word.word)}×{word.count}" for word in words)
    return pick(("、", ", "), lang).join(shown) or pick(_NONE, lang)


def _table(words: tuple[Keyword, ...], lang: Lang) -> str:
    if not words:
        return pick(_NONE, lang)
    rows = [[cell(word.word), str(word.count), f"{word.weight:.4f}"] for word in words]
    return table([pick(head, lang) for head in _HEADS], rows)
