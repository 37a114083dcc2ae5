"""A comparison in a few sentences, made of its facts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.model import Term, TermChange
from policydiff.render.comparison.cited import figure_place
from policydiff.render.comparison.facts import Facts, Figure, article_units, outcome
from policydiff.render.wording.chapters import CHAPTERS, chapter_words
from policydiff.render.wording.figure_changes import delta_words, way
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.places import version_label
from policydiff.render.wording.values import qualifiers, role_word, written
from policydiff.similarity import grams

__all__ = ["IN_SUMMARY", "Summary", "comparison_title", "sentences", "summary", "title"]

IN_SUMMARY = frozenset(
    {
        *CHAPTERS,
        "amending_decision",
        "article_count",
        "effective",
        "expiry",
        "little_in_common",
        "nothing_attributed",
        "only",
        "other_instrument",
        "repealed",
        "replacement_weighs",
        "same_expiry",
        "same_file",
        "wrong_order",
    }
)
"""The notes that the summary tells, so that the list of notes does not."""
_HUNG_ON = frozenset({"basis", "per", "recurrence"})
_LISTED = 8
"""How many figures of one kind a sentence can name and still be read."""
_COUNTED = {
    "edited": ("{n}条修改", "{n} edited"),
    "same": ("{n}条未变", "{n} unchanged"),
    "retitled": ("{n}条改题", "{n} retitled"),
    "moved": ("{n}条仅移动", "{n} only moved"),
    "renumbered": ("{n}条仅重编号", "{n} only renumbered"),
    "added": ("{n}条新增", "{n} added"),
    "removed": ("{n}条删除", "{n} removed"),
    "split": ("{n}处拆分", "{n} split"),
    "merge": ("{n}处合并", "{n} merged"),
    "regrouped": ("{n}处重组", "{n} regrouped"),
    "reported": ("{n}条有报道", "{n} reported"),
    "mentioned": ("{n}条仅提及", "{n} only mentioned"),
    "not_reported": ("{n}条报道未提及", "{n} not reported"),
    "amended": ("{n}条决定涉及", "{n} spoken of by the decision"),
    "not_amended": ("{n}条决定未涉及", "{n} not amended"),
}
_RISEN = {
    "raised": ("提高的有：{items}。", "Raised: {items}."),
    "extended": ("延长的有：{items}。", "Extended: {items}."),
    "lowered": ("降低的有：{items}。", "Lowered: {items}."),
    "shortened": ("缩短的有：{items}。", "Shortened: {items}."),
    "introduced": ("新设的有：{items}。", "New: {items}."),
    "dropped": ("取消的有：{items}。", "Dropped: {items}."),
    "merged": ("合并的有：{items}。", "Merged: {items}."),
    "split": ("拆分的有：{items}。", "Split: {items}."),
    "not_comparable": ("口径不同、不可直接比较的有：{items}。", "Measured differently, so not comparable: {items}."),
}
_APART = {
    "condition": ("条件变化：{items}。", "Conditions: {items}."),
    "target": ("目标变化：{items}。", "Targets: {items}."),
    "penalty": ("处罚变化：{items}。", "Penalties: {items}."),
}
"""What is no grant is told apart, whichever way it went: a higher threshold is no higher benefit."""


def comparison_title(facts: Facts, lang: Lang) -> str:
    """What the comparison is of: 《…》：征求意见稿与正式稿对照."""
    works = dict.fromkeys((title(facts, old=True), title(facts, old=False)))
    versions = (version_label(facts.comparison.old, lang), version_label(facts.comparison.new, lang))
    if lang == "zh":
        return f"{'与'.join(f'《{work}》' for work in works)}：{versions[0]}与{versions[1]}对照"
    return f"{' and '.join(f'《{work}》' for work in works)}: {versions[0]} against {versions[1]}"


def title(facts: Facts, *, old: bool) -> str:
    """The title of a side: its text's own, else its work's, else its name."""
    version = facts.comparison.old if old else facts.comparison.new
    own = next((d.metadata.title for d in version.documents if d.metadata.title and not d.origin.report), None)
    return (own or version.work.title or version.name).strip("《》")


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary in its parts: the articles, what else there is to know, the figures in numbers, each kind of change
    with its figures, and what was replaced throughout; empty where there is nothing to tell.
    """

    articles: str
    notes: tuple[str, ...]
    figures: str
    changes: tuple[str, ...]
    replaced: tuple[str, ...]


def sentences(facts: Facts, lang: Lang) -> tuple[str, ...]:
    """The summary, a sentence each."""
    told = summary(facts, lang)
    return tuple(filter(None, (told.articles, *told.notes, told.figures, *told.changes, *told.replaced)))


def summary(facts: Facts, lang: Lang) -> Summary:
    """The summary of a comparison."""
    notes = facts.comparison.notes
    apart = CHAPTERS | {"replacement_weighs"}
    told = (facts.note(note, lang) for note in notes if note.code in IN_SUMMARY - apart)
    known = tuple(filter(None, (_annexes(facts, lang), chapter_words(notes, lang), *told)))
    return Summary(
        _articles(facts, lang), known, _figures(facts, lang), _changes(facts, lang), tuple(_replacements(facts, lang))
    )


def _changes(facts: Facts, lang: Lang) -> tuple[str, ...]:
    told = [figure for figure in facts.figures() if way(figure.term) in _RISEN]
    made = []
    for direction, template in _RISEN.items():
        made.append(
            _told(facts, template, [f for f in told if f.role not in _APART and way(f.term) == direction], lang)
        )
    for role, template in _APART.items():
        made.append(_told(facts, template, [figure for figure in told if figure.role == role], lang))
    return tuple(filter(None, made))


def _told(facts: Facts, template: tuple[str, str], figures: Sequence[Figure], lang: Lang) -> str:
    """A sentence that names its figures, as many as can be read; the others are counted."""
    items = [_item(facts, figure, lang) for figure in figures[:_LISTED]]
    if more := len(figures) - len(items):
        items.append(pick((f"另有{more}项，见下表", f"{more} more in the table"), lang))
    return pick(template, lang).format(items=pick(("；", "; "), lang).join(items)) if items else ""


def _articles(facts: Facts, lang: Lang) -> str:
    counts = facts.relations()
    said = {facts.said(code): n for code, n in counts.items()}
    parts = [pick(words, lang).format(n=said[code]) for code, words in _COUNTED.items() if said.get(code)]
    if not parts and (kind := _chosen(facts)):
        kind = word("substance", kind, lang)
        return pick((f"没有性质为“{kind}”的条文。", f"No change of this kind: {kind}."), lang)
    if not parts:
        return pick(("没有可以比较的条文。", "There are no articles to compare."), lang)
    old, new = len(article_units(facts.old)), len(article_units(facts.new))
    listed = pick(("、", ", "), lang).join(parts) + _moved(facts, counts, lang)
    if facts.comparison.new.coverage == "excerpt" and facts.comparison.old.coverage == "full":
        return pick((f"旧版本{old}条中，{listed}。", f"Of the old version's {old} articles: {listed}."), lang)
    if facts.excerpt:
        return pick((f"条文：{listed}。", f"Articles: {listed}."), lang)
    if not old and not new:
        return pick((f"按段落比较：{listed.replace('条', '段')}。", f"Compared by paragraphs: {listed}."), lang)
    return pick((f"条文由{old}条变为{new}条：{listed}。", f"From {old} to {new} articles: {listed}."), lang)


def _chosen(facts: Facts) -> str | None:
    """The one kind of change that is shown, where others are left out."""
    return next((dict(note.values)["substance"] for note in facts.comparison.notes if note.code == "only"), None)


def _annexes(facts: Facts, lang: Lang) -> str:
    """What became of what stands behind the text: a table of rates is as much a part of it as any article."""
    counts = Counter(outcome(change) for change in facts.annexes())
    parts = [pick(words, lang).format(n=counts[code]) for code, words in _COUNTED.items() if counts[code]]
    listed = pick(("、", ", "), lang).join(parts)
    return pick((f"附件：{listed.replace('条', '个')}。", f"Annexes: {listed}."), lang) if parts else ""


def _moved(facts: Facts, counts: dict[str, int], lang: Lang) -> str:
    """How many articles moved in all, where some of those are counted as edited or retitled."""
    moved = facts.moved()
    if moved == counts.get("moved", 0):
        return ""
    return pick((f"；其中移动{moved}条", f"; {moved} of them moved"), lang)


def _figures(facts: Facts, lang: Lang) -> str:
    counts = facts.ways()
    if not counts and _chosen(facts):
        return ""  # what is left out may have figures
    if not counts:
        return pick(("没有涉及金额、比例、期限的内容。", "No amounts, rates or periods are involved."), lang)
    total = sum(counts.values())
    also = _also_changed(facts, lang)
    if lang == "zh":
        told = (f"{word('direction', code, lang)}{n}项" + also * (code == "unchanged") for code, n in counts.items())
        return f"金额、比例、期限等数值{total}项：{'、'.join(told)}。"
    told = (f"{n} {word('direction', code, lang)}" + also * (code == "unchanged") for code, n in counts.items())
    return f"Amounts, rates, periods and counts ({total}): {', '.join(told)}."


def _also_changed(facts: Facts, lang: Lang) -> str:
    """Of the figures whose value is the same, those that the table of changes has all the same: 其中1项限定词改变."""
    found = [figure.term for figure in facts.figures() if figure.term.direction == "unchanged" and figure.altered]
    if not found:
        return ""
    facets = dict.fromkeys(word("facet", facet, lang) for term in found for facet in term.changed)
    listed = pick(("、", ", "), lang).join(facets)
    return pick((f"（其中{len(found)}项{listed}改变）", f" ({len(found)} with another {listed})"), lang)


def _item(facts: Facts, figure: Figure, lang: Lang) -> str:
    """One figure: 二、支持研发攻关：20% → 35%（+15个百分点）."""
    term = figure.term
    subject = _subject(term, lang)
    comma, colon = pick(("，", ", "), lang), pick(("：", ": "), lang)
    place = comma.join(filter(None, (figure_place(facts, figure, lang, named=not subject), subject)))
    sure = "" if term.certainty == "stated" else word("certainty", term.certainty, lang)
    apart = figure.role in _APART
    role = "" if apart else role_word((*term.new, *term.old)[0], lang)
    moved = word("direction", way(term), lang) if apart else ""
    extra = comma.join(part for part in (role, moved, delta_words(term, lang), sure) if part)
    return f"{place}{colon}{_values(term, lang)}" + (pick((f"（{extra}）", f" ({extra})"), lang) if extra else "")


def _subject(change: TermChange, lang: Lang) -> str:
    """What a figure is for; where the two texts give it names that have nothing in common, both names."""
    old, new = (next((t.subject for t in terms if t.subject), "") for terms in (change.old, change.new))
    if old and new and grams(old).isdisjoint(grams(new)):
        return pick((f"{old}→{new}", f"{old} → {new}"), lang)
    return new or old


def _values(change: TermChange, lang: Lang) -> str:
    """Both values with what they are measured by, told once where that is the same: 每半年一次 → 每季度一次.

    Where that came or went, the side that says nothing of it says so: 2000元〔未写明〕 → 2500元〔每年〕.
    """
    sides = [[_measured(term, lang) for term in terms] for terms in (change.old, change.new) if terms]
    if len(sides) > 1 and _HUNG_ON & set(change.changed) and any(detail for side in sides for _, detail in side):
        silent = pick(("未写明", "not stated"), lang)
        sides = [[(value, detail or silent) for value, detail in side] for side in sides]
    said = {detail for side in sides for _, detail in side}
    behind = f"〔{next(iter(said))}〕" if len(said) == 1 and any(said) else ""
    return (
        " → ".join(
            " + ".join(value + (f"〔{detail}〕" if detail and not behind else "") for value, detail in side)
            for side in sides
        )
        + behind
    )


def _measured(term: Term, lang: Lang) -> tuple[str, str]:
    """A figure, and what it is measured by but for what stands in its own words already."""
    kept = replace(term, basis=None) if term.kind == "rate" else term
    if lang == "zh" and term.kind == "count" and term.unit == "次" and term.recurrence:
        told = term.quote if "每" in term.quote else term.recurrence + written(term, lang)
        return told, qualifiers(replace(kept, recurrence=None), lang)
    return _of_base(term, lang), qualifiers(kept, lang)


def _of_base(term: Term, lang: Lang) -> str:
    """A rate says what it is of: 研发费用的20%."""
    if term.kind != "rate" or not term.basis or term.basis in term.quote:
        return written(term, lang)
    return pick((f"{term.basis}的{written(term, lang)}", f"{written(term, lang)} of {term.basis}"), lang)


def _replacements(facts: Facts, lang: Lang) -> list[str]:
    """What was replaced throughout; where that is more than another name, what it may change, too."""
    values = [dict(note.values) for note in facts.comparison.notes if note.code == "replacement_weighs"]
    weighs = {(one["old"], one["new"]): one["signals"].split("; ") for one in values}
    made = []
    for old, new, count in facts.comparison.replacements:
        signals = pick(("、", ", "), lang).join(word("signal", one, lang) for one in weighs.get((old, new), ()))
        warned = pick((f"，可能改变{signals}", f", which may change: {signals}"), lang) if signals else ""
        zh = f"全文“{old}”统一改为“{new}”（涉及{count}条{warned}）。"
        made.append(pick((zh, f"Throughout, “{old}” became “{new}” (in {count} articles{warned})."), lang))
    return made
