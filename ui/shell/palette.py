"""The command palette: every action with its key, every place, and accounts by name or number."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ui.shell.palette_items import PaletteItem, account_items, action_items
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.chips import draw_text
from ui.widgets.forms import LineEdit
from workbench.model.work import AccountRow
from workbench.services.frame import find_accounts

WIDTH, HEIGHT = 620, 420
ACCOUNTS = 12
RECENT = "palette.recent"
KEPT = 8
_ASK_AFTER = 15
_PAD, _LINE = 8, 28
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class CommandPalette(QFrame):
    """A popup over the window; Enter does, Esc closes.  What is done often stands first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Commands"))
        self._workspace = workspace
        self._accounts: list[PaletteItem] = []
        self.line = LineEdit(
            name=self.tr("Command"), hint=self.tr("A command, a place, a name or account number")
        )
        self.line.textChanged.connect(self._typed)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASK_AFTER)
        self._asking.timeout.connect(self._ask)
        self._show()

    def open(self) -> None:
        """Show it over the upper middle of the window."""
        theme, window = current_theme(), self._workspace.window
        width = min(theme.px(WIDTH), window.width() - 40)
        self.resize(width, min(theme.px(HEIGHT), window.height() - 120))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 60)))
        self.show()
        self.line.setFocus()

    @property
    def items(self) -> list[PaletteItem]:
        """What is offered, best first."""
        return [self.list.item(i).data(Qt.ItemDataRole.UserRole) for i in range(self.list.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ move, Enter does, Esc closes."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _typed(self, _text: str) -> None:
        self._accounts = []
        self._show()
        self._asking.start()

    def _ask(self) -> None:
        words = self.line.text().strip().removeprefix("#")
        if len(words) > 1:
            work = partial(find_accounts, words=words, limit=ACCOUNTS)
            self._workspace.vault.read(work, partial(self._found, words), owner=self, key="accounts")

    def _found(self, words: str, rows: list[AccountRow]) -> None:
        if words == self.line.text().strip().removeprefix("#"):
            self._accounts = account_items(rows)
            self._show()

    def _show(self) -> None:
        typed = self.line.text().strip()
        recent = self._workspace.settings.value(RECENT, [])
        found = (
            [] if typed.startswith("#") else action_items(self._workspace.registry.entries(), typed, recent)
        )
        self.list.clear()
        for item in [*found, *self._accounts]:
            line = QListWidgetItem()
            line.setData(Qt.ItemDataRole.UserRole, item)
            spoken = ", ".join(part for part in (item.words, item.right, item.reason) if part)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(line)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _run(self, line: QListWidgetItem | None) -> None:
        item = line.data(Qt.ItemDataRole.UserRole) if line is not None else None
        if not isinstance(item, PaletteItem) or item.reason:
            return
        self.close()
        if item.account_id:
            self._workspace.navigator.open_case(item.account_id, [i.account_id for i in self._accounts])
            return
        recent = [i for i in self._workspace.settings.value(RECENT, []) if i != item.action_id]
        self._workspace.settings.set(RECENT, [item.action_id, *recent][:KEPT])
        action = self._workspace.registry.action(item.action_id)
        QTimer.singleShot(0, action, action.trigger)


class LineDelegate(QStyledItemDelegate):
    """Draws a PaletteItem: words at the left, key, figure or reason at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as usual, then both texts; the right one keeps its room."""
        super().paint(painter, option, index)
        item = index.data(Qt.ItemDataRole.UserRole)
        theme = current_theme()
        room = option.rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        right = item.reason or item.right
        line = QStyleOptionViewItem(option)
        line.font = theme.font(Role.CAPTION)
        line.fontMetrics = QFontMetrics(line.font)
        line.palette.setColor(QPalette.ColorRole.Text, theme.colour("text3"))
        draw_text(painter, line, room, right, _RIGHT)
        taken = line.fontMetrics.horizontalAdvance(right) + theme.px(_PAD) if right else 0
        line.font = theme.font(Role.BODY)
        line.fontMetrics = QFontMetrics(line.font)
        line.palette.setColor(QPalette.ColorRole.Text, theme.colour("text3" if item.reason else "text"))
        draw_text(painter, line, room.adjusted(0, 0, -taken, 0), item.words, _LEFT)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(0, current_theme().px(_LINE))
