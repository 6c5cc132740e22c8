"""Sleep, screen lock and user switch on Linux, as logind and the desktop's screen saver say them on D-Bus.

The program opens no socket that leads off the computer, and none of its own kind at all: these are two
connections of Qt's to the buses of this very machine, made only when their address is a Unix socket (an
address of another kind, tcp or a program to start, is left alone).  Nothing is sent but the names of the
signals to hear and the question whether this session is in front; no name is taken on the bus, and nothing is
offered there.
"""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"
_LOGIN = "org.freedesktop.login1"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ANSWER_WITHIN = 2000
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


def addresses(environment: Mapping[str, str]) -> tuple[str, str]:
    """Addresses of the system's and the session's bus; empty for one that is not a Unix socket."""
    system = environment.get("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS)
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    session = environment.get("DBUS_SESSION_BUS_ADDRESS", f"unix:path={runtime}/bus" if runtime else "")
    return _local(system), _local(session)


def _local(address: str) -> str:
    parts = [part for part in address.split(";") if part]
    return address if parts and all(part.startswith("unix:") for part in parts) else ""


def session_path(session_id: str) -> str:
    """Where logind keeps the session of that id, its label escaped as systemd does; empty without an id."""
    if not session_id:
        return ""
    escaped = "".join(_escaped(byte, first=not place) for place, byte in enumerate(session_id.encode()))
    return f"/org/freedesktop/login1/session/{escaped}"


def _escaped(byte: int, *, first: bool) -> str:
    letter = chr(byte)
    plain = letter.isascii() and (letter.isalpha() or (letter.isdigit() and not first))
    return letter if plain else f"_{byte:02x}"


class _Source(NamedTuple):
    """Whose signals: an empty service or path is any."""

    service: str
    path: str
    interface: str


class LinuxSession(QObject):
    """``left`` when the computer goes to sleep, its screen locks, or another person takes the seat.

    On the system's bus only logind is listened to: anybody on the computer may send signals there.
    """

    left = Signal()

    def __init__(self, parent: QObject | None = None, environment: Mapping[str, str] | None = None) -> None:
        """``environment`` names the buses and the session; that of the process unless given."""
        super().__init__(parent)
        environment = os.environ if environment is None else environment
        system, session = addresses(environment)
        self._path = session_path(environment.get("XDG_SESSION_ID", ""))
        self._names: list[str] = []
        self.heard: list[str] = []
        if system:
            self._listen_to_login(self._connect(system, "workbench-system"))
        if session:
            self._listen_to_savers(self._connect(session, "workbench-session"))

    def close(self) -> None:
        """Stop listening."""
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)
        self._names.clear()

    def _connect(self, address: str, name: str) -> QDBusConnection:
        self._names.append(name)
        return QDBusConnection.connectToBus(address, name)

    def _listen_to_login(self, bus: QDBusConnection) -> None:
        manager = _Source(_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager")
        self._hear(bus, manager, "PrepareForSleep", "began(bool)")
        if self._path:
            self._hear(bus, _Source(_LOGIN, self._path, f"{_LOGIN}.Session"), "Lock", "locked()")
            properties = _Source(_LOGIN, self._path, _PROPERTIES)
            self._hear(bus, properties, "PropertiesChanged", "changed(QDBusMessage)")

    def _listen_to_savers(self, bus: QDBusConnection) -> None:
        for interface in _SAVERS:
            self._hear(bus, _Source("", "", interface), "ActiveChanged", "began(bool)")

    def _hear(self, bus: QDBusConnection, source: "_Source", name: str, slot: str) -> None:
        member: Any = f"1{slot}"  # as SLOT() writes it; PySide takes text where its own types say bytes
        if bus.isConnected() and bus.connect(*source, name, self, member):
            self.heard.append(f"{source.interface}.{name}")

    @Slot(bool)
    def began(self, begins: bool) -> None:
        """Sleep or the screen saver begins (or ends, which is nothing)."""
        if begins:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """The session is asked to lock."""
        self.left.emit()

    @Slot(QDBusMessage)
    def changed(self, _message: QDBusMessage) -> None:
        """Something of the session changed: ask whether this person still has the seat.

        What changed stands in the message, in a type that PySide cannot take apart.
        """
        question = QDBusMessage.createMethodCall(_LOGIN, self._path, _PROPERTIES, "Get")
        question.setArguments([f"{_LOGIN}.Session", "Active"])
        member: Any = "1answered(QDBusMessage)"
        QDBusConnection(self._names[0]).callWithCallback(question, self, member, _ANSWER_WITHIN)

    @Slot(QDBusMessage)
    def answered(self, message: QDBusMessage) -> None:
        """Whether the session is the one in front."""
        values = message.arguments()
        active = values[0].variant() if values and isinstance(values[0], QDBusVariant) else True
        if active is False:
            self.left.emit()
