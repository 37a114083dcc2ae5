"""What became of the chapters, in one sentence: 新增第五章“智慧监管”；第二章“生产”改为“生产和安装”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policydiff.model import Address, Note
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import place_words

__all__ = ["CHAPTERS", "chapter_words"]

CHAPTERS = frozenset(
    {
        "chapter_added",
        "chapter_removed",
        "chapter_renumbered",
        "chapter_retitled",
        "chapters_abandoned",
        "chapters_introduced",
    }
)
"""The notes on chapters, which are told together."""
_LISTED = 8
"""How many of them a sentence can name and still be read."""


def chapter_words(notes: Sequence[Note], lang: Lang) -> str:
    """The notes on chapters among others as one sentence; empty where there are none.

    >>> added = Note("chapter_added", (("place", "第二章"), ("heading", "巡查")))
    >>> moved = [
    ...     Note("chapter_renumbered", (("old_place", f"第{a}章"), ("new_place", f"第{b}章"), ("heading", "附则")))
    ...     for a, b in ("二三", "三四")
    ... ]
    >>> chapter_words([added, *moved], "zh")
    '章节变化：新增第二章“巡查”；第二章至第三章改为第三章至第四章。'
    >>> chapter_words([added, *moved], "en")
    'Chapters: new Ch. 2 “巡查”; Ch. 2 to Ch. 3 are now Ch. 3 to Ch. 4.'
    """
    mine = [(note.code, dict(note.values)) for note in notes if note.code in CHAPTERS]
    told = [_one(code, values, lang) for code, values in mine if code != "chapter_renumbered"]
    told += _renumbered([values for code, values in mine if code == "chapter_renumbered"], lang)
    if not told:
        return ""
    if more := len(told[_LISTED:]):
        told = [*told[:_LISTED], pick((f"另有{more}处", f"{more} more"), lang)]
    return pick(("章节变化：{}。", "Chapters: {}."), lang).format(pick(("；", "; "), lang).join(told))


def _one(code: str, values: Mapping[str, str], lang: Lang) -> str:
    if code == "chapters_introduced":
        return pick(
            ("旧文本不分章，新文本分为{count}章", "the old text has none, the new one {count}"), lang
        ).format_map(values)
    if code == "chapters_abandoned":
        return pick(
            ("旧文本分为{count}章，新文本不分章", "the old text has {count}, the new one none"), lang
        ).format_map(values)
    if code == "chapter_retitled":
        old = _named(values["old_place"], values["old_heading"], lang)
        same = values["old_place"] == values["new_place"]
        new = _quoted(values["new_heading"]) if same and values["new_heading"] else ""
        new = new or _named(values["new_place"], values["new_heading"], lang)
        return pick((f"{old}改为{new}", f"{old} is now {new}"), lang)
    named = _named(values["place"], values["heading"], lang)
    return pick(
        (f"新增{named}", f"new {named}") if code == "chapter_added" else (f"删除{named}", f"{named} is gone"), lang
    )


def _named(place: str, heading: str, lang: Lang) -> str:
    words = place_words(place, lang)
    return f"{words}{pick(('', ' '), lang)}{_quoted(heading)}" if heading else words


def _quoted(heading: str) -> str:
    return f"“{heading}”"


def _renumbered(rows: Sequence[Mapping[str, str]], lang: Lang) -> Iterator[str]:
    """Chapters that bear another number, those that moved up or down together told as one."""
    held: list[Mapping[str, str]] = []
    for row in rows:
        if held and not _follows(held[-1], row):
            yield _span(held, lang)
            held = []
        held.append(row)
    if held:
        yield _span(held, lang)


def _span(rows: Sequence[Mapping[str, str]], lang: Lang) -> str:
    ends = [rows[0], rows[-1]] if len(rows) > 1 else [rows[0]]
    joint = pick(("至", " to "), lang)
    old, new = (joint.join(place_words(row[key], lang) for row in ends) for key in ("old_place", "new_place"))
    become = "are" if len(rows) > 1 else "is"
    return pick((f"{old}改为{new}", f"{old} {become} now {new}"), lang)


def _follows(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two chapters are neighbours in both texts."""
    return all(_next(one[key]) == other[key] for key in ("old_place", "new_place"))


def _next(place: str) -> str:
    try:
        *above, last = Address.parse(place).places
    except ValueError:
        return ""
    return str(Address((*above, replace(last, number=last.number + 1))))
