"""Pending leads that are one person: which stand, which one stands for its group, and seeing that anew."""

from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select, tuple_, update

from workbench.model.corroboration import LeadGroup
from workbench.model.lead import Lead
from workbench.vault import schema_catalog as s
from workbench.vault.lead_groups import group_of, lead_groups
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


def headed(conn: Connection, body: str, group_size: int) -> Lead:
    """The lead that stands for a group, with the group's joint reasoning."""
    lead = read_lead(body)
    if group_size == 1:
        return lead
    bodies = conn.scalars(select(_p.body).where(_p.group_id == lead.lead_id, standing()))
    return group_of([read_lead(other) for other in bodies]).head


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


def _settle_page(conn: Connection, accounts: Sequence[str]) -> None:
    query = select(_p.account_id, _p.party_id, _p.lead_id, _p.group_id, _p.group_size)
    rows = conn.execute(query.where(_p.account_id.in_(accounts), standing())).all()
    parties: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        parties.setdefault((row.account_id, row.party_id), []).append(row.lead_id)
    several = [lead_id for ids in parties.values() if len(ids) > 1 for lead_id in ids]
    was = {row.lead_id: (row.group_id, row.group_size) for row in rows}
    alone = {ids[0] for ids in parties.values() if len(ids) == 1}
    changed = [lead_id for lead_id in alone if was[lead_id] != (lead_id, 1)]
    counts = dict.fromkeys(accounts, 0)
    for (account_id, _), ids in parties.items():
        counts[account_id] += len(ids) == 1
    bodies = [*_bodies(conn, several), *_bodies(conn, changed)]
    for group in lead_groups(bodies):
        counts[group.leads[0].account_id] += len(group.leads) > 1 or group.leads[0].lead_id not in alone
        _store_group(conn, group, was)
    count = update(s.account).where(s.account.c.account_id == bindparam("of"))
    conn.execute(count.values(pending_leads=bindparam("n")), [{"of": of, "n": n} for of, n in counts.items()])


def _bodies(conn: Connection, lead_ids: Sequence[str]) -> list[Lead]:
    found: list[Lead] = []
    for start in range(0, len(lead_ids), _PAGE):
        page = lead_ids[start : start + _PAGE]
        found += map(read_lead, conn.scalars(select(_p.body).where(_p.lead_id.in_(page))))
    return found


def _store_group(conn: Connection, group: LeadGroup, was: dict[str, tuple[str, int]]) -> None:
    """Note a group where it is not what it was; of one that has several, the score may have changed."""
    now = (group.leads[0].lead_id, len(group.leads))
    if now[1] == 1 and was[now[0]] == now:
        return
    why = group.explanation
    ids = [lead.lead_id for lead in group.leads]
    conn.execute(
        update(s.pending_lead)
        .where(_p.lead_id.in_(ids))
        .values(
            group_id=now[0],
            group_size=now[1],
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
