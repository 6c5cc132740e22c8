"""Our case and the public record side by side, field by field."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.messages.translating import translate
from ui.screens.review.differing import DifferingText
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.cards import Card
from ui.widgets.labels import ElidedLabel, plain_label
from workbench.services.comparing import Compared, Mark


class _Row:
    """The widgets of one row; made once and filled for each lead."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self.title = plain_label(tone="text2")
        self.ours = DifferingText()
        self.theirs = DifferingText(tinted=True)
        self.mark = plain_label(role=Role.STRONG)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for label in (self.title, self.mark):
            label.setContentsMargins(0, 3, 0, 3)  # on the first line of a value that wraps
        for column, widget in enumerate(self.widgets):
            grid.addWidget(widget, row, column)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """Title, our value, the record's value, mark."""
        return self.title, self.ours, self.theirs, self.mark

    def show(self, row: Compared, mark_words: str, *, show_all: bool) -> None:
        """Fill the row."""
        self.title.setText(row.title)
        self.ours.show_value(row.ours, row.mark, row.more_ours, show_all=show_all)
        self.theirs.show_value(row.theirs, row.mark, row.more_theirs, show_all=show_all)
        self.mark.setText(row.mark.value)
        self.mark.setAccessibleName(mark_words)

    def set_visible(self, visible: bool) -> None:
        """Show or hide all four."""
        if self.title.isHidden() == visible:
            for widget in self.widgets:
                widget.setVisible(visible)


class ComparisonGrid(Card):
    """The rows of one lead.

    ``set_only_differences`` leaves out what agrees, ``set_expanded`` lists every value.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._data: tuple[Compared, ...] = ()
        self._only, self._all = False, False
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.our_head, self.their_head = ElidedLabel(tone="text2"), ElidedLabel(tone="text2")
        for column, head in ((1, self.our_head), (2, self.their_head)):
            padded = QHBoxLayout()
            padded.setContentsMargins(8, 0, 8, 4)
            padded.addWidget(head)
            self._grid.addLayout(padded, 0, column)
        self._none = plain_label(self.tr("Nothing differs."), tone="text2")
        self._none.hide()
        self.body.addLayout(self._grid)
        self.body.addWidget(self._none)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Comparison"))
        current_theme().changed.connect(self._fit)
        self._fit()

    def show_rows(self, our_head: str, their_head: str, rows: tuple[Compared, ...]) -> None:
        """Show a lead's rows under these headings."""
        self.our_head.setText(our_head)
        self.their_head.setText(their_head)
        self._data = rows
        while len(self._rows) < len(rows):
            self._rows.append(_Row(self._grid, len(self._rows) + 1))
        self._fill()

    def set_only_differences(self, only: bool) -> None:
        """Leave out rows that agree or say nothing."""
        self._only = only
        self._fill()

    def set_expanded(self, expanded: bool) -> None:
        """List every address and phone instead of counting them."""
        self._all = expanded
        self._fill()

    def shown(self) -> list[tuple[str, str, str, str]]:
        """Title, our value, the record's value and mark of the rows on screen."""
        return [
            (row.title.text(), row.ours.text(), row.theirs.text(), row.mark.text())
            for row in self._rows
            if not row.title.isHidden()
        ]

    def sentence(self) -> str:
        """The rows as a screen reader hears them."""
        words = mark_words()
        return " ".join(
            f"{row.title}: {row.our_text}, {row.their_text}, {words[row.mark]}." for row in self._data
        )

    def _fill(self) -> None:
        words = mark_words()
        for index, row in enumerate(self._rows):
            data = self._data[index] if index < len(self._data) else None
            visible = data is not None and (not self._only or data.mark in {Mark.NEAR, Mark.DIFFERENT})
            if data is not None:
                row.show(data, words[data.mark], show_all=self._all)
            row.set_visible(visible)
        self._none.setVisible(self._only and not self.shown())
        self.setAccessibleDescription(self.sentence())

    def _fit(self) -> None:
        theme = current_theme()
        self._grid.setColumnMinimumWidth(0, theme.px(88))
        self._grid.setColumnMinimumWidth(3, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(current_theme().px(320), super().minimumSizeHint().height())


def mark_words() -> dict[Mark, str]:
    """The marks as words."""
    return {
        Mark.SAME: translate("ComparisonGrid", "agrees"),
        Mark.NEAR: translate("ComparisonGrid", "nearly agrees"),
        Mark.DIFFERENT: translate("ComparisonGrid", "differs"),
        Mark.ABSENT: translate("ComparisonGrid", "nothing to compare"),
    }
