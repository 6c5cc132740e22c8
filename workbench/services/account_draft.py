"""An account while one edit changes it: what was put is what is read, and the balance follows the ledger."""

from dataclasses import fields, replace
from datetime import date

from workbench.base.ids import new_id
from workbench.model.account import Account, AccountStatus, Balance
from workbench.model.activity import Activity, ActivityKind
from workbench.model.arrangement import Arrangement
from workbench.model.ledger import LedgerEntry, LedgerPart
from workbench.model.restriction import Restriction
from workbench.model.work import WorkState
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault


def local_day(vault: Vault) -> date:
    """The day it is where the computer is."""
    return vault.clock.now().astimezone().date()


class AccountDraft:
    """Account, work state, arrangements, restrictions and ledger of a case inside one edit."""

    def __init__(self, vault: Vault, edit: CaseEdit) -> None:
        self._edit = edit
        self.vault = vault
        self.now = vault.clock.now()
        self.today = local_day(vault)
        self.account: Account = edit.content.account
        self.work: WorkState = edit.work
        self.ledger: tuple[LedgerEntry, ...] = edit.content.ledger
        self.parties = {p.party_id: p for p in edit.content.parties}
        self._arrangements = {a.arrangement_id: a for a in edit.content.arrangements}
        self._restrictions = {r.restriction_id: r for r in edit.content.restrictions}

    @property
    def arrangements(self) -> tuple[Arrangement, ...]:
        """The arrangements as they are in this draft."""
        return tuple(self._arrangements.values())

    @property
    def restrictions(self) -> tuple[Restriction, ...]:
        """The restrictions as they are in this draft."""
        return tuple(self._restrictions.values())

    def put_account(self, account: Account, reason: str = "") -> None:
        """Replace the account's terms; a reason given before stays when this one is empty."""
        if account != self.account:
            self.account = account
            self._edit.update_account(account, reason or self._edit.reason)

    def set_status(self, status: AccountStatus) -> None:
        """Give the account another status."""
        self.put_account(replace(self.account, status=status))

    def set_work(self, work: WorkState) -> None:
        """Replace next action, assignee and tags."""
        if work != self.work:
            self.work = work
            self._edit.set_work(work)

    def set_next_action(self, words: str, on: date | None) -> None:
        """Say what is to happen next."""
        self.set_work(replace(self.work, next_action=words, next_action_on=on))

    def put_arrangement(self, arrangement: Arrangement) -> None:
        """Add or replace an arrangement."""
        if self._arrangements.get(arrangement.arrangement_id) != arrangement:
            self._arrangements[arrangement.arrangement_id] = arrangement
            self._edit.put_arrangement(arrangement)

    def put_restriction(self, restriction: Restriction) -> None:
        """Add or replace a restriction."""
        self._restrictions[restriction.restriction_id] = restriction
        self._edit.put_restriction(restriction)

    def add_entry(self, entry: LedgerEntry) -> None:
        """Add a ledger entry without moving the balance."""
        self.ledger = (*self.ledger, entry)
        self._edit.add_ledger_entry(entry)

    def post(self, *entries: LedgerEntry) -> None:
        """Add ledger entries and move the account's balance by them."""
        for entry in entries:
            self.add_entry(entry)
        before = self.account.balance
        stated = self.account.stated_balance or before
        self.put_account(replace(self.account, balance=moved(before, entries), stated_balance=stated))

    def tell(
        self, text: str, *, kind: ActivityKind = ActivityKind.SYSTEM, details: dict[str, str] | None = None
    ) -> Activity:
        """Add an entry of now to the timeline."""
        activity = Activity(
            new_id(), kind, self.now, self.vault.actor, text=text, details=dict(details or {})
        )
        self._edit.add_activity(activity)
        return activity


_FIELD_OF = {
    LedgerPart.PRINCIPAL: "principal",
    LedgerPart.INTEREST: "interest",
    LedgerPart.FEES: "fees",
    LedgerPart.COSTS: "costs",
}


def moved(balance: Balance, entries: tuple[LedgerEntry, ...]) -> Balance:
    """``balance`` after ``entries``, in cents; a part that no entry moves stays as it is stated."""
    parts = {f.name: getattr(balance, f.name) for f in fields(Balance)}
    for entry in entries:
        parts["total"] += entry.cents
        name = _FIELD_OF.get(entry.part)
        if name:
            parts[name] = (parts[name] or 0) + entry.cents
    return Balance(**parts)
