import threading
import time

import pytest
from PySide6.QtCore import QObject

from workbench.base.changes import Changes
from workbench.base.errors import CancelledError, UserError
from workbench.services.written import Written


def number_of_accounts(vault):
    return vault.catalog.count()


def test_a_read_runs_in_the_vaults_thread_and_answers_here(qtbot, workspace):
    answers = []

    def work(vault):
        return threading.current_thread().name, vault.catalog.count()

    def done(answer):
        answers.append((*answer, threading.current_thread() is threading.main_thread()))

    workspace.vault.read(work, done, owner=workspace)
    qtbot.waitUntil(lambda: bool(answers))
    name, count, here = answers[0]
    assert name == "vault"
    assert count > 10
    assert here


def test_a_newer_read_of_the_same_key_drops_the_older_answer(wait_idle, workspace):
    answers = []
    for n in range(5):
        workspace.vault.read(lambda _vault, n=n: n, answers.append, owner=workspace, key="list")
    wait_idle(workspace)
    assert answers == [4]


def test_an_answer_for_an_owner_that_is_gone_is_dropped(wait_idle, workspace, qapp):
    answers = []
    owner = QObject()
    workspace.vault.read(number_of_accounts, answers.append, owner=owner)
    owner.deleteLater()
    del owner
    qapp.sendPostedEvents(None, 52)
    wait_idle(workspace)
    assert answers == []


def test_a_write_is_told_to_everybody_and_can_be_taken_back(wait_idle, workspace):
    changes, notes = [], []
    workspace.hub.changed.connect(changes.append)
    workspace.undo_log.noted.connect(notes.append)
    written = Written("Note added", Changes(leads=True))
    workspace.vault.write(lambda _vault: written, owner=workspace)
    wait_idle(workspace)
    assert changes == [Changes(leads=True)]
    assert notes == [written]
    assert workspace.undo_log.last is None  # it named no commits
    assert workspace.frame.status.words == "Note added"
    assert workspace.frame.status.saved.startswith("Saved ")


def test_an_expected_error_is_said_and_an_unexpected_one_without_its_text(wait_idle, workspace):
    said = []
    workspace.messages.failed.connect(said.append)

    def refuse(_vault):
        raise UserError("No balance was found.", hint="Name its column.")

    def break_down(_vault):
        raise KeyError("Muñoz 555-0101")

    workspace.vault.write(refuse, owner=workspace)
    workspace.vault.read(break_down, print, owner=workspace)
    wait_idle(workspace)
    assert said[0] == "No balance was found. Name its column."
    assert "KeyError in test_shell_tasks.py" in said[1]
    assert "Muñoz" not in said[1]


def test_a_job_reaches_the_vault_in_pieces_between_which_reads_get_in(qtbot, workspace):
    order, ended = [], []

    def work(access, progress):
        for n in range(20):
            access.call(lambda _vault, n=n: (time.sleep(0.01), order.append(n)))
            progress.report(n, 20, "pieces")
        return "done"

    workspace.jobs.start("Counting", work, ended.append, owner=workspace)
    qtbot.waitUntil(lambda: len(order) > 1)
    workspace.vault.read(number_of_accounts, lambda _n: order.append("read"), owner=workspace)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["done"]
    assert "read" in order[:-2]


def test_a_cancelled_job_stops_and_says_so(qtbot, workspace):
    failures = []

    def work(_access, progress):
        while not progress.cancelled():
            time.sleep(0.005)
        raise CancelledError

    job = workspace.jobs.start("Waiting", work, owner=workspace, failed=failures.append)
    assert workspace.jobs.running == (job,)
    qtbot.waitUntil(lambda: workspace.frame.status.job.words == "Waiting")
    job.cancel()
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], CancelledError)
    assert workspace.jobs.running == ()


def test_closing_writes_what_was_asked_for_and_ends_jobs(make_workspace, demo_folder, qtbot):
    workspace = make_workspace(demo_folder)
    ended = []
    asked = threading.Event()

    def work(access, _progress):
        asked.set()
        while True:
            access.call(number_of_accounts)

    workspace.jobs.start("For ever", work, owner=workspace, failed=ended.append)
    assert asked.wait(5)
    workspace.drafts.keep("note", "half a sentence")
    workspace.close()
    workspace.jobs.wait()
    workspace.vault.wait_closed()
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], CancelledError)
    again = make_workspace(demo_folder)
    found = []
    again.drafts.get("note", found.append, again)
    qtbot.waitUntil(lambda: bool(found))
    assert found == ["half a sentence"]


def test_a_piece_after_closing_is_refused(make_workspace, demo_folder):
    workspace = make_workspace(demo_folder)
    workspace.vault.close()
    with pytest.raises(CancelledError):
        workspace.vault.piece(number_of_accounts)
