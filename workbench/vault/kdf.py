"""From a passphrase to a key-encryption key: Argon2id with bounds on what a header may ask for."""

import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

from workbench.vault.errors import KdfRefusedError, NotEnoughMemoryError, WrongPassphraseError

SALT_SIZE = 32
KEY_SIZE = 32
VERSION = ARGON2_VERSION  # 0x13, RFC 9106
MAX_PASSPHRASE = 1024
_MIN_MEMORY_KIB, _MAX_MEMORY_KIB = 8 * 1024, 1024 * 1024
_MAX_PASSES, _MAX_LANES = 12, 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id's price: memory in KiB, passes over it, lanes.

    The default takes about half a second and 256 MiB; RFC 9106 recommends no less than 64 MiB and 3 passes.
    """

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def require_acceptable(self) -> None:
        """Raise KdfRefusedError outside 8 MiB–1 GiB, 1–12 passes, 1–16 lanes; nothing is allocated.

        The bounds keep a forged header from exhausting the machine, or from weakening the derivation.
        """
        sound = (
            _MIN_MEMORY_KIB <= self.memory_kib <= _MAX_MEMORY_KIB
            and 1 <= self.passes <= _MAX_PASSES
            and 1 <= self.lanes <= _MAX_LANES
        )
        if not sound:
            raise KdfRefusedError


def passphrase_bytes(passphrase: str) -> bytes:
    """The passphrase as bytes, the same for every way of typing the same characters (NFKC, UTF-8).

    Raises WrongPassphraseError beyond 1,024 characters: none so long was ever accepted.
    """
    if len(passphrase) > MAX_PASSPHRASE:
        raise WrongPassphraseError
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """32 bytes of Argon2id over ``passphrase``; checks the bounds of ``cost`` first."""
    cost.require_acceptable()
    secret = passphrase_bytes(passphrase)
    try:
        return hash_secret_raw(
            secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_SIZE, Type.ID, VERSION
        )
    except HashingError:
        raise NotEnoughMemoryError(cost.memory_kib // 1024) from None
