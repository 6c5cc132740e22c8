"""Ctrl+Z and its opposite over real writes: one change, and a bulk as a job."""

from case_tabs import ask

from ui.shell.undo import BULK
from workbench.model.work import WorkState
from workbench.services.written import Written, written


def bulk(vault, count):
    commits = []
    for account_id in vault.catalog.account_ids()[:count]:
        with vault.edit_case(account_id) as edit:
            edit.set_work(WorkState("Call"))
        commits += written(edit, "x").commits
    return Written("Next action set", written(edit, "x").changes, tuple(commits))


def calls(workspace, qtbot, count):
    def read(vault):
        rows = vault.catalog.account_rows(vault.catalog.account_ids()[:count])
        return sum(row.next_action == "Call" for row in rows)

    return ask(workspace, qtbot, read)


def test_a_bulk_is_undone_and_redone_as_one(workspace, wait_idle, qtbot):
    jobs = []
    workspace.jobs.started.connect(jobs.append)
    for count in (2, BULK + 2):
        workspace.vault.write(lambda v, n=count: bulk(v, n), owner=workspace)
        wait_idle(workspace)
        assert calls(workspace, qtbot, count) == count
        workspace.undo_log.undo()
        wait_idle(workspace)
        assert calls(workspace, qtbot, count) == 0
        workspace.undo_log.redo()
        wait_idle(workspace)
        assert calls(workspace, qtbot, count) == count
        workspace.undo_log.undo()
        wait_idle(workspace)
        assert workspace.undo_log.last is None
    assert len(jobs) == 3
