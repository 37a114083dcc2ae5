"""What a text says of itself, and which work of a corpus it resembles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.corpus import VersionRecord, WorkRecord
from policydiff.errors import CorpusError, InputError
from policydiff.model import Citation, Coverage, Document, Note, Status
from policydiff.pipeline.memory import Memory, recall, retain
from policydiff.pipeline.opening import InputOptions
from policydiff.pipeline.prints import Print, likeness, print_of
from policydiff.pipeline.shelf import Shelved
from policydiff.pipeline.versions import title_of, version_of
from policydiff.segment.dates import read_date
from policydiff.similarity import Weights, cosine, grams

__all__ = ["DRAFTS", "Account", "ProposeOptions", "Resemblance", "account", "remember_print", "same_name"]

_UNIQUE = re.compile(r"[〔\[［（(【]\s?\d{4}\s?[〕\]］）)】]")
"""What makes a document number one of a kind: 某政规〔2025〕3号; a 第12号 is counted anew by every office."""
_TITLE_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
DRAFTS = ("draft", "second_draft", "submission")
"""The states of a text before it is issued."""
_DRAFT = re.compile("征求意见|修订草案|修正草案|草案")
_ISSUED = re.compile("印发|出台|正式发布|正式施行|公布施行|起施行|起实施")
_PRESENTED = re.compile("(?:新闻|政策)(?:发布|通气|吹风)会")
_DAY_LINE = re.compile(
    r"(?m)^[^。；！？]{0,30}(?P<day>20\d\d(?:年\d{1,2}月\d{1,2}日|([-./])\d{1,2}\2\d{1,2}))(?!\d)[^。；！？\n]{0,20}$"
)
_HEAD = 300
"""Characters in which a report gives its day, on a line that is no sentence: 海州日报 2025-03-02 08:15."""
_PAST_DRAFT = re.compile(
    "最终稿|正式稿|正式文本|定稿|[与和同跟比较](?:此前|之前|前期|先前|上述|原)?(?:发布|公布|公开)?的?"
    "(?:征求意见|修订草案|修正草案|草案)稿?(?:的时候|时|阶段)?[^，,。；]{0,12}(?:相比|对比|相较|比较|更|提高|降低|增加|减少|取消|新增|多|少|有)"
)
"""与征求意见稿相比, 最终稿取消了: what compares with a draft tells of what came after it."""


@dataclass(frozen=True, slots=True)
class ProposeOptions:
    """When a text under another title is taken for a version of a work.

    Of ten national laws and their revisions, two versions of one law share 0.25 (rewritten as a whole) to 0.95 of their
    pairs of characters, nine in ten more than 0.4; two laws share 0.25 at the most.  The subjects of titles are
    compared by the cosine of theirs; a report has no text to compare, so the title it gives must be a `close` one: a 市
    left out, 政策措施 for 政策.  A `lead` below the error of the estimate tells nothing.
    """

    title_alike: float = 0.5
    title_close: float = 0.8
    text_alike: float = 0.35
    lead: float = 0.1
    shortlist: int = 5


@dataclass(frozen=True, slots=True)
class Account:
    """What a text says of itself; `print` is that of an instrument's own text, `reported_on` the day of a report."""

    name: str
    coverage: Coverage
    title: str | None
    number: str | None
    status: Status | None
    reported_on: date | None
    date: date | None
    year: int | None
    print: Print | None
    from_page: bool = False


def account(document: Document, coverage: Coverage, title: str | None = None, published: date | None = None) -> Account:
    """Read what a text says of itself; of a report, what it says of the instrument it mostly speaks of.

    `title` is what a person calls the instrument, `published` when its page says that it was put up: that is the date
    of a text that bears none.  The day on which a draft means to take effect is a hope and no date of the draft.
    """
    said = document.metadata
    title = title or title_of(document, coverage)
    if coverage == "full":
        in_force = said.effective if said.status not in DRAFTS else None
        day = said.issued or published or in_force
        until = day or said.effective or said.comments_until
        year = until.year if until else _year(title)
        own = print_of(document.text)
        status, number = said.status, said.document_number
        return Account(
            document.origin.name,
            coverage,
            title,
            number,
            status,
            None,
            day,
            year,
            own,
            day is not None and said.issued is None and day == published,
        )
    key = corpus_stage.title_key(title or "")
    cited = [one for one in said.cited if corpus_stage.title_key(one.title) == key]
    number = next((one.number for one in cited if one.number), None)
    status, year = _reported(document, cited), _year(title) or _year_of(number)
    day = published or _own_day(document.text[:_HEAD])
    return Account(document.origin.name, coverage, title, number, status, day, None, year, None)


def _year_of(number: str | None) -> int | None:
    """The year in a document number: 海政规〔2025〕4号."""
    named = _UNIQUE.search(number or "")
    return int(re.sub(r"\D", "", named[0])) if named else None


def _own_day(head: str) -> date | None:
    line = _DAY_LINE.search(head)
    return read_date(line["day"]) if line else None


def _year(title: str | None) -> int | None:
    """The year that a title names: 某市2025年工作方案."""
    named = _TITLE_YEAR.search(title or "")
    return int(named[0]) if named else None


def _reported(document: Document, cited: list[Citation]) -> Status | None:
    """Whether a report speaks of a draft or of what was issued."""
    if _PAST_DRAFT.search(document.text):
        return "official"
    if any(_DRAFT.search(one.title) for one in cited):
        return "draft"
    if _ISSUED.search(document.text):
        return "official"
    if _DRAFT.search(document.text):
        return "draft"
    return "official" if _PRESENTED.search(document.text) else None


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A text held against the works of a corpus; texts are read only where titles and numbers do not decide."""

    root: Path
    works: tuple[Shelved, ...]
    told: Account
    memory: Memory
    inputs: InputOptions
    options: ProposeOptions = field(default_factory=ProposeOptions)

    def work(self) -> tuple[WorkRecord | None, Note]:
        """The work that the text is a version of, null for a new one, and why; raises where two are equally likely."""
        number, title = self.told.number, self.told.title or ""
        if number and _UNIQUE.search(number):
            numbered = [one.record for one in self.works if number in one.numbers]
            if len(numbered) == 1:
                return numbered[0], _why("work_by_number", numbered[0], number=number)
        key = corpus_stage.title_key(title)
        titled = [one.record for one in self.works if key in one.keys]
        if len(titled) == 1:
            return titled[0], _why("work_by_title", titled[0], title=titled[0].work.title)
        near = titled or self._kin(title)
        if self.told.print is None and not titled:
            if len(near) == 1:
                return near[0], _why("work_by_like_title", near[0], title=near[0].work.title)
            if near:
                raise self._undecided(near)
            return None, Note("work_new", (("title", title),))
        found = self._likest(near, bool(titled))
        if found is None:
            return None, Note("work_new", (("title", title),))
        alike, work = found
        return work, _why("work_by_text", work, percent=str(round(alike * 100)), title=work.work.title)

    def same_words(self, work: WorkRecord) -> VersionRecord | None:
        """The version of a work that has the same text in other bytes: from another page, in another format."""
        mine = self.told.print
        for version in work.versions if mine is not None else ():
            yours = self._print(version)
            if mine is not None and yours is not None and yours.digest == mine.digest:
                return version
        return None

    def _kin(self, title: str) -> list[WorkRecord]:
        """The works whose titles come nearest, of those that could be this one at all."""
        least = self.options.title_alike if self.told.print else self.options.title_close
        ranked = []
        for work in (one.record for one in self.works):
            names = [name for name in (work.work.title, *work.work.aliases) if corpus_stage.same_kin(name, title)]
            alike = max((_titles_alike(name, title, whole=self.told.print is None) for name in names), default=0.0)
            if alike >= least:
                ranked.append((-alike, work.work.id, work))
        return [work for _, _, work in sorted(ranked, key=lambda entry: entry[:2])[: self.options.shortlist]]

    def _likest(self, works: list[WorkRecord], titled: bool) -> tuple[float, WorkRecord] | None:
        """The work whose text is the likest, if it is like enough or bears the title."""
        least = 0.0 if titled else self.options.text_alike
        ranked = sorted(
            ((self._alike(work), work.work.id, work) for work in works), key=lambda entry: (-entry[0], entry[1])
        )
        able = [(alike, work) for alike, _, work in ranked if alike >= least]
        close = [work for alike, work in able if able[0][0] - alike < self.options.lead]
        if len(close) > 1:
            raise self._undecided(close)
        return able[0] if able else None

    def _undecided(self, works: list[WorkRecord]) -> CorpusError:
        listed = " or ".join(f"{work.work.id} ({work.work.title})" for work in works)
        return CorpusError(f"{self.told.name} may belong to {listed}: say to which with --work")

    def _alike(self, work: WorkRecord) -> float:
        mine = self.told.print
        prints = [yours for version in work.versions if mine is not None and (yours := self._print(version))]
        return max((likeness(mine, yours) for yours in prints if mine is not None), default=0.0)

    def _print(self, version: VersionRecord) -> Print | None:
        """The print of a full version's text, remembered by its capture's digest."""
        texts = [source for source in version.sources if source.kind == "text"]
        if version.coverage != "full" or not texts:
            return None
        kept = recall(self.memory, "print", texts[0].sha256)
        if kept is not None and isinstance(kept.get("sketch"), list):
            return Print(str(kept.get("digest")), tuple(kept["sketch"]))
        try:
            found = print_of(version_of(version, self.inputs).documents[0].text)
        except (CorpusError, InputError):  # a capture that was lost: what is left of the corpus still takes texts
            return None
        _keep(self.memory, texts[0].sha256, found)
        return found


def remember_print(memory: Memory, sha256: str, found: Print | None) -> None:
    """Keep the print of a text that was added, so that nobody reads it again for that; a report has none."""
    if found is not None:
        _keep(memory, sha256, found)


def _keep(memory: Memory, sha256: str, found: Print) -> None:
    retain(memory, {"digest": found.digest, "sketch": found.sketch}, "print", sha256)


_EQUAL = Weights({}, 1)


def _titles_alike(one: str, other: str, *, whole: bool) -> float:
    """How alike two titles are in their subject, or as a whole too: 停车管理办法 and 渔港管理办法 share only a form."""
    one, other = corpus_stage.placed_like(one, other), corpus_stage.placed_like(other, one)
    pairs = [(corpus_stage.title_subject(one), corpus_stage.title_subject(other))]
    if whole:
        pairs.append((corpus_stage.title_key(one), corpus_stage.title_key(other)))
    return min(cosine(grams(mine), grams(yours), _EQUAL) for mine, yours in pairs)


def same_name(one: str, other: str, options: ProposeOptions | None = None) -> bool:
    """Whether two titles name one instrument by themselves: but for a 市 left out, or 政策措施 for 政策.

    >>> same_name("云泽市促进冷链物流发展若干措施", "云泽促进冷链物流发展若干政策措施")
    True
    >>> same_name("云泽市停车管理办法", "云泽市渔港管理办法"), same_name("云泽市停车办法", "云泽市停车办法实施细则")
    (False, False)
    """
    if corpus_stage.title_key(one) == corpus_stage.title_key(other):
        return True
    least = (options or ProposeOptions()).title_close
    return corpus_stage.same_kin(one, other) and _titles_alike(one, other, whole=True) >= least


def _why(code: str, work: WorkRecord, **values: str) -> Note:
    return Note(code, (("work", work.work.id), *values.items()))
