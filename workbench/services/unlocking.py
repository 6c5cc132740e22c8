"""Around opening a vault: how strong a passphrase is, how long to wait after a wrong one, what is audited."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.vault.passphrase import Strength
    from workbench.vault.vault import Vault

LONGEST_WAIT = 30


def strength(text: str, inputs: Sequence[str]) -> "Strength":
    """How strong ``text`` is as a passphrase; ``inputs`` are words anyone would try here."""
    from workbench.vault.passphrase import passphrase_strength  # noqa: PLC0415  (the word lists take 40 ms)

    return passphrase_strength(text, inputs)


def seconds_to_wait(failures: int) -> int:
    """Seconds before the next try after so many wrong ones: 0, 0, 0, 1, 2, 4 … 30.

    It slows somebody at the keyboard down; against guessing on a copy only the passphrase itself helps.
    """
    return 0 if failures < 3 else min(LONGEST_WAIT, 2 ** (failures - 3))


def note_unlock(vault: "Vault", failures: int) -> None:
    """Write into the vault's audit chain that it was unlocked, after how many wrong tries."""
    if vault.read_only:
        return
    with vault.session.writing() as conn:
        if failures:
            vault.audit.append(conn, "failed_unlocks", reason=f"{failures} before this unlock")
        vault.audit.append(conn, "unlock")
