"""Names of columns: how two spellings are the same, and how a header is told from others."""

import hashlib
import re
from collections.abc import Iterable, Sequence

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks without width or look: of bytes' order, of direction, zero-width blanks."""
_SEPARATORS = re.compile(r"[\s_\-.]+")


def canonical(name: str) -> str:
    """``name`` case-folded, trimmed, with runs of blank, underscore, hyphen and dot as one underscore.

    Characters that are not to be seen are left out.
    """
    if not name.isascii():
        name = _UNSEEN.sub("", name)
    return _SEPARATORS.sub("_", name.strip().casefold()).strip("_")


def unique_columns(names: Sequence[str]) -> tuple[str, ...]:
    """Names trimmed and told apart: an empty one becomes ``column_N``, a repeat gets `` (2)``.

    Two names are repeats when their canonical forms are equal.
    """
    seen: dict[str, int] = {}
    result = []
    for position, raw in enumerate(names, start=1):
        name = raw.strip() or f"column_{position}"
        count = seen.get(canonical(name), 0) + 1
        seen[canonical(name)] = count
        result.append(name if count == 1 else f"{name} ({count})")
    return tuple(result)


def numbered_columns(count: int) -> tuple[str, ...]:
    """``column_1`` to ``column_count``, for a table without a header."""
    return tuple(f"column_{n}" for n in range(1, count + 1))


def mapping_fingerprint(columns: Iterable[str]) -> str:
    """32 hex digits that are equal for headers of the same canonical names in the same order."""
    text = "\x1f".join(canonical(c) for c in columns)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
