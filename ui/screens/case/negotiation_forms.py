"""The forms of a negotiation: promise, offer and counter-offer, answers with a reason."""

from collections.abc import Callable, Sequence
from functools import partial

from ui.messages.formats import money
from ui.messages.words import role_words
from ui.screens.case.entry_form import EntryForm
from ui.shell.workspace import Workspace
from ui.widgets.buttons import push_button
from ui.widgets.forms import ComboBox, DateEdit, LineEdit, MoneyEdit, SpinBox, TextEdit
from workbench.base.errors import UserError
from workbench.model.account import Balance
from workbench.model.party import Party
from workbench.services import negotiation as service
from workbench.services.vaults import Vault
from workbench.services.written import Written


class _AmountForm(EntryForm):
    """A form whose amount may be the whole balance."""

    def __init__(self, workspace: Workspace, key: str, title: str, save_words: str) -> None:
        super().__init__(workspace, key, title, save_words)
        self._owed = 0
        self.amount = MoneyEdit(hint=self.tr("1,234.50"))
        self.add_field("amount", self.tr("Amount"), self.amount)
        self.whole = push_button(self.tr("Pays the balance"), kind="link")
        self.whole.clicked.connect(self._take_all)
        self.add_beside(self.whole)
        self.party = ComboBox()

    def set_case(self, balance: Balance, parties: Sequence[Party]) -> None:
        """What is owed, and who can promise or offer."""
        self._owed = balance.total
        text = self.tr("Pays the balance: {amount}").format(amount=money(balance.total, balance.currency))
        self.whole.setText(text)
        self.whole.setAccessibleName(text)
        chosen = self.party.value()
        self.party.clear()
        self.fill_parties(parties)
        self.party.choose(chosen)

    def fill_parties(self, parties: Sequence[Party]) -> None:
        """Offer the people of the case."""
        for party in parties:
            words = f"{party.name.whole} ({role_words(party.role)})"
            self.party.add(words, party.party_id)

    def _take_all(self) -> None:
        self.amount.set_cents(self._owed)
        self.amount.setFocus()


class PromiseForm(_AmountForm):
    """A promise to pay."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "negotiation.promise", self.tr("Promise to pay"), self.tr("Save promise"))
        self.due = DateEdit(workspace.today())
        self.add_field("due", self.tr("Due on"), self.due)
        self.grace = SpinBox(0, 90)
        self.grace.setValue(service.GRACE_DAYS)
        self.add_field("grace", self.tr("Days of grace"), self.grace)
        self.add_field("party", self.tr("Promised by"), self.party)
        self.note = LineEdit(hint=self.tr("What was said"))
        self.add_field("note", self.tr("Note"), self.note)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        promise = service.Promise(
            self.cents("amount"),
            self.due.day() or self.workspace.today(),
            self.grace.value(),
            str(self.party.value() or ""),
            self.note.text(),
        )
        return partial(_add_promise, account_id=account_id, promise=promise)


class OfferForm(_AmountForm):
    """An offer or a counter-offer."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "negotiation.offer", self.tr("Offer"), self.tr("Save offer"))
        self.counter = False
        self.add_field("party", self.tr("Made by"), self.party)
        self.expires = DateEdit(None, may_be_empty=True)
        self.add_field("expires", self.tr("Ends on"), self.expires)
        self.note = LineEdit(hint=self.tr("Conditions, how it was said"))
        self.add_field("note", self.tr("Note"), self.note)

    def set_counter(self, *, counter: bool) -> None:
        """Whether it answers an earlier offer."""
        self.counter = counter
        self.set_title(self.tr("Counter-offer") if counter else self.tr("Offer"))

    def fill_parties(self, parties: Sequence[Party]) -> None:
        """We, and the people of the case."""
        self.party.add(self.tr("Us"), "")
        super().fill_parties(parties)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        offer = service.Offer(
            self.cents("amount"),
            str(self.party.value() or ""),
            self.counter,
            self.expires.day(),
            self.note.text(),
        )
        return partial(_add_offer, account_id=account_id, offer=offer)


class WithdrawForm(EntryForm):
    """Why a promise is withdrawn."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace, "negotiation.withdrawal", self.tr("Withdraw the promise"), self.tr("Withdraw promise")
        )
        self.arrangement_id = ""
        self.reason = LineEdit(hint=self.tr("Why, in a few words"))
        self.add_field("reason", self.tr("Reason"), self.reason)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Withdraw it."""
        if not self.arrangement_id:
            raise UserError(self.tr("No promise is chosen."), hint=self.tr("Choose one of the board."))
        return partial(
            _withdraw, account_id=account_id, arrangement_id=self.arrangement_id, reason=self.reason.text()
        )


class NoteForm(EntryForm):
    """A note of the negotiation: where they stand, what they counter with, what comes next."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "negotiation.note", self.tr("Negotiation note"), self.tr("Save note"))
        self.position = TextEdit(hint=self.tr("What they can and want to do"), lines=3)
        self.add_field("position", self.tr("Position"), self.position)
        self.counter_offer = LineEdit(hint=self.tr("What they offer instead"))
        self.add_field("counter_offer", self.tr("Counter-offer"), self.counter_offer)
        self.next_step = LineEdit(hint=self.tr("What happens next, and when"))
        self.add_field("next_step", self.tr("Next step"), self.next_step)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Add it to the timeline."""
        return partial(
            _add_note,
            account_id=account_id,
            position=self.position.toPlainText(),
            counter_offer=self.counter_offer.text(),
            next_step=self.next_step.text(),
        )


def _add_promise(vault: Vault, account_id: str, promise: service.Promise) -> Written:
    return service.add_promise(vault, account_id, promise)


def _add_offer(vault: Vault, account_id: str, offer: service.Offer) -> Written:
    return service.add_offer(vault, account_id, offer)


def _withdraw(vault: Vault, account_id: str, arrangement_id: str, reason: str) -> Written:
    return service.withdraw_promise(vault, account_id, arrangement_id, reason)


def _add_note(vault: Vault, account_id: str, position: str, counter_offer: str, next_step: str) -> Written:
    return service.add_negotiation_note(
        vault, account_id, position=position, counter_offer=counter_offer, next_step=next_step
    )
