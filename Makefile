# Two commands for a newcomer: `make demo` does the main job on sample data, `make test` passes the tests.
# Both set up what they need in .venv first.  README.md has the same for Windows without make.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: demo run test lint bench screenshots translations setup setup-bench lock clean

setup: $(VENV)/.installed

$(VENV)/.installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

setup-bench: $(VENV)/.installed-bench

$(VENV)/.installed-bench: requirements-bench.lock $(VENV)/.installed
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

demo: setup
	$(RUN) main.py demo demo-vault $(DEMO_FLAGS)

run: setup
	@$(RUN) -m ui.qt_libraries
	$(RUN) main.py

test: setup
	@$(RUN) -m ui.qt_libraries --offscreen
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest
	@$(MAKE) --no-print-directory lint

lint: setup
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/windows
	$(RUN) -m mypy --platform darwin --no-warn-unreachable --cache-dir .mypy_cache/macos
	$(VENV)/bin/lint-imports --no-cache

# Drives the real program over the demonstration vault and grabs every screen, light and dark; docs/screenshots holds some.
screenshots: setup
	@$(RUN) -m ui.qt_libraries --offscreen
	QT_QPA_PLATFORM=offscreen $(RUN) -m docs.make_screenshots build/screenshots

bench: setup-bench
	$(RUN) benchmarks/run.py

# Texts of the window for translators, and what the program loads of them.
translations: setup
	$(VENV)/bin/pyside6-lupdate -locations none -no-obsolete $$(git ls-files 'ui/*.py') -ts resources/i18n/es.ts
	$(VENV)/bin/pyside6-lrelease resources/i18n/es.ts -qm resources/i18n/es.qm

# Needs uv (https://docs.astral.sh/uv/): rewrites both lock files, with hashes and without host names.
lock:
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --extra dev -o requirements.lock pyproject.toml
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --extra dev --extra bench --extra package -c requirements.lock -o requirements-bench.lock pyproject.toml

clean:
	rm -rf $(VENV) demo-vault .mypy_cache .ruff_cache .pytest_cache .hypothesis
