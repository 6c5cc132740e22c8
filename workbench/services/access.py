"""How use cases reach an open vault: at once, or from a thread of their own piece by piece."""

from workbench.vault.access import DirectAccess, VaultAccess

__all__ = ["DirectAccess", "VaultAccess"]
