"""Tells every screen what a finished write changed."""

from PySide6.QtCore import QObject, Signal


class ChangeHub(QObject):
    """``changed`` carries the ``Changes`` of each finished write or job; screens refresh just that."""

    changed = Signal(object)
