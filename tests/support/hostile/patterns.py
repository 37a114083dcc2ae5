"""Every regular expression of the package, and texts made against it.

What the source gives to `lazy`, `re.compile`, `re.search` and the like is evaluated in its module; the methods that it
calls on the name of a pattern tell how that is used.  The texts follow from the pattern: whatever it may repeat is
repeated, with and without what must stand before it, and then ends in what no pattern wants.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

import policydiff

__all__ = ["Pump", "Tried", "collect", "pumps"]

_MAKES = re.compile(r"lazy|re\.(?:compile|search|match|fullmatch|finditer|findall|split|sub|subn)")
_BUILT = {"odd": "[䀀-䀂]", "bare": "|(?P<bare>《)", "form": "[^、]{0,5}?级", "marks": "、|和", "count": 3}
"""Examples of values that functions put into a pattern while they run; of all others a few characters will do."""

_OFTEN = 64
"""What may be repeated fewer times than this costs no more than so many times a walk through the text."""

_EXAMPLES = 4
"""So many members of a class and branches of an alternative are tried."""

_TELLING = "第条一0 \n\t\u3000（《<&*:：。,字"
_ANY = "字x 0，\n。a"

# The standard library has no public way to take a pattern apart
_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")


class Tried(NamedTuple):
    """A pattern and how the program uses it: `match`, `fullmatch`, or `finditer`, which tries every place of a text."""

    pattern: re.Pattern[Any]
    way: str = "finditer"


class Pump(NamedTuple):
    """A text as long as one likes: something, something over and over, and what no pattern wants."""

    start: str
    again: str
    end: str

    def text(self, times: int) -> str:
        return self.start + self.again * times + self.end


def collect() -> dict[str, Tried]:
    """Every pattern of the package by its place; what stands at several places and is used in one way comes once."""
    names = [found.name for found in pkgutil.walk_packages(policydiff.__path__, "policydiff.")]
    modules = [
        importlib.import_module(name) for name in names if not name.endswith(("__main__", "policydiff.patterns"))
    ]
    trees = {module: ast.parse(inspect.getsource(module)) for module in modules}
    everywhere = _uses(*trees.values())
    found: dict[Tried, str] = {}
    for module, tree in trees.items():
        own = _uses(tree)
        names_of = {node.value: ast.unparse(node.targets[0]) for node in ast.walk(tree) if isinstance(node, ast.Assign)}
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and (made_by := _MAKES.fullmatch(ast.unparse(call.func))):
                name = names_of.get(call, "") if made_by[0] in ("lazy", "re.compile") else ""
                methods = (own if name.startswith("_") else everywhere)[name] if name else {made_by[0][3:]}
                way = min(methods) if methods in ({"match"}, {"fullmatch"}) else "finditer"
                found.setdefault(Tried(_pattern(call, module), way), f"{module.__name__}.{name or call.lineno}")
    return {place: tried for tried, place in found.items()}


def _uses(*trees: ast.Module) -> dict[str, set[str]]:
    """The methods that are called on each name; what is handed on may be used in any way."""
    uses = defaultdict[str, set[str]](set)
    for tree in trees:
        methods = {node.value: node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                uses[node.id].add(methods.get(node, "finditer"))
    return uses


def _pattern(call: ast.Call, module: ModuleType) -> re.Pattern[Any]:
    """The pattern that a call makes."""
    known = defaultdict(lambda: "甲乙丙", {**vars(builtins), **_BUILT, **vars(module)})
    given = call.args[0], *(node for node in call.args[1:] if ast.unparse(node).startswith("re."))
    return re.compile(*(eval(compile(ast.Expression(node), module.__name__, "eval"), {}, known) for node in given))


def pumps(pattern: re.Pattern[Any]) -> Iterator[Pump]:
    """Texts made against a pattern: runs of single characters, and all that the pattern itself may repeat."""
    pieces = {("", char): None for char in _TELLING}
    tree = _parser.parse(pattern.pattern, pattern.flags)
    for turn in range(_EXAMPLES):
        whole = _example(tree, turn)
        pieces |= {("", whole): None, ("", whole[:-1]): None}
        for before, again in _repeats(tree, turn):
            pieces |= {("", again): None, ("", before + again): None, (before, again): None}
    return (Pump(start, again, end) for start, again in pieces if again for end in ("\0", "\n甲x"))


def _repeats(tree: Any, turn: int, before: str = "") -> Iterator[tuple[str, str]]:
    """What a pattern may repeat without a narrow limit, with an example of all that stands before it."""
    for part in tree:
        for inner in _inside(part):
            if "REPEAT" in str(part[0]) and part[1][1] >= _OFTEN:
                yield before, _example(inner, turn)
            yield from _repeats(inner, turn, before)
        before += _example(_parser.SubPattern(tree.state, [part]), turn)


def _inside(part: Any) -> list[Any]:
    """The patterns inside a part of a pattern."""
    kind, value = part
    if str(kind) == "BRANCH":
        return list(value[1])
    values = value if isinstance(value, tuple) else (value,)
    return [inner for inner in values if isinstance(inner, _parser.SubPattern)]


def _example(tree: Any, turn: int) -> str:
    """A text that fits a pattern, or nearly; what may be missing is there once."""
    example = ""
    for part in tree:
        kind, value = str(part[0]), part[1]
        if kind == "LITERAL":
            example += chr(value)
        elif kind in ("IN", "ANY", "NOT_LITERAL"):
            one = _compiler.compile(_parser.SubPattern(tree.state, [part]))
            listed = [item[1] for item in value if str(item[0]) in ("LITERAL", "RANGE")] if kind == "IN" else []
            chars = [chr(item[0] if isinstance(item, tuple) else item) for item in listed]
            members = [char for char in (*chars, *_ANY) if one.match(char)] or ["\1"]
            example += members[turn % len(members)]
        elif "ASSERT" not in kind and (inner := _inside(part)):
            times = max(1, min(value[0], _OFTEN)) if "REPEAT" in kind else 1
            example += _example(inner[turn % len(inner)], turn) * times
    return example
