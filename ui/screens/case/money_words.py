"""Kinds, parts and methods of the ledger in words."""

from ui.messages.translating import translate
from ui.style.tokens import ChipKind
from workbench.model.ledger import LedgerKind, LedgerPart, PaymentMethod


def ledger_kind_words(kind: LedgerKind) -> str:
    """What moved the balance, in words."""
    words = {
        LedgerKind.PLACEMENT: translate("Money", "Placed"),
        LedgerKind.PAYMENT: translate("Money", "Payment"),
        LedgerKind.ADJUSTMENT: translate("Money", "Adjustment"),
        LedgerKind.INTEREST: translate("Money", "Interest"),
        LedgerKind.FEE: translate("Money", "Fee"),
        LedgerKind.COST: translate("Money", "Cost"),
        LedgerKind.REVERSAL: translate("Money", "Reversal"),
    }
    return words[kind]


def ledger_kind_chip(kind: LedgerKind) -> tuple[ChipKind, str]:
    """The chip of what moved the balance."""
    kinds = {
        LedgerKind.PAYMENT: ChipKind.OK,
        LedgerKind.REVERSAL: ChipKind.BAD,
        LedgerKind.ADJUSTMENT: ChipKind.INFO,
        LedgerKind.PLACEMENT: ChipKind.NEUTRAL,
    }
    return kinds.get(kind, ChipKind.WARN), ledger_kind_words(kind)


def part_words(part: LedgerPart) -> str:
    """A part of the balance in words."""
    words = {
        LedgerPart.PRINCIPAL: translate("Money", "Principal"),
        LedgerPart.INTEREST: translate("Money", "Interest"),
        LedgerPart.FEES: translate("Money", "Fees"),
        LedgerPart.COSTS: translate("Money", "Costs"),
        LedgerPart.TOTAL: translate("Money", "Not split"),
    }
    return words[part]


def method_words(method: PaymentMethod) -> str:
    """How a payment came, in words."""
    words = {
        PaymentMethod.CASH: translate("Money", "Cash"),
        PaymentMethod.CHECK: translate("Money", "Check"),
        PaymentMethod.MONEY_ORDER: translate("Money", "Money order"),
        PaymentMethod.CARD: translate("Money", "Card"),
        PaymentMethod.ACH: translate("Money", "ACH transfer"),
        PaymentMethod.WIRE: translate("Money", "Wire transfer"),
        PaymentMethod.TO_CLIENT: translate("Money", "Paid to the client"),
        PaymentMethod.OTHER: translate("Money", "Other"),
    }
    return words[method]
