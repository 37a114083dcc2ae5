"""A comparison as data: `"schema": 1`, codes instead of words, the same bytes for the same input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from policydiff.model import Change, ClauseChange, Comparison, Op, TermChange
from policydiff.render.comparison.facts import ARTICLE_RELATIONS, Facts, article_units
from policydiff.render.data import Data, dumped, link_data, note_data, score_data, term_data, version_data
from policydiff.render.wording.places import Side
from policydiff.render.wording.values import number_json

__all__ = ["changes_data", "comparison_json"]


def comparison_json(c: Comparison) -> str:
    """A comparison as data."""
    facts = Facts.of(c)
    return dumped(
        {
            "old": version_data(facts.old),
            "new": version_data(facts.new),
            "changes": changes_data(facts),
            "articles": {relation: list(facts.listed(relation)) for relation in ARTICLE_RELATIONS},
            "replacements": [{"old": old, "new": new, "count": count} for old, new, count in c.replacements],
            "counts": _counts(facts),
            "notes": [note_data(note) for note in c.notes],
        }
    )


def changes_data(facts: Facts) -> list[Data]:
    """The changes of a comparison, one object each."""
    return [_change(facts, change) for change in facts.comparison.changes]


def _change(facts: Facts, change: Change) -> Data:
    return {
        "old": _keys(facts.old, change.old),
        "new": _keys(facts.new, change.new),
        "relation": change.relation,
        "flags": list(change.flags),
        "substance": change.substance,
        "signals": list(change.signals),
        "touched": [{"signal": one.signal, "old": one.old, "new": one.new} for one in change.touched],
        "headings": {"old": _headings(facts.old, change.old), "new": _headings(facts.new, change.new)},
        "terms": [_term_change(facts, term) for term in change.terms],
        "links": [link_data(facts.old, facts.new, link) for link in change.links],
        "clauses": [_clause(facts, clause) for clause in change.clauses],
    }


def _keys(side: Side, ids: Iterable[str]) -> list[str]:
    return [side.key(unit_id) for unit_id in ids]


def _headings(side: Side, ids: Iterable[str]) -> list[str]:
    units = (side.unit(unit_id) for unit_id in ids)
    return [unit.heading if unit else "" for unit in units]


def _term_change(facts: Facts, change: TermChange) -> Data:
    return {
        "old": [term_data(facts.old, term) for term in change.old],
        "new": [term_data(facts.new, term) for term in change.new],
        "direction": change.direction,
        "delta": number_json(change.delta),
        "percent": number_json(change.percent),
        "points": number_json(change.points),
        "certainty": change.certainty,
        **{f"{facet}_changed": facet in change.changed for facet in ("bound", "hedge", "basis", "per", "recurrence")},
        "witnesses": [
            {
                "document": witness.document,
                "address": facts.new.key(witness.unit_id),
                "quote": facts.new.text(witness.unit_id, witness.span),
            }
            for witness in change.witnesses
        ],
        "alternatives": [
            {
                "side": other.side,
                "score": score_data(other.score),
                "term": term_data(_at(facts, other.side), other.term),
            }
            for other in change.alternatives
        ],
    }


def _at(facts: Facts, side: str) -> Side:
    return facts.old if side == "old" else facts.new


def _clause(facts: Facts, clause: ClauseChange) -> Data:
    return {
        "old": facts.old.key(clause.old) if clause.old is not None else None,
        "new": facts.new.key(clause.new) if clause.new is not None else None,
        "moved": clause.moved,
        "elsewhere": _elsewhere(facts, clause),
        "edits": [_op(facts, _joined(clause), op) for op in clause.edits],
        "old_text": facts.old.text(clause.old) if clause.old is not None else None,
        "new_text": facts.new.text(clause.new) if clause.new is not None else None,
        "ops": [_op(facts, clause, op) for op in clause.ops],
    }


def _joined(clause: ClauseChange) -> ClauseChange:
    """A clause that moved and what it became as one."""
    return replace(clause, old=clause.old or clause.elsewhere, new=clause.new or clause.elsewhere)


def _elsewhere(facts: Facts, clause: ClauseChange) -> str | None:
    """The place of the clause that a moved one became, or came from, on the other side."""
    if clause.elsewhere is None:
        return None
    return (facts.new if clause.old is not None else facts.old).key(clause.elsewhere)


def _op(facts: Facts, clause: ClauseChange, op: Op) -> Data:
    old = facts.old.text(clause.old, op.old) if clause.old is not None else ""
    new = facts.new.text(clause.new, op.new) if clause.new is not None else ""
    return {"op": op.kind, "old": old, "new": new}


def _counts(facts: Facts) -> Data:
    return {
        "articles": {"old": _article_count(facts.old), "new": _article_count(facts.new)},
        "relations": dict(sorted(Counter(change.relation for change in facts.comparison.changes).items())),
        "substance": dict(sorted(Counter(change.substance for change in facts.comparison.changes).items())),
        "directions": facts.directions(),
    }


def _article_count(side: Side) -> int | None:
    """How many articles a side has; what reports quote of a text does not tell."""
    return None if side.version.coverage == "excerpt" else len(article_units(side))
