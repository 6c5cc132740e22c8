"""Keeping a vault safe: verify, rebuild, back up, restore; each result with its sentence for a person."""

from dataclasses import dataclass
from pathlib import Path

from workbench.base.progress import Progress
from workbench.services.access import DirectAccess, VaultAccess
from workbench.services.rematching import rematch as again
from workbench.vault.backup import backup_in_pieces
from workbench.vault.rebuild import rebuild as make_catalog
from workbench.vault.restore import restore as restore_backup
from workbench.vault.vault import Vault, open_vault
from workbench.vault.verify import Severity, VerifyItem, verify_in_pieces


@dataclass(frozen=True, slots=True)
class Finding:
    """Something verify found wrong: WARN or CRITICAL, the file, and what it is."""

    severity: str
    file: str
    message: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What verify found; ``critical`` when anything cannot be used as it is."""

    findings: tuple[Finding, ...]
    critical: bool
    words: str


@dataclass(frozen=True, slots=True)
class Done:
    """A finished piece of maintenance: the folder it made or mended, and what it did in words."""

    folder: str
    words: str
    leads: int = 0


def verify(access: VaultAccess, progress: Progress) -> Verified:
    """Check every file of an open vault; nothing is changed, and it can be worked in meanwhile."""
    report = verify_in_pieces(access, progress=progress)
    findings = tuple(Finding(p.severity.name, p.file, _message(p)) for p in report.problems)
    critical = report.worst is Severity.CRITICAL
    if not findings:
        words = f"{report.cases:,} case files and {report.libraries:,} record files are in order."
    else:
        words = (
            f"{len(findings):,} findings; {report.cases:,} case and {report.libraries:,} record files read."
        )
    return Verified(findings, critical, words)


def _message(item: VerifyItem) -> str:
    return f"{item.what} (account {item.account})" if item.account else item.what


def rebuild(folder: Path, secret: str, progress: Progress) -> Done:
    """Make the catalog of the closed vault again, then match the record files again for its pending leads."""
    report = make_catalog(folder, secret, progress=progress)
    with open_vault(folder, secret) as vault:
        leads = rematch(vault, progress)
    words = f"{report.accounts:,} accounts are in the new catalog, with {leads:,} pending leads."
    if report.unreadable:
        words += f" {len(report.unreadable):,} case files cannot be read and are not in it; run verify."
    return Done(str(folder), " ".join((words, *report.notices)), leads)


def rematch(vault: Vault, progress: Progress) -> int:
    """Match every record file of the library again for all accounts; how many leads are pending now."""
    again(DirectAccess(vault), progress, new_only=False)
    return vault.catalog.count_pending()


def backup(access: VaultAccess, progress: Progress, destination: Path) -> Done:
    """Copy the vault into a new folder below ``destination`` and read it back; work goes on meanwhile."""
    report = backup_in_pieces(access, destination, progress)
    words = f"{report.files:,} files ({report.size / 1e6:,.1f} MB) copied and read back: {report.folder.name}"
    if report.damaged:
        words += f". {len(report.damaged):,} of them were damaged before; run verify."
    return Done(str(report.folder), words)


def restore(source: Path, destination: Path, secret: str, progress: Progress) -> Done:
    """Make the vault ``destination`` from a backup; never over anything that is there."""
    report = restore_backup(source, destination, secret, progress)
    words = f"{report.files:,} files as of {report.taken_at:%Y-%m-%d %H:%M} UTC restored."
    if report.damaged:
        words += f" {len(report.damaged):,} of them were damaged when the backup was made; run verify."
    return Done(str(report.folder), words)
