"""Facts about debts: terms, disputes, notices, bankruptcies, how long they are kept."""

from datetime import date

from workbench.compliance.fact import Fact, Instant


class Dispute(Fact, frozen=True):
    """A dispute.  ``portion_cents`` None is the whole debt; ``substance`` tells repeats from new ones."""

    dispute_id: str
    debt_id: str
    received_at: Instant
    postmarked_on: date | None = None
    written: bool | None = None
    within_period: bool | None = None
    portion_cents: int | None = None
    substance: str = ""
    new_material_information: bool = False
    verification_sent_at: Instant | None = None
    duplicate_notice_sent_at: Instant | None = None
    reviewed: bool = False
    withdrawn_at: Instant | None = None


class CreditorRequest(Fact, frozen=True):
    """A request for the original creditor's name and address."""

    request_id: str
    debt_id: str
    received_at: Instant
    written: bool | None = None
    postmarked_on: date | None = None
    answered_at: Instant | None = None


class Tolling(Fact, frozen=True):
    """Days (both ends included) that do not count towards a limitation period, and why."""

    first: date
    last: date
    reason: str = ""


class StateEvent(Fact, frozen=True):
    """A notice or step a state's own rule counts from, such as ``nv_medical_notice_mailed``."""

    name: str
    on: date


class Debt(Fact, frozen=True):
    """One debt.

    ``kind``: ``consumer`` | ``medical`` | ``student_loan`` | ``business`` | … ; ``contract``: the limitation
    classes that may apply (``written``, ``open``, ``oral``), empty = not known, all are tried;
    ``states``: every state whose limitation law may apply.  ``flags``: ``paid``, ``settled``,
    ``discharged``, ``closed``, ``non_consensual``, ``judgment``.  ``last_payment_on`` never moves a
    limitation period.
    """

    debt_id: str
    kind: str = "consumer"
    contract: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    accrual_on: date | None = None
    default_on: date | None = None
    incurred_on: date | None = None
    delinquency_on: date | None = None
    last_payment_on: date | None = None
    balance_cents: int | None = None
    owner_is_debt_buyer: bool | None = None
    servicing_account: str = ""
    flags: frozenset[str] = frozenset()
    tolling: tuple[Tolling, ...] = ()
    initial_communication_at: Instant | None = None
    state_events: tuple[StateEvent, ...] = ()


class Notice(Fact, frozen=True):
    """A validation notice.  ``medium``: ``letter`` | ``email`` | ``oral`` | ``other``."""

    debt_id: str
    sent_on: date
    medium: str = "letter"
    received_on: date | None = None
    returned_on: date | None = None
    printed_period_end: date | None = None


class Bankruptcy(Fact, frozen=True):
    """A petition.  ``status``: ``reported`` | ``open`` | ``dismissed`` | ``closed`` | ``discharged``.

    Empty ``debt_ids`` means every debt that is older than the petition.
    """

    bankruptcy_id: str
    petition_on: date | None = None
    status: str = "open"
    status_on: date | None = None
    reported_on: date | None = None
    debt_ids: tuple[str, ...] = ()
    end_reviewed: bool = False


class IdentityTheft(Fact, frozen=True):
    """A claim of identity theft.  ``kind``: ``statement`` | ``report`` | ``block_notice`` (FCRA 605B)."""

    debt_id: str
    received_at: Instant
    kind: str = "statement"
    client_notified: bool = False
    cleared_at: Instant | None = None


class Recording(Fact, frozen=True):
    """One call recording and the account's holds, for disposal."""

    recorded_on: date


class Retention(Fact, frozen=True):
    """What decides how long an account is kept.  ``last_activity_on`` is over every kind of activity."""

    last_activity_on: date | None = None
    legal_hold: bool | None = None
    open_matter: bool | None = None
    recordings: tuple[Recording, ...] = ()
