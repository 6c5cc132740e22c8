"""The side sheet of restrictions: what limits contact now and did before; record one, lift one."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.words import restriction_chip
from ui.screens.case.entry_form import EntryForm
from ui.screens.case.form_host import scrolling
from ui.screens.case.restriction_forms import LiftForm, RestrictionForm
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.announcing import announce
from ui.widgets.buttons import action_button, push_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.restriction import Restriction
from workbench.services.restrictions import RestrictionsView, restrictions_view
from workbench.services.vaults import Vault

WIDTH = 400
"""Width of the sheet at 100 %; a narrower window is filled."""


class RestrictionCard(Card):
    """One restriction with its words and details.  ``lift_asked`` is its button."""

    lift_asked = Signal(object)

    def __init__(self, restriction: Restriction, *, liftable: bool) -> None:
        super().__init__()
        self.restriction = restriction
        kind, words = restriction_chip(restriction.kind)
        lifted = restriction.lifted_at
        self.header.insertWidget(0, Chip(ChipKind.NEUTRAL if lifted else kind, words))
        days = restriction.received_at.astimezone().date().isoformat()
        if lifted:
            days = self.tr("{since} to {until}").format(
                since=days, until=lifted.astimezone().date().isoformat()
            )
        self.header.addWidget(plain_label(days, tone="text2"))
        if restriction.verbatim:
            self.add(plain_label(f"“{restriction.verbatim}”", wrap=True))
        for key, text in restriction.details.items():
            self.add(plain_label(f"{key.replace('_', ' ').capitalize()}: {text}", tone="text2", wrap=True))
        self.setAccessibleName(f"{words}, {days}")
        if liftable:
            self.button = push_button(self.tr("Lift …"))
            self.button.setAccessibleName(self.tr("Lift: {what}").format(what=words))
            self.button.clicked.connect(self._ask)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(self.button)
            self.body.addLayout(row)

    def _ask(self) -> None:
        self.lift_asked.emit(self.restriction)


class RestrictionsPanel(QFrame):
    """Lies over the right edge of ``parent``; ``closed`` tells that it went away.  Esc closes it."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.account_id = ""
        self.view: RestrictionsView | None = None
        self.cards: list[RestrictionCard] = []
        self._return_to: QWidget | None = None
        self.setProperty("surface", "window")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Flags and restrictions"))
        self._calm = QWidget(self)  # everything but the forms: its keys never meet theirs
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(8)
        self.form = RestrictionForm(workspace)
        self.lifting = LiftForm(workspace)
        self._add_actions()
        self._build()
        self.hide()
        parent.installEventFilter(self)
        workspace.hub.changed.connect(self.on_changes)
        current_theme().changed.connect(self._fit)

    def _add_actions(self) -> None:
        add = self.workspace.registry.add
        self._record = add(
            "restrictions.record", self.tr("Record a restriction"), self.record, keys=("Ctrl+N",),
            widget=self._calm, place=Place.CASE, icon="flag",
        )  # fmt: skip
        self._close = add(
            "restrictions.close", self.tr("Close the flags"), self.close_sheet, keys=("Esc",),
            widget=self._calm, place=Place.CASE,
        )  # fmt: skip

    def _build(self) -> None:
        calm = QVBoxLayout(self._calm)
        calm.setContentsMargins(0, 0, 0, 0)
        calm.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Flags and restrictions"), role=Role.H2), 1)
        head.addWidget(action_button(self._close, words=self.tr("Close")))
        calm.addLayout(head)
        self._button = action_button(self._record, primary=True)
        calm.addWidget(self._button)
        self.states = StateStack(scrolling(self._list, self.tr("Restrictions")))
        calm.addWidget(self.states, 1)
        forms = QWidget()
        box = QVBoxLayout(forms)
        box.setContentsMargins(0, 0, 0, 0)
        for form in (self.form, self.lifting):
            form.hide()
            form.closed.connect(self._form_closed)
            box.addWidget(form)
        self._forms = scrolling(forms, self.tr("Forms of the restrictions"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._calm)
        layout.addWidget(self._forms)

    # Coming and going

    def open_for(self, account_id: str) -> None:
        """Show the restrictions of an account, over the right edge of its parent."""
        self._return_to = self.window().focusWidget()
        self.account_id = account_id
        self._show_form(None)
        locked = self.tr("Opened read-only") if self.workspace.read_only else ""
        self.workspace.registry.set_enabled("restrictions.record", not locked, locked)
        self._fit()
        self.show()
        self.raise_()
        self._button.setFocus()
        announce(self, self.accessibleName())
        self.load()

    def close_sheet(self) -> None:
        """Go away; the focus goes back to where it was."""
        self.hide()
        if self._return_to is not None:
            self._return_to.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge of the parent."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(parent.width(), current_theme().px(WIDTH))
        self.setGeometry(parent.width() - width, 0, width, parent.height())

    # What is shown

    def load(self) -> None:
        """Read the restrictions anew."""
        self.states.show_loading()
        work = partial(_read, account_id=self.account_id)
        self.workspace.vault.read(work, self._loaded, owner=self, failed=self._failed, key="restrictions")

    def on_changes(self, changes: Changes) -> None:
        """Read anew when this account was changed."""
        if self.isVisible() and self.account_id in changes.accounts:
            self.load()

    def _loaded(self, view: RestrictionsView) -> None:
        self.view = view
        self.form.set_parties(view.parties)
        self._clear()
        self.states.show_content()
        if not view.in_force:
            self._cards.addWidget(
                plain_label(self.tr("Nothing limits contact now."), tone="text2", wrap=True)
            )
        for restriction in view.in_force:
            self._add(restriction, liftable=not self.workspace.read_only)
        if view.past:
            self._cards.addWidget(plain_label(self.tr("Lifted"), role=Role.STRONG))
        for restriction in view.past:
            self._add(restriction, liftable=False)
        self._cards.addStretch(1)

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.load)

    def _add(self, restriction: Restriction, *, liftable: bool) -> None:
        card = RestrictionCard(restriction, liftable=liftable)
        card.lift_asked.connect(self.lift)
        self.cards.append(card)
        self._cards.addWidget(card)

    def _clear(self) -> None:
        self.cards.clear()
        while item := self._cards.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # Acting

    def record(self) -> None:
        """Open the form for a new restriction."""
        self._open(self.form)

    def lift(self, restriction: Restriction) -> None:
        """Open the form that lifts one."""
        self.lifting.set_restriction(restriction.restriction_id, restriction_chip(restriction.kind)[1])
        self._open(self.lifting)

    def _open(self, form: EntryForm) -> None:
        if self.account_id and not self.workspace.read_only:
            self._show_form(form)
            form.open_for(self.account_id)

    def _show_form(self, form: EntryForm | None) -> None:
        for other in (self.form, self.lifting):
            other.setVisible(other is form)
        self._forms.setVisible(form is not None)
        self._calm.setVisible(form is None)

    def _form_closed(self) -> None:
        self._show_form(None)
        if self.isVisible():
            self._button.setFocus()


def _read(vault: Vault, account_id: str) -> RestrictionsView:
    return restrictions_view(vault, account_id)
