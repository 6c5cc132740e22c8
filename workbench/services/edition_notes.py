"""What a newer edition says of people who were judged: told in their cases, and what is new is offered.

Nothing of a decision changes and nothing is deleted.  A case keeps one mark (``model.edition``) for each
judged lead of which the newer edition says otherwise; contact points that only such a record states rest on
one source less (``confidence``).  What the edition newly states of somebody accepted waits as a lead, also
where no match finds it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256

from workbench.base.progress import NoProgress, Progress
from workbench.matching.nearest import Near
from workbench.model.case import CaseContent
from workbench.model.edition import EditionMark, all_marks, edition_news, point_key, seen_details
from workbench.model.lead import Lead, LeadStatus, RecordPerson
from workbench.model.party import ContactPoint, PartyRole
from workbench.normalize.contradiction import births_agree
from workbench.services.access import VaultAccess
from workbench.services.edition_lookup import LookedUp
from workbench.services.edition_marks import mark_activity, undone_mark
from workbench.services.edition_records import as_found, brings, changed, key_of
from workbench.services.gains import joins_as
from workbench.services.history import reason_of
from workbench.services.lead_contacts import contact_points_of
from workbench.services.lead_joining import joined_by
from workbench.services.own_entry import own_entry
from workbench.services.row_people import people_of_row
from workbench.services.why_not import gather
from workbench.services.written import Written, written
from workbench.vault.library_file import LibraryFile
from workbench.vault.vault import Vault

NOTE, READ = "note_edition", "read_edition"
"""Actions of the commits that mark a case, and that note that somebody has read it."""

CASES_A_PIECE = 20
"""Cases told in one piece of the vault's time: about a fifth of a second."""


@dataclass(frozen=True, slots=True)
class JudgedTold:
    """Accepted people of whom the edition says otherwise, those of them it lacks, leads offered for them."""

    accepted: int = 0
    accepted_gone: int = 0
    offered: int = 0


@dataclass(frozen=True, slots=True)
class NewerEdition:
    """A newer edition while it is settled: its import, the earlier ones (the latest first), its library file
    in this thread, and what was looked up in that.
    """

    import_id: str
    chain: Sequence[str]
    library: LibraryFile
    looked: LookedUp

    def person_of(self, lead: Lead) -> RecordPerson | None:
        """The person of an earlier lead as this edition has it."""
        return self.looked.of(self.library, lead)


def note_judged(
    access: VaultAccess, newer: NewerEdition, judged: Sequence[Lead], progress: Progress
) -> JudgedTold:
    """Tell the cases what the newer edition says of ``judged`` leads of the earlier ones.

    Doing it twice changes nothing.  It does not stop when it is cancelled: no case should tell what another
    one does not.
    """
    edition = access.call(partial(_edition, import_id=newer.import_id))
    marks = [compared(edition, lead, newer.person_of(lead)) for lead in judged]
    marked = set(access.call(partial(_marked, editions=[newer.import_id, *newer.chain])))
    of: dict[str, list[EditionMark]] = {}
    for lead, mark in zip(judged, marks, strict=True):
        if mark.tells or lead.account_id in marked:
            of.setdefault(lead.account_id, []).append(mark)
    cases = sorted(of.items())
    for start in range(0, len(cases), CASES_A_PIECE):
        progress.report(start, len(cases), "telling the cases")
        access.call(partial(_tell_cases, cases=cases[start : start + CASES_A_PIECE], chain=newer.chain))
    told = [m for x, m in zip(judged, marks, strict=True) if m.tells and x.status is LeadStatus.ACCEPTED]
    return JudgedTold(
        len(told),
        sum(mark.gone for mark in told),
        _offer(access, newer, judged, progress),
    )


def _edition(vault: Vault, import_id: str) -> EditionMark:
    """A mark of the edition that says nothing yet."""
    record = vault.registry.import_record(import_id)
    assert record is not None, "a newer edition is an import"
    return EditionMark("", import_id, record.file_name, record.imported_at.astimezone().date())


def _marked(vault: Vault, editions: Sequence[str]) -> list[str]:
    return [account for edition in editions for account in vault.catalog.accounts_marked_by(edition)]


def compared(edition: EditionMark, lead: Lead, person: RecordPerson | None) -> EditionMark:
    """What the edition says of a judged lead, whose record it has as ``person``."""
    if person is None:
        return replace(edition, lead_id=lead.lead_id, gone=True)
    before, after = ({_keyed(point) for point in contact_points_of(p, "")} for p in (lead.person, person))
    lost = frozenset(before - after)
    if not lost and births_agree(lead.person.birth, person.birth):
        return replace(edition, lead_id=lead.lead_id)
    words = "; ".join(changed(lead.person, person))
    return replace(edition, lead_id=lead.lead_id, lost=lost, words=words)


def _keyed(point: ContactPoint) -> str:
    return point_key(point.kind.value, point.normalized)


def _tell_cases(
    vault: Vault, cases: Sequence[tuple[str, Sequence[EditionMark]]], chain: Sequence[str]
) -> None:
    for account_id, marks in cases:
        with vault.edit_case(account_id) as edit:
            edit.action = NOTE
            leads = {lead.lead_id: lead for lead in edit.content.leads}
            for mark in _new_marks(edit.content, marks, chain):
                edit.add_activity(mark_activity(vault, mark, leads[mark.lead_id].person.name))


def _new_marks(content: CaseContent, marks: Sequence[EditionMark], chain: Sequence[str]) -> list[EditionMark]:
    """Those of ``marks`` that the case does not have; what an earlier edition said is not said again."""
    known = {(mark.lead_id, mark.edition): mark for mark in all_marks(content.activities)}
    new = []
    for mark in marks:
        own = known.get((mark.lead_id, mark.edition))
        earlier = (known.get((mark.lead_id, edition)) for edition in chain)
        last = own or next((found for found in earlier if found is not None), None)
        told = (last.gone, last.lost, last.words) if last else (False, frozenset(), "")
        if told != (mark.gone, mark.lost, mark.words):
            new.append(mark)
    return new


# What is new


def proposed_again(lead: Lead, known: Sequence[Lead], roles: Mapping[str, PartyRole]) -> Lead | None:
    """A newer edition's row of somebody judged, as it waits: with what is new; None when nothing is.

    ``known`` are the judged leads of the record, ``roles`` what accepted ones joined as (``roles_of``).
    """
    fresh = brings(lead.person, [one.person for one in known])
    if not fresh:
        return None
    # What the earlier row said is judged, and hides leads of its key: this one says more, so its key does.
    key = lead.person.person_key
    if any(key == one.person.person_key for one in known):
        key = f"{key}|{'|'.join(fresh)}"
    role = next((roles[one.lead_id] for one in known if one.lead_id in roles), None)
    status = f"{known[0].status.value} as {role.value}" if role else known[0].status.value
    note = f"new in the newer edition: {', '.join(fresh)} ({status} in the earlier one)"
    return replace(lead, edition_note=note, joins=role, person=replace(lead.person, person_key=key))


def roles_of(vault: Vault, leads: Sequence[Lead]) -> dict[str, PartyRole]:
    """What accepted ones of ``leads`` joined their case as, by lead id, where that is not the party."""
    accepted = [lead for lead in leads if lead.status is LeadStatus.ACCEPTED]
    contents = {account: vault.read_case(account) for account in {lead.account_id for lead in accepted}}
    found: dict[str, PartyRole] = {}
    for lead in accepted:
        role = joined_by(contents[lead.account_id], lead).get("role", "")
        joined = PartyRole(role) if role else joins_as(lead)
        if joined is not None:
            found[lead.lead_id] = joined
    return found


def roles_in_pieces(access: VaultAccess, leads: Sequence[Lead], progress: Progress) -> dict[str, PartyRole]:
    """``roles_of`` in short pieces of the vault's time: each reads the cases of a few accounts."""
    of: dict[str, list[Lead]] = {}
    for lead in leads:
        of.setdefault(lead.account_id, []).append(lead)
    accounts, found = sorted(of), dict[str, PartyRole]()
    for start in range(0, len(accounts), CASES_A_PIECE):
        progress.report(start, len(accounts), "reading cases")
        piece = [lead for account in accounts[start : start + CASES_A_PIECE] for lead in of[account]]
        found.update(access.call(partial(roles_of, leads=piece)))
    return found


def _offer(access: VaultAccess, newer: NewerEdition, judged: Sequence[Lead], progress: Progress) -> int:
    """Make what the edition newly states of accepted people wait, where no lead does; how many leads."""
    accepted: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in judged:
        if lead.status is LeadStatus.ACCEPTED and newer.person_of(lead) is not None:
            accepted.setdefault(key_of(as_found(lead)), []).append(lead)
    there = access.call(partial(_there, import_id=newer.import_id))
    offered = 0
    for done, (key, known) in enumerate(accepted.items()):
        progress.report(done, len(accepted), "looking for what is new")
        person = newer.person_of(known[0])
        if person is None or key in there or not brings(person, [lead.person for lead in known]):
            continue
        roles = access.call(partial(roles_of, leads=known))
        made = _scored(access, newer, known[0], person)
        again = proposed_again(made, known, roles) if made is not None else None
        if again is not None:
            access.call(partial(_add, lead=again))
            offered += 1
    return offered


def _there(vault: Vault, import_id: str) -> set[tuple[str, str, str]]:
    """The records of the newer edition that wait already, or that somebody has judged."""
    leads = [*vault.catalog.rows_waiting(import_id), *vault.review.judged_of({import_id})]
    return {key_of(as_found(lead)) for lead in leads}


def _add(vault: Vault, lead: Lead) -> None:
    vault.catalog.add_pending([replace(lead, created_at=vault.clock.now())])


def _scored(access: VaultAccess, newer: NewerEdition, known: Lead, person: RecordPerson) -> Lead | None:
    """The newer row as a lead of the party of ``known``, scored as a match would; None when it is ruled out.

    Its id is always the same for the same row and party, so that matching again keeps it.
    """
    asked = access.call(partial(gather, account_id=known.account_id))
    near = people_of_row(asked, newer.library, newer.import_id, person.row_number, NoProgress())
    own = [n for n in near if (n.debtor_id, n.person.role) == (known.party_id, person.role)]
    if not own or own[0].rejected:
        return None
    return _lead(newer.import_id, known, own[0])


def _lead(import_id: str, known: Lead, near: Near) -> Lead:
    person = replace(near.person, import_id=import_id)
    what = f"{import_id}|{person.row_number}|{person.role}|{known.party_id}"
    return Lead(
        sha256(what.encode()).hexdigest()[:32],
        known.account_id,
        known.party_id,
        person,
        near.explanation,
        1,
        debtor_key=near.debtor_key,
        matched=False,
    )


# Taking back, and reading


def take_back(access: VaultAccess, import_id: str, progress: Progress) -> None:
    """Before a newer edition is undone: take back what it said in every case, as a change of its own."""
    accounts = access.call(lambda vault: list(vault.catalog.accounts_marked_by(import_id)))
    for start in range(0, len(accounts), CASES_A_PIECE):
        progress.report(start, len(accounts), "taking back in the cases")
        piece = accounts[start : start + CASES_A_PIECE]
        access.call(partial(_take_back, accounts=piece, import_id=import_id))


def _take_back(vault: Vault, accounts: Sequence[str], import_id: str) -> None:
    for account_id in accounts:
        made = {
            item.object_id: change
            for change in vault.case_history(account_id)
            for item in change.items
            if item.kind == "activity"
        }
        with vault.edit_case(account_id) as edit:
            marks = [m for m in all_marks(edit.content.activities) if m.edition == import_id]
            changes = [made[mark.activity_id] for mark in marks]
            edit.action = "undo"
            edit.reason = reason_of(sorted({change.seq for change in changes if change.action == NOTE}))
            for mark, change in zip(marks, changes, strict=True):
                edit.add_activity(undone_mark(vault, mark, change.seq))


@dataclass(frozen=True, slots=True)
class News:
    """What a newer edition says of somebody accepted, and nobody has read yet."""

    account_id: str
    account_number: str
    debtor: str
    person: str
    file_name: str
    day: date
    gone: bool
    words: str


def unread(vault: Vault) -> list[News]:
    """Everything that nobody has read yet, by account."""
    found = [news for account in vault.catalog.accounts_with_news() for news in news_of(vault, account)]
    return sorted(found, key=lambda news: (news.account_number, news.person))


def news_of(vault: Vault, account_id: str) -> tuple[News, ...]:
    """What newer editions say of the accepted people of a case, and nobody has read yet."""
    content = vault.read_case(account_id)
    names = {lead.lead_id: lead.person.name for lead in content.leads}
    return tuple(
        News(row.account_id, row.account_number, row.debtor_name, names[m.lead_id], m.file_name, m.day,
             m.gone, m.words)
        for row in vault.catalog.account_rows([account_id])
        for m in edition_news(content)
    )  # fmt: skip


def read_news(vault: Vault, account_id: str) -> Written:
    """Note that somebody has read what newer editions say of the case's people; the marks themselves stay."""
    with vault.edit_case(account_id) as edit:
        edit.action = READ
        news = edition_news(edit.content)
        if news:
            said = f"Read: {'; '.join(dict.fromkeys(mark.note for mark in news))}."
            edit.add_activity(own_entry(vault, said, details=seen_details(news)))
    return written(edit, "Noted as read" if news else "There was nothing to read")
