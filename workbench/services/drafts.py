"""Text that is not saved yet: kept encrypted in the vault, without a trace in the audit chain."""

from collections.abc import Mapping
from typing import Any

from workbench.vault.vault import Vault


def draft(vault: Vault, key: str) -> Any:  # noqa: ANN401  (plain JSON values)
    """The draft kept under ``key``; None when there is none."""
    return vault.registry.draft(key)


def keep(vault: Vault, values: Mapping[str, object]) -> None:
    """Keep each value (plain JSON) under its key; None removes it."""
    with vault.session.writing():
        for key, value in values.items():
            vault.registry.keep_draft(key, value)
