"""Clients, users and saved mappings, as the vault keeps them once for all cases."""

from dataclasses import dataclass
from datetime import datetime

from workbench.model.importing import ImportKind


@dataclass(frozen=True, slots=True)
class Client:
    """A client and its policy (JSON text; what it may hold is the compliance package's matter)."""

    client_id: str
    name: str
    policy: str = "{}"


@dataclass(frozen=True, slots=True)
class User:
    """A person who works in this vault; ``role`` is one of the product's role names."""

    user_id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping the user confirmed for files of one header fingerprint; ``toml`` is its text."""

    fingerprint: str
    kind: ImportKind
    toml: str
    saved_at: datetime
