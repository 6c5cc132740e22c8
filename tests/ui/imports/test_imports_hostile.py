"""Hostile files in the import screen: an error in words or rows, and the window goes on; also when the reader dies."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "faults"))
import hostile_corpus

from ui.screens.imports.screen import ImportScreen, Step
from workbench.services.reader import process

SAMPLE = ("empty-nothing.csv", "million-columns.csv", "encrypted.xlsx", "path-0.zip", "ratio-bomb.zip", "random-bytes.csv",
          "deep.xlsx", "cut-12.gz", "unclosed-quote-at-10.csv", "nul-in-a-row.csv", "odd-name-0.csv")  # fmt: skip


@pytest.fixture
def screen(show, wait_idle, empty_workspace):
    made = ImportScreen(empty_workspace)
    show(made)
    made.enter()
    wait_idle(empty_workspace)
    return made


def look(screen, path, qtbot, wait_idle):
    """Open the file; the error said, or "" when it is shown."""
    failed, shown = [], []

    def note_failure(error):
        failed.append(error)

    def note_plan(fresh):
        shown.append(fresh)

    screen.flow.look_failed.connect(note_failure)
    screen.flow.plan_changed.connect(note_plan)
    screen.open_file(path)
    qtbot.waitUntil(lambda: bool(failed or shown), timeout=120_000)
    wait_idle(screen.workspace, 120)
    screen.flow.look_failed.disconnect(note_failure)
    screen.flow.plan_changed.disconnect(note_plan)
    return str(failed[0]) if failed else ""


def test_the_window_outlives_hostile_files_and_a_dying_reader(
    screen, tmp_path, qtbot, wait_idle, monkeypatch
):
    files = {f.name: f for f in hostile_corpus.corpus() if f.name in SAMPLE}
    assert set(files) == set(SAMPLE)
    for name, file in files.items():
        path = tmp_path / name
        path.write_bytes(file.data)
        said = look(screen, path, qtbot, wait_idle)
        if file.must == "error":
            assert said, name
            assert "Testerton" not in said
            assert screen.step is Step.FILE
            assert said.split(". ")[0].rstrip(".") in screen.file_page.states.words
        else:
            assert not said, (name, said)
            assert screen.step is Step.COLUMNS
            checked = screen.flow.plan.checked
            if checked is not None:
                assert checked.counts.rejected == len(checked.problems)
        assert screen.isVisible()

    with monkeypatch.context() as patch:
        patch.setattr(process, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
        said = look(screen, tmp_path / "odd-name-0.csv", qtbot, wait_idle)
    assert "reader stopped" in said
    assert not look(screen, tmp_path / "odd-name-0.csv", qtbot, wait_idle)
    assert screen.step is Step.COLUMNS
