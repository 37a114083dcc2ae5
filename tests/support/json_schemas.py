"""The JSON Schemas of what the program writes, made from the model's own lists of codes."""

from __future__ import annotations

import json
from typing import Any, get_args

from policydiff.model import (
    Bound,
    Certainty,
    Coverage,
    Direction,
    Flag,
    Kind,
    OpKind,
    Relation,
    Role,
    Signal,
    Status,
    Substance,
)

__all__ = ["SCHEMAS", "schema_text"]

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SCORE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_DAY: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _codes(kind: object, *, null: bool = False) -> Schema:
    return {"enum": [*get_args(kind), *([None] if null else [])]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _object(said: str = "", /, **properties: Schema) -> Schema:
    """An object that has all of these members and no other."""
    made: Schema = {"description": said} if said else {}
    return made | {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _counted(kind: object) -> Schema:
    """How many of each code there are; codes that do not occur are left out."""
    return {
        "type": "object",
        "propertyNames": _codes(kind),
        "additionalProperties": {"type": "integer", "minimum": 1},
    }


def _said(schema: Schema, said: str) -> Schema:
    return {"description": said, **schema}


_PLACE = _said(_TEXT, "A place as data name it: 第三条之一, 三、（二）, preamble, r1s4 (sentence 4 of report 1).")
_DEFS: dict[str, Schema] = {
    "place": _PLACE,
    "document": _object(
        "Where a document was captured.",
        origin=_TEXT,
        publisher=_TEXT_OR_NULL,
        url=_TEXT_OR_NULL,
        published=_DAY,
        report=_said(_FLAG, "Whether it is a report of the text, and not the text itself."),
        sha256=_said({"type": "string"}, "The fingerprint of the bytes that were read."),
    ),
    "version": _object(
        "One dated text of a work.",
        name=_TEXT,
        work=_TEXT,
        version=_TEXT,
        title=_TEXT_OR_NULL,
        status=_codes(Status, null=True),
        date=_DAY,
        coverage=_said(_codes(Coverage), "An excerpt is known only through reports."),
        document_number=_TEXT_OR_NULL,
        url=_TEXT_OR_NULL,
        documents=_list(_ref("document")),
    ),
    "term": _object(
        "An amount, rate, period or count. Money is in yuan or dollars, a rate a fraction (0.3 is 30%).",
        address=_TEXT_OR_NULL,
        place=_ref("place"),
        quote=_TEXT,
        start=_said(_COUNT, "Where it stands in the clean text, in code points; `end` is exclusive."),
        end=_COUNT,
        in_source=_object("Where it stands in the capture.", start=_COUNT, end=_COUNT, locator=_TEXT),
        instrument=_said(_TEXT_OR_NULL, "The instrument that a report attributes it to."),
        certainty=_codes(Certainty, null=True),
        kind=_codes(Kind),
        bound=_codes(Bound),
        low=_said(_NUMBER_OR_NULL, "Null for a cap."),
        high=_said(_NUMBER_OR_NULL, "Null for a floor."),
        low_open=_said(_FLAG, "Whether `low` itself is not included (超过)."),
        high_open=_said(_FLAG, "Whether `high` itself is not included (不满)."),
        unit=_TEXT_OR_NULL,
        approximate=_FLAG,
        hedge=_TEXT_OR_NULL,
        role=_codes(Role, null=True),
        per=_TEXT_OR_NULL,
        basis=_TEXT_OR_NULL,
        subject=_TEXT_OR_NULL,
        recurrence=_TEXT_OR_NULL,
        source=_TEXT_OR_NULL,
        context=_TEXT,
    ),
    "link": _object(
        "One old provision that continues in one new one.",
        old=_list(_ref("place")),
        new=_list(_ref("place")),
        score=_SCORE,
        why={"type": "object", "additionalProperties": {"type": "number"}},
    ),
    "note": _object(
        "What the reader should know, as a code with its values.",
        code=_TEXT,
        values={"type": "object", "additionalProperties": _TEXT},
    ),
    "op": _object("A step of a difference.", op=_codes(OpKind), old=_TEXT, new=_TEXT),
    "clause": _object(
        "A sentence or paragraph and what became of it; a side is null where it stands on the other only.",
        old=_TEXT_OR_NULL,
        new=_TEXT_OR_NULL,
        moved=_FLAG,
        elsewhere=_said(_TEXT_OR_NULL, "The provision of the other side that its words moved to, or from."),
        edits=_said(_list(_ref("op")), "What changed on the way there."),
        old_text=_TEXT_OR_NULL,
        new_text=_TEXT_OR_NULL,
        ops=_list(_ref("op")),
    ),
    "termChange": _object(
        "What became of a figure: new minus old in base units, per cent of the old value, percentage points.",
        old=_list(_ref("term")),
        new=_list(_ref("term")),
        direction=_codes(Direction),
        delta=_NUMBER_OR_NULL,
        percent=_said(_NUMBER_OR_NULL, "150 means 150% more."),
        points=_NUMBER_OR_NULL,
        certainty=_codes(Certainty),
        bound_changed=_FLAG,
        hedge_changed=_FLAG,
        basis_changed=_FLAG,
        per_changed=_FLAG,
        recurrence_changed=_FLAG,
        witnesses=_list(_object(document=_TEXT, address=_ref("place"), quote=_TEXT)),
        alternatives=_list(_object(side={"enum": ["old", "new"]}, score=_SCORE, term=_ref("term"))),
    ),
    "change": _object(
        "What became of a connected group of provisions.",
        old=_list(_ref("place")),
        new=_list(_ref("place")),
        relation=_codes(Relation),
        flags=_list(_codes(Flag)),
        substance=_codes(Substance),
        signals=_list(_codes(Signal)),
        touched=_list(_object(signal=_codes(Signal), old=_TEXT, new=_TEXT)),
        headings=_object(old=_list(_TEXT), new=_list(_TEXT)),
        terms=_list(_ref("termChange")),
        links=_list(_ref("link")),
        clauses=_list(_ref("clause")),
    ),
    "aligned": _object(
        "A link with what the group it belongs to amounts to.",
        old=_list(_ref("place")),
        new=_list(_ref("place")),
        relation=_codes(Relation),
        score=_SCORE,
        why={"type": "object", "additionalProperties": {"type": "number"}},
    ),
}
_PLACES = _list(_ref("place"))
_ANSWERS: dict[str, tuple[str, Schema]] = {
    "comparison": (
        "What policydiff diff --format json writes",
        _object(
            schema={"const": 1},
            old=_ref("version"),
            new=_ref("version"),
            changes=_list(_ref("change")),
            articles=_object(
                "The places of the provisions by what became of them.",
                reported=_PLACES,
                mentioned=_PLACES,
                not_reported=_PLACES,
                added=_PLACES,
                removed=_PLACES,
            ),
            replacements=_list(_object("A wording replaced throughout.", old=_TEXT, new=_TEXT, count=_COUNT)),
            counts=_object(
                articles=_object(old={"type": ["integer", "null"]}, new={"type": ["integer", "null"]}),
                relations=_counted(Relation),
                substance=_counted(Substance),
                directions=_counted(Direction),
            ),
            notes=_list(_ref("note")),
        ),
    ),
    "alignment": (
        "What policydiff align --format json writes",
        _object(
            schema={"const": 1},
            old=_ref("version"),
            new=_ref("version"),
            links=_list(_ref("aligned")),
            frame=_said(_list(_ref("aligned")), "Links of titles, preambles and closings."),
            added=_PLACES,
            removed=_PLACES,
            not_reported=_PLACES,
            unplaced=_PLACES,
            notes=_list(_ref("note")),
        ),
    ),
    "terms": (
        "What policydiff terms --format json writes",
        _object(schema={"const": 1}, version=_ref("version"), terms=_list(_ref("term"))),
    ),
}


def _used(schema: object, found: set[str]) -> set[str]:
    """The definitions that a schema refers to, and those that these refer to."""
    if isinstance(schema, dict):
        name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
        if name and name not in found:
            found.add(name)
            _used(_DEFS[name], found)
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _used(part, found)
    return found


def _whole(title: str, schema: Schema) -> Schema:
    used = _used(schema, set())
    head: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | schema | {"$defs": {name: _DEFS[name] for name in _DEFS if name in used}}


SCHEMAS: dict[str, Schema] = {name: _whole(title, schema) for name, (title, schema) in _ANSWERS.items()}


def schema_text(name: str) -> str:
    """The schema as it stands in `docs/`."""
    return json.dumps(SCHEMAS[name], ensure_ascii=False, indent=2) + "\n"
