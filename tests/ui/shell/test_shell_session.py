"""What tells the program to lock: the clocks, and the messages of Linux, Windows and macOS."""

import ctypes
import shutil
import subprocess
import time
from ctypes import wintypes

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

from ui.shell.session.linux import LinuxSession, addresses, session_path
from ui.shell.session.mac import MacSession
from ui.shell.session.sleep import EVERY_SECONDS, LATE_SECONDS, SleepWatch, clocks
from ui.shell.session.watch import SessionWatch
from ui.shell.session.windows import WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WindowsSession, leaves

LOGIN = "org.freedesktop.login1"


@pytest.mark.parametrize(
    ("monotonic", "wall", "slept"),
    [
        (5, 5, False),
        (5, LATE_SECONDS, False),  # a machine under load
        (5, 3600, True),  # Linux and macOS: one clock stood still
        (3600, 3600, True),  # Windows: both went on, the tick came late
        (5, -3600, False),  # the clock was set back
        (EVERY_SECONDS + LATE_SECONDS, 5, False),
    ],
)
def test_sleep_is_seen_by_the_clocks(qapp, monotonic, wall, slept):
    now = [100.0, 5000.0]
    watch, told = SleepWatch(None, lambda: (now[0], now[1])), []
    watch.slept.connect(lambda: told.append(1))
    now[0] += 5
    now[1] += 5
    watch.tick()
    assert told == []
    now[0] += monotonic
    now[1] += wall
    watch.tick()
    assert bool(told) is slept
    now[0] += 5
    now[1] += 5
    watch.tick()
    assert len(told) == slept
    watch.deleteLater()


def test_the_clocks_are_those_of_the_machine():
    first = clocks()
    time.sleep(0.01)
    assert all(later > sooner for later, sooner in zip(clocks(), first, strict=True))


def test_only_unix_sockets_are_listened_to():
    assert addresses({"XDG_RUNTIME_DIR": "/run/user/7"}) == (
        "unix:path=/run/dbus/system_bus_socket",
        "unix:path=/run/user/7/bus",
    )
    assert addresses({}) == ("unix:path=/run/dbus/system_bus_socket", "")
    for remote in (
        "tcp:host=198.51.100.7,port=7",
        "autolaunch:",
        "unixexec:path=/bin/sh",
        "unix:path=/a;tcp:host=b",
        "",
    ):
        found = addresses({"DBUS_SYSTEM_BUS_ADDRESS": remote, "DBUS_SESSION_BUS_ADDRESS": remote})
        assert found == ("", ""), remote


def test_a_sessions_label_is_escaped_as_systemd_does():
    assert session_path("2") == "/org/freedesktop/login1/session/_32"
    assert session_path("c1") == "/org/freedesktop/login1/session/c1"
    assert session_path("12a-ü") == "/org/freedesktop/login1/session/_312a_2d_c3_bc"
    assert session_path("") == ""


@pytest.fixture
def bus(tmp_path):
    """A bus of this test alone, and a connection that speaks as logind on it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no dbus-daemon here")
    address = f"unix:path={tmp_path / 'bus'}"
    command = [daemon, "--session", "--nofork", "--nopidfile", f"--address={address}"]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + 10
        while not (tmp_path / "bus").exists() and time.monotonic() < end:
            time.sleep(0.01)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def spoken(bus, qtbot):
    """``spoken(path, interface, name, *values, login=True)``: how often the session was told to be left."""
    environment = {"DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus, "XDG_SESSION_ID": "2"}
    login, other = (QDBusConnection.connectToBus(bus, name) for name in ("test-login", "test-other"))
    assert login.registerService(LOGIN)
    session, told, ends = LinuxSession(None, environment), [], []
    session.left.connect(lambda: told.append(1))

    def speak(path, interface, name, *values, as_login=True):
        told.clear()
        for sender, signal, arguments in (
            (login if as_login else other, (path, interface, name), list(values)),
            (login, ("/ScreenSaver", "org.mate.ScreenSaver", "ActiveChanged"), [True]),  # the end of waiting
        ):
            message = QDBusMessage.createSignal(*signal)
            message.setArguments(arguments)
            assert sender.send(message)
            ends.append(1)
        qtbot.waitUntil(lambda: len(told) > 0, timeout=5000)
        qtbot.wait(30)
        return len(told) - 1

    speak.session = session
    yield speak
    session.close()
    session.deleteLater()
    for name in ("test-login", "test-other"):
        QDBusConnection.disconnectFromBus(name)


def test_linux_says_sleep_lock_and_screen_saver(spoken):
    manager, session = f"{LOGIN}.Manager", f"{LOGIN}.Session"
    assert len(spoken.session.heard) == 8
    assert spoken("/org/freedesktop/login1", manager, "PrepareForSleep", True) == 1
    assert spoken("/org/freedesktop/login1", manager, "PrepareForSleep", False) == 0
    assert spoken("/org/freedesktop/login1/session/_32", session, "Lock") == 1
    assert spoken("/org/freedesktop/login1/session/_33", session, "Lock") == 0  # somebody else's
    assert spoken("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True) == 1
    assert spoken("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False) == 0


def test_on_the_systems_bus_only_logind_is_believed(spoken):
    path, manager = "/org/freedesktop/login1", f"{LOGIN}.Manager"
    assert spoken(path, manager, "PrepareForSleep", True, as_login=False) == 0


def test_a_session_that_is_not_in_front_any_more_is_left(qapp):
    session, told = LinuxSession(None, {"DBUS_SYSTEM_BUS_ADDRESS": ""}), []
    session.left.connect(lambda: told.append(1))
    answer = QDBusMessage.createMethodCall("a.b", "/", "a.b", "Get")
    for values, times in (([QDBusVariant(True)], 0), ([], 0), (["text"], 0), ([QDBusVariant(False)], 1)):
        answer.setArguments(values)
        session.answered(answer)
        assert len(told) == times
    session.deleteLater()


@pytest.mark.parametrize(
    ("message", "parameter", "left"),
    [
        (WM_POWERBROADCAST, 0x4, True),  # PBT_APMSUSPEND
        (WM_POWERBROADCAST, 0x12, True),  # PBT_APMRESUMEAUTOMATIC
        (WM_POWERBROADCAST, 0xA, False),  # PBT_APMPOWERSTATUSCHANGE: the charger was pulled
        (WM_WTSSESSION_CHANGE, 0x7, True),  # WTS_SESSION_LOCK
        (WM_WTSSESSION_CHANGE, 0x8, False),  # WTS_SESSION_UNLOCK
        (WM_WTSSESSION_CHANGE, 0x2, True),  # WTS_CONSOLE_DISCONNECT: another user
        (WM_WTSSESSION_CHANGE, 0x4, True),  # WTS_REMOTE_DISCONNECT
        (WM_WTSSESSION_CHANGE, 0x1, False),  # WTS_CONSOLE_CONNECT
        (0x0200, 0x7, False),  # WM_MOUSEMOVE
    ],
)
def test_messages_of_windows_are_understood(qapp, message, parameter, left):
    assert leaves(message, parameter) is left
    window, told = WindowsSession(), []
    window.left.connect(lambda: told.append(1))
    made = wintypes.MSG()
    made.message, made.wParam = message, parameter
    assert window.nativeEvent(b"windows_generic_MSG", ctypes.addressof(made)) == (False, 0)
    assert bool(told) is left
    assert window.nativeEvent(b"xcb_generic_event_t", 0) == (False, 0)
    window.close()
    window.deleteLater()


def test_the_callback_of_macos_leaves(qapp):
    session, told = MacSession(), []
    session.left.connect(lambda: told.append(1))
    session._callback(None, None, None, None, None)
    assert told == [1]
    session.close()
    session.deleteLater()


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("win32", WindowsSession), ("darwin", MacSession), ("linux", LinuxSession), ("freebsd14", type(None))],
)
def test_each_system_has_its_own_messages_and_all_have_the_clocks(qapp, monkeypatch, platform, kind):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "tcp:host=nowhere")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=nowhere")
    watch, told = SessionWatch(None, platform), []
    watch.start()
    watch.left.connect(lambda: told.append(1))
    assert type(watch._system) is kind
    watch._sleep.slept.emit()
    assert told == [1]
    if watch._system is not None:
        watch._system.left.emit()
        assert told == [1, 1]
    watch.close()
    watch.deleteLater()
