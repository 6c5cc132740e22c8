"""The tab Money: what is owed by part, and the ledger that says how it came to that."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.formats import money
from ui.screens.case.account_tab import AccountTab
from ui.screens.case.entry_form import EntryForm
from ui.screens.case.form_host import FormHost
from ui.screens.case.money_forms import AdjustmentForm, ChargeForm, PaymentForm, ReversalForm
from ui.screens.case.money_words import ledger_kind_chip, method_words, part_words
from ui.screens.case.rows_model import Column, RowsModel
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label
from ui.widgets.tables import TableView
from workbench.model.account import Balance
from workbench.model.ledger import LedgerKind, PaymentMethod
from workbench.services.money import LedgerRow, MoneyView, money_view


class Figure(QWidget):
    """An amount under its name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(plain_label(name, role=Role.CAPTION, tone="text2"))
        self.amount = plain_label(role=Role.H2)
        self.amount.setAccessibleName(name)
        layout.addWidget(self.amount)


class BalanceCard(Card):
    """Principal, interest, fees, costs and the total; what has no part is shown where there is any."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Balance by part"))
        flow = FlowBox(gap=32, line_gap=8)
        self.add(flow)
        names = (self.tr("Principal"), self.tr("Interest"), self.tr("Fees"), self.tr("Costs"))
        self._figures = [Figure(name) for name in (*names, self.tr("Not split"), self.tr("Total"))]
        for figure in self._figures:
            flow.add(figure)

    def show_balance(self, balance: Balance) -> None:
        """Show what is owed."""
        parts = (balance.principal or 0, balance.interest or 0, balance.fees or 0, balance.costs or 0)
        rest = balance.total - sum(parts)
        for figure, cents in zip(self._figures, (*parts, rest, balance.total), strict=True):
            figure.amount.setText(money(cents, balance.currency))
        self._figures[4].setVisible(rest != 0)

    def amounts(self) -> list[str]:
        """The amounts shown, the total last."""
        return [figure.amount.text() for figure in self._figures if not figure.isHidden()]


class MoneyTab(AccountTab[MoneyView]):
    """Balance, ledger and its forms; nothing is ever edited, only added and reversed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, money_view)
        self.balance = BalanceCard()
        self.model = RowsModel(self._columns(), struck=_is_reversed, parent=self)
        self.table = TableView(self.tr("Ledger"))
        self.table.setModel(self.model)
        self.table.set_columns([96, 124, 90, 110, 110, 200, 80], stretch=5, fitted=True)
        self.table.current_changed.connect(self._row_changed)
        self.payment = PaymentForm(workspace)
        self.adjustment = AdjustmentForm(workspace)
        self.charge = ChargeForm(workspace)
        self.reversal = ReversalForm(workspace)
        self._buttons = QHBoxLayout()
        self._add_actions()
        self.host = FormHost(self._content(), self.take_focus, self.tr("Forms of the ledger"))
        for form in self.forms:
            self.host.add_form(form)
        self.set_content(self.host)

    @property
    def forms(self) -> tuple[EntryForm, ...]:
        """Its forms."""
        return self.payment, self.adjustment, self.charge, self.reversal

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.balance)
        layout.addLayout(self._buttons)
        layout.addWidget(self.table, 1)
        return content

    def _columns(self) -> list[Column[LedgerRow]]:
        return [
            Column(self.tr("Date"), lambda r: r.entry.effective_on.isoformat()),
            Column(self.tr("Kind"), lambda _: "", chip=_kind_chip),
            Column(self.tr("Part"), lambda r: part_words(r.entry.part)),
            Column(self.tr("Amount"), lambda r: money(r.entry.cents, r.entry.currency), right=True),
            Column(self.tr("Balance"), lambda r: money(r.balance, r.entry.currency), right=True),
            Column(self.tr("Reference"), _reference),
            Column(self.tr("By"), lambda r: r.entry.actor),
        ]

    def _add_actions(self) -> None:
        add = self.workspace.registry.add
        where: dict[str, Any] = {"widget": self.table, "place": Place.CASE}
        actions = (
            add("money.pay", self.tr("Payment"), self.open_payment, keys=("P",), **where),
            add("money.adjust", self.tr("Adjust"), self.open_adjustment, keys=("A",), **where),
            add("money.add_charge", self.tr("Fee or cost"), self.open_charge, keys=("F",), **where),
            add("money.reverse", self.tr("Reverse"), self.open_reversal, keys=("R",), **where),
        )
        for number, action in enumerate(actions):
            self._buttons.addWidget(action_button(action, primary=number == 0))
        self._buttons.addStretch(1)

    # What is shown

    def show_view(self, view: MoneyView) -> None:
        """Show balance and ledger."""
        row = max(0, self.table.current_row())
        self.balance.show_balance(view.balance)
        self.model.set_rows(view.rows)
        self.table.set_current_row(min(row, len(view.rows) - 1))
        self.payment.set_owed(view.balance.total, view.balance.currency)
        self._enable()

    def targets(self) -> dict[str, Callable[[], None]]:
        """Its forms."""
        return {
            "payment": self.open_payment,
            "adjustment": self.open_adjustment,
            "charge": self.open_charge,
        }

    def main_widget(self) -> QWidget:
        """The table, or the form beside it."""
        return self.host.form or self.table

    def account_changed(self) -> None:
        """Close forms of the account before."""
        self.host.close_form()
        self.model.set_rows(())

    def _row_changed(self, _row: int) -> None:
        self._enable()

    def _enable(self) -> None:
        registry = self.workspace.registry
        locked = self.tr("Opened read-only") if self.workspace.read_only else ""
        owed = self.view is not None and self.view.balance.total > 0
        registry.set_enabled("money.pay", owed and not locked, locked or self.tr("Nothing is owed"))
        for name in ("money.adjust", "money.add_charge"):
            registry.set_enabled(name, not locked, locked)
        why = locked or self._why_not_reversible()
        registry.set_enabled("money.reverse", not why, why)

    def _why_not_reversible(self) -> str:
        row = self.model.row(self.table.current_row())
        if row is None:
            return self.tr("Choose an entry first")
        if row.entry.kind in {LedgerKind.PLACEMENT, LedgerKind.REVERSAL}:
            return self.tr("Only payments, adjustments and charges are reversed")
        return self.tr("It is reversed already") if row.reversed else ""

    # Forms

    def open_payment(self) -> None:
        """Open the form for a payment."""
        self._open(self.payment)

    def open_adjustment(self) -> None:
        """Open the form for an adjustment."""
        self._open(self.adjustment)

    def open_charge(self) -> None:
        """Open the form for a fee, cost or interest."""
        self._open(self.charge)

    def open_reversal(self) -> None:
        """Open the form that reverses the current entry."""
        row = self.model.row(self.table.current_row())
        if row is not None:
            self.reversal.set_entry(row.entry)
            self._open(self.reversal, {})

    def _open(self, form: EntryForm, preset: Mapping[str, Any] | None = None) -> None:
        if self.account_id and not self.workspace.read_only:
            self.host.open_form(form, self.account_id, preset)


def _is_reversed(row: LedgerRow) -> bool:
    return row.reversed


def _kind_chip(row: LedgerRow) -> Any:  # noqa: ANN401
    return ledger_kind_chip(row.entry.kind)


def _reference(row: LedgerRow) -> str:
    entry = row.entry
    method = method_words(PaymentMethod(entry.method)) if entry.method else ""
    return " · ".join(part for part in (method, entry.reference, entry.note) if part)
