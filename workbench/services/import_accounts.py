"""A placement file into one encrypted case file per account."""

import zlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.base.progress import Progress
from workbench.model.importing import ImportCounts, ImportKind, ImportRecord, RowProblem
from workbench.records.placement import PlacementRow
from workbench.records.placement_difference import PlacementUpdate
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.services.access import DirectAccess, VaultAccess
from workbench.services.case_building import new_case, update_case
from workbench.services.files import file_digest, file_stamp, require_unchanged
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import Finished, PlacementsJob, PlacementsRead, Source
from workbench.services.rematching import rematch
from workbench.vault.case_builder import NewCase
from workbench.vault.values import Reject
from workbench.vault.vault import Vault

_ROWS = msgspec.msgpack.Encoder()
_PACKED_ROWS = msgspec.msgpack.Decoder(list[PlacementRow])
CONFLICTS = (
    "{:,} accounts: the file states another birth date or SSN; the case keeps its own and notes the claim."
)
CANCELLED = "Cancelled half way: what was read so far is in; importing the file again takes the rest."

ROWS_A_PIECE = 40
"""Rows written in one piece while a person works beside it: a fifth of a second."""
WHOLE_BATCH = 500
"""Rows written in one piece when nobody waits: the cheapest way."""


@dataclass(frozen=True, slots=True)
class AccountsRequest:
    """How to read a placement file; ``client`` is for rows that name none; no mapping: recognised.

    ``match``: new and changed debtors are matched against the record files of the library.
    """

    client: str = ""
    mapping_toml: str | None = None
    sheet: str | None = None
    member: str | None = None
    read_as: ReadAs = AS_FOUND
    match: bool = True


@dataclass(frozen=True, slots=True)
class AccountsImported:
    """What an import of accounts did.  ``counts.accepted`` = ``added`` + ``updated``, in rows."""

    import_id: str
    counts: ImportCounts
    added: int
    updated: int
    leads: int
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    mapping_toml: str
    changes: Changes


@dataclass(slots=True)
class _Tally:
    """What one import has done so far."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    rejects: list[Reject] = field(default_factory=list)
    cancelled: bool = False
    repeated: bool = False
    conflicts: int = 0

    def take(self, account_id: str, update: PlacementUpdate) -> None:
        """Count what a row meant for an account that was there."""
        if update:
            self.updated.append(account_id)
        else:
            self.unchanged += 1
        self.conflicts += bool(update.conflicts)

    def notes(self) -> list[str]:
        """What the person should know of it."""
        said = [CANCELLED] if self.cancelled else []
        if self.conflicts:
            said.append(CONFLICTS.format(self.conflicts))
        return said


def import_accounts(
    vault: Vault,
    path: Path,
    *,
    client: str,
    mapping_toml: str | None,
    sheet: str | None,
    progress: Progress,
    match: bool = True,
) -> AccountsImported:
    """Create an account for every new row of a placement file and update those that changed.

    ``client`` is for rows that name none.  Accounts are known again by client and account number.  Bad rows
    are counted and named, the rest goes in; a UserError (unreadable file, mapping that does not fit) leaves
    nothing behind.  New and changed accounts are matched against the record files already in the library,
    unless ``match`` is false: ``rematching.rematch`` does it later.
    """
    request = AccountsRequest(client, mapping_toml, sheet, match=match)
    return take_accounts(DirectAccess(vault), path, request, progress, rows_a_piece=WHOLE_BATCH)


def take_accounts(
    access: VaultAccess,
    path: Path,
    request: AccountsRequest,
    progress: Progress,
    *,
    rows_a_piece: int = ROWS_A_PIECE,
) -> AccountsImported:
    """:func:`import_accounts` from a thread of its own; the vault is held for ``rows_a_piece`` rows."""
    stamp = file_stamp(path)
    digest = file_digest(path)
    job = accounts_job(path, request, digest, access.call(account_mappings))
    tally = _Tally()
    finished, packed = _read(job, tally, progress)
    require_unchanged(path, stamp)
    if finished.read and finished.rejected == finished.read:
        raise UserError(
            f"None of the {finished.read:,} rows can be taken: {tally.rejects[0].reason}.",
            hint="Check the mapping: `sniff FILE --json` shows it.",
        )
    taken_before = access.call(partial(_taken_before, digest=digest, read=finished.read))
    tally.repeated = request.mapping_toml is None and taken_before
    _write(access, packed, tally, progress, rows_a_piece)
    record = access.call(partial(_record, path=path, job=job, finished=finished, tally=tally))
    access.call(partial(_register, record=record, finished=finished, tally=tally, request=request))
    among = {*tally.added, *tally.updated} if request.match and not tally.cancelled else set[str]()
    leads = rematch(access, progress, new_only=True, among=among).new if among else 0
    return _result(record, finished, tally, leads)


def account_mappings(vault: Vault) -> dict[str, str]:
    """The mappings confirmed for placement files, by header fingerprint."""
    return {m.fingerprint: m.toml for m in vault.registry.mappings(ImportKind.ACCOUNTS)}


def accounts_job(
    path: Path, request: AccountsRequest, digest: str, saved_mappings: dict[str, str]
) -> PlacementsJob:
    """The child's order to read a placement file."""
    return PlacementsJob(
        source=Source(str(path.absolute()), request.member, request.sheet, request.read_as),
        import_id=new_id(),
        file_digest=digest,
        default_client=request.client.strip(),
        mapping_toml=request.mapping_toml,
        saved_mappings=saved_mappings,
    )


def _register(
    vault: Vault, record: ImportRecord, finished: Finished, tally: _Tally, request: AccountsRequest
) -> None:
    if tally.added or tally.updated or (tally.rejects and not tally.repeated):
        vault.registry.add_import(record, tally.rejects)
    if request.mapping_toml is not None:
        vault.registry.save_mapping(finished.fingerprint, ImportKind.ACCOUNTS, finished.mapping_toml)


def _read(job: PlacementsJob, tally: _Tally, progress: Progress) -> tuple[Finished, list[bytes]]:
    """Read the whole file before anything is written, so that a file that fails half way leaves nothing.

    The rows are kept packed (about 900 bytes each): those of 100,000 accounts stay below 100 MB.
    """
    packed: list[bytes] = []
    for message in run_job(job, progress):
        if isinstance(message, Finished):
            return message, packed
        if isinstance(message, PlacementsRead):
            packed.append(zlib.compress(_ROWS.encode(message.rows), 1))
            tally.rejects += [
                Reject(p.row_number, p.reason, raw)
                for p, raw in zip(message.problems, message.raw, strict=True)
            ]
    raise AssertionError("the child ended without its last message")


def _taken_before(vault: Vault, digest: str, read: int) -> bool:
    """Whether this very file went in before, whole.

    Then its rows say nothing new of the accounts that are there, and must not undo what a later file said.
    """
    earlier = vault.registry.import_by_digest(ImportKind.ACCOUNTS, digest)
    return earlier is not None and earlier.counts.read == read


def _write(
    access: VaultAccess, packed: list[bytes], tally: _Tally, progress: Progress, rows_a_piece: int
) -> None:
    for done, batch in enumerate(packed):
        rows = _PACKED_ROWS.decode(zlib.decompress(batch))
        for start in range(0, len(rows), rows_a_piece):
            if progress.cancelled():
                tally.cancelled = True
                return
            progress.report(done, len(packed), "writing case files")
            access.call(partial(_write_rows, rows=rows[start : start + rows_a_piece], tally=tally))


def _write_rows(vault: Vault, rows: list[PlacementRow], tally: _Tally) -> None:
    fresh: list[NewCase] = []
    for row in rows:
        known = vault.catalog.find_account(row.account.client, row.account.account_number)
        if known is None:
            fresh.append(new_case(vault, row))
        elif tally.repeated:
            tally.unchanged += 1
        else:
            tally.take(known, update_case(vault, known, row))
    tally.added += vault.create_cases(fresh) if fresh else []
    vault.registry.ensure_clients(case.content.account.client for case in fresh)


def _record(vault: Vault, path: Path, job: PlacementsJob, finished: Finished, tally: _Tally) -> ImportRecord:
    accepted = len(tally.added) + len(tally.updated)
    duplicates = finished.duplicates + tally.unchanged
    read = accepted + finished.rejected + duplicates if tally.cancelled else finished.read
    return ImportRecord(
        import_id=job.import_id,
        kind=ImportKind.ACCOUNTS,
        file_name=path.name,
        file_digest=job.file_digest,
        profile_id="placement",
        purpose="debt_collection",
        counts=ImportCounts(read, accepted, finished.rejected, duplicates),
        imported_at=vault.clock.now(),
        actor=vault.actor,
    )


def _result(record: ImportRecord, finished: Finished, tally: _Tally, leads: int) -> AccountsImported:
    return AccountsImported(
        import_id=record.import_id,
        counts=record.counts,
        added=len(tally.added),
        updated=len(tally.updated),
        leads=leads,
        problems=tuple(RowProblem(r.row_number, r.reason) for r in tally.rejects),
        notes=(*finished.notes, *tally.notes()),
        mapping_toml=finished.mapping_toml,
        changes=Changes(
            accounts=frozenset((*tally.added, *tally.updated)),
            accounts_added=bool(tally.added),
            leads=leads > 0,
            imports=True,
        ),
    )
