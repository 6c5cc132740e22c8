"""The people and firms of an account, and the ways to reach them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PartyRole(StrEnum):
    """What a party is to the account; only a debtor or co-debtor is ever searched for."""

    DEBTOR = "debtor"
    CO_DEBTOR = "co_debtor"
    SPOUSE = "spouse"
    RELATIVE = "relative"
    ASSOCIATE = "associate"
    REFERENCE = "reference"
    EMPLOYER = "employer"
    ATTORNEY = "attorney"
    LANDLORD = "landlord"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as given: ``whole`` is the source's own text, the parts are what was read from it."""

    whole: str
    first: str = ""
    middle: str = ""
    last: str = ""
    suffix: str = ""
    former_last: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One person or firm of a case.  ``ssn`` is nine digits, ``ssn_last4`` four; both text, may be empty.

    ``retired``: what brought it was taken back; it stays in the case and no longer counts anywhere.
    """

    party_id: str
    role: PartyRole
    name: PersonName
    aliases: tuple[PersonName, ...] = ()
    birth_date: date | None = None
    birth_year: int | None = None
    ssn: str = ""
    ssn_last4: str = ""
    deceased: bool = False
    retired: bool = False


class ContactKind(StrEnum):
    """Kinds of contact point."""

    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    EMPLOYER = "employer"
    ONLINE = "online"


class ContactStatus(StrEnum):
    """Where a contact point stands; the phone and address statuses of the field's vocabulary.

    ``RETIRED``: what brought it was taken back; it stays in the case and no longer counts anywhere.
    """

    UNVERIFIED = "unverified"
    GOOD = "good"
    WRONG = "wrong"
    DISCONNECTED = "disconnected"
    RETURNED = "returned"
    VACANT = "vacant"
    DO_NOT_CALL = "do_not_call"
    CONSENT_REVOKED = "consent_revoked"
    OTHER = "other"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address as given by its source, in the parts that source had."""

    line1: str
    line2: str = ""
    city: str = ""
    state: str = ""
    zip_code: str = ""

    def one_line(self) -> str:
        """``12 Maple St, Apt 4, Springfield IL 62704``; empty parts leave no gap."""
        place = " ".join(p for p in (self.city, self.state, self.zip_code) if p)
        return ", ".join(p for p in (self.line1, self.line2, place) if p)


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One way to reach a party.

    ``raw`` is the source's text and ``normalized`` the comparable value (ten digits, lower-case
    e-mail, ``118|MAPLE ST|62704``); ``address`` is set for addresses only.  ``status_on`` and
    ``status_reason`` say since when and why it has its status: a bad one needs a reason.
    """

    contact_id: str
    party_id: str
    kind: ContactKind
    raw: str
    normalized: str
    address: PostalAddress | None = None
    label: str = ""
    status: ContactStatus = ContactStatus.UNVERIFIED
    line_type: str = ""
    consent: str = ""
    current: bool = True
    status_on: date | None = None
    status_reason: str = ""
