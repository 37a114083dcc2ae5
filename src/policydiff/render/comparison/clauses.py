"""The side-by-side table (新旧条文对照表) as rows of marked pieces, before any markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from policydiff.model import Change, ClauseChange, Op, OpKind, Span, Unit, Version
from policydiff.render.comparison.facts import Facts
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import Side

__all__ = ["ClauseRow", "Piece", "clause_rows", "pieces", "trimmed"]

State = Literal["same", "edited", "added", "removed", "not_reported", "mentioned", "quoted"]
_JOINED = frozenset({"same", "not_reported", "added", "removed"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a clause: common to both sides, or only on this one."""

    changed: bool
    text: str


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A row: what stands on each side, and the label to put before it where its words do not begin with it.

    `state` says what an empty side means.  With `same` the new side's words are the old one's, but for those in `new`,
    a heading or number that changed above them.  `elsewhere` says where the words of a removed or added row stand on
    the other side, if they only moved (移至第九条), or which sentence of a report has the figure of these words.
    `woven` is an edited clause as one text, what was deleted before what was inserted.
    """

    state: State
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    old_label: str = ""
    new_label: str = ""
    moved: bool = False
    heading: bool = False
    woven: tuple[tuple[OpKind, str], ...] = ()
    elsewhere: str = ""


def clause_rows(facts: Facts, lang: Lang) -> Iterator[tuple[Change, tuple[ClauseRow, ...]]]:
    """The rows of every change that has a place, in reading order; a report's sentence is quoted once."""
    quoted: set[str] = set()
    for change in facts.comparison.changes:
        if change.relation == "unplaced":
            continue
        rows = list(_merged(_labelled(facts, change, lang)))
        paired = {clause.new for clause in _rows(facts, change)}
        for unit_id in change.new:
            unit = facts.new.unit(unit_id)
            if unit is None or not change.clauses or paired & {part.id for part in unit.walk()}:
                continue
            row = _quotation(facts, change, unit_id, lang, repeated=unit_id in quoted)
            if row.state == "mentioned" and rows and rows[-1].state == "not_reported":
                rows[-1] = replace(row, old=rows[-1].old, old_label=rows[-1].old_label)
            elif row.new:
                rows.append(row)
        quoted |= {unit_id for unit_id in (*paired, *change.new) if unit_id is not None}
        yield change, tuple(rows)


def _rows(facts: Facts, change: Change) -> Iterator[ClauseChange]:
    """The clauses that make a row of their own.

    A report's sentence that restates no sentence of the article, or one that another report has restated in the row
    above, is quoted after the others instead.
    """
    told = change.relation in {"reported", "mentioned"} and facts.comparison.new.coverage == "excerpt"
    shown: set[str] = set()
    for clause in change.clauses:
        if told and (clause.old is None or (clause.new is not None and clause.old in shown)):
            continue
        shown.add(clause.old or "")
        yield clause


def _quotation(facts: Facts, change: Change, unit_id: str, lang: Lang, *, repeated: bool) -> ClauseRow:
    """A sentence that speaks of the article without restating any sentence of it."""
    words = () if repeated else (Piece(False, facts.new.text(unit_id)),)
    state: State = "mentioned" if change.relation == "mentioned" else "quoted"
    return ClauseRow(state, (), words, new_label=facts.new.cite(unit_id, lang))


def _merged(labelled: Iterable[ClauseRow]) -> Iterator[ClauseRow]:
    """A heading stands in the row of the words under it, and consecutive clauses that share their fate in one row."""
    rows: list[ClauseRow] = []
    for row in labelled:
        last = rows[-1] if rows else None
        joined = _headed(last, row) if last is not None and last.heading else None
        if last is not None and joined is None and _continues(last, row):
            joined = replace(last, old=_joined(last.old, row.old), new=_joined(last.new, row.new))
        if joined is not None:
            rows[-1] = joined
        else:
            rows.append(row)
    yield from rows


def _continues(last: ClauseRow, row: ClauseRow) -> bool:
    apart = row.old_label or row.new_label or row.moved or last.moved or row.heading or row.elsewhere or last.elsewhere
    return last.state == row.state and row.state in _JOINED and not apart


def _headed(last: ClauseRow, row: ClauseRow) -> ClauseRow | None:
    """A heading's row and the one under it as one, if each side of the one has a place in the other."""
    row = replace(row, old_label=last.old_label or row.old_label, new_label=last.new_label or row.new_label)
    both = {"same", "edited"}
    if last.state == row.state and row.state in {"added", "removed", "not_reported"}:
        return replace(row, old=_joined(last.old, row.old), new=_joined(last.new, row.new))
    if last.state == "not_reported" and last.old and row.state in both:
        return replace(row, old=_joined(last.old, row.old))
    if last.state not in both or row.state not in both:
        return None
    heading = last.old if last.state == "same" else last.new
    if row.state == "same":
        new, woven = (last.new, last.woven) if last.state == "edited" else ((), ())
    else:
        new, woven = _joined(heading, row.new), (last.woven or _plain(heading)) + row.woven
    return replace(row, old=_joined(last.old, row.old), new=new, woven=woven)


def _plain(parts: tuple[Piece, ...]) -> tuple[tuple[OpKind, str], ...]:
    return tuple(("equal", part.text) for part in parts)


def trimmed(parts: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without white space at both ends of the whole and without empty ones, neighbours of one kind joined.

    >>> trimmed((Piece(False, " "), Piece(True, "补贴"), Piece(True, "期限 ")))
    (Piece(changed=True, text='补贴期限'),)
    """
    whole = "".join(part.text for part in parts)
    start, end = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    found: list[Piece] = []
    at = 0
    for part in parts:
        words = part.text[max(start - at, 0) : max(end - at, 0)]
        at += len(part.text)
        if words and found and found[-1].changed == part.changed:
            found[-1] = Piece(part.changed, found[-1].text + words)
        elif words:
            found.append(Piece(part.changed, words))
    return tuple(found)


def pieces(ops: tuple[Op, ...], text: str, *, old: bool) -> tuple[Piece, ...]:
    """One side of a difference, neighbours of one kind joined."""
    found: list[Piece] = []
    for op in ops:
        words = (op.old if old else op.new).of(text)
        if words:
            found = [*_joined(tuple(found), (Piece(op.kind != "equal", words),))]
    return tuple(found)


def _joined(first: tuple[Piece, ...], second: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if first and second and first[-1].changed == second[0].changed:
        return (*first[:-1], Piece(first[-1].changed, first[-1].text + second[0].text), *second[1:])
    return first + second


def _labelled(facts: Facts, change: Change, lang: Lang) -> Iterator[ClauseRow]:
    shown: set[str] = set()
    for clause in _rows(facts, change) if change.clauses else _whole(facts, change):
        row = _row(facts, change, clause)
        if row is not None and clause.elsewhere is not None:
            row = _moved(facts, change, clause, row, lang)
        elif row is not None and row.state == "not_reported":
            row = replace(row, elsewhere=_figure_told(facts, change, clause.old, lang))
        if row is not None:
            yield replace(
                row,
                old_label=_label(facts.old, clause.old, lang, shown, "old"),
                new_label=_label(facts.new, clause.new, lang, shown, "new"),
            )


def _whole(facts: Facts, change: Change) -> Iterator[ClauseChange]:
    """The articles themselves, where the comparison did not look inside them."""
    same = len(change.old) == len(change.new) == 1 and change.relation == "same"
    if same and facts.old.text(change.old[0]) == facts.new.text(change.new[0]):
        old, new = facts.old.units[change.old[0]][1], facts.new.units[change.new[0]][1]
        yield ClauseChange(old.id, new.id, (Op("equal", old.span, new.span),))
        return
    for unit_id in change.old:
        yield ClauseChange(unit_id, None, ())
    for unit_id in change.new:
        yield ClauseChange(None, unit_id, ())


def _row(facts: Facts, change: Change, clause: ClauseChange) -> ClauseRow | None:
    old, new = _text(facts.old, clause.old), _text(facts.new, clause.new)
    units = (side.unit(i) for side, i in ((facts.old, clause.old), (facts.new, clause.new)) if i is not None)
    heading = all(unit is not None and unit.kind == "heading" for unit in units)
    if clause.old is not None and clause.new is not None:
        left = pieces(clause.ops, facts.old.units[clause.old][0].text, old=True)
        right = pieces(clause.ops, facts.new.units[clause.new][0].text, old=False)
        if facts.amending and [op.kind for op in clause.ops] == ["replace"]:
            return ClauseRow("mentioned", _as_read(left), _as_read(right))
        same = not any(piece.changed for piece in left + right)
        if same:
            return ClauseRow("same", left, (), moved=clause.moved, heading=heading)
        return ClauseRow("edited", left, right, moved=clause.moved, heading=heading, woven=tuple(_woven(facts, clause)))
    if not (old + new).strip():
        return None
    if clause.new is None:
        silent = _is_silent(facts, change, facts.comparison.new)
        return ClauseRow("not_reported" if silent else "removed", (Piece(not silent, old),), (), heading=heading)
    silent = _is_silent(facts, change, facts.comparison.old)
    quoted = change.relation in {"reported", "mentioned"}
    state: State = "not_reported" if silent else "quoted" if quoted else "added"
    return ClauseRow(state, (), (Piece(state == "added", new),), heading=heading)


def _as_read(parts: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A sentence beside the order that exchanges words of it: neither is another wording of the other."""
    return tuple(replace(part, changed=False) for part in parts)


def _is_silent(facts: Facts, change: Change, version: Version) -> bool:
    """Whether what a side lacks may only be left out there: in reports, and in a decision that amends a text."""
    return version.coverage == "excerpt" or (
        not facts.excerpt and change.relation in {"reported", "not_reported", "unplaced"}
    )


def _moved(facts: Facts, change: Change, clause: ClauseChange, row: ClauseRow, lang: Lang) -> ClauseRow:
    """A row whose words stand in another sentence of the other side: the place is named.

    Nothing is marked where it left; where it stands now, what changed on the way is.
    """
    away = clause.old is not None
    place = (facts.new if away else facts.old).cite(clause.elsewhere or "", lang)
    words = pick((f"移至{place}", f"moved to {place}") if away else (f"移自{place}", f"moved from {place}"), lang)
    if any(clause.elsewhere == (other.new if away else other.old) for other in change.clauses):
        words = pick((f"并入{place}", f"joined into {place}") if away else (f"分自{place}", f"cut from {place}"), lang)
    words += pick(("，文字有改动", ", edited"), lang) if clause.edits else ""
    old, new = (tuple(Piece(False, piece.text) for piece in side) for side in (row.old, row.new))
    if away or not clause.edits or clause.new is None:
        return replace(row, old=old, new=new, elsewhere=words)
    whole = replace(clause, old=clause.elsewhere, ops=clause.edits)
    new = pieces(clause.edits, facts.new.units[clause.new][0].text, old=False)
    return replace(row, old=old, new=new, elsewhere=words, woven=tuple(_woven(facts, whole)))


def _figure_told(facts: Facts, change: Change, unit_id: str | None, lang: Lang) -> str:
    """Which report's sentence has the figure of a sentence that no report restates."""
    told = [term for pair in change.terms for term in pair.new if any(old.unit_id == unit_id for old in pair.old)]
    if not told:
        return ""
    place = facts.new.term_cite(told[0], lang)
    return pick((f"数值见{place}", f"for its figure see {place}"), lang)


def _woven(facts: Facts, clause: ClauseChange) -> Iterator[tuple[OpKind, str]]:
    for op in clause.ops:
        old, new = _text(facts.old, clause.old, op.old), _text(facts.new, clause.new, op.new)
        if op.kind == "equal":
            yield "equal", new
            continue
        if old:
            yield "delete", old
        if new:
            yield "insert", new


def _text(side: Side, unit_id: str | None, span: Span | None = None) -> str:
    return side.text(unit_id, span) if unit_id is not None else ""


def _label(side: Side, unit_id: str | None, lang: Lang, shown: set[str], name: str) -> str:
    """The place of a clause, the first time a row of its article (or its report's sentence) is shown."""
    unit = side.unit(unit_id) if unit_id is not None else None
    if unit is None or unit_id is None:
        return ""
    place = side.cite(unit_id, lang)
    if f"{name} {place}" in shown:
        return ""
    shown.add(f"{name} {place}")
    return "" if _says_its_number(side, unit) else place


def _says_its_number(side: Side, unit: Unit) -> bool:
    text = side.text(unit.id).lstrip()
    number = unit.label or (str(unit.address.places[-1]) if unit.address else "")
    first = str(unit.address.places[0]) if unit.address else ""
    return bool(number and text.startswith(number)) or bool(first and text.startswith(first))
