"""Which accounts already know a person of a record file: by the key of what a record says of them."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from workbench.model.lead import LeadStatus
from workbench.vault import schema_catalog as s
from workbench.vault.catalog_groups import standing
from workbench.vault.projection import JUDGED_PERSON
from workbench.vault.session import Session

_PART = 500


class PersonLink(NamedTuple):
    """An account with a lead about a person: pending, or judged so."""

    person_key: str
    account_id: str
    status: LeadStatus


def person_links(session: Session, person_keys: Sequence[str]) -> list[PersonLink]:
    """The leads about people of these keys, on whatever account; hidden ones are left out."""
    found: list[PersonLink] = []
    with session.reading() as conn:
        for start in range(0, len(person_keys), _PART):
            keys = list(person_keys[start : start + _PART])
            found += [*_pending(conn, keys), *_judged(conn, keys)]
    return sorted(set(found))


def _pending(conn: Connection, keys: list[str]) -> list[PersonLink]:
    c = s.pending_lead.c
    rows = conn.execute(select(c.person_key, c.account_id).where(c.person_key.in_(keys), standing()))
    return [PersonLink(row.person_key, row.account_id, LeadStatus.PENDING) for row in rows]


def _judged(conn: Connection, keys: list[str]) -> list[PersonLink]:
    i, j = s.identifier.c, s.judged_lead.c
    accounts = set(conn.scalars(select(i.account_id).where(i.kind == JUDGED_PERSON, i.value.in_(keys))))
    key = func.json_extract(j.body, "$.person.person_key").label("person_key")
    query = select(key, j.account_id, j.status).where(j.account_id.in_(sorted(accounts)), key.in_(keys))
    return [PersonLink(row.person_key, row.account_id, LeadStatus(row.status)) for row in conn.execute(query)]
