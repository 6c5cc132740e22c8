"""Form fields: plain text only, no value changed by a scrolling wheel, no keyboard trap."""

from datetime import date

from PySide6.QtCore import QDate, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from ui.messages.formats import money
from ui.style.theme import current_theme
from ui.widgets.buttons import icon_button
from ui.widgets.copying import concealed, copy_text
from ui.widgets.labels import plain_label
from workbench.base.money import parse_cents

NARROW = 480
"""Below this width (at 100 %) a form puts its labels above the fields."""


class LineEdit(QLineEdit):
    """One line of text; ``set_bad`` marks it as not understood."""

    def __init__(
        self, text: str = "", *, name: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or hint)
        self.setPlaceholderText(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut so that no history of the clipboard keeps it."""
        cut = event.matches(QKeySequence.StandardKey.Cut)
        open_text = self.hasSelectedText() and self.echoMode() is QLineEdit.EchoMode.Normal
        if open_text and (cut or event.matches(QKeySequence.StandardKey.Copy)):
            copy_text(self.selectedText())
            if cut and not self.isReadOnly():
                self.del_()
            return
        super().keyPressEvent(event)

    def set_bad(self, bad: bool) -> None:
        """Mark the field, or take the mark away."""
        self.setProperty("bad", "true" if bad else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class TextEdit(QPlainTextEdit):
    """Several lines of plain text.  Tab leaves it; ``submitted`` is Ctrl+Enter."""

    submitted = Signal()

    def __init__(
        self, *, name: str = "", hint: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name or hint)
        self.setPlaceholderText(hint)
        self._lines = lines
        current_theme().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines; it grows where its size policy lets it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _fit(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines + current_theme().px(20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, for no history of the clipboard to keep."""
        return concealed(super().createMimeDataFromSelection())


class ComboBox(QComboBox):
    """A choice; the wheel scrolls the page instead of changing it."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def add(self, words: str, value: object) -> None:
        """Offer ``value`` as ``words``."""
        self.addItem(words, value)

    def value(self) -> object:
        """The chosen value; None when there is nothing to choose."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose ``value``; nothing happens when it is not offered."""
        for index in range(self.count()):
            if self.itemData(index) == value:
                self.setCurrentIndex(index)
                return


_TEXT_MARGIN = 6
"""The style sheet's padding does not reach the text of a spin box: so it stands as in other fields."""


class SpinBox(QSpinBox):
    """A whole number; the wheel scrolls the page instead of changing it."""

    def __init__(self, low: int, high: int, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class _Days(QDateEdit):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateEdit(QWidget):
    """A day, typed or picked as 2026-12-03; ``may_be_empty`` allows none."""

    changed = Signal()

    def __init__(
        self,
        day: date | None = None,
        *,
        name: str = "",
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._days = _Days(self)
        self._days.setDisplayFormat("yyyy-MM-dd")
        self._days.setCalendarPopup(True)
        self._days.setAccessibleName(name)
        self._days.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._days.dateChanged.connect(self._tell)
        self._clear = icon_button("x", self.tr("No date"), self)
        self._clear.setVisible(may_be_empty)
        self._clear.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._days, 1)
        layout.addWidget(self._clear)
        self._empty = QDate(1752, 9, 14)
        if may_be_empty:
            self._days.setMinimumDate(self._empty)
            self._days.setSpecialValueText(self.tr("no date"))
        self.setFocusProxy(self._days)
        self.set_day(day)

    def day(self) -> date | None:
        """The day shown; None when it is empty."""
        shown = self._days.date()
        return None if shown == self._empty else date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date | None) -> None:
        """Show ``day``; None shows no date where that is allowed, else leaves what is there."""
        if day is not None:
            self._days.setDate(QDate(day.year, day.month, day.day))
        elif self._clear.isVisibleTo(self):
            self._days.setDate(self._empty)

    def clear(self) -> None:
        """Show no date."""
        self._days.setDate(self._empty)

    def _tell(self) -> None:
        self.changed.emit()


class MoneyEdit(LineEdit):
    """An amount as people write it: ``1,234.50`` or ``$12``."""

    def cents(self) -> int | None:
        """The amount in cents; None when it is empty.  ValueError when it is no amount."""
        text = self.text().strip()
        return parse_cents(text) if text else None

    def set_cents(self, cents: int | None) -> None:
        """Show an amount."""
        self.setText("" if cents is None else money(cents).removeprefix("$"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark what cannot be read as an amount."""
        super().focusOutEvent(event)
        try:
            self.cents()
        except ValueError:
            self.set_bad(True)
        else:
            self.set_bad(False)


class CheckBox(QCheckBox):
    """A box to check; its words are plain."""

    def __init__(self, words: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setAccessibleName(words)
        self.setChecked(checked)


class Form(QWidget):
    """Labels and fields in two columns, or one where there is little room; labels are buddies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._narrow = False

    def add_row(self, words: str, field: QWidget) -> QLabel:
        """Add a field with its label; the label, to be hidden or changed."""
        label = plain_label(words, tone="text2")
        label.setBuddy(field.focusProxy() or field)
        for named in {field, field.focusProxy() or field}:
            if not named.accessibleName():
                named.setAccessibleName(words)
        self._rows.append((label, field))
        self._place(len(self._rows) - 1)
        return label

    def show_row(self, field: QWidget, words: str, *, shown: bool) -> None:
        """Show or hide a field with its label, which says ``words``."""
        for label, known in self._rows:
            if known is field:
                label.setText(words)
                field.setAccessibleName(words)
                (field.focusProxy() or field).setAccessibleName(words)
                label.setVisible(shown)
                field.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above or beside the fields, as there is room."""
        super().resizeEvent(event)
        narrow = event.size().width() < current_theme().px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            for index in range(len(self._rows)):
                self._place(index)

    def _place(self, index: int) -> None:
        label, field = self._rows[index]
        self._grid.removeWidget(label)
        self._grid.removeWidget(field)
        if self._narrow:
            self._grid.addWidget(label, 2 * index, 0, 1, 2)
            self._grid.addWidget(field, 2 * index + 1, 0, 1, 2)
        else:
            self._grid.addWidget(label, 2 * index, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, 2 * index, 1)
        self._grid.setColumnStretch(1, 1)
