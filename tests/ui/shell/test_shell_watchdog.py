"""The window goes on serving events while a job runs: ticks are counted, nothing is timed."""

import threading

import pytest
from PySide6.QtCore import QTimer

from workbench.base.progress import NoProgress
from workbench.services.access import DirectAccess
from workbench.services.demo import SAMPLES
from workbench.services.import_records import RecordsRequest, take_records
from workbench.vault.vault import open_vault

PASSPHRASE = "seven fictional otters knit calm ledgers"


@pytest.fixture
def ticks(qapp):
    """A list that a timer of the window's thread grows."""
    seen = []
    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(lambda: seen.append(threading.current_thread()))
    timer.start()
    yield seen
    timer.stop()


@pytest.fixture
def file(tmp_path):
    """A record file that the demonstration vault does not have yet."""
    copy = tmp_path / "voters.txt"
    copy.write_bytes((SAMPLES / "ncvoter_sample.txt").read_bytes()[:-2])
    return copy


def counting(ticks, during, file):
    """Import ``file``; ``during`` gets how often the window's timer ticked between its start and its end."""

    def work(access, progress):
        before = len(ticks)
        result = take_records(access, file, RecordsRequest(), progress)
        during.append(len(ticks) - before)
        return result

    return work


def test_the_window_ticks_while_an_import_runs(workspace, ticks, file, qtbot):
    during, results, threads = [], [], []
    qtbot.waitUntil(lambda: len(ticks) > 3)
    work = counting(ticks, during, file)

    def watched(access, progress):
        class Access:
            def call(self, piece):
                def noted(vault):
                    threads.append(threading.current_thread().name)
                    return piece(vault)

                return access.call(noted)

        return work(Access(), progress)

    workspace.jobs.start("Import", watched, results.append, owner=workspace)
    qtbot.waitUntil(lambda: bool(results), timeout=60_000)
    assert results[0].leads > 0
    assert during[0] > 5
    assert set(threads) == {"vault"}, "the vault is reached from its own thread only"


def test_an_import_in_the_windows_thread_would_be_seen(empty_folder, ticks, file, qtbot):
    """Negative control: the same work done where the window lives leaves it without a tick."""
    during = []
    qtbot.waitUntil(lambda: len(ticks) > 3)
    with open_vault(empty_folder, PASSPHRASE) as vault:
        result = counting(ticks, during, file)(DirectAccess(vault), NoProgress())
    assert result.counts.read > 0
    assert during == [0]
