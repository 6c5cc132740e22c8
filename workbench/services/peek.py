"""The little of a case that stands beside a list: who, how to reach them, what happened last."""

from dataclasses import dataclass
from datetime import datetime

from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole
from workbench.model.restriction import RestrictionKind
from workbench.model.standing import in_force, standing_activities
from workbench.vault.vault import Vault

POINTS, ENTRIES = 4, 6
_SEARCHED = (PartyRole.DEBTOR, PartyRole.CO_DEBTOR)
_RANK = {ContactStatus.GOOD: 0, ContactStatus.UNVERIFIED: 1}


@dataclass(frozen=True, slots=True)
class Peek:
    """``points`` are the debtor's best contact points, ``entries`` the newest of the timeline."""

    account_id: str
    name: str
    restrictions: tuple[RestrictionKind, ...]
    points: tuple[ContactPoint, ...]
    entries: tuple[tuple[datetime, str], ...]


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
        best_points(debtor, content.contact_points),
        tuple((a.at, a.text or a.result_code or a.action_code) for a in entries[:ENTRIES]),
    )


def best_points(debtor: Party | None, points: tuple[ContactPoint, ...]) -> tuple[ContactPoint, ...]:
    """The debtor's contact points worth trying, good ones first, then the newest."""
    if debtor is None:
        return ()
    own = [
        (place, p)
        for place, p in enumerate(points)
        if p.party_id == debtor.party_id and p.status in _RANK and p.kind is not ContactKind.ONLINE
    ]
    own.sort(key=lambda x: (_RANK[x[1].status], not x[1].current, -x[0]))
    return tuple(p for _, p in own[:POINTS])
