"""The append-only audit chain: one entry per commit, each sealed over its predecessor's seal.

``mac_n = HMAC-SHA-256(key, mac_{n-1} || body_n)`` with 32 zero bytes before the first.  A body names what
was touched and the digest of each new body, never a value, so the chain also authenticates the rows it
speaks of.  A chain cut at its end still verifies by itself; its mirror in the catalog tells.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec

FIRST_MAC = bytes(32)
CASE_CHAIN, VAULT_CHAIN = "case", "vault"


class AuditItem(msgspec.Struct, frozen=True, array_like=True):
    """One thing a commit touched; ``operation`` is add, update or delete, ``digest`` of the new body."""

    kind: str
    object_id: str
    operation: str
    digest: str = ""


class AuditEntry(msgspec.Struct, frozen=True):
    """One commit.  ``seq`` counts from 1; ``subject`` is the account's id, or what a vault entry is about."""

    seq: int
    at: datetime
    actor: str
    action: str
    subject: str
    reason: str = ""
    items: tuple[AuditItem, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as stored: its number, its JSON and its seal."""

    seq: int
    body: str
    mac: bytes


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where a chain stands: number and seal of its last entry; (0, zeros) when empty."""

    seq: int = 0
    mac: bytes = FIRST_MAC


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first position at which a chain is wrong, and how."""

    position: int
    what: str


def chain_key(seed: bytes, chain: str, subject: str) -> bytes:
    """The key of one chain, from the vault's audit seed; distinct for every case."""
    return hmac.digest(seed, f"audit/v1/{chain}/{subject}".encode(), "sha256")


def seal(key: bytes, head: ChainHead, entry: AuditEntry) -> SealedEntry:
    """``entry`` sealed as the successor of ``head``; ValueError when its number does not follow."""
    if entry.seq != head.seq + 1:
        raise ValueError("audit entry out of order")
    body = msgspec.json.encode(entry)
    return SealedEntry(entry.seq, body.decode(), hmac.digest(key, head.mac + body, "sha256"))


def read_entry(body: str) -> AuditEntry:
    """The entry stored as ``body``; msgspec.MsgspecError when it is none."""
    return msgspec.json.decode(body, type=AuditEntry)


def check_chain(key: bytes, rows: Iterable[SealedEntry], mirror: ChainHead | None) -> ChainFault | None:
    """The first fault of a chain in stored order, None when it is whole.

    ``mirror`` is the head recorded elsewhere; with it a chain cut (or grown) at the end is a fault too.
    """
    head = ChainHead()
    for row in rows:
        position = head.seq + 1
        if row.seq != position:
            return ChainFault(position, "an entry is missing or out of order")
        expected = hmac.digest(key, head.mac + row.body.encode(), "sha256")
        if not hmac.compare_digest(expected, row.mac):
            return ChainFault(position, "an entry was changed")
        head = ChainHead(row.seq, row.mac)
    if mirror is None or mirror == head:
        return None
    if head.seq < mirror.seq:
        return ChainFault(head.seq + 1, "entries at the end are missing")
    return ChainFault(min(head.seq, mirror.seq + 1), "the chain does not end as recorded")
