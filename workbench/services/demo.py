"""The demonstration: the whole main job on bundled sample files of invented people."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from workbench.base.clock import SystemClock
from workbench.base.errors import UserError, WorkbenchError
from workbench.base.progress import Progress
from workbench.model.lead import Lead
from workbench.services import leads, vaults
from workbench.services.demo_work import PlayedClock, began_at, work_demo
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records
from workbench.vault.vault import Vault, create_vault

DEMO_PASSPHRASE = "demonstration people are all invented"  # noqa: S105  (shown on screen, guards nothing)
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PLACEMENTS = "placements.csv"
RECORD_FILES = ("ncvoter_sample.txt", "parcel_roll.csv", "vendor_batch_return.csv")
BEST = 25


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demonstration did, in sentences, and its best leads with their account numbers."""

    folder: str
    steps: tuple[str, ...]
    accounts: int
    leads: int
    strong: int
    best: tuple[tuple[str, Lead], ...]


def build_demo(folder: Path, progress: Progress, *, worked: bool = False) -> DemoResult:
    """Make a demonstration vault in ``folder``, import the samples and match them.

    ``worked``: as if that was three weeks ago and somebody had worked the accounts since.
    An older demonstration vault there is replaced; anything else there is left alone and refused.
    """
    _clear(folder)
    now = SystemClock().now()
    played = PlayedClock(began_at(now))
    with create_vault(folder, DEMO_PASSPHRASE, clock=played if worked else None)[0] as vault:
        steps, accounts, found, strong = _fill(vault, progress)
        if worked:
            steps.append(work_demo(vault, played, now.date()))
        best = leads.pending(vault, limit=BEST)
    return DemoResult(str(folder), tuple(steps), accounts, found, strong, tuple(best))


def _fill(vault: Vault, progress: Progress) -> tuple[list[str], int, int, int]:
    placed = import_accounts(
        vault, SAMPLES / PLACEMENTS, client="", mapping_toml=None, sheet=None, progress=progress
    )
    steps = [f"{PLACEMENTS}: {placed.added:,} accounts, one encrypted case file each"]
    found = strong = 0
    for name in RECORD_FILES:
        taken = import_records(vault, SAMPLES / name, RecordsRequest(), progress)
        found += taken.leads
        strong += taken.strong
        steps.append(
            f"{name}: {taken.counts.read:,} rows recognised as {taken.profile}, {taken.leads:,} leads"
            f" ({taken.strong:,} strong)"
        )
    return steps, placed.added, found, strong


def _clear(folder: Path) -> None:
    """Remove an older demonstration vault: one that the demonstration's own passphrase opens."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    try:
        with vaults.opened(folder, DEMO_PASSPHRASE):
            pass
    except WorkbenchError:
        raise UserError(
            "The folder is not empty and holds no demonstration vault; nothing was changed.",
            hint="Name another folder.",
        ) from None
    shutil.rmtree(folder)
