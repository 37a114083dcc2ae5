"""Where a figure is cited: a new one in the new text, a dropped one in the old, a changed one in both."""

from __future__ import annotations

from policydiff.model import Term
from policydiff.render.comparison.facts import Facts, Figure
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import Side

__all__ = ["figure_place"]

_Places = tuple[str, ...]


def figure_place(facts: Facts, figure: Figure, lang: Lang, *, named: bool = True) -> str:
    """第十二条 for a figure that only the new text has, 第十一条→第十二条 where the article bears another number now.

    `named` puts the articles' headings behind their numbers.  A report has no articles: what it tells of one is cited
    by the article of the text at hand.
    """
    change, term = figure.change, figure.term
    numbers, titles = _places(facts.old, change.old, term.old, lang)
    new_numbers, new_titles = _places(facts.new, change.new, term.new, lang)
    comparison = facts.comparison
    if not term.old and term.new and comparison.new.coverage == "full":
        numbers, titles = new_numbers or numbers, new_titles or titles
    kept = new_numbers in ((), numbers) or not (term.old and term.new) or facts.excerpt
    if numbers and kept and comparison.old.coverage == "full":
        return _listed(titles if named else numbers, lang)
    if not numbers or comparison.old.coverage == "excerpt":
        return _listed((new_titles if named else new_numbers) or (titles if named else numbers), lang)
    if not named:
        return _moved(numbers, new_numbers, lang)
    retitled = _headings(numbers, titles) != _headings(new_numbers, new_titles)
    return _moved(titles if retitled else numbers, new_titles, lang)


def _places(side: Side, ids: tuple[str, ...], terms: tuple[Term, ...], lang: Lang) -> tuple[_Places, _Places]:
    """The numbers of the places, alone and with their headings; of several articles those that the figure is in.

    A figure below the number of an article is cited by where it stands: 第三条第（二）项, 第三条 落户奖励·第（二）项.
    """
    if len(ids) > 1 and terms:
        ids = tuple(dict.fromkeys(side.compared_with(term.unit_id) for term in terms))
    numbers: dict[str, str] = {}
    for unit in ids:
        cited, titled = side.cite(unit, lang), side.titled(unit, lang)
        within = dict.fromkeys(side.term_cite(term, lang) for term in terms if side.compared_with(term.unit_id) == unit)
        finer = [place for place in within if place.startswith(cited)] or [cited]
        for place in finer:
            below = place.removeprefix(cited).strip("、 ")
            headed = titled != cited and bool(below)
            numbers.setdefault(
                place, titled + pick(("·", ", "), lang) + below if headed else place if below else titled
            )
    return tuple(numbers), tuple(dict.fromkeys(numbers.values()))


def _headings(numbers: _Places, titles: _Places) -> list[str]:
    return [title.removeprefix(number) for number, title in zip(numbers, titles, strict=False)]


def _moved(old: _Places, new: _Places, lang: Lang) -> str:
    return pick(("→", " → "), lang).join((_listed(old, lang), _listed(new, lang)))


def _listed(places: _Places, lang: Lang) -> str:
    return pick(("；", "; "), lang).join(places)
