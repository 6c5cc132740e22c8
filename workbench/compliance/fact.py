"""The base of every fact, and instants."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

Instant = Annotated[datetime, Meta(tz=True)]
"""A moment with its zone; a naive one is refused."""


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of every fact: frozen, keyword-only, no unknown fields."""
