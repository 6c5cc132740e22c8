"""Vaults: make one, open one, change what opens it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.base.errors import UserError
from workbench.vault import header
from workbench.vault import slots as key_slots
from workbench.vault.header_codec import SlotKind
from workbench.vault.slots import SlotInfo as SlotInfo  # noqa: PLC0414  (what opens a vault, as shown)
from workbench.vault.vault import Vault as Vault  # noqa: PLC0414  (the window's type of an open vault)
from workbench.vault.vault import create_vault, open_vault


@dataclass(frozen=True, slots=True)
class CreatedVault:
    """A new vault's id and its recovery key, which is kept nowhere: show it once, to be printed."""

    vault_id: str
    recovery_key: str


def create(folder: Path, passphrase: str) -> CreatedVault:
    """Make a vault in ``folder`` (absent or empty) and close it.

    Raises VaultExistsError, WeakPassphraseError or a MachineError; then there is no vault.
    """
    vault, recovery_key = create_vault(folder, passphrase)
    with vault:
        return CreatedVault(vault.vault_id, recovery_key)


@contextmanager
def opened(folder: Path, secret: str, *, read_only: bool = False) -> Iterator[Vault]:
    """The vault of ``folder``, closed at the end of the block.  ``secret``: passphrase or recovery key."""
    with open_vault(folder, secret, read_only=read_only) as vault:
        yield vault


def open_for_work(
    folder: Path, secret: str, *, read_only: bool = False, use_header_copy: bool = False
) -> Vault:
    """The vault of ``folder``, opened in and for the calling thread, which closes it.

    ``use_header_copy`` goes on with the copy of a damaged header.  Errors as ``vault.open_vault``.
    """
    return open_vault(folder, secret, read_only=read_only, use_header_copy=use_header_copy)


def check_secret(folder: Path, secret: str, *, use_header_copy: bool = False) -> None:
    """Whether ``secret`` opens the vault of ``folder``, which may be open elsewhere; errors as opening it."""
    header.unlock(folder, secret, use_backup=use_header_copy).forget()


def slots(vault: Vault) -> tuple[SlotInfo, ...]:
    """What opens the vault, oldest first."""
    return key_slots.listed(vault.folder, vault.keys)


def change_passphrase(vault: Vault, new: str, slot_id: str | None = None) -> SlotInfo:
    """Put ``new`` in the place of a passphrase; only the header is rewritten.

    ``slot_id`` may be left out when there is one passphrase.  WeakPassphraseError for a weak one.
    """
    if slot_id is None:
        passphrases = [s.slot_id for s in slots(vault) if s.kind is SlotKind.PASSPHRASE]
        if len(passphrases) != 1:
            raise UserError(
                f"The vault has {len(passphrases)} passphrases.", hint="Say which one with --slot."
            )
        slot_id = passphrases[0]
    return key_slots.change_passphrase(vault.folder, vault.keys, slot_id, new)


def add_recovery_key(vault: Vault) -> str:
    """A further recovery key, to be printed."""
    return key_slots.add_recovery_key(vault.folder, vault.keys)[1]


def remove_slot(vault: Vault, slot_id: str) -> None:
    """Remove a slot; SlotError for an unknown one and for the last one."""
    key_slots.remove(vault.folder, vault.keys, slot_id)
