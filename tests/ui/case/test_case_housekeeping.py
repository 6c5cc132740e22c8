"""After unlocking: overdue promises become broken, and leftovers of a killed program go."""

from datetime import timedelta

from case_tabs import ask, richest

from ui.shell import housekeeping
from workbench.base.clock import FixedClock
from workbench.model.arrangement import ArrangementStatus
from workbench.services.negotiation import Promise, add_promise


def test_overdue_promises_are_broken_and_told_but_not_offered_to_undo(
    workspace, wait_idle, qtbot, monkeypatch
):
    cleaned = []
    monkeypatch.setattr(housekeeping, "remove_leftovers", lambda: cleaned.append(1))
    account_id = richest(workspace, qtbot)
    ask(workspace, qtbot, lambda v: add_promise(v, account_id, Promise(5_000, workspace.today(), 0)))
    told = []
    workspace.undo_log.noted.connect(lambda written: told.append(written.words))
    housekeeping.start_housekeeping(workspace)
    wait_idle(workspace)
    assert told == []

    def tomorrow(vault):
        vault.clock = vault._cases._clock = FixedClock(vault.clock.now() + timedelta(days=1))

    ask(workspace, qtbot, tomorrow)
    housekeeping.start_housekeeping(workspace)
    wait_idle(workspace)
    assert told == ["A promise was not kept in time"]
    assert workspace.undo_log.last is None
    case = ask(workspace, qtbot, lambda v: v.read_case(account_id))
    assert [a.status for a in case.arrangements] == [ArrangementStatus.BROKEN]
    assert len(cleaned) == 2


def test_read_only_writes_nothing(make_workspace, demo_folder, wait_idle, monkeypatch):
    monkeypatch.setattr(housekeeping, "remove_leftovers", lambda: None)
    workspace = make_workspace(demo_folder, read_only=True)
    failed = []
    workspace.messages.failed.connect(failed.append)
    housekeeping.start_housekeeping(workspace)
    wait_idle(workspace)
    assert failed == []
