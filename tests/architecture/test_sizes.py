"""Files, functions and classes stay small enough to read; an exception is listed with its reason."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([ROOT / "main.py", *ROOT.glob("workbench/**/*.py"), *ROOT.glob("ui/**/*.py")])

MAX_FILE = 400
MAX_FUNCTION = 40
MAX_METHODS = 25
EXCEPTIONS: dict[str, str] = {}
"""``path`` or ``path:name`` -> why it may be larger."""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_file_is_small(path: Path):
    text = path.read_text(encoding="utf-8")
    too_large = [] if relative(path) in EXCEPTIONS else oversized(text, relative(path))
    assert not too_large


def oversized(text: str, name: str) -> list[str]:
    found = []
    lines = text.count("\n") + 1
    if lines > MAX_FILE:
        found.append(f"{name}: {lines} lines")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > MAX_FUNCTION and f"{name}:{node.name}" not in EXCEPTIONS:
                found.append(f"{name}:{node.name}: {length} lines")
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) for n in node.body)
            if methods > MAX_METHODS and f"{name}:{node.name}" not in EXCEPTIONS:
                found.append(f"{name}:{node.name}: {methods} methods")
    return found


def test_the_measure_sees_what_is_too_large():
    long_function = "def f():\n" + "    x = 1\n" * MAX_FUNCTION
    wide_class = "class C:\n" + "".join(f"    def m{i}(self): ...\n" for i in range(MAX_METHODS + 1))
    assert oversized(long_function, "a.py") == ["a.py:f: 41 lines"]
    assert oversized(wide_class, "b.py") == ["b.py:C: 26 methods"]


def test_exceptions_still_exist():
    for entry in EXCEPTIONS:
        assert (ROOT / entry.split(":")[0]).exists(), entry
