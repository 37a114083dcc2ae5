"""What happened between two versions: links, differences, paired terms and the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from policydiff.model.document import Certainty, Version
from policydiff.model.term import Term
from policydiff.model.text import Span

__all__ = [
    "Alignment",
    "Alternative",
    "Change",
    "ClauseChange",
    "Comparison",
    "Direction",
    "Facet",
    "Flag",
    "Hit",
    "Link",
    "Note",
    "Op",
    "OpKind",
    "Override",
    "Reason",
    "Relation",
    "Signal",
    "Substance",
    "TermChange",
    "Touch",
    "Witness",
]

Relation = Literal[
    "same",  # one old article, one new
    "split",  # 拆分: one old article continues in several
    "merge",  # 合并: several continue in one
    "regrouped",  # several continue in several
    "added",  # 新增
    "removed",  # 删除
    "reported",  # 报道: at least one whole statement of an excerpt restates it
    "mentioned",  # 提及: an excerpt names it in passing, or only an inferred statement does
    "not_reported",  # 报道未提及: the excerpt is silent, which is no claim
    "unplaced",  # a statement of an excerpt that belongs to no article of the other side
]
Direction = Literal[
    "raised",
    "lowered",
    "introduced",
    "dropped",
    "unchanged",
    "split",
    "merged",
    "not_comparable",
    "not_reported",
]
Facet = Literal["bound", "hedge", "basis", "per", "recurrence"]
Flag = Literal["moved", "renumbered", "retitled", "edited"]
Substance = Literal["substantive", "editorial", "reference_shift", "format_only", "none"]
Signal = Literal[  # what a substantive change touches, told from the words that changed
    "number",  # 数值: an amount, rate, period or count, or whether it is included (半数以上 → 过半数)
    "modal",  # 情态词: 可以, 应当, 有权, 鼓励, 支持
    "negation",  # 否定、禁止: 不得, 不予, 未经, 除外
    "actor",  # 主体: who acts, is responsible or is bound
    "date",  # 日期
    "condition",  # 条件: 如果, 但是, 或者, 逾期, 情节严重, the 的 that closes a condition
    "penalty",  # 责任: a fine, a sanction, an offence
    "procedure",  # 程序: 批准, 备案, 公告, 书面
    "reference",  # 援引: a reference whose target changed
    "scope",  # 范围: what or whom a rule covers; words that are none of the above
    "added",  # 增加: a whole sentence or article
    "removed",  # 删去
]
OpKind = Literal["equal", "insert", "delete", "replace"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link stands: a code with a figure, such as `likeness` 0.83 or `heading` 1."""

    code: str
    value: float


@dataclass(frozen=True, slots=True)
class Link:
    """One old unit continues in one new unit.

    `score` runs from 0 to 1.  `evidence` is the part of the new unit that carries the link, where it is not the whole.
    """

    old: str
    new: str
    score: float
    reasons: tuple[Reason, ...] = ()
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A person's word: each place of `old` continues in each one of `new`, or, where it is not `linked`, does not.

    Places are called what data call them: 第三条之一, 三、, `preamble`, `r1s4`.  What is not linked with an empty side
    is linked with nothing there: 第六条 was removed.
    """

    linked: bool
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader should know, as a code with named parameters; only `render` puts it into words."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which unit became which; every compared unit stands in a link or in exactly one of the one-sided lists."""

    links: tuple[Link, ...]
    old_only: tuple[str, ...]
    new_only: tuple[str, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Op:
    """One step of a difference, over spans of both clean texts."""

    kind: OpKind
    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A row of the side-by-side table: a sentence or paragraph and what became of it.

    One side's id is null where the clause stands on one side only; `ops` cover both units from end to end, but for the
    white space at their ends where that differs.  `elsewhere` is then the clause it became, or came from, in an article
    that is not linked with this one, and `edits` are what changed on the way, over both clauses from the old one to the
    new one; empty if nothing did.  A sentence that was joined with another one (渔港合并的，… and 渔港分立的，… →
    渔港合并、分立的，…), or cut from it, has it as its `elsewhere`, too; it is of this row's own articles, and the row
    of the other sentence shows what changed.
    """

    old: str | None
    new: str | None
    ops: tuple[Op, ...]
    moved: bool = False
    elsewhere: str | None = None
    edits: tuple[Op, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """Who says so: a document of the new side (its origin's name) and the sentence it stands in."""

    document: str
    unit_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading that cannot be ruled out: the term that this one could be paired with instead."""

    side: Literal["old", "new"]
    term: Term
    score: float


@dataclass(frozen=True, slots=True)
class TermChange:
    """What became of a figure.  `delta` is new minus old in base units, `percent` the same in per cent of the old value
    (150 means +150%), `points` the difference of two rates in percentage points."""

    old: tuple[Term, ...]
    new: tuple[Term, ...]
    direction: Direction
    certainty: Certainty
    delta: Fraction | None = None
    percent: Fraction | None = None
    points: Fraction | None = None
    changed: tuple[Facet, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Touch:
    """The words by which a change touches something: 可以 → 应当 (modal), 市科技局 → 市财政局 (actor); one may be
    empty."""

    signal: Signal
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a connected group of articles; `old` and `new` are unit ids in reading order."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: Relation
    links: tuple[Link, ...] = ()
    flags: tuple[Flag, ...] = ()
    substance: Substance = "none"
    clauses: tuple[ClauseChange, ...] = ()
    terms: tuple[TermChange, ...] = ()
    signals: tuple[Signal, ...] = ()
    touched: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and everything that happened between them, in the old version's reading order."""

    old: Version
    new: Version
    changes: tuple[Change, ...]
    replacements: tuple[tuple[str, str, int], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that holds what was searched for; `spans` are the places, over the document's clean text."""

    version: Version
    document_index: int
    unit_id: str
    spans: tuple[Span, ...]
