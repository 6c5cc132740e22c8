"""The printed recovery key: 256 random bits in eleven groups of six characters that show typing errors.

Five characters of a group carry data and the sixth checks them, so a slip is reported with its group; the 55
data characters are the key's 256 bits and 19 bits of its digest, so a slip that slips through is still found.
The alphabet (Crockford's) has no I, L, O or U; I and L are read as 1, O as 0.
"""

import hmac
import re
from hashlib import sha256

from workbench.vault.errors import RecoveryKeyMistypedError

KEY_SIZE = 32
GROUPS = 11
_DATA = 5
_CHECK_BITS = GROUPS * _DATA * 5 - KEY_SIZE * 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_TYPED = re.compile(r"[0-9A-Z\s\-\u2010-\u2015]{55,120}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")
_LENGTH = GROUPS * (_DATA + 1)
_SLIPS = 3  # characters lost or doubled before the text no longer looks like a recovery key


def to_text(key: bytes) -> str:
    """``key`` (32 bytes) as it is printed: ``K7QM2P-…``, 76 characters."""
    if len(key) != KEY_SIZE:
        raise ValueError("a recovery key is exactly 32 bytes")
    number = int.from_bytes(key, "big") << _CHECK_BITS | _checksum(key)
    data = "".join(_ALPHABET[number >> shift & 31] for shift in range((GROUPS * _DATA - 1) * 5, -1, -5))
    groups = [data[i : i + _DATA] for i in range(0, len(data), _DATA)]
    return "-".join(group + _check(index, group) for index, group in enumerate(groups))


def looks_like(text: str) -> bool:
    """Whether ``text`` has the length and letters of a recovery key, be it with slips."""
    if not _TYPED.fullmatch(text.strip()):
        return False
    length = len(_BETWEEN.sub("", text))
    return abs(length - _LENGTH) <= _SLIPS


def from_text(text: str) -> bytes:
    """The key that :func:`to_text` printed; RecoveryKeyMistypedError, with the group if known, otherwise."""
    plain = _BETWEEN.sub("", text).upper().translate(_READ_AS)
    if len(plain) != _LENGTH:
        raise RecoveryKeyMistypedError(_group_of_wrong_length(text))
    data = ""
    for index in range(GROUPS):
        group = plain[index * (_DATA + 1) : (index + 1) * (_DATA + 1)]
        if not set(group) <= set(_ALPHABET) or _check(index, group[:_DATA]) != group[_DATA]:
            raise RecoveryKeyMistypedError(index + 1)
        data += group[:_DATA]
    number = 0
    for character in data:
        number = number << 5 | _ALPHABET.index(character)
    key = (number >> _CHECK_BITS).to_bytes(KEY_SIZE, "big")
    if not hmac.compare_digest(
        _checksum(key).to_bytes(4, "big"), (number % 2**_CHECK_BITS).to_bytes(4, "big")
    ):
        raise RecoveryKeyMistypedError
    return key


def _checksum(key: bytes) -> int:
    return int.from_bytes(sha256(b"locate-workbench/recovery/v1" + key).digest(), "big") >> (
        256 - _CHECK_BITS
    )


def _check(index: int, group: str) -> str:
    return _ALPHABET[sha256(f"{index}:{group}".encode()).digest()[0] & 31]


def _group_of_wrong_length(text: str) -> int | None:
    groups = _BETWEEN.split(text.strip())
    if len(groups) != GROUPS:
        return None
    return next((i for i, group in enumerate(groups, 1) if len(group) != _DATA + 1), None)
