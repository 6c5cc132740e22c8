"""Makes ``tests/data/vault_v<n>``: a small vault as this version of the program writes it, kept for ever.

    python tests/data/build_vault_fixture.py

Run once for each new schema version, before the version is released; an existing folder is never touched.
Later versions must open it, bring it up to date and find every value.  Every person is invented.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent / "workbench" / "vault")]

from case_world import NOW, a_case, a_full_case, a_lead, a_note, an_id, make_vault, reopen  # noqa: E402

from workbench.model.importing import ImportCounts, ImportKind, ImportRecord  # noqa: E402
from workbench.model.work import WorkState  # noqa: E402
from workbench.normalize.tables import PERSON_SCHEMA  # noqa: E402
from workbench.vault import migrations  # noqa: E402
from workbench.vault.library_file import LibraryWriter  # noqa: E402
from workbench.vault.values import Reject  # noqa: E402


def build(folder: Path) -> None:
    """Three cases (one full, one edited), one imported file, a setting, a client."""
    import polars as pl

    with make_vault(folder) as vault:
        vault.create_cases([a_full_case(1), a_case(2)])
        vault.create_case(a_case(3), WorkState("Call", NOW.date(), "mara", ("hot",)))
        with vault.edit_case(an_id(2)) as edit:
            edit.add_activity(a_note(1))
            edit.add_document("letter.txt", "text/plain", b"An invented letter.")
        slot = vault.library.reserve()
        with LibraryWriter(slot.path, slot.key) as writer:
            row = {
                "row_number": 1,
                "record_id": "R1",
                "role": "subject",
                "first": "ADA",
                "last": "QUILLFEATHER",
            }
            writer.write(pl.DataFrame([row], schema=PERSON_SCHEMA))
            writer.finish()
        record = ImportRecord(
            slot.import_id, ImportKind.RECORDS, "voters.txt", "ab" * 32, "nc", "skip tracing",
            ImportCounts(2, 1, 1, 0), NOW, "mara",
        )  # fmt: skip
        vault.library.register(slot, record, [Reject(2, "no name", ",,")])
        vault.catalog.add_pending([a_lead(1, import_id=slot.import_id)])
        vault.registry.set_setting("theme", "dark")
        vault.registry.ensure_clients(["Lantern Bank"])
    reopen(folder).close()
    for left in ("vault.lock", "catalog.db-journal", "vault.db-journal"):
        (folder / left).unlink(missing_ok=True)


if __name__ == "__main__":
    target = HERE / f"vault_v{max(kind.version for kind in migrations.KINDS)}"
    if target.exists():  # a kind that lags behind the others may have a new version of its own
        target = target.with_name(f"{target.name}_library_{migrations.LIBRARY.version}")
    if target.exists():
        sys.exit(f"{target.name} exists; a released fixture is never made again")
    build(target)
    shutil.rmtree(target / "__pycache__", ignore_errors=True)
