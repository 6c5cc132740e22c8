"""Locking: when the vault locks by itself, and how long a copy stays in the clipboard."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal

from ui.widgets.cards import Card
from ui.widgets.forms import CheckBox, Form, SpinBox
from ui.widgets.labels import plain_label
from workbench.services import settings


class LockingCard(Card):
    """``changed`` carries a setting and the value chosen for it."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Locking"))
        self.idle = SpinBox(1, 60, name=self.tr("Minutes without input until the vault locks"))
        self.idle.setSuffix(self.tr(" min"))
        low, high = settings.CLIPBOARD_SECONDS.low or 0, settings.CLIPBOARD_SECONDS.high or 0
        self.clipboard = SpinBox(low, high, name=self.tr("Seconds until the clipboard is cleared"))
        self.clipboard.setSuffix(self.tr(" s"))
        self.session = CheckBox(
            self.tr("Lock when the computer sleeps, its screen locks or its user changes")
        )
        for field, setting in (
            (self.idle, settings.IDLE_MINUTES), (self.clipboard, settings.CLIPBOARD_SECONDS),
        ):  # fmt: skip
            field.setKeyboardTracking(False)
            field.valueChanged.connect(partial(self.changed.emit, setting))
        self.session.toggled.connect(partial(self.changed.emit, settings.LOCK_WITH_SCREEN))
        form = Form()
        form.add_row(self.tr("Lock after (minutes without input)"), self.idle)
        form.add_row(self.tr("Clear what was copied after"), self.clipboard)
        self.add(form)
        self.add(self.session)
        hint = self.tr("What you were typing is kept, and you come back to the same place.")
        self.add(plain_label(hint, tone="text2", wrap=True))

    def show_values(self, values: dict[str, Any], *, read_only: bool) -> None:
        """Show what the vault holds."""
        blocked = [QSignalBlocker(w) for w in (self.idle, self.clipboard, self.session)]
        self.idle.setValue(int(values[settings.IDLE_MINUTES.key]))
        self.clipboard.setValue(int(values[settings.CLIPBOARD_SECONDS.key]))
        self.session.setChecked(bool(values[settings.LOCK_WITH_SCREEN.key]))
        for blocker in blocked:
            blocker.unblock()
        for field in (self.idle, self.clipboard, self.session):
            field.setEnabled(not read_only)
