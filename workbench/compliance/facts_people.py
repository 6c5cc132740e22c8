"""Facts about the consumer: place, wishes, consents, representation, service."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from workbench.compliance.fact import Fact, Instant
from workbench.compliance.words import Channel, Known, Place


class Consumer(Fact, frozen=True):
    """The debtor.  ``minor`` wins over ``birth_date``; ``residence_state`` is two letters."""

    birth_date: date | None = None
    minor: bool | None = None
    deceased: bool = False
    language: str = "en"
    residence_state: str = ""
    residence_zip: str = ""


class LocationEvidence(Fact, frozen=True):
    """Something that says where a person is or lives.

    ``kind``: ``stated_current`` | ``residence`` | ``zip`` | ``phone`` | ``employer_address`` | ``other``.
    ``value`` is a ZIP code or a phone number; ``zones`` (IANA names), when given, are used instead of the
    table.  ``party_id`` "" is the consumer.  Only ``active`` items count (``bad``, ``stale`` do not).
    """

    kind: str
    value: str = ""
    zones: tuple[str, ...] = ()
    observed_at: Instant | None = None
    status: str = "active"
    party_id: str = ""
    credible: bool = True


class Window(Fact, frozen=True):
    """Weekly local times ``start`` (in) to ``end`` (out), ``HH:MM``; ``24:00`` ends the day.

    ``days``: 0 Monday … 6 Sunday; empty means every day.  An ``end`` not after ``start`` runs past midnight.
    """

    start: str = "00:00"
    end: str = "24:00"
    days: tuple[Annotated[int, Meta(ge=0, le=6)], ...] = ()
    zone: str = ""


class Preference(Fact, frozen=True):
    """A wish about times, places or media.

    ``kind``: ``inconvenient_time`` | ``convenient_time`` | ``inconvenient_place`` | ``no_work_calls`` |
    ``medium_optout`` | ``serious_illness``.  ``media`` (opt-outs): channels, empty = that of
    ``endpoint_id``, or all.  ``party_id`` "" is the consumer.
    """

    preference_id: str
    kind: str
    received_at: Instant
    window: Window | None = None
    place: Place | None = None
    endpoint_id: str = ""
    media: frozenset[Channel] = frozenset()
    written: bool = False
    revoked_at: Instant | None = None
    party_id: str = ""


class Consent(Fact, frozen=True):
    """A consent given directly to us.

    ``kind``: ``call_more`` | ``time`` | ``third_party`` | ``work`` | ``email`` | ``sms`` | ``electronic`` |
    ``esign`` | ``tcpa_auto`` | ``direct`` (prior consent despite an attorney).  Empty ``debt_ids`` means
    every debt, empty ``endpoint_id`` every endpoint.  ``subject_id`` names the person a third-party
    consent is about.  ``event_id`` is the contact in which it was given.
    """

    consent_id: str
    kind: str
    received_at: Instant
    party_id: str = ""
    debt_ids: tuple[str, ...] = ()
    endpoint_id: str = ""
    subject_id: str = ""
    window: Window | None = None
    until: date | None = None
    written: bool = False
    given_during_violation: bool = False
    revoked_at: Instant | None = None
    event_id: str = ""


class Attorney(Fact, frozen=True):
    """Representation of the consumer; empty ``debt_ids`` means every debt."""

    attorney_id: str
    known_at: Instant
    debt_ids: tuple[str, ...] = ()
    name: str = ""
    address_or_phone: str = ""
    readily_ascertainable: bool | None = None
    first_contact_on: date | None = None
    last_response_on: date | None = None
    consents_direct_id: str = ""
    written_notice: bool = False
    ended_at: Instant | None = None


class Cease(Fact, frozen=True):
    """A notice to stop (``stop``) or a refusal to pay (``refuses``); empty ``debt_ids``: every debt.

    ``written`` None is not known and is taken as written.  ``medium`` is the channel it came through.
    """

    cease_id: str
    received_at: Instant
    written: bool | None = None
    kind: str = "stop"
    debt_ids: tuple[str, ...] = ()
    medium: Channel | None = None
    lifted_at: Instant | None = None
    reviewed: bool = False


class Employer(Fact, frozen=True):
    """Whether the consumer's employer forbids such contact at work."""

    prohibits: Known = Known.UNKNOWN


class Military(Fact, frozen=True):
    """Active duty from ``active_from`` (None: never) to ``active_to`` (None: still)."""

    active_from: date | None = None
    active_to: date | None = None
