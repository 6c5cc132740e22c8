"""What must not be in the repository: host names in locks, machine paths, imports of Qt below ui."""

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_locks_have_hashes_and_no_hosts():
    for name in ("requirements.lock", "requirements-bench.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9_.-]+==", text, re.MULTILINE)
        assert len(pins) > 40
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text
        assert "index-url" not in text


def test_every_runtime_dependency_is_locked():
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = pyproject.split("dependencies = [", 1)[1].split("]", 1)[0]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    for name in re.findall(r'"([A-Za-z0-9_-]+)', block):
        assert f"\n{name.lower()}==" in f"\n{lock}", name


def test_no_qt_addons():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    assert "pyside6-essentials==" in lock
    assert "pyside6-addons==" not in lock
    assert "pyside6==" not in lock


def test_headless_work_never_loads_qt():
    code = "import sys, workbench.cli.main; sys.exit(any('PySide6' in m for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def runtime_distributions() -> set[str]:
    """Names in requirements.lock that are needed at run time: found by following our own dependencies."""
    pending = re.findall(
        r'"([A-Za-z0-9_-]+)',
        (ROOT / "pyproject.toml").read_text("utf-8").split("dependencies = [", 1)[1].split("]", 1)[0],
    )
    found: set[str] = set()
    while pending:
        name = re.sub(r"[-_.]+", "-", pending.pop()).lower()
        if name in found:
            continue
        try:
            requires = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # for another system or Python only
        found.add(name)
        pending += [re.split(r"[ <>=!~;\[(]", r, maxsplit=1)[0] for r in requires if "extra ==" not in r]
    return found


def test_every_runtime_library_has_its_notice():
    notices = (ROOT / "NOTICES.md").read_text(encoding="utf-8").lower()
    names = runtime_distributions()
    assert len(names) > 25
    assert [n for n in sorted(names) if not re.search(rf"[| ,]{re.escape(n)}[ ,]", notices)] == []


def test_the_unlock_box_loads_nothing_of_the_vault():
    code = (
        "import sys, main, ui.app;"
        "heavy = {'polars', 'sqlalchemy', 'workbench.vault.vault', 'workbench.matching', 'rapidfuzz'};"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_command_of_the_parser_has_its_function():
    from workbench.cli.main import COMMANDS, command
    from workbench.cli.parser import build_parser

    actions = [a for a in build_parser()._actions if hasattr(a, "choices") and isinstance(a.choices, dict)]
    assert set(actions[0].choices) == set(COMMANDS)
    assert all(callable(command(name)) for name in COMMANDS)
