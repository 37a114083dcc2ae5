"""The house keeps its shape: small modules, each of which says what it is for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "policydiff"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_there_are_modules_to_look_at() -> None:
    assert SOURCE / "model" / "document.py" in MODULES


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_is_longer_than_a_person_reads_at_once(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{named(path)} has {lines} lines: a concern in it wants a module of its own"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert told, f"{named(path)} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))
    long = [f"{f.name} ({size(f)} lines)" for f in functions if size(f) > LONGEST_FUNCTION]
    assert not long, f"{named(path)}: {', '.join(long)}"


def size(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring, which is as long as its examples ask for."""
    first = function.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=lambda p: p.name)
def test_every_folder_of_modules_is_a_package(folder: Path) -> None:
    assert (folder / "__init__.py").is_file()
