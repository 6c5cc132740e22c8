"""What the head of a case file and its overview show, read in one go."""

from dataclasses import dataclass
from datetime import date

from workbench.model.account import Account
from workbench.model.case import CaseContent
from workbench.model.edition import EditionMark, edition_news
from workbench.model.party import ContactKind, Party
from workbench.model.restriction import Restriction
from workbench.model.standing import in_force, standing_arrangements
from workbench.model.work import WorkState
from workbench.negotiation.promises import PromiseState, promise_states
from workbench.services.account_draft import local_day
from workbench.services.case_people import source_files
from workbench.services.case_timeline import EntryKind, TimelineEntry, timeline
from workbench.services.confidence import Known, Verdict, best_first, debtor_of, known_points, verdict
from workbench.services.ego import EgoChart, ego_chart
from workbench.services.residence import ResidenceTimeline, residence_timeline
from workbench.services.worklist_language import CLOSED
from workbench.vault.vault import Vault

LAST = 5
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class CaseHead:
    """The head of a case file: who, what, how old, the flags in force, what is next.

    ``age_days`` counts from the default (else the charge-off, the opening, the placement); None: no such day.
    ``editions`` are what newer editions of record files say of accepted people and nobody has read yet.
    """

    account: Account
    work: WorkState
    debtor: Party | None
    flags: tuple[Restriction, ...]
    best_phone: Known | None
    best_address: Known | None
    verdict: Verdict
    age_days: int | None
    pending_leads: int
    closed: bool
    today: date
    editions: tuple[EditionMark, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """What is known, and what is next.

    ``points``: usable contact points of the debtor, best first, three of a kind.  ``last`` are the newest
    entries of the timeline that a person made or that concern money, ``promises`` those still open.
    """

    head: CaseHead
    points: tuple[Known, ...]
    residence: ResidenceTimeline
    chart: EgoChart
    promises: tuple[PromiseState, ...]
    last: tuple[TimelineEntry, ...]
    files: dict[str, str]


def case_head(vault: Vault, account_id: str) -> CaseHead:
    """The head of an account's case file."""
    content, work = vault.read_account(account_id)
    return _head(vault, content, work, known_points(content))


def case_overview(vault: Vault, account_id: str) -> CaseOverview:
    """The overview of an account's case file."""
    content, work = vault.read_account(account_id)
    known = known_points(content)
    head = _head(vault, content, work, known)
    own = _own(known, head.debtor)
    states = promise_states(standing_arrangements(content.arrangements), content.ledger, head.today)
    return CaseOverview(
        head,
        tuple(_best_of_each(own)),
        residence_timeline(known, head.debtor.party_id if head.debtor else ""),
        ego_chart(content, known),
        tuple(s for s in states if s.missing > 0 or s.status is s.promise.status.OPEN),
        tuple(e for e in timeline(content) if e.kind is not EntryKind.SYSTEM and not e.gone)[:LAST],
        source_files(vault, known),
    )


def _head(vault: Vault, content: CaseContent, work: WorkState, known: tuple[Known, ...]) -> CaseHead:
    debtor = debtor_of(content)
    own = _own(known, debtor)
    account, today = content.account, local_day(vault)
    return CaseHead(
        account,
        work,
        debtor,
        in_force(content.restrictions),
        next((k for k in own if k.point.kind is ContactKind.PHONE), None),
        next((k for k in own if k.point.kind is ContactKind.ADDRESS), None),
        verdict(content, known),
        _age(account, today),
        vault.catalog.account_rows([account.account_id])[0].pending_leads,
        account.status in CLOSED,
        today,
        edition_news(content),
    )


def _own(known: tuple[Known, ...], debtor: Party | None) -> list[Known]:
    return best_first(k for k in known if debtor is not None and k.point.party_id == debtor.party_id)


def _best_of_each(own: list[Known]) -> list[Known]:
    return [k for kind in ContactKind for k in [o for o in own if o.point.kind is kind][:_SHOWN]]


def _age(account: Account, today: date) -> int | None:
    days = (account.delinquent_on, account.charged_off_on, account.opened_on, account.placed_on)
    since = next((day for day in days if day is not None), None)
    return (today - since).days if since is not None and since <= today else None
