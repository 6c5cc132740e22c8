"""The planned contact: when, to whom, about what, through what, saying what."""

from datetime import date

from workbench.compliance.fact import Fact, Instant
from workbench.compliance.words import Channel, DialMethod, Element, Party, Place, Portion, Purpose


class Content(Fact, frozen=True):
    """What a message or script says.

    ``disclosure_language`` is the language the disclosures are in ("" = that of the message);
    ``pay_by`` a deadline for payment; ``interest_rate_bps`` the highest rate charged, in hundredths of
    a per cent, ``interest_from`` the first day it is charged for.
    """

    elements: frozenset[Element] = frozenset()
    language: str = "en"
    disclosure_language: str = ""
    pay_by: date | None = None
    interest_rate_bps: int | None = None
    interest_from: date | None = None


class AmountLine(Fact, frozen=True):
    """One line of what is demanded, and what allows it (``agreement``, ``law``, ``none``)."""

    name: str
    cents: int
    authority: str = "none"
    citation: str = ""


class Step(Fact, frozen=True):
    """Details of a step that is more than a message.

    ``dppa_purpose``: ``b3`` or ``b4`` of 18 U.S.C. 2721(b); ``instrument_date``: date on a cheque;
    ``deposit_notice_on``: when notice of intent to deposit went out.
    """

    default_judgment: bool = False
    military_affidavit: bool | None = None
    venue_matches: bool | None = None
    dppa_purpose: str = ""
    case_reference: str = ""
    individual_gave_information: bool | None = None
    taken_on: date | None = None
    instrument_date: date | None = None
    deposit_notice_on: date | None = None
    amounts: tuple[AmountLine, ...] = ()


class Planned(Fact, frozen=True):
    """One contact, attempt or step at ``at``, to ``party_id`` about ``debt_ids`` through ``endpoint_id``."""

    at: Instant
    channel: Channel
    purpose: Purpose
    party_id: str
    debt_ids: tuple[str, ...]
    party: Party = Party.CONSUMER
    endpoint_id: str = ""
    place: Place = Place.UNKNOWN
    dial_method: DialMethod = DialMethod.UNKNOWN
    portion: Portion = Portion.ALL
    recorded: bool = False
    content: Content | None = None
    step: Step = Step()
