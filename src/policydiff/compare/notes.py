"""What the reader must know besides the changes, each as a code with its parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from policydiff.compare.effect import day_in_year, day_of_effect, last_day, takes_effect
from policydiff.compare.groups import Group
from policydiff.compare.replacing.replacements import Replacement
from policydiff.compare.sides import Side
from policydiff.compare.texts.chapters import chapter_notes
from policydiff.compare.weight.content import content
from policydiff.compare.weight.sayings import Marks
from policydiff.compare.weight.signals import ORDER, differences, signals
from policydiff.model import CleanText, Document, Note, Span, amending_side, repealing_side, title_of
from policydiff.numerals import whole
from policydiff.similarity import Grams, grams
from policydiff.tokens import engine

__all__ = ["doubt_notes", "notes", "replacement_notes"]

_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十百零]{1,7})"
_N = r"(?<!第)(?<![\d一二三四五六七八九十])(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})"
_SHARED_OUT = "(?:共有?|分[为设]?|提出|推出|包括|包含|形成|细化|制定|出台)了?"
_MEASURES = "(?:具体)?(?:政策|措施|举措)"
_ARTICLES = re.compile(
    rf"{_N}(?P<unit>[条项]){_MEASURES}|{_SHARED_OUT}(?:{_COUNT}(?:[编章节]|个?部分)(?:组成|构成)?[，,、]?(?:共|计)?){{0,3}}(?P<shared>{_COUNT})(?P<article>条)(?:{_MEASURES})?"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_AROUND = 8  # characters to both sides that a reader finds a blotted place by
_QUOTED = 60  # characters of a sentence that is named
_GIVES = re.compile(  # a figure, and no year told in retrospect
    r"\s{0,9}(?!截至|去年|上年|目前|近年来|(?:19|20)\d\d年[^，,。]{0,4}[，,])[\s\S]{0,400}?\d[\d.,]{0,12}\s?(?:[百千万亿]{0,2}(?:美|欧)?元|[%％倍年天日]|个?(?:工作日|月|百分点))"
)
_NUMBER, _WIDE_OPEN = re.compile(r"[\d.,%％]+"), re.compile(r"《[^《》]{2,80}》")
_MOST = 1000  # sentences of a report that are looked at; none is longer
_PAIRS, _RESTATED = 8, 0.5
"""A sentence reads like a provision if it has so many pairs of characters, and that provision holds half of them."""
_ENOUGH, _STRANGERS = 5, 0.2  # of five articles or more, so few have a partner that these are hardly two versions
_ASPECTS = re.compile(rf"(?<![^。；;])(?P<list>[^。；;]*?){_N}(?P<unit>个(?:方面|部分|板块))")


def notes(groups: Sequence[Group], old: Side, new: Side) -> tuple[Note, ...]:
    """How far the sources go, and what they say of the text as a whole."""
    return tuple(_notes(groups, old, new))


def doubt_notes(clean: CleanText, name: str) -> tuple[Note, ...]:
    """What a clean text leaves in doubt, each kind with its count and its first place; `name` is its document's."""
    return tuple(
        Note(
            f"doubt_{doubt.code}",
            (
                ("document", name),
                ("count", str(doubt.count)),
                ("quote", _quote(clean.text, doubt.code, doubt.spans[0])),
            ),
        )
        for doubt in clean.doubts
        if doubt.spans
    )


def replacement_notes(found: Iterable[Replacement], renamed: Marks) -> Iterator[Note]:
    """A note for each wording replaced throughout that is no new name of the same thing, with what it touches.

    核准 → 备案 is another procedure in every article it stands in: told once, it must not read like a matter of style.
    """
    marks = {(name, mark) for name, mark, _ in renamed}
    for one in found:
        if any((one.new, mark) in marks for name, mark in marks if name == one.old):
            continue
        told = signals(differences(content(one.old), content(one.new))[0])
        if told:
            listed = "; ".join(signal for signal in ORDER if signal in told)
            yield Note("replacement_weighs", (("old", one.old), ("new", one.new), ("signals", listed)))


def _quote(text: str, code: str, span: Span) -> str:
    """The words of a place in doubt; where what stands there cannot be read, with what stands around it."""
    around = 0 if code in {"shuffled", "spun", "unfinished"} else _AROUND
    start, end = max(0, span.start - around), min(span.end, span.start + 2 * _AROUND) + around
    before, after = text[start : span.start].rpartition("\n")[2], text[span.start : end].partition("\n")[0]
    return (before + after).strip()


def _notes(groups: Sequence[Group], old: Side, new: Side) -> Iterator[Note]:
    for name, side in (("old", old), ("new", new)):
        if side.excerpt:
            yield Note(f"{name}_excerpt", (("version", side.version.name),))
            for document in side.version.documents:
                said = [unit.attribution for unit in document.walk() if side.version.work.says(unit.attribution)]
                if said and all(words and words.certainty == "inferred" for words in said):
                    yield Note("inferred_passage", (("document", document.origin.name),))
        for document in side.version.documents:
            if any(step.rule == "script" for step in document.clean.steps):
                yield Note("script_converted", (("document", document.origin.name),))
            yield from doubt_notes(document.clean, document.origin.name)
        if not side.excerpt and not any(document.articles() for document in side.version.documents):
            yield Note("no_articles", (("side", name),))
    if engine() != "rjieba":
        yield Note("engine", (("engine", engine()),))
    yield from _article_count(old, new)
    yield from _whole(groups, old, new)
    yield from _unattributed(old, new)
    unplaced = [group for group in groups if group.relation == "unplaced"]
    if unplaced:
        texts = [
            side.text(unit) for group in unplaced for side, ids in ((old, group.old), (new, group.new)) for unit in ids
        ]
        yield Note("unplaced", (("count", str(len(unplaced))), ("quote", _shortened(texts[0]))))


def _unattributed(old: Side, new: Side) -> Iterator[Note]:
    """The sentences of reports that read like provisions of the other text, figures and all, but are nobody's."""
    side, other = (new, old) if new.excerpt else (old, new)
    if not side.excerpt or other.excerpt:
        return
    found: list[str] = []
    rules: list[Grams] = []
    for document in side.version.documents:
        for unit in islice(document.walk(), _MOST):
            if unit.kind == "statement" and not unit.attribution and _GIVES.match(document.text_of(unit)):
                rules = rules or [other.grams(rule.id) for one in other.version.documents for rule in one.articles()]
                said = grams(_NUMBER.sub("", _WIDE_OPEN.sub("", document.text_of(unit))))
                if len(said) >= _PAIRS and any(len(said & rule) >= _RESTATED * len(said) for rule in rules):
                    found.append(document.text_of(unit).strip())
    if found:
        yield Note("unattributed", (("count", str(len(found))), ("quote", _shortened(found[0]))))


def _shortened(sentence: str) -> str:
    """A sentence on one line, long enough to be found in its text."""
    line = " ".join(sentence.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def _whole(groups: Sequence[Group], old: Side, new: Side) -> Iterator[Note]:
    """What is told of two texts as wholes; a decision to amend has another day of effect, and few of the articles."""
    if repealing := repealing_side(old.version, new.version):
        yield Note("repealed", (("side", repealing), ("title", title_of((old if repealing == "new" else new).version))))
        return
    if which := amending_side(old.version, new.version):
        yield Note("amending_decision", (("side", which),))
        return
    yield from chapter_notes(groups, old, new)
    yield from _dates(old, new)
    yield from _reach(groups, old, new)


def _article_count(old: Side, new: Side) -> Iterator[Note]:
    """A report that counts the parts of the new text, where the old text has another number of articles."""
    if not new.excerpt or old.excerpt:
        return
    articles = sum(len(document.articles()) for document in old.version.documents)
    headings = [unit.heading for document in old.version.documents for unit in document.articles() if unit.heading]
    for document in new.version.documents:
        for unit in document.walk():
            if new.version.reported_in(unit):
                told = _told_count(document.text_of(unit), headings)
                if told and told[0] != articles:
                    number, measure, quote = told
                    yield Note(
                        "article_count",
                        (("old", str(articles)), ("new", str(number)), ("unit", measure), ("quote", quote)),
                    )
                if told:
                    return


def _told_count(words: str, headings: Sequence[str]) -> tuple[int, str, str] | None:
    """How many parts a statement gives its instrument, counted in what, and the clause that says so.

    提出20条措施 counts articles; 从甲、乙等10个方面 does where what it lists are headings of the other text's articles.
    """
    match = _ARTICLES.search(words)
    if match is None:
        match = _ASPECTS.search(words)
        if match is None or not any(heading in match["list"] for heading in headings):
            return None
    groups = match.groupdict()
    number = groups["number"] or groups["shared"]
    measure = groups["unit"] or groups["article"]
    start = max(words.rfind(mark, 0, match.end()) for mark in "，,。；;：:") + 1
    return whole(number), measure, words[start : match.end()].strip()


def _dates(old: Side, new: Side) -> Iterator[Note]:
    """When each of two texts takes effect, where that changed: its date, or the words that say so."""
    before, after = (_effective(side) for side in (old, new))
    if before and after and content(before) != content(after):
        yield Note("effective", (("old", before), ("new", after)))
    for told, day, short in ((new, before, not after), (old, after, not before)):
        # a report says 自5月1日起施行 without the year: another day of the year is another day whatever the year
        said = _in_year(told) if short and _ISO.fullmatch(day) else ""
        if said and said != day[5:]:
            named = "{}月{}日".format(*map(int, said.split("-")))
            sides = (day, named) if told is new else (named, day)
            yield Note("effective", (("old", sides[0]), ("new", sides[1])))
    until = _until(old), _until(new)
    if all(until) and any(_of_a_day(side) for side in (old, new)) != all(_of_a_day(side) for side in (old, new)):
        yield Note("same_expiry" if until[0] == until[1] else "expiry", (("old", until[0]), ("new", until[1])))


def _in_year(side: Side) -> str:
    return next((day for words in _reported(side) if (day := day_in_year(words))), "") if side.excerpt else ""


def _effective(side: Side) -> str:
    if side.excerpt:
        return next((day for words in _reported(side) if (day := day_of_effect(words))), "")
    documents = side.version.documents
    days = (document.metadata.effective for document in documents)
    day = next((day.isoformat() for day in days if day), "")
    return day or next((words for document in documents if (words := _in_words(document))), "")


def _until(side: Side) -> str:
    """The last day that each side is in force, named or reckoned from its period."""
    if side.excerpt:
        return next((day for words in _reported(side) if (day := last_day(words))), "")
    days = (document.metadata.expires for document in side.version.documents)
    return next((day.isoformat() for day in days if day), "")


def _of_a_day(side: Side) -> bool:
    """Whether a text names its last day, and no period."""
    return side.excerpt or any("日" in (document.metadata.validity or "") for document in side.version.documents)


def _reported(side: Side) -> Iterator[str]:
    """The statements of reports that give the instrument's own words."""
    for document in side.version.documents:
        yield from (document.text_of(unit) for unit in document.walk() if side.version.reported_in(unit))


def _in_words(document: Document) -> str:
    """发布之日起30日后: most texts say it at their end, some at their head."""
    leaves = [unit for unit in document.walk() if not unit.children]
    return next((words for unit in reversed(leaves) if (words := takes_effect(document.text_of(unit)))), "")


def _reach(groups: Sequence[Group], old: Side, new: Side) -> Iterator[Note]:
    """Whether the two sides have anything to do with each other."""
    for name, side in (("old", old), ("new", new)):
        ids = {unit for group in groups for unit in (group.old if side is old else group.new)}
        if side.excerpt and not ids:
            yield Note("nothing_attributed", (("side", name),))
    if not old.excerpt and not new.excerpt:
        linked = sum(len(group.old) for group in groups if group.new)
        total = sum(len(group.old) for group in groups)
        if total >= _ENOUGH and linked < total * _STRANGERS:
            yield Note("little_in_common", (("linked", str(linked)), ("total", str(total))))
