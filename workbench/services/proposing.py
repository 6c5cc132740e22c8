"""Somebody of a record file proposed as a lead by hand: scored as a match would, judged like any other.

A match proposes whom it finds by its keys and scores high enough; a specialist may know better.
"""

from dataclasses import dataclass, replace
from functools import partial

import polars as pl

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.base.progress import Progress, check_cancelled
from workbench.matching.nearest import FileFacts, Near, nearest
from workbench.matching.settings import MatchSettings
from workbench.model.lead import Lead
from workbench.normalize.debtors import debtors_table
from workbench.services.access import VaultAccess
from workbench.services.reader.search_terms import searched_for, tombstones_of
from workbench.services.searching import opener_of
from workbench.services.why_not import Asked, gather, weights_in
from workbench.services.why_not_likeness import likenesses
from workbench.vault.audit import AuditItem
from workbench.vault.case_codec import body_digest
from workbench.vault.library_file import LibraryFile
from workbench.vault.registry import UnknownImportError
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Proposed:
    """The lead that waits now; ``new``: it did not before."""

    lead: Lead
    new: bool
    words: str
    changes: Changes


class NotProposedError(UserError):
    """A row that cannot become a lead of this account."""

    code = "propose.refused"


def propose(
    access: VaultAccess, progress: Progress, *, account_id: str, import_id: str, row_number: int
) -> Proposed:
    """Make the person of a row a pending lead of the account's likeliest debtor.

    Of a row that names several people the likeliest is taken.  NotProposedError when the account names
    nobody, the row nobody, or somebody has judged this description for them; UnknownImportError;
    CancelledError when ``progress`` says so.
    """
    asked = access.call(partial(gather, account_id=account_id))
    if import_id not in asked.files:
        raise UnknownImportError(import_id)
    waiting = access.call(partial(_waiting, account_id=account_id))
    opener = access.call(partial(opener_of, import_id=import_id))
    with opener() as library:
        near = _likeliest(asked, library, import_id, row_number, progress)
    person = replace(near.person, import_id=import_id)
    known = next((x for x in waiting if (x.person.person_key, x.party_id) == _who(near)), None)
    if known is not None:
        return Proposed(known, new=False, words="This lead waits already.", changes=Changes())
    if near.rejected or near.debtor_id + near.person.person_key in asked.judgments:
        raise NotProposedError(
            "Somebody has judged this description of a person for this debtor already.",
            hint="The history of the review shows it; a decision is taken back there.",
        )
    lead = Lead(new_id(), account_id, near.debtor_id, person, near.explanation, 1, debtor_key=near.debtor_key)
    lead = access.call(partial(_add, lead=lead))
    changes = Changes(accounts=frozenset({account_id}), leads=True)
    return Proposed(lead, new=True, words="Proposed as a lead", changes=changes)


def _who(near: Near) -> tuple[str, str]:
    return near.person.person_key, near.debtor_id


def _waiting(vault: Vault, account_id: str) -> list[Lead]:
    return list(vault.catalog.pending_leads(account_id=account_id))


def _add(vault: Vault, lead: Lead) -> Lead:
    made = replace(lead, created_at=vault.clock.now())
    vault.library.note("propose_lead", lead.account_id, "", (_item(made),))
    vault.catalog.add_pending([made])
    return made


def _item(lead: Lead) -> AuditItem:
    said = f"{lead.person.import_id}:{lead.person.row_number}"
    return AuditItem("lead", lead.lead_id, "put", body_digest(said))


def _likeliest(
    asked: Asked, library: LibraryFile, import_id: str, row_number: int, progress: Progress
) -> Near:
    """The row's people against each debtor of the account, among whoever else resembles them."""
    rows = library.row_frame(row_number)
    if not rows.height:
        raise NotProposedError(
            f"Row {row_number:,} of this file names nobody.", hint="It may not have been taken."
        )
    debtors = debtors_table(asked.rows, today=asked.today)
    stones = tombstones_of(searched_for(debtors, asked.tombstones))
    found: list[Near] = []
    for one, likeness in likenesses(debtors):
        check_cancelled(progress)
        answer = library.near(likeness)
        others = answer.people.join(rows.select("row_number").unique(), on="row_number", how="anti")
        people = pl.concat([rows, others])
        about = FileFacts(answer.rows, answer.sample, answer.lasts, answer.places)
        scored = nearest(
            one, people, about, weights=weights_in(asked, import_id), settings=MatchSettings(),
            tombstones=stones, most=people.height,
        )  # fmt: skip
        found += [near for near in scored if near.person.row_number == row_number]
    if not found:
        raise NotProposedError("This account names no debtor who could be compared with the row.")
    return max(found, key=lambda near: near.explanation.bits)
