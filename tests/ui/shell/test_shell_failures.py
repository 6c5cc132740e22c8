import json
import threading

import pytest

from ui.shell.failures import FailureLog, Failures

CANARY = "Muñoz 555-0101"


@pytest.fixture
def failures(tmp_path, qapp):
    made = Failures(FailureLog(tmp_path / "logs" / "failures.log"))
    made.install()
    yield made
    made.uninstall()
    made.deleteLater()


def lines(tmp_path):
    return [json.loads(line) for line in (tmp_path / "logs" / "failures.log").read_text("utf-8").splitlines()]


def test_a_failure_in_any_thread_is_told_and_logged_without_its_text(failures, tmp_path, qtbot, capfd):
    told = []
    failures.told.connect(told.append)

    def break_down():
        raise KeyError(CANARY)

    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told))
    assert "KeyError in test_shell_failures.py" in str(told[0])
    assert CANARY not in str(told[0])
    [line] = lines(tmp_path)
    assert set(line) == {"at", "kind", "place"}
    assert line["place"].startswith("KeyError in test_shell_failures.py:")
    assert CANARY not in capfd.readouterr().err


def test_qts_own_messages_are_logged_without_their_text(failures, tmp_path):
    from PySide6.QtCore import qWarning

    qWarning(CANARY)
    assert CANARY not in (tmp_path / "logs" / "failures.log").read_text("utf-8")
    assert lines(tmp_path)[0]["kind"] == "qt QtWarningMsg"


def test_the_log_stays_small(tmp_path):
    log = FailureLog(tmp_path / "logs" / "failures.log")
    for n in range(8000):
        log.note("defect", f"place {n}" * 5)
    log.close()
    assert sum(f.stat().st_size for f in (tmp_path / "logs").iterdir()) < 700_000
