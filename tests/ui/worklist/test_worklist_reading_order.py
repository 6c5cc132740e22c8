"""What the worklist asks of the vault, and in which order: what a person waits for comes first."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from ui.screens.worklist.screen import WorklistScreen
from workbench.services import case_work


@pytest.fixture
def asked(workspace, show, wait_idle):
    """The worklist on screen, and what it asks of the vault from now on, by name."""
    screen = WorklistScreen(workspace)
    names = []
    read = workspace.vault.read

    def noted(work, *done, **how):
        names.append(getattr(work, "func", work).__name__)
        read(work, *done, **how)

    workspace.vault.read = noted
    show(screen)
    screen.enter()
    wait_idle(workspace)
    return screen, names


def test_rows_are_read_before_views_are_counted(asked):
    screen, names = asked
    assert names.index("open_list") < names.index("counts")
    assert "rows" not in names, "the rows looked at first come with the list"
    assert names.count("counts") == len(screen.chips.buttons), "one view at a time"
    assert all(button.text()[-1].isdigit() for button in screen.chips.buttons.values())


def test_another_sort_or_filter_counts_no_views(asked, wait_idle):
    screen, names = asked
    names.clear()
    screen.table.sort_asked.emit(1, Qt.SortOrder.DescendingOrder)
    wait_idle(screen.workspace)
    screen.show_line("balance>500")
    wait_idle(screen.workspace)
    assert names.count("open_list") == 2
    assert "counts" not in names


def test_a_change_counts_the_views_again(asked, qtbot, wait_idle):
    screen, names = asked
    before = screen.chips.buttons["due"].text()
    names.clear()
    account = screen.model.id_at(0)
    later = screen.workspace.today() + timedelta(days=9)
    screen.workspace.vault.write(
        lambda vault: case_work.set_next_action(vault, account, "Call again", later), owner=screen
    )
    qtbot.waitUntil(lambda: screen.chips.buttons["due"].text() != before, timeout=10_000)
    wait_idle(screen.workspace)
    assert names.count("counts") == len(screen.chips.buttons)


def test_an_empty_line_is_read_once(asked, wait_idle):
    screen, names = asked
    screen.show_line("status:skip")
    wait_idle(screen.workspace)
    names.clear()
    screen.show_line("")
    wait_idle(screen.workspace)
    assert names.count("open_list") == 1
    screen.filter_bar.line.setText("status:skip")
    names.clear()
    screen.filter_bar.line.clear()
    wait_idle(screen.workspace)
    assert names.count("open_list") == 1, "the clear button of the line tells"
