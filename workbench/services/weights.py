"""The matching weights of a vault: which version is used, what reviewers' decisions propose, apply and reset.

Nothing is ever learned silently: a proposal is a text to read, and counts once somebody applies it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.base.progress import Progress, check_cancelled
from workbench.matching.estimate import Proposal, propose
from workbench.matching.estimate_decisions import Label, bands, scorings, understood
from workbench.matching.settings import MatchSettings
from workbench.matching.weights import Weights, load_weights, weights_from_text
from workbench.matching.weights_text import weights_to_text
from workbench.model.case import CaseContent
from workbench.model.explanation import Band
from workbench.model.lead import Lead, LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.services import weights_version
from workbench.services.access import VaultAccess
from workbench.services.lead_joining import joined_by
from workbench.services.rematching import rematch
from workbench.services.written import Written
from workbench.vault.vault import Vault

_IDENTITY = frozenset({RejectReason.OTHER_PERSON, RejectReason.SAME_NAME})
"""Reasons of a rejection that say who the person is; the others say that the record is of no use."""
_KIN = frozenset({PartyRole.SPOUSE, PartyRole.RELATIVE})
_PIECE = 200
_MOST_PENDING = 20_000
"""Pending leads that are looked at for a change of band."""


@dataclass(frozen=True, slots=True)
class InUse:
    """Which weights a vault uses, and what there is to learn from."""

    version: str
    own_version: str
    applied: tuple[str, ...]
    weights: Weights
    decisions: int
    by_status: dict[str, int]

    @property
    def is_own(self) -> bool:
        """Whether these are the weights that came with the program."""
        return self.version == self.own_version


@dataclass(frozen=True, slots=True)
class Estimate:
    """A proposal with where it comes from and what it would do.

    ``aside`` are decisions not learned from, by reason; ``moves`` pending leads that would change band, by
    (from, to); ``looked_at`` how many pending leads were looked at, of ``pending``.
    """

    proposal: Proposal
    labels: dict[str, int]
    aside: dict[str, int]
    moves: dict[tuple[Band, Band], int]
    looked_at: int
    pending: int


@dataclass(slots=True)
class _Gathered:
    leads: list[Lead] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)


class NotAppliedError(UserError):
    """A weights file that cannot be applied to this vault."""

    code = "weights.not_applied"


def show(vault: Vault) -> InUse:
    """The weights in use and the decisions there are."""
    current = weights_version.current(vault)
    judged = vault.review.judged_counts()
    return InUse(
        version=current.version,
        own_version=load_weights(None).version,
        applied=tuple(weights_version.applied(vault)),
        weights=current,
        decisions=sum(judged.values()),
        by_status=judged,
    )


def estimate(access: VaultAccess, progress: Progress) -> Estimate:
    """Weights proposed from the vault's decisions; writes nothing.

    TooFewDecisionsError when there is too little to go by; CancelledError when ``progress`` says so.
    """
    base = access.call(weights_version.current)
    versions = access.call(weights_version.known)
    gathered = _gather(access, progress, versions)
    leads = scorings([lead.explanation for lead in gathered.leads], versions)
    progress.report(0, None, "estimating")
    version = access.call(_next_version)
    accounts = [lead.account_id for lead in gathered.leads]
    proposal = propose(base, leads, gathered.labels, accounts, version)
    moves, looked_at, pending = _moves(access, progress, versions, proposal)
    labels = dict(Counter(label.value for label in gathered.labels))
    return Estimate(proposal, labels, dict(gathered.aside), moves, looked_at, pending)


def _gather(access: VaultAccess, progress: Progress, versions: dict[str, Weights]) -> _Gathered:
    """Judged leads with what was decided; those that say nothing of who the person is are set aside."""
    judged = access.call(_judged)
    found = _Gathered()
    for start in range(0, len(judged), _PIECE):
        check_cancelled(progress)
        progress.report(start, len(judged), "reading decisions")
        for lead, label in access.call(partial(_labelled, ids=judged[start : start + _PIECE])):
            if not isinstance(label, Label):
                found.aside[label] += 1
            elif not understood(lead.explanation, versions):
                found.aside["scored with weights or words this program does not know"] += 1
            else:
                found.leads.append(lead)
                found.labels.append(label)
    return found


def _judged(vault: Vault) -> list[str]:
    return vault.review.judged_ids()


def _labelled(vault: Vault, ids: Sequence[str]) -> list[tuple[Lead, Label | str]]:
    leads = [lead for lead in map(vault.review.judged, ids) if lead is not None]
    cases: dict[str, CaseContent] = {}
    return [(lead, _label(vault, lead, cases)) for lead in leads]


def _label(vault: Vault, lead: Lead, cases: dict[str, CaseContent]) -> Label | str:
    """What the decision says of the person, or in words why it says nothing."""
    if lead.status is LeadStatus.REJECTED:
        if lead.reason in _IDENTITY:
            return Label.OTHER
        why = lead.reason.value.replace("_", " ") if lead.reason else "no reason"
        return f"rejected as {why}, which does not say who the person is"
    if lead.status is not LeadStatus.ACCEPTED:
        return "put aside as unsure"
    if lead.explanation.band is Band.RELATIVE:
        return Label.RELATIVE
    if lead.account_id not in cases:
        cases[lead.account_id] = vault.read_case(lead.account_id)
    joined = joined_by(cases[lead.account_id], lead)
    role = joined.get("role", "") if joined else ""
    if not role or role in {PartyRole.DEBTOR.value, PartyRole.CO_DEBTOR.value}:
        return Label.SAME
    return Label.RELATIVE if role in {kin.value for kin in _KIN} else Label.OTHER


def _next_version(vault: Vault) -> str:
    """``1.3``: the third version that this vault makes from the program's version 1."""
    own = load_weights(None).version
    return f"{own}.{len(weights_version.applied(vault)) + 1}"


def _moves(
    access: VaultAccess, progress: Progress, versions: dict[str, Weights], proposal: Proposal
) -> tuple[dict[tuple[Band, Band], int], int, int]:
    """Pending leads that would change band, by from and to."""
    settings = MatchSettings()
    moves: Counter[tuple[Band, Band]] = Counter()
    pending, looked_at = access.call(_count_pending), 0
    for offset in range(0, min(pending, _MOST_PENDING), _PIECE):
        check_cancelled(progress)
        progress.report(offset, pending, "looking at pending leads")
        page = access.call(partial(_pending, offset=offset))
        leads = scorings([x.explanation for x in page if understood(x.explanation, versions)], versions)
        before, after = (bands(w, leads, settings) for w in (proposal.base, proposal.weights))
        moves.update(pair for pair in zip(before, after, strict=True) if pair[0] is not pair[1])
        looked_at += leads.size
    return dict(moves), looked_at, pending


def _count_pending(vault: Vault) -> int:
    return vault.catalog.count_pending()


def _pending(vault: Vault, offset: int) -> tuple[Lead, ...]:
    return vault.catalog.pending_leads(limit=_PIECE, offset=offset)


def text_of(found: Estimate, report: str) -> str:
    """The proposal as a weights file, with the report above it as remarks."""
    return weights_to_text(found.proposal.weights, [report, "", _BASE + found.proposal.base.version])


_BASE = "base version: "


def apply_text(vault: Vault, text: str) -> Written:
    """Use the weights of ``text`` (a proposal's file) from now on; leads keep the version they were scored
    with until they are matched again.

    Two entries of the vault's audit chain.  NotAppliedError when the proposal was made from other weights
    than those in use or its version is taken; WeightsError when the text is no weights file.
    """
    weights = weights_from_text(text, "of the proposal")
    if not weights.version.strip():
        raise NotAppliedError(
            "The file names no version of the weights.", hint="Make a new proposal with `weights estimate`."
        )
    base = next((x.removeprefix("# " + _BASE) for x in text.splitlines() if x.startswith("# " + _BASE)), "")
    present = weights_version.current(vault).version
    if base != present:
        raise NotAppliedError(
            f"The file was proposed from weights version {base or 'unknown'}; this vault uses {present}.",
            hint="Make a new proposal with `weights estimate`.",
        )
    if weights.version in weights_version.known(vault):
        raise NotAppliedError(
            f"This vault has had a weights version {weights.version} before.",
            hint="Make a new proposal with `weights estimate`.",
        )
    weights_version.put(vault, weights, text)
    return Written(f"Weights version {weights.version} is in use", Changes(settings=True))


def reset(vault: Vault) -> Written:
    """Use the weights that came with the program again; what was applied stays kept.  One audit entry."""
    own = load_weights(None).version
    if not weights_version.chosen(vault):
        return Written(f"Weights version {own} was in use already", Changes())
    weights_version.use_own(vault)
    return Written(f"Weights version {own} is in use", Changes(settings=True))


@dataclass(frozen=True, slots=True)
class Matched:
    """How many leads are pending after the library was matched again."""

    pending: int
    changes: Changes


def match_library_again(access: VaultAccess, progress: Progress) -> Matched:
    """Score all pending leads anew with the weights in use, file by file (``rematching.rematch``).

    CancelledError when ``progress`` says so: files matched by then have their new leads, the others the old.
    """
    rematch(access, progress, new_only=False)
    return Matched(access.call(_count_pending), Changes(leads=True))
