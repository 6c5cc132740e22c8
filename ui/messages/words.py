"""The field's codes in the words people read, with the chip that stands for them."""

from ui.messages.translating import translate
from ui.style.tokens import ChipKind
from workbench.model.account import AccountStatus
from workbench.model.explanation import Band
from workbench.model.party import ContactKind, ContactStatus, PartyRole
from workbench.model.restriction import RestrictionKind


def plural(n: int, one: str, many: str) -> str:
    """``one`` for a single thing, else ``many`` with ``{n}`` filled in; both are translated texts."""
    return one if n == 1 else many.format(n=f"{n:,}")


def status_chip(status: AccountStatus) -> tuple[ChipKind, str]:
    """The chip of an account's status."""
    kind = _STATUS_KINDS.get(status, ChipKind.NEUTRAL)
    return kind, status_words(status)


_STATUS_KINDS = {
    AccountStatus.NEW: ChipKind.INFO,
    AccountStatus.SKIP: ChipKind.WARN,
    AccountStatus.PROMISE_PENDING: ChipKind.PROMISE,
    AccountStatus.PROMISE_DELINQUENT: ChipKind.BAD,
    AccountStatus.PLAN_ACTIVE: ChipKind.PROMISE,
    AccountStatus.PLAN_DELINQUENT: ChipKind.BAD,
    AccountStatus.RETURNED_PAYMENT: ChipKind.BAD,
    AccountStatus.DISPUTED: ChipKind.LEGAL,
    AccountStatus.VALIDATION: ChipKind.WARN,
    AccountStatus.CEASE: ChipKind.BAD,
    AccountStatus.ATTORNEY: ChipKind.LEGAL,
    AccountStatus.BANKRUPTCY: ChipKind.LEGAL,
    AccountStatus.DECEASED: ChipKind.LEGAL,
    AccountStatus.MILITARY: ChipKind.LEGAL,
    AccountStatus.HARDSHIP: ChipKind.WARN,
    AccountStatus.LEGAL: ChipKind.LEGAL,
    AccountStatus.JUDGMENT: ChipKind.LEGAL,
    AccountStatus.GARNISHMENT: ChipKind.LEGAL,
    AccountStatus.PAID_IN_FULL: ChipKind.OK,
    AccountStatus.SETTLED_IN_FULL: ChipKind.OK,
}


def status_words(status: AccountStatus) -> str:
    """An account's status in words."""
    words = {
        AccountStatus.NEW: translate("Words", "New"),
        AccountStatus.SKIP: translate("Words", "Skip"),
        AccountStatus.PROMISE_PENDING: translate("Words", "Promise"),
        AccountStatus.PROMISE_DELINQUENT: translate("Words", "Broken promise"),
        AccountStatus.PLAN_ACTIVE: translate("Words", "Plan"),
        AccountStatus.PLAN_DELINQUENT: translate("Words", "Plan behind"),
        AccountStatus.RETURNED_PAYMENT: translate("Words", "Returned payment"),
        AccountStatus.DISPUTED: translate("Words", "Disputed"),
        AccountStatus.VALIDATION: translate("Words", "Validation"),
        AccountStatus.CEASE: translate("Words", "Cease"),
        AccountStatus.ATTORNEY: translate("Words", "Attorney"),
        AccountStatus.BANKRUPTCY: translate("Words", "Bankruptcy"),
        AccountStatus.DECEASED: translate("Words", "Deceased"),
        AccountStatus.MILITARY: translate("Words", "Military"),
        AccountStatus.HARDSHIP: translate("Words", "Hardship"),
        AccountStatus.LEGAL: translate("Words", "Legal"),
        AccountStatus.JUDGMENT: translate("Words", "Judgment"),
        AccountStatus.GARNISHMENT: translate("Words", "Garnishment"),
        AccountStatus.PAID_IN_FULL: translate("Words", "Paid in full"),
        AccountStatus.SETTLED_IN_FULL: translate("Words", "Settled"),
        AccountStatus.RETURNED_TO_CLIENT: translate("Words", "Returned"),
        AccountStatus.WRITTEN_OFF: translate("Words", "Written off"),
        AccountStatus.TIME_BARRED: translate("Words", "Time-barred"),
    }
    return words[status]


def band_chip(band: Band) -> tuple[ChipKind, str]:
    """The chip of a lead's band."""
    chips = {
        Band.STRONG: (ChipKind.OK, translate("Words", "Strong")),
        Band.REVIEW: (ChipKind.WARN, translate("Words", "Review")),
        Band.RELATIVE: (ChipKind.LEGAL, translate("Words", "Relative")),
        Band.WEAK: (ChipKind.NEUTRAL, translate("Words", "Weak")),
    }
    return chips[band]


def role_words(role: PartyRole) -> str:
    """What a party is to the account, in words."""
    words = {
        PartyRole.DEBTOR: translate("Words", "Debtor"),
        PartyRole.CO_DEBTOR: translate("Words", "Co-debtor"),
        PartyRole.SPOUSE: translate("Words", "Spouse"),
        PartyRole.RELATIVE: translate("Words", "Relative"),
        PartyRole.ASSOCIATE: translate("Words", "Associate"),
        PartyRole.REFERENCE: translate("Words", "Reference"),
        PartyRole.EMPLOYER: translate("Words", "Employer"),
        PartyRole.ATTORNEY: translate("Words", "Attorney"),
        PartyRole.LANDLORD: translate("Words", "Landlord"),
        PartyRole.NEIGHBOUR: translate("Words", "Neighbour"),
    }
    return words[role]


def contact_kind_words(kind: ContactKind) -> str:
    """A kind of contact point in words."""
    words = {
        ContactKind.ADDRESS: translate("Words", "Address"),
        ContactKind.PHONE: translate("Words", "Phone"),
        ContactKind.EMAIL: translate("Words", "E-mail"),
        ContactKind.EMPLOYER: translate("Words", "Employer"),
        ContactKind.ONLINE: translate("Words", "Online"),
    }
    return words[kind]


def contact_status_chip(status: ContactStatus) -> tuple[ChipKind, str]:
    """The chip of a contact point's status."""
    chips = {
        ContactStatus.UNVERIFIED: (ChipKind.NEUTRAL, translate("Words", "Unverified")),
        ContactStatus.GOOD: (ChipKind.OK, translate("Words", "Good")),
        ContactStatus.WRONG: (ChipKind.BAD, translate("Words", "Wrong")),
        ContactStatus.DISCONNECTED: (ChipKind.BAD, translate("Words", "Disconnected")),
        ContactStatus.RETURNED: (ChipKind.BAD, translate("Words", "Returned mail")),
        ContactStatus.VACANT: (ChipKind.BAD, translate("Words", "Vacant")),
        ContactStatus.DO_NOT_CALL: (ChipKind.BAD, translate("Words", "Do not call")),
        ContactStatus.CONSENT_REVOKED: (ChipKind.BAD, translate("Words", "Consent revoked")),
        ContactStatus.OTHER: (ChipKind.NEUTRAL, translate("Words", "Other")),
        ContactStatus.RETIRED: (ChipKind.NEUTRAL, translate("Words", "Retired")),
    }
    return chips[status]


def restriction_chip(kind: RestrictionKind) -> tuple[ChipKind, str]:
    """The chip of a restriction."""
    chips = {
        RestrictionKind.CEASE: (ChipKind.BAD, translate("Words", "Cease")),
        RestrictionKind.ATTORNEY: (ChipKind.LEGAL, translate("Words", "Attorney")),
        RestrictionKind.DISPUTE: (ChipKind.LEGAL, translate("Words", "Dispute")),
        RestrictionKind.BANKRUPTCY: (ChipKind.LEGAL, translate("Words", "Bankruptcy")),
        RestrictionKind.DECEASED: (ChipKind.LEGAL, translate("Words", "Deceased")),
        RestrictionKind.INCONVENIENT_TIME: (ChipKind.WARN, translate("Words", "Inconvenient time")),
        RestrictionKind.INCONVENIENT_PLACE: (ChipKind.WARN, translate("Words", "Inconvenient place")),
        RestrictionKind.CHANNEL_OPT_OUT: (ChipKind.BAD, translate("Words", "Opt-out")),
        RestrictionKind.MILITARY: (ChipKind.LEGAL, translate("Words", "Military")),
        RestrictionKind.IDENTITY_THEFT: (ChipKind.LEGAL, translate("Words", "Identity theft")),
    }
    return chips[kind]
