"""The entries that the program itself makes on a case's timeline: what was done, by whom, when."""

from workbench.base.ids import new_id
from workbench.model.activity import Activity, ActivityKind
from workbench.vault.vault import Vault


def own_entry(
    vault: Vault,
    text: str,
    *,
    details: dict[str, str] | None = None,
    contact_id: str = "",
    party_id: str = "",
    corrects: str = "",
) -> Activity:
    """An entry of now and of the person at work; ``corrects`` is the id of one that it takes back."""
    return Activity(
        new_id(),
        ActivityKind.SYSTEM,
        vault.clock.now(),
        vault.actor,
        text=text,
        contact_id=contact_id,
        party_id=party_id,
        corrects=corrects,
        details=details or {},
    )
