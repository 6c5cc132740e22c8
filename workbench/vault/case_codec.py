"""Values of a case to and from the JSON that its file stores, by kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

import msgspec

from workbench.model.account import Account
from workbench.model.activity import Activity
from workbench.model.arrangement import Arrangement
from workbench.model.document import Document
from workbench.model.evidence import Evidence
from workbench.model.lead import Lead
from workbench.model.ledger import LedgerEntry
from workbench.model.party import ContactPoint, Party
from workbench.model.restriction import GateDecision, Restriction
from workbench.model.work import WorkState

ACCOUNT, PARTY, CONTACT, ARRANGEMENT, RESTRICTION, WORK = (
    "account",
    "party",
    "contact",
    "arrangement",
    "restriction",
    "work",
)
LEAD, EVIDENCE, DOCUMENT = "lead", "evidence", "document"
ACTIVITY, LEDGER, DECISION = "activity", "ledger", "decision"
SUPERSEDED = "superseded:"
"""Prefix of an event's kind that holds a replaced body: ``superseded:account``."""

SUBJECT_KINDS = frozenset({ACCOUNT, PARTY, CONTACT, ARRANGEMENT, RESTRICTION, WORK})
EVENT_KINDS = frozenset({ACTIVITY, LEDGER, DECISION})


class UnreadableBodyError(ValueError):
    """A stored body is not what its kind demands; carries no part of it."""


@dataclass(frozen=True, slots=True)
class _Kind:
    decoder: msgspec.json.Decoder[Any]
    object_id: Callable[[Any], str]


def _kind(value_type: type, id_field: str) -> _Kind:
    return _Kind(msgspec.json.Decoder(value_type), lambda value: str(getattr(value, id_field)))


_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        ACCOUNT: _kind(Account, "account_id"),
        PARTY: _kind(Party, "party_id"),
        CONTACT: _kind(ContactPoint, "contact_id"),
        ARRANGEMENT: _kind(Arrangement, "arrangement_id"),
        RESTRICTION: _kind(Restriction, "restriction_id"),
        WORK: _Kind(msgspec.json.Decoder(WorkState), lambda _value: ""),
        LEAD: _kind(Lead, "lead_id"),
        EVIDENCE: _kind(Evidence, "evidence_id"),
        ACTIVITY: _kind(Activity, "activity_id"),
        LEDGER: _kind(LedgerEntry, "entry_id"),
        DECISION: _kind(GateDecision, "decision_id"),
        DOCUMENT: _kind(Document, "document_id"),
    }
)
_ENCODER = msgspec.json.Encoder()


def object_id(kind: str, value: object) -> str:
    """The id by which a case knows ``value``; "" for the one work state of an account."""
    return _KINDS[kind].object_id(value)


def encode(value: object) -> str:
    """``value`` as JSON text."""
    return _ENCODER.encode(value).decode()


def decode(kind: str, body: str) -> Any:  # noqa: ANN401  (the kind decides the type)
    """The value of ``kind`` that :func:`encode` wrote as ``body``; UnreadableBodyError otherwise."""
    try:
        return _KINDS[kind].decoder.decode(body)
    except (msgspec.MsgspecError, KeyError, UnicodeError):
        raise UnreadableBodyError(kind) from None


def body_digest(body: str) -> str:
    """Digest of a body as the audit chain records it: BLAKE2b-128 in hex."""
    return blake2b(body.encode(), digest_size=16).hexdigest()
