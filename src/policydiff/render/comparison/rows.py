"""The table of figures and the table of articles as rows of plain words, before any markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from policydiff.model import Alternative, Change, Term
from policydiff.render.comparison.cited import figure_place
from policydiff.render.comparison.facts import Facts, Figure
from policydiff.render.wording.figure_changes import change_words
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.places import Side, document_words
from policydiff.render.wording.values import facet_words, marked, qualifiers, written

__all__ = [
    "ArticleRow",
    "Fate",
    "FigureRow",
    "article_rows",
    "figure_row",
    "figure_rows",
    "flat",
    "headline",
    "relation_words",
    "titles",
    "touched_words",
]


Fate = Literal["changed", "kept", "silent"]
_TOLD = 40
"""An exchange of more characters than this is read in the side-by-side table, not in a cell."""
_NAMED = 3
"""As many exchanges of one kind are named in a cell."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; `source` is the place of the sentence that proves it and `sentence` its words."""

    article: str
    about: str
    old: str
    new: str
    change: str
    facets: tuple[str, ...]
    certainty: str
    source: str
    sentence: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One group of articles and what became of it."""

    old: str
    new: str
    relation: str
    substance: str
    touched: str


def figure_rows(facts: Facts, lang: Lang, fate: Fate) -> tuple[FigureRow, ...]:
    """The figures that changed in some way, those that both sides give alike, or those that the reports leave out."""
    return tuple(figure_row(facts, figure, lang) for figure in facts.figures() if _fate(figure) == fate)


def _fate(figure: Figure) -> Fate:
    if figure.term.direction == "not_reported":
        return "silent"
    return "changed" if figure.altered else "kept"


def figure_row(facts: Facts, figure: Figure, lang: Lang) -> FigureRow:
    """A figure in words."""
    term = figure.term
    source, sentence = _source(facts, figure, lang)
    return FigureRow(
        article=figure_place(facts, figure, lang),
        about=_about(figure, lang),
        old=_side(term.old, facts, figure, lang, old=True),
        new=_side(term.new, facts, figure, lang, old=False),
        change=change_words(term, lang),
        facets=facet_words(term, lang, excerpt=facts.comparison.new.coverage == "excerpt"),
        certainty=_certainty(facts, figure, lang),
        source=source,
        sentence=sentence,
        alternatives=tuple(
            _alternative(facts.old if other.side == "old" else facts.new, other, lang, term.certainty == "conflicting")
            for other in term.alternatives
        ),
    )


def article_rows(facts: Facts, lang: Lang) -> tuple[ArticleRow, ...]:
    """What became of each article, in reading order."""
    return tuple(
        _article_row(facts, change, lang) for change in facts.comparison.changes if change.relation != "unplaced"
    )


def flat(text: str) -> str:
    """A cell of several lines on one."""
    return text.replace("\n〔", "〔").replace("\n", " + ")


def titles(side: Side, units: Iterable[str], lang: Lang) -> str:
    """The names of several provisions, each once: 第二条；第三条."""
    return pick(("；", "; "), lang).join(dict.fromkeys(side.titled(unit, lang) for unit in units))


def headline(facts: Facts, change: Change, lang: Lang) -> tuple[str, str]:
    """Where a change stands, and what became of it there: 第三条 → 第四条, 修改、重编号 · 实质变化 · 涉及数值."""
    places = dict.fromkeys((titles(facts.old, change.old, lang), titles(facts.new, change.new, lang)))
    parts = [relation_words(facts, change, lang)]
    if change.substance != "none":
        parts.append(word("substance", change.substance, lang))
    if touched := touched_words(change, lang):
        parts.append(pick((f"涉及{touched}", f"touches {touched}"), lang))
    return " → ".join(filter(None, places)), " · ".join(parts)


def relation_words(facts: Facts, change: Change, lang: Lang) -> str:
    """A change's relation with what else happened: 拆分、重编号, 修改、移动."""
    flags = [word("flag", flag, lang) for flag in change.flags]
    if change.relation == "same":
        return pick(("、", ", "), lang).join(flags) or word("relation", "same", lang)
    if change.relation in {"reported", "mentioned"}:
        return word("relation", facts.said(change.relation), lang)
    return pick(("、", ", "), lang).join([word("relation", facts.said(change.relation), lang), *flags])


def _article_row(facts: Facts, change: Change, lang: Lang) -> ArticleRow:
    absent = {"added": "新增", "removed": "删除"}.get(change.relation) if lang == "zh" else change.relation
    if change.relation == "not_reported":
        absent = word("relation", facts.said("not_reported"), lang)
    old, new = titles(facts.old, change.old, lang), titles(facts.new, change.new, lang)
    return ArticleRow(
        old=old or pick((f"（{absent}）", f"({absent})"), lang),
        new=new or pick((f"（{absent}）", f"({absent})"), lang),
        relation=relation_words(facts, change, lang),
        substance=word("substance", change.substance, lang),
        touched=touched_words(change, lang) or "—",
    )


def touched_words(change: Change, lang: Lang) -> str:
    """What a change touches, with the words that are short enough to be told: 情态词（可以→应当）、数值.

    An article that stands on one side only touches everything, and says so itself.
    """
    if not (change.old and change.new):
        return ""
    told = []
    for signal in change.signals:
        words = [_exchange(touch.old, touch.new) for touch in change.touched if touch.signal == signal]
        short = [one for one in dict.fromkeys(words) if len(one) <= _TOLD][:_NAMED]
        inside = pick(("；", "; "), lang).join(short)
        told.append(word("signal", signal, lang) + (pick((f"（{inside}）", f" ({inside})"), lang) if inside else ""))
    return pick(("、", ", "), lang).join(told)


def _exchange(old: str, new: str) -> str:
    if old and new:
        return f"{old}→{new}"
    return f"+{new}" if new else f"−{old}"


def _about(figure: Figure, lang: Lang) -> str:
    """What a figure is about: the subjects both sides name, or its kind where neither does."""
    terms = figure.term.new + figure.term.old
    said = dict.fromkeys(term.subject for term in terms if term.subject)
    named = [name for name in said if not any(name in other and name != other for other in said)]
    label = word("kind", terms[0].kind, lang) if terms else ""
    return pick(("；", "; "), lang).join(named[:2]) or label


def _side(terms: tuple[Term, ...], facts: Facts, figure: Figure, lang: Lang, *, old: bool) -> str:
    if not terms and figure.term.direction == "not_comparable":
        return pick(("（写明截止日）", "(names its last day)"), lang)
    if not terms:
        version = facts.comparison.old if old else facts.comparison.new
        silent = version.coverage == "excerpt" or figure.term.direction == "not_reported"
        return word("direction", facts.said("not_reported"), lang) if silent else "—"
    shown = []
    for term in terms:
        detail = qualifiers(term, lang)
        shown.append(written(term, lang) + marked(term, lang) + (f"\n〔{detail}〕" if detail else ""))
    return "\n".join(shown)


def _certainty(facts: Facts, figure: Figure, lang: Lang) -> str:
    """How sure a finding is, with the witnesses named wherever the text itself is not at hand."""
    if figure.term.direction == "not_reported":
        return ""  # that reports are silent is no finding
    label = word("certainty", figure.term.certainty, lang)
    told = dict.fromkeys(witness.document for witness in figure.term.witnesses)
    names = [document_words(facts.comparison.new, name, lang) for name in told]
    if not names or not (facts.excerpt or len(facts.comparison.new.documents) > 1):
        return label
    return label + pick(("：", ": "), lang) + pick(("、", ", "), lang).join(names)


def _source(facts: Facts, figure: Figure, lang: Lang) -> tuple[str, str]:
    """The sentence a finding rests on: the witness's, else the new figure's, else the old one's."""
    for witness in figure.term.witnesses:
        if witness.unit_id in facts.new.units:
            return facts.new.cite(witness.unit_id, lang), facts.new.text(witness.unit_id, witness.span)
    for side, terms in ((facts.new, figure.term.new), (facts.old, figure.term.old)):
        for term in terms:
            if term.unit_id in side.units:
                return side.term_cite(term, lang), side.text(term.unit_id, term.context)
    return "", ""


def _alternative(side: Side, other: Alternative, lang: Lang, conflicting: bool) -> str:
    """The other reading: a figure this one may correspond to, or one that another source gives instead."""
    place = side.term_cite(other.term, lang)
    context = side.text(other.term.unit_id, other.term.context).strip()
    version = word("side", other.side, lang)
    figure = written(other.term, lang)
    if lang == "zh":
        told = f"也可能对应{version}{place}的“{figure}”"
        if conflicting:
            told = f"与{place}的“{figure}”不一致"
        elif other.side == "new":
            told = f"其中旧版本的数值也可能对应{version}{place}的“{figure}”"
        return f"{told}（{context}）"
    if conflicting:
        return f"at odds with “{figure}” in {place} ({context})"
    whose = "the old figure" if other.side == "new" else "it"
    return f"{whose} may instead correspond to “{figure}” in {version}, {place} ({context})"
