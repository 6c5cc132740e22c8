"""What a contact attempt came to: the field's result codes, each with its own flags.

``attempt``, ``conversation`` and ``right_party`` are stated for every code and never read from its words: a
busy line is an attempt and no conversation, a talk with the debtor is both.  The source is the field's
vocabulary (docs/architecture.md, "Vocabulary").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from workbench.model.party import ContactStatus


class Channel(StrEnum):
    """How somebody was reached, or tried to reach us."""

    CALL = "call"
    CALL_IN = "call_in"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class ResultCode:
    """One result.

    ``point_status`` is what it says about the contact point used, None when it says nothing; ``next_words``
    and ``next_days`` are what sensibly comes next: "Call" in 3 days.
    """

    code: str
    words: str
    attempt: bool
    conversation: bool
    right_party: bool
    next_words: str
    next_days: int
    point_status: ContactStatus | None = None


_GOOD, _WRONG, _GONE = ContactStatus.GOOD, ContactStatus.WRONG, ContactStatus.DISCONNECTED
_ALL = (
    ResultCode("NA", "No answer", True, False, False, "Call", 1),
    ResultCode("LB", "Line busy", True, False, False, "Call", 1),
    ResultCode("AM", "Answering machine, no message left", True, False, False, "Call", 2),
    ResultCode("LM", "Left message", True, False, False, "Call", 3),
    ResultCode("LCM", "Left limited-content message", True, False, False, "Call", 3),
    ResultCode("RPC", "Right-party contact", True, True, True, "Call", 7, _GOOD),
    ResultCode("TT", "Talked to debtor", True, True, True, "Call", 7, _GOOD),
    ResultCode("PTP", "Promise to pay", True, True, True, "Check promise", 7, _GOOD),
    ResultCode("RTP", "Refused to pay", True, True, True, "Review strategy", 7, _GOOD),
    ResultCode("HU", "Hung up", True, False, False, "Call", 3),
    ResultCode("NI", "Not in", True, False, False, "Call", 1),
    ResultCode("TW", "Talked with someone else", True, True, False, "Call", 2),
    ResultCode("TPC", "Third-party contact", True, True, False, "Locate", 1),
    ResultCode("WPC", "Wrong-party contact", True, True, False, "Locate", 1, _WRONG),
    ResultCode("WN", "Wrong number", True, False, False, "Locate", 1, _WRONG),
    ResultCode("TD", "Temporarily disconnected", True, False, False, "Call", 14),
    ResultCode("DISC", "Disconnected", True, False, False, "Locate", 1, _GONE),
    ResultCode("NIS", "Not in service", True, False, False, "Locate", 1, _GONE),
    ResultCode("RM", "Mail returned", False, False, False, "Locate", 1, ContactStatus.RETURNED),
    ResultCode("SENT", "Sent, no answer yet", True, False, False, "Check for an answer", 10),
    ResultCode("AEX", "All efforts exhausted", False, False, False, "Review strategy", 30),
)
RESULT_CODES: Mapping[str, ResultCode] = MappingProxyType({r.code: r for r in _ALL})
"""Every result of a contact attempt by its code, the frequent ones first."""

LOCATE_RESULTS: Mapping[str, ResultCode] = MappingProxyType(
    {
        "hit": ResultCode("hit", "Hit", False, False, False, "Verify the lead", 1),
        "no_hit": ResultCode("no_hit", "No hit", False, False, False, "Next locate step", 1),
        "pending": ResultCode("pending", "Answer awaited", False, False, False, "Check for an answer", 5),
    }
)
"""What one step of a locate came to."""

LOCATE_SOURCES: tuple[tuple[str, str], ...] = (
    ("client_file", "Client file"),
    ("application", "Credit application"),
    ("credit_header", "Credit header"),
    ("ncoa", "Change of address (NCOA)"),
    ("voter", "Voter register"),
    ("property", "Property or assessor"),
    ("court", "Court records"),
    ("ucc", "UCC filings"),
    ("corporate_registry", "Corporate registry"),
    ("licence", "Licences"),
    ("dmv", "Motor vehicles (permitted purpose)"),
    ("utility", "Utility"),
    ("social", "Social media"),
    ("directory", "Directory"),
    ("returned_mail", "Returned mail"),
    ("batch_append", "Batch append"),
    ("field_visit", "Field visit"),
    ("other", "Other"),
)
"""Where a locate looks, by code, with words."""
