"""The arrows of the house are a failing test."""

import logging

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


@pytest.fixture
def logging_as_it_was():
    """The linter configures logging, which silences every logger that is there already."""
    named = [x for x in logging.root.manager.loggerDict.values() if isinstance(x, logging.Logger)]
    root = logging.root
    before, handlers, level = {x: x.disabled for x in named}, list(root.handlers), root.level
    yield
    for logger, disabled in before.items():
        logger.disabled = disabled
    root.handlers[:], root.level = handlers, level


@pytest.mark.usefixtures("logging_as_it_was")
def test_contracts_hold():
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS
