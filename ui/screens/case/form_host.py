"""Content with room for a form: beside it where there is room, in its place where there is not."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.screens.case.entry_form import EntryForm
from ui.style.theme import current_theme

FORM_WIDTH = 344
"""Width of a form beside its content, at 100 %."""
SIDE_BY_SIDE = 860
"""From this width on (at 100 %) content and form stand side by side."""


def scrolling(widget: QWidget, name: str) -> QScrollArea:
    """``widget`` in an area that scrolls up and down only; ``name`` is for screen readers."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    area.setAccessibleName(name)
    return area


class FormHost(QWidget):
    """Shows at most one of its forms; when it closes, the focus goes back to the content."""

    def __init__(self, content: QWidget, focus_back: Callable[[], None], name: str) -> None:
        """``focus_back`` takes the focus when a form closes; ``name`` is what a screen reader says."""
        super().__init__()
        self.content = content
        self._focus_back = focus_back
        self._open: EntryForm | None = None
        self._forms = QWidget()
        self._form_box = QVBoxLayout(self._forms)
        self._form_box.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(self._forms, name)
        self._area.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(content, 1)
        layout.addWidget(self._area)
        current_theme().changed.connect(self._arrange)

    def add_form(self, form: EntryForm) -> None:
        """Take a form in, closed."""
        form.hide()
        form.closed.connect(partial(self._closed, form))
        self._form_box.addWidget(form)

    @property
    def form(self) -> EntryForm | None:
        """The form that is open."""
        return self._open

    def open_form(self, form: EntryForm, account_id: str, preset: Mapping[str, Any] | None = None) -> None:
        """Open a form for an account; another one that is open closes."""
        if self._open is not None and self._open is not form:
            self._open.hide()
        self._open = form
        self._area.show()
        form.open_for(account_id, preset)
        self._arrange()
        form.focus_first()

    def close_form(self) -> None:
        """Close the form that is open."""
        if self._open is not None:
            self._open.close_form()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the content or in its place."""
        super().resizeEvent(event)
        self._arrange()

    def _closed(self, form: EntryForm) -> None:
        if form is self._open:
            self._open = None
            self._area.hide()
            self._arrange()
            self._focus_back()

    def _arrange(self) -> None:
        theme = current_theme()
        narrow = self.width() < theme.px(SIDE_BY_SIDE)
        self.content.setVisible(self._open is None or not narrow)
        if narrow:
            self._area.setMinimumWidth(0)
            self._area.setMaximumWidth(16_777_215)
        else:
            self._area.setFixedWidth(theme.px(FORM_WIDTH))
