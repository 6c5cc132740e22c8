"""Payments, adjustments, fees and reversals: each adds to the ledger and moves the balance in one commit."""

from dataclasses import dataclass, replace
from datetime import date

from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.base.money import Money
from workbench.model.account import AccountStatus, Balance
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart, PaymentMethod
from workbench.model.standing import entries_reversed
from workbench.negotiation.allocation import ORDER, allocate
from workbench.negotiation.balance import balance_by_part
from workbench.negotiation.standings import REPLACEABLE
from workbench.services.account_draft import AccountDraft, local_day
from workbench.services.settling import RETURNED_PAYMENT, settle
from workbench.services.taking_back import reversal
from workbench.services.written import Written, written
from workbench.vault.vault import Vault

CHARGES = {
    LedgerKind.FEE: LedgerPart.FEES,
    LedgerKind.COST: LedgerPart.COSTS,
    LedgerKind.INTEREST: LedgerPart.INTEREST,
}
"""What can be added to a balance, and the part it raises."""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came; ``cents`` is positive.  ``part`` None: spread in the documented order."""

    cents: int
    on: date
    method: PaymentMethod = PaymentMethod.OTHER
    reference: str = ""
    part: LedgerPart | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A correction of what is owed; ``cents`` is negative to lower it.  ``reason`` is required.

    ``part`` None: a lowering is spread as a payment is, a raise goes to the principal.
    """

    cents: int
    on: date
    reason: str
    part: LedgerPart | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A fee, cost or interest added to what is owed; ``kind`` is one of CHARGES."""

    kind: LedgerKind
    cents: int
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry with the balance after it, in cents.  ``reversed``: a standing reversal takes it back."""

    entry: LedgerEntry
    balance: int
    reversed: bool


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The ledger of an account, newest first, and what is owed by part.

    ``balance`` is what lists show; ``by_part`` what the ledger adds up to; they agree.
    """

    account_id: str
    balance: Balance
    by_part: Balance
    rows: tuple[LedgerRow, ...]
    today: date


def money_view(vault: Vault, account_id: str) -> MoneyView:
    """Everything the ledger says of an account."""
    content = vault.read_case(account_id)
    gone = entries_reversed(content.ledger)
    rows: list[LedgerRow] = []
    total = 0
    for entry in content.ledger:
        total += entry.cents
        rows.append(LedgerRow(entry, total, entry.entry_id in gone))
    balance = content.account.balance
    by_part = balance_by_part(content.ledger, balance.currency)
    return MoneyView(account_id, balance, by_part, tuple(reversed(rows)), local_day(vault))


def add_payment(vault: Vault, account_id: str, payment: Payment) -> Written:
    """Record a payment, spread over the parts owed; promises it fills and the status follow.

    UserError for an amount that is not positive or more than is owed, a day to come, another currency, or
    a reference that a payment of that day and amount has already.
    """
    _require_amount(payment.cents)
    with vault.edit_case(account_id) as edit:
        edit.action = "add_payment"
        draft = AccountDraft(vault, edit)
        _require_past(payment.on, draft.today, "A payment", "Record a promise for what is still to come.")
        _require_currency(payment.currency, draft)
        _require_owed(payment.cents, draft)
        _require_new(payment, draft)
        shares = _lowering(payment.cents, payment.part, draft)
        _post(
            draft,
            LedgerKind.PAYMENT,
            shares,
            payment.on,
            reference=payment.reference,
            method=payment.method.value,
        )
        draft.tell(f"Payment of {_words(payment.cents, draft)} received on {payment.on.isoformat()}.")
        settle(draft)
    return written(edit, f"Payment of {_words(payment.cents, draft)} recorded")


def add_adjustment(vault: Vault, account_id: str, adjustment: Adjustment) -> Written:
    """Raise or lower what is owed, with a reason; UserError as for a payment, and without a reason."""
    reason = _reason(adjustment.reason)
    lowers = adjustment.cents < 0
    _require_amount(abs(adjustment.cents))
    with vault.edit_case(account_id) as edit:
        edit.action = "add_adjustment"
        edit.reason = reason
        draft = AccountDraft(vault, edit)
        _require_past(adjustment.on, draft.today, "An adjustment", "Give today's date or an earlier one.")
        if lowers:
            _require_owed(-adjustment.cents, draft)
            shares = _lowering(-adjustment.cents, adjustment.part, draft)
        else:
            shares = {adjustment.part or LedgerPart.PRINCIPAL: adjustment.cents}
        _post(draft, LedgerKind.ADJUSTMENT, shares, adjustment.on, note=reason)
        verb = "lowered" if lowers else "raised"
        draft.tell(f"Balance {verb} by {_words(abs(adjustment.cents), draft)}: {reason}")
        settle(draft)
    return written(edit, f"Balance {verb} by {_words(abs(adjustment.cents), draft)}")


def add_charge(vault: Vault, account_id: str, charge: Charge) -> Written:
    """Add a fee, cost or interest to what is owed, with a reason; UserError as for an adjustment."""
    if charge.kind not in CHARGES:
        raise UserError("That is not a fee, a cost or interest.", hint="Choose one of the three.")
    reason = _reason(charge.reason)
    _require_amount(charge.cents)
    with vault.edit_case(account_id) as edit:
        edit.action = "add_charge"
        edit.reason = reason
        draft = AccountDraft(vault, edit)
        _require_past(charge.on, draft.today, "A charge", "Give today's date or an earlier one.")
        _post(draft, charge.kind, {CHARGES[charge.kind]: charge.cents}, charge.on, note=reason)
        draft.tell(f"{charge.kind.value.capitalize()} of {_words(charge.cents, draft)} added: {reason}")
        settle(draft)
    return written(edit, f"{charge.kind.value.capitalize()} of {_words(charge.cents, draft)} added")


def reverse_entry(
    vault: Vault, account_id: str, entry_id: str, reason: str, *, returned: bool = False
) -> Written:
    """Reverse an entry with all entries of the same act; the ledger keeps both.

    ``returned``: a payment that came back unpaid (NSF); the account's status and next action say so.
    UserError without a reason, for an unknown entry, one that is reversed already or is a reversal itself,
    and for a placed balance.
    """
    why = _reason(reason)
    with vault.edit_case(account_id) as edit:
        edit.action = "reverse_entry"
        edit.reason = why
        draft = AccountDraft(vault, edit)
        entries = _reversible(draft, entry_id)
        draft.post(*(reversal(vault, entry, why) for entry in entries))
        amount = _words(abs(sum(entry.cents for entry in entries)), draft)
        kind = entries[0].kind.value.capitalize()
        draft.tell(f"{kind} of {amount} {'returned unpaid' if returned else 'reversed'}: {why}")
        settle(draft)
        if returned and draft.account.status in REPLACEABLE:
            draft.set_status(AccountStatus.RETURNED_PAYMENT)
            draft.set_next_action(RETURNED_PAYMENT, draft.today)
    return written(edit, f"{kind} of {amount} reversed")


def _reversible(draft: AccountDraft, entry_id: str) -> list[LedgerEntry]:
    found = next((e for e in draft.ledger if e.entry_id == entry_id), None)
    if found is None:
        raise UserError("The ledger has no such entry.", hint="Choose one of its rows.")
    if found.kind is LedgerKind.REVERSAL:
        raise UserError("A reversal is not reversed.", hint="Record the payment or adjustment again.")
    if found.kind is LedgerKind.PLACEMENT:
        raise UserError("The placed balance is not reversed.", hint="Adjust the balance, with a reason.")
    if found.entry_id in entries_reversed(draft.ledger):
        raise UserError("This entry is reversed already.", hint="Nothing more is to be done.")
    if not found.act_id:
        return [found]
    return [e for e in draft.ledger if e.act_id == found.act_id and e.kind is found.kind]


def _post(
    draft: AccountDraft,
    kind: LedgerKind,
    shares: dict[LedgerPart, int],
    on: date,
    *,
    reference: str = "",
    method: str = "",
    note: str = "",
) -> None:
    """Post signed ``shares``, one entry a part, as one act."""
    one = LedgerEntry(
        "",
        kind,
        LedgerPart.TOTAL,
        0,
        on,
        draft.now,
        draft.account.balance.currency,
        reference=" ".join(reference.split()),
        actor=draft.vault.actor,
        method=method,
        act_id=new_id(),
        note=note,
    )
    draft.post(*(replace(one, entry_id=new_id(), part=part, cents=cents) for part, cents in shares.items()))


def _lowering(cents: int, part: LedgerPart | None, draft: AccountDraft) -> dict[LedgerPart, int]:
    """``cents`` spread over the parts owed, or taken from one of them, as negative amounts."""
    owed = owed_by_part(draft.account.balance)
    try:
        shares = allocate(cents, owed, ORDER if part is None else (part,))
    except ValueError:
        raise UserError(
            "That part of the balance owes less than this amount.", hint="Spread it over all parts."
        ) from None
    return {part: -share for part, share in shares.items()}


def owed_by_part(balance: Balance) -> dict[LedgerPart, int]:
    """Cents owed by part; what the parts do not explain stands under TOTAL."""
    parts = {
        LedgerPart.PRINCIPAL: balance.principal or 0,
        LedgerPart.INTEREST: balance.interest or 0,
        LedgerPart.FEES: balance.fees or 0,
        LedgerPart.COSTS: balance.costs or 0,
    }
    return parts | {LedgerPart.TOTAL: balance.total - sum(parts.values())}


def _words(cents: int, draft: AccountDraft) -> str:
    return str(Money(cents, draft.account.balance.currency))


def _reason(reason: str) -> str:
    if not reason.strip():
        raise UserError("A reason is needed.", hint="Say in a few words why.")
    return " ".join(reason.split())


def _require_amount(cents: int) -> None:
    if cents <= 0:
        raise UserError("An amount above zero is needed.", hint="Enter it as 1,234.50.")


def _require_past(on: date, today: date, what: str, hint: str) -> None:
    if on > today:
        raise UserError(f"{what} cannot have a day to come.", hint=hint)


def _require_currency(currency: str, draft: AccountDraft) -> None:
    own = draft.account.balance.currency
    if currency != own:
        raise UserError(f"The account is in {own}.", hint=f"Enter the amount in {own}.")


def _require_owed(cents: int, draft: AccountDraft) -> None:
    if cents > draft.account.balance.total:
        raise UserError("That is more than what is owed.", hint="Take what is owed, and send the rest back.")


def _require_new(payment: Payment, draft: AccountDraft) -> None:
    reference = " ".join(payment.reference.split())
    gone = entries_reversed(draft.ledger)
    sums: dict[str, int] = {}
    for e in draft.ledger:
        alike = e.kind is LedgerKind.PAYMENT and e.reference == reference and e.effective_on == payment.on
        if alike and e.entry_id not in gone:
            sums[e.act_id] = sums.get(e.act_id, 0) - e.cents
    if reference and payment.cents in sums.values():
        raise UserError(
            "A payment of this day, amount and reference is recorded already.",
            hint="Give it another reference if it came twice.",
        )
