"""Verdicts, layers and the next permitted time: the words every rule answers with."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Verdict(IntEnum):
    """How strictly a rule answers; the strictest of all rules is the decision's verdict."""

    ALLOW = 0
    WARN = 1
    ACK = 2
    BLOCK = 3


class Layer(StrEnum):
    """Where a rule comes from.  A POLICY rule is the agency's own choice and only ever adds strictness."""

    FEDERAL = "LAW.FED"
    STATE = "LAW.STATE"
    LOCAL = "LAW.LOCAL"
    AGENCY = "POLICY.AGENCY"
    CLIENT = "POLICY.CLIENT"

    @property
    def is_law(self) -> bool:
        """Whether the rule is law, not policy."""
        return self.value.startswith("LAW.")

    @property
    def rank(self) -> int:
        """Place in the chain federal, state, local, agency, client; 0 is the highest authority."""
        return list(Layer).index(self)


class NextKind(StrEnum):
    """The five answers to "when may I?"."""

    NOW = "now"
    AT = "at"
    NEVER = "never"
    ON_EVENT = "on_event"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NextTime:
    """When a contact is next permitted.

    ``at`` (UTC) is set for NOW and AT; ``events`` names what must happen first for ON_EVENT.  UNKNOWN
    means no permitted minute within the search horizon.
    """

    kind: NextKind
    at: datetime | None = None
    events: tuple[str, ...] = ()


NEVER = NextTime(NextKind.NEVER)


def at_time(moment: datetime) -> NextTime:
    """Permitted from ``moment`` (aware) on."""
    return NextTime(NextKind.AT, moment)


def on_event(*names: str) -> NextTime:
    """Permitted once every named event has been recorded."""
    return NextTime(NextKind.ON_EVENT, None, tuple(sorted(names)))
