"""The arrows of the house are a failing test."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_contracts_hold():
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS
