"""Copies that ask the histories of clipboards not to keep them, and that this program knows as its own."""

import secrets
from collections.abc import Mapping

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_YES, _NO = (1).to_bytes(4, "little"), bytes(4)
HINTS: Mapping[str, bytes] = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": _YES,
    "CanIncludeInClipboardHistory": _NO,
    "CanUploadToCloudClipboard": _NO,
    "org.nspasteboard.ConcealedType": b"",
}
"""What asks for it, by format: Klipper and those that follow it; Windows' own history and cloud (numbers of
four bytes, learn.microsoft.com, "Clipboard formats", "Cloud clipboard and clipboard history formats");
nspasteboard.org for macOS."""
MARK = "application/x-locate-workbench-copy"
"""The format that holds a copy's random mark: what is there without it was put there by somebody else."""


def concealed(source: QMimeData) -> QMimeData:
    """A copy of ``source`` in every format it has, with the hints and a mark of its own."""
    made = QMimeData()
    for name in source.formats():
        made.setData(name, source.data(name))
    for name, value in HINTS.items():
        made.setData(name, value)
    made.setData(MARK, secrets.token_hex(8).encode())
    return made


def mark_of(data: QMimeData | None) -> bytes:
    """The mark of a copy of ours; empty for anything else, and for nothing."""
    return bytes(data.data(MARK).data()) if data is not None and data.hasFormat(MARK) else b""


def copy_text(text: str) -> None:
    """Put ``text`` into the clipboard, concealed from the first moment."""
    plain = QMimeData()
    plain.setText(text)
    QGuiApplication.clipboard().setMimeData(concealed(plain))
