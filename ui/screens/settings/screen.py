"""The settings screen: one page with a search, changes at once."""

from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages.language import available
from ui.screens.settings.keys_card import KeysCard
from ui.screens.settings.locking_card import LockingCard
from ui.screens.settings.safety_card import SafetyCard
from ui.screens.settings.weights_card import WeightsCard
from ui.shell.applied_settings import apply_vault
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import DENSITIES, current_theme
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.forms import CheckBox, ComboBox, Form, LineEdit, SpinBox
from ui.widgets.labels import plain_label
from workbench.services import machine, settings
from workbench.services.settings import Setting
from workbench.services.vaults import Vault


class SettingsScreen(Screen):
    """Cards of settings; the search leaves those that hold every word."""

    place: ClassVar[Place] = Place.SETTINGS

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._values: dict[str, Any] = {}
        self.search = LineEdit(name=self.tr("Search the settings"), hint=self.tr("Search:  keys  lock  dark"))
        self.search.textChanged.connect(self._search)
        self.none = plain_label(self.tr("No setting holds these words."), tone="text2")
        self.none.hide()
        self.locking = LockingCard()
        self.locking.changed.connect(self._store)
        self.keys = KeysCard(workspace)
        self.keys.changed.connect(partial(self._store, settings.KEYS))
        self.safety = SafetyCard(workspace)
        self.weights = WeightsCard(workspace)
        cards = (self._looks(), self.locking, self.keys, self.safety, self.weights, self._recent())
        self.cards: list[Card] = list(cards)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.none)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Settings"))
        area.setWidget(ground)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Settings"), role=Role.H1))
        head.addSpacing(16)
        head.addWidget(self.search, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(area, 1)

    # Cards

    def _looks(self) -> Card:
        card, form, theme = Card(self.tr("Looks")), Form(), current_theme()
        self.scheme = ComboBox(name=self.tr("Colours"))
        for key, words in (
            ("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")),
            ("high_contrast", self.tr("High contrast")),
        ):  # fmt: skip
            self.scheme.add(words, key)
        self.scheme.choose(theme.scheme)
        self.scheme.activated.connect(self._scheme_chosen)
        self.text_size = SpinBox(90, 200, name=self.tr("Text size in percent"))
        self.text_size.setSingleStep(10)
        self.text_size.setSuffix(" %")
        self.text_size.setKeyboardTracking(False)
        self.text_size.setValue(round(theme.scale * 100))
        self.text_size.valueChanged.connect(self._size_chosen)
        self.density = ComboBox(name=self.tr("Rows of tables"))
        names = {"compact": self.tr("Compact"), "normal": self.tr("Normal"), "roomy": self.tr("Roomy")}
        for key in DENSITIES:
            self.density.add(names[key], key)
        self.density.choose(theme.density)
        self.density.activated.connect(self._density_chosen)
        self.language = ComboBox(name=self.tr("Language"))
        self.language.add(self.tr("As the system"), "system")
        for code in available():
            self.language.add({"en": "English", "es": "Español"}.get(code, code), code)
        self.language.choose(machine.load().language)
        self.language.activated.connect(self._language_chosen)
        form.add_row(self.tr("Colours"), self.scheme)
        form.add_row(self.tr("Text size"), self.text_size)
        form.add_row(self.tr("Rows of tables"), self.density)
        form.add_row(self.tr("Language (from the next start)"), self.language)
        card.add(form)
        theme.changed.connect(self._follow_theme)
        return card

    def _recent(self) -> Card:
        card = Card(self.tr("Recent vaults"))
        self.offer_recent = CheckBox(
            self.tr("Offer recent vaults when unlocking"), checked=machine.load().remember_recent
        )
        self.offer_recent.toggled.connect(self._remember_chosen)
        self.clear = push_button(self.tr("Forget recent vaults"))
        self.clear.clicked.connect(self._clear_recent)
        row = QHBoxLayout()
        row.addWidget(self.clear)
        row.addStretch(1)
        card.add(self.offer_recent)
        card.body.addLayout(row)
        return card

    # The window's side

    def title(self) -> str:
        """The place in words."""
        return self.tr("Settings")

    def enter(self, target: object = None) -> None:  # noqa: ARG002
        """Read the vault's settings."""
        self.workspace.vault.read(settings.everything, self._show, owner=self, key="settings")
        self.safety.reload()
        self.weights.reload()

    def restore(self, state: dict[str, Any]) -> None:  # noqa: ARG002
        """Show the settings."""
        self.enter()

    def panes(self) -> list[QWidget]:
        """Search."""
        return [self.search]

    def _show(self, values: dict[str, Any]) -> None:
        self._values = values
        self.locking.show_values(values, read_only=self.workspace.read_only)
        self.keys.show_values(values)
        self.keys.setEnabled(not self.workspace.read_only)

    def _search(self, typed: str) -> None:
        words = typed.casefold().split()
        shown = 0
        for card in self.cards:
            text = " ".join(w.accessibleName() for w in card.findChildren(QWidget)).casefold()
            text += card.accessibleName().casefold()
            fits = all(word in text for word in words)
            card.setVisible(fits)
            shown += fits
        self.none.setVisible(shown == 0)

    # Changes

    def _store(self, setting: Setting, value: object) -> None:
        work = partial(_store, setting=setting, value=value)
        self.workspace.vault.write(work, self._stored, owner=self)

    def _stored(self, values: dict[str, Any]) -> None:
        apply_vault(self.workspace, values)
        self._show(values)
        self.workspace.messages.say(self.tr("Setting changed."))

    def _scheme_chosen(self) -> None:
        current_theme().set_scheme(str(self.scheme.value()))

    def _size_chosen(self, percent: int) -> None:
        current_theme().set_scale(percent / 100)

    def _density_chosen(self) -> None:
        current_theme().set_density(str(self.density.value()))

    def _language_chosen(self) -> None:
        machine.save(replace(machine.load(), language=str(self.language.value())))

    def _follow_theme(self) -> None:
        theme = current_theme()
        self.scheme.choose(theme.scheme)
        self.text_size.blockSignals(True)
        self.text_size.setValue(round(theme.scale * 100))
        self.text_size.blockSignals(False)

    def _remember_chosen(self, on: bool) -> None:
        kept = machine.load()
        machine.save(
            replace(kept, remember_recent=True) if on else machine.without_recent(kept, remember=False)
        )

    def _clear_recent(self) -> None:
        machine.save(machine.without_recent(machine.load(), remember=self.offer_recent.isChecked()))
        self.workspace.messages.say(self.tr("Recent vaults are forgotten."))


def _store(vault: Vault, setting: Setting, value: object) -> dict[str, Any]:
    settings.set_value(vault, setting, value)
    return settings.everything(vault)
