"""How long work reaches the vault piece by piece, so that people's own edits go in between."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from workbench.vault.vault import Vault

T = TypeVar("T")


class VaultAccess(Protocol):
    """Runs pieces of work on the thread that owns the open vault and hands back their results."""

    def call(self, work: "Callable[[Vault], T]") -> T:
        """``work(vault)``, run in the vault's own thread; its exception is raised here.

        A piece should take less than a third of a second: whoever else needs the vault waits for it.
        """
        ...


class DirectAccess:
    """Access from the thread that owns the vault itself: every piece runs at once."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault

    def call(self, work: "Callable[[Vault], T]") -> T:
        """``work(vault)`` at once."""
        return work(self._vault)
