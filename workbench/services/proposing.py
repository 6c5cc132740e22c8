"""Somebody of a record file proposed as a lead by hand: scored as a match would, judged like any other.

A match proposes whom it finds by its keys and scores high enough; a specialist may know better.
"""

from dataclasses import dataclass, replace
from functools import partial

from workbench.base.changes import Changes
from workbench.base.ids import new_id
from workbench.base.progress import Progress
from workbench.matching.nearest import Near
from workbench.model.lead import Lead, RecordPerson
from workbench.services import proposals
from workbench.services.access import VaultAccess
from workbench.services.row_people import NotProposedError as NotProposedError  # noqa: PLC0414
from workbench.services.row_people import people_of_row
from workbench.services.searching import opener_of
from workbench.services.why_not import Asked, gather
from workbench.services.written import Written
from workbench.vault.audit import AuditItem
from workbench.vault.case_codec import body_digest
from workbench.vault.library_file import LibraryFile
from workbench.vault.registry import UnknownImportError
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Proposed:
    """The lead that waits now; ``new``: it did not before.  Undoing ``written`` takes the proposal back."""

    lead: Lead
    new: bool
    written: Written

    @property
    def words(self) -> str:
        """What was done, in a few words."""
        return self.written.words


def propose(
    access: VaultAccess, progress: Progress, *, account_id: str, import_id: str, row_number: int
) -> Proposed:
    """Make the person of a row a pending lead of the account's likeliest debtor.

    It stands in the case and waits until somebody judges it, whatever is matched, rebuilt or restored
    meanwhile.  One that a match has found already is marked as proposed too.
    Of a row that names several people the likeliest is taken.  NotProposedError when the account names
    nobody, the row nobody, or somebody has judged this description for them; UnknownImportError;
    CancelledError when ``progress`` says so.
    """
    asked = access.call(partial(gather, account_id=account_id))
    if import_id not in asked.files:
        raise UnknownImportError(import_id)
    opener = access.call(partial(opener_of, import_id=import_id))
    with opener() as library:
        near = _likeliest(asked, library, import_id, row_number, progress)
    person = replace(near.person, import_id=import_id)
    known = access.call(partial(_known, account_id=account_id, near=near, person=person))
    if known is not None:
        return Proposed(known, new=False, written=access.call(partial(_mark, lead=known)))
    if near.rejected or near.debtor_id + near.person.person_key in asked.judgments:
        raise NotProposedError(
            "Somebody has judged this description of a person for this debtor already.",
            hint="The history of the review shows it; a decision is taken back there.",
        )
    lead = Lead(
        new_id(), account_id, near.debtor_id, person, near.explanation, 1, debtor_key=near.debtor_key,
        matched=False,
    )  # fmt: skip
    made, done = access.call(partial(_add, lead=lead))
    return Proposed(made, new=True, written=done)


def _known(vault: Vault, account_id: str, near: Near, person: RecordPerson) -> Lead | None:
    """The lead of this row, or of another that says the same of the person, where one waits and is shown."""
    heads = vault.catalog.pending_leads(account_id=account_id)
    rows = vault.catalog.rows_waiting(person.import_id, {account_id})
    where = (person.row_number, person.record_id, person.role)
    same = [x for x in rows if (x.person.row_number, x.person.record_id, x.person.role) == where]
    same += [x for x in heads if x.person.person_key == person.person_key]
    shown = (x for x in same if x.party_id == near.debtor_id and vault.catalog.group(x.lead_id) is not None)
    found = next(shown, None)
    return found and vault.catalog.lead(found.lead_id)


def _mark(vault: Vault, lead: Lead) -> Written:
    """Note on a lead that waits that somebody proposed it too."""
    if lead.proposed:
        return Written("This lead waits already.", Changes())
    _, done = _add(vault, lead)
    return replace(done, words="This lead waits already; now it waits until somebody decides it.")


def _add(vault: Vault, lead: Lead) -> tuple[Lead, Written]:
    vault.library.note("propose_lead", lead.account_id, "", (_item(lead),))
    return proposals.store(vault, lead)


def _item(lead: Lead) -> AuditItem:
    said = f"{lead.person.import_id}:{lead.person.row_number}"
    return AuditItem("lead", lead.lead_id, "put", body_digest(said))


def _likeliest(
    asked: Asked, library: LibraryFile, import_id: str, row_number: int, progress: Progress
) -> Near:
    """The row's likeliest person for the account's likeliest debtor; NotProposedError for none."""
    found = people_of_row(asked, library, import_id, row_number, progress)
    if not found:
        raise NotProposedError("This account names no debtor who could be compared with the row.")
    return max(found, key=lambda near: near.explanation.bits)
