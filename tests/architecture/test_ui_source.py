"""How the window's code is written, as far as a reader of its text can hold it: translation, plain text, signals."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(ROOT.glob("ui/**/*.py"))
PLAIN_TEXT_MAKERS = {"ui/widgets/labels.py", "ui/shell/messages.py"}
"""The files that may make a QLabel, a QMessageBox or a tooltip: they set plain text or escape it."""
RICH = {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QWhatsThis"}
RICH_SETTERS = {"setToolTip", "setWhatsThis", "setHtml", "insertHtml", "appendHtml"}
BROWSER = {"ui/screens/help/browser.py"}
"""Shows the help pages that ship with the program, with every loading of anything else blocked."""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def calls(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield node, name


def untranslatable(text: str) -> list[int]:
    """Lines of ``tr`` and ``translate`` whose text lupdate cannot see."""
    found = []
    for node, name in calls(ast.parse(text)):
        literal = node.args[:1] if name == "tr" else node.args[:2] if name == "translate" else []
        if any(not (isinstance(a, ast.Constant) and isinstance(a.value, str)) for a in literal):
            found.append(node.lineno)
    return found


def rich_text(text: str, name: str) -> list[str]:
    if name in PLAIN_TEXT_MAKERS | BROWSER:
        return []
    return [
        f"{name}:{node.lineno}: {called}"
        for node, called in calls(ast.parse(text))
        if called in RICH | RICH_SETTERS
    ]


def lambdas_connected(text: str) -> list[int]:
    return [
        node.lineno
        for node, name in calls(ast.parse(text))
        if name == "connect" and any(isinstance(a, ast.Lambda) for a in node.args)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_source_of_the_window(path: Path):
    text = path.read_text(encoding="utf-8")
    name = relative(path)
    if name != "ui/messages/translating.py":
        assert untranslatable(text) == []
    assert rich_text(text, name) == []
    assert lambdas_connected(text) == []
    assert "processEvents" not in text
    assert "QSettings" not in text


def test_the_rules_see_what_they_are_about():
    assert untranslatable('self.tr("a")\nself.tr(f"{b}")\ntranslate("C", word)') == [2, 3]
    assert rich_text("QLabel(name)\nw.setToolTip(name)", "ui/x.py") == [
        "ui/x.py:1: QLabel",
        "ui/x.py:2: setToolTip",
    ]
    assert lambdas_connected("a.connect(lambda: 1)") == [1]
