"""A real window over a real encrypted vault, offscreen; nothing may be left behind by a test."""

import gc
import os
import shutil
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt chooses a platform

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ui.shell.frame import Frame
from ui.shell.workspace import OpenState, Workspace
from ui.style.theme import current_theme
from ui.tasks.opening import VaultOpener
from ui.tasks.vault_thread import VaultThread
from workbench.base.progress import NoProgress
from workbench.services.demo import RECORD_FILES, SAMPLES
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import create_vault

PASSPHRASE = "seven fictional otters knit calm ledgers"
QUICK = KdfCost(memory_kib=8192, passes=1, lanes=1)
SHOTS = Path(os.environ.get("LW_SHOTS_DIR", "shots"))


@pytest.fixture(scope="session")
def built_vaults(tmp_path_factory):
    """An empty vault and the demonstration vault, with a cheap key derivation; copied for each test."""
    root = tmp_path_factory.mktemp("vaults")
    with create_vault(root / "empty", PASSPHRASE, kdf=QUICK)[0]:
        pass
    with create_vault(root / "demo", PASSPHRASE, kdf=QUICK)[0] as vault:
        import_accounts(
            vault, SAMPLES / "placements.csv", client="", mapping_toml=None, sheet=None, progress=NoProgress()
        )
        for name in RECORD_FILES:
            import_records(vault, SAMPLES / name, RecordsRequest(), NoProgress())
    return root


@pytest.fixture
def demo_folder(built_vaults, tmp_path):
    """A copy of the demonstration vault; its passphrase is PASSPHRASE."""
    return Path(shutil.copytree(built_vaults / "demo", tmp_path / "demo-vault"))


@pytest.fixture
def empty_folder(built_vaults, tmp_path):
    """A copy of a vault without accounts."""
    return Path(shutil.copytree(built_vaults / "empty", tmp_path / "empty-vault"))


@pytest.fixture(autouse=True)
def theme(qapp):
    """Light, 100 %, whatever the machine prefers; set back after the test."""
    theme = current_theme()
    theme.set_scheme("light")
    theme.set_scale(1.0)
    theme.set_density("normal")
    yield theme
    if theme.scheme != "light" or theme.scale != 1.0:
        theme.set_scheme("light")
        theme.set_scale(1.0)


@pytest.fixture(autouse=True)
def nothing_left(qapp):
    """Fails when a test leaves a thread, an active timer or a window behind."""
    threads = set(threading.enumerate())
    windows = set(QApplication.topLevelWidgets())
    yield
    _settle(qapp)
    left = [t for t in threading.enumerate() if t not in threads and t.name in {"vault", "job", "opening"}]
    for thread in left:
        thread.join(10)
    assert not [t.name for t in left if t.is_alive()], "threads left behind"
    shown = [w for w in QApplication.topLevelWidgets() if w not in windows and w.isVisible()]
    assert not [type(w).__name__ for w in shown], "windows left behind"
    timers = [t for w in shown for t in w.findChildren(QTimer) if t.isActive()]
    assert not timers, "timers left behind"


def _settle(application):
    gc.collect()
    for _ in range(3):
        application.sendPostedEvents(None, 0)
        application.sendPostedEvents(None, 52)  # deferred deletions
        application.processEvents()


@pytest.fixture
def make_workspace(qtbot, qapp):
    """``make_workspace(folder, read_only=False)``: a Workspace of the vault in ``folder``, with its frame."""
    opener = VaultOpener()
    made = []

    def make(folder, *, read_only=False, passphrase=PASSPHRASE, makers=None, size=(1280, 800)):
        threads: list[VaultThread] = []
        errors = []
        opener.open(
            folder, passphrase, read_only=read_only, done=threads.append, failed=errors.append, owner=opener
        )
        qtbot.waitUntil(lambda: bool(threads or errors), timeout=20_000)
        assert not errors, errors
        states = []
        threads[0].read(OpenState, states.append, owner=opener)
        qtbot.waitUntil(lambda: bool(states), timeout=10_000)
        window = QMainWindow()
        window.setWindowTitle("Locate Workbench")
        workspace = Workspace(threads[0], states[0], window)
        frame = Frame(workspace, makers or {})
        window.setCentralWidget(frame)
        window.resize(*size)
        workspace.frame = frame
        made.append((workspace, window))
        return workspace

    yield make
    for workspace, window in made:
        workspace.close()
        opener.closes(workspace.vault)
        workspace.jobs.wait()
        window.hide()
        window.deleteLater()
        workspace.deleteLater()
    opener.wait()
    _settle(qapp)
    opener.deleteLater()
    _settle(qapp)


@pytest.fixture
def workspace(make_workspace, demo_folder):
    """A workspace over a copy of the demonstration vault."""
    return make_workspace(demo_folder)


@pytest.fixture
def empty_workspace(make_workspace, empty_folder):
    """A workspace over a vault without accounts."""
    return make_workspace(empty_folder)


@pytest.fixture
def wait_idle(qapp):
    """``wait_idle(workspace)``: every read, write and job so far is answered and painted."""

    def wait(workspace, seconds=60):
        end = time.monotonic() + seconds
        calm = 0
        while calm < 3:
            assert time.monotonic() < end, "the vault is still busy"
            qapp.processEvents()
            still = workspace.vault.idle and not workspace.jobs.running
            calm = calm + 1 if still else 0
            time.sleep(0.002)

    return wait


@pytest.fixture
def show(qtbot, qapp):
    """``show(screen)``: put a screen into its workspace's window at 1280×800 (or ``size``) and show that."""
    held: list[QObject] = []

    def put(screen, size=(1280, 800)):
        window = screen.workspace.window
        frame = screen.workspace.frame
        frame.stack.addWidget(screen)
        frame.stack.setCurrentWidget(screen)
        window.resize(*size)
        window.show()
        held.append(screen)
        qtbot.waitExposed(window)
        qapp.processEvents()
        return window

    return put


@pytest.fixture
def show_widget(qtbot):
    """``show_widget(widget, size)``: a widget on its own in a window."""
    made = []

    def put(widget, size=(900, 600)):
        window = QWidget()
        window.setProperty("surface", "window")
        layout = QVBoxLayout(window)
        layout.addWidget(widget)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield put
    for window in made:
        window.hide()
        window.deleteLater()


@pytest.fixture
def grab(qapp):
    """``grab(widget, name)`` saves a picture of the whole window, when LW_SHOTS is set."""

    def save(widget, name):
        if os.environ.get("LW_SHOTS"):
            qapp.processEvents()
            SHOTS.mkdir(parents=True, exist_ok=True)
            widget.window().grab().save(str(SHOTS / f"{name}.png"))

    return save
