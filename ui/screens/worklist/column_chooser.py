"""Which columns the worklist shows: a box to check for each, applied at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.widgets.forms import CheckBox
from ui.widgets.labels import plain_label


class ColumnChooser(QFrame):
    """``chosen`` carries the keys of the columns checked, after every change; Esc closes."""

    chosen = Signal(list)

    def __init__(self, offered: Mapping[str, str], shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Columns"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(4)
        layout.addWidget(plain_label(self.tr("Columns"), role=Role.STRONG))
        self.boxes: dict[str, CheckBox] = {}
        for key, words in offered.items():
            box = CheckBox(words, checked=key in shown)
            box.setEnabled(key != "name")
            box.toggled.connect(self._tell)
            self.boxes[key] = box
            layout.addWidget(box)

    def open_below(self, widget: QWidget) -> None:
        """Show it at the right below ``widget``."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height())))
        self.show()
        next(iter(self.boxes.values())).setFocus()

    def _tell(self) -> None:
        self.chosen.emit([key for key, box in self.boxes.items() if box.isChecked()])
