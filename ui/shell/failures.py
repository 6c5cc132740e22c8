"""What nobody caught: shown as one sentence and logged as type and place, never with its text or values."""

import contextlib
import json
import logging
import sys
import threading
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from ui.messages.defects import DefectError, as_workbench_error, place_of

MAX_BYTES, KEPT = 200_000, 2


class FailureLog:
    """Lines of JSON in one small rotating file: time, kind, place.  Nothing else ever gets in."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._handler = RotatingFileHandler(
            file, maxBytes=MAX_BYTES, backupCount=KEPT, delay=True, encoding="utf-8"
        )

    def note(self, kind: str, place: str) -> None:
        """Add one line; a log that cannot be written is no reason to stop."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        line = json.dumps({"at": at, "kind": kind, "place": place})
        with contextlib.suppress(OSError):
            self._handler.emit(logging.LogRecord("failures", logging.ERROR, "", 0, line, None, None))

    def close(self) -> None:
        """Close the file."""
        self._handler.close()


class Failures(QObject):
    """Catches what nobody caught, in every thread; ``told`` carries the error to show, in the GUI thread."""

    _caught = Signal(object)
    told = Signal(object)

    def __init__(self, log: FailureLog | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._qt_before: object = None
        self._caught.connect(self.told, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over Python's and Qt's own reporting, which would print values and file contents."""
        sys.excepthook = self._excepthook
        threading.excepthook = self._threading_hook
        sys.unraisablehook = self._unraisable_hook
        self._qt_before = qInstallMessageHandler(self._qt_message)

    def uninstall(self) -> None:
        """Give reporting back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(self._qt_before)  # type: ignore[arg-type]  # what was there, or None
        if self._log is not None:
            self._log.close()

    def caught(self, error: BaseException) -> None:
        """Note ``error`` and have it told."""
        expected = as_workbench_error(error)
        if isinstance(expected, DefectError):
            self.note("defect", place_of(error))
        self._caught.emit(expected)

    def note(self, kind: str, place: str) -> None:
        """Write to the log, if there is one."""
        if self._log is not None:
            self._log.note(kind, place)

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.caught(error.with_traceback(trace))

    def _threading_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.caught(arguments.exc_value)

    def _unraisable_hook(self, unraisable: Any) -> None:  # noqa: ANN401  (the interpreter's own structure)
        if unraisable.exc_value is not None:
            self.note("unraisable", place_of(unraisable.exc_value))

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, _text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            self.note(f"qt {kind.name}", f"{context.category}:{context.line}")
