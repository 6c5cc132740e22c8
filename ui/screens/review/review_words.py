"""Words of a review: reasons, decisions, orders."""

from ui.messages.translating import translate
from ui.style.tokens import ChipKind
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.review import QueueOrder


def reason_words(reason: RejectReason) -> str:
    """Why a lead was rejected."""
    words = {
        RejectReason.OTHER_PERSON: translate("Review", "Other person"),
        RejectReason.SAME_NAME: translate("Review", "Same name only"),
        RejectReason.DECEASED: translate("Review", "Deceased"),
        RejectReason.TOO_OLD: translate("Review", "Too old"),
        RejectReason.WRONG_COUNTY: translate("Review", "Wrong county"),
        RejectReason.OTHER: translate("Review", "Other reason"),
    }
    return words[reason]


def status_chip(status: LeadStatus) -> tuple[ChipKind, str]:
    """The chip of a judgment."""
    chips = {
        LeadStatus.PENDING: (ChipKind.INFO, translate("Review", "Waiting")),
        LeadStatus.ACCEPTED: (ChipKind.OK, translate("Review", "Accepted")),
        LeadStatus.REJECTED: (ChipKind.BAD, translate("Review", "Rejected")),
        LeadStatus.UNSURE: (ChipKind.WARN, translate("Review", "Unsure")),
    }
    return chips[status]


def order_words(order: QueueOrder) -> str:
    """An order of the queue."""
    words = {
        QueueOrder.VALUE: translate("Review", "Highest value first"),
        QueueOrder.HARDEST: translate("Review", "Hardest first"),
        QueueOrder.IMPORT: translate("Review", "By import"),
        QueueOrder.ACCOUNT: translate("Review", "By account"),
    }
    return words[order]
