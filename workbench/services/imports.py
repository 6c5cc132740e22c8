"""The history of imports and the rows they did not take."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from workbench.base.errors import UserError
from workbench.model.importing import ImportRecord, RowProblem
from workbench.reports.cells import write_csv
from workbench.services.exports import export_text
from workbench.vault.values import Reject
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
    _require(vault, import_id)
    with ExitStack() as stack:
        found: Iterable[Reject] = vault.registry.problems(import_id)
        if import_id in vault.library.ids():  # a record import keeps every one of them, with its text
            found = stack.enter_context(vault.library.open(import_id)).rejects()
        stream = stack.enter_context(export_text(out))
        rows = ((p.row_number, p.reason, p.raw) for p in found)
        return write_csv(stream, ("row", "reason", "text"), rows)


def _require(vault: Vault, import_id: str) -> ImportRecord:
    record = vault.registry.import_record(import_id)
    if record is None:
        raise UserError("There is no import with this id.", hint="`imports` lists them.")
    return record
