"""Pending leads that are one person: which stand, which one stands for its group, and seeing that anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, select, tuple_, update

from workbench.model.corroboration import LeadGroup
from workbench.model.explanation import Band
from workbench.model.lead import Lead, LeadStatus
from workbench.vault import schema_catalog as s
from workbench.vault.lead_groups import lead_groups
from workbench.vault.projection import JUDGED_PERSON
from workbench.vault.session import Session
from workbench.vault.values import TombstoneKind

_PAGE = 500
_p = s.pending_lead.c


def standing() -> ColumnElement[bool]:
    """Condition on pending leads: what they say of a person has not been judged for this party.

    Nor has a newer edition's row taken their place, nor was the person rejected for the debtor on another
    account.  What a judgment hides comes back when the judgment is taken back, because nothing but this
    condition hides it.
    """
    i, t = s.identifier.c, s.tombstone.c
    judged = select(i.value, i.party_id).where(i.kind == JUDGED_PERSON)
    whose = func.coalesce(func.json_extract(t.body, "$.debtor_key"), "")
    rejected = select(t.value, whose).where(t.kind == TombstoneKind.PERSON.value, whose != "")
    return and_(
        _p.superseded_by == "",
        tuple_(_p.person_key, _p.party_id).not_in(judged),
        tuple_(_p.person_key, _p.debtor_key).not_in(rejected),
    )


def heads() -> ColumnElement[bool]:
    """Condition on pending leads: the one that stands for its group."""
    return _p.group_id == _p.lead_id


def has_row_of(import_id: str) -> ColumnElement[bool]:
    """Condition on pending leads: a lead of their group is of that import."""
    return _p.group_id.in_(select(_p.group_id).where(_p.import_id == import_id, standing()))


def headed(conn: Connection, body: str, group_size: int, band: str) -> Lead:
    """The lead that stands for a group, with their joint reasoning; ``band`` is the group's as stored."""
    lead = read_lead(body)
    if group_size == 1 and band == lead.explanation.band.value:
        return lead
    groups = party_groups(conn, lead.account_id, lead.party_id)
    return next((group.head for group in groups if group.leads[0].lead_id == lead.lead_id), lead)


def party_groups(conn: Connection, account_id: str, party_id: str) -> list[LeadGroup]:
    """Everybody whom the pending leads of a party describe, with who contradicts whom."""
    bodies = conn.scalars(
        select(_p.body).where(_p.account_id == account_id, _p.party_id == party_id, standing())
    )
    return lead_groups([read_lead(body) for body in bodies], accepted_leads(conn, [account_id]))


def accepted_leads(conn: Connection, accounts: Sequence[str]) -> list[Lead]:
    """The accepted leads of these accounts, as their cases have them."""
    j = s.judged_lead.c
    query = select(j.body).where(j.account_id.in_(accounts), j.status == LeadStatus.ACCEPTED.value)
    return [read_lead(body) for body in conn.scalars(query.order_by(j.decided_at, j.lead_id))]


_LEADS = msgspec.json.Decoder(Lead)


def read_lead(body: str) -> Lead:
    """A pending lead as stored."""
    return _LEADS.decode(body)


def settle_groups(conn: Connection, accounts: Iterable[str]) -> None:
    """See anew which pending leads of these accounts are one person, and count them; in the caller's
    transaction, after anything that adds, removes, hides or shows one.
    """
    left = iter(sorted(accounts))
    while page := list(islice(left, _PAGE)):
        _settle_page(conn, page)


@dataclass(frozen=True, slots=True)
class _Was:
    """What the catalog has of a pending lead: its group, the band it is listed in, that of its own row."""

    group_id: str
    group_size: int
    band: str
    own_band: str

    def is_alone(self, lead_id: str) -> bool:
        """Whether it is listed for itself, as its row says."""
        return (self.group_id, self.group_size, self.band) == (lead_id, 1, self.own_band)


def _settle_page(conn: Connection, accounts: Sequence[str]) -> None:
    demoted = and_(_p.group_size == 1, _p.band == Band.REVIEW.value)
    own = case((demoted, func.json_extract(_p.body, "$.explanation.band")), else_=_p.band).label("own_band")
    query = select(_p.account_id, _p.party_id, _p.lead_id, _p.group_id, _p.group_size, _p.band, own)
    rows = conn.execute(query.where(_p.account_id.in_(accounts), standing())).all()
    parties: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        parties.setdefault((row.account_id, row.party_id), []).append(row.lead_id)
    accepted = accepted_leads(conn, accounts)
    known = {(lead.account_id, lead.party_id) for lead in accepted}
    was = {row.lead_id: _Was(row.group_id, row.group_size, row.band, row.own_band) for row in rows}
    several = [i for party, ids in parties.items() if len(ids) > 1 or party in known for i in ids]
    alone = {ids[0] for party, ids in parties.items() if len(ids) == 1 and party not in known}
    changed = [lead_id for lead_id in alone if not was[lead_id].is_alone(lead_id)]
    counts = dict.fromkeys(accounts, 0)
    for row in rows:
        counts[row.account_id] += row.lead_id in alone
    for group in lead_groups([*_bodies(conn, several), *_bodies(conn, changed)], accepted):
        counts[group.leads[0].account_id] += group.leads[0].lead_id not in alone
        _store_group(conn, group, was)
    count = update(s.account).where(s.account.c.account_id == bindparam("of"))
    conn.execute(count.values(pending_leads=bindparam("n")), [{"of": of, "n": n} for of, n in counts.items()])


def _bodies(conn: Connection, lead_ids: Sequence[str]) -> list[Lead]:
    found: list[Lead] = []
    for start in range(0, len(lead_ids), _PAGE):
        page = lead_ids[start : start + _PAGE]
        found += map(read_lead, conn.scalars(select(_p.body).where(_p.lead_id.in_(page))))
    return found


def _store_group(conn: Connection, group: LeadGroup, was: dict[str, _Was]) -> None:
    """Note a group where it is not what it was; of one that has several, the score may have changed."""
    head = group.leads[0]
    why = group.explanation if len(group.leads) > 1 or group.rivals else head.explanation
    before = was[head.lead_id]
    alone = len(group.leads) == 1
    if alone and (before.group_id, before.group_size, before.band) == (head.lead_id, 1, why.band.value):
        return
    conn.execute(
        update(s.pending_lead)
        .where(_p.lead_id.in_([lead.lead_id for lead in group.leads]))
        .values(
            group_id=head.lead_id,
            group_size=len(group.leads),
            bits=why.bits,
            p_same=why.p_same,
            band=why.band.value,
        )
    )


def find_groups(session: Session) -> None:
    """Group the pending leads of a catalog from before version 4; for opening."""
    with session.writing() as conn:
        settle_groups(conn, set(conn.scalars(select(_p.account_id).where(_p.group_id == "").distinct())))
        conn.execute(update(s.pending_lead).where(_p.group_id == "").values(group_id=_p.lead_id))
