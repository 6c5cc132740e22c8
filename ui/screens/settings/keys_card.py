"""The keys: every action with its keys, conflicts shown, presets for the review, letters on or off."""

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit

from ui.screens.review.presets import PRESETS
from ui.shell.rail import place_words
from ui.shell.registry import Entry
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.chips import CHIP_ROLE
from ui.widgets.forms import CheckBox, ComboBox, LineEdit
from ui.widgets.labels import plain_label
from ui.widgets.tables import TableView
from workbench.services import settings
from workbench.services.vaults import Vault

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class KeyRows(QAbstractTableModel):
    """Actions with their place and keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._conflicts: set[str] = set()

    def show(self, entries: list[Entry], conflicts: set[str]) -> None:
        """Show these; ``conflicts`` are ids of actions whose key means another one too."""
        self.beginResetModel()
        self._entries, self._conflicts = entries, conflicts
        self.endResetModel()

    def entry_at(self, place: int) -> Entry | None:
        """The action at ``place``."""
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Action, place, keys, conflict."""
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """A cell."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == CHIP_ROLE and index.column() == 3 and entry.action_id in self._conflicts:
            return ChipKind.BAD, self.tr("means another too")
        place = place_words(entry.place) if entry.place else self.tr("Everywhere")
        cells = (entry.words, place, "  ".join(entry.keys), "")
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cell for cell in cells if cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Action"), self.tr("Place"), self.tr("Keys"), "")[section]


class KeysCard(Card):
    """``changed`` carries the keys that differ from the defaults, by action id."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.set_title(self.tr("Keys"))
        self._workspace = workspace
        self._overrides: dict[str, list[str]] = {}
        self.letters = CheckBox(self.tr("Single letters are keys in lists"), checked=True)
        self.letters.toggled.connect(self._letters_chosen)
        self.preset = ComboBox(name=self.tr("Keys of the match review"))
        for preset in PRESETS:
            self.preset.add(preset.words, preset.name)
        self.preset.activated.connect(self._preset_chosen)
        self.search = LineEdit(name=self.tr("Find an action"), hint=self.tr("Find an action"))
        self.search.textChanged.connect(self._show)
        self.rows = KeyRows(self)
        self.table = TableView(self.tr("Keys"))
        self.table.setModel(self.rows)
        self.table.set_columns([220, 120, 150, 150], stretch=0, fitted=True)
        self.table.setMinimumHeight(current_theme().px(240))
        self.table.current_changed.connect(self._current_changed)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New key"))
        self._set = push_button(self.tr("Use this key"))
        self._set.clicked.connect(self._key_chosen)
        self._reset = push_button(self.tr("Back to the default"))
        self._reset.clicked.connect(self._key_reset)
        self._all = push_button(self.tr("All keys to their defaults"))
        self._all.clicked.connect(self._all_reset)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.letters)
        top.addStretch(1)
        top.addWidget(plain_label(self.tr("Match review:"), tone="text2"))
        top.addWidget(self.preset)
        self.body.addLayout(top)
        self.add(self.search)
        self.add(self.table)
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        for button in (self._set, self._reset, self._all):
            row.addWidget(button)
        self.body.addLayout(row)

    def show_values(self, values: dict[str, Any]) -> None:
        """Show the keys as the vault has them."""
        self._overrides = {k: list(v) for k, v in values[settings.KEYS.key].items()}
        self.letters.blockSignals(True)
        self.letters.setChecked(bool(values[settings.SINGLE_LETTERS.key]))
        self.letters.blockSignals(False)
        self.preset.choose(values[settings.REVIEW_PRESET.key])
        self._show()

    def _show(self, _text: str = "") -> None:
        words = self.search.text().casefold().split()
        entries = [
            e for e in self._workspace.registry.entries() if all(w in e.words.casefold() for w in words)
        ]
        conflicts = {i for ids in self._workspace.registry.conflicts().values() for i in ids}
        place = self.table.current_row()
        self.rows.show(entries, conflicts)
        self.table.set_current_row(min(max(place, 0), len(entries) - 1))

    def _current_changed(self, place: int) -> None:
        entry = self.rows.entry_at(place)
        keys = entry.action.shortcut() if entry is not None else QKeySequence()
        self.edit.setKeySequence(keys)

    def _key_chosen(self) -> None:
        entry = self.rows.entry_at(self.table.current_row())
        key = self.edit.keySequence().toString()
        if entry is not None:
            self.changed.emit({**self._overrides, entry.action_id: [key] if key else []})

    def _key_reset(self) -> None:
        entry = self.rows.entry_at(self.table.current_row())
        if entry is not None:
            self.changed.emit({k: v for k, v in self._overrides.items() if k != entry.action_id})

    def _all_reset(self) -> None:
        self.changed.emit({})

    def _preset_chosen(self) -> None:
        name = str(self.preset.value())
        preset = next(p for p in PRESETS if p.name == name)
        review = {k: v for k, v in self._overrides.items() if not k.startswith("review.")}
        store = partial(_store, key=settings.REVIEW_PRESET.key, value=name)
        self._workspace.vault.write(store, owner=self)
        self.changed.emit({**review, **{k: list(v) for k, v in preset.keys.items()}})

    def _letters_chosen(self, on: bool) -> None:
        store = partial(_store, key=settings.SINGLE_LETTERS.key, value=on)
        self._workspace.vault.write(store, self._letters_stored, owner=self)

    def _letters_stored(self, _nothing: object) -> None:
        self._workspace.registry.set_single_letters(self.letters.isChecked())
        self._show()


def _store(vault: Vault, key: str, value: object) -> None:
    settings.set_value(vault, settings.declared()[key], value)
