"""The master key of an open vault and every key that comes from it.

    master key ── HKDF-SHA256, salt = vault id, info = "locate-workbench/<purpose>/v1"
        ├── vault.db   ├── catalog.db   ├── header MAC     ├── file digests
        ├── audit seed ├── blind index  ├── backup         └── wrapping of the files' own keys
    file key (random, one a file) ── HKDF-SHA256, info = "locate-workbench/sqlcipher/v1" ── database key

The file keys are random, not derived, so that destroying a wrapped key destroys what the file says.
"""

import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workbench.vault.errors import KeyUnwrapError

KEY_SIZE = 32
NONCE_SIZE = 12
TAG_SIZE = 16
WRAPPED_SIZE = NONCE_SIZE + KEY_SIZE + TAG_SIZE


def new_key() -> bytes:
    """32 random bytes from the system: a file's own key."""
    return os.urandom(KEY_SIZE)


def hkdf(key: bytes, *, info: bytes, salt: bytes = b"", length: int = KEY_SIZE) -> bytes:
    """HKDF-SHA256 (RFC 5869) of ``key``."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt or None, info=info).derive(key)


def database_key(file_key: bytes) -> bytes:
    """The key under which SQLCipher keeps the file whose own key is ``file_key``."""
    return hkdf(file_key, info=b"locate-workbench/sqlcipher/v1")


class UnlockedKeys:
    """What opening a vault yields.  Prints as nothing secret; :meth:`forget` wipes the master key.

    ``vault_id`` is 32 hex digits.  ``from_backup`` tells that the header's copy was used, ``newer_format``
    that a later version wrote the header compatibly: such a vault is opened read-only.
    Any use after :meth:`forget` raises ValueError.
    """

    __slots__ = ("_master", "epoch", "from_backup", "newer_format", "vault_id")

    def __init__(
        self,
        master: bytes,
        vault_id: str,
        epoch: int,
        *,
        from_backup: bool = False,
        newer_format: bool = False,
    ) -> None:
        if len(master) != KEY_SIZE:
            raise ValueError("a master key is exactly 32 bytes")
        self._master = bytearray(master)
        self.vault_id = vault_id
        self.epoch = epoch
        self.from_backup = from_backup
        self.newer_format = newer_format

    def __repr__(self) -> str:
        return f"UnlockedKeys(vault_id={self.vault_id!r})"

    def __reduce__(self) -> str:
        raise TypeError("keys are not copied or pickled")

    @property
    def master(self) -> bytes:
        """The master key itself; only for key slots."""
        if not any(self._master):
            raise ValueError("the vault is locked")
        return bytes(self._master)

    def _derived(self, purpose: str) -> bytes:
        info = f"locate-workbench/{purpose}/v1".encode()
        return hkdf(self.master, info=info, salt=bytes.fromhex(self.vault_id))

    @property
    def vault_db(self) -> bytes:
        """Database key of vault.db and of its copy."""
        return self._derived("vault.db")

    @property
    def catalog(self) -> bytes:
        """Database key of catalog.db."""
        return self._derived("catalog.db")

    @property
    def header_mac(self) -> bytes:
        """Key of the header's HMAC."""
        return self._derived("header")

    @property
    def digest(self) -> bytes:
        """Key of the BLAKE2b digests of closed files."""
        return self._derived("digest")

    @property
    def audit_seed(self) -> bytes:
        """Key of the audit chains."""
        return self._derived("audit")

    @property
    def blind_index(self) -> bytes:
        """Key under which identifiers are compared without being stored."""
        return self._derived("blind-index")

    @property
    def backup(self) -> bytes:
        """Key of backup manifests."""
        return self._derived("backup")

    def wrap(self, file_key: bytes, *, kind: str, owner: str, version: int = 1) -> bytes:
        """``file_key`` encrypted: 60 bytes, bound to this vault, ``kind``, ``owner`` id and version."""
        if len(file_key) != KEY_SIZE:
            raise ValueError("a file key is exactly 32 bytes")
        nonce = os.urandom(NONCE_SIZE)
        bound = self._bound(kind, owner, version)
        return nonce + AESGCMSIV(self._derived("wrap")).encrypt(nonce, file_key, bound)

    def unwrap(self, wrapped: bytes, *, kind: str, owner: str, version: int = 1) -> bytes:
        """The key that :meth:`wrap` encrypted for this kind, owner and version, or KeyUnwrapError."""
        if len(wrapped) != WRAPPED_SIZE:
            raise KeyUnwrapError
        nonce, sealed = wrapped[:NONCE_SIZE], wrapped[NONCE_SIZE:]
        try:
            return AESGCMSIV(self._derived("wrap")).decrypt(nonce, sealed, self._bound(kind, owner, version))
        except InvalidTag:
            raise KeyUnwrapError from None

    def _bound(self, kind: str, owner: str, version: int) -> bytes:
        vault, file = bytes.fromhex(self.vault_id), bytes.fromhex(owner)
        return b"locate-workbench/wrap/v1" + struct.pack(">16s16sI", vault, file, version) + kind.encode()

    def forget(self) -> None:
        """Overwrite the master key.  Keys already derived from it live on in memory until they are reused."""
        for index in range(len(self._master)):
            self._master[index] = 0
