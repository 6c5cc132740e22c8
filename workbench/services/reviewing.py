"""Deciding leads and taking decisions back: each decision is one commit to one case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.model.case import CaseContent
from workbench.model.corroboration import LeadGroup
from workbench.model.edition import edition_marks
from workbench.model.history import CaseChange
from workbench.model.lead import Lead, LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.normalize.contradiction import contradictions
from workbench.normalize.text import fold_text
from workbench.services.access import DirectAccess
from workbench.services.edition_marks import known_when_judged
from workbench.services.editions import settle_family, settle_newer
from workbench.services.gains import joins_as
from workbench.services.lead_joining import WITH, CaseDraft, Joined, join, joined_by, part
from workbench.services.lead_rows import group_behind, judged_with, newest_first
from workbench.services.own_entry import own_entry
from workbench.services.written import Commit, Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

ACTIONS = {
    LeadStatus.ACCEPTED: "accept_lead",
    LeadStatus.REJECTED: "reject_lead",
    LeadStatus.UNSURE: "unsure_lead",
    LeadStatus.PENDING: "return_lead",
}
"""The action of the commit that gives a lead this status; what ``undo_decision`` takes back."""

_WORDS = {LeadStatus.ACCEPTED: "Accepted", LeadStatus.REJECTED: "Rejected", LeadStatus.UNSURE: "Unsure"}


class UnknownLeadError(UserError):
    """No pending or judged lead has this id."""

    code = "lead.unknown"

    def __init__(self) -> None:
        super().__init__("There is no lead with this id.", hint="`leads` lists those that are pending.")


class SecondPersonError(UserError):
    """Another person was accepted for this party before; deciding needs to be confirmed once."""

    code = "lead.second_person"

    def __init__(self) -> None:
        super().__init__(
            "Another person was accepted for this debtor before; nothing was changed.",
            hint="Accept once more to keep both, or accept this one as a relative or associate.",
        )


class DecidedSinceError(UserError):
    """The lead was decided again after the decision that is to be taken back."""

    code = "lead.decided_since"

    def __init__(self) -> None:
        super().__init__(
            "This lead was decided again since; nothing was changed.", hint="Undo the later decision first."
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision.

    ``reason`` and ``note`` go with a rejection.  With ACCEPTED: ``role`` makes the person an associate of
    the case instead of the party searched for (a lead in the relative band always becomes one), ``without``
    names gains (``Gain.gain_id``) that are not taken, ``confirmed`` accepts a second person, and
    ``reject_rivals`` rejects the waiting leads that contradict it as strongly, as other people.
    """

    status: LeadStatus
    reason: RejectReason | None = None
    note: str = ""
    role: PartyRole | None = None
    without: frozenset[str] = frozenset()
    confirmed: bool = False
    reject_rivals: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did; ``lead`` as it stands now, ``joined`` what the case gained (empty: nothing).

    ``rows`` is how many records of the one person were decided together, ``rivals`` how many leads that
    contradict an accepted one as strongly still wait, marked.
    """

    lead: Lead
    written: Written
    joined: Joined
    rows: int = 1
    rivals: int = 0


def find_lead(vault: Vault, lead_id: str) -> Lead:
    """The lead of that id, pending or judged; UnknownLeadError for none."""
    lead = vault.catalog.lead(lead_id) or vault.review.judged(lead_id)
    if lead is None:
        raise UnknownLeadError
    return lead


def decide(vault: Vault, lead_id: str, verdict: Verdict) -> Decided:
    """Judge a pending lead, or judge a judged one anew; one commit.

    Records of the same person that wait with it (or were judged with it) are decided as one.
    A rejected lead becomes a tombstone for the debtor on all their accounts; an unsure one goes to the
    second-look pile; what an earlier acceptance brought is taken back first.  Raises UnknownLeadError,
    SecondPersonError, or ValueError for the status PENDING (that is ``return_to_pending``).
    """
    if verdict.status is LeadStatus.PENDING:
        raise ValueError("a verdict that decides nothing")
    lead = find_lead(vault, lead_id)
    group = group_behind(vault, lead)
    leads = newest_first(group.leads)
    accepts = verdict.status is LeadStatus.ACCEPTED
    rivals = waiting_rivals(vault, lead) if accepts and joins_as(group.head, verdict.role) is None else []
    with vault.edit_case(lead.account_id) as edit:
        edit.action = ACTIONS[verdict.status]
        draft = CaseDraft(edit)
        if lead.status is LeadStatus.ACCEPTED:
            part(vault, draft, leads)
        joined: tuple[Joined, ...] = ()
        if verdict.status is LeadStatus.ACCEPTED:
            _require_one_person(edit.content, leads, verdict)
            joined = join(vault, draft, leads, role=verdict.role, without=verdict.without)
            _note_gone(vault, edit, leads)
        brought = dict(zip([x.lead_id for x in leads], joined, strict=False))
        judged = _conclude(vault, edit, group, verdict, brought)
    words = f"{_WORDS[verdict.status]} {lead.person.name}"
    if len(leads) > 1:
        words += f", {len(leads)} records"
    done = written(edit, words, _changes(lead))
    for import_id in sorted({one.person.import_id for one in leads}):
        settle_newer(DirectAccess(vault), import_id, {lead.account_id})
    if verdict.reject_rivals and rivals:
        return Decided(judged, _without_rivals(vault, done, rivals), _summed(joined), len(leads))
    return Decided(judged, done, _summed(joined), len(leads), len(rivals))


def waiting_rivals(vault: Vault, lead: Lead) -> list[LeadGroup]:
    """Other people who wait, whom a file names as strongly for the party, and who contradict ``lead``."""
    own = {x.lead_id for x in group_behind(vault, lead).leads}
    return [
        group
        for group in vault.catalog.groups_of_party(lead.account_id, lead.party_id)
        if any(rival.lead_id in own for rival in group.rivals)
    ]


def _without_rivals(vault: Vault, done: Written, rivals: Sequence[LeadGroup]) -> Written:
    """``done`` with the rejection of ``rivals``, each a commit of its own, to be undone together."""
    commits = list(done.commits)
    for group in rivals:
        verdict = Verdict(LeadStatus.REJECTED, reason=RejectReason.OTHER_PERSON)
        commits += decide(vault, group.leads[0].lead_id, verdict).written.commits
    others = "1 other person" if len(rivals) == 1 else f"{len(rivals)} other people"
    return Written(f"{done.words}; rejected {others}", done.changes, tuple(commits))


def _note_gone(vault: Vault, edit: CaseEdit, leads: Sequence[Lead]) -> None:
    """Note in the case which of the accepted records a newer edition had no longer already."""
    if any(lead.gone for lead in leads):
        imports = {record.import_id: record for record in vault.registry.imports()}
        marked = edition_marks(edit.content.activities)
        fresh = [lead for lead in leads if lead.lead_id not in marked]
        for activity in known_when_judged(vault, fresh, imports):
            edit.add_activity(activity)


def _summed(joined: Sequence[Joined]) -> Joined:
    """What several records brought, as one."""
    if not joined:
        return Joined()
    return Joined(
        points=tuple(dict.fromkeys(point for one in joined for point in one.points)),
        party=next((one.party for one in joined if one.party), ""),
        birth=next((one.birth for one in joined if one.birth), ""),
        alias=next((one.alias for one in joined if one.alias), ""),
        deceased=any(one.deceased for one in joined),
        confirmed=joined[0].confirmed,
        whom=joined[0].whom,
    )


def _require_one_person(content: CaseContent, leads: Sequence[Lead], verdict: Verdict) -> None:
    if joins_as(leads[0], verdict.role) is None and not verdict.confirmed and second_person(content, leads):
        raise SecondPersonError


def second_person(content: CaseContent, leads: Sequence[Lead]) -> Lead | None:
    """An accepted lead of the same party that describes somebody else than ``leads``; None: no conflict.

    Two records are of different people when a fact of theirs cannot be one person's
    (``normalize.contradiction``), or when they share no name word but the surname and neither an address
    nor a phone.
    """
    own = {lead.lead_id for lead in leads}
    for other in content.leads:
        accepted = other.status is LeadStatus.ACCEPTED and other.lead_id not in own
        rival = accepted and other.party_id == leads[0].party_id and _joined_as_party(content, other)
        if rival and all(_differ(lead, other) for lead in leads):
            return other
    return None


def _joined_as_party(content: CaseContent, lead: Lead) -> bool:
    return not joined_by(content, lead).get("role", "") and joins_as(lead) is None


def _differ(one: Lead, other: Lead) -> bool:
    if contradictions([one], [other]):
        return True
    shared = set(one.person.phones) & set(other.person.phones)
    here, there = ({fold_text(a) for a in x.person.addresses} for x in (one, other))
    words = [set(fold_text(x.person.name).split()) for x in (one, other)]
    return not shared and not here & there and len(words[0] & words[1]) < 2


def _conclude(
    vault: Vault, edit: CaseEdit, group: LeadGroup, verdict: Verdict, brought: Mapping[str, Joined]
) -> Lead:
    """Store the judgment of every lead of the group, the first one first; that one as it stands now."""
    now = vault.clock.now()
    accepts = verdict.status is LeadStatus.ACCEPTED
    role = joins_as(group.head, verdict.role) if accepts else None
    judged = [
        replace(
            lead,
            status=verdict.status,
            decided_at=now,
            decided_by=vault.actor,
            reason=verdict.reason if verdict.status is LeadStatus.REJECTED else None,
            note=verdict.note,
            group_id=group.leads[0].lead_id if len(group.leads) > 1 else "",
            accepted_as=role,
        )
        for lead in group.leads
    ]
    for lead in judged:
        edit.put_lead(lead)
    head = group.head
    details = {
        "lead_id": head.lead_id,
        "decision": verdict.status.value,
        "role": role.value if role else "",
        "without": "\n".join(sorted(verdict.without)),
        **brought.get(head.lead_id, Joined()).details(),
        **{f"{WITH}{lead.lead_id}": _kept(brought, lead) for lead in group.leads[1:]},
    }
    _tell(vault, edit, head, _told(verdict, role), {key: text for key, text in details.items() if text})
    return judged[0]


def _kept(brought: Mapping[str, Joined], lead: Lead) -> str:
    own = brought.get(lead.lead_id, Joined()).details()
    return msgspec.json.encode({key: text for key, text in own.items() if text}).decode()


def _told(verdict: Verdict, role: PartyRole | None) -> str:
    if verdict.status is LeadStatus.REJECTED:
        return f"rejected ({(verdict.reason or RejectReason.OTHER_PERSON).value.replace('_', ' ')})"
    if verdict.status is LeadStatus.UNSURE:
        return "put aside for a second look"
    return f"accepted as {role.value.replace('_', ' ')}" if role else "accepted"


def _tell(vault: Vault, edit: CaseEdit, lead: Lead, what: str, details: dict[str, str]) -> None:
    said = f"Lead {what}: {lead.explanation.sentence}"
    edit.add_activity(own_entry(vault, said, party_id=lead.party_id, details=details))


def return_to_pending(vault: Vault, lead_id: str) -> Written:
    """Take a judgment back: the lead is pending again in its case and in the catalog, in one commit.

    What it hid comes back with it (the same person for the debtor's other accounts, and from other files),
    its tombstone goes, what the case gained from it is retired unless something else supports it; the
    evidence stays, marked.  Undo that with ``undo_decision`` of the commit it returns.

    Raises UnknownLeadError, also for a lead that is pending, and UserError when the lead's import was
    undone since: its record is gone.
    """
    lead = vault.review.judged(lead_id)
    if lead is None:
        raise UnknownLeadError
    leads = judged_with(vault.read_case(lead.account_id).leads, lead)
    records = [vault.registry.import_record(one.person.import_id) for one in leads]
    if any(record is not None and record.undone_at is not None for record in records):
        raise UserError("The import this lead came from was undone; nothing was changed.",
                        hint="Reject the lead instead: what it brought is then taken back.")  # fmt: skip
    with vault.edit_case(lead.account_id) as edit:
        edit.action = ACTIONS[LeadStatus.PENDING]
        if lead.status is LeadStatus.ACCEPTED:
            part(vault, CaseDraft(edit), newest_first(leads))
        for one in leads:
            edit.put_lead(_waiting(one))
        _tell(vault, edit, lead, "decision taken back", {"lead_id": lead.lead_id, "decision": "pending"})
    done = written(edit, f"{lead.person.name} is back in the queue", _changes(lead))
    for import_id in sorted({one.person.import_id for one in leads}):
        settle_family(DirectAccess(vault), import_id, {lead.account_id})
    return done


def _waiting(lead: Lead) -> Lead:
    """``lead`` as if nobody had decided it."""
    return replace(
        lead, status=LeadStatus.PENDING, decided_at=None, decided_by="", reason=None, note="", group_id="",
        accepted_as=None,
    )  # fmt: skip


def undo_decision(vault: Vault, commit: Commit) -> Written:
    """Take back one decision by its commit (action one of ``ACTIONS``): the lead is what it was before.

    That is pending for a first decision, and the earlier judgment where one was changed.  Decisions on
    different leads may be taken back in any order.  DecidedSinceError when the lead was decided again
    later, UserError for a commit that decided nothing.
    """
    lead_id, before = _before(vault.case_history(commit.account_id), commit.seq)
    if before is None or before.status is LeadStatus.PENDING:
        return return_to_pending(vault, lead_id)
    return decide(vault, lead_id, _verdict_of(vault.read_case(commit.account_id), before)).written


def undo_decisions(vault: Vault, commits: Sequence[Commit]) -> Written:
    """Take back several decisions, the newest first, each in its own commit; errors as ``undo_decision``."""
    done = [undo_decision(vault, commit) for commit in reversed(commits)]
    changes = Changes()
    for one in done:
        changes |= one.changes
    words = done[0].words if len(done) == 1 else f"{len(done):,} decisions taken back"
    return Written(words, changes, tuple(commit for one in done for commit in one.commits))


def _before(history: tuple[CaseChange, ...], seq: int) -> tuple[str, Lead | None]:
    """The lead that commit ``seq`` decided, and as it was before; DecidedSinceError."""
    items = [(c.seq, item) for c in history for item in c.items if item.kind == "lead" and c.seq >= seq]
    if not items or items[0][0] != seq:
        raise UserError("This change decided no lead; nothing was changed.")
    _, decided = items[0]
    together = {item.object_id for number, item in items if number == seq}
    if any(item.object_id in together for number, item in items if number > seq):
        raise DecidedSinceError
    before = decided.before
    return decided.object_id, before if isinstance(before, Lead) else None


def _verdict_of(content: CaseContent, lead: Lead) -> Verdict:
    """The verdict that made ``lead`` what it was."""
    details = joined_by(content, lead) if lead.status is LeadStatus.ACCEPTED else {}
    role = details.get("role")
    return Verdict(
        lead.status,
        reason=lead.reason,
        note=lead.note,
        role=PartyRole(role) if role else None,
        without=frozenset(filter(None, details.get("without", "").split("\n"))),
        confirmed=True,
    )


def _changes(lead: Lead) -> Changes:
    return Changes(accounts=frozenset({lead.account_id}), leads=True)
