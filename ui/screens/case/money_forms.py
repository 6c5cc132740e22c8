"""The forms of the ledger: payment, adjustment, fee or cost, reversal."""

from collections.abc import Callable
from functools import partial

from ui.messages.formats import money
from ui.screens.case.entry_form import EntryForm
from ui.screens.case.money_words import ledger_kind_words, method_words, part_words
from ui.shell.workspace import Workspace
from ui.widgets.buttons import push_button
from ui.widgets.forms import CheckBox, ComboBox, DateEdit, LineEdit, MoneyEdit
from ui.widgets.labels import plain_label
from workbench.base.errors import UserError
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart, PaymentMethod
from workbench.services import money as service
from workbench.services.vaults import Vault
from workbench.services.written import Written


def part_choice(spread_words: str) -> ComboBox:
    """A choice of parts that begins with spreading an amount over all of them."""
    choice = ComboBox()
    choice.add(spread_words, None)
    for part in (LedgerPart.PRINCIPAL, LedgerPart.INTEREST, LedgerPart.FEES, LedgerPart.COSTS):
        choice.add(part_words(part), part.value)
    return choice


class PaymentForm(EntryForm):
    """A payment that came."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "money.payment", self.tr("Record a payment"), self.tr("Save payment"))
        self._owed = 0
        self._amount = MoneyEdit(hint=self.tr("1,234.50"))
        self.add_field("amount", self.tr("Amount"), self._amount)
        self._whole = push_button(self.tr("Whole balance"), kind="link")
        self._whole.clicked.connect(self._pay_all)
        self.add_beside(self._whole)
        self._on = DateEdit(workspace.today())
        self.add_field("on", self.tr("Received on"), self._on)
        self._method = ComboBox()
        for method in PaymentMethod:
            self._method.add(method_words(method), method.value)
        self.add_field("method", self.tr("How it came"), self._method)
        self._reference = LineEdit(hint=self.tr("Check number, receipt …"))
        self.add_field("reference", self.tr("Reference"), self._reference)
        self._part = part_choice(self.tr("Costs, fees, interest, principal"))
        self.add_field("part", self.tr("Pays"), self._part)

    def set_owed(self, cents: int, currency: str) -> None:
        """What is owed: offered as an amount."""
        self._owed = cents
        text = self.tr("Whole balance: {amount}").format(amount=money(cents, currency))
        self._whole.setText(text)
        self._whole.setAccessibleName(text)
        self._whole.setEnabled(cents > 0)

    def _pay_all(self) -> None:
        self._amount.set_cents(self._owed)
        self._amount.setFocus()

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        part = self._part.value()
        payment = service.Payment(
            self.cents("amount"),
            self._on.day() or self.workspace.today(),
            PaymentMethod(str(self._method.value())),
            self._reference.text(),
            LedgerPart(str(part)) if part else None,
        )
        return partial(_add_payment, account_id=account_id, payment=payment)


class AdjustmentForm(EntryForm):
    """A correction of what is owed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace, "money.adjustment", self.tr("Adjust the balance"), self.tr("Save adjustment")
        )
        self._direction = ComboBox()
        self._direction.add(self.tr("Lower what is owed"), "lower")
        self._direction.add(self.tr("Raise what is owed"), "raise")
        self.add_field("direction", self.tr("Direction"), self._direction)
        self.add_field("amount", self.tr("Amount"), MoneyEdit(hint=self.tr("1,234.50")))
        self._reason = LineEdit(hint=self.tr("Why, in a few words"))
        self.add_field("reason", self.tr("Reason"), self._reason)
        self._part = part_choice(self.tr("As a payment is spread"))
        self.add_field("part", self.tr("Part"), self._part)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        cents, part = self.cents("amount"), self._part.value()
        adjustment = service.Adjustment(
            -cents if self._direction.value() == "lower" else cents,
            self.workspace.today(),
            self._reason.text(),
            LedgerPart(str(part)) if part else None,
        )
        return partial(_add_adjustment, account_id=account_id, adjustment=adjustment)


class ChargeForm(EntryForm):
    """A fee, cost or interest added to what is owed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace, "money.charge", self.tr("Add a fee, cost or interest"), self.tr("Save charge")
        )
        self._kind = ComboBox()
        for kind in service.CHARGES:
            self._kind.add(ledger_kind_words(kind), kind.value)
        self.add_field("kind", self.tr("Kind"), self._kind)
        self.add_field("amount", self.tr("Amount"), MoneyEdit(hint=self.tr("1,234.50")))
        self._on = DateEdit(workspace.today())
        self.add_field("on", self.tr("Effective on"), self._on)
        self._reason = LineEdit(hint=self.tr("What for, and by which right"))
        self.add_field("reason", self.tr("Reason"), self._reason)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        charge = service.Charge(
            LedgerKind(str(self._kind.value())),
            self.cents("amount"),
            self._on.day() or self.workspace.today(),
            self._reason.text(),
        )
        return partial(_add_charge, account_id=account_id, charge=charge)


class ReversalForm(EntryForm):
    """The reversal of one entry of the ledger."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "money.reversal", self.tr("Reverse an entry"), self.tr("Save reversal"))
        self._entry_id = ""
        self._what = plain_label(wrap=True)
        self.body.insertWidget(0, self._what)
        self._returned = CheckBox(self.tr("Payment came back unpaid"))
        self.add_field("returned", "", self._returned)
        self._reason = LineEdit(hint=self.tr("Why, in a few words"))
        self.add_field("reason", self.tr("Reason"), self._reason)

    def set_entry(self, entry: LedgerEntry) -> None:
        """The entry to reverse; all parts of one payment go back together."""
        self._entry_id = entry.entry_id
        self._what.setText(
            self.tr("{kind} of {day}: {amount} {part}. All parts of one payment go back together.").format(
                kind=ledger_kind_words(entry.kind),
                day=entry.effective_on.isoformat(),
                amount=money(entry.cents, entry.currency),
                part=part_words(entry.part),
            )
        )
        self._returned.setVisible(entry.kind is LedgerKind.PAYMENT)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        if not self._entry_id:
            raise UserError(self.tr("No entry is chosen."), hint=self.tr("Choose a row of the ledger."))
        return partial(
            _reverse,
            account_id=account_id,
            entry_id=self._entry_id,
            reason=self._reason.text(),
            returned=self._returned.isChecked() and not self._returned.isHidden(),
        )


def _add_payment(vault: Vault, account_id: str, payment: service.Payment) -> Written:
    return service.add_payment(vault, account_id, payment)


def _add_adjustment(vault: Vault, account_id: str, adjustment: service.Adjustment) -> Written:
    return service.add_adjustment(vault, account_id, adjustment)


def _add_charge(vault: Vault, account_id: str, charge: service.Charge) -> Written:
    return service.add_charge(vault, account_id, charge)


def _reverse(vault: Vault, account_id: str, entry_id: str, reason: str, *, returned: bool) -> Written:
    return service.reverse_entry(vault, account_id, entry_id, reason, returned=returned)
