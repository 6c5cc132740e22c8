"""What a review shows: the queue, one candidate with everything about it, the history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from workbench.model.case import CaseContent
from workbench.model.edition import edition_marks
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead, LeadStatus
from workbench.model.party import PartyRole
from workbench.model.review import Judgment, Pile, QueueCounts, QueueFilter, QueueOrder, QueueRow
from workbench.model.work import AccountRow
from workbench.services.comparing import Compared, compared
from workbench.services.explaining import Waterfall, waterfall
from workbench.services.gains import Gain, group_gains, joins_as
from workbench.services.lead_rivals import RivalView, rival_views
from workbench.services.lead_rows import (
    RowBehind,
    as_marked,
    contradictions,
    group_behind,
    newest_first,
    origins,
    rows_behind,
    together,
)
from workbench.services.reviewing import ACTIONS, find_lead, second_person
from workbench.vault.catalog_review import caption
from workbench.vault.vault import Vault

_ALL = 10_000
OTHERS = 9
"""Other candidates that have a key of their own, 1 to 9."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record is from."""

    import_id: str
    file_name: str
    imported_at: datetime | None
    purpose: str
    row_number: int
    record_id: str


@dataclass(frozen=True, slots=True)
class OtherCandidate:
    """One lead in short, pending or judged: another one of the same party, or one of a case's list.

    ``edition`` is what a newer edition of its file says of it, "" for nothing.
    """

    lead_id: str
    name: str
    birth: str
    address: str
    file_name: str
    percent: str
    status: LeadStatus
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One lead with everything a reviewer looks at.

    ``joins_as`` is set when it can only join as an associate.  ``second_person`` names the person accepted
    before that this one is not.  ``stale`` says what changed in the case since the lead was scored, "" when
    nothing did.  ``lead`` speaks for all records of the one person: ``behind`` are their rows, the newest
    first, of ``origins`` different sources; ``contradictions`` says where they disagree.  ``rivals`` are
    other people whom files name as strongly for the party, and who contradict this one.
    """

    lead: Lead
    account: AccountRow
    debtor: str
    source: Source
    rows: tuple[Compared, ...]
    waterfall: Waterfall
    gains: tuple[Gain, ...]
    associate_gains: tuple[Gain, ...]
    joins_as: PartyRole | None
    others: tuple[OtherCandidate, ...]
    second_person: str
    stale: str
    behind: tuple[RowBehind, ...] = ()
    origins: int = 1
    contradictions: tuple[str, ...] = ()
    rivals: tuple[RivalView, ...] = ()


def queue(vault: Vault, where: QueueFilter, order: QueueOrder) -> list[str]:
    """Ids of the leads that wait, in a stable order."""
    return vault.review.queue(where, order)


def rows(vault: Vault, pile: Pile, lead_ids: Sequence[str]) -> list[QueueRow]:
    """The lines of these leads."""
    return vault.review.rows(pile, lead_ids)


def counts(vault: Vault) -> QueueCounts:
    """How many leads wait, by band and import."""
    return vault.review.counts()


def history(vault: Vault, limit: int = 50, *, account_id: str = "") -> tuple[Judgment, ...]:
    """The last judgments that stand, newest first."""
    return vault.review.history(limit, account_id=account_id)


def candidate(vault: Vault, lead_id: str) -> Candidate:
    """Everything about one lead; UnknownLeadError when it is gone."""
    found = find_lead(vault, lead_id)
    content = vault.read_case(found.account_id)
    group = as_marked(content, group_behind(vault, found))
    lead, leads = replace(together(group), lead_id=lead_id), newest_first(group.leads)
    imports = {r.import_id: r for r in vault.registry.imports()}
    behind = rows_behind(group, imports)
    (account,) = vault.catalog.account_rows([lead.account_id])
    party = next((p for p in content.parties if p.party_id == lead.party_id), None)
    other_person = None if joins_as(lead) else second_person(content, leads)
    return Candidate(
        lead=lead,
        account=account,
        debtor=caption(party) if party else account.debtor_name,
        source=_source(imports.get(lead.person.import_id), lead),
        rows=compared(content, lead),
        waterfall=waterfall(lead),
        gains=group_gains(content, leads),
        associate_gains=group_gains(content, leads, PartyRole.ASSOCIATE),
        joins_as=joins_as(lead),
        others=_others(vault, content, group.leads),
        second_person=other_person.person.name if other_person else "",
        stale=_stale(vault, lead, account.commit_seq),
        behind=behind,
        origins=origins(behind),
        contradictions=contradictions(group, imports),
        rivals=rival_views(vault, group, content.leads, imports),
    )


def of_case(vault: Vault, account_id: str) -> tuple[OtherCandidate, ...]:
    """Every lead of one account: those that wait, best first, then the judged ones, newest first."""
    pending = vault.catalog.pending_leads(account_id=account_id)
    judged = [vault.review.judged(j.lead_id) for j in vault.review.history(_ALL, account_id=account_id)]
    marks = edition_marks(vault.read_case(account_id).activities) if judged else {}
    notes = {lead_id: mark.note for lead_id, mark in marks.items()}
    return _listed(vault, (*pending, *(lead for lead in judged if lead is not None)), notes)


def _source(record: ImportRecord | None, lead: Lead) -> Source:
    return Source(
        lead.person.import_id,
        record.file_name if record else "",
        record.imported_at if record else None,
        record.purpose if record else "",
        lead.person.row_number,
        lead.person.record_id,
    )


def _others(vault: Vault, content: CaseContent, leads: Sequence[Lead]) -> tuple[OtherCandidate, ...]:
    own, party_id = {lead.lead_id for lead in leads}, leads[0].party_id
    pending = vault.catalog.pending_leads(account_id=leads[0].account_id)
    judged = [
        x for x in content.leads if x.status is not LeadStatus.PENDING and x.group_id in {"", x.lead_id}
    ]
    found = [x for x in (*pending, *judged) if x.party_id == party_id and x.lead_id not in own]
    return _listed(vault, found[:OTHERS])


def _listed(
    vault: Vault, leads: Sequence[Lead], notes: Mapping[str, str] = MappingProxyType({})
) -> tuple[OtherCandidate, ...]:
    files = {r.import_id: r.file_name for r in vault.registry.imports()}
    return tuple(
        OtherCandidate(
            x.lead_id,
            x.person.name,
            x.person.birth,
            next(iter(x.person.addresses), ""),
            files.get(x.person.import_id, ""),
            waterfall(x).percent,
            x.status,
            notes.get(x.lead_id, x.edition_note),
        )
        for x in leads
    )


_OWN_ACTIONS = frozenset(ACTIONS.values())


def _stale(vault: Vault, lead: Lead, commits: int) -> str:
    """What changed about the party since the lead was scored, in words.

    Decisions on other leads do not count: they add and never contradict.
    """
    if lead.created_at is None or commits <= 1 or lead.status is not LeadStatus.PENDING:
        return ""
    for change in reversed(vault.case_history(lead.account_id)):
        if change.seq == 1 or change.at <= lead.created_at:
            break
        if change.action in _OWN_ACTIONS:
            continue
        kinds = {item.kind for item in change.items}
        if kinds & {"party", "contact"}:
            what = "contact points" if "contact" in kinds else "names or birth dates"
            return f"The case's {what} changed after this lead was scored."
    return ""
