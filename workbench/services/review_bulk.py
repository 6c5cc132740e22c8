"""Accepting every lead that is like one already judged by eye: a list first, then one job, one undo."""

from dataclasses import dataclass
from functools import partial

from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.base.progress import Progress, check_cancelled
from workbench.model.corroboration import CONTRADICTED, CONTRADICTS_ACCEPTED
from workbench.model.explanation import Band
from workbench.model.lead import Lead, LeadStatus
from workbench.model.review import QueueFilter, QueueOrder
from workbench.services.access import VaultAccess
from workbench.services.explaining import percent
from workbench.services.gains import GainEffect
from workbench.services.review_queue import Candidate, candidate
from workbench.services.reviewing import Verdict, decide, find_lead
from workbench.services.written import Commit, Written
from workbench.vault.vault import Vault

RIVALS = frozenset({CONTRADICTED, CONTRADICTS_ACCEPTED})
_PAGE = 200
_PIECE = 10


@dataclass(frozen=True, slots=True)
class BulkItem:
    """One lead of a group: whose, how sure, and what the case gains (or why it is left out)."""

    lead_id: str
    account_number: str
    name: str
    percent: str
    words: str


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What accepting all like one lead would do.

    ``taken`` are accepted, best first; ``left_out`` are alike but need eyes of their own.  ``pattern`` says
    what they have in common.
    """

    pattern: str
    taken: tuple[BulkItem, ...]
    left_out: tuple[BulkItem, ...]


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What was accepted, and what could not be; one undo takes all of it back."""

    written: Written
    accepted: int
    left_out: tuple[BulkItem, ...]


def pattern_of(lead: Lead) -> tuple[tuple[str, str], ...]:
    """The evidence of a lead as levels: equal for leads that agree and differ in the same way."""
    return tuple((f.field, f.level.split(" (")[0]) for f in lead.explanation.fields)


def like_this(access: VaultAccess, lead_id: str, progress: Progress) -> BulkPlan:
    """The pending leads of the same import, band and evidence that are at least as sure as ``lead_id``.

    In short pieces; CancelledError when asked to stop, UnknownLeadError.
    """
    lead = access.call(lambda vault: find_lead(vault, lead_id))
    alike = _alike(access, lead, progress)
    taken: list[BulkItem] = []
    left: list[BulkItem] = []
    parties: set[str] = set()
    for start in range(0, len(alike), _PIECE):
        check_cancelled(progress)
        progress.report(start, len(alike), "leads like this one")
        for found in access.call(partial(_candidates, lead_ids=alike[start : start + _PIECE])):
            reason = _needs_eyes(found, parties)
            (left if reason else taken).append(_item(found, reason or _gained(found)))
            parties.add(found.lead.party_id)
    common = "; ".join(level for _, level in pattern_of(lead))
    return BulkPlan(common, tuple(taken), tuple(left))


def _alike(access: VaultAccess, lead: Lead, progress: Progress) -> list[str]:
    """Ids of the group, the most probable first; with those that were as strong but for a rival."""
    band = lead.explanation.band
    bands = {band, Band.REVIEW} if band is Band.STRONG else {band}
    where = QueueFilter(import_id=lead.person.import_id, bands=frozenset(bands))
    ids = access.call(lambda vault: vault.review.queue(where, QueueOrder.IMPORT))
    wanted, least = pattern_of(lead), lead.explanation.p_same
    found: list[str] = []
    for start in range(0, len(ids), _PAGE):
        check_cancelled(progress)
        page = ids[start : start + _PAGE]
        leads = access.call(partial(_leads, where=where, lead_ids=page))
        alike = [x for x in leads if x.explanation.band is band or RIVALS.intersection(x.explanation.caps)]
        found += [x.lead_id for x in alike if x.explanation.p_same >= least and pattern_of(x) == wanted]
        if leads and leads[-1].explanation.p_same < least:  # the order is by probability
            break
    return found


def _needs_eyes(found: Candidate, parties: set[str]) -> str:
    """Why a lead is not accepted unseen; "" when it may be."""
    if found.second_person:
        return "another person was accepted for this debtor before"
    if found.rivals:
        return f"another strong lead contradicts it: {found.rivals[0].words}"
    if found.lead.party_id in parties:
        return "a second lead for the same debtor"
    if found.lead.explanation.caps:
        return found.lead.explanation.caps[0]
    return found.stale


def _gained(found: Candidate) -> str:
    new = [f"{g.title} {g.value}" for g in found.gains if g.effect is GainEffect.NEW]
    confirmed = sum(g.effect is GainEffect.CONFIRMS for g in found.gains)
    words = [f"+ {gain}" for gain in new]
    if confirmed:
        words.append(f"{confirmed} confirmed")
    return "; ".join(words) or "nothing new"


def _item(found: Candidate, words: str) -> BulkItem:
    return BulkItem(
        found.lead.lead_id,
        found.account.account_number,
        found.debtor,
        percent(found.lead.explanation.p_same),
        words,
    )


def accept_all(access: VaultAccess, plan: BulkPlan, progress: Progress) -> BulkDone:
    """Accept what ``plan`` takes, with the gains taken by default; one commit a case, in short pieces.

    What was decided or changed meanwhile is left out and listed.  A cancel keeps what is done: the result
    says so and one undo takes it back.
    """
    commits: list[Commit] = []
    changes = Changes()
    left: list[BulkItem] = []
    for done, item in enumerate(plan.taken):
        if progress.cancelled():
            left += plan.taken[done:]
            break
        progress.report(done, len(plan.taken), "leads accepted")
        try:
            written = access.call(partial(_accept, lead_id=item.lead_id))
        except WorkbenchError as error:
            left.append(BulkItem(item.lead_id, item.account_number, item.name, item.percent, error.message))
            continue
        commits += written.commits
        changes |= written.changes
    words = f"Accepted {len(commits):,} leads alike" if len(commits) != 1 else "Accepted 1 lead"
    return BulkDone(Written(words, changes, tuple(commits)), len(commits), tuple(left))


def _candidates(vault: Vault, lead_ids: list[str]) -> list[Candidate]:
    return [candidate(vault, lead_id) for lead_id in lead_ids]


def _leads(vault: Vault, where: QueueFilter, lead_ids: list[str]) -> list[Lead]:
    return vault.review.leads(where, lead_ids)


def _accept(vault: Vault, lead_id: str) -> Written:
    found = candidate(vault, lead_id)
    if found.lead.status is not LeadStatus.PENDING:
        return Written("", Changes())
    without = frozenset(gain.gain_id for gain in found.gains if not gain.taken_by_default)
    return decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, without=without)).written
