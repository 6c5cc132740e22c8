"""Random identifiers: never derived from personal data, safe as file names."""

import re
import uuid

_ID = re.compile(r"[0-9a-f]{32}")


def new_id() -> str:
    """A random version-4 UUID as 32 lower-case hex digits."""
    return uuid.uuid4().hex


def is_id(text: str) -> bool:
    """Whether ``text`` has the form that :func:`new_id` makes."""
    return _ID.fullmatch(text) is not None
