"""What limits contact on an account, and each contact-gate decision."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RestrictionKind(StrEnum):
    """Facts the contact gate reads."""

    CEASE = "cease"
    ATTORNEY = "attorney"
    DISPUTE = "dispute"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"
    INCONVENIENT_TIME = "inconvenient_time"
    INCONVENIENT_PLACE = "inconvenient_place"
    CHANNEL_OPT_OUT = "channel_opt_out"
    MILITARY = "military"
    IDENTITY_THEFT = "identity_theft"


@dataclass(frozen=True, slots=True)
class Restriction:
    """One restriction from ``received_at`` until ``lifted_at`` (None: still in force).

    ``status_before`` is the account's status before the first restriction in force then.  ``retired``:
    entered by mistake; it stays in the case and no longer counts anywhere.
    """

    restriction_id: str
    kind: RestrictionKind
    received_at: datetime
    lifted_at: datetime | None = None
    party_id: str = ""
    contact_id: str = ""
    verbatim: str = ""
    details: dict[str, str] = field(default_factory=dict)
    status_before: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class GateDecision:
    """A logged answer of the contact gate; ``decision`` is the whole decision as JSON text."""

    decision_id: str
    decided_at: datetime
    actor: str
    verdict: str
    decision: str
    acted: bool = False
