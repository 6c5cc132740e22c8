"""The history of imports and the rows they did not take."""

from pathlib import Path

from workbench.base.errors import UserError
from workbench.model.importing import ImportRecord, RowProblem
from workbench.reports.cells import write_csv
from workbench.services.exports import export_text
from workbench.vault.vault import Vault


def history(vault: Vault) -> tuple[ImportRecord, ...]:
    """Every import, newest first, undone ones included."""
    return tuple(sorted(vault.registry.imports(), key=lambda r: r.imported_at, reverse=True))


def problems(vault: Vault, import_id: str) -> tuple[RowProblem, ...]:
    """The rows an import did not take, in file order, without their text."""
    _require(vault, import_id)
    return tuple(RowProblem(p.row_number, p.reason) for p in vault.registry.problems(import_id))


def write_problems(vault: Vault, import_id: str, out: Path) -> int:
    """Write those rows with their own text as CSV (row, reason, text); the number written.

    The file is outside the vault and not encrypted.
    """
    record = _require(vault, import_id)
    raw = {}
    if record.undone_at is None and import_id in vault.library.ids():
        with vault.library.open(import_id) as library:
            raw = {reject.row_number: reject.raw for reject in library.rejects()}
    found = vault.registry.problems(import_id)
    with export_text(out) as stream:
        rows = ((p.row_number, p.reason, p.raw or raw.get(p.row_number, "")) for p in found)
        return write_csv(stream, ("row", "reason", "text"), rows)


def _require(vault: Vault, import_id: str) -> ImportRecord:
    record = vault.registry.import_record(import_id)
    if record is None:
        raise UserError("There is no import with this id.", hint="`imports` lists them.")
    return record
