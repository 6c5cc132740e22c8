"""A form beside what it adds to: its draft is kept, Ctrl+Enter saves, Esc closes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.widgets.announcing import announce
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowBox
from ui.widgets.forms import CheckBox, ComboBox, DateEdit, Form, LineEdit, MoneyEdit, SpinBox, TextEdit
from ui.widgets.labels import plain_label
from workbench.base.errors import UserError, WorkbenchError
from workbench.services.vaults import Vault
from workbench.services.written import Written

Field = LineEdit | TextEdit | ComboBox | DateEdit | SpinBox | CheckBox


class EntryForm(Card):
    """Fields by key, one error line, Save and Close.

    Subclasses add fields and say in :meth:`work` what saving writes; a UserError raised there, or by the
    vault, is shown in the form and nothing typed is lost.  ``closed`` tells that it was saved or closed.
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, key: str, title: str, save_words: str) -> None:
        """``key`` names its actions and drafts: ``money.payment``."""
        super().__init__(title)
        self.workspace = workspace
        self.account_id = ""
        self._key = key
        self._fields: dict[str, Field] = {}
        self._blank: dict[str, Any] = {}
        self._restoring = False
        self._saving = False
        self._form = Form()
        self.add(self._form)
        self._error = plain_label(tone="bad", wrap=True)
        self._error.hide()
        self.add(self._error)
        registry = workspace.registry
        self._save = registry.add(
            f"{key}_save",
            save_words,
            self.submit,
            keys=("Ctrl+Enter", "Ctrl+Return"),
            widget=self,
            place=Place.CASE,
        )
        close = registry.add(
            f"{key}_close",
            self.tr("Close form"),
            self.close_form,
            keys=("Esc",),
            widget=self,
            place=Place.CASE,
        )
        buttons = FlowBox()
        buttons.add(action_button(self._save, primary=True))
        buttons.add(action_button(close, words=self.tr("Close")))
        self._buttons = buttons
        self.add(buttons)
        self.body.addStretch(1)
        workspace.before_closing(self._keep_now)

    def put_buttons_first(self) -> None:
        """Stand the buttons and what is wrong above the fields: a long form scrolls, these stay in sight."""
        self.body.insertWidget(0, self._error)
        self.body.insertWidget(0, self._buttons)

    # Fields

    def add_field(self, key: str, words: str, field: Field) -> None:
        """Add a field; what is in it now is what an empty form shows."""
        self._fields[key] = field
        self._blank[key] = value_of(field)
        self._form.add_row(words, field)
        changed = {
            TextEdit: "textChanged",
            ComboBox: "currentIndexChanged",
            DateEdit: "changed",
            SpinBox: "valueChanged",
            CheckBox: "toggled",
        }
        name = next((n for kind, n in changed.items() if isinstance(field, kind)), "textChanged")
        getattr(field, name).connect(self._keep)
        if isinstance(field, TextEdit):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            field.submitted.connect(self._save.trigger)

    def show_field(self, key: str, words: str, *, shown: bool) -> None:
        """Show or hide a field with its label, under these words."""
        self._form.show_row(self._fields[key], words, shown=shown)

    def add_beside(self, widget: QWidget) -> None:
        """Add a widget under the fields."""
        self.body.insertWidget(1, widget)

    def values(self) -> dict[str, Any]:
        """What is in the fields, as plain JSON values."""
        return {key: value_of(field) for key, field in self._fields.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Put values into the fields; unknown keys are ignored."""
        for key, value in values.items():
            if key in self._fields:
                set_value(self._fields[key], value)

    def cents(self, key: str) -> int:
        """The amount in a field; UserError when it is empty or no amount."""
        field = self._fields[key]
        try:
            found = field.cents() if isinstance(field, MoneyEdit) else None
        except ValueError:
            raise UserError(
                self.tr("That is not an amount."), hint=self.tr("Enter it as 1,234.50.")
            ) from None
        if found is None:
            raise UserError(self.tr("An amount is needed."), hint=self.tr("Enter it as 1,234.50."))
        return found

    def day(self, key: str) -> date | None:
        """The day in a field."""
        field = self._fields[key]
        return field.day() if isinstance(field, DateEdit) else None

    # Life

    def open_for(self, account_id: str, preset: Mapping[str, Any] | None = None) -> None:
        """Show the form for an account with its draft, or with ``preset``, and take the focus."""
        self.account_id = account_id
        self._restoring = True
        self.set_values(self._blank | dict(preset or {}))
        self._restoring = False
        self.show_error(None)
        if preset is None:
            self.workspace.drafts.get(self._draft_key, self._restore, self)
        self.show()
        self.focus_first()

    def setFocus(self, *_reason: object) -> None:
        """The first field takes the focus."""
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for field in self._fields.values():
            if not field.isHidden():
                (field.focusProxy() or field).setFocus()
                return

    def showEvent(self, event: QShowEvent) -> None:
        """The first field has the focus as soon as there is one to see."""
        super().showEvent(event)
        self.focus_first()

    def submit(self) -> None:
        """Save; the form stays open with what is wrong when it cannot be."""
        if self._saving or not self.account_id:
            return
        try:
            work = self.work(self.account_id)
        except UserError as error:
            self.show_error(error)
            return
        self._saving = True
        self.show_error(None)
        self.workspace.vault.write(work, self._saved, owner=self, failed=self._failed)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """What saving writes; UserError when the fields do not say it."""
        raise NotImplementedError

    def close_form(self) -> None:
        """Close; what was typed is kept as a draft."""
        self.hide()
        self.closed.emit()

    def show_error(self, error: WorkbenchError | None) -> None:
        """Say under the fields what is wrong; None takes it away."""
        self._error.setText(str(error) if error else "")
        self._error.setVisible(error is not None)
        if error:
            announce(self, str(error))

    @property
    def error_words(self) -> str:
        """What the form complains about; empty when it does not."""
        return self._error.text()

    def _saved(self, _written: object) -> None:
        self._saving = False
        self.workspace.drafts.keep(self._draft_key, None)
        self._restoring = True
        self.set_values(self._blank)
        self._restoring = False
        self.close_form()

    def _failed(self, error: WorkbenchError) -> None:
        self._saving = False
        self.show_error(error)

    # Drafts

    @property
    def _draft_key(self) -> str:
        return f"{self._key}:{self.account_id}"

    def _restore(self, draft: object) -> None:
        if isinstance(draft, dict):
            self._restoring = True
            self.set_values(draft)
            self._restoring = False

    def _keep(self) -> None:
        if not self._restoring and self.account_id and not self.isHidden():
            self.workspace.drafts.keep(self._draft_key, self.values())

    def _keep_now(self) -> None:
        if not self.isHidden() and self.values() != self._blank:
            self._keep()


def value_of(field: Field) -> Any:  # noqa: ANN401  (plain JSON values)
    """What is in a field, as a plain JSON value."""
    if isinstance(field, TextEdit):
        return field.toPlainText()
    if isinstance(field, ComboBox):
        return field.value()
    if isinstance(field, DateEdit):
        day = field.day()
        return day.isoformat() if day else None
    if isinstance(field, SpinBox):
        return field.value()
    return field.isChecked() if isinstance(field, CheckBox) else field.text()


def set_value(field: Field, value: Any) -> None:  # noqa: ANN401
    """Put a plain JSON value into a field."""
    if isinstance(field, TextEdit):
        field.setPlainText(str(value or ""))
    elif isinstance(field, ComboBox):
        field.choose(value)
    elif isinstance(field, DateEdit):
        field.set_day(date.fromisoformat(value) if value else None)
    elif isinstance(field, SpinBox):
        field.setValue(int(value))
    elif isinstance(field, CheckBox):
        field.setChecked(bool(value))
    else:
        field.setText(str(value or ""))
