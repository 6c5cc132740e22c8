"""Facts about contacts: past events, numbers and addresses, what is known of the location."""

from datetime import date

from workbench.compliance.fact import Fact, Instant
from workbench.compliance.words import Channel, Direction, Known, Outcome, Party, Place, Purpose


class Event(Fact, frozen=True):
    """A past contact or attempt.

    ``party_id`` is the person, ``debt_ids`` what was discussed or attempted (empty: not recorded, counts
    for every debt).  ``returned_on`` is when a notice of undeliverability came.
    """

    event_id: str
    at: Instant
    channel: Channel
    party_id: str
    direction: Direction = Direction.OUTBOUND
    outcome: Outcome = Outcome.UNKNOWN
    party: Party = Party.CONSUMER
    debt_ids: tuple[str, ...] = ()
    endpoint_id: str = ""
    place: Place = Place.UNKNOWN
    purpose: Purpose | None = None
    debt_discussed: bool | None = None
    returned_on: date | None = None


class NumberCheck(Fact, frozen=True):
    """A look-up in the Reassigned Numbers Database: ``no`` or ``reassigned`` (``no_data`` proves nothing)."""

    on: date
    result: str


class CreditorNotice(Fact, frozen=True):
    """The creditor's notice that it passes on an e-mail address (12 CFR 1006.6(d)(4)(ii))."""

    sent_on: date
    reply_by: date
    complete: bool = True
    opted_out: bool = False


class Endpoint(Fact, frozen=True):
    """A number, e-mail address, postal address or profile of a person (``party_id`` "": the consumer).

    ``kind``: ``phone`` | ``email`` | ``address`` | ``social``.  The area code of every ``active`` phone is
    evidence of where the person may be; ``bad`` and ``stale`` ones are not.  ``consumer_wrote_on``: when the
    consumer last wrote to us from it about the debt.
    """

    endpoint_id: str
    kind: str
    value: str = ""
    party_id: str = ""
    place: Place = Place.UNKNOWN
    status: str = "active"
    employer_provided: Known = Known.UNKNOWN
    domain_public: bool | None = None
    consumer_wrote_on: date | None = None
    volunteered: bool = False
    creditor_notice: CreditorNotice | None = None
    creditor_used: bool = False
    prior_collector_used: bool = False
    number_checks: tuple[NumberCheck, ...] = ()
    disclosed_to_third_party: bool = False


class KnownLocation(Fact, frozen=True):
    """Of each part of location information when it was last verified and whether it has proved bad."""

    abode_verified_on: date | None = None
    abode_bad: bool = False
    phone_verified_on: date | None = None
    phone_bad: bool = False
    employment_verified_on: date | None = None
    employment_bad: bool = False


class LocationBasis(Fact, frozen=True):
    """Why a person may be asked again: ``asked_to_call_again`` or ``has_new_information``."""

    party_id: str
    kind: str
    recorded_at: Instant
