"""A row in which the next action, tag, assignee or status of one account, or of all marked ones, is set."""

from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.messages.words import status_words
from ui.widgets.buttons import push_button
from ui.widgets.forms import ComboBox, DateEdit, LineEdit
from ui.widgets.labels import plain_label
from workbench.model.account import AccountStatus
from workbench.services.case_work import PROTECTED
from workbench.services.worklist_bulk import BulkAction


class Edit(StrEnum):
    """What the row sets."""

    NEXT = "next"
    TAG = "tag"
    UNTAG = "untag"
    ASSIGN = "assign"
    STATUS = "status"
    VIEW = "view"


class EditBar(QFrame):
    """``saved`` carries a BulkAction, ``named`` the name of a view; ``cancelled`` comes with Esc."""

    saved = Signal(object)
    named = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._edit = Edit.NEXT
        self._title = plain_label("")
        self.words = LineEdit()
        self.words.returnPressed.connect(self.save)
        self.day = DateEdit(name=self.tr("Due"))
        self.status = ComboBox(name=self.tr("Status"))
        for status in AccountStatus:
            if status not in PROTECTED:
                self.status.add(status_words(status), status)
        self._days = [
            (push_button(self.tr("Today")), 0),
            (push_button(self.tr("Tomorrow")), 1),
            (push_button(self.tr("+3 days")), 3),
            (push_button(self.tr("+1 week")), 7),
        ]
        for button, days in self._days:
            button.clicked.connect(partial(self._set_day, days))
        self._save = push_button(self.tr("Save"), primary=True)
        self._save.clicked.connect(self.save)
        cancel = push_button(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._title)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.status)
        layout.addWidget(self.day)
        for button, _ in self._days:
            layout.addWidget(button)
        layout.addStretch(0)
        layout.addWidget(self._save)
        layout.addWidget(cancel)
        self._today = date.min
        self.hide()

    @property
    def edit(self) -> Edit:
        """What is being set."""
        return self._edit

    def begin(self, edit: Edit, title: str, today: date, *, words: str = "", day: date | None = None) -> None:
        """Ask for it; ``title`` says of what."""
        self._edit, self._today = edit, today
        self._title.setText(title)
        self.setAccessibleName(title)
        hints = {
            Edit.NEXT: self.tr("What is to happen next"),
            Edit.TAG: self.tr("Tag to add"),
            Edit.UNTAG: self.tr("Tag to remove"),
            Edit.ASSIGN: self.tr("Who does it (empty: nobody)"),
            Edit.VIEW: self.tr("Name of the view"),
            Edit.STATUS: "",
        }
        self.words.setPlaceholderText(hints[edit])
        self.words.setAccessibleName(hints[edit] or title)
        self.words.setText(words)
        self.words.setVisible(edit is not Edit.STATUS)
        self.status.setVisible(edit is Edit.STATUS)
        self.day.setVisible(edit is Edit.NEXT)
        for button, _ in self._days:
            button.setVisible(edit is Edit.NEXT)
        self.day.set_day(day or today + timedelta(days=1))
        self.show()
        first = self.status if edit is Edit.STATUS else self.words
        first.setFocus()
        self.words.selectAll()

    def save(self) -> None:
        """Tell what is to be set; nothing happens while words are missing."""
        words = self.words.text().strip()
        if self._edit is Edit.VIEW:
            self.named.emit(words)
            return
        action = self._action(words)
        if action is not None:
            self.saved.emit(action)
        else:
            self.words.setFocus()

    def _action(self, words: str) -> BulkAction | None:
        if self._edit is Edit.STATUS:
            chosen = self.status.value()
            return BulkAction(status=AccountStatus(str(chosen)))
        if self._edit is Edit.ASSIGN:
            return BulkAction(assignee=words)
        if not words:
            return None
        if self._edit is Edit.NEXT:
            return BulkAction(next_action=words, on=self.day.day())
        return BulkAction(add_tag=words) if self._edit is Edit.TAG else BulkAction(remove_tag=words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves without saving."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _set_day(self, days: int) -> None:
        self.day.set_day(self._today + timedelta(days=days))
