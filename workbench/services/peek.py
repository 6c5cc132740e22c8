"""The little of a case that stands beside a list: who, how to reach them, what happened last."""

from dataclasses import dataclass
from datetime import datetime

from workbench.model.case import CaseContent
from workbench.model.edition import edition_news
from workbench.model.party import ContactKind, ContactPoint, Party, PartyRole
from workbench.model.restriction import RestrictionKind
from workbench.model.standing import in_force, standing_activities
from workbench.services.confidence import best_first, known_points
from workbench.vault.vault import Vault

POINTS, ENTRIES = 4, 6
_SEARCHED = (PartyRole.DEBTOR, PartyRole.CO_DEBTOR)


@dataclass(frozen=True, slots=True)
class Peek:
    """``points`` are the debtor's best contact points, ``entries`` the newest of the timeline.

    ``editions`` are newer editions of record files (``voters_2026.csv of 2026-11-28``) that say otherwise of
    accepted people, not read yet.
    """

    account_id: str
    name: str
    restrictions: tuple[RestrictionKind, ...]
    points: tuple[ContactPoint, ...]
    entries: tuple[tuple[datetime, str], ...]
    editions: tuple[str, ...] = ()


def peek(vault: Vault, account_id: str) -> Peek:
    """What stands beside the list for one account; errors as for reading a case."""
    content = vault.read_case(account_id)
    debtor = next(
        (p for role in _SEARCHED for p in content.parties if p.role is role and not p.retired), None
    )
    entries = sorted(standing_activities(content.activities), key=lambda a: a.at, reverse=True)
    return Peek(
        account_id,
        debtor.name.whole if debtor else "",
        tuple(dict.fromkeys(r.kind for r in in_force(content.restrictions))),
        best_points(debtor, content),
        tuple((a.at, a.text or a.result_code or a.action_code) for a in entries[:ENTRIES]),
        tuple(dict.fromkeys(mark.source for mark in edition_news(content))),
    )


def best_points(debtor: Party | None, content: CaseContent) -> tuple[ContactPoint, ...]:
    """The debtor's contact points worth trying, in the order in which the case file shows them."""
    if debtor is None:
        return ()
    own = (k.point for k in best_first(known_points(content)) if k.point.party_id == debtor.party_id)
    return tuple(p for p in own if p.kind is not ContactKind.ONLINE)[:POINTS]
