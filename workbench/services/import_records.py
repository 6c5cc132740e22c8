"""A public-record file into the library, matched on the way; and taking it back."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.base.progress import NoProgress, Progress
from workbench.model.explanation import Band
from workbench.model.importing import ImportCounts, ImportKind, ImportRecord, RowProblem
from workbench.model.lead import Lead
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.services.access import DirectAccess, VaultAccess
from workbench.services.edition_lookup import look_up_earlier
from workbench.services.edition_notes import CASES_A_PIECE, take_back
from workbench.services.editions import (
    AUTO,
    NONE,
    EditionResult,
    earlier_edition,
    settle_edition,
    settle_family,
)
from workbench.services.files import file_digest, file_stamp, require_unchanged
from workbench.services.proposals import withdraw_of_import
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import (
    Finished,
    LeadsFound,
    LibraryTarget,
    RecordsJob,
    RejectedRows,
    Source,
)
from workbench.services.searching import searched_in
from workbench.vault.library import LibrarySlot
from workbench.vault.library_file import LibraryFile
from workbench.vault.values import Reject
from workbench.vault.vault import Vault

LEADS_A_PIECE = 1000
"""Leads added in one piece: about a tenth of a second."""


@dataclass(frozen=True, slots=True)
class RecordsRequest:
    """How to read a record file; the defaults recognise everything.

    ``purpose`` is the permitted purpose of use; a layout whose law forbids it is refused.  ``again`` takes a
    file that was imported before.  ``read_as`` is a person's word on how its text is to be read.
    ``edition_of``: whose newer edition it is, by the id of an import; ``auto`` recognises it, ``none`` takes
    it for a file of its own.
    """

    profile: str = "auto"
    purpose: str = "debt_collection"
    mapping_toml: str | None = None
    member: str | None = None
    sheet: str | None = None
    again: bool = False
    read_as: ReadAs = AS_FOUND
    edition_of: str = AUTO


@dataclass(frozen=True, slots=True)
class RecordsImported:
    """What an import of records did; ``counts`` are rows, ``people`` the persons they name."""

    import_id: str
    profile: str
    words: str
    counts: ImportCounts
    people: int
    leads: int
    strong: int
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    changes: Changes
    edition: EditionResult | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo removed (``proposed`` of the leads by hand), and whose accepted leads stay."""

    import_id: str
    leads_removed: int
    proposed: int
    kept_accounts: tuple[str, ...]
    changes: Changes


class ImportedBeforeError(UserError):
    """The very same file was imported before and has not been undone."""

    code = "import.repeated"

    def __init__(self, earlier: ImportRecord) -> None:
        super().__init__(
            f"This file was imported on {earlier.imported_at:%Y-%m-%d}:"
            f" {earlier.counts.read:,} rows would repeat.",
            hint="Use --again to import it once more, or undo-import to take the first one back.",
        )


class UndoneMeanwhileError(UserError):
    """The import was undone before its last leads were in."""

    code = "import.undone_meanwhile"

    def __init__(self) -> None:
        super().__init__(
            "The import was undone while its leads were taken in; none of it is left.",
            hint="Import the file again if that was a mistake.",
        )


@dataclass(slots=True)
class _Found:
    """What the child has sent."""

    finished: Finished | None = None
    leads: list[Lead] = field(default_factory=list)
    judged: list[Lead] = field(default_factory=list)  # somebody decided what they say of a person
    rejects: list[Reject] = field(default_factory=list)


def import_records(vault: Vault, path: Path, request: RecordsRequest, progress: Progress) -> RecordsImported:
    """Read ``path`` in a child process, match it against all accounts, keep it in the library.

    All or nothing: after any error or a cancel the vault is as it was.  Raises UserError with the reason
    (unknown layout, refused purpose with its citation, imported before, unreadable), a MachineError for a
    full disk.
    """
    return take_records(DirectAccess(vault), path, request, progress)


def take_records(
    access: VaultAccess, path: Path, request: RecordsRequest, progress: Progress
) -> RecordsImported:
    """:func:`import_records` from a thread of its own: only short pieces of it hold the vault."""
    stamp = file_stamp(path)
    digest = file_digest(path)
    access.call(partial(_refuse_repeat, digest=digest, again=request.again))
    access.call(partial(_require_edition, wanted=request.edition_of))
    slot = access.call(_reserve)
    try:
        job = _job(access, path, request, slot)
        found = _run(job, access.call(_judged), progress)
        finished = found.finished
        assert finished is not None, "the child ended without its last message"
        _require_people(finished)
        require_unchanged(path, stamp)
        newer = partial(LibraryFile, slot.path, slot.key)
        edition_of = earlier_edition(access, path.name, finished.profile, request.edition_of, newer)
        request = replace(request, edition_of=edition_of)
        # A newer edition may say more of somebody who was judged; settling it takes out those that do not.
        leads = [*found.leads, *(found.judged if edition_of else [])]
        looked = look_up_earlier(access, edition_of, leads, newer, progress)
        register = partial(_register, slot=slot, path=path, request=request, found=found, digest=digest)
        record = access.call(register)
    except BaseException:
        access.call(partial(_discard, slot=slot))
        raise
    for start in range(0, len(leads), LEADS_A_PIECE):
        piece = leads[start : start + LEADS_A_PIECE]
        access.call(partial(_add_leads, import_id=record.import_id, leads=piece))
    if request.mapping_toml is not None and finished.fingerprint:
        access.call(partial(_save_mapping, finished=finished))
    edition = settle_edition(access, record.import_id, looked, progress)
    return replace(_result(record, finished, found), edition=edition)


def _require_edition(vault: Vault, wanted: str) -> None:
    if wanted in {AUTO, NONE}:
        return
    record = vault.registry.import_record(wanted)
    if record is None or record.kind is not ImportKind.RECORDS or record.undone_at is not None:
        raise UserError(
            "There is no import of records with this id that a file could be a newer edition of.",
            hint="`imports` lists them; --edition-of auto recognises it.",
        )


def _refuse_repeat(vault: Vault, digest: str, *, again: bool) -> None:
    earlier = vault.registry.import_by_digest(ImportKind.RECORDS, digest)
    if earlier is not None and not again:
        raise ImportedBeforeError(earlier)


def _reserve(vault: Vault) -> LibrarySlot:
    return vault.library.reserve()


def _discard(vault: Vault, slot: LibrarySlot) -> None:
    vault.library.discard(slot)


def _judged(vault: Vault) -> frozenset[tuple[str, str]]:
    return vault.catalog.judged_people()


def _register(
    vault: Vault, *, slot: LibrarySlot, path: Path, request: RecordsRequest, found: _Found, digest: str
) -> ImportRecord:
    assert found.finished is not None
    _refuse_repeat(vault, digest, again=request.again)  # it may have come in while this one was read
    record = _record(vault, path, request, found.finished, slot=slot, digest=digest)
    vault.library.register(slot, record, [RowProblem(r.row_number, r.reason) for r in found.rejects])
    return record


def _add_leads(vault: Vault, import_id: str, leads: list[Lead]) -> None:
    record = vault.registry.import_record(import_id)
    if record is None or record.undone_at is not None:
        raise UndoneMeanwhileError
    vault.catalog.add_pending(leads)


def _save_mapping(vault: Vault, finished: Finished) -> None:
    vault.registry.save_mapping(finished.fingerprint, ImportKind.RECORDS, finished.mapping_toml)


def _require_people(finished: Finished) -> None:
    if finished.people == 0:
        if not finished.read:
            raise UserError(
                f"The file has no rows ({finished.words}).", hint="Export it again with its rows."
            )
        raise UserError(
            f"No person was found in {finished.read:,} rows ({finished.words}).",
            hint="Check how its columns were understood: step 2 of the import, or `sniff FILE --json`.",
        )


def _job(access: VaultAccess, path: Path, request: RecordsRequest, slot: LibrarySlot) -> RecordsJob:
    return RecordsJob(
        source=Source(str(path.absolute()), request.member, request.sheet, request.read_as),
        import_id=slot.import_id,
        profile=request.profile,
        purpose=request.purpose,
        mapping_toml=request.mapping_toml,
        saved_mappings=access.call(record_mappings),
        searched=searched_in(access),
        library=LibraryTarget(str(slot.path), slot.key),
    )


def record_mappings(vault: Vault) -> dict[str, str]:
    """The mappings confirmed for record files, by header fingerprint."""
    return {m.fingerprint: m.toml for m in vault.registry.mappings(ImportKind.RECORDS)}


def _run(job: RecordsJob, judged: frozenset[tuple[str, str]], progress: Progress) -> _Found:
    found = _Found()
    for message in run_job(job, progress):
        if isinstance(message, LeadsFound):
            for lead in message.leads:
                known = (lead.person.person_key, lead.party_id) in judged
                (found.judged if known else found.leads).append(lead)
        elif isinstance(message, RejectedRows):
            found.rejects += [
                Reject(p.row_number, p.reason, raw)
                for p, raw in zip(message.problems, message.raw, strict=True)
            ]
        elif isinstance(message, Finished):
            found.finished = message
    return found


def _record(
    vault: Vault, path: Path, request: RecordsRequest, finished: Finished, *, slot: LibrarySlot, digest: str
) -> ImportRecord:
    accepted = finished.read - finished.rejected - finished.duplicates
    return ImportRecord(
        import_id=slot.import_id,
        kind=ImportKind.RECORDS,
        file_name=path.name,
        file_digest=digest,
        profile_id=finished.profile,
        purpose=request.purpose,
        counts=ImportCounts(finished.read, accepted, finished.rejected, finished.duplicates),
        imported_at=vault.clock.now(),
        actor=vault.actor,
        edition_of=request.edition_of,
    ).telling(finished.presence)


def _result(record: ImportRecord, finished: Finished, found: _Found) -> RecordsImported:
    return RecordsImported(
        import_id=record.import_id,
        profile=finished.profile,
        words=finished.words,
        counts=record.counts,
        people=finished.people,
        leads=len(found.leads),
        strong=sum(lead.explanation.band is Band.STRONG for lead in found.leads),
        problems=tuple(RowProblem(r.row_number, r.reason) for r in found.rejects),
        notes=finished.notes,
        changes=Changes(
            accounts=frozenset(lead.account_id for lead in found.leads), leads=bool(found.leads), imports=True
        ),
    )


def undo_import(vault: Vault, import_id: str) -> Undone:
    """:func:`undo_records` for the thread that owns the vault."""
    return undo_records(DirectAccess(vault), import_id, NoProgress())


def undo_records(access: VaultAccess, import_id: str, progress: Progress) -> Undone:
    """Take a record import back: its library file, its key and its pending leads are gone.

    What a person has accepted stays in its case and is listed.  Leads that somebody proposed by hand and
    nobody judged go too; their cases tell so, and what a newer edition said is taken back, in pieces.
    It does not stop when it is cancelled.  UserError for an unknown or undone import, or one of accounts.
    """
    access.call(partial(_undoable, import_id=import_id))
    take_back(access, import_id, progress)  # before: after a crash in between it can be undone again
    undone, told = access.call(partial(_removed, import_id=import_id))
    settle_family(access, import_id)
    withdrawn = 0
    for start in range(0, len(told), CASES_A_PIECE):
        progress.report(start, len(told), "telling the cases")
        piece = told[start : start + CASES_A_PIECE]
        withdrawn += access.call(partial(withdraw_of_import, import_id=import_id, accounts=piece))
    return replace(undone, proposed=withdrawn)


def _undoable(vault: Vault, import_id: str) -> None:
    record = vault.registry.import_record(import_id)
    if record is None or record.kind is not ImportKind.RECORDS or record.undone_at is not None:
        raise UserError(
            "There is no import of records with this id that could be undone.", hint="`imports` lists them."
        )


def _removed(vault: Vault, import_id: str) -> tuple[Undone, list[str]]:
    """Remove the file and its leads; the result, and the accounts whose proposals went with it."""
    _undoable(vault, import_id)
    accepted = vault.catalog.accounts_that_accepted(import_id)
    kept = tuple(sorted(row.account_number for row in vault.catalog.account_rows(accepted)))
    removed = vault.catalog.count_pending(import_id)
    proposed = [lead for lead in vault.catalog.rows_waiting(import_id) if lead.proposed]
    vault.library.delete(import_id)
    told = {lead.account_id for lead in proposed}
    changes = Changes(accounts=frozenset(told), leads=removed > 0, imports=True)
    return Undone(import_id, removed, len(proposed), kept, changes), sorted(told)
