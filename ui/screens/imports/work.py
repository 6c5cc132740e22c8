"""What the import screen asks of the services, as functions that jobs and the vault's thread can run."""

from pathlib import Path

from ui.screens.imports.plan import ImportPlan
from workbench.base.progress import Progress
from workbench.services import imports, own_layouts, previewing
from workbench.services.access import VaultAccess
from workbench.services.import_accounts import AccountsImported, take_accounts
from workbench.services.import_check import Checked, check_accounts, check_records
from workbench.services.import_records import RecordsImported, Undone, take_records, undo_records
from workbench.services.import_undo import AccountsUndone, UndoPlan, plan_undo, undo_accounts
from workbench.services.previewing import Preview, PreviewRequest
from workbench.services.rematching import Rematched, rematch
from workbench.services.vaults import Vault


def look(access: VaultAccess, progress: Progress, request: PreviewRequest) -> Preview:
    """Preview a file."""
    return previewing.preview(access, request, progress)


def check(access: VaultAccess, progress: Progress, plan: ImportPlan) -> Checked:
    """Dry run."""
    if plan.accounts:
        return check_accounts(access, plan.path, plan.accounts_request(), progress)
    return check_records(access, plan.path, plan.records_request(), progress)


def take(access: VaultAccess, progress: Progress, plan: ImportPlan) -> AccountsImported | RecordsImported:
    """Import."""
    if plan.accounts:
        return take_accounts(access, plan.path, plan.accounts_request(), progress)
    return take_records(access, plan.path, plan.records_request(), progress)


def match_changed(access: VaultAccess, progress: Progress) -> Rematched:
    """Match the accounts that are new or changed against the record files of the library."""
    return rematch(access, progress, new_only=True)


def save_mapping(vault: Vault, plan: ImportPlan) -> None:
    """Keep the mapping for files with the same headings."""
    own_layouts.keep_layout(
        vault,
        plan.preview,
        plan.mapping,
        name=plan.name,
        purpose=plan.purpose,
        read_as=plan.preview.seen.read_as,
    )


def plan_accounts_undo(access: VaultAccess, progress: Progress, import_id: str) -> UndoPlan:
    """What undoing an import of accounts would do."""
    return plan_undo(access, import_id, progress)


def accounts_undo(access: VaultAccess, progress: Progress, import_id: str) -> AccountsUndone:
    """Undo an import of accounts."""
    return undo_accounts(access, import_id, progress)


def records_undo(access: VaultAccess, progress: Progress, import_id: str) -> Undone:
    """Undo an import of records."""
    return undo_records(access, import_id, progress)


def write_problems(vault: Vault, import_id: str, out: Path) -> int:
    """Write the rows that an import did not take as CSV."""
    return imports.write_problems(vault, import_id, out)
