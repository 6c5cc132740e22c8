"""A dry run: the whole file read as the import would, and nothing written."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench.base.progress import Progress, check_cancelled
from workbench.model.importing import ImportCounts, RowProblem
from workbench.records.placement import PlacementRow
from workbench.records.placement_difference import placement_difference
from workbench.services.access import VaultAccess
from workbench.services.import_accounts import AccountsRequest, account_mappings, accounts_job
from workbench.services.import_records import RecordsRequest, record_mappings
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import Finished, PlacementsRead, RecordsJob, RejectedRows, Source
from workbench.vault.vault import Vault

MOST_PROBLEMS = 10_000
_PIECE = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """What an import would do.  ``counts.accepted`` is rows that can be used.

    For accounts: ``new``, ``changed`` and ``unchanged`` against the vault; for records ``people`` named.
    ``problems`` are the first MOST_PROBLEMS of ``counts.rejected``.
    """

    counts: ImportCounts
    words: str
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    people: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0


def check_records(access: VaultAccess, path: Path, request: RecordsRequest, progress: Progress) -> Checked:
    """Read a record file without keeping or matching it; errors as ``import_records``."""
    job = RecordsJob(
        source=Source(str(path.absolute()), request.member, request.sheet, request.read_as),
        import_id="",
        profile=request.profile,
        purpose=request.purpose,
        mapping_toml=request.mapping_toml,
        saved_mappings=access.call(record_mappings),
    )
    problems: list[RowProblem] = []
    finished: Finished | None = None
    for message in run_job(job, progress):
        if isinstance(message, RejectedRows):
            problems += message.problems[: MOST_PROBLEMS - len(problems)]
        elif isinstance(message, Finished):
            finished = message
    assert finished is not None, "the child ended without its last message"
    return _checked(finished, problems)


def check_accounts(access: VaultAccess, path: Path, request: AccountsRequest, progress: Progress) -> Checked:
    """Read a placement file and compare it with the vault, writing nothing; errors as ``import_accounts``."""
    job = accounts_job(path, request, "", access.call(account_mappings))
    problems: list[RowProblem] = []
    tally = {"new": 0, "changed": 0, "unchanged": 0}
    finished: Finished | None = None
    for message in run_job(job, progress):
        if isinstance(message, PlacementsRead):
            problems += message.problems[: MOST_PROBLEMS - len(problems)]
            for start in range(0, len(message.rows), _PIECE):
                check_cancelled(progress)
                compare = partial(_compare, rows=message.rows[start : start + _PIECE])
                for what in access.call(compare):
                    tally[what] += 1
        elif isinstance(message, Finished):
            finished = message
    assert finished is not None, "the child ended without its last message"
    return _checked(finished, problems, **tally)


def _checked(
    finished: Finished, problems: list[RowProblem], new: int = 0, changed: int = 0, unchanged: int = 0
) -> Checked:
    accepted = finished.read - finished.rejected - finished.duplicates
    counts = ImportCounts(finished.read, accepted, finished.rejected, finished.duplicates)
    return Checked(
        counts, finished.words, tuple(problems), finished.notes, finished.people, new, changed, unchanged
    )


def _compare(vault: Vault, rows: list[PlacementRow]) -> list[str]:
    said = []
    for row in rows:
        known = vault.catalog.find_account(row.account.client, row.account.account_number)
        if known is None:
            said.append("new")
        else:
            differs = placement_difference(vault.read_case(known), row)
            said.append("changed" if differs else "unchanged")
    return said
